"""Doing what a grade needs side by side, in order, with a count of what is done."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import TypeVar

Progress = Callable[[int, int], None]
"""Told after each criterion: how many are done, of how many."""
_Done = TypeVar("_Done")


async def together(asked: Sequence[Coroutine[object, object, _Done]]) -> list[_Done]:
    """All results in the order of asking; cancelling this cancels them."""
    return list(await asyncio.gather(*asked))


def counting(progress: Progress | None, most: int) -> Callable[[], None]:
    """What is called once for each that is done."""
    done = 0

    def one_more() -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, most)

    return one_more
