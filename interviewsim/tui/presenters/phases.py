"""The phases of a plan, in the words that a candidate knows them by."""

from interviewsim.domain.loop import Phase, Round, RoundPlan
from interviewsim.domain.setup import CANDIDATE_QUESTIONS, CLOSE, INTRO
from interviewsim.tui.presenters.plain import one_line

_STORIES = frozenset({Round.BEHAVIORAL})


def phase_name(phase: Phase, plan: RoundPlan) -> str:
    """The phase's name: "story 2 of 3", "your questions"."""
    if phase.question is not None:
        noun = "story" if plan.round in _STORIES else "question"
        return noun if plan.questions == 1 else f"{noun} {phase.question + 1} of {plan.questions}"
    known = {INTRO: "intro", CANDIDATE_QUESTIONS: "your questions", CLOSE: "goodbye"}
    return known.get(phase.id) or one_line(phase.id.replace("_", " "))
