"""`run`, `demo` and `resume`: a round without the app, at a terminal or from a script."""

import asyncio
import signal
import sys
from argparse import Namespace
from collections.abc import AsyncGenerator, Iterable, Iterator
from contextlib import aclosing
from pathlib import Path
from typing import TextIO

from interviewsim.cli.closing import tell_grade
from interviewsim.cli.context import home_of, setup_of
from interviewsim.cli.output import exit_code, say_json, tell, tell_notice
from interviewsim.cli.perform import Performance
from interviewsim.cli.script import ScriptLine, parse_script, read_script
from interviewsim.cli.stages import stage_of
from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Length, Level, Mode, Round
from interviewsim.engine.conductor import Conductor
from interviewsim.engine.notice import Notice
from interviewsim.engine.ports import Clock
from interviewsim.errors import Interrupted, InvalidFile, WrongUsage
from interviewsim.locations import Home, bundled
from interviewsim.system import SystemClock, VirtualClock
from interviewsim.transcripts.codec import scorecard_to_json
from interviewsim.wiring.offline import OfflineStage

LARGEST_SCRIPT = 2_000_000
"""Bytes."""
DEMO_SEEDS = {
    Round.SCREENING: 2,
    Round.TECHNICAL: 33,
    Round.PRODUCT_SENSE: 11,
    Round.BEHAVIORAL: 8,
    Round.CASE_STUDY: 17,
    Round.FINAL: 88,
}
"""By which each round asks what its shipped script answers."""


def run(parsed: Namespace) -> int:
    """One round: unattended with a script, in lines at a terminal."""
    home = home_of(parsed)
    return _round(parsed, home, setup_of(parsed, home), None)


def resume(parsed: Namespace) -> int:
    """Go on with the last or the named unfinished round."""
    home = home_of(parsed)
    store = OfflineStage(home).store
    if parsed.take_two is not None and parsed.session is None:
        raise WrongUsage("--take-two needs a session too.", "As in `interviewsim resume last --take-two 4`.")
    session = parsed.session or store.last_unfinished()
    if session is None:
        raise WrongUsage("There is no unfinished round to resume.", "Begin one with `interviewsim run behavioral`.")
    return _round(parsed, home, None, store.resolve(session).stem if parsed.session else session)


def demo(parsed: Namespace) -> int:
    """A whole round from its shipped script, graded: offline, in a home that is thrown away."""
    import tempfile

    round_ = Round(parsed.round)
    setup = Setup(round_, level=Level.PM, mode=Mode.REALISTIC, length=Length.SHORT, seed=DEMO_SEEDS[round_])
    script = bundled("transcripts/examples") / f"{round_}-strong.script"
    with tempfile.TemporaryDirectory(prefix="interviewsim-demo-") as folder:
        parsed.script, parsed.clock, parsed.fail_under, parsed.offline = str(script), "virtual", None, True
        try:
            return _round(parsed, Home(Path(folder), "demo"), setup, None)
        except Interrupted:
            raise Interrupted(
                "The demo was stopped.", "It is kept nowhere; `interviewsim demo` begins again."
            ) from None


def _round(parsed: Namespace, home: Home, setup: Setup | None, session: str | None) -> int:
    if parsed.script is None and not sys.stdin.isatty():
        raise WrongUsage("There is no terminal to answer at.", "Give the answers with --script FILE, or - for a pipe.")
    script = None if parsed.script is None else script_of(parsed.script)
    hear_interrupts()
    try:
        return asyncio.run(_played(parsed, home, setup, session, script))
    except KeyboardInterrupt as interruption:
        raise Interrupted("Stopped; everything you sent is kept.", "`interviewsim resume` goes on.") from interruption


