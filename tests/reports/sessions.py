"""Transcripts for reports: the sample, or parts of it, or with other words."""

from dataclasses import replace

from interviewsim.domain.events import CandidateSaid, Entry, Graded, InterviewerSaid, SaidAs
from interviewsim.domain.move import Move
from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.transcript import Transcript, transcript_of
from tests.golden.samples import ENTRIES, OPENED, SCORECARD, entry

GRADED = transcript_of(OPENED, ENTRIES)
UNGRADED = transcript_of(OPENED, ENTRIES[:-1])
UNDER_WAY = transcript_of(OPENED, ENTRIES[:14])
EMPTY = transcript_of(OPENED, ())


def saying(text: str) -> Transcript:
    """A session in which the candidate says one thing."""
    events = (ENTRIES[0], ENTRIES[4], entry(3, CandidateSaid(3, text, SaidAs.ANSWER), 9.0))
    return transcript_of(OPENED, events)


def graded(card: Scorecard) -> Transcript:
    """The sample under another grade."""
    return transcript_of(OPENED, (*ENTRIES[:-1], entry(21, Graded(1, card), 240.0)))


def graded_twice() -> Transcript:
    """The sample with a second, lower grade."""
    lower = replace(SCORECARD, grade=2, score=2.2, headline="No hire at Senior: 2.2 of 5 against a bar of 3.3.")
    return transcript_of(OPENED, (*ENTRIES, entry(22, Graded(2, lower), 240.0)))


def exchange(*said: tuple[Move | None, str, str | None]) -> Transcript:
    """Turns in order: a move for the interviewer's, none for the candidate's; text; target."""
    entries: list[Entry] = [ENTRIES[0]]
    for turn, (move, text, target) in enumerate(said, start=1):
        event = (
            CandidateSaid(turn, text, SaidAs.ANSWER)
            if move is None
            else InterviewerSaid(turn, text, move, "bh_dropped", target=target)
        )
        entries.append(entry(turn + 1, event, 10.0 * turn))
    return transcript_of(OPENED, entries)
