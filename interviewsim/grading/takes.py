"""Two takes of one answer side by side: which observable items were gained, and which were lost.

Both takes are read from scorecards of one grader by one rubric. An item was seen in an answer where its evidence stands
in one of the answer's turns; where a criterion stands at its lowest level it keeps no evidence, and the item counts as
seen in the answers that were judged by it, so that nothing looks gained that was there before.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from interviewsim.domain.evidence import Evidence
from interviewsim.domain.scorecard import AnswerRecord, CriterionScore, Scorecard, Seen
from interviewsim.domain.transcript import Transcript, Utterance


@dataclass(frozen=True, slots=True)
class Take:
    """One of the two: the session, the turn that was said, and what all of it was graded."""

    transcript: Transcript
    card: Scorecard
    turn: Utterance

    @property
    def record(self) -> AnswerRecord | None:
        """The whole answer that the turn belongs to; None where it answers no main question."""
        return next((one for one in self.card.answers if self.turn.turn in one.turns), None)


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item that one take shows and the other does not, with the words where it shows them."""

    criterion: str
    text: str
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class LevelChange:
    """A criterion's levels on this answer, 1 to 5; None where a take has none."""

    name: str
    first: int | None
    second: int | None


@dataclass(frozen=True, slots=True)
class Takes:
    """Both takes of an answer. `asked` are the interviewer's words that both reply to."""

    asked: str
    first: Take
    second: Take
    levels: tuple[LevelChange, ...]
    gained: tuple[ItemChange, ...]
    lost: tuple[ItemChange, ...]


def side_by_side(first: Take, second: Take) -> Takes:
    """Put two takes of one answer side by side."""
    before, now = _seen(first), _seen(second)
    asked = second.transcript.turn(second.turn.turn - 1)
    return Takes(
        asked.text if asked else "",
        first,
        second,
        tuple(_levels(first, second)),
        tuple(_changes(second, now, without=before)),
        tuple(_changes(first, before, without=now)),
    )


_Items = Mapping[tuple[str, str], Evidence | None]


def _seen(take: Take) -> _Items:
    """The items that the answer shows, by criterion and item, each with its first words."""
    found: dict[tuple[str, str], Evidence | None] = {}
    here = _here(take)
    for criterion in take.card.criteria:
        for item in criterion.items:
            if item.seen is not Seen.YES:
                continue
            places = [place for index in item.evidence if here((place := criterion.evidence[index]).turn)]
            if places or (not item.evidence and _judged_here(take, criterion)):
                found[criterion.id, item.id] = places[0] if places else None
    return found


def _here(take: Take) -> Callable[[int], bool]:
    record = take.record
    return (lambda _: True) if record is None else (lambda turn: turn in record.turns)


def _judged_here(take: Take, criterion: CriterionScore) -> bool:
    return take.record is None or criterion.id in take.record.levels


def _levels(first: Take, second: Take) -> Iterator[LevelChange]:
    theirs = {one.id: one for one in second.card.criteria}
    for criterion in first.card.criteria:
        if criterion.id not in theirs:
            continue
        before, now = _level(first, criterion), _level(second, theirs[criterion.id])
        if before is not None or now is not None:
            yield LevelChange(criterion.name, before, now)


def _level(take: Take, criterion: CriterionScore) -> int | None:
    return criterion.level if take.record is None else take.record.levels.get(criterion.id)


def _changes(take: Take, items: _Items, *, without: _Items) -> Iterator[ItemChange]:
    configured = take.transcript.configured
    criteria = configured.rubric.criteria if configured else ()
    texts = {(one.id, item.id): item.text for one in criteria for item in one.items}
    names = {one.id: one.name for one in take.card.criteria}
    for key, evidence in items.items():
        if key not in without:
            criterion, item = key
            yield ItemChange(names[criterion], texts.get(key) or item.replace("_", " "), evidence)
