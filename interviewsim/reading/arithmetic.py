"""Calculations that are shown in an answer, each with what it is said to come to and what it comes to.

"31% x 12.5% is about 3.9, plus 69% x 3.55% is 2.4, so 6.3": three calculations. Amounts are joined by signs or words
(times, plus, of, divided by), with a few words between them; a result follows a sign or a word of equality. What could
be read in another way (units left out, rounding) is read in the candidate's favor. Never raises on any text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from interviewsim.reading.amounts import Amount, amounts_in
from interviewsim.reading.folding import folded

RELATIVE = 0.03
"""How far off a stated result may be, of itself; "about" doubles it."""
COARSEST = 0.10
"""The most that the rounding of a result may excuse, of itself."""

_BETWEEN = 46  # code points between two amounts of one calculation
_NOUN = r"(?!(?:if|but|because|when|while|then|from|to|than|and|or|so|is|are|with|in|over|not|about|who|that|which)\b)"
_NOUNS = rf"(?:\s*(?:{_NOUN}[a-z'-]+\s+){{0,4}}?)"
_BY = r"(?:and |then )?(?:divided|divide|dividing|multiplied|multiply) (?:that |it |this )?by"
_SIGN = re.compile(
    rf"^[)\s]*{_NOUNS}(?P<sign>[x*\u00d7/+\u00f7-]|times|{_BY}|over|(?:and )?plus|(?:and )?minus|less|at|of"
    rf"|out of|by)"
    r"\s*(?:(?:the|a|an|those|these|our|about|roughly|around|say|another|other|some|only|all|remaining"
    r"|that)\b ?){0,3}"
    r"[~(\s]*$"
)
_RESULT_VERBS = (
    r"is|are|makes?|gives?|equals?|comes|leaves|works out|so|that's|that is|thats|which is|which makes|which gives"
    r"|means|(?:and )?(?:we|i|you) get|adds up|totals?|gets|lands|in total|or|for"
)
_RESULT_LEADS = (
    r"about|roughly|around|nearly|almost|just|under|over|close|to|at|as|out|up|on|circa|approximately|us|me|you"
    r"|we|get|i"
    r"|that's|that|which|is|it|it's|makes|gives|call|say|so|a|some|somewhere|near|total|of|be|will|would|approx"
    r"|ca|like"
    r"|something|in|the"
)
_EQUALS = re.compile(
    rf"^[)\s]*{_NOUNS}[,;:.]?\s*(?P<equals>=|\u2248|~|->|(?:{_RESULT_VERBS})\b)"
    rf"(?P<rest>[\s,:~=\u2248]*(?:(?:{_RESULT_LEADS})\b[\s,.:=~]*){{0,5}}[(~\s]*)"
    rf"(?:(?:minus |negative |-)\$?)?$"
)
_ABOUT = re.compile(r"about|rough|around|near|almost|~|\u2248|circa|approx|call it|say|close|some|like|just|under|over")
_DIVIDE = re.compile(r"\b(?:divid\w+|split|spread)\s+(?:\w+ ){0,4}?$")
_MULTIPLY = re.compile(r"\b(?:multipl\w+)\s+(?:\w+ ){0,4}?$")
_SIGNS = {"*": "*", "x": "*", "\u00d7": "*", "/": "/", "\u00f7": "/", "+": "+", "-": "-", "over": "/", "times": "*"}
_SOFT = frozenset({"at", "of", "by", "over", "out of", "-", "less", "/"})
_SUM = re.compile(
    r"^[\s,;.]*(?:(?:so|total|together|in total|in all|altogether|all in all|that's|that is|makes|sum|="
    r"|adds up to|is|or"
    r"|comes to|gives|which is|and|about|roughly|around|we get|i get|a|an|of|to|it's|overall|the|blended|combined)"
    r"[\s,:]*){1,6}$"
)
_ON = re.compile(r"^\s*[,;:.]?\s*(?:(?:and|then|now|so)\s+){0,2}")
"""What may stand between a result and the sign with which one goes on from it."""
_AND = re.compile(r"^[^.]{0,14}?[\s,;]*(?P<sign>plus|minus|and|\+|less)(?:\s+(?:the|another|then|other))*\s*[(]*$")

_GOES_BEFORE = re.compile(r"\d[^.;!?\n]{0,12}(?:\bminus|\bplus|\bless|[+\u2212-])\s*[$(]*$")
_GOES_AFTER = re.compile(r"\s*(?:minus|plus|times|less|[+*\u00d7\u2212-])\s*[$(]*\d")
_NEGATIVE_FACTOR = re.compile(r"(?:\b(?:at|of|by|times|x)|[*\u00d7])\s+(?:minus|-)\s*\$?\d")
_UNKNOWN = re.compile(r"\d\s?[xyn]\b(?!\s*[$(]*\d)")


@dataclass(frozen=True, slots=True)
class Calculation:
    """A calculation at code points `start` to `end`: what stands there as its result, and what it comes to.

    `result` are the code points of the stated result. `stated` and `computed` are in the stated result's own unit:
    3.9 for "3.9", 144 for "$144k", 20 for "20 %".
    """

    start: int
    end: int
    result: tuple[int, int]
    stated: float
    computed: float
    holds: bool


@dataclass(frozen=True, slots=True)
class _Term:
    sign: str
    amount: Amount


@lru_cache(maxsize=2048)
def calculations_in(text: str) -> tuple[Calculation, ...]:
    """Every calculation with a stated result, in order, but those that do not come out and may be part of another."""
    amounts = amounts_in(text)
    if len(amounts) < 2:
        return ()
    read = folded(text)
    found = tuple(_Walk(read, amounts).found())
    results = [one.result for one in found]
    return tuple(one for one in found if one.holds or not _is_part(read, one, results))


def _is_part(text: str, one: Calculation, results: Sequence[tuple[int, int]]) -> bool:
    """Whether more belongs to it than was read: a term on either side, a negative factor, an unknown.

    A term before it that is another one's result stands beside it: "is 4.3, plus 62% x 4.7 is 2.9".
    """
    before = _GOES_BEFORE.search(text[: one.start])
    beside = before is not None and any(start <= before.start() < end for start, end in results)
    within = text[one.start : one.end + 2]
    return bool(
        (before and not beside)
        or _GOES_AFTER.match(text[one.result[1] :])
        or _NEGATIVE_FACTOR.search(within)
        or _UNKNOWN.search(within)
    )


@dataclass(slots=True)
class _Walk:
    text: str
    amounts: Sequence[Amount]

    def found(self) -> Iterator[Calculation]:
        at = 0
        calculated = False
        sums: list[tuple[str, Amount]] = []
        while at < len(self.amounts):
            total = self._total(sums, at)
            if total is not None:
                yield total
                sums = []
            result = self._carried_on(at, calculated=calculated) or self._calculation(at)
            calculated = result is not None
            if result is None:
                at += 1
                continue
            calculation, last = result
            if calculation is not None:
                yield calculation
                sums = self._added(sums, at, last)
            at = last

    def _gap(self, one: int, other: int) -> str:
        return self.text[self.amounts[one].end : self.amounts[other].start]

    def _carried_on(self, result: int, *, calculated: bool) -> tuple[Calculation | None, int] | None:
        """What goes on from a result just stated: "is 28.80, plus 2.10 is 30.90".

        Only where it holds: what follows a comma may be a calculation beside it ("is 4.3, plus 62% x 4.7 is 2.9").
        """
        found = self._calculation(result, carried=True) if calculated else None
        return found if found is not None and found[0] is not None and found[0].holds else None

    def _calculation(self, first: int, *, carried: bool = False) -> tuple[Calculation | None, int] | None:
        """A calculation that begins at this amount, and the place of its result; None: none begins here."""
        terms, soft = [_Term("", self.amounts[first])], False
        at = first
        while at + 1 < len(self.amounts):
            gap = self._gap(at, at + 1)
            gap = _ON.sub("", gap) if carried and at == first else gap
            match = _SIGN.match(gap) if len(gap) <= _BETWEEN else None
            if match is None:
                break
            sign, doubtful = self._sign(match.group("sign"), at)
            soft = soft or doubtful
            terms.append(_Term(sign, self.amounts[at + 1]))
            at += 1
        if len(terms) < 2 or at + 1 >= len(self.amounts):
            return None
        match = _EQUALS.match(self._gap(at, at + 1)) if len(self._gap(at, at + 1)) <= _BETWEEN else None
        if match is None:
            return None
        doubtful = soft or match.group("equals") in ("or", "for")
        about = bool(_ABOUT.search(match.group("rest"))) or match.group("equals") in ("~", "\u2248")
        return self._checked(terms, at + 1, about=about, soft=doubtful), at + 1

    def _sign(self, word: str, at: int) -> tuple[str, bool]:
        one, other = self.amounts[at], self.amounts[at + 1]
        before = self.text[max(0, one.start - 40) : one.start]
        if word == "by":
            return ("/", False) if _DIVIDE.search(before) else ("*", not _MULTIPLY.search(before))
        if word in ("of", "out of"):
            whole = one.percent or one.part
            return ("*", False) if whole else ("/", True)
        if word == "-":
            gap = self._gap(at, at + 1)
            return "-", not (" - " in gap or " -" in gap)
        if "divid" in word:
            return "/", False
        if "plus" in word:
            return "+", False
        if "minus" in word or word == "less":
            return "-", word == "less"
        return _SIGNS.get(word, "*"), word in _SOFT or (word == "over" and other.percent)

    def _checked(self, terms: Sequence[_Term], result: int, *, about: bool, soft: bool) -> Calculation | None:
        stated = self.amounts[result]
        outcomes = _outcomes(terms)
        if not outcomes:
            return None
        near = next((value for value in _scaled(outcomes, terms, stated) if _agrees(stated, value, about=about)), None)
        if near is None and (soft or stated.part):
            return None
        computed = near if near is not None else _closest(outcomes, terms, stated)
        unit = _unit(self.text, stated)
        return Calculation(
            terms[0].amount.start,
            stated.end,
            (stated.start, stated.end),
            stated.value / unit,
            computed / unit,
            near is not None,
        )

    def _added(self, sums: list[tuple[str, Amount]], first: int, result: int) -> list[tuple[str, Amount]]:
        """The results that stand side by side, waiting for their sum."""
        if sums and first:
            gap = self.text[sums[-1][1].end : self.amounts[first].start]
            match = _AND.match(gap)
            if match:
                sign = "-" if match.group("sign") in ("minus", "less") else "+"
                return [*sums, (sign, self.amounts[result])]
        return [("+", self.amounts[result])]

    def _total(self, sums: Sequence[tuple[str, Amount]], at: int) -> Calculation | None:
        if len(sums) < 2 or self.amounts[at].start < sums[-1][1].end:
            return None
        gap = self.text[sums[-1][1].end : self.amounts[at].start]
        if not _SUM.match(gap):
            return None
        terms = [_Term(sign, amount) for sign, amount in sums]
        return self._checked([_Term("", terms[0].amount), *terms[1:]], at, about=bool(_ABOUT.search(gap)), soft=False)


def _outcomes(terms: Sequence[_Term]) -> list[float]:
    """What the terms come to, by precedence; a percentage taken off a whole is also read as a share of it."""
    found = [_evaluated([(term.sign, term.amount.value) for term in terms])]
    if any(term.amount.percent and term.sign in "+-" and term.sign for term in terms):
        held = terms[0].amount.value
        for term in terms[1:]:
            held = _applied(held, term)
        found.append(held)
    in_order = terms[0].amount.value
    for term in terms[1:]:
        in_order = _evaluated([("", in_order), (term.sign, term.amount.value)]) or 0.0
    return [value for value in (*found, in_order) if value is not None]


def _applied(held: float, term: _Term) -> float:
    if term.amount.percent and term.sign in ("+", "-"):
        return held * (1 + (term.amount.value if term.sign == "+" else -term.amount.value))
    return _evaluated([("", held), (term.sign, term.amount.value)]) or 0.0


def _evaluated(terms: Sequence[tuple[str, float]]) -> float | None:
    added: list[float] = []
    for sign, value in terms:
        if sign == "*":
            added[-1] *= value
        elif sign == "/":
            if value == 0:
                return None
            added[-1] /= value
        else:
            added.append(-value if sign == "-" else value)
    return sum(added)


def _scaled(outcomes: Sequence[float], terms: Sequence[_Term], stated: Amount) -> Iterator[float]:
    """The outcomes in every unit in which they may have been meant: percent left out, thousands left out."""
    factors = [1.0]
    if stated.percent or any(term.amount.percent for term in terms):
        factors += [100.0, 0.01]
    if not stated.scaled and any(term.amount.scaled for term in terms):
        factors += [1e-3, 1e-6]
    if stated.scaled and not any(term.amount.scaled for term in terms):
        factors += [1e3, 1e6]
    for value in outcomes:
        for factor in factors:
            yield value * factor


def _agrees(stated: Amount, value: float, *, about: bool) -> bool:
    size = abs(stated.value)
    allowed = max(RELATIVE * size, min(stated.step * 0.501, COARSEST * size))
    return abs(abs(value) - size) <= allowed * (2 if about else 1) + 1e-12


def _closest(outcomes: Sequence[float], terms: Sequence[_Term], stated: Amount) -> float:
    return min(_scaled(outcomes[:1], terms, stated), key=lambda value: abs(abs(value) - abs(stated.value)))


def _unit(text: str, stated: Amount) -> float:
    """What one stands for in the stated figure: 1000 in "144k", 0.01 in "20 %"."""
    digits = re.search(r"\d+(?:[.,]\d+)*", text[stated.start : stated.end])
    if digits is None or not stated.value:
        return 0.01 if stated.percent else 1.0
    whole = digits.group().replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits.group()) else ""
    plain = whole or digits.group().replace(",", ".")
    try:
        return stated.value / float(plain)
    except (ValueError, ZeroDivisionError):
        return 1.0
