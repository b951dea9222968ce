"""The list of sessions, from the first line and the last few of each journal: there is no index to go stale.

Only what the taken rows need is read, so the newest fifty of ten thousand cost little more than fifty alone. A journal
is read whole once after each change, to find damage in its middle (`sound`).
"""

import dataclasses
import os
import re
from bisect import bisect_left
from collections.abc import Generator, Iterator, Mapping
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from interviewsim.domain.events import (
    Graded,
    NotesKept,
    RoundEnded,
    SelfEstimate,
    SessionOpened,
    Trouble,
)
from interviewsim.domain.history import HistoryRow, Standing
from interviewsim.domain.rubric import Verdict
from interviewsim.domain.scorecard import GraderName
from interviewsim.domain.terms import Round
from interviewsim.errors import InvalidFile, JournalFailed
from interviewsim.transcripts.beside import JOURNAL, TITLE, read_title
from interviewsim.transcripts.codec import OPENED, NewerVersion, decode_opened, kind_of, load
from interviewsim.transcripts.coders import Malformed, coder_of
from interviewsim.transcripts.ends import Lines
from interviewsim.transcripts.record import damage_in
from interviewsim.transcripts.sound import SoundJournals

_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)-([a-z-]+)-[^-]+")
_KIND = re.compile(rb'\{"kind":"([a-z_]+)"')
_ENDED, _GRADED = kind_of(RoundEnded), kind_of(Graded)
_UNREADABLE = "Its newest lines cannot be read."
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
) -> Generator[HistoryRow, None, None]:
    """The sessions of a folder, newest first, read one by one as they are taken.

    `since` must know its zone. What a filter asks for and a damaged session does not tell, does not match.
    Never raises for a session that cannot be read: that is a row. Raises `JournalFailed` for such a folder.
    """
    listed = _listed(folder)
    sound = SoundJournals(folder)
    try:
        for name in _newest_first(listed):
            if not _may_match(name, round_, since):
                continue
            row = _row(folder / (name + JOURNAL), sound, titled=_is_among(listed, name + TITLE))
            if row is not None and _matches(row, round_, company, since):
                yield row
    finally:
        sound.keep(listed)


def _listed(folder: Path) -> list[str]:
    """The names in a folder, sorted: all the work that grows with the number of sessions. Raises `JournalFailed`."""
    try:
        with os.scandir(folder) as entries:
            return sorted([entry.name for entry in entries])
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise JournalFailed(
            f"{folder} cannot be read: {error.strerror}.", "Check its permissions, or choose another home by --home."
        ) from error


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


def _row(path: Path, sound: SoundJournals, *, titled: bool) -> HistoryRow | None:
    """A session's row; None where it went away meanwhile."""
    unknown = _unknown(path.name[: -len(JOURNAL)])
    try:
        with Lines(path) as lines:
            row = _read(unknown, lines, sound)
    except FileNotFoundError:
        return None
    except OSError as error:
        return dataclasses.replace(unknown, problem=f"It cannot be read: {error.strerror}.")
    except InvalidFile as invalid:
        return dataclasses.replace(unknown, problem=invalid.message)
    title = read_title(path) if titled else None
    return dataclasses.replace(row, title=title) if title else row


def _unknown(name: str) -> HistoryRow:
    """A damaged row with what an id alone tells."""
    stamp = _STAMP.fullmatch(name)
    return HistoryRow(
        session=name,
        round=stamp[7] if stamp else "",
        company="",
        level="",
        mode="",
        at="{}-{}-{}T{}:{}:{}Z".format(*stamp.groups()) if stamp else "",
        minutes=None,
        state=Standing.DAMAGED,
        score=None,
        verdict=None,
        grader=None,
        title="",
    )


