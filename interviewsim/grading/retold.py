"""One story in two rounds: told twice, and whether its figures are the same. Says "may be", for it reads words only.

Two answers are taken for one story where they share enough of the words that hardly any other answer of the loop has.
Over the 18 shipped examples and stories written twice for the tests this tells them apart; see docs/loops.md.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from interviewsim.domain.evidence import Evidence, Span
from interviewsim.domain.terms import Round
from interviewsim.grading.ports import AnswerToGrade
from interviewsim.reading.amounts import Amount, amounts_in
from interviewsim.reading.cues import telling
from interviewsim.reading.cutting import sentences_of
from interviewsim.reading.numbers import may_count
from interviewsim.reading.words import Words, words_of

LEAST_SHARED = 8
"""Words that both tellings have and at most two answers of the loop do."""
LEAST_SHARE = 0.4
"""Of the shorter telling's words of that kind."""
RARE = 2
RARE_SHARE = 4
"""A word tells stories apart where two answers have it, or one in four of many."""
_NO_NAME = frozenset({"first", "second", "third", "last", "next", "percent", "point", "time", "times"})
"""Words that a figure may stand by and that name nothing."""
YEARS = range(1900, 2100)
MOST_APART = 3.0
"""Times one figure may be the other to be taken for the same one told twice."""


@dataclass(frozen=True, slots=True)
class Telling:
    """An answer of one round: the round, its session, and what was answered."""

    round: Round
    session: str
    answer: AnswerToGrade


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it was told ("66 percent": `value` 0.66), with its sentence as evidence."""

    told: str
    value: float
    percent: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class FigureDiffers:
    """What may be one figure, told in two ways; `of` is the word it stands by."""

    of: str
    first: Figure
    second: Figure


@dataclass(frozen=True, slots=True)
class ToldTwice:
    """What may be one story in two rounds. `share`: of the shorter telling's own words, 0 to 1."""

    first: Telling
    second: Telling
    shared: tuple[str, ...]
    share: float
    figures: tuple[FigureDiffers, ...]


def told_twice(tellings: Sequence[Telling]) -> tuple[ToldTwice, ...]:
    """Pairs of answers in different rounds that may tell one story, in the order of the loop."""
    words = [_words(telling) for telling in tellings]
    spread = Counter(stem for stems in words for stem in stems)
    most = max(RARE, len(words) // RARE_SHARE)
    rare = [{stem: word for stem, word in stems.items() if spread[stem] <= most} for stems in words]
    found = []
    for (at, one), (other_at, other) in combinations(enumerate(tellings), 2):
        shared = [rare[at][stem] for stem in rare[at] if stem in rare[other_at]]
        share = len(shared) / max(1, min(len(rare[at]), len(rare[other_at])))
        if one.round is not other.round and len(shared) >= LEAST_SHARED and share >= LEAST_SHARE:
            common = {stem: rare[at][stem] for stem in rare[at] if stem in rare[other_at]}
            found.append(ToldTwice(one, other, tuple(shared), round(share, 2), _figures(one, other, common)))
    return tuple(found)


def _words(told: Telling) -> dict[str, str]:
    """Telling words by their stem, as they stand first."""
    found: dict[str, str] = {}
    for said in told.answer.said:
        for word in words_of(said.text).words:
            stem = telling(word)[0]
            if len(stem) > 2 and stem.isalpha() and word not in _NO_NAME and not may_count(word):
                found.setdefault(stem, word)
    return found


def _figures(one: Telling, other: Telling, common: Mapping[str, str]) -> tuple[FigureDiffers, ...]:
    """Figures by a word of both tellings that each has and the other has not."""
    first, second = _by_word(one, common), _by_word(other, common)
    found = []
    for stem in first:
        mine, theirs = first[stem], second.get(stem, ())
        only_mine = [figure for figure in mine if all(figure.value != there.value for there in theirs)]
        only_theirs = [figure for figure in theirs if all(figure.value != here.value for here in mine)]
        pairs = [(a, b) for a in only_mine for b in only_theirs if _ratio(a, b) <= MOST_APART]
        if pairs:
            nearest = min(pairs, key=lambda pair: _ratio(*pair))
            found.append(FigureDiffers(common[stem], *nearest))
    return tuple(found)


def _ratio(one: Figure, other: Figure) -> float:
    """How many times one is the other; without end where they are of different kinds."""
    low, high = sorted((abs(one.value), abs(other.value)))
    return high / low if low and one.percent == other.percent else float("inf")


def _by_word(told: Telling, common: Mapping[str, str]) -> dict[str, list[Figure]]:
    """The figures of a telling by the nearest common word of their sentence."""
    found: dict[str, list[Figure]] = {}
    for said in told.answer.said:
        words = words_of(said.text)
        amounts = [amount for amount in amounts_in(said.text) if _counts(amount)]
        for first, end in sentences_of(words):
            start, stop = words.starts[first], words.ends[end - 1]
            evidence = Evidence.at(Span(said.turn, start, stop), said.text)
            for amount in amounts:
                if start <= amount.start < stop and (stem := _nearest(words, first, end, amount, common)):
                    found.setdefault(stem, []).append(_figure(amount, said.text, evidence))
    return found


def _figure(amount: Amount, text: str, evidence: Evidence) -> Figure:
    return Figure(text[amount.start : amount.end], amount.value, amount.percent, evidence)


def _counts(amount: Amount) -> bool:
    """Neither a year nor a bare "one"."""
    year = amount.value in YEARS and not (amount.percent or amount.scaled or amount.money)
    return not year and (amount.percent or amount.part or amount.value > 1)


def _nearest(words: Words, first: int, end: int, amount: Amount, common: Mapping[str, str]) -> str:
    """The stem of the common word next to an amount: within its clause if there is one, after it rather than before."""
    stems = [(at, telling(words.words[at])[0]) for at in range(first, end)]
    near = [(_distance(words, at, amount), stem) for at, stem in stems if stem in common]
    return min(near, default=((0, 0, 0), ""))[1]


def _distance(words: Words, at: int, amount: Amount) -> tuple[int, int, int]:
    """Breaks between a word and an amount, code points between them, and whether the word comes first."""
    after = words.starts[at] >= amount.end
    low, high = (amount.end, words.starts[at]) if after else (words.ends[at], amount.start)
    breaks = sum(bool(kind) and low <= start <= high for kind, start in zip(words.breaks, words.starts, strict=True))
    return breaks, max(0, high - low), int(not after)
