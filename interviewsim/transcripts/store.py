"""A folder of sessions: begin, open, read, find, rename, move and delete them. Every method blocks on the disk.

A session is named by its id, which is its file's name without `.jsonl`, or by the path of its journal.
"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from interviewsim.domain.events import Live, SessionOpened
from interviewsim.domain.history import HistoryRow, Standing
from interviewsim.domain.terms import Round
from interviewsim.errors import InvalidFile, JournalFailed, WrongUsage
from interviewsim.transcripts.beside import (
    JOURNAL,
    TITLE,
    all_beside,
    as_title,
    beside,
    read_live,
    read_title,
    write_whole,
)
from interviewsim.transcripts.filesystem import BINARY, sync_folder
from interviewsim.transcripts.index import rows, session_names
from interviewsim.transcripts.journal import OpenJournal
from interviewsim.transcripts.record import SessionFile, read_session

SEE_HISTORY = "See `interviewsim history` for the sessions there are."
_UNSAFE = re.compile(r"[/\\:\x00-\x1f]|^\.")


def new_session_id(at: datetime, round_: Round, suffix: str) -> str:
    """`20261123T140512-behavioral-7k3f`: sorts by time, in UTC; `suffix` keeps two of one second apart."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%S}-{round_}-{suffix}"


class SessionStore:
    """The sessions of one `transcripts` folder, which need not exist yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def create(self, opened: SessionOpened) -> OpenJournal:
        """Begin a session's journal with line 1; raises `JournalFailed` where the disk refuses."""
        return OpenJournal.create(self._named(opened.session), opened)

    def open(self, session: str | Path) -> tuple[OpenJournal, SessionFile, Live]:
        """Open a session for writing, alone: to resume it or to add a grade.

        Whether it may be resumed is `SessionFile.cannot_resume`. Raises `WrongUsage` for an unknown session,
        `InvalidFile`, `JournalBusy`, `JournalFailed`.
        """
        path = self._existing(session)
        journal, read = OpenJournal.open(path)
        return journal, _titled(read, path), read_live(path)

    def read(self, session: str | Path) -> SessionFile:
        """Read a session, which somebody may be writing. Raises `WrongUsage`, `InvalidFile`."""
        path = self._existing(session)
        return _titled(read_session(path), path)

    def rows(
        self,
        limit: int | None = None,
        *,
        round_: Round | None = None,
        company: str | None = None,
        since: datetime | None = None,
    ) -> Iterator[HistoryRow]:
        """The sessions as a list shows them, newest first; files are read as rows are taken."""
        return islice(rows(self.folder, round_=round_, company=company, since=since), limit)

    def last_unfinished(self) -> str | None:
        """The newest session that waits to be resumed, and can be read by this version."""
        waiting = (row for row in self.rows() if row.state is Standing.UNFINISHED and not row.problem)
        return next((row.session for row in waiting), None)

    def resolve(self, name: str) -> Path:
        """The journal meant by an id, a beginning that only one id has, `last`, or a path to a `.jsonl` file.

        Raises `WrongUsage` with the nearest ids for anything else.
        """
        if name.endswith(JOURNAL):
            return _file(name)
        if not name or _UNSAFE.search(name):
            raise WrongUsage(f"{name!a} is not the name of a session.", SEE_HISTORY)
        names = session_names(self.folder)
        if name in names:
            return self._named(name)
        if name == "last":
            return self._newest(names)
        matching = [one for one in names if one.startswith(name)]
        if len(matching) == 1:
            return self._named(matching[0])
        raise _ambiguous(name, matching) if matching else _unknown(name, names)

    def rename(self, session: str | Path, title: str) -> str:
        """Give a session another title and return it as kept; an empty one brings back the first."""
        path, kept = self._existing(session), as_title(title)
        try:
            if kept:
                write_whole(beside(path, TITLE), kept + "\n")
            else:
                beside(path, TITLE).unlink(missing_ok=True)
        except OSError as error:
            raise JournalFailed(f"The title could not be written: {error.strerror}.") from error
        return kept

    def delete(self, session: str | Path) -> None:
        """Remove a session and all that lies beside it; a damaged one too. Raises `JournalBusy`, `JournalFailed`."""
        path = self._existing(session)
        with _alone(path), _told(f"{path.stem} could not be deleted"):
            for file in (*all_beside(path), path):  # the journal last: what is interrupted can be done again
                file.unlink(missing_ok=True)
            sync_folder(path.parent)

    def move(self, session: str | Path, folder: Path) -> Path:
        """Move a session and all that lies beside it to another folder, and return its journal there.

        Raises `WrongUsage` where the folder does not exist or has such a session; else as `delete`.
        """
        path = self._existing(session)
        if not folder.is_dir():
            raise WrongUsage(f"There is no folder {folder}.", "Make it first, or name another one.")
        with _alone(path), _told(f"{path.stem} could not be moved"):
            moving = [*(file for file in all_beside(path) if file.exists()), path]
            _refuse_taken(folder / file.name for file in moving)
            _copy_all(moving, folder)
            for file in moving:
                file.unlink()
            sync_folder(path.parent)
        return folder / path.name

    def _named(self, session: str) -> Path:
        if not session or _UNSAFE.search(session):
            raise WrongUsage(f"{session!a} is not the name of a session.", SEE_HISTORY)
        return self.folder / (session + JOURNAL)

    def _existing(self, session: str | Path) -> Path:
        if isinstance(session, str) and session.endswith(JOURNAL):
            return _file(session)
        path = session if isinstance(session, Path) else self._named(session)
        if not path.exists():
            raise _unknown(path.stem, session_names(self.folder))
        return path

    def _newest(self, names: list[str]) -> Path:
        if not names:
            raise WrongUsage("There are no sessions yet.", "Begin one with `interviewsim start`.")
        return self._named(names[0])


