"""What a streaming interviewer and a long round cost the one who types, as ratios within one run.

The dialogue and the answer box of the app run headless at 120x40:

- echo: from a key to the letter drawn, over a 60-turn round while words stream in at 100 a second (milliseconds);
- burst: 2,000 chunks at once, drawn, against the same chunks discarded;
- open: a transcript of 1,000 turns, against an empty one.

    python benchmarks/live_round.py
"""

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable, Sequence

from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from interviewsim.tui.presenters.speech import Side, Speech
from interviewsim.tui.widgets.dialogue import Dialogue
from interviewsim.tui.widgets.talk import Talk

SIZE = (120, 40)
ANSWER = "I called the branches one by one and wrote down what each of them would lose if the form went away. " * 6
KEYS = 80
REPEATS = 5
Work = Callable[[Pilot[None]], Awaitable[float]]


class Round(App[None]):
    """The column in which a round takes place, and nothing around it."""

    def __init__(self, turns: int) -> None:
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
        self.talk.begin_with(speeches(self._turns))
        self.talk.box.focus()

    @property
    def talk(self) -> Talk:
        """The column."""
        return self.query_one(Talk)


class Pages(App[None]):
    """A transcript alone."""

    def __init__(self, turns: int) -> None:
        super().__init__()
        self._turns = turns

    def compose(self) -> ComposeResult:
        """The words."""
        yield Dialogue(margin=True, follow=False, ident="dialogue")

    def on_mount(self) -> None:
        """Show what was said."""
        self.query_one(Dialogue).fill(speeches(self._turns))


def speeches(turns: int) -> Sequence[Speech]:
    """Question and answer in turns."""
    sides = (Side.INTERVIEWER, Side.CANDIDATE)
    return [Speech(sides[at % 2], f"Turn {at}", ANSWER, at + 1) for at in range(turns)]


async def echoes() -> list[float]:
    """Milliseconds from each key to its letter on the screen, words streaming in meanwhile."""
    app = Round(60)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        streaming = asyncio.create_task(_stream(app.talk))
        taken = []
        for _ in range(KEYS):
            taken.append(await _echo(app) * 1000)
            await asyncio.sleep(0.02)
        streaming.cancel()
        return taken


async def _echo(app: Round) -> float:
    """Seconds from a key on the driver's queue until the screen that shows its letter has been drawn."""
    drawn = asyncio.Event()
    begun = time.perf_counter()
    app.post_message(events.Key("x", "x"))
    app.typed.clear()
    await app.typed.wait()
    app.screen.call_after_refresh(drawn.set)
    await drawn.wait()
    return time.perf_counter() - begun


async def _stream(talk: Talk) -> None:
    for _ in range(2_000):
        talk.interviewer_begins("word", 1.0)
        await asyncio.sleep(0.01)


async def burst(*, drawn: bool) -> float:
    """Seconds until 2,000 chunks are drawn, or thrown away."""
    app = Round(60)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        begun = time.perf_counter()
        for at in range(2_000):
            if drawn:
                app.talk.interviewer_begins("word.", 1.0)
            if at % 50 == 0:
                await asyncio.sleep(0)
        await pilot.pause()
        return time.perf_counter() - begun


async def opened(turns: int) -> float:
    """Seconds until a transcript of so many turns stands."""
    begun = time.perf_counter()
    async with Pages(turns).run_test(size=SIZE) as pilot:
        await pilot.pause()
        return time.perf_counter() - begun


async def medians(first: Callable[[], Awaitable[float]], second: Callable[[], Awaitable[float]]) -> tuple[float, float]:
    """Both in turns, after one of each to warm up."""
    pairs = [(await first(), await second()) for _ in range(REPEATS + 1)][1:]
    return statistics.median(one for one, _ in pairs), statistics.median(two for _, two in pairs)


async def main() -> None:
    """Print each figure."""
    taken = sorted(await echoes())
    print(f"echo      p50 {taken[len(taken) // 2]:.0f} ms, p95 {taken[int(len(taken) * 0.95)]:.0f} ms ({KEYS} keys)")
    drawn, thrown = await medians(lambda: burst(drawn=True), lambda: burst(drawn=False))
    print(f"burst     {drawn * 1000:.0f} ms drawn, {thrown * 1000:.0f} ms discarded")
    long, empty = await medians(lambda: opened(1_000), lambda: opened(0))
    print(f"open      {long * 1000:.0f} ms with 1,000 turns, {empty * 1000:.0f} ms empty, ratio {long / empty:.2f}")


if __name__ == "__main__":
    asyncio.run(main())
