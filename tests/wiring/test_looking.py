"""What is known of a home at a glance, and the note that home leaves itself there."""

from pathlib import Path

import pytest

from interviewsim.domain.history import FirstLook
from interviewsim.locations import Home
from interviewsim.wiring.looking import FILE, LARGEST, first_look, keep_note


def test_a_home_that_is_not_there_was_not_practiced_in_and_none_is_made(tmp_path: Path) -> None:
    home = Home(tmp_path / "none", "test")
    keep_note(home, "{}")
    assert first_look(home) == FirstLook()
    assert not home.folder.exists()


def test_one_journal_is_practice_and_a_note_comes_back(tmp_path: Path) -> None:
    home = Home(tmp_path, "test")
    home.transcripts.mkdir()
    (home.transcripts / ".sound").touch()
    assert not first_look(home).practiced
    (home.transcripts / "20261123T140512-behavioral-demo.jsonl").touch()
    keep_note(home, "ünï")
    assert first_look(home) == FirstLook(practiced=True, note="ünï")


@pytest.mark.parametrize("content", [b"\xff\xfe", b"x" * (LARGEST + 1)])
def test_what_was_not_written_here_is_no_note(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert first_look(Home(tmp_path, "test")).note == ""


def test_a_folder_in_place_of_the_note_is_no_error(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    home = Home(tmp_path, "test")
    keep_note(home, "{}")
    assert first_look(home).note == ""


def test_a_file_in_place_of_the_sessions_is_no_practice(tmp_path: Path) -> None:
    home = Home(tmp_path, "test")
    home.transcripts.touch()
    assert not first_look(home).practiced