def _titled(session: SessionFile, path: Path) -> SessionFile:
    title = read_title(path)
    return replace(session, title=title) if title else session


def _file(name: str) -> Path:
    path = Path(name).expanduser()
    if "\0" in name or not path.exists():
        raise WrongUsage(f"There is no file {name!a}.", SEE_HISTORY)
    return path


def _ambiguous(name: str, matching: list[str]) -> WrongUsage:
    return WrongUsage(f"{name!a} could mean {len(matching)} sessions: {', '.join(matching[:3])}.", "Type more of it.")


def _unknown(name: str, names: list[str]) -> WrongUsage:
    from difflib import get_close_matches  # needed only on the way out

    near = get_close_matches(name, names[:500], n=1, cutoff=0.3)
    nearest = f" The nearest is {near[0]}." if near else ""
    return WrongUsage(f"There is no session {name!a}.{nearest}", SEE_HISTORY)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold the journal's lock where it is a journal; what is none has no writer to wait for."""
    try:
        journal, _ = OpenJournal.open(path)
    except InvalidFile:
        yield
        return
    try:
        yield
    finally:
        journal.close_now()


@contextmanager
def _told(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise JournalFailed(f"{what}: {error.strerror}.", "Check the folder, then try again.") from error


def _refuse_taken(targets: Iterable[Path]) -> None:
    taken = next((target for target in targets if target.exists()), None)
    if taken is not None:
        raise WrongUsage(f"{taken} exists already.", "Nothing was moved.")


def _copy_all(files: list[Path], folder: Path) -> None:
    """Copy to names that must be free, synced, from one disk to another too; all of them or none."""
    begun: list[Path] = []
    try:
        for file in files:
            fd = os.open(folder / file.name, BINARY | os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            begun.append(folder / file.name)
            with os.fdopen(fd, "wb") as copy:
                copy.write(file.read_bytes())
                copy.flush()
                os.fsync(fd)
        sync_folder(folder)
    except OSError:
        for half in begun:
            half.unlink(missing_ok=True)
        raise
