"""The note that home leaves itself, and what becomes of one that was not written by it."""

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewsim.domain.history import HistoryRow
from interviewsim.domain.terms import Round
from interviewsim.tui.presenters.home import home_view
from interviewsim.tui.presenters.home_note import note_of, noted_in
from tests.doubles.stage import NOW, history_rows

MINUTES = dict.fromkeys(Round, 25)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def noted(history: Sequence[HistoryRow]) -> str:
    return note_of(home_view(history, NOW, MINUTES), history, MINUTES)


def test_what_was_shown_is_shown_again_however_long_the_history_is() -> None:
    history = [
        *history_rows(),
        *(replace(row, session=f"{n}-{row.session}") for n in range(300) for row in history_rows()),
    ]
    again = noted_in(noted(history), NOW)
    assert again is not None
    assert again.rounds == MINUTES
    assert again.view == home_view(history, NOW, MINUTES)
    assert len(noted(history)) < 20_000


def test_a_note_on_no_sessions_tells_the_minutes_alone() -> None:
    again = noted_in(noted(()), NOW)
    assert again is not None
    assert again.view is None
    assert again.rounds == MINUTES


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "{}", "9" * 5000, "[" * 100_000])
def test_what_is_no_note_is_none(text: str) -> None:
    assert noted_in(text, NOW) is None


@given(st.sampled_from(["minutes", "headline", "damaged", "rounds", "sessions"]), JSON)
def test_whatever_stands_in_a_field_is_text_or_no_note(field: str, value: object) -> None:
    written = json.loads(noted(history_rows())) | {field: value}
    again = noted_in(json.dumps(written), NOW)
    assert again is None or again.view is None or "\x1b" not in str(again.view)
