"""The phases of a plan, in the words that a candidate knows them by."""

from collections.abc import Iterator
from dataclasses import dataclass

from interviewsim.domain.loop import Phase, RoundPlan
from interviewsim.domain.setup import CANDIDATE_QUESTIONS, CLOSE, QUESTION
from interviewsim.domain.terms import Round
from interviewsim.tui.presenters.plain import named

_STORIES = frozenset({Round.BEHAVIORAL})
_NAMES = {CANDIDATE_QUESTIONS: "Your questions", CLOSE: "Goodbye", "trade_offs": "Trade-offs"}
FOLLOW_UP = "Follow-up"
"""A phase in which the interviewer brings something new: its name must not give away what."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A line of the plan: when it starts and how long it lasts, in seconds. `inner`: a stage of the line above."""

    start: int
    name: str
    seconds: int
    inner: bool = False


def phase_name(phase: Phase, plan: RoundPlan) -> str:
    """The phase's name, with its question where there are several: "Story 2 of 3", "Users, question 1 of 2"."""
    if phase.question is None:
        return _named(phase)
    whole = _question_name(phase.question, plan)
    if phase.id.startswith(QUESTION):
        return whole
    return _named(phase) if plan.questions == 1 else f"{_named(phase)}, {whole[:1].lower()}{whole[1:]}"


def plan_rows(plan: RoundPlan) -> Iterator[PlanRow]:
    """The plan in order; a question that is gone through in stages has a line of its own before them."""
    before: int | None = None
    for index, phase in enumerate(plan.phases):
        start = plan.starts_at(index)
        staged = phase.question is not None and not phase.id.startswith(QUESTION) and plan.questions > 1
        if staged and phase.question is not None and phase.question != before:
            whole = sum(one.seconds for one in plan.phases if one.question == phase.question)
            yield PlanRow(start, _question_name(phase.question, plan), whole)
        before = phase.question
        yield PlanRow(start, _named(phase) if staged else phase_name(phase, plan), phase.seconds, inner=staged)


def _question_name(question: int, plan: RoundPlan) -> str:
    noun = "Story" if plan.round in _STORIES else "Question"
    return noun if plan.questions == 1 else f"{noun} {question + 1} of {plan.questions}"


def _named(phase: Phase) -> str:
    return FOLLOW_UP if phase.move is not None else _NAMES.get(phase.id) or named(phase.id)
