"""Disks that do what disks do."""

import errno
import os
import threading


class QuickDisk:
    """A real disk that does not wait for durability: for tests of thousands of journals."""

    def write(self, fd: int, data: memoryview) -> int:
        return os.write(fd, data)

    def sync(self, fd: int) -> None:
        """Nothing to wait for."""

    def truncate(self, fd: int, size: int) -> None:
        os.ftruncate(fd, size)


class PatientDisk(QuickDisk):
    """Waits in `sync` until it is `ready`, and says that it is `waiting`."""

    def __init__(self) -> None:
        self.ready = threading.Event()
        self.ready.set()
        self.waiting = threading.Event()

    def sync(self, fd: int) -> None:
        if not self.ready.is_set():
            self.waiting.set()
        assert self.ready.wait(timeout=30), "nobody made the disk ready: the event loop stands"


class FillingDisk(QuickDisk):
    """Takes `room` more bytes, a few at a time, then is full until there is room again."""

    def __init__(self, room: int, *, piece: int = 7) -> None:
        self.room = room
        self.piece = piece

    def write(self, fd: int, data: memoryview) -> int:
        if self.room <= 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        taken = os.write(fd, data[: min(self.room, self.piece)])
        self.room -= taken
        return taken


class FailingDisk(QuickDisk):
    """Raises the error number given for an operation, while it is given; counts what was asked."""

    def __init__(self) -> None:
        self.fails: dict[str, int] = {}
        self.asked: list[str] = []

    def write(self, fd: int, data: memoryview) -> int:
        self._ask("write")
        return super().write(fd, data)

    def sync(self, fd: int) -> None:
        self._ask("sync")

    def truncate(self, fd: int, size: int) -> None:
        self._ask("truncate")
        super().truncate(fd, size)

    def _ask(self, what: str) -> None:
        self.asked.append(what)
        if what in self.fails:
            raise OSError(self.fails[what], os.strerror(self.fails[what]))
