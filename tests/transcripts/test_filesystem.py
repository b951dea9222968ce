"""Locks as both families of systems know them."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from interviewsim.transcripts.filesystem import FAR_AWAY, lock_far_byte, try_lock
from interviewsim.transcripts.record import MAX_BYTES

NO_WAITING = 2


class ByteLocks:
    """Locks bytes as Windows does: from a descriptor's position on, against every other descriptor."""

    def __init__(self) -> None:
        self.held: dict[tuple[int, int], int] = {}
        self.fails = 0

    def __call__(self, fd: int, mode: int, count: int) -> None:
        if self.fails:
            raise OSError(self.fails, os.strerror(self.fails))
        assert (mode, count) == (NO_WAITING, 1)
        byte = (os.fstat(fd).st_ino, os.lseek(fd, 0, os.SEEK_CUR))
        if self.held.setdefault(byte, fd) != fd:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[int, int]]:
    """Two descriptors of one file."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"line\n")
    opened = os.open(path, os.O_RDWR), os.open(path, os.O_RDWR)
    yield opened
    for fd in opened:
        os.close(fd)


def test_by_bytes_one_descriptor_gets_the_lock_and_the_other_is_told(two: tuple[int, int]) -> None:
    locks = ByteLocks()
    assert lock_far_byte(two[0], locks, NO_WAITING)
    assert not lock_far_byte(two[1], locks, NO_WAITING)


def test_the_locked_byte_lies_beyond_any_journal_so_that_readers_go_on(two: tuple[int, int]) -> None:
    locks = ByteLocks()
    lock_far_byte(two[0], locks, NO_WAITING)
    ((_, position),) = locks.held
    assert position == FAR_AWAY > MAX_BYTES
    assert os.fstat(two[0]).st_size == 5


@pytest.mark.parametrize("fails", [0, errno.EACCES, errno.EBADF])
def test_whatever_comes_of_it_the_position_is_the_beginning_again(two: tuple[int, int], fails: int) -> None:
    locks = ByteLocks()
    locks.fails = fails
    if fails == errno.EBADF:
        with pytest.raises(OSError, match="Bad file"):
            lock_far_byte(two[0], locks, NO_WAITING)
    else:
        assert lock_far_byte(two[0], locks, NO_WAITING) == (not fails)
    assert os.read(two[0], 9) == b"line\n"


def test_here_too_one_descriptor_gets_the_lock_and_its_closing_frees_it(two: tuple[int, int], tmp_path: Path) -> None:
    third = os.open(tmp_path / "a.jsonl", os.O_RDWR)
    assert try_lock(third)
    assert not try_lock(two[0])
    os.close(third)
    assert try_lock(two[0])
