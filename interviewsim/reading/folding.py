"""The text as it is compared: one folded code point for each stored one, so places stay the same."""

import unicodedata
from functools import lru_cache

JOINER = "\x01"  # stands for what is invisible: a word may run through it
# Cyrillic and Greek letters that read as Latin ones, and typographic marks, with their plain counterparts.
_LOOK_ALIKES = dict(
    zip(
        "\u0430\u0435\u043e\u0440\u0441\u0445\u0443\u0456\u0455\u0458\u04bb\u0501\u03bf\u03b1\u03b5\u03b9\u03ba\u03bd\u03c1\u03c4\u03c5\u03c7",
        "aeopcxyisjhdoaeikvptux",
        strict=True,
    )
)
_PLAIN = dict(
    zip(
        "\u2018\u2019\u02bc`\u00b4\u201c\u201d\u201e\u00ab\u00bb\u2013\u2014\u2212\u2010\u2011\u2026",
        "''''''''''-----.",
        strict=True,
    )
)
_INVISIBLE = frozenset({"Cf", "Cc", "Co", "Cn", "Cs", "Mn"})


@lru_cache(maxsize=4096)
def _folded_char(char: str) -> str:
    plain = _PLAIN.get(char)
    if plain is not None:
        return plain
    if char in "\n\t\r":
        return char
    if unicodedata.category(char) in _INVISIBLE:
        return JOINER
    wide = unicodedata.normalize("NFKC", char)
    low = wide.lower() if len(wide) == 1 else char
    return _LOOK_ALIKES.get(low, low) if len(low) == 1 else char


def folded(text: str) -> str:
    """Lower case, plain quotes and dashes, half width, Latin look-alikes; as many code points as `text`."""
    if text.isascii() and text.isprintable():
        return text.lower()
    return "".join(map(_folded_char, text))
