"""Drives a conductor in real time: one stream of notices for one queue of commands."""

import asyncio
from collections.abc import AsyncGenerator

from interviewsim.engine.commands import Order
from interviewsim.engine.conductor import LIVE_EVERY, Conductor
from interviewsim.engine.notice import Notice


async def play(conductor: Conductor, commands: "asyncio.Queue[Order]") -> AsyncGenerator[Notice, None]:
    """Yield what happens until the round is over.

    Orders are taken as they come. Between them the live file is replaced every `LIVE_EVERY`
    seconds, and whatever the clock asks for is done. The journal is let go at the end.
    """
    waiting = asyncio.ensure_future(commands.get())
    try:
        async for notice in conductor.begin():
            yield notice
        while not conductor.transcript.finished:
            done, _ = await asyncio.wait({waiting}, timeout=_patience(conductor))
            stream = conductor.take(waiting.result()) if done else conductor.due()
            if done:
                waiting = asyncio.ensure_future(commands.get())
            async for notice in stream:
                yield notice
            await conductor.save_live()
    finally:
        waiting.cancel()
        await conductor.close()


def _patience(conductor: Conductor) -> float:
    """How long to wait for a command before looking at the clock."""
    due_in = conductor.due_in()
    return LIVE_EVERY if due_in is None else min(due_in, LIVE_EVERY)
