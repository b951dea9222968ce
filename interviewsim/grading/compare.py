"""Two grades side by side, with the reason for every difference: a pure value for the command and the app alike.

A score is the mean of levels by weight, so a difference of scores falls apart into what other levels make (at the
first grade's weights) and what the other ruler makes (the rest).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from interviewsim.domain.rubric import CompanyPack, Criterion, Rubric
from interviewsim.domain.scorecard import CriterionScore, Scorecard, Seen
from interviewsim.grading.levels import LevelRead, capped_by, level_reads
from interviewsim.grading.rulers import Difference, Differs, between_criteria
from interviewsim.grading.scoring import LEAST_COVERAGE, short_of


class Because(StrEnum):
    """Why two grades differ."""

    WORDS = "words"
    WEIGHT = "weight"
    ITEM = "item"
    ITEM_TEXT = "item_text"
    ANCHOR = "anchor"
    CRITERION = "criterion"
    UNSCORED = "unscored"
    GRADER = "grader"
    BAR = "bar"
    LEAST = "least"
    CAP = "cap"
    SCORE = "score"
    ANSWERS = "answers"
    UNKNOWN = "unknown"


DECIDING = frozenset({Because.ITEM, Because.ITEM_TEXT})
"""Reasons that a level can follow from by itself."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, in a sentence that calls the grades A and B."""

    because: Because
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """One grade, and the ruler it was graded by where that is still at hand."""

    card: Scorecard
    rubric: Rubric | None = None
    pack: CompanyPack | None = None

    @property
    def bar(self) -> float | None:
        """The score a hire needs at the card's level, if known."""
        return self.pack.bar.get(self.card.level) if self.pack else None

    @property
    def levels(self) -> tuple[LevelRead, ...]:
        """The grade at every level, where its ruler is at hand."""
        return level_reads(self.card, self.rubric, self.pack) if self.rubric and self.pack else ()

    def criterion(self, criterion_id: str) -> Criterion | None:
        """The criterion as the ruler has it, if both are there."""
        criteria = self.rubric.criteria if self.rubric else ()
        return next((one for one in criteria if one.id == criterion_id), None)


@dataclass(frozen=True, slots=True)
class CriterionCompared:
    """One criterion in both grades. Levels 1 to 5 and weights as shares of 1; None where a side has none.

    `points`: what its other level alone makes of the score.
    """

    id: str
    name: str
    first: int | None
    second: int | None
    weights: tuple[float | None, float | None]
    points: float | None
    reasons: tuple[Reason, ...]

    @property
    def alike(self) -> bool:
        """Whether level and weight are the same."""
        return self.first == self.second and self.weights[0] == self.weights[1]


