"""`doctor --connect`: the connection to the chosen model, tried a step at a time."""

import asyncio
from argparse import Namespace
from collections.abc import Sequence
from contextlib import aclosing

from interviewsim.cli.context import home_of
from interviewsim.cli.output import say, say_json
from interviewsim.cli.stages import wanted_of
from interviewsim.preferences import Step, Went
from interviewsim.wiring.preferring import KeptPreferences

MARKS = {Went.OK: "ok", Went.NOTED: "??", Went.FAILED: "!!", Went.SKIPPED: "--"}


def run(parsed: Namespace) -> int:
    """Try every step; the exit code is that of the step that failed: 4 a key, 5 not reachable."""
    steps = asyncio.run(_steps(KeptPreferences(home_of(parsed), wanted_of(parsed)), telling=not parsed.json))
    if parsed.json:
        say_json([_as_json(step) for step in steps])
    return next((step.code for step in steps if step.went is Went.FAILED), 0)


async def _steps(doors: KeptPreferences, *, telling: bool) -> Sequence[Step]:
    steps: list[Step] = []
    async with aclosing(doors.connection()) as coming:
        async for step in coming:
            steps.append(step)
            if telling:
                _say(step)
    return steps


def _say(step: Step) -> None:
    took = "" if step.ms is None else f" ({step.ms} ms)"
    say(f"{MARKS[step.went]}  {step.kind:<10}  {step.found}{took}")
    if step.then:
        say(f"    {'':<10}  {step.then}")


def _as_json(step: Step) -> dict[str, object]:
    well = step.went is not Went.FAILED
    return {"what": step.kind, "ok": well, "went": step.went, "found": step.found, "ms": step.ms, "next": step.then}
