"""What is remembered of journals that were read whole, and what is read again."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from interviewsim.transcripts.codec import encode_entry, encode_opened
from interviewsim.transcripts.index import rows
from interviewsim.transcripts.sound import REMEMBERED, SoundJournals
from tests.golden.samples import ENTRIES, OPENED

NAME = OPENED.session
BEFORE = 1_000_000_000_000_000_000
"""Nanoseconds since 1970: a time of change long before any test."""


def put(folder: Path, name: str = NAME, changed: int = BEFORE) -> Path:
    path = folder / f"{name}.jsonl"
    path.write_bytes(encode_opened(OPENED) + b"".join(encode_entry(one) for one in ENTRIES))
    os.utime(path, ns=(changed, changed))
    return path


def damage(path: Path, changed: int) -> None:
    """Spoil a line in the middle without changing the file's size."""
    content = path.read_bytes()
    middle = content.index(b'{"kind":"candidate_said"')
    path.write_bytes(content[:middle] + b"?" + content[middle + 1 :])
    os.utime(path, ns=(changed, changed))


def state(folder: Path) -> str:
    (row,) = rows(folder)
    return row.state


def test_a_journal_read_whole_once_is_known_until_its_size_or_time_changes(tmp_path: Path) -> None:
    path = put(tmp_path)
    assert not SoundJournals(tmp_path).knows(NAME, path.stat())
    assert state(tmp_path) == "finished"
    assert SoundJournals(tmp_path).knows(NAME, path.stat())
    damage(path, BEFORE + 1)
    assert not SoundJournals(tmp_path).knows(NAME, path.stat())
    assert state(tmp_path) == "damaged"


def test_what_is_known_is_not_read_whole_again(tmp_path: Path) -> None:
    path = put(tmp_path)
    state(tmp_path)
    damage(path, BEFORE)  # as nothing but a failing disk could: neither size nor time tells of it
    assert state(tmp_path) == "finished"
    (tmp_path / REMEMBERED).unlink()
    assert state(tmp_path) == "damaged"


def test_a_damaged_journal_is_never_remembered_as_sound(tmp_path: Path) -> None:
    damage(put(tmp_path), BEFORE)
    assert [state(tmp_path), state(tmp_path)] == ["damaged", "damaged"]


def test_a_journal_changed_as_late_as_the_memory_was_written_is_read_again(tmp_path: Path) -> None:
    path = put(tmp_path)
    state(tmp_path)
    written = (tmp_path / REMEMBERED).stat().st_mtime_ns
    put(tmp_path, changed=written)
    state(tmp_path)
    os.utime(tmp_path / REMEMBERED, ns=(written, written))
    damage(path, written)
    assert state(tmp_path) == "damaged"


def test_sessions_that_went_away_are_forgotten_and_the_others_kept(tmp_path: Path) -> None:
    paths = {name: put(tmp_path, name) for name in ("one", "two", "three")}
    list(rows(tmp_path))
    paths["one"].unlink()
    put(tmp_path, "two", BEFORE + 1)
    list(rows(tmp_path))
    remembered = (tmp_path / REMEMBERED).read_text()
    assert "one.jsonl" not in remembered
    assert remembered.count(".jsonl/") == 2


def test_a_list_that_was_left_early_keeps_what_it_read(tmp_path: Path) -> None:
    paths = [put(tmp_path, name) for name in ("b", "a")]
    with closing(rows(tmp_path)) as listing:
        next(listing)
    sound = SoundJournals(tmp_path)
    assert [sound.knows(path.stem, path.stat()) for path in paths] == [True, False]


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\x00" * 99, b"interviewsim 0.0.0\nx", b"interviewsim", b"/" * 99 + b"\n" + b"a/1/" + b"9" * 9999],
)
def test_a_memory_that_makes_no_sense_is_none_and_is_written_anew(tmp_path: Path, content: bytes) -> None:
    path = put(tmp_path)
    state(tmp_path)
    heading = (tmp_path / REMEMBERED).read_bytes().partition(b"\n")[0]
    for start in (b"", heading + b"\n"):
        (tmp_path / REMEMBERED).write_bytes(start + content)
        assert state(tmp_path) == "finished"
        assert SoundJournals(tmp_path).knows(NAME, path.stat())


def test_names_of_any_kind_are_listed_and_remembered_where_a_line_can_hold_them(tmp_path: Path) -> None:
    for name in ("line\nend", "caf\u00e9", os.fsdecode(b"\xff")):
        put(tmp_path, name)
    for _ in range(2):
        assert {row.state for row in rows(tmp_path)} == {"finished"}
    assert (tmp_path / REMEMBERED).read_bytes().count(b".jsonl/") == 2


def test_a_memory_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    put(tmp_path)
    (tmp_path / REMEMBERED).mkdir()
    assert [state(tmp_path), state(tmp_path)] == ["finished", "finished"]


@pytest.mark.skipif(os.name == "nt", reason="named pipes and modes are POSIX")
def test_a_pipe_in_its_place_is_not_waited_for_and_the_memory_is_its_owners_alone(tmp_path: Path) -> None:
    put(tmp_path)
    os.mkfifo(tmp_path / REMEMBERED)
    state(tmp_path)
    assert (tmp_path / REMEMBERED).stat().st_mode & 0o777 == 0o600
