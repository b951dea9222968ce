"""Amounts in figures and in words, with their places, values and how finely they are stated.

"$144k", "110 thousand", "12.5 %", "two and a half million", "two thirds", "a dozen". Never raises on any text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from interviewsim.reading.folding import folded

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TEN_NAMES = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES: dict[str, float] = {word: value for value, word in enumerate(_SMALL.split())}
_TENS: dict[str, float] = {word: 10.0 * value for value, word in enumerate(_TEN_NAMES.split(), 2)}
_SCALES: dict[str, float] = {
    "hundred": 1e2, "k": 1e3, "thousand": 1e3, "thousands": 1e3, "grand": 1e3,
    "m": 1e6, "mn": 1e6, "mm": 1e6, "mio": 1e6, "million": 1e6, "millions": 1e6,
    "b": 1e9, "bn": 1e9, "billion": 1e9,
}  # fmt: skip
_PARTS: dict[str, float] = {
    "half": 1 / 2, "halves": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4,
    "fifth": 1 / 5, "fifths": 1 / 5, "sixth": 1 / 6, "eighth": 1 / 8, "tenth": 1 / 10, "tenths": 1 / 10,
}  # fmt: skip
_STARTS = frozenset({*_ONES, *_TENS, *_PARTS, "a", "several"})
_PERCENT = re.compile(r"\s?(?:%|percent(?:age)?(?: points?)?\b|per cent\b|points?\b|pp\b|pct\b)")
_DIGITS = re.compile(
    r"(?P<money>[$\u20ac\u00a3]\s?)?(?<![\w.,])(?P<digits>\d+(?:[.,]\d+)*)"
    r"(?:[ ]?(?P<scale>thousands?|millions?|billion|hundred|grand|mio|mn|mm|bn|k|m|b)(?![a-z]))?"
)
_LETTERS = re.compile(r"[a-z]+")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_LONGEST = 15  # digits beyond which a figure is an identifier, not an amount


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount at code points `start` to `end`. `value` is whole: 12.5 % is 0.125, 40k is 40000.

    `step` is the unit of the last digit that is stated: 100 for 2,900 and 0.001 for 12.5 %.
    """

    start: int
    end: int
    value: float
    step: float
    percent: bool = False
    scaled: bool = False
    part: bool = False
    money: bool = False


@lru_cache(maxsize=2048)
def amounts_in(text: str) -> tuple[Amount, ...]:
    """Every amount, in order."""
    plain = folded(text)
    found = [_written(plain, match) for match in _DIGITS.finditer(plain)]
    taken = [(amount.start, amount.end) for amount in found if amount]
    spoken = [one for one in _spoken(plain) if not any(a < one.end and one.start < b for a, b in taken)]
    return tuple(sorted([*(one for one in found if one), *spoken], key=lambda amount: amount.start))


def _written(text: str, match: re.Match[str]) -> Amount | None:
    digits = match.group("digits")
    if len(digits) > _LONGEST:
        return None
    value, step = _number(digits)
    scale = _SCALES.get(match.group("scale") or "", 1.0)
    end = match.end()
    percent = _PERCENT.match(text, end)
    if percent:
        scale, end = scale / 100, percent.end()
    money = match.group("money") is not None
    return Amount(match.start(), end, value * scale, step * scale, percent is not None, scale >= 1e3, money=money)


def _number(digits: str) -> tuple[float, float]:
    if _GROUPED.fullmatch(digits):
        plain = digits.replace(",", "")
    elif digits.count(".") > 1 and re.fullmatch(r"\d{1,3}(?:\.\d{3})+", digits):
        plain = digits.replace(".", "")
    else:
        whole, _, rest = digits.replace(",", ".").partition(".")
        plain = f"{whole}.{rest.replace('.', '')}" if rest else whole
    return float(plain), _step(plain)


def _step(plain: str) -> float:
    whole, _, rest = plain.partition(".")
    if rest:
        return 10.0 ** -len(rest)
    zeros = len(whole) - len(whole.rstrip("0"))
    return 10.0 ** min(zeros, max(len(whole) - 1, 0))


