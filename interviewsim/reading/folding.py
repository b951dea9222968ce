"""The text as it is compared: one folded code point for each stored one, so places stay the same."""

import unicodedata
from functools import lru_cache

JOINER = "\x01"  # stands for what is invisible: a word may run through it
_LOOK_ALIKES = dict(zip("аеорсхуіѕјһԁɡοαεικνρτυχ", "aeopcxyisjhdgoaeiknptux", strict=True))
_PLAIN = dict(zip("‘’ʼ`´“”„«»–—−‐‑…", "''''''''''-----.", strict=True))
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
