from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from interviewsim.domain.history import HistoryRow
from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Length, Mode, Round
from interviewsim.domain.today import Plan, Today, WeakSpot, WeakSpots
from interviewsim.tui.presenters.today import TodayView, date_in, drill_of, setup_for, today_view
from tests.doubles.stage import NOW, history_rows

SPOT = WeakSpot(Round.BEHAVIORAL, "meadow", "result", "Result", 2)
EARLIER = [replace(history_rows()[2], round=round_.value) for round_ in Round]


def view(days: int, history: list[HistoryRow], spots: WeakSpots | None = None) -> TodayView:
    return today_view(NOW.date() + timedelta(days=days), NOW, history, spots or WeakSpots())


def test_days_left_and_untried_rounds_lead() -> None:
    assert view(10, EARLIER[:1]).lead == "10 days to go · 5 rounds not tried yet"
    assert view(10, EARLIER[:4]).lead == "10 days to go · not tried yet: Case study, Final"
    assert view(3, EARLIER).lead == "3 days to go"
    assert view(1, EARLIER).lead == "Your interview is tomorrow"
    assert view(0, EARLIER).lead == "Your interview is today"
    assert view(-1, EARLIER).lead == "Your interview was 1 day ago"


def test_the_session_is_told_with_its_minutes_and_its_key() -> None:
    told = view(5, EARLIER[:4]).text
    assert told == "Case study, which you have not tried. 25 minutes. Press t to begin."
    drill = view(5, EARLIER, WeakSpots(SPOT)).text
    assert "Result, at level 2 (behavioral). 10 minutes. Press t" in drill


@pytest.mark.parametrize(("days", "word"), [(2, "rehearsal"), (1, "light"), (-2, "Press i")])
def test_each_kind_of_day_says_what_it_is(days: int, word: str) -> None:
    assert word in view(days, EARLIER).text


def test_after_the_days_session_nothing_more_is_asked() -> None:
    today = view(9, history_rows())
    assert today.text == "Done. One session a day is enough."
    assert "Press t" not in today.text


def test_a_drill_is_set_up_at_the_company_where_it_was_weak() -> None:
    setup = setup_for(drill_of(SPOT), Setup(Round.BEHAVIORAL, minutes=30))
    assert (setup.company, setup.drill, setup.length, setup.minutes) == ("meadow", "result", Length.DRILL, None)


def test_a_rehearsal_is_realistic_whatever_was_chosen_last() -> None:
    today = Today(Plan.REHEARSAL, Round.BEHAVIORAL, Length.SHORT, 25)
    assert setup_for(today, Setup(Round.BEHAVIORAL, mode=Mode.COACH)).mode is Mode.REALISTIC


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("2026-12-04", date(2026, 12, 4)), (" 10 ", date(2026, 12, 3)), ("0", date(2026, 11, 23)), ("None", None)],
)
def test_a_day_is_a_date_or_days_from_now(typed: str, meant: date | None) -> None:
    assert date_in(typed, datetime(2026, 11, 23, tzinfo=UTC).date()) == meant


@pytest.mark.parametrize("typed", ["soon", "2026-13-01", "10000", "[/b]"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):
        date_in(typed, date(2026, 11, 23))
