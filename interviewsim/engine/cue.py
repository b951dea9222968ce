"""The engine's cue to the interviewer: which move, about what, with which of the candidate's words."""

from dataclasses import dataclass

from interviewsim.domain.move import Move


@dataclass(frozen=True, slots=True)
class Cue:
    """One interviewer turn, named and not yet worded.

    `target` is the part or signal a probe asks after, or the id of the topic that is told.
    `quote` are up to eight of the candidate's own words, verified. `attempt` counts earlier
    cues of the same move for the same question, so that wording does not repeat.
    """

    move: Move
    question_id: str | None = None
    target: str | None = None
    quote: str | None = None
    tell: str | None = None
    attempt: int = 0
    seconds_left: float | None = None
