"""An interviewer whose every turn is checked as it is said."""

from collections.abc import AsyncIterator

from interviewsim.domain.transcript import Transcript
from interviewsim.engine.conduct import Breach, check_conduct
from interviewsim.engine.cue import Cue
from interviewsim.engine.ports import Interviewer


class WatchedInterviewer:
    """Implements `engine.ports.Interviewer` by another one, and keeps what was wrong with its turns."""

    def __init__(self, inner: Interviewer) -> None:
        self.inner = inner
        self.turns = 0
        self.breaches: list[tuple[int, str, Breach]] = []

    async def reply(self, transcript: Transcript, cue: Cue) -> AsyncIterator[str]:
        said = [one async for one in self.inner.reply(transcript, cue) if isinstance(one, str)]
        text = " ".join(said)
        self.turns += 1
        self.breaches += [(self.turns, text, breach) for breach in check_conduct(text, cue, transcript)]
        yield text
