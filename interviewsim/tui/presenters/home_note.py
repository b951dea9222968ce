"""The note that home leaves itself: what it showed last, to be shown again until the sessions have been read.

Its text comes from a file, so nothing of it is believed to be of the right shape.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from interviewsim.domain.history import HistoryRow
from interviewsim.domain.terms import Round
from interviewsim.tui.presenters.home import RECENT, HomeView, RoundRow, home_view
from interviewsim.tui.presenters.plain import one_line

_TEXTS = ("last", "best", "trend")


@dataclass(frozen=True, slots=True)
class Noted:
    """What a note says. `rounds`: those that could be played, with their minutes; none where nobody had said.

    `view`: what was shown of practice, if any.
    """

    rounds: Mapping[Round, int]
    view: HomeView | None


def note_of(view: HomeView, history: Sequence[HistoryRow], rounds: Mapping[Round, int]) -> str:
    """What home shows. `history`, newest first, and `rounds` are what the view was made from."""
    listed = {row.session for row in (*view.unfinished, *view.recent)} | {row.session for row in history[:RECENT]}
    noted = {
        "minutes": rounds,
        "headline": view.headline,
        "damaged": view.damaged,
        "rounds": {row.round: {name: getattr(row, name) for name in _TEXTS} for row in view.rounds},
        "sessions": [asdict(row) for row in history if row.session in listed],
    }
    return json.dumps(noted)


def noted_in(note: str, now: datetime | None) -> Noted | None:
    """What home showed, its times told anew; None where the text is no such note.

    Loops are sealed again, until somebody has said which are complete.
    """
    try:
        noted = json.loads(note)
        minutes = {Round(name): int(minutes) for name, minutes in noted["minutes"].items()}
        sessions = [HistoryRow(**row) for row in noted["sessions"]]
        return Noted(minutes, _view(noted, home_view(sessions, now, minutes or None)) if sessions else None)
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        return None


def _view(noted: Mapping[str, Any], view: HomeView) -> HomeView:
    return view._replace(
        headline=one_line(noted["headline"]),
        damaged=one_line(noted["damaged"]),
        rounds=tuple(_round(row, noted["rounds"][row.round]) for row in view.rounds),
    )


def _round(row: RoundRow, noted: Mapping[str, Any]) -> RoundRow:
    return row._replace(last=one_line(noted["last"]), best=one_line(noted["best"]), trend=one_line(noted["trend"]))
