"""What earlier grades leave to be worked on. Blocks on the disk; damage never stops anything."""

from collections.abc import Iterator
from itertools import islice

from interviewsim.domain.history import HistoryRow, Standing
from interviewsim.domain.rubric import Rubric
from interviewsim.domain.terms import Round
from interviewsim.domain.today import WeakSpot, WeakSpots
from interviewsim.errors import InterviewSimError
from interviewsim.transcripts.store import SessionStore
from interviewsim.wiring.drilling import drillable, levels_before
from interviewsim.wiring.met import cards_of, focus_of

MOST_ROWS = 200
"""Sessions that are looked back on."""
NEWEST = 4
"""Grades of a round that are looked at: the newest level of a criterion counts, also one from a drill."""


def weak_spots(store: SessionStore) -> WeakSpots:
    """The criterion that stands lowest over all rounds, and the round of the newest change that was asked for."""
    rows = [row for row in store.rows(MOST_ROWS) if row.state == Standing.FINISHED and row.forked_from is None]
    newest = _newest(rows)
    spots = [spot for row in newest.values() for spot in _spots(store, row)]
    lowest = min(spots, key=lambda one: (one[0].level, -one[1]), default=None)
    change = next((Round(row.round) for row in newest.values() if focus_of(store, Round(row.round), row.company)), None)
    return WeakSpots(lowest[0] if lowest else None, change)


def _newest(rows: list[HistoryRow]) -> dict[str, HistoryRow]:
    """The newest scored session of each round, the newest round first."""
    found: dict[str, HistoryRow] = {}
    for row in rows:
        if row.score is not None and row.round in set(Round):
            found.setdefault(row.round, row)
    return found


def _spots(store: SessionStore, row: HistoryRow) -> Iterator[tuple[WeakSpot, int]]:
    """The round's criteria that a drill can lift, each with its newest level and its weight."""
    rubric = _rubric(store, row.session)
    if rubric is None:
        return
    stood = levels_before(islice(cards_of(store, Round(row.round), row.company), NEWEST))
    for criterion in drillable(rubric):
        if criterion.id in stood and criterion.next_level.get(stood[criterion.id]):
            spot = WeakSpot(Round(row.round), row.company, criterion.id, criterion.name, stood[criterion.id])
            yield spot, criterion.weight


def _rubric(store: SessionStore, session: str) -> Rubric | None:
    try:
        configured = store.read(session).transcript.configured
    except InterviewSimError:
        return None
    return configured.rubric if configured else None
