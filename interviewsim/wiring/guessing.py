"""The candidate's guesses: kept in the journal, and read back with the grades that followed. Blocks on the disk."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice

from interviewsim.domain.events import Entry, SelfEstimate
from interviewsim.domain.history import Standing
from interviewsim.domain.transcript import Transcript
from interviewsim.errors import InterviewSimError
from interviewsim.grading.guesses import Guess
from interviewsim.transcripts.store import SessionStore

MOST_ROUNDS = 40
"""Rounds that are looked back on."""
MOST_GUESSES = 10
"""Guesses that are compared: who guesses better now should see it."""


def keep_guess(store: SessionStore, session: str, estimate: SelfEstimate, now: datetime) -> None:
    """Add the guess to the session's journal. Raises as opening a journal does."""
    journal, file, _ = store.open(session)
    try:
        at = now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        journal.append_now((Entry(file.last_n + 1, at, file.transcript.t, estimate),))
    finally:
        journal.close_now()


def guesses(store: SessionStore) -> tuple[Guess, ...]:
    """The newest guesses with their newest grades, newest first; damage never stops them."""
    found = (
        Guess(transcript.estimate, transcript.grades[-1].scorecard)
        for transcript in _finished(store)
        if transcript.estimate and transcript.grades
    )
    return tuple(islice(found, MOST_GUESSES))


def _finished(store: SessionStore) -> Iterator[Transcript]:
    rows = (row for row in store.rows() if row.state == Standing.FINISHED and row.forked_from is None)
    for row in islice(rows, MOST_ROUNDS):
        try:
            yield store.read(row.session).transcript
        except InterviewSimError:
            continue
