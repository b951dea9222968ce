"""Doing what a grade needs side by side, in order, with word of what is done."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import TypeVar


@dataclass(frozen=True, slots=True)
class CriterionJudged:
    """A criterion that was judged: its name, and the candidate's first words it rests on, if there are any."""

    criterion: str
    words: str


Progress = Callable[[CriterionJudged, int], None]
"""Told after each criterion: which one, and of how many."""
_Done = TypeVar("_Done")


async def together(asked: Sequence[Coroutine[object, object, _Done]]) -> list[_Done]:
    """All results in the order of asking; cancelling this cancels them."""
    return list(await asyncio.gather(*asked))
