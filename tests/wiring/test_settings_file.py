"""A change of the settings file is one line; everything else stays as its owner wrote it."""

import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewsim.errors import InterviewSimError, InvalidFile
from interviewsim.wiring.settings_file import keep_settings, with_changes

OWN = """\
# mine
level = "senior"  # since May
 "mode" = 'coach'

# model = "old"
"""
VALUES = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30)


def test_a_value_is_changed_in_its_line_and_its_comment_stays() -> None:
    changed = with_changes(OWN, {"level": "lead", "mode": "gentle"})
    assert changed == OWN.replace('"senior"', '"lead"').replace("'coach'", '"gentle"')


def test_what_was_not_there_is_added_and_what_was_taken_away_is_gone() -> None:
    changed = with_changes(OWN, {"model": "llama3.1:8b", "level": None, "base_url": None})
    assert changed == '# mine\n "mode" = \'coach\'\n\n# model = "old"\nmodel = "llama3.1:8b"\n'


def test_a_new_line_stands_before_a_table_and_after_a_last_line_without_an_end() -> None:
    assert with_changes("[later]\nx = 1", {"level": "pm"}) == 'level = "pm"\n[later]\nx = 1'
    assert tomllib.loads(with_changes('mode = "coach"', {"level": "pm"})) == {"mode": "coach", "level": "pm"}
    assert with_changes("", {"level": "pm"}) == 'level = "pm"\n'


@given(VALUES, VALUES)
def test_whatever_is_written_is_what_is_read(model: str, other: str) -> None:
    once = with_changes(OWN, {"model": model, "base_url": other})
    again = with_changes(once, {"model": other})
    assert tomllib.loads(again) == {"level": "senior", "mode": "coach", "model": other, "base_url": other}
    assert with_changes(again, {"model": None, "base_url": None}) == OWN


@pytest.mark.parametrize("text", ['model = """a\nb"""\n', "model = [1,\n2]\n", 'x = """\nmodel = "no"\n"""\n'])
def test_a_line_that_is_none_is_left_alone_and_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "interviewsim.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidFile, match="model cannot be changed from here"):
        keep_settings(path, {"model": "m"})
    assert path.read_text(encoding="utf-8") == text


def test_the_file_is_its_owners_alone_and_a_link_stays_one(tmp_path: Path) -> None:
    real, link = tmp_path / "dotfiles" / "sim.toml", tmp_path / "config" / "interviewsim.toml"
    link.parent.mkdir()
    link.symlink_to(real)
    keep_settings(link, {"level": "pm"})
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    assert tomllib.loads(real.read_text(encoding="utf-8")) == {"level": "pm"}


def test_a_broken_file_and_a_place_that_refuses_are_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("level = ", encoding="utf-8")
    with pytest.raises(InvalidFile, match="not valid TOML"):
        keep_settings(broken, {"level": "pm"})
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InterviewSimError, match="cannot be written"):
        keep_settings(tmp_path / "file" / "x.toml", {"level": "pm"})
