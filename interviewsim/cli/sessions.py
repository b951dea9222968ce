"""`sessions rename|move|delete`."""

import sys
from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from interviewsim.cli.context import home_of
from interviewsim.cli.output import tell
from interviewsim.errors import InvalidFile, WrongUsage
from interviewsim.reading.cleaning import clean
from interviewsim.transcripts.store import SessionStore


def rename(parsed: Namespace) -> int:
    """Give a session a title."""
    store = SessionStore(home_of(parsed).transcripts)
    path = store.resolve(parsed.session)
    kept = store.rename(path, parsed.to)
    told = f"is now called “{kept}”." if kept else "has its first title again."
    tell(f"{path.stem} {told}", quiet=parsed.quiet)
    return 0


def move(parsed: Namespace) -> int:
    """Move a session to another folder."""
    store = SessionStore(home_of(parsed).transcripts)
    moved = store.move(store.resolve(parsed.session), Path(parsed.to).expanduser())
    tell(f"Moved to {moved}.", quiet=parsed.quiet)
    return 0


def delete(parsed: Namespace) -> int:
    """Delete a session for good, once a person at the terminal, or `--yes`, says so."""
    store = SessionStore(home_of(parsed).transcripts)
    path = store.resolve(parsed.session)
    if not parsed.yes and not _agreed(store, path):
        tell("Nothing was deleted.", quiet=parsed.quiet)
        return 0
    store.delete(path)
    tell(f"{path.stem} is deleted.", quiet=parsed.quiet)
    return 0


def _agreed(store: SessionStore, path: Path) -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise WrongUsage("Deleting a session needs a yes, and there is no terminal to ask at.", "Give it as --yes.")
    title = ""
    with suppress(InvalidFile):  # what cannot be read can be deleted all the same
        title = f" “{clean(store.read(path).title)}”"
    sys.stderr.write(f"Delete {clean(path.stem)}{title} for good? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
