"""What the lobby remembers from one time to the next."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Length, Level, Mode, Round
from interviewsim.locations import Home
from interviewsim.wiring.choices import FILE, interview_date, keep_choices, keep_interview_date, last_setup

PLAIN = Setup(Round.BEHAVIORAL)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return Home(tmp_path / "home", "test")


@pytest.mark.parametrize("time_factor", [1.0, 1.25, 1.5, None])
def test_what_was_chosen_comes_back_for_any_round(home: Home, time_factor: float | None) -> None:
    chosen = Setup(Round.BEHAVIORAL, "meadow", Level.LEAD, Mode.COACH, Length.DRILL, time_factor=time_factor)
    keep_choices(home, chosen)
    assert last_setup(home, Round.BEHAVIORAL) == chosen
    assert last_setup(home, Round.FINAL).level is Level.LEAD


def test_the_question_and_the_seed_of_one_round_are_not_kept(home: Home) -> None:
    keep_choices(home, Setup(Round.BEHAVIORAL, minutes=12, question_id="late", ask="Why?", seed=3))
    assert last_setup(home, Round.BEHAVIORAL) == PLAIN


def test_before_anything_was_chosen_the_settings_hold(home: Home) -> None:
    assert last_setup(home, Round.BEHAVIORAL) == PLAIN
    home.folder.mkdir()
    home.settings.write_text('level = "senior"\ntime = "untimed"\n', encoding="utf-8")
    assert last_setup(home, Round.BEHAVIORAL) == Setup(Round.BEHAVIORAL, level=Level.SENIOR, time_factor=None)


def test_broken_settings_are_the_defaults_here(home: Home) -> None:
    home.folder.mkdir()
    home.settings.write_text("level = ", encoding="utf-8")
    assert last_setup(home, Round.BEHAVIORAL) == PLAIN


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"level": "king"}', '{"time": 2}', '{"company": "a\\u0000b"}', "[" * 5000, "x" * 20_000],
)
def test_a_broken_file_is_the_defaults(home: Home, text: str) -> None:
    home.folder.mkdir()
    (home.folder / FILE).write_text(text, encoding="utf-8")
    assert last_setup(home, Round.BEHAVIORAL) == PLAIN


def test_what_is_still_a_choice_is_taken_beside_what_is_not(home: Home) -> None:
    home.folder.mkdir()
    (home.folder / FILE).write_text('{"level": "vp", "mode": "cruel", "shoes": "brown"}', encoding="utf-8")
    assert last_setup(home, Round.BEHAVIORAL) == Setup(Round.BEHAVIORAL, level=Level.VP)


@given(st.binary(max_size=60))
def test_any_bytes_are_survived(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("home")
    (folder / FILE).write_bytes(content)
    assert last_setup(Home(folder, "test"), Round.BEHAVIORAL).round is Round.BEHAVIORAL


def test_a_disk_that_refuses_is_no_error(home: Home) -> None:
    home.folder.write_text("a file where the folder should be", encoding="utf-8")
    keep_choices(home, PLAIN)
    assert last_setup(home, Round.BEHAVIORAL) == PLAIN


def test_the_day_of_the_interview_stands_beside_the_choices_and_neither_loses_the_other(home: Home) -> None:
    assert interview_date(home) is None
    keep_interview_date(home, date(2026, 12, 4))
    keep_choices(home, Setup(Round.BEHAVIORAL, level=Level.LEAD))
    assert interview_date(home) == date(2026, 12, 4)
    keep_interview_date(home, None)
    assert interview_date(home) is None
    assert last_setup(home, Round.BEHAVIORAL).level is Level.LEAD


@pytest.mark.parametrize("kept", ['{"interview": "soon"}', '{"interview": 7}', "[]", "\x00"])
def test_a_day_that_is_none_is_passed_over(home: Home, kept: str) -> None:
    home.folder.mkdir()
    (home.folder / FILE).write_text(kept, encoding="utf-8")
    assert interview_date(home) is None
