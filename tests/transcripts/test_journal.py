import asyncio
import errno
import stat
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from interviewsim.domain.events import Entry, Live
from interviewsim.engine.ports import Journal
from interviewsim.errors import InvalidFile, JournalBusy, JournalFailed
from interviewsim.transcripts.beside import read_live
from interviewsim.transcripts.codec import encode_entry, encode_opened
from interviewsim.transcripts.journal import OpenJournal, read_session
from tests.golden.samples import ENTRIES, OPENED
from tests.transcripts.disks import FailingDisk, FillingDisk, PatientDisk, QuickDisk

ROOT = Path(__file__).parents[2]
ENDED_AT = 19
LINES = [encode_entry(entry) for entry in ENTRIES]


def written(path: Path, entries: Sequence[Entry], *, disk: QuickDisk | None = None) -> Path:
    journal = OpenJournal.create(path, OPENED, disk or QuickDisk())
    journal.append_now(entries)
    journal.close_now()
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "transcripts" / f"{OPENED.session}.jsonl"


async def test_what_is_appended_is_what_is_read(path: Path) -> None:
    journal: Journal = OpenJournal.create(path, OPENED)
    await journal.append(ENTRIES[:2])
    await journal.append(ENTRIES[2:])
    await journal.close()
    session = read_session(path)
    assert (session.opened, session.entries, session.damage, session.torn) == (OPENED, ENTRIES, (), False)


def test_entries_are_synced_once_for_a_block_and_after_it_is_written(path: Path) -> None:
    disk = FailingDisk()
    journal = OpenJournal.create(path, OPENED, disk)
    disk.asked.clear()
    journal.append_now(ENTRIES[:5])
    journal.close_now()
    assert disk.asked == ["write", "sync"]


async def test_the_event_loop_goes_on_while_the_disk_is_slow(path: Path) -> None:
    disk = PatientDisk()
    journal = OpenJournal.create(path, OPENED, disk)
    disk.ready.clear()
    appending = asyncio.create_task(journal.append(ENTRIES[:1]))
    await asyncio.to_thread(disk.waiting.wait)
    assert not appending.done()
    disk.ready.set()
    await appending
    await journal.close()
    assert read_session(path).entries == ENTRIES[:1]


async def test_an_append_once_begun_is_carried_out_although_it_is_cancelled(path: Path) -> None:
    disk = PatientDisk()
    journal = OpenJournal.create(path, OPENED, disk)
    disk.ready.clear()
    appending = asyncio.create_task(journal.append(ENTRIES[:3]))
    await asyncio.to_thread(disk.waiting.wait)
    appending.cancel()
    disk.ready.set()
    with pytest.raises(asyncio.CancelledError):
        await appending
    assert read_session(path).entries == ENTRIES[:3]
    await journal.append(ENTRIES[3:4])
    await journal.close()
    assert read_session(path).entries == ENTRIES[:4]


def test_only_the_owner_can_read_a_journal_and_what_lies_beside_it(path: Path) -> None:
    journal = OpenJournal.create(path, OPENED)
    asyncio.run(journal.keep_live(Live("draft")))
    files = list(path.parent.iterdir())
    journal.close_now()
    assert len(files) == 2
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_a_second_writer_in_this_process_is_told_that_the_session_is_open(path: Path) -> None:
    first = OpenJournal.create(path, OPENED)
    with pytest.raises(JournalBusy, match="open in another"):
        OpenJournal.open(path)
    first.append_now(ENTRIES[:1])
    first.close_now()
    second, session = OpenJournal.open(path)
    second.close_now()
    assert session.entries == ENTRIES[:1]


def test_a_second_writer_in_another_process_is_told_so_too(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from interviewsim.transcripts.journal import OpenJournal, JournalBusy\n"
        "try: OpenJournal.open(Path(sys.argv[1]))\n"
        "except JournalBusy as busy: print(busy.message)"
    )
    journal = OpenJournal.create(path, OPENED)
    told = subprocess.run([sys.executable, "-c", code, path], cwd=ROOT, capture_output=True, text=True, check=True)
    journal.close_now()
    assert told.stdout == f"{OPENED.session} is open in another interviewsim.\n"


