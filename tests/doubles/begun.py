"""A round of the shipped employer that has just begun: one thing asked, one thing answered."""

from interviewsim.domain.events import (
    CandidateSaid,
    Entry,
    Event,
    InterviewerSaid,
    SaidAs,
    SessionConfigured,
    SessionOpened,
)
from interviewsim.domain.move import Move
from interviewsim.domain.question import Question
from interviewsim.domain.rubric import CompanyPack
from interviewsim.domain.setup import Setup, plan_round
from interviewsim.domain.terms import Length, Level, Mode, Round
from interviewsim.domain.transcript import Transcript, transcript_of
from interviewsim.rubrics.library import RubricLibrary
from tests.rubrics.files import RUBRICS

QUOTE = "I cut the address step"
"""Words of the candidate's in it."""
_PACKS = RubricLibrary([RUBRICS])
PACK: CompanyPack = _PACKS.pack("generic")


def begun(question: Question, round_: Round = Round.BEHAVIORAL, *more: Event) -> Transcript:
    """The round after "Let us begin." and an answer, and after whatever more happened."""
    loop_round = PACK.loop_round(round_)
    assert loop_round is not None
    plan = plan_round(loop_round, Setup(round_), (question.answer_model,))
    opened = SessionOpened(
        "s", round_, "generic", Level.PM, Mode.REALISTIC, Length.SHORT, "offline", "A round", "2026-11-23"
    )
    events: tuple[Event, ...] = (
        SessionConfigured(1, plan, (question,), PACK, _PACKS.rubric("generic", Round.BEHAVIORAL)),
        InterviewerSaid(1, "Let us begin.", Move.ASK, question.id),
        CandidateSaid(2, f"{QUOTE}, and completion went up.", SaidAs.ANSWER),
        *more,
    )
    return transcript_of(opened, [Entry(n, "2026-11-23", float(n), event) for n, event in enumerate(events, 1)])
