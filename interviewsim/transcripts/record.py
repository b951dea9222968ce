"""Reading a journal: what its whole lines say, and which of them cannot be trusted. Nothing here writes.

A session with damage can be read, graded and reported. It can be resumed only where the lost lines cannot have held
an utterance: the plan stands on line 2, no line stands twice or is missing, the turns count from 1 without a gap,
and the newest of them stands after the last damaged line.
"""

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from interviewsim.domain.events import (
    CandidateSaid,
    Entry,
    InterviewerSaid,
    RoundEnded,
    SessionConfigured,
    SessionOpened,
)
from interviewsim.domain.transcript import Transcript, transcript_of
from interviewsim.errors import InvalidFile
from interviewsim.transcripts.codec import NewerVersion, decode_entry, decode_opened
from interviewsim.transcripts.coders import Malformed
from interviewsim.transcripts.filesystem import READING

MAX_BYTES = 64 * 1024 * 1024
"""A two-hour round takes about 200 KB, a model grader's replies a few MB; what is larger is something else."""


@dataclass(frozen=True, slots=True)
class Damage:
    """A line (counted from 1) that is not what the journal should hold there, and why."""

    line: int
    problem: str
    order: bool = False


@dataclass(frozen=True, slots=True)
class SessionFile:
    """A journal as read. `torn`: bytes without a newline follow the whole lines, which end after `whole_bytes`.

    `title` is the one given later, or that of line 1.
    """

    opened: SessionOpened
    entries: tuple[Entry, ...]
    damage: tuple[Damage, ...]
    torn: bool
    whole_bytes: int = 0
    title: str = ""
    transcript: Transcript = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "transcript", transcript_of(self.opened, self.entries))

    @property
    def last_n(self) -> int:
        """The number of the newest readable entry."""
        return self.entries[-1].n if self.entries else 0

    @property
    def ended(self) -> bool:
        """Whether `round_ended` stands in it."""
        return any(isinstance(entry.event, RoundEnded) for entry in self.entries)

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with it, a sentence a line, as a report tells it."""
        return tuple(f"line {damage.line}: {damage.problem}" for damage in self.damage)

    @property
    def cannot_resume(self) -> str:
        """Why the round cannot go on, as a sentence; empty where it can."""
        if self.ended:
            return "The round is over."
        if not self.entries or not isinstance(self.entries[0].event, SessionConfigured) or self.entries[0].n != 1:
            return "Its plan was never written, so there is nothing to go on with."
        if self.damage and not self._turns_are_whole():
            return f"Line {self.damage[0].line} is damaged and may have held something that was said."
        return ""

    def _turns_are_whole(self) -> bool:
        """Whether readable turns stand on both sides of every damaged line, without a number missing."""
        said = [entry for entry in self.entries if isinstance(entry.event, InterviewerSaid | CandidateSaid)]
        turns = [entry.event.turn for entry in said if isinstance(entry.event, InterviewerSaid | CandidateSaid)]
        if any(damage.order for damage in self.damage) or turns != list(range(1, len(said) + 1)):
            return False
        return bool(said) and self.damage[-1].line <= said[-1].n


def read_session(path: Path) -> SessionFile:
    """Read a journal. Raises `InvalidFile` where it is none, or was written by a newer version."""
    return parse_session(_bytes_of(path), path.name)


def parse_session(content: bytes, name: str) -> SessionFile:
    """Read a journal's bytes; `name` is what messages call it. Raises as `read_session`."""
    whole_bytes = content.rfind(b"\n") + 1
    if not whole_bytes:
        raise InvalidFile(f"{name} is {'no session' if content else 'empty'}: it has no whole first line.")
    first, *rest = content[: whole_bytes - 1].split(b"\n")
    opened = _opened(first, name)
    entries, damage = _entries(rest)
    return SessionFile(
        opened,
        tuple(entries),
        tuple(damage),
        torn=whole_bytes < len(content),
        whole_bytes=whole_bytes,
        title=opened.title,
    )


def damage_in(content: bytes) -> tuple[Damage, ...]:
    """What is wrong with the lines after the first, without making anything of the others."""
    return tuple(_entries(content[: content.rfind(b"\n")].split(b"\n")[1:])[1])


def read_all(fd: int, name: str) -> bytes:
    """The bytes of an open file; raises `InvalidFile` where they cannot be a journal's."""
    status = os.fstat(fd)
    if not stat.S_ISREG(status.st_mode):
        raise InvalidFile(f"{name} is not a file.")
    if status.st_size > MAX_BYTES:
        raise InvalidFile(f"{name} is larger than {MAX_BYTES >> 20} MB: it is no session.")
    with os.fdopen(fd, "rb", closefd=False) as file:
        return file.read(MAX_BYTES + 1)


def _bytes_of(path: Path) -> bytes:
    try:
        fd = os.open(path, READING)
        try:
            return read_all(fd, path.name)
        finally:
            os.close(fd)
    except OSError as error:
        raise InvalidFile(f"{path} cannot be read: {error.strerror}.") from error
    except ValueError as error:  # a NUL in a name
        raise InvalidFile("There is no such file.") from error


def _opened(line: bytes, name: str) -> SessionOpened:
    try:
        return decode_opened(line)
    except Malformed as problem:
        raise InvalidFile(f"{name} is no session: line 1 {problem.message}.") from None
    except NewerVersion as newer:
        raise NewerVersion(f"{name} cannot be read. {newer.message}", newer.hint) from None


def _entries(lines: Iterable[bytes]) -> tuple[list[Entry], list[Damage]]:
    """Decode the lines after the first. `lost` counts the unreadable ones since the last good one."""
    entries: list[Entry] = []
    damage: list[Damage] = []
    lost = 0
    for number, line in enumerate(lines, start=2):
        try:
            entry = decode_entry(line)
        except Malformed as problem:
            damage.append(Damage(number, problem.message))
            lost += 1
            continue
        last = entries[-1].n if entries else 0
        if entry.n <= last:
            damage.append(Damage(number, f"`n` {entry.n} stands after `n` {last}", order=True))
            continue
        if entry.n > last + 1 + lost:
            damage.append(Damage(number, f"`n` {entry.n} follows `n` {last}: lines are missing", order=True))
        entries.append(entry)
        lost = 0
    return entries, damage
