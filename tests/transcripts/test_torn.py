from pathlib import Path

import pytest

from interviewsim.errors import InvalidFile
from interviewsim.transcripts.codec import encode_entry, encode_opened
from interviewsim.transcripts.journal import OpenJournal, read_session
from tests.golden.samples import ENTRIES, OPENED
from tests.transcripts.disks import QuickDisk

FIRST = encode_opened(OPENED)
KEPT = ENTRIES[2:9]
"""Short lines with two long ones among them; renumbered so that they stand alone."""


def _renumbered() -> list[bytes]:
    return [encode_entry(type(entry)(n, entry.at, entry.t, entry.event)) for n, entry in enumerate(KEPT, start=1)]


LINES = _renumbered()
WHOLE = FIRST + b"".join(LINES)


def _whole_before(cut: int) -> int:
    """Lines after the first that are whole in the first `cut` bytes."""
    return WHOLE[len(FIRST) : cut].count(b"\n")


def test_a_journal_cut_at_any_byte_keeps_every_whole_line_and_goes_on_from_there(tmp_path: Path) -> None:
    for cut in range(len(FIRST), len(WHOLE) + 1):
        path = tmp_path / f"{cut}.jsonl"
        path.write_bytes(WHOLE[:cut])
        before = _whole_before(cut)
        journal, session = OpenJournal.open(path, QuickDisk())
        assert len(session.entries) == session.last_n == before
        entry = KEPT[0]
        journal.append_now([type(entry)(before + 1, entry.at, entry.t, entry.event)])
        journal.close_now()
        after = read_session(path)
        assert (len(after.entries), after.damage, after.torn) == (before + 1, (), False)
        whole = FIRST + b"".join(LINES[:before])
        assert path.read_bytes().startswith(whole)
        tail = WHOLE[len(whole) : cut]
        torn = path.with_suffix(".torn")
        assert torn.exists() == bool(tail)
        assert not tail or torn.read_bytes() == tail + b"\n"


def test_a_journal_cut_within_line_one_is_no_session_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    for cut in range(len(FIRST)):
        path.write_bytes(WHOLE[:cut])
        for look in (OpenJournal.open, read_session):
            with pytest.raises(InvalidFile, match="no whole first line"):
                look(path)
        assert path.read_bytes() == WHOLE[:cut]
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_reader_sees_the_whole_lines_and_repairs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    for cut in range(len(FIRST), len(WHOLE) + 1, 7):
        path.write_bytes(WHOLE[:cut])
        session = read_session(path)
        assert len(session.entries) == _whole_before(cut)
        assert session.torn == (not WHOLE[:cut].endswith(b"\n"))
        assert path.read_bytes() == WHOLE[:cut]
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_second_torn_tail_is_kept_beside_the_first(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    for tail in (b'{"kind":"notes', b"\xff\x00half"):
        path.write_bytes(FIRST + tail)
        OpenJournal.open(path)[0].close_now()
    assert path.with_suffix(".torn").read_bytes() == b'{"kind":"notes\n\xff\x00half\n'
    assert path.read_bytes() == FIRST
