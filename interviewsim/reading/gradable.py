"""Whether an answer can be judged at all: not what is empty, in another language, mashed keys, or code.

A short real answer ("I do not have one.") can be judged: it shows nothing, and that is a finding.
"""

from collections.abc import Sequence

from interviewsim.reading.findings import Said
from interviewsim.reading.gibberish import ENGLISH, is_code, is_dump, is_foreign, is_mashed
from interviewsim.reading.units import Unit

_PLAINLY = 0.25  # share of common English words from which on nothing needs a closer look
_WITHOUT_FUNCTION_WORDS = frozenset(
    {"no", "yes", "none", "nothing", "nope", "never", "sure", "ok", "okay", "pass", "unsure", "idk", "dunno"}
)


def why_not(said: Sequence[Said], units: Sequence[Unit]) -> str:
    """Why nothing can be judged ("empty", "not English", "noise"); empty where an answer can be."""
    text = "\n".join([one.text for one in said])
    if not text.strip():
        return "empty"
    if is_code(text):
        return "noise"
    words = [word for unit in units for word in unit.wording.split(" ")]
    common = sum(map(ENGLISH.__contains__, words))
    if words and common >= _PLAINLY * len(words) and text.isascii():
        return ""
    if is_foreign(text):
        return "not English"
    if not any(map(str.isalpha, text)) or is_mashed(text) or is_dump(text):
        return "noise"
    return "" if common or _says_something(words, units) else "noise"


def _says_something(words: Sequence[str], units: Sequence[Unit]) -> bool:
    known = not _WITHOUT_FUNCTION_WORDS.isdisjoint(words)
    return known or any((unit.content and not unit.alien) or unit.deeds or unit.addressed for unit in units)
