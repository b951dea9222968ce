"""What the engine needs from outside, as small as it can be said."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from interviewsim.domain.events import Entry, Live
from interviewsim.domain.scorecard import Usage
from interviewsim.domain.transcript import Transcript
from interviewsim.engine.cue import Cue


class Clock(Protocol):
    """Time of day and a monotonic time."""

    def now(self) -> datetime:
        """The time of day, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds from an arbitrary start that never go back."""
        ...


class Journal(Protocol):
    """One session's journal, open for writing by us alone."""

    async def append(self, entries: Sequence[Entry]) -> None:
        """Write the entries and return when they are on disk; all of them or an error.

        Raises `JournalFailed` where the disk refuses; what was written before stays whole.
        """
        ...

    async def keep_live(self, live: Live) -> None:
        """Replace the live file whole. Failing to do so is not an error: the journal is the truth."""
        ...

    async def close(self) -> None:
        """Let go of the lock. The live file goes too where the round has ended."""
        ...


@dataclass(frozen=True, slots=True)
class Worded:
    """How a turn found its words, for the journal; tokens where a model was asked and its server counts."""

    how: tuple[str, ...] = ()
    usage: Usage | None = None


class Interviewer(Protocol):
    """Words the moves of a round."""

    def reply(self, transcript: Transcript, cue: Cue) -> AsyncIterator["str | Worded"]:
        """The sentences of one turn, in order, for the move that the cue names; at the end perhaps how it was worded.

        Raises `InterviewSimError` where the words do not come; those that came until then were said.
        """
        ...
