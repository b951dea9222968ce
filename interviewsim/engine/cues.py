"""Cues for the interviewer, and what the transcript says about earlier ones."""

from collections.abc import Sequence

from interviewsim.domain.move import Move
from interviewsim.domain.question import Question
from interviewsim.domain.transcript import Utterance
from interviewsim.engine.cue import Cue
from interviewsim.engine.session import SessionState

FOLLOW_UPS = frozenset({Move.PROBE, Move.OCCASION, Move.CLOSEST, Move.FOCUS})
"""What spends a question's budget; contesting a decision has its own, once a round."""
PATIENCE = 2
"""How often the same evasion is met before the interviewer moves on."""


def cue_for(
    state: SessionState,
    move: Move,
    *,
    question: Question | None = None,
    target: str | None = None,
    quote: str | None = None,
    tell: str | None = None,
) -> Cue:
    """A cue about the question on the table, or about another one."""
    about = question or state.question
    attempt = sum(1 for turn in state.transcript.turns if turn.move is move)
    left = state.plan.seconds - state.transcript.t if state.plan.timed else None
    return Cue(move, about.id if about else None, target, quote, tell, attempt, left)


def made(state: SessionState, move: Move) -> bool:
    """Whether the move was made for the question on the table."""
    question = state.question
    return question is not None and any(turn.move is move for turn in state.transcript.of_question(question.id))


def made_in_phase(state: SessionState, move: Move) -> bool:
    """Whether the move was made since the phase began."""
    return any(turn.move is move for turn in state.in_phase)


def asked_after(state: SessionState, question: Question) -> set[str | None]:
    """What follow-ups to a question have asked after."""
    return {turn.target for turn in state.transcript.of_question(question.id)}


def spent(turns: Sequence[Utterance]) -> int:
    """Follow-ups among the turns."""
    return sum(1 for turn in turns if turn.move in FOLLOW_UPS)


def patiently(state: SessionState, move: Move, kind: str | None = None) -> Cue:
    """The move twice in a phase at most; then the question is left."""
    question_id = state.question.id if state.question else None
    met = sum(1 for turn in state.in_phase if turn.move is move and turn.question_id == question_id)
    return cue_for(state, move, target=kind) if met < PATIENCE else cue_for(state, Move.MOVE_ON)
