"""The small files beside a journal: what is on the table, the title given later, and a torn tail.

`SESSION.live.json` and `SESSION.title` are replaced whole. Line 1 of a journal never changes, so a title given
later lives in `SESSION.title`, a line of text; where that file is, it alone says the title.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from interviewsim.domain.events import Live
from interviewsim.transcripts.codec import live_from_json, live_to_json
from interviewsim.transcripts.coders import Malformed
from interviewsim.transcripts.filesystem import BINARY

JOURNAL = ".jsonl"
LIVE = ".live.json"
TITLE = ".title"
TORN = ".torn"
MAX_TITLE = 120
MAX_LIVE_BYTES = 4 * 1024 * 1024


def beside(journal: Path, suffix: str) -> Path:
    """The file of a journal with this suffix."""
    return journal.with_name(journal.name.removesuffix(JOURNAL) + suffix)


def all_beside(journal: Path) -> Iterator[Path]:
    """Every file that may lie beside a journal and belongs to it."""
    return (beside(journal, suffix) for suffix in (LIVE, TITLE, TORN))


def write_whole(path: Path, text: str) -> None:
    """Replace a file: a reader sees the old or the new text, never a part. Readable by its owner alone."""
    fresh = path.with_name(path.name + ".new")
    fd = os.open(fresh, BINARY | os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(fd, "wb") as file:
        file.write(text.encode())
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
        path = beside(journal, LIVE)
        if path.stat().st_size <= MAX_LIVE_BYTES:
            return live_from_json(path.read_bytes())
    return Live()


def read_title(journal: Path) -> str | None:
    """The title given later, if any."""
    with suppress(OSError, UnicodeDecodeError):
        text = beside(journal, TITLE).read_bytes()[: 4 * MAX_TITLE + 1].decode()
        return as_title(text) or None
    return None


def as_title(text: str) -> str:
    """One printable line of at most `MAX_TITLE` code points."""
    words = "".join(char if char.isprintable() else " " for char in text).split()
    return " ".join(words)[:MAX_TITLE].rstrip()
