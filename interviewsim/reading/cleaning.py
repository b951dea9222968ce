"""The one cleaning of typed text: done at input, before anything is stored, shown or sent."""

import re
import unicodedata

_COMMAND_STRING = r"(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)"
_CONTROL_SEQUENCE = r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
_CHARSET_OR_KEYPAD = r"\x1b(?:[ -/]+[0-~]|[=>78])"
# ECMA-48: strings are tried first, since "ESC ]" would else leave a window title behind as text.
_ESCAPE = re.compile(f"{_COMMAND_STRING}|{_CONTROL_SEQUENCE}|{_CHARSET_OR_KEYPAD}")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# What is kept as it is and is its own NFC: ASCII, Latin-1 without the soft hyphen, dashes, quotes, bullets, the euro.
_PLAIN = re.compile("[\n\t\x20-\x7e\xa0-\xac\xae-\xff\u2010-\u2027\u2030-\u205e\u20ac]*")
_DROPPED = frozenset({"Cc", "Cf", "Co", "Cn", "Cs"})
_VARIATION_SELECTORS = ((0x180B, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF))


def clean(text: str) -> str:
    r"""The text in NFC without anything that steers a terminal, hides, or reorders.

    Line ends become `\n`; whole terminal sequences vanish; so do control, format (bidi, zero-width, tag), private,
    unassigned and surrogate code points and variation selectors. Other blanks stay.
    Never raises; `clean(clean(x)) == clean(x)`.
    """
    if _PLAIN.fullmatch(text):
        return text
    lines = _LINE_END.sub("\n", _ESCAPE.sub("", text))
    return unicodedata.normalize("NFC", "".join(char for char in lines if _stays(char)))


def _stays(char: str) -> bool:
    if char in "\n\t":
        return True
    if unicodedata.category(char) in _DROPPED:
        return False
    return not any(first <= ord(char) <= last for first, last in _VARIATION_SELECTORS)
