"""An interviewer that says the move's name, so that a test reads the policy and not the wording."""

from collections.abc import AsyncIterator

from interviewsim.domain.move import Move
from interviewsim.domain.transcript import Transcript
from interviewsim.engine.cue import Cue


class PlainInterviewer:
    """Implements `engine.ports.Interviewer`; keeps the cues it was given."""

    def __init__(self) -> None:
        self.cues: list[Cue] = []

    async def reply(self, transcript: Transcript, cue: Cue) -> AsyncIterator[str]:
        self.cues.append(cue)
        questions = transcript.configured.questions if transcript.configured else ()
        asked = next((question.ask for question in questions if question.id == cue.question_id), "")
        yield asked if cue.move is Move.ASK else f"<{cue.move}:{cue.target or ''}>"