@pytest.mark.parametrize("room", range(0, len(LINES[1]) + len(LINES[2]), 5))
def test_a_full_disk_leaves_nothing_half_written_and_the_same_entries_can_be_tried_again(path: Path, room: int) -> None:
    written(path, ENTRIES[:1])
    before = path.read_bytes()
    disk = FillingDisk(room)
    journal, _ = OpenJournal.open(path, disk)
    with pytest.raises(JournalFailed, match="disk is full") as caught:
        journal.append_now(ENTRIES[1:3])
    assert caught.value.hint
    assert path.read_bytes() == before
    disk.room = 1_000_000
    journal.append_now(ENTRIES[1:3])
    journal.close_now()
    assert read_session(path).entries == ENTRIES[:3]


@pytest.mark.parametrize("number", [errno.EIO, errno.EROFS, errno.EDQUOT])
def test_what_could_not_be_synced_is_taken_back(path: Path, number: int) -> None:
    disk = FailingDisk()
    journal = OpenJournal.create(path, OPENED, disk)
    disk.fails["sync"] = number
    with pytest.raises(JournalFailed):
        journal.append_now(ENTRIES[:1])
    assert read_session(path).entries == ()
    disk.fails.clear()
    journal.append_now(ENTRIES[:1])
    journal.close_now()
    assert read_session(path).entries == ENTRIES[:1]


def test_a_half_line_that_could_not_be_taken_back_at_once_is_taken_back_before_the_next_write(path: Path) -> None:
    class SplitDisk(FailingDisk):
        def write(self, fd: int, data: memoryview) -> int:
            return super().write(fd, data[:10] if self.fails else data)

    disk = SplitDisk()
    journal = OpenJournal.create(path, OPENED, disk)
    disk.fails = {"sync": errno.EIO, "truncate": errno.EIO}
    with pytest.raises(JournalFailed):
        journal.append_now(ENTRIES[:1])
    with pytest.raises(JournalFailed):
        journal.append_now(ENTRIES[:1])
    disk.fails = {}
    journal.append_now(ENTRIES[:1])
    journal.close_now()
    assert path.read_bytes() == encode_opened(OPENED) + LINES[0]


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are POSIX")
def test_a_disk_that_is_really_out_of_room_is_met_in_the_same_way(path: Path) -> None:
    """The kernel itself refuses: a limit on the size of files, reached in the middle of a line."""
    written(path, ENTRIES[:1])
    code = """
import resource, sys
from pathlib import Path
from interviewsim.transcripts.journal import JournalFailed, OpenJournal
from tests.golden.samples import ENTRIES
path = Path(sys.argv[1])
journal, _ = OpenJournal.open(path)
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 40, hard))
try:
    journal.append_now(ENTRIES[1:4])
except JournalFailed as failed:
    print(failed.message)
print(path.stat().st_size)
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
journal.append_now(ENTRIES[1:4])
"""
    size = path.stat().st_size
    told = subprocess.run([sys.executable, "-c", code, path], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.splitlines() == [f"The disk is full: {path.name} could not be written.", str(size)]
    assert read_session(path).entries == ENTRIES[:4]


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="a folder that refuses even root")
def test_a_folder_that_cannot_be_written_is_named() -> None:
    with pytest.raises(JournalFailed) as caught:
        OpenJournal.create(Path("/proc/self/s.jsonl"), OPENED)
    assert "/proc/self" in caught.value.hint


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "transcripts").write_text("a file")
    with pytest.raises(JournalFailed, match="transcripts is not a folder"):
        OpenJournal.create(tmp_path / "transcripts" / "s.jsonl", OPENED)


def test_a_journal_that_cannot_be_begun_leaves_nothing_behind(path: Path) -> None:
    disk = FailingDisk()
    disk.fails["sync"] = errno.EIO
    with pytest.raises(JournalFailed):
        OpenJournal.create(path, OPENED, disk)
    assert list(path.parent.iterdir()) == []


def test_a_session_is_never_begun_over_another(path: Path) -> None:
    written(path, ENTRIES[:2])
    with pytest.raises(JournalFailed, match="already something"):
        OpenJournal.create(path, OPENED)
    assert read_session(path).entries == ENTRIES[:2]


