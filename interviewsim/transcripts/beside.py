"""The small files beside a journal: what is on the table, the title given later, and a torn tail.

`SESSION.live.json` and `SESSION.title` are replaced whole. Line 1 of a journal never changes, so a title given
later lives in `SESSION.title`, a line of text; where that file is, it alone says the title.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from interviewsim.domain.events import Live
from interviewsim.reading.cleaning import clean
from interviewsim.transcripts.codec import live_from_json, live_to_json
from interviewsim.transcripts.coders import Malformed
from interviewsim.transcripts.filesystem import BINARY, READING

JOURNAL = ".jsonl"
LIVE = ".live.json"
TITLE = ".title"
TORN = ".torn"
MAX_TITLE = 120
MAX_TITLE_BYTES = 64 * 1024
MAX_LIVE_BYTES = 4 * 1024 * 1024


def beside(journal: Path, suffix: str) -> Path:
    """The file of a journal with this suffix."""
    return journal.with_name(journal.name.removesuffix(JOURNAL) + suffix)


def all_beside(journal: Path) -> Iterator[Path]:
    """Every file that may lie beside a journal and belongs to it."""
    return (beside(journal, suffix) for suffix in (LIVE, TITLE, TORN))


def write_whole(path: Path, text: str) -> None:
    """Replace a file: a reader sees the old or the new text, never a part. Readable by its owner alone."""
    write_bytes_whole(path, text.encode())


def write_bytes_whole(path: Path, content: bytes) -> None:
    """`write_whole` for bytes."""
    fresh = path.with_name(path.name + ".new")
    fd = os.open(fresh, BINARY | os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(fd, "wb") as file:
        file.write(content)
    fresh.replace(path)


def keep_torn(journal: Path, tail: bytes) -> None:
    """Keep a half-written line, added to what was kept before; returns when it is on disk."""
    fd = os.open(beside(journal, TORN), BINARY | os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(fd, "ab") as file:
        file.write(tail + b"\n")
        file.flush()
        os.fsync(fd)


def write_live(journal: Path, live: Live) -> None:
    """Replace the live file. Not synced: it outlives the program, and a lost machine falls back on the journal."""
    write_whole(beside(journal, LIVE), live_to_json(live))


def read_live(journal: Path) -> Live:
    """What was on the table; nothing, where the file is missing or makes no sense."""
    with suppress(OSError, Malformed):
        return live_from_json(_small(beside(journal, LIVE), MAX_LIVE_BYTES))
    return Live()


def read_title(journal: Path) -> str | None:
    """The title given later, if any."""
    with suppress(OSError, UnicodeDecodeError):
        return as_title(_small(beside(journal, TITLE), MAX_TITLE_BYTES).decode()) or None
    return None


def as_title(text: str) -> str:
    """One printable line of at most `MAX_TITLE` code points: whole terminal sequences are taken out first."""
    return " ".join(clean(text).split())[:MAX_TITLE].rstrip()


def _small(path: Path, most: int) -> bytes:
    """A file's bytes; none, where it is no file or larger than a file of its kind can be."""
    fd = os.open(path, READING)
    with os.fdopen(fd, "rb") as file:
        status = os.fstat(fd)
        return file.read(most) if stat.S_ISREG(status.st_mode) and status.st_size <= most else b""
