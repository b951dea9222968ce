"""How a transcript of 1,000 turns opens, against one of two, in the same app and in turns.

The transcript's own screen is put on top of home at 120x40, headless; what counts is the time until it has been drawn.
The aim is a ratio of at most 1.5.

    python benchmarks/long_transcript.py [REPEATS]
"""

import asyncio
import statistics
import sys
import time

from interviewsim.domain.events import SessionOpened
from interviewsim.domain.history import FirstLook
from interviewsim.domain.terms import Length, Level, Mode, Round
from interviewsim.domain.transcript import Transcript, Utterance
from interviewsim.tui.app import InterviewSimApp
from interviewsim.tui.screens.transcript import TranscriptScreen

SIZE = (120, 40)
ANSWER = "I called the branches one by one and wrote down what each of them would lose if the form went away. " * 6
TURNS = {"two turns": 2, "1,000 turns": 1_000}


class Stage:
    """Nothing was practised yet."""

    def first_look(self) -> FirstLook:
        """Nothing at a glance, either."""
        return FirstLook()

    async def history(self, limit: int | None = None) -> list[object]:
        """No session, however many are asked for."""
        del limit
        return []

    async def interview_date(self) -> None:
        """No date is set."""

    async def rounds(self) -> dict[str, object]:
        """No round was made ready."""
        return {}


def transcript(turns: int) -> Transcript:
    """Question and answer in turns."""
    opened = SessionOpened(
        "20260101-090000-behavioral-aaaaa",
        Round.BEHAVIORAL,
        "generic",
        Level.PM,
        Mode.REALISTIC,
        Length.FULL,
        "offline",
        "Practice",
        "2026-01-01T09:00:00Z",
    )
    said = tuple(Utterance(turn, ANSWER, turn % 2 == 0, 10.0 * turn) for turn in range(1, turns + 1))
    return Transcript(opened, turns=said, t=10.0 * turns)


async def drawn(app: InterviewSimApp, shown: Transcript) -> float:
    """Milliseconds until the screen stands; it is closed again."""
    done = asyncio.Event()
    begun = time.perf_counter()
    await app.push_screen(TranscriptScreen(shown, ()))
    app.screen.call_after_refresh(done.set)
    await done.wait()
    took = (time.perf_counter() - begun) * 1000
    await app.pop_screen()
    return took


async def main() -> None:
    """Print the medians and their ratio."""
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    cases = {name: transcript(turns) for name, turns in TURNS.items()}
    times: dict[str, list[float]] = {name: [] for name in cases}
    app = InterviewSimApp(Stage())  # type: ignore[arg-type]  # what home asks of a stage, and no more
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for run in range(repeats + 1):
            for name, shown in cases.items():
                took = await drawn(app, shown)
                if run:  # the first of each only warms up
                    times[name].append(took)
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    for name, median in medians.items():
        print(f"{name:11} {median:6.1f} ms  ({min(times[name]):.1f} to {max(times[name]):.1f}, {repeats} runs)")
    print(f"ratio       {medians['1,000 turns'] / medians['two turns']:6.2f}")


if __name__ == "__main__":
    asyncio.run(main())
