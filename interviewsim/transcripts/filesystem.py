"""Where systems differ: a journal's lock (gone with its descriptor), the names in a folder, bytes as they are."""

import os
import sys
from collections.abc import Callable

FAR_AWAY = 1 << 40
"""Windows locks bytes against readers too, so the locked one lies where no journal reaches."""

Locking = Callable[[int, int, int], None]
"""Locks bytes from a descriptor's position on: descriptor, mode, count. `PermissionError` where somebody has them."""


def lock_far_byte(fd: int, locking: Locking, mode: int) -> bool:
    """Take a lock as Windows knows it, or say that somebody else has it; the position is the file's beginning then."""
    os.lseek(fd, FAR_AWAY, os.SEEK_SET)
    try:
        locking(fd, mode, 1)
    except PermissionError:
        return False
    finally:
        os.lseek(fd, 0, os.SEEK_SET)
    return True


if sys.platform == "win32":
    import msvcrt

    def try_lock(fd: int) -> bool:
        """Take the lock, or say that somebody else has it."""
        return lock_far_byte(fd, msvcrt.locking, msvcrt.LK_NBLCK)

else:
    import fcntl

    def try_lock(fd: int) -> bool:
        """Take the lock, or say that somebody else has it. Raises `OSError` where the folder knows no locks."""
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


BINARY: int = getattr(os, "O_BINARY", 0)
"""For `os.open`: without it Windows turns line ends about."""

READING: int = BINARY | os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)
"""For `os.open`: a pipe that somebody named like a journal must not make us wait for its other end."""


def sync_folder(folder: "os.PathLike[str]") -> None:
    """Make the names in a folder durable. Windows does so by itself and cannot open a folder."""
    if sys.platform == "win32":
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
