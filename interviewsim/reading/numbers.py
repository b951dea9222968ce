"""Quantities in digits and in words: counts, percentages, ranges, fractions, multiples, money, spans of time."""

import re
from collections.abc import Iterable
from functools import lru_cache

_UNITS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirtee"
    "n|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_NUMBER = (
    rf"(?:\d[\d,.]*\d|\d|(?:{_TENS})(?:[- ](?:{_UNITS}))?|{_UNITS}|hundreds?|thousands?|millions?|a dozen"
    rf"|dozens|a hundred|a thousand|a million|a couple|zero|several hundred)"
)
_UNIT = (
    r"(?:percent(?:age points?)?|per cent|%|points?|dollars|euros|pounds|bucks|k\b|m\b|million|thousand"
    r"|hundred|billion|x\b|times)"
)
_ORDINAL_ONLY = (
    r"(?:one (?:of|time|day|another|thing|on|way|instance|occasion|person|member|team|moment|where|that|to"
    r"|i|is|who|which|point|side|example|night|strategy|story|reason))"
)
QUANTITY = re.compile(
    rf"(?:[$€£]\s?\d[\d,.]*\s?(?:k\b|m\b|million|thousand|billion)?"
    rf"|from {_NUMBER}\s?{_UNIT}?(?: \w+)? to {_NUMBER}\s?{_UNIT}?"
    rf"|\b{_NUMBER} (?:out )?of (?:the |our |my |all )?{_NUMBER}"
    rf"|\b(?<!no )(?!{_ORDINAL_ONLY}\b){_NUMBER}(?:st|nd|rd|th)?\s?{_UNIT}?"
    r"|\b(?:a|one|two|three) (?:third|quarter|half|fifth|tenth)s?\b|\bhalf of\b|\bin half\b|\bby half\b"
    r"|\bhalved\b|\bdoubled\b|\btripled\b|\bquadrupled\b|\btwice\b|\bthree-quarters\b|\btwo-thirds\b)"
)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_BEFORE, _AFTER = 12, 48  # code points that a quantity can have around its first figure
_DIGIT_OR_WORD = re.compile(
    rf"\d|[$€£]|\b(?:{_UNITS}|{_TENS}|hundred|thousand|million|dozen|half|third|quarter|fifth|tenth|quadrupled|twice|doubled"
    rf"|tripled|halved|zero|couple)"
)


def quantities(text: str) -> list[tuple[int, int]]:
    """Code points of each quantity in a folded text, in order; years are dates, not quantities."""
    return quantities_near(text, [match.span() for match in _DIGIT_OR_WORD.finditer(text)])


@lru_cache(maxsize=1 << 15)
def may_count(word: str) -> bool:
    """Whether a quantity can stand on this word."""
    return _DIGIT_OR_WORD.search(word) is not None


def quantities_near(text: str, places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same where the places of all words that `may_count` are known: nothing else needs a close look."""
    found = []
    for start, end in _around(text, places):
        for match in QUANTITY.finditer(text, start, end):
            words = match.group().strip()
            if not _YEAR.match(words):
                found.append((match.start(), match.start() + len(match.group().rstrip())))
    return found


def _around(text: str, places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches of whole words that can hold a quantity."""
    stretches: list[tuple[int, int]] = []
    for first, last in places:
        start, end = text.rfind(" ", 0, max(0, first - _BEFORE)) + 1, text.find(" ", last + _AFTER)
        end = len(text) if end < 0 else end
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
    return stretches
