"""How far a grader can be trusted, measured on answers that somebody coded before it read them. Pure.

What counts as good comes from scoring practice: a weighted kappa of .70, and a mean difference of at most .15 standard
deviations (Williamson, Xi and Breyer, Educational Measurement 31(1), 2012). Under 30 answers nothing is said.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from statistics import fmean, pstdev

from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.terms import Level, Round
from interviewsim.grading.agreement import (
    Figure,
    Pair,
    bias,
    exact,
    f1,
    figure,
    kappa,
    rounded,
    slope,
    spearman,
    whole,
    within_one,
)
from interviewsim.grading.ports import AnswerToGrade

ENOUGH = 30
"""Answers under which agreement is not spoken of: a bias of 0.8 levels' spread is then known to about 0.3 only."""
GOOD_KAPPA = 0.70
POOR_KAPPA = 0.40
APART = 0.15
"""Standard deviations of the gold levels that the grader's mean may lie off."""
WORDS = 100
"""Bias by length is told for so many words more."""
PER_ROUND = 5
"""Answers of a round from which it gets a line of its own."""


@dataclass(frozen=True, slots=True)
class GoldAnswer:
    """An answer with its coding. `quality` 1 to 5; `parts` by name: 0 absent, 1 thin, 2 clear.

    `raters`: each rater's own quality, where several coded it.
    """

    id: str
    round: Round
    answer: AnswerToGrade
    quality: float | None
    parts: Mapping[str, int] = field(default_factory=dict)
    raters: tuple[float, ...] = ()
    level: Level | None = None

    @property
    def words(self) -> int:
        """Words of all that was answered."""
        return sum(len(said.text.split()) for said in self.answer.said)


@dataclass(frozen=True, slots=True)
class Read:
    """A gold answer with the grader's card, and with that of a second run where there was one."""

    gold: GoldAnswer
    card: Scorecard
    again: Scorecard | None = None


@dataclass(frozen=True, slots=True)
class Push:
    """One answer graded without and with a sentence at its end that asks for marks, or with an `honest` one."""

    before: Scorecard
    after: Scorecard
    honest: bool


@dataclass(frozen=True, slots=True)
class Resistance:
    """How scores moved: the mean change with its interval, how many rose, of how many."""

    change: Figure
    rose: int
    n: int


@dataclass(frozen=True, slots=True)
class PartAgreement:
    """How often a part's presence is told as the gold set has it."""

    part: str
    there: int
    f1: Figure


@dataclass(frozen=True, slots=True)
class LevelAgreement:
    """The answers of one gold level: how many, the grader's mean score, and the share at the very same level."""

    level: int
    n: int
    mean: float
    exact: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """All that was measured. `unscored` counts answers without a score by reason."""

    n: int
    scored: int
    unscored: Mapping[str, int]
    kappa: Figure
    spearman: Figure
    exact: Figure
    within_one: Figure
    bias: Figure
    standard: float | None
    length: Figure
    levels: tuple[LevelAgreement, ...]
    parts: tuple[PartAgreement, ...]
    rounds: tuple[tuple[Round, int, Figure], ...]
    raters: float | None
    repeated: int
    identical: int
    dropped_quotes: int
    quotes: Mapping[str, int]
    pushed: Resistance
    honest: Resistance

    @property
    def enough(self) -> bool:
        """Whether there are answers enough to speak of agreement."""
        return self.scored >= ENOUGH


def calibrate(read: Sequence[Read], pushes: Sequence[Push] = ()) -> Calibration:
    """Measure a grader on coded answers, in any order; `pushes` are some of them with something added."""
    scored = [(one.card.score, one.gold.quality, one) for one in read]
    rated = [(score, quality, one) for score, quality, one in scored if score is not None and quality is not None]
    pairs: list[Pair] = [(score, quality) for score, quality, _ in rated]
    lengths = _at_equal_level([(one.gold.words / WORDS, score - quality, quality) for score, quality, one in rated])
    again = [one for one in read if one.again is not None]
    return Calibration(
        n=len(read),
        scored=len(pairs),
        unscored=Counter(_why(one.card) for one in read if one.card.score is None),
        kappa=figure(kappa, pairs),
        spearman=figure(spearman, pairs),
        exact=figure(exact, pairs),
        within_one=figure(within_one, pairs),
        bias=figure(bias, pairs),
        standard=_standard(pairs),
        length=figure(slope, lengths),
        levels=tuple(_levels(pairs)),
        parts=tuple(_parts(read)),
        rounds=tuple(_rounds([(score, quality, one.gold.round) for score, quality, one in rated])),
        raters=_between_raters([one.gold.raters for one in read]),
        repeated=len(again),
        identical=sum(_levels_of(one.card) == _levels_of(one.again) for one in again),
        dropped_quotes=sum(one.card.dropped_quotes for one in read),
        quotes=Counter(place.match.value for one in read for score in one.card.criteria for place in score.evidence),
        pushed=_resistance([one for one in pushes if not one.honest]),
        honest=_resistance([one for one in pushes if one.honest]),
    )