def hear_interrupts() -> None:
    """Whoever starts a program in the background has it ignore interrupts; a round can be put away even so."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _interruptible(script: Iterable[ScriptLine]) -> Iterator[ScriptLine]:
    """The script's lines; an interrupt ends the wait for the next one.

    asyncio's own handler only asks the loop to stop, and a read from a pipe holds the loop up. Everywhere else it is
    the right one: raised in the midst of the loop's own work, an interrupt would leave that half done.
    """
    lines = iter(script)
    while True:
        orderly = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            line = next(lines, None)
        finally:
            signal.signal(signal.SIGINT, orderly)
        if line is None:
            return
        yield line


async def _played(
    parsed: Namespace, home: Home, setup: Setup | None, session: str | None, script: Iterable[ScriptLine] | None
) -> int:
    stage = await asyncio.to_thread(stage_for, parsed, home, scripted=script is not None)
    conductor = await _begun(stage, setup, session or "", getattr(parsed, "take_two", None))
    _introduce(conductor, stage.about(), quiet=parsed.quiet)
    out = sys.stderr if parsed.json else sys.stdout
    await hold(parsed, stage.clock, conductor, script, out, quiet=parsed.quiet and parsed.json)
    return await _graded(parsed, stage, conductor.transcript.opened.session)


def stage_for(parsed: Namespace, home: Home, *, scripted: bool) -> OfflineStage:
    """The stage of one round: with a script by a virtual clock, unless the real one is asked for. Blocks."""
    virtual = parsed.clock == "virtual" or (scripted and parsed.clock != "real")
    clock = VirtualClock() if virtual else SystemClock()
    return stage_of(parsed, home, clock, nudges=virtual, carries=not scripted)


async def hold(
    parsed: Namespace,
    clock: Clock,
    conductor: Conductor,
    script: Iterable[ScriptLine] | None,
    out: TextIO,
    *,
    quiet: bool = False,
) -> None:
    """Play a round to its end, from a script or at the terminal, and tell it to `out` unless it is to be `quiet`."""
    persona = conductor.state.plan.interviewer.first_name
    left = ""
    async with aclosing(_notices(conductor, clock, script, parsed)) as notices:
        async for notice in notices:
            tell_notice(notice, persona, out=out, told_by_script=script is not None, quiet=quiet)
            told, left = left, _left(conductor) if script is None else ""
            if left and left != told:
                tell(left)


async def _begun(stage: OfflineStage, setup: Setup | None, session: str, turn: int | None) -> Conductor:
    if setup is not None:
        return await stage.start(setup)
    return await (stage.resume(session) if turn is None else stage.take_two(session, turn))


async def _notices(
    conductor: Conductor, clock: Clock, script: Iterable[ScriptLine] | None, parsed: Namespace
) -> AsyncGenerator[Notice, None]:
    if script is None:
        from interviewsim.cli.lines import converse

        async with aclosing(converse(conductor)) as notices:
            async for notice in notices:
                yield notice
        return

    async def pass_time(seconds: float) -> None:
        if isinstance(clock, VirtualClock):
            clock.pass_time(seconds)
        else:
            await asyncio.sleep(seconds)

    performance = Performance(conductor, pass_time, charged=isinstance(clock, VirtualClock))
    try:
        async for notice in performance.notices(_interruptible(script)):
            yield notice
    finally:
        await conductor.close()
    for left in performance.left_over:
        tell(f"Not said, because the round was over: {left} of the script.", quiet=parsed.quiet)


def _introduce(conductor: Conductor, about: str, *, quiet: bool) -> None:
    """The first thing shown: who interviews, and where answers go."""
    opened = conductor.transcript.opened
    tell(about, quiet=quiet)
    tell(f"Session {opened.session}", quiet=quiet)


def _left(conductor: Conductor) -> str:
    """What is left, told where no screen shows it: each time the candidate gets the floor. Else empty."""
    state = conductor.state
    if not (state.plan.timed and state.candidate_has_the_floor):
        return ""
    left = max(0, round(state.plan.seconds - conductor.t))
    return f"[{left // 60}:{left % 60:02} left]"


async def _graded(parsed: Namespace, stage: OfflineStage, session: str) -> int:
    try:
        card: Scorecard = await stage.grade(session)
    except asyncio.CancelledError:
        raise Interrupted("Stopped before the grade was there.", f"`interviewsim grade {session}` adds it.") from None
    if parsed.json:
        say_json(scorecard_to_json(card))
    else:
        await tell_grade(stage, card)
    return exit_code(card, parsed.fail_under)


def script_of(name: str) -> Iterable[ScriptLine]:
    """A script's steps: a file's all checked before anything is asked, a pipe's as they come."""
    if name == "-":
        return read_script(_decoded(sys.stdin), "standard input")
    return parse_script(_text(Path(name)), name)


def _decoded(stream: TextIO) -> Iterator[str]:
    """Lines of a pipe; raises `InvalidFile` at the first that is not UTF-8."""
    for number, line in enumerate(stream.buffer, start=1):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise InvalidFile(f"Standard input, line {number}, is not UTF-8 text.", "Send it as UTF-8.") from error
        yield text.removeprefix("\ufeff") if number == 1 else text


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_SCRIPT + 1)  # a device says nothing of its size, and may never end
        if len(content) > LARGEST_SCRIPT:
            raise InvalidFile(f"{path} is too large for a script.", f"Keep it under {LARGEST_SCRIPT:,} bytes.")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidFile(f"{path} is not UTF-8 text.", "Save it as UTF-8.") from error
    except FileNotFoundError as error:
        raise WrongUsage(f"There is no file {path}.", "Check the name after --script.") from error
    except OSError as error:
        raise InvalidFile(
            f"{path} cannot be read: {error.strerror}.", "Check what it is and its permissions."
        ) from error
