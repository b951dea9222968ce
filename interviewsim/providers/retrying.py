"""One policy of trying again: what may pass by itself is tried again, after the wait that the server asks for."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt, wait_random_exponential

T = TypeVar("T")
Sleep = Callable[[float], Awaitable[None]]
MOST_ATTEMPTS = 4
LONGEST_WAIT = 60.0
"""Seconds: a server that asks for more is told of, not waited for."""
_BACKOFF = wait_random_exponential(multiplier=0.5, max=20)


class WorthRetrying(Exception):
    """A failure that may pass; `after` are the seconds the server asked for, `failure` is what to tell otherwise."""

    def __init__(self, failure: Exception, after: float | None = None) -> None:
        super().__init__(str(failure))
        self.failure = failure
        self.after = after


async def retried(attempt: Callable[[], Awaitable[T]], sleep: Sleep = asyncio.sleep) -> T:
    """The attempt's result, after as many tries as it takes and is allowed. Raises the last `failure`."""
    policy = AsyncRetrying(
        sleep=sleep,
        stop=stop_after_attempt(MOST_ATTEMPTS),
        wait=_wait,
        retry=retry_if_exception(_may_pass),
        reraise=True,
    )
    try:
        return await policy(attempt)
    except WorthRetrying as last:
        raise last.failure from last


def _may_pass(error: BaseException) -> bool:
    return isinstance(error, WorthRetrying) and (error.after or 0.0) <= LONGEST_WAIT


def _wait(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    asked = error.after if isinstance(error, WorthRetrying) else None
    return asked if asked is not None else _BACKOFF(state)
