"""The list of sessions, from the first line and the last few of each journal: there is no index to go stale.

Only what the taken rows need is read, so the newest fifty of ten thousand cost little more than fifty alone. Damage
in the middle of a journal is not looked for here; it is told when the session is opened.
"""

import dataclasses
import os
import re
import stat
from bisect import bisect_left
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Self

from interviewsim.domain.events import (
    Graded,
    NotesKept,
    RoundEnded,
    SelfEstimate,
    SessionOpened,
    Trouble,
)
from interviewsim.domain.history import HistoryRow, Standing
from interviewsim.domain.loop import Round
from interviewsim.domain.rubric import Verdict
from interviewsim.domain.scorecard import GraderName
from interviewsim.errors import InvalidFile
from interviewsim.transcripts.beside import JOURNAL, TITLE, read_title
from interviewsim.transcripts.codec import OPENED, decode_opened, kind_of, load
from interviewsim.transcripts.coders import Malformed, coder_of
from interviewsim.transcripts.filesystem import READING
from interviewsim.transcripts.record import MAX_BYTES

BLOCK = 64 * 1024
"""Bytes read at once from a journal's end; most journals are smaller."""

_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)-([a-z-]+)-[^-]+")
_KIND = re.compile(rb'\{"kind":"([a-z_]+)"')
_ENDED, _GRADED = kind_of(RoundEnded), kind_of(Graded)
_AFTER_THE_END = frozenset({_GRADED, kind_of(NotesKept), kind_of(SelfEstimate), kind_of(Trouble)})


@dataclasses.dataclass(frozen=True, slots=True)
class _Clock:
    t: float


@dataclasses.dataclass(frozen=True, slots=True)
class _Grade:
    """What a row needs of a scorecard."""

    score: float | None
    verdict: Verdict | None
    grader: GraderName


@dataclasses.dataclass(frozen=True, slots=True)
class _Tail:
    """What the newest lines of a journal tell. `t` is None where nothing follows line 1."""

    t: float | None = None
    ended: bool = False
    grade: _Grade | None = None


def session_names(folder: Path) -> list[str]:
    """The ids in a folder, newest first; names that are no ids of ours come last. A missing folder is empty."""
    return list(_newest_first(_listed(folder)))


def rows(
    folder: Path,
    *,
    round_: Round | None = None,
    company: str | None = None,
    since: datetime | None = None,
) -> Iterator[HistoryRow]:
    """The sessions of a folder, newest first, read one by one as they are taken.

    `since` must know its zone. What a filter asks for and a damaged session does not tell, does not match.
    Never raises for a session that cannot be read: that is a row.
    """
    listed = _listed(folder)
    for name in _newest_first(listed):
        if not _may_match(name, round_, since):
            continue
        row = _row(folder / (name + JOURNAL), titled=_is_among(listed, name + TITLE))
        if row is not None and _matches(row, round_, company, since):
            yield row


def _listed(folder: Path) -> list[str]:
    """The names in a folder, sorted: all the work that grows with the number of sessions."""
    try:
        with os.scandir(folder) as entries:
            return sorted([entry.name for entry in entries])
    except OSError:
        return []


def _newest_first(listed: list[str]) -> Iterator[str]:
    """Ids begin with a digit and sort by time; `:` is what sorts next after the digits."""
    foreign = bisect_left(listed, ":")
    for index in chain(range(foreign - 1, -1, -1), range(len(listed) - 1, foreign - 1, -1)):
        if listed[index].endswith(JOURNAL):
            yield listed[index][: -len(JOURNAL)]


def _is_among(listed: list[str], name: str) -> bool:
    place = bisect_left(listed, name)
    return place < len(listed) and listed[place] == name


def _may_match(name: str, round_: Round | None, since: datetime | None) -> bool:
    """Tell from an id alone what need not be opened; a name that is none of ours may be anything."""
    if round_ is None and since is None:
        return True
    stamp = _STAMP.fullmatch(name)
    if stamp is None:
        return True
    if since is not None and name[:15] < f"{since.astimezone(UTC):%Y%m%dT%H%M%S}":
        return False
    return round_ is None or stamp[7] == round_


def _matches(row: HistoryRow, round_: Round | None, company: str | None, since: datetime | None) -> bool:
    if round_ is not None and row.round != round_:
        return False
    if company is not None and row.company != company:
        return False
    return since is None or _moment(row.at) >= since


def _moment(at: str) -> datetime:
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _row(path: Path, *, titled: bool) -> HistoryRow | None:
    """A session's row; None where it went away meanwhile."""
    name = path.name[: -len(JOURNAL)]
    opened: SessionOpened | None = None
    try:
        with _Lines(path) as lines:
            opened = decode_opened(lines.first())
            tail = _read_tail(lines.newest_first())
    except FileNotFoundError:
        return None
    except (OSError, InvalidFile):
        return _damaged(name, opened)
    row = _whole(name, opened, tail)
    title = read_title(path) if titled else None
    return dataclasses.replace(row, title=title) if title else row


def _whole(name: str, opened: SessionOpened, tail: _Tail) -> HistoryRow:
    grade = tail.grade
    return HistoryRow(
        session=name,
        round=opened.round,
        company=opened.company,
        level=opened.level,
        mode=opened.mode,
        at=opened.at,
        minutes=None if tail.t is None else round(tail.t / 60, 1),
        state=Standing.FINISHED if tail.ended else Standing.UNFINISHED,
        score=grade.score if grade else None,
        verdict=grade.verdict if grade else None,
        grader=(grade.grader.model or grade.grader.kind) if grade else None,
        title=opened.title,
    )


def _damaged(name: str, opened: SessionOpened | None) -> HistoryRow:
    if opened is not None:
        return dataclasses.replace(_whole(name, opened, _Tail()), state=Standing.DAMAGED)
    stamp = _STAMP.fullmatch(name)
    at = "{}-{}-{}T{}:{}:{}Z".format(*stamp.groups()) if stamp else ""
    return HistoryRow(
        session=name,
        round=stamp[7] if stamp else "",
        company="",
        level="",
        mode="",
        at=at,
        minutes=None,
        state=Standing.DAMAGED,
        score=None,
        verdict=None,
        grader=None,
        title="",
    )


def _read_tail(lines: Iterator[bytes]) -> _Tail:
    """Read backwards until it is clear whether the round has ended. Raises `Malformed` for a line that is none."""
    tail = _Tail()
    for line in lines:
        kind = _kind(line)
        if kind == OPENED:
            break
        if tail.t is None or (kind == _GRADED and tail.grade is None):
            tail = _with_line(tail, kind, load(line))
        if kind == _ENDED:
            return dataclasses.replace(tail, ended=True)
        if kind not in _AFTER_THE_END:
            break
    return tail


def _with_line(tail: _Tail, kind: str, value: dict[str, object]) -> _Tail:
    clock: _Clock = coder_of(_Clock).decode(value)
    grade = coder_of(_Grade).decode(value.get("scorecard")) if kind == _GRADED else None
    return _Tail(clock.t if tail.t is None else tail.t, tail.ended, tail.grade or grade)


def _kind(line: bytes) -> str:
    """An event's kind from the front of its line, which is always written there."""
    found = _KIND.match(line)
    return found[1].decode() if found else str(load(line).get("kind"))


class _Lines:
    """The whole lines of a file, from either end, with no more read than is asked for."""

    def __init__(self, path: Path) -> None:
        self._fd = os.open(path, READING)
        status = os.fstat(self._fd)
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
            os.close(self._fd)
            raise InvalidFile(f"{path.name} is no session.")
        self._start = max(0, status.st_size - BLOCK)
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
