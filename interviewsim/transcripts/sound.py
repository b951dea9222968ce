"""Which journals were read whole and found sound, remembered by their size and time of change.

The memory is one file in the folder of sessions, `.sound`, and no more than a saving: without it, or where it does
not know a journal as it is now, the journal is read. It may be deleted at any time.
"""

import os
import re
import stat
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from interviewsim import __version__
from interviewsim.transcripts.beside import JOURNAL, write_bytes_whole
from interviewsim.transcripts.filesystem import READING

REMEMBERED = ".sound"
MAX_BYTES = 64 * 1024 * 1024
_HEADING = f"interviewsim {__version__}".encode()
"""Another version may hold other lines to be damaged, so it reads for itself."""
_LINE = re.compile(rb"([^/]+)/\d{1,20}/(\d{1,20})")


class SoundJournals:
    """The sound journals of one folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / REMEMBERED
        self._known, self._kept_at = _read(self._path)
        self._here = 0
        self._found: dict[bytes, bytes] = {}

    def knows(self, name: str, status: os.stat_result) -> bool:
        """Whether the journal was found sound as it is now.

        One changed as late as the memory itself may have changed again within the same tick of the disk's clock, so
        it is not taken for known.
        """
        return status.st_mtime_ns < self._kept_at and self._finds(b"\n%b\n" % _line(name, status))

    def _finds(self, line: bytes) -> bool:
        """Look where the last one was found first: lists ask in the order in which the lines stand."""
        at = self._known.find(line, self._here)
        if at < 0 < self._here:
            at = self._known.find(line)
        self._here = max(at, 0)
        return at >= 0

    def found(self, name: str, status: os.stat_result) -> None:
        """Remember a journal as it was when it was read."""
        if "\n" not in name:
            self._found[os.fsencode(name + JOURNAL)] = _line(name, status)

    def keep(self, names: Collection[str]) -> None:
        """Write what was found and what is still true of these files. A folder that refuses is no error."""
        if not self._found:
            return
        unread = {os.fsencode(name) for name in names}.difference(self._found)
        old = (line for line in self._known.split(b"\n") if self._is_about(line, unread))
        newest_first = sorted((*self._found.values(), *old), reverse=True)
        with suppress(OSError):
            write_bytes_whole(self._path, b"\n".join([_HEADING, *newest_first, b""]))

    def _is_about(self, line: bytes, names: set[bytes]) -> bool:
        parts = _LINE.fullmatch(line)
        return parts is not None and parts[1] in names and int(parts[2]) < self._kept_at


def _line(name: str, status: os.stat_result) -> bytes:
    return b"%b/%d/%d" % (os.fsencode(name + JOURNAL), status.st_size, status.st_mtime_ns)


def _read(path: Path) -> tuple[bytes, int]:
    """The lines, each between two line ends, and when they were written; nothing where that is no memory of ours.

    They stay one text, in which the newest sessions stand first: to find fifty in it costs less than to take it apart.
    """
    with suppress(OSError):
        fd = os.open(path, READING)
        with os.fdopen(fd, "rb") as file:
            status = os.fstat(fd)
            content = file.read(MAX_BYTES) if stat.S_ISREG(status.st_mode) else b""
        if content.startswith(_HEADING + b"\n"):
            return content[len(_HEADING) :], status.st_mtime_ns
    return b"", 0