@dataclass(frozen=True, slots=True)
class ScoreCompared:
    """What became of the score: by other levels, by the other ruler (both None where a side has no score)."""

    difference: float | None
    by_levels: float | None
    by_ruler: float | None
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two grades. `same_words`: they are of one session."""

    first: Side
    second: Side
    same_words: bool
    score: ScoreCompared
    verdict: str
    verdict_reasons: tuple[Reason, ...]
    criteria: tuple[CriterionCompared, ...]


def compare(first: Side, second: Side) -> Comparison:
    """Put two grades side by side."""
    same_words = first.card.session is not None and first.card.session == second.card.session
    criteria = tuple(_criteria(first, second, same_words=same_words))
    score = _score(first.card, second.card, criteria)
    reasons = tuple(_verdict_reasons(first, second, score)) if first.card.verdict != second.card.verdict else ()
    return Comparison(first, second, same_words, score, _verdict(first, second), reasons, criteria)


def _criteria(first: Side, second: Side, *, same_words: bool) -> Iterator[CriterionCompared]:
    ours = {one.id: one for one in first.card.criteria}
    theirs = {one.id: one for one in second.card.criteria}
    weight = sum(one.weight for one in ours.values() if one.level is not None)
    for name in dict.fromkeys((*ours, *theirs)):
        one, other = ours.get(name), theirs.get(name)
        yield CriterionCompared(
            name,
            next(known.name for known in (one, other) if known is not None),
            one.level if one else None,
            other.level if other else None,
            weights=(one.weight if one else None, other.weight if other else None),
            points=_points(one, other, weight),
            reasons=tuple(_reasons(first, second, one, other, same_words=same_words)),
        )


def _points(one: CriterionScore | None, other: CriterionScore | None, weight: float) -> float | None:
    if one is None or other is None or one.level is None or other.level is None:
        return None
    return round(one.weight * (other.level - one.level) / weight, 2)


def _reasons(
    first: Side, second: Side, one: CriterionScore | None, other: CriterionScore | None, *, same_words: bool
) -> Iterator[Reason]:
    if one is None or other is None:
        yield Reason(
            Because.CRITERION, f"Judged only in {'B' if one is None else 'A'}: the other ruler has no such criterion."
        )
        return
    if one.weight != other.weight:
        yield Reason(Because.WEIGHT, f"It weighs {one.weight:.0%} in A and {other.weight:.0%} in B.")
    for side, score in (("A", one), ("B", other)):
        if score.unscored is not None:
            yield Reason(Because.UNSCORED, f"Not scored in {side}: {score.unscored.detail or score.unscored.reason}")
    found = [*_decided(first, second, one, other), *_worded(first, second, one.id)]
    yield from found
    if one.level == other.level or one.level is None or other.level is None:
        return
    yield from _further(first, second, decided=any(why.because in DECIDING for why in found), same_words=same_words)


def _further(first: Side, second: Side, *, decided: bool, same_words: bool) -> Iterator[Reason]:
    """What else makes two levels differ, besides items and texts."""
    if _grader(first) != _grader(second):
        yield Reason(Because.GRADER, f"A is by the {_grader(first)}, B by the {_grader(second)}.")
    if not same_words:
        yield Reason(Because.WORDS, "A and B are different sessions: other words were judged.")
    elif not decided:
        yield Reason(Because.ANSWERS, "Over all answers the same items were seen; on single answers the levels differ.")


def _grader(side: Side) -> str:
    name = side.card.grader
    return f"model {name.model}" if name.model else f"{name.kind} grader"


def _decided(first: Side, second: Side, one: CriterionScore, other: CriterionScore) -> Iterator[Reason]:
    """Items that both rulers have and that were decided differently."""
    theirs = {item.id: item.seen for item in other.items}
    for item in one.items:
        seen = theirs.get(item.id)
        if seen is None or seen is item.seen:
            continue
        text = _text(first, one.id, item.id) or _text(second, one.id, item.id) or item.id.replace("_", " ")
        yield Reason(Because.ITEM, f"“{text}” is {_decision(item.seen)} in A and {_decision(seen)} in B.")


def _decision(seen: Seen) -> str:
    match seen:
        case Seen.YES:
            return "seen"
        case Seen.NO:
            return "not seen"
        case Seen.UNCLEAR:
            return "unclear"


def _text(side: Side, criterion_id: str, item_id: str) -> str:
    criterion = side.criterion(criterion_id)
    items = criterion.items if criterion else ()
    return next((item.text for item in items if item.id == item_id), "")


def _worded(first: Side, second: Side, criterion_id: str) -> Iterator[Reason]:
    """Items and anchors that the two rulers put differently."""
    one, other = first.criterion(criterion_id), second.criterion(criterion_id)
    if one is None or other is None:
        return
    found = between_criteria(one, other)
    for difference in found:
        match difference.differs:
            case Differs.ITEM:
                yield Reason(Because.ITEM_TEXT, _item_changed(difference))
            case Differs.ANCHOR:
                yield Reason(Because.ANCHOR, f"The anchor of level {difference.key} reads differently.")
            case _:
                continue


def _item_changed(difference: Difference) -> str:
    name = difference.key.replace("_", " ")
    if not difference.second:
        return f"Only A's ruler asks for {name} ({difference.first})."
    if not difference.first:
        return f"Only B's ruler asks for {name} ({difference.second})."
    return f"{name.capitalize()} is “{difference.first}” in A and “{difference.second}” in B."


def _score(first: Scorecard, second: Scorecard, criteria: Sequence[CriterionCompared]) -> ScoreCompared:
    if first.score is None or second.score is None:
        without = " and ".join(name for name, card in (("A", first), ("B", second)) if card.score is None)
        return ScoreCompared(
            None, None, None, f"{without} has no score." if without != "A and B" else "Neither has a score."
        )
    difference = round(second.score - first.score, 2)
    by_levels = round(sum(one.points or 0 for one in criteria), 2)
    by_ruler = round(difference - by_levels, 2)
    return ScoreCompared(difference, by_levels, by_ruler, _score_told(first.score, second.score, by_levels, by_ruler))


def _score_told(first: float, second: float, by_levels: float, by_ruler: float) -> str:
    if first == second and not by_levels:
        return f"The score is {first:.2f} in both."
    parts = [f"{by_levels:+.2f} by other levels"] if by_levels else []
    parts += [f"{by_ruler:+.2f} by weights and by what is judged"] if by_ruler else []
    return f"The score goes from {first:.2f} to {second:.2f}: {', '.join(parts)}."


def _verdict(first: Side, second: Side) -> str:
    one, other = _filed(first), _filed(second)
    if first.card.verdict == second.card.verdict:
        return f"{one} in A, {other} in B: the same verdict." if one != other else f"{one} in both."
    return f"{one} in A, {other} in B."


def _filed(side: Side) -> str:
    verdict, at = side.card.verdict, side.card.level.label
    if verdict is None:
        return f"No verdict at {at}"
    scale = side.pack.scale if side.pack else {}
    return f"{scale.get(verdict, verdict.replace('_', ' ').capitalize())} at {at}"


def _verdict_reasons(first: Side, second: Side, score: ScoreCompared) -> Iterator[Reason]:
    if first.card.verdict is None or second.card.verdict is None:
        yield from _without_verdict(first, second)
        return
    if score.difference:
        yield Reason(Because.SCORE, f"The score is {first.card.score:.2f} in A and {second.card.score:.2f} in B.")
    if first.bar is not None and second.bar is not None and first.bar != second.bar:
        yield Reason(
            Because.BAR,
            f"The bar is {first.bar:.1f} for {first.card.level.label} in A and "
            f"{second.bar:.1f} for {second.card.level.label} in B.",
        )
    for name, side in (("A", first), ("B", second)):
        yield from _held_down(name, side)
    if first.rubric is None or second.rubric is None:
        yield Reason(Because.UNKNOWN, "One of the rulers has changed since, so its bar and its texts are not at hand.")


def _held_down(name: str, side: Side) -> Iterator[Reason]:
    if side.rubric is None:
        return
    if short := short_of(side.card.level, side.card.criteria, side.rubric):
        listed = ", ".join(one.lower() for one in short)
        yield Reason(Because.LEAST, f"In {name} less than {side.card.level.label} needs: {listed}.")
    for cap in capped_by(side.card, side.rubric):
        yield Reason(Because.CAP, f"In {name} {cap}.")


def _without_verdict(first: Side, second: Side) -> Iterator[Reason]:
    for name, side in (("A", first), ("B", second)):
        if side.card.verdict is not None:
            continue
        if side.card.coverage < LEAST_COVERAGE:
            yield Reason(Because.UNSCORED, f"In {name} only {side.card.coverage:.0%} of the weight could be judged.")
        else:
            yield Reason(Because.GRADER, f"{name}'s grader gives no verdict here: {side.card.headline}")
