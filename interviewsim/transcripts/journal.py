"""Writing a journal: one writer, whole lines only, on disk before the effect is seen.

The event loop never waits for a disk: every coroutine here works in a thread, and ends only when its work has, also
where it is cancelled.
"""

import errno
import os
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import ParamSpec, Protocol

from interviewsim.domain.events import Entry, Live, RoundEnded, SessionOpened
from interviewsim.errors import InterviewSimError, InvalidFile, JournalBusy, JournalFailed
from interviewsim.transcripts.beside import LIVE, beside, keep_torn, write_live
from interviewsim.transcripts.codec import encode_entry, encode_opened
from interviewsim.transcripts.filesystem import BINARY, sync_folder, try_lock
from interviewsim.transcripts.record import Damage, SessionFile, parse_session, read_all, read_session

__all__ = [
    "Damage",
    "Disk",
    "JournalBusy",
    "JournalFailed",
    "OpenJournal",
    "SessionFile",
    "read_session",
]

_Given = ParamSpec("_Given")
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class Disk(Protocol):
    """The three things a journal asks of a disk; each may raise `OSError`."""

    def write(self, fd: int, data: memoryview) -> int:
        """Write what fits and return how many bytes that was."""
        ...

    def sync(self, fd: int) -> None:
        """Return when everything written is durable."""
        ...

    def truncate(self, fd: int, size: int) -> None:
        """Cut the file to `size` bytes."""
        ...


class _RealDisk:
    def write(self, fd: int, data: memoryview) -> int:
        return os.write(fd, data)

    def sync(self, fd: int) -> None:
        os.fsync(fd)

    def truncate(self, fd: int, size: int) -> None:
        os.ftruncate(fd, size)


REAL_DISK: Disk = _RealDisk()


