"""An interviewer's turn as it is spoken, and how it is cut short."""

import asyncio
from collections.abc import AsyncIterator

from interviewsim.engine.ports import Worded


class Speech:
    """The sentences of one turn; `cut` ends it, also while the next sentence is still waited for."""

    def __init__(self, sentences: AsyncIterator[str | Worded]) -> None:
        self._sentences = sentences
        self.worded = Worded()
        self._stopped = asyncio.Event()
        self._dropped = asyncio.Event()
        self.complete = True

    def cut(self) -> None:
        """End the turn after what was said; a turn in which nothing was said yet goes on."""
        self._stopped.set()

    def drop(self) -> None:
        """End the turn now, also before its first word: somebody else will say it."""
        self._dropped.set()
        self._stopped.set()

    async def sentences(self) -> AsyncIterator[str]:
        """Each sentence as it comes. `complete` is False afterwards where the turn was cut."""
        stopped, dropped = (asyncio.ensure_future(_until(event)) for event in (self._stopped, self._dropped))
        try:
            sentence = await self._next(dropped)
            while sentence is not None:
                yield sentence
                sentence = await self._next(stopped)
        finally:
            stopped.cancel()
            dropped.cancel()

    async def _next(self, stopped: "asyncio.Task[str | None]") -> str | None:
        coming = asyncio.ensure_future(self._coming())
        await asyncio.wait((coming, stopped), return_when=asyncio.FIRST_COMPLETED)
        if coming.done():
            return coming.result()
        coming.cancel()
        self.complete = False
        return None

    async def _coming(self) -> str | None:
        while isinstance(said := await anext(self._sentences, None), Worded):
            self.worded = said
        return said


async def _until(event: asyncio.Event) -> str | None:
    """Nothing, once the event has come."""
    await event.wait()
    return None
