"""What home says of the days until the interview, and the setup of a day's session."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from interviewsim.domain.history import HistoryRow
from interviewsim.domain.setup import DRILL_MINUTES, Setup
from interviewsim.domain.terms import Length, Mode
from interviewsim.domain.today import Plan, Practice, Today, WeakSpot, WeakSpots, practice_of, today_of
from interviewsim.tui.presenters.plain import one_line, plural

DATE_NOTE = "A day as in 2027-01-31, or days from now as in 10. The word none takes it away."
NAMED = 3
"""Untried rounds that are named one by one; more are counted."""
_DAYS = re.compile(r"[0-9]{1,3}")


@dataclass(frozen=True, slots=True)
class TodayView:
    """What leads home: the days left, what was never tried, today's one session."""

    lead: str
    text: str
    today: Today


def today_view(day: date, now: datetime, history: Sequence[HistoryRow], spots: WeakSpots) -> TodayView:
    """Turn a day, a history (newest first) and what is weak into home's first lines."""
    days = (day - now.date()).days
    practice = practice_of(history, now.date(), now.tzinfo, spots)
    today = today_of(days, practice)
    lead = " · ".join(filter(None, (_left(days), _untried(practice) if days > 0 else "")))
    return TodayView(lead, _told(today, practice), today)


def drill_of(spot: WeakSpot) -> Today:
    """Ten minutes on a criterion, on any day."""
    return Today(Plan.DRILL, spot.round, Length.DRILL, DRILL_MINUTES, spot)


def setup_for(today: Today, last: Setup) -> Setup:
    """The day's session as such a round was set up last time; a rehearsal is always realistic."""
    setup = replace(last, length=today.length, minutes=None)
    if today.plan is Plan.REHEARSAL:
        setup = replace(setup, mode=Mode.REALISTIC)
    return replace(setup, company=today.spot.company, drill=today.spot.criterion) if today.spot else setup


def date_in(text: str, today: date) -> date | None:
    """The day that was typed: a date, days from now, or None for "none". Raises `ValueError`."""
    typed = text.strip().lower()
    if typed in {"none", "no", "-"}:
        return None
    if _DAYS.fullmatch(typed):
        return today + timedelta(days=int(typed))
    return date.fromisoformat(typed)


def _left(days: int) -> str:
    match days:
        case 0:
            return "Your interview is today"
        case 1:
            return "Your interview is tomorrow"
        case _ if days < 0:
            return f"Your interview was {plural(-days, 'day')} ago"
        case _:
            return f"{plural(days, 'day')} to go"


def _untried(practice: Practice) -> str:
    left = practice.untried
    if not left:
        return ""
    names = ", ".join(round_.label for round_ in left)
    return f"not tried yet: {names}" if len(left) <= NAMED else f"{plural(len(left), 'round')} not tried yet"


def _told(today: Today, practice: Practice) -> str:
    """The session in a sentence, and the key that begins it."""
    press = f"{today.minutes} minutes. Press t to begin."
    name = today.round.label
    match today.plan:
        case Plan.UNTRIED:
            return f"{name}, which you have not tried. {press}"
        case Plan.DRILL:
            spot = today.spot
            what = f"{one_line(spot.name)}, at level {spot.level}" if spot else name
            return f"A drill on your weakest criterion: {what} ({name.lower()}). {press}"
        case Plan.CHANGE:
            change = practice.spots.change is not None
            return f"{name}, {'to try the change you were asked for' if change else 'once more'}. {press}"
        case Plan.REHEARSAL:
            return f"A rehearsal: {name.lower()} as it will be, no hints, no pause. {press}"
        case Plan.LIGHT:
            return f"A light day: one warm-up and no more. {press}"
        case Plan.DONE:
            return "Done. One session a day is enough."
        case Plan.OVER:
            return "Press i to set the day of the next one, or to take this one away."