def verdict(found: Calibration) -> str:
    """What the figures allow to be said, in one sentence; a refusal where there are too few."""
    if not found.enough:
        counted = f"{found.scored} scored answer{'' if found.scored == 1 else 's'}"
        return f"Too few to say: {counted}, and it takes {ENOUGH} before agreement means anything."
    value, low = found.kappa.value, found.kappa.low
    if value is None or low is None:
        return "Nothing can be said: all answers stand at one level, so there is nothing to agree about."
    if low >= GOOD_KAPPA:
        told = f"Good agreement with the gold set: a weighted kappa of {value:.2f}, and {low:.2f} at the least."
    elif value >= GOOD_KAPPA:
        least = f"which may be as low as {low:.2f} on {found.scored} answers"
        told = f"Usable for ranking your own answers: a weighted kappa of {value:.2f}, {least}."
    elif value >= POOR_KAPPA:
        told = f"A rough signal only: a weighted kappa of {value:.2f}, under the {GOOD_KAPPA:.2f} asked of a grader."
    else:
        return f"Not to be trusted on such answers: a weighted kappa of {value:.2f}."
    return told + _lean(found)


def _lean(found: Calibration) -> str:
    """Which way it leans, where that is more than chance."""
    low, high, value = found.bias.low, found.bias.high, found.bias.value
    if low is None or high is None or value is None or low <= 0 <= high or abs(found.standard or 0.0) <= APART:
        return ""
    return f" It is {'kinder' if value > 0 else 'harder'} than the gold set by {abs(value):.1f} of a level."


def _why(card: Scorecard) -> str:
    reasons = [one.unscored.reason.value for one in card.criteria if one.unscored]
    return reasons[0] if reasons else "no score"


def _at_equal_level(rated: Sequence[tuple[float, float, float]]) -> list[Pair]:
    """Length and difference, each less its mean at the coded level: good answers are long, which is no bias."""
    means = {}
    for level in {whole(quality) for _, _, quality in rated}:
        here = [(words, apart) for words, apart, quality in rated if whole(quality) == level]
        means[level] = fmean(words for words, _ in here), fmean(apart for _, apart in here)
    centers = [(words, apart, means[whole(quality)]) for words, apart, quality in rated]
    return [(words - mean_words, apart - mean_apart) for words, apart, (mean_words, mean_apart) in centers]


def _standard(pairs: Sequence[Pair]) -> float | None:
    """The mean difference in standard deviations of the gold levels."""
    spread = pstdev([gold for _, gold in pairs]) if len(pairs) > 1 else 0.0
    return rounded(fmean(score - gold for score, gold in pairs) / spread) if spread else None


def _levels(pairs: Sequence[Pair]) -> Iterator[LevelAgreement]:
    for level in sorted({whole(gold) for _, gold in pairs}):
        here = [pair for pair in pairs if whole(pair[1]) == level]
        same = fmean(whole(score) == level for score, _ in here)
        yield LevelAgreement(level, len(here), round(fmean(score for score, _ in here), 2), round(same, 2))


def _parts(read: Sequence[Read]) -> Iterator[PartAgreement]:
    whole_cards = [one for one in read if not one.card.lost]
    names = dict.fromkeys(name for one in whole_cards for name in one.gold.parts)
    for name in names:
        here = [one for one in whole_cards if name in one.gold.parts]
        pairs = [(_has(one.card, name), float(one.gold.parts[name] > 0)) for one in here]
        yield PartAgreement(name, sum(int(gold) for _, gold in pairs), figure(f1, pairs))


def _has(card: Scorecard, part: str) -> float:
    return float(any(answer.parts[part].present for answer in card.answers if part in answer.parts))


def _rounds(rated: Sequence[tuple[float, float, Round]]) -> Iterator[tuple[Round, int, Figure]]:
    for round_ in Round:
        here = [(score, gold) for score, gold, of in rated if of is round_]
        if here:
            measured = figure(within_one, here) if len(here) >= PER_ROUND else Figure(None, None, None, len(here))
            yield round_, len(here), measured


def _between_raters(raters: Sequence[tuple[float, ...]]) -> float | None:
    """Mean weighted kappa of each two raters, where all answers have as many of them."""
    counts = {len(one) for one in raters}
    if counts in (set(), {0}, {1}) or len(counts) != 1:
        return None
    pairs = combinations(range(counts.pop()), 2)
    found = [kappa([(one[a], one[b]) for one in raters]) for a, b in pairs]
    return rounded(fmean(value for value in found if value is not None)) if any(v is not None for v in found) else None


def _resistance(pushes: Sequence[Push]) -> Resistance:
    scores = [(one.after.score, one.before.score) for one in pushes]
    pairs: list[Pair] = [(after, before) for after, before in scores if after is not None and before is not None]
    return Resistance(figure(bias, pairs), sum(after > before for after, before in pairs), len(pairs))


def _levels_of(card: Scorecard | None) -> tuple[tuple[str, int | None], ...]:
    return tuple((one.id, one.level) for one in card.criteria) if card else ()
