"""A journal's lines from either end."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from interviewsim.errors import InvalidFile
from interviewsim.transcripts.coders import Malformed
from interviewsim.transcripts.filesystem import READING
from interviewsim.transcripts.record import MAX_BYTES

BLOCK = 64 * 1024
"""Bytes read at once from a journal's end; most journals are smaller."""


class Lines:
    """The whole lines of a file, from either end, with no more read than is asked for. `status` is as it was opened."""

    def __init__(self, path: Path) -> None:
        self._fd = os.open(path, READING)
        self.status = os.fstat(self._fd)
        if not stat.S_ISREG(self.status.st_mode) or self.status.st_size > MAX_BYTES:
            os.close(self._fd)
            raise InvalidFile("It is no file that a session could be.")
        self._start = max(0, self.status.st_size - BLOCK)
        self._block = self._read(self._start, BLOCK)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._fd)

    def first(self) -> bytes:
        """Line 1; raises `Malformed` where its end is not within the first block."""
        head = self._block if self._start == 0 else self._read(0, BLOCK)
        end = head.find(b"\n")
        if end < 0:
            raise Malformed("has no whole first line")
        return head[:end]

    def content(self) -> bytes:
        """The file whole, as long as it was when it was opened."""
        return self._read(0, self.status.st_size)

    def newest_first(self) -> Iterator[bytes]:
        """The whole lines from the last to the first; what follows the last newline is not one."""
        end = self._newline_before(self._start + len(self._block))
        while end >= 0:
            begin = self._newline_before(end) + 1
            yield self._block[begin - self._start : end - self._start]
            end = begin - 1

    def _newline_before(self, position: int) -> int:
        """Where in the file the last newline before `position` stands, or -1; reads further back as needed."""
        while (found := self._block.rfind(b"\n", 0, position - self._start)) < 0 and self._start > 0:
            earlier = max(0, self._start - len(self._block))
            self._block = self._read(earlier, self._start - earlier) + self._block
            self._start = earlier
        return found if found < 0 else self._start + found

    def _read(self, start: int, size: int) -> bytes:
        os.lseek(self._fd, start, os.SEEK_SET)
        return os.read(self._fd, size)