class OpenJournal:
    """A session's journal, locked for us; implements the engine's `Journal`."""

    def __init__(self, fd: int, path: Path, disk: Disk, *, size: int, last_n: int, ended: bool) -> None:
        """Takes over `fd`, which is locked and ends after `size` bytes of whole lines."""
        self.path = path
        self._fd = fd
        self._disk = disk
        self._size = size
        self._last_n = last_n
        self._ended = ended
        self._dirty = False
        self._closed = False
        self._hand = threading.Lock()

    @classmethod
    def create(cls, path: Path, opened: SessionOpened, disk: Disk = REAL_DISK) -> "OpenJournal":
        """Begin a journal with line 1; blocks until its name and line are on disk.

        Raises `JournalFailed` where the disk refuses or the session exists; nothing is left behind then.
        """
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            fd = os.open(path, BINARY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            if not path.parent.is_dir():
                raise JournalFailed(f"{path.parent} is not a folder.", "Choose another one with --home.") from None
            raise JournalFailed(f"There is already something at {path}.", "Start again: ids are random.") from None
        except OSError as error:
            raise _failure(error, path) from error
        journal = cls(fd, path, disk, size=0, last_n=0, ended=False)
        try:
            _lock(fd, path)
            journal._put(encode_opened(opened))
            sync_folder(path.parent)
        except OSError as error:
            journal._discard()
            raise _failure(error, path) from error
        except InterviewSimError:
            journal._discard()
            raise
        return journal

    @classmethod
    def open(cls, path: Path, disk: Disk = REAL_DISK) -> tuple["OpenJournal", SessionFile]:
        """Open an existing journal for writing; blocks.

        A torn tail is cut, and kept beside the file. Raises `InvalidFile` for what is no journal (left
        untouched), `JournalBusy` while somebody else writes, `JournalFailed` where the disk refuses.
        """
        try:
            fd = os.open(path, BINARY | os.O_RDWR | os.O_APPEND)
        except (FileNotFoundError, IsADirectoryError) as error:
            raise InvalidFile(f"{path} cannot be read: {error.strerror}.") from error
        except OSError as error:
            raise _failure(error, path) from error
        try:
            return cls._opened(fd, path, disk)
        except OSError as error:
            os.close(fd)
            raise _failure(error, path) from error
        except InterviewSimError:
            os.close(fd)
            raise

    @classmethod
    def _opened(cls, fd: int, path: Path, disk: Disk) -> tuple["OpenJournal", SessionFile]:
        _lock(fd, path)
        content = read_all(fd, path.name)
        session = parse_session(content, path.name)
        if session.torn:
            keep_torn(path, content[session.whole_bytes :])
            disk.truncate(fd, session.whole_bytes)
            disk.sync(fd)
        size, last_n = session.whole_bytes, session.last_n
        return cls(fd, path, disk, size=size, last_n=last_n, ended=session.ended), session

    async def append(self, entries: Sequence[Entry]) -> None:
        """Write the entries as one block and return when they are on disk; all of them or none.

        Raises `JournalFailed` where the disk refuses: what was there stays, and the same entries may be tried again.
        """
        await _in_a_thread(self.append_now, entries)

    def append_now(self, entries: Sequence[Entry]) -> None:
        """`append` for a caller without an event loop; blocks."""
        if not entries:
            return
        block = b"".join(encode_entry(entry) for entry in entries)
        with self._hand:
            self._refuse_disorder(entries)
            self._put(block)
            self._last_n = entries[-1].n
            self._ended = self._ended or any(isinstance(entry.event, RoundEnded) for entry in entries)

    async def keep_live(self, live: Live) -> None:
        """Replace the live file whole. A disk that refuses is no error: the journal is the truth."""
        await _in_a_thread(self._keep_live, live)

    async def close(self) -> None:
        """Let go of the lock, once the write under way is done; the live file goes where the round has ended."""
        await _in_a_thread(self.close_now)

    def close_now(self) -> None:
        """`close` for a caller without an event loop; blocks. A second call does nothing."""
        with self._hand:
            if self._closed:
                return
            self._closed = True
            if self._ended:
                with suppress(OSError):
                    beside(self.path, LIVE).unlink(missing_ok=True)
            os.close(self._fd)

    def _keep_live(self, live: Live) -> None:
        with self._hand, suppress(OSError):
            if not self._closed:
                write_live(self.path, live)

    def _refuse_disorder(self, entries: Sequence[Entry]) -> None:
        """Neither a line twice nor a line skipped, whatever was cancelled or tried again."""
        if self._closed:
            raise JournalFailed("The session's journal is closed.", "Resume the session to go on.")
        expected = range(entries[0].n, entries[0].n + len(entries))
        if entries[0].n <= self._last_n or [entry.n for entry in entries] != list(expected):
            raise JournalFailed(
                f"The journal already stands at event {self._last_n}.", "Quit and resume the session to go on."
            )

    def _put(self, block: bytes) -> None:
        try:
            self._cut_back()
            self._dirty = True
            self._write_all(memoryview(block))
            self._disk.sync(self._fd)
        except OSError as error:
            with suppress(OSError):
                self._cut_back()
            raise _failure(error, self.path) from error
        self._dirty = False
        self._size += len(block)

    def _cut_back(self) -> None:
        """Take away what a failed write left behind."""
        if self._dirty:
            self._disk.truncate(self._fd, self._size)
            self._dirty = False

    def _write_all(self, rest: memoryview) -> None:
        while rest:
            rest = rest[self._disk.write(self._fd, rest) :]

    def _discard(self) -> None:
        """Undo a creation that did not succeed."""
        self.close_now()
        with suppress(OSError):
            self.path.unlink()


def _lock(fd: int, path: Path) -> None:
    if not try_lock(fd):
        raise JournalBusy(f"{path.stem} is open in another interviewsim.", "Close it there, or wait until it is done.")
    if not os.path.samestat(os.fstat(fd), path.stat()):
        raise JournalBusy(f"{path.stem} was just moved or replaced.", "Try again.")


def _failure(error: OSError, path: Path) -> JournalFailed:
    if error.errno in _FULL:
        return JournalFailed(f"The disk is full: {path.name} could not be written.", "Make room, then try again.")
    if error.errno == errno.EROFS:
        return JournalFailed(f"{path.parent} is read-only.", "Choose another folder with --home.")
    return JournalFailed(
        f"{path.name} could not be written: {error.strerror or error}.",
        f"Check the folder {path.parent}, then try again.",
    )


async def _in_a_thread(work: Callable[_Given, None], *args: _Given.args, **kwargs: _Given.kwargs) -> None:
    """Carry the work out to its end, also where the caller is cancelled meanwhile."""
    import asyncio  # a list of sessions, which needs this module's readers, should not pay for it

    working = asyncio.ensure_future(asyncio.to_thread(work, *args, **kwargs))
    try:
        await asyncio.shield(working)
    except asyncio.CancelledError:
        await asyncio.wait((working,))
        raise
