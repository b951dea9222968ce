"""`sessions rename|move|delete`."""

from argparse import Namespace
from pathlib import Path

from interviewsim.cli.context import home_of
from interviewsim.cli.output import tell
from interviewsim.transcripts.store import SessionStore


def rename(parsed: Namespace) -> int:
    """Give a session a title."""
    store = SessionStore(home_of(parsed).transcripts)
    kept = store.rename(store.resolve(parsed.session), parsed.to)
    tell(f"{parsed.session} is now called {kept!r}." if kept else f"{parsed.session} has its first title again.")
    return 0


def move(parsed: Namespace) -> int:
    """Move a session to another folder."""
    store = SessionStore(home_of(parsed).transcripts)
    tell(f"Moved to {store.move(store.resolve(parsed.session), Path(parsed.to))}.", quiet=parsed.quiet)
    return 0


def delete(parsed: Namespace) -> int:
    """Delete a session for good."""
    store = SessionStore(home_of(parsed).transcripts)
    path = store.resolve(parsed.session)
    store.delete(path)
    tell(f"{path.stem} is deleted.", quiet=parsed.quiet)
    return 0