@pytest.mark.parametrize("wrong", [ENTRIES[1:2], ENTRIES[0:1], (ENTRIES[2], ENTRIES[4])])
def test_no_line_is_written_twice_or_left_out_of_a_block(path: Path, wrong: tuple[Entry, ...]) -> None:
    journal, _ = OpenJournal.open(written(path, ENTRIES[:2]))
    with pytest.raises(JournalFailed, match="event 2"):
        journal.append_now(wrong)
    journal.close_now()
    assert read_session(path).entries == ENTRIES[:2]


async def test_the_live_file_is_replaced_whole_and_goes_when_the_round_has_ended(path: Path) -> None:
    journal = OpenJournal.create(path, OPENED, QuickDisk())
    await journal.keep_live(Live("In May", "notes", 3.5, 1))
    await journal.keep_live(Live("In May our", "notes\u2028", 5.5, 1))
    assert read_live(path) == Live("In May our", "notes\u2028", 5.5, 1)
    assert sorted(file.name for file in path.parent.iterdir()) == [
        f"{OPENED.session}.jsonl",
        f"{OPENED.session}.live.json",
    ]
    await journal.append(ENTRIES[:ENDED_AT])
    await journal.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


async def test_the_live_file_stays_while_the_round_is_unfinished(path: Path) -> None:
    journal = OpenJournal.create(path, OPENED, QuickDisk())
    await journal.append(ENTRIES[:3])
    await journal.keep_live(Live("In May", t=3.5))
    await journal.close()
    await journal.keep_live(Live("too late", t=9.0))
    assert read_live(path) == Live("In May", t=3.5)


async def test_a_live_file_that_cannot_be_written_is_no_error(path: Path) -> None:
    journal = OpenJournal.create(path, OPENED, QuickDisk())
    path.with_name(f"{OPENED.session}.live.json").mkdir()
    await journal.keep_live(Live("In May"))
    await journal.close()
    assert read_live(path) == Live()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff", b'{"draft":3}', b'{"t":1e999}', b"[" * 100_000, b"null"]
)
def test_a_live_file_that_makes_no_sense_is_nothing_on_the_table(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.with_name(f"{OPENED.session}.live.json").write_bytes(content)
    assert read_live(path) == Live()


async def test_a_closed_journal_takes_nothing_more_and_can_be_closed_again(path: Path) -> None:
    journal = OpenJournal.create(path, OPENED, QuickDisk())
    await journal.close()
    await journal.close()
    with pytest.raises(JournalFailed, match="closed"):
        await journal.append(ENTRIES[:1])


def test_what_is_no_journal_is_left_as_it_is(tmp_path: Path) -> None:
    letter = tmp_path / "letter.jsonl"
    letter.write_bytes(b"Dear Nora,\nhalf a line")
    with pytest.raises(InvalidFile, match=r"letter\.jsonl is no session: line 1 is not JSON"):
        OpenJournal.open(letter)
    assert letter.read_bytes() == b"Dear Nora,\nhalf a line"


def test_a_kill_loses_nothing_that_was_said_to_be_on_disk(path: Path) -> None:
    code = """
import sys
from pathlib import Path
from interviewsim.domain.events import Entry, NotesKept
from interviewsim.transcripts.journal import OpenJournal
from tests.golden.samples import OPENED
journal = OpenJournal.create(Path(sys.argv[1]), OPENED)
for n in range(1, 100_000):
    journal.append_now([Entry(n, "", 0.0, NotesKept("word " * 2000))])
    print(n, flush=True)
"""
    writer = subprocess.Popen([sys.executable, "-c", code, path], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    acknowledged = [int(next(writer.stdout)) for _ in range(25)]
    writer.kill()
    acknowledged += [int(line) for line in writer.stdout if line.endswith("\n")]
    writer.wait()
    writer.stdout.close()
    journal, session = OpenJournal.open(path)
    journal.close_now()
    assert session.damage == ()
    assert [entry.n for entry in session.entries][: len(acknowledged)] == acknowledged
    assert len(session.entries) - len(acknowledged) in {0, 1}