@dataclass(slots=True)
class _Reader:
    """Number words one after the other, as they make one amount."""

    text: str
    words: Sequence[re.Match[str]]
    at: int = 0

    def word(self, ahead: int = 0) -> str:
        at = self.at + ahead
        if at >= len(self.words) or (ahead and not self._joined(at)):
            return ""
        return self.words[at].group()

    def _joined(self, at: int) -> bool:
        return self.text[self.words[at - 1].end() : self.words[at].start()] in (" ", "-")

    def amount(self) -> Amount | None:
        first = self.at
        value, part = self._value()
        if value is None:
            return None
        last = self.at
        self.at = last
        start, end = self.words[first].start(), self.words[last - 1].end()
        percent = _PERCENT.match(self.text, end)
        factor = 0.01 if percent and not part else 1.0
        step = _step(f"{value:.0f}") if value >= 1 and value == int(value) else value / 10
        whole = value * factor
        finish = percent.end() if percent else end
        return Amount(start, finish, whole, step * factor, percent is not None, value >= 1e3, part)

    def _value(self) -> tuple[float | None, bool]:
        fraction = self._fraction()
        if fraction is not None:
            return fraction, True
        held = self._below_hundred()
        if held is None:
            return None, False
        if self._takes("point"):
            held += self._decimals()
        elif self.word() == "and" and self.word(1) == "a" and self.word(2) in ("half", "quarter"):
            held += _PARTS[self.word(2)]
            self.at += 3
        return self._scaled(held), False

    def _takes(self, word: str) -> bool:
        if self.at and self.at < len(self.words) and self._joined(self.at) and self.word() == word:
            self.at += 1
            return True
        return False

    def _decimals(self) -> float:
        digits = ""
        while self.at < len(self.words) and self._joined(self.at) and _ONES.get(self.word(), 10) < 10:
            digits += str(int(_ONES[self.word()]))
            self.at += 1
        return float(f"0.{digits}") if digits else 0.0

    def _fraction(self) -> float | None:
        first, second = self.word(), self.word(1)
        if first == "half" or (first in _PARTS and second == "of"):
            self.at += 1
            return _PARTS[first]
        count = 1.0 if first in ("a", "one") else _ONES.get(first)
        if count is None or second not in _PARTS:
            return None
        if second == "quarter" and self.word(2) not in ("of", ""):
            return None
        self.at += 2
        return count * _PARTS[second]

    def _below_hundred(self) -> float | None:
        word = self.word()
        if word in ("a", "several") and self.word(1) in ("hundred", "thousand", "million", "billion", "dozen"):
            self.at += 1
            return 1.0
        if word in _TENS:
            ones = _ONES.get(self.word(1), 0.0)
            follows = 1 <= ones < 10
            self.at += 2 if follows else 1
            return _TENS[word] + (ones if follows else 0.0)
        if word in _ONES:
            self.at += 1
            return _ONES[word]
        return None

    def _scaled(self, held: float) -> float:
        whole = 0.0
        while self.at < len(self.words) and self._joined(self.at):
            word = self.word()
            scale = 12.0 if word == "dozen" else _SCALES.get(word) if len(word) > 2 else None
            if scale is None:
                break
            held *= scale
            self.at += 1
            more = self._more(scale)
            if more is None:
                break
            whole, held = (whole + held, more) if scale >= 1e3 else (whole, held + more)
        return whole + held

    def _more(self, scale: float) -> float | None:
        """What is added to a scale: the five of "one hundred and five"; 0.0 where another scale may follow."""
        kept = self.at
        if self.word() == "and" and self._joined(self.at):
            self.at += 1
        if self.at < len(self.words) and self._joined(self.at) and scale >= 100:
            held = self._below_hundred()
            if held is not None:
                return held
        self.at = kept
        return 0.0 if self.word() in _SCALES and scale == 100 else None


def _spoken(text: str) -> list[Amount]:
    reader = _Reader(text, list(_LETTERS.finditer(text)))
    found = []
    while reader.at < len(reader.words):
        kept = reader.at
        if reader.words[kept].group() not in _STARTS:
            reader.at = kept + 1
            continue
        amount = reader.amount()
        if amount is None:
            reader.at = kept + 1
        else:
            found.append(amount)
    return found
