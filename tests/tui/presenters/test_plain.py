from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from interviewsim.tui.presenters.plain import ago, clipped, clock, column, level_bar, moment, named, shown, spark

NOW = datetime(2026, 11, 23, 16, 10, tzinfo=UTC)


@given(st.text())
def test_shown_text_is_as_long_as_what_is_stored_and_steers_nothing(text: str) -> None:
    seen = shown(text)
    assert len(seen) == len(text)
    assert not any(ord(char) < 32 and char != "\n" for char in seen)
    assert not set(seen) & {"\x7f", "\x9b", "\u202e", "\u200b", "\u2028"}


@given(st.text(), st.integers(2, 60))
def test_a_column_is_exactly_as_wide_as_it_should_be(text: str, width: int) -> None:
    assert cell_len(column(text, width)) == width
    assert cell_len(clipped(text, width)) <= width


@pytest.mark.parametrize(("seconds", "words"), [(0, "00:00"), (-3, "00:00"), (258.9, "04:18"), (4500, "75:00")])
def test_a_clock_shows_minutes_and_seconds(seconds: float, words: str) -> None:
    assert clock(seconds) == words


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2026-11-23T14:05:12.000Z", "Today 14:05"),
        ("2026-11-22T14:05:12.000Z", "Yesterday"),
        ("2026-11-20T14:05:12.000Z", "Fri"),
        ("2026-11-02T14:05:12.000Z", "Nov 2"),
        ("2025-11-02T14:05:12.000Z", "Nov 2, 2025"),
        ("some day", "some day"),
    ],
)
def test_a_moment_is_told_as_near_as_it_matters(at: str, words: str) -> None:
    assert moment(at, NOW) == words


def test_days_are_those_of_the_persons_own_zone() -> None:
    tokyo = NOW.astimezone(timezone(timedelta(hours=9)))
    assert moment("2026-11-23T14:05:12.000Z", tokyo) == "Yesterday"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2026-11-23T16:09:40.000Z", "just now"),
        ("2026-11-23T15:40:00.000Z", "30 min ago"),
        ("2026-11-23T14:05:00.000Z", "2 h ago"),
        ("2026-11-20T14:05:00.000Z", "3 d ago"),
        ("2026-10-20T14:05:00.000Z", "Oct 20"),
    ],
)
def test_how_long_ago_is_told_in_the_largest_unit(at: str, words: str) -> None:
    assert ago(at, NOW) == words


def test_bars_and_sparks_stay_within_their_ends() -> None:
    assert level_bar(3) == "▰▰▰▱▱"
    assert level_bar(None) == "▱▱▱▱▱"
    assert level_bar(9) == "▰▰▰▰▰"
    assert spark((1.0, 3.0, 5.0, 9.0)) == "▁▅██"


def test_an_id_becomes_a_name() -> None:
    assert named("no_result") == "No result"
    assert named("") == ""
