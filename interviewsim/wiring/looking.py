"""What home showed last, kept beside the choices: the first paint shows it until the sessions have been read again.

It is no more than a saving, and may be deleted at any time.
"""

import os
from contextlib import suppress

from interviewsim.domain.history import FirstLook
from interviewsim.locations import Home

FILE = "home.json"
LARGEST = 100_000
"""Bytes; a file beyond that was not written here."""
JOURNAL = ".jsonl"
"""As `transcripts` has it, whose imports the first paint does without."""


def first_look(home: Home) -> FirstLook:
    """Blocks for a moment, however many sessions there are. Never raises."""
    return FirstLook(_practiced(home), _note(home))


def keep_note(home: Home, note: str) -> None:
    """Replace the note. Blocks on the disk, makes no home where there is none, and says nothing where it refuses."""
    from interviewsim.transcripts.beside import write_whole

    if home.folder.is_dir():
        with suppress(OSError):
            write_whole(home.folder / FILE, note)


def _practiced(home: Home) -> bool:
    """Whether there is a session; a folder that cannot be read may hold some, and those who read it say why not."""
    try:
        with os.scandir(home.transcripts) as entries:
            return any(entry.name.endswith(JOURNAL) for entry in entries)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True


def _note(home: Home) -> str:
    try:
        path = home.folder / FILE
        return path.read_text(encoding="utf-8") if path.stat().st_size <= LARGEST else ""
    except (OSError, ValueError):
        return ""
