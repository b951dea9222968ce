"""What a streaming interviewer and a long round cost the one who types, as ratios within one run.

The dialogue and the answer box of the app run headless at 120x40:

- loading: from a key to the letter drawn while the vendor's client loads beside it, against nothing beside it;
- echo: the same over a 60-turn round while words stream in at 100 a second;
- burst: 2,000 chunks that a server on this machine sends at once, through the vendor's client and drawn, against the
  same chunks thrown away; and the keys meanwhile.

    python benchmarks/live_round.py
"""

import asyncio
import json
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

from textual import events
from textual.app import App, ComposeResult

from interviewsim.domain.transcript import Utterance
from interviewsim.providers.chat import Message, Piece, Role
from interviewsim.providers.endpoint import Endpoint
from interviewsim.providers.opening import load_client, open_chat
from interviewsim.tui.presenters.speech import Side, Speech
from interviewsim.tui.widgets.talk import Talk

SIZE = (120, 40)
ANSWER = "I called the branches one by one and wrote down what each of them would lose if the form went away. " * 6
CHUNKS = [f"word{at}. " for at in range(2_000)]
KEYS = 80
REPEATS = 7
BETWEEN = 0.02
"""Seconds between two keys of a fast typist."""


class Round(App[None]):
    """The column in which a round takes place, and nothing around it."""

    def __init__(self, turns: int = 60) -> None:
        super().__init__()
        self._turns = turns
        self.typed = asyncio.Event()

    def on_text_area_changed(self) -> None:
        """A letter has arrived in the box."""
        self.typed.set()

    def compose(self) -> ComposeResult:
        """Dialogue above the box."""
        yield Talk("Ines", "", still=True)

    def on_mount(self) -> None:
        """Show what was said before."""
        sides = (Side.INTERVIEWER, Side.CANDIDATE)
        self.talk.begin_with([Speech(sides[at % 2], f"Turn {at}", ANSWER, at + 1) for at in range(self._turns)])
        self.talk.box.focus()

    @property
    def talk(self) -> Talk:
        """The column."""
        return self.query_one(Talk)

    async def drawn(self) -> None:
        """Until the screen shows what was asked of it."""
        done = asyncio.Event()
        self.screen.call_after_refresh(done.set)
        await done.wait()


async def echoes(beside: Callable[[Talk], Awaitable[None]], keys: int | None = KEYS) -> list[float]:
    """Sorted milliseconds from each key to its letter on the screen; `keys` None: for as long as `beside` takes."""
    app = Round()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        doing = asyncio.ensure_future(beside(app.talk))
        taken: list[float] = []
        while len(taken) < keys if keys else not doing.done():
            taken.append(await _echo(app) * 1000)
            await asyncio.sleep(BETWEEN)
        doing.cancel()
        return sorted(taken)


async def _echo(app: Round) -> float:
    """Seconds from a key on the driver's queue until the screen that shows its letter has been drawn."""
    begun = time.perf_counter()
    app.post_message(events.Key("x", "x"))
    app.typed.clear()
    await app.typed.wait()
    await app.drawn()
    return time.perf_counter() - begun


async def _stream(talk: Talk) -> None:
    for _ in range(2_000):
        talk.interviewer_begins("word", 1.0)
        await asyncio.sleep(0.01)


async def _load(talk: Talk) -> None:
    del talk
    await load_client()


async def _nothing(talk: Talk) -> None:
    del talk


async def burst(base_url: str, *, shown: bool) -> float:
    """Milliseconds until 2,000 chunks are drawn, or thrown away."""
    app = Round()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        begun = time.perf_counter()
        await _told(base_url, app.talk if shown else None)
        await app.drawn()
        return (time.perf_counter() - begun) * 1000


async def _told(base_url: str, talk: Talk | None) -> None:
    """Ask the server, and show what it sends."""
    chat = await open_chat(Endpoint("model", base_url))
    heard = []
    async for piece in chat.stream([Message(Role.USER, "Go on.")], most_tokens=4_000):
        if isinstance(piece, Piece):
            heard.append(piece.text)
            if talk is not None:
                talk.interviewer_begins(piece.text.strip(), 1.0)
    if talk is not None:
        talk.interviewer_said(Utterance(61, "".join(heard), candidate=False, t=1.0))
    await chat.close()
    if heard != CHUNKS:
        raise SystemExit("not every chunk came, so the time says nothing")


@asynccontextmanager
async def server() -> AsyncIterator[str]:
    """A model on this machine that says all at once; gives its address."""
    events_told = b"".join(map(_event, [*CHUNKS, None])) + b"data: [DONE]\n\n"
    head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n"

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(head + events_told)
        await writer.drain()
        writer.close()

    serving = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with serving:
        yield f"http://127.0.0.1:{serving.sockets[0].getsockname()[1]}/v1"


def _event(text: str | None) -> bytes:
    delta = {} if text is None else {"content": text}
    choice = {"index": 0, "delta": delta, "finish_reason": "stop" if text is None else None}
    value = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "model", "choices": [choice]}
    return f"data: {json.dumps(value)}\n\n".encode()


def told(name: str, taken: Sequence[float]) -> str:
    """The figures of one row of keys."""
    middle, late = taken[len(taken) // 2], taken[int(len(taken) * 0.95)]
    return f"{name:9} p50 {middle:.0f} ms, p95 {late:.0f} ms, at most {taken[-1]:.0f} ms ({len(taken)} keys)"


async def main() -> None:
    """Print each figure. What loads the client comes first: it loads once."""
    print(told("loading", await echoes(_load, None)))
    print(told("nothing", await echoes(_nothing)))
    print(told("echo", await echoes(_stream)))
    async with server() as base_url:
        pairs = [(await burst(base_url, shown=True), await burst(base_url, shown=False)) for _ in range(REPEATS + 1)]
        shown, thrown = (statistics.median(side) for side in zip(*pairs[1:], strict=True))
        print(f"burst     {shown:.0f} ms drawn, {thrown:.0f} ms thrown away, ratio {shown / thrown:.2f}")
        print(told("in burst", await echoes(lambda talk: _told(base_url, talk), None)))


if __name__ == "__main__":
    asyncio.run(main())
