"""Holding a retold answer to what was said: a figure or a name that the candidate never gave becomes a gap to fill."""

import re
from collections.abc import Sequence

from interviewsim.grading.verification import normal
from interviewsim.reading.gibberish import ENGLISH

NUMBER, FACT = "[your number]", "[your fact]"
_GAP = re.compile(r"\[[^\[\]\n]{1,40}\]")
_FIGURE = re.compile(r"[$€£]?\d(?:[\d.,:/]*\d)?")
_WORD = re.compile(r"\[[^\[\]\n]{1,40}\]|[$€£]?\d(?:[\d.,:/]*\d)?[^\W\d_]*%?|[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n][\"'\u201d\u2019)]*\s*[\"'\u201c\u2018(]*)$")
_COUNTED = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER_WORDS = {word: str(number) for number, word in enumerate(_COUNTED)}
_NUMBER_WORDS |= {"twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70"}
_NUMBER_WORDS |= {"eighty": "80", "ninety": "90", "hundred": "100", "thousand": "1000", "million": "1000000"}
_NUMBER_WORDS |= {"half": "1/2", "twice": "2x", "double": "2x", "doubled": "2x", "tripled": "3x", "dozen": "12"}
_NO_COUNT = frozenset({"one", "zero"})


def held_to(retold: str, said: Sequence[str]) -> str:
    """The retold text, with `[your number]` for each figure and `[your fact]` for each name that nobody gave."""
    told = normal(" ".join(said)).text
    words = {word.casefold() for word in re.findall(r"[^\W\d_]+", told)}
    figures = {_core(figure) for figure in _FIGURE.findall(told)} | {_NUMBER_WORDS.get(word, "") for word in words}

    def held(match: re.Match[str]) -> str:
        word = match.group()
        if word.startswith("["):
            return word if word in {NUMBER, FACT} else FACT
        if _is_figure(word):
            return word if _figure(word) in figures else NUMBER
        return word if _is_known(word, words, begins=_begins(retold, match.start())) else FACT

    return _once(_WORD.sub(held, retold))


def _is_figure(word: str) -> bool:
    low = word.casefold()
    return any(map(str.isdigit, word)) or (low in _NUMBER_WORDS and low not in _NO_COUNT)


def _figure(word: str) -> str:
    found = _FIGURE.search(word)
    return _core(found.group()) if found else _NUMBER_WORDS[word.casefold()]


def _core(figure: str) -> str:
    return figure.strip("$€£").replace(",", "")


def _is_known(word: str, words: set[str], *, begins: bool) -> bool:
    """Whether a word is the candidate's, or no name: not capitalized, or only because a sentence begins with it."""
    parts = [part.casefold() for part in re.findall(r"[^\W\d_]+", word)]
    if not word[:1].isupper() or word == "I" or word[:2] in {"I'", "I\u2019"} or all(part in words for part in parts):
        return True
    return begins and parts[0] in ENGLISH


def _begins(text: str, at: int) -> bool:
    return _SENTENCE_START.search(text[:at][-12:]) is not None or not text[:at].strip()


def _once(text: str) -> str:
    """One gap where several stand side by side."""
    return re.sub(r"(\[your (?:number|fact)\])(?:[ -]+\1)+", r"\1", text)
