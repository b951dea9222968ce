"""A journal that keeps its entries in memory, and one whose disk is full."""

from collections.abc import Sequence

from interviewsim.domain.events import Entry, Live
from interviewsim.errors import JournalFailed


class MemoryJournal:
    """Implements `engine.ports.Journal`; `refusing` makes the next appends fail."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.live = Live()
        self.closed = False
        self.refusing = 0

    async def append(self, entries: Sequence[Entry]) -> None:
        if self.refusing:
            self.refusing -= 1
            raise JournalFailed("The disk is full.", "Make room, then try again.")
        self.entries += entries

    async def keep_live(self, live: Live) -> None:
        self.live = live

    async def close(self) -> None:
        self.closed = True
