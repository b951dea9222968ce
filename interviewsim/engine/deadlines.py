"""When the clock asks for something by itself: a nudge, a word over a draft that runs on, the end."""

from dataclasses import dataclass
from enum import StrEnum

from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel
from interviewsim.domain.transcript import Utterance
from interviewsim.engine.cue import Cue
from interviewsim.engine.session import SessionState

GRACE = 60.0
"""Seconds to finish the draft after time is up."""
NUDGE_AFTER = 90.0
"""Seconds of silence over an empty draft before a nudge; the same again before each further one."""
AND_TIME = "and_time"
"""How the target ends of a reply that leaves a choice to the candidate and grants the minute they asked for with it."""
MOST_NUDGES = 3
"""The third offers to move on; after it the room stays quiet."""
LONG_DRAFT = 450
"""Words of one draft, three minutes spoken, at which an interviewer would cut in."""
LONG_FOR = {AnswerModel.EXEC: 225, AnswerModel.PITCH: 300}
"""The same where less is expected: a minute and a half for an executive, two minutes for a pitch."""


class Due(StrEnum):
    """What the clock asks for."""

    NUDGE = "nudge"
    FOCUS = "focus"
    TIME_UP = "time_up"
    GRACE_OVER = "grace_over"


@dataclass(frozen=True, slots=True)
class Deadline:
    """What is due, and when on the round's clock, in seconds."""

    at: float
    of: Due

    def cue(self, state: SessionState) -> Cue:
        """The interviewer's turn where one is due."""
        question = state.question
        move = Move.NUDGE if self.of is Due.NUDGE else Move.FOCUS
        short = self.of is Due.FOCUS and question is not None and question.answer_model in LONG_FOR
        target = "shorter" if short else None
        return Cue(move, question.id if question else None, target, attempt=said_before(state, move))


def next_deadline(state: SessionState, draft: str, *, told_time_up: bool, nudges: bool) -> Deadline | None:
    """The earliest thing the clock will ask for while the candidate has the floor."""
    if not state.candidate_has_the_floor or state.last is None:
        return None
    found = [*_end(state, told_time_up=told_time_up), *_cutting_in(state, draft)]
    if nudges:
        found += _nudge(state, draft)
    return min(found, key=lambda deadline: deadline.at, default=None)


def said_before(state: SessionState, move: Move) -> int:
    """How often the interviewer made this move in the round."""
    return sum(1 for turn in state.transcript.turns if turn.move is move)


def _end(state: SessionState, *, told_time_up: bool) -> list[Deadline]:
    if not state.plan.timed:
        return []
    seconds = float(state.plan.seconds)
    if told_time_up:
        return [Deadline(seconds + GRACE, Due.GRACE_OVER)]
    return [Deadline(seconds, Due.TIME_UP)]


def _cutting_in(state: SessionState, draft: str) -> list[Deadline]:
    """Length alone decides; what the draft says is nobody's business yet."""
    cut_in_before = any(turn.move is Move.FOCUS for turn in state.in_phase)
    if state.question is None or cut_in_before:
        return []
    most = LONG_FOR.get(state.question.answer_model, LONG_DRAFT)
    if len(draft) < 2 * most or len(draft.split()) < most:
        return []
    return [Deadline(0.0, Due.FOCUS)]


def _nudge(state: SessionState, draft: str) -> list[Deadline]:
    """No nudge over a draft that has text, nor in a minute that was asked for."""
    if draft.strip() or state.last is None:
        return []
    silent_turns = 0
    for turn in reversed(state.in_phase):
        if turn.move is not Move.NUDGE:
            break
        silent_turns += 1
    if silent_turns >= MOST_NUDGES:
        return []
    granted = 60.0 if _minute_granted(state.last) else 0.0
    return [Deadline(state.last.t + NUDGE_AFTER + granted, Due.NUDGE)]


def _minute_granted(last: Utterance) -> bool:
    return last.move is Move.GRANT_TIME or (last.move is Move.DECIDE and (last.target or "").endswith(AND_TIME))
