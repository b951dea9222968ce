"""Once more: the setup for a question of a finished round, the turn to take again, the criteria to drill."""

from dataclasses import dataclass, replace

from interviewsim.domain.forking import take_at
from interviewsim.domain.rubric import Rubric
from interviewsim.domain.scorecard import AnswerRecord, Scorecard
from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Length
from interviewsim.domain.transcript import Transcript
from interviewsim.tui.presenters.plain import one_line

MOST_DRILLS = 2
OWN = "own"
"""The id under which a question of the candidate's own is kept."""


def again(transcript: Transcript, card: Scorecard | None) -> Setup:
    """The same setup, on the question that went worst; the first one where nothing tells them apart."""
    opened, configured = transcript.opened, transcript.configured
    setup = Setup(opened.round, opened.company, opened.level, opened.mode, opened.length)
    if configured is None:
        return setup
    asked = {question.id: question.ask for question in configured.questions}
    weakest = min(card.answers, key=_mean_level) if card and card.answers else None
    question = weakest.question_id if weakest else next(iter(asked), None)
    setup = replace(setup, time_factor=configured.plan.time_factor if configured.plan.timed else None)
    return replace(setup, ask=asked.get(OWN)) if question == OWN else replace(setup, question_id=question)


@dataclass(frozen=True, slots=True)
class Drill:
    """A criterion that ten minutes could lift."""

    criterion: str
    name: str
    level: int


def drills_of(card: Scorecard, rubric: Rubric | None) -> tuple[Drill, ...]:
    """The two criteria that stand lowest, of those that one question can show; the heavier first."""
    phased = {one.id for one in rubric.criteria if one.phase} if rubric else set()
    can = [one for one in card.criteria if one.level is not None and one.next_level and one.id not in phased]
    lowest = sorted(can, key=lambda one: (one.level or 0, -one.weight))[:MOST_DRILLS]
    return tuple(Drill(one.id, one_line(one.name), one.level or 0) for one in lowest)


def drill_setup(transcript: Transcript, drill: Drill) -> Setup:
    """Ten minutes on a criterion, in the round and at the company where it stood low."""
    opened = transcript.opened
    return Setup(opened.round, opened.company, opened.level, opened.mode, Length.DRILL, drill=drill.criterion)


def weakest_turn(transcript: Transcript, card: Scorecard | None) -> int | None:
    """Where to begin a take two: the first words of the answer that went worst, else the candidate's first."""
    weakest = min(card.answers, key=_mean_level) if card and card.answers else None
    first = take_at(transcript, weakest.turns[0] if weakest and weakest.turns else 1)
    return first.turn if first else None


def _mean_level(answer: AnswerRecord) -> float:
    levels = answer.levels.values()
    return sum(levels) / len(levels) if levels else 0.0
