"""One thing the candidate said on a question, as the reading of aspects takes it."""

from dataclasses import dataclass

from interviewsim.domain.aspect import Aspect
from interviewsim.domain.move import Move


@dataclass(frozen=True, slots=True)
class Heard:
    """One candidate utterance. `after` is the interviewer's move that it replies to.

    `prompted` where it replied to a probe, and `sought` is then the aspect that the probe asked for, if it is known.
    `question` where it mainly puts a question to the interviewer.
    """

    turn: int
    text: str
    prompted: bool = False
    after: Move | None = None
    question: bool = False
    sought: Aspect | None = None