def _read(unknown: HistoryRow, lines: Lines, sound: SoundJournals) -> HistoryRow:
    """The row with what the journal tells. Raises `InvalidFile` where its first line tells nothing."""
    first = lines.first()
    try:
        row = _with_opened(unknown, decode_opened(first))
    except NewerVersion as newer:
        return _of_newer(unknown, first, lines, f"{newer.message} {newer.hint}")
    except Malformed as malformed:
        raise InvalidFile(f"Line 1 {malformed.message}.") from None
    problem = _problem(row.session, lines, sound)
    try:
        row = _with_tail(row, _read_tail(lines.newest_first(), row))
    except Malformed:
        problem = problem or _UNREADABLE
    return dataclasses.replace(row, state=Standing.DAMAGED, problem=problem) if problem else row


def _problem(name: str, lines: Lines, sound: SoundJournals) -> str:
    """What is damaged below line 1, as a sentence; empty where nothing is."""
    if sound.knows(name, lines.status):
        return ""
    damage = damage_in(lines.content())
    if not damage:
        sound.found(name, lines.status)
        return ""
    more = f", and {len(damage) - 1} more" if len(damage) > 1 else ""
    return f"Line {damage[0].line} is damaged{more}: {damage[0].problem}."


def _of_newer(unknown: HistoryRow, first: bytes, lines: Lines, problem: str) -> HistoryRow:
    """What can be told of a session whose schema is not known: it is not damaged."""
    told = load(first)
    try:
        tail = _read_tail(lines.newest_first(), unknown)
    except Malformed:
        tail = _Tail()
    row = dataclasses.replace(
        unknown,
        round=_text(told, "round") or unknown.round,
        company=_text(told, "company"),
        level=_text(told, "level"),
        mode=_text(told, "mode"),
        at=_text(told, "at") or unknown.at,
        title=_text(told, "title"),
        problem=problem,
    )
    return _with_tail(row, tail)


def _text(told: Mapping[str, object], name: str) -> str:
    value = told.get(name)
    return value if isinstance(value, str) else ""


def _with_opened(row: HistoryRow, opened: SessionOpened) -> HistoryRow:
    return dataclasses.replace(
        row,
        round=opened.round,
        company=opened.company,
        level=opened.level,
        mode=opened.mode,
        at=opened.at,
        title=opened.title,
        length=opened.length,
        forked_from=opened.forked_from.session if opened.forked_from else None,
        loop=opened.loop,
    )


def _with_tail(row: HistoryRow, tail: _Tail) -> HistoryRow:
    grade = tail.grade
    return dataclasses.replace(
        row,
        minutes=None if tail.t is None else round(tail.t / 60, 1),
        state=Standing.FINISHED if tail.ended else Standing.UNFINISHED,
        score=grade.score if grade else None,
        verdict=grade.verdict if grade else None,
        grader=(grade.grader.model or grade.grader.kind) if grade else None,
    )


def _read_tail(lines: Iterator[bytes], row: HistoryRow) -> _Tail:
    """Read backwards until it is clear whether the round has ended. Raises `Malformed` for a line that is none.

    The grade is the newest by the round's own company and level: a list never mixes rulers.
    """
    tail = _Tail()
    for line in lines:
        kind = _kind(line)
        if kind == OPENED:
            break
        if tail.t is None or (kind == _GRADED and tail.grade is None):
            tail = _with_line(tail, kind, load(line), row)
        if kind == _ENDED:
            return dataclasses.replace(tail, ended=True)
        if kind not in _AFTER_THE_END:
            break
    return tail


def _with_line(tail: _Tail, kind: str, value: dict[str, object], row: HistoryRow) -> _Tail:
    clock: _Clock = coder_of(_Clock).decode(value)
    counts = kind == _GRADED and _by_own_ruler(value.get("scorecard"), row)
    grade = coder_of(_Grade).decode(value.get("scorecard")) if counts else None
    return _Tail(clock.t if tail.t is None else tail.t, tail.ended, tail.grade or grade)


def _by_own_ruler(card: object, row: HistoryRow) -> bool:
    """Whether a grade was given by the round's own company and level, as far as both are known."""
    if not isinstance(card, dict) or not row.company:
        return True
    return (card.get("company"), card.get("level")) == (row.company, row.level)


def _kind(line: bytes) -> str:
    """An event's kind from the front of its line, which is always written there."""
    found = _KIND.match(line)
    return found[1].decode() if found else str(load(line).get("kind"))
