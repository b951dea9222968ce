"""Where systems differ: a journal's lock (gone with its descriptor), the names in a folder, bytes as they are."""

import os
import sys

if sys.platform == "win32":
    import msvcrt

    _FAR_AWAY = 1 << 40
    """Windows locks bytes against readers too, so the locked one lies where no journal reaches."""

    def try_lock(fd: int) -> bool:
        """Take the lock, or say that somebody else has it."""
        os.lseek(fd, _FAR_AWAY, os.SEEK_SET)
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        finally:
            os.lseek(fd, 0, os.SEEK_SET)
        return True

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
