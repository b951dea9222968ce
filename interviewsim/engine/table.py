"""What lies on the table between two events: the draft and the notes, and the live file that keeps them."""

from dataclasses import replace

from interviewsim.domain.events import Live, SaidAs
from interviewsim.domain.transcript import Transcript
from interviewsim.engine.ports import Journal
from interviewsim.reading.cleaning import clean


class Table:
    """The draft and the notes of a round under way; on disk no later than the last `save`."""

    def __init__(self, left: Live, transcript: Transcript) -> None:
        """`left` is what an interruption left behind."""
        self._live = _still_unsent(left, transcript)

    @property
    def live(self) -> Live:
        """What lies there now."""
        return self._live

    def keep(self, draft: str, notes: str, transcript: Transcript) -> None:
        """Remember a draft and notes. Cheap enough for every key."""
        self._live = Live(draft, notes, self._live.t, answers_in(transcript))

    def forget_draft(self, transcript: Transcript, t: float) -> None:
        """The draft was sent; `t` is the round's clock in seconds."""
        self._live = Live("", self._live.notes, t, answers_in(transcript))

    async def save(self, journal: Journal, t: float) -> None:
        """Replace the live file."""
        self._live = replace(self._live, t=t)
        await journal.keep_live(self._live)


def answers_in(transcript: Transcript) -> int:
    """How often the candidate has spoken."""
    return sum(1 for turn in transcript.turns if turn.candidate)


def _still_unsent(live: Live, transcript: Transcript) -> Live:
    """A draft that was sent just before the program went away must not come back as a draft.

    A question that was put in between leaves the draft as it was, unless it was the draft itself.
    """
    since = [turn for turn in transcript.turns if turn.candidate][live.answers :]
    written = clean(live.draft).strip()
    sent = any(turn.as_ is SaidAs.ANSWER or turn.text.strip().startswith(written) for turn in since)
    return replace(live, draft="" if sent else live.draft, answers=answers_in(transcript))
