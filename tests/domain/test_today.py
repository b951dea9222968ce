"""One session a day, by a rule that always has an answer and the same one."""

from datetime import UTC, date, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewsim.domain.history import HistoryRow
from interviewsim.domain.terms import Length, Round
from interviewsim.domain.today import LIGHT, REHEARSAL, Plan, Practice, WeakSpot, WeakSpots, practice_of, today_of

SPOT = WeakSpot(Round.FINAL, "generic", "scope", "Scope", 2)
SPOTS = st.builds(WeakSpots, st.sampled_from([None, SPOT]), st.sampled_from([None, *Round]))
PRACTICES = st.builds(
    Practice, st.frozensets(st.sampled_from(Round)), st.booleans(), st.booleans(), st.booleans(), SPOTS
)
DAYS = st.integers(-5, 60)
EVERY = frozenset(Round)


@given(DAYS, PRACTICES)
def test_there_is_one_session_of_ten_to_twenty_five_minutes_or_none(days: int, practice: Practice) -> None:
    today = today_of(days, practice)
    nothing = today.plan in {Plan.DONE, Plan.OVER}
    assert nothing == (today.minutes == 0)
    assert nothing or 10 <= today.minutes <= 25 or today.plan is Plan.LIGHT
    assert (today.spot is not None) == (today.plan is Plan.DRILL)


@given(DAYS, PRACTICES)
def test_nothing_is_asked_after_the_days_session_or_after_the_interview(days: int, practice: Practice) -> None:
    plan = today_of(days, practice).plan
    assert (plan is Plan.OVER) == (days < 0)
    if days >= 0 and practice.done_today:
        assert plan is Plan.DONE


@given(st.integers(0, LIGHT), PRACTICES)
def test_the_last_days_are_light(days: int, practice: Practice) -> None:
    assert today_of(days, practice).plan in {Plan.LIGHT, Plan.DONE}


@given(PRACTICES.filter(lambda practice: not practice.done_today))
def test_two_days_before_a_round_is_rehearsed(practice: Practice) -> None:
    today = today_of(REHEARSAL, practice)
    assert (today.plan, today.length, today.minutes) == (Plan.REHEARSAL, Length.SHORT, 25)


@given(st.integers(REHEARSAL + 1, 60), PRACTICES.filter(lambda practice: not practice.done_today))
def test_until_then_untried_rounds_come_first_and_in_the_order_of_a_loop(days: int, practice: Practice) -> None:
    today = today_of(days, practice)
    assert (today.plan is Plan.UNTRIED) == bool(practice.untried)
    if practice.untried:
        assert today.round is practice.untried[0]


@given(st.integers(REHEARSAL + 1, 60), PRACTICES)
def test_the_rule_is_the_same_on_every_ordinary_day(days: int, practice: Practice) -> None:
    assert today_of(days, practice) == today_of(days + 1, practice)


def test_then_the_weakest_criterion_and_after_a_drill_the_change_that_is_carried_over() -> None:
    spots = WeakSpots(SPOT, Round.TECHNICAL)
    drill = today_of(9, Practice(EVERY, spots=spots))
    assert (drill.plan, drill.round, drill.minutes, drill.spot) == (Plan.DRILL, Round.FINAL, 10, SPOT)
    change = today_of(8, Practice(EVERY, drilled_last=True, spots=spots))
    assert (change.plan, change.round, change.minutes) == (Plan.CHANGE, Round.TECHNICAL, 25)
    assert today_of(8, Practice(EVERY, drilled_last=True, spots=WeakSpots(SPOT))).plan is Plan.DRILL


def row(at: str, round_: str = "behavioral", length: str = "short", fork: str | None = None) -> HistoryRow:
    return HistoryRow(
        at, round_, "generic", "pm", "realistic", at, 20.0, "finished", 3.0, "hire", "offline", "", "", length, fork
    )


NOW = date(2026, 11, 24)


def test_a_warm_up_a_drill_and_a_take_two_leave_a_round_untried() -> None:
    rows = [
        row("2026-11-23T10:00:00Z", length="warm-up"),
        row("2026-11-22T10:00:00Z", "final", "drill"),
        row("2026-11-21T10:00:00Z", "technical", fork="another"),
        row("2026-11-20T10:00:00Z", "screening"),
    ]
    practice = practice_of(rows, NOW, UTC, WeakSpots())
    assert practice == Practice(frozenset({Round.SCREENING}), drilled_last=True)


def test_a_warm_up_is_not_the_days_session_until_the_last_day() -> None:
    practice = practice_of([row("2026-11-24T07:00:00Z", length="warm-up")], NOW, UTC, WeakSpots())
    assert today_of(5, practice).plan is Plan.UNTRIED
    assert today_of(1, practice).plan is Plan.DONE


@pytest.mark.parametrize(("hours", "done"), [(0, False), (2, True)])
def test_a_day_is_the_candidates_own(hours: int, done: bool) -> None:
    zone = timezone(timedelta(hours=hours))
    assert practice_of([row("2026-11-23T22:30:00Z")], NOW, zone, WeakSpots()).done_today is done


def test_a_row_that_tells_no_time_or_no_round_is_passed_over() -> None:
    rows = [row("", "somewhere"), row("2026-11-20T10:00:00")]
    assert practice_of(rows, NOW, UTC, WeakSpots()).tried == {Round.BEHAVIORAL}
