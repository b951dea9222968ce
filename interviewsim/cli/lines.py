"""Line mode: a round in a plain terminal, without the app."""

import asyncio
import os
import select
import sys
import threading
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from interviewsim.cli.output import tell
from interviewsim.cli.script import NoSuchCommand, Wait, is_command, read_script
from interviewsim.domain.setup import RECALL_SECONDS
from interviewsim.domain.terms import Mode
from interviewsim.engine.commands import End, Order, StandIn
from interviewsim.engine.conductor import Conductor
from interviewsim.engine.notice import Failed, Notice
from interviewsim.engine.play import play

PASTE_PAUSE = 0.15
"""Seconds after an empty line in which more text means that a paste goes on."""
GLANCE = 0.1
"""Seconds after which a wait for typing looks whether the round is over."""
A_MOMENT = 3.0
"""Seconds without a word from the interviewer after which it is told that one waits for them."""
REMINDED = 30.0
"""Seconds after which it is told again."""
HOW_TO = """\
Answer in as many lines as you like; an empty line sends. A command is done at once:
/clarify TEXT asks back, /hint helps in coach mode, /skip leaves the question, /end ends the round.
"""
ALOUD = f"""\
Say your answer to the room first, against the clock. Then type from memory, within {RECALL_SECONDS} seconds:
its headline, your decision, the result. Only what you type is graded.
"""
WHEN_STUCK = """\
When the model is slow or fails, /again tries once more and /offline goes on with the offline interviewer.
"""


async def converse(conductor: Conductor) -> AsyncGenerator[Notice, None]:
    """Play a round with the person at the terminal. The clock is real; what is typed is kept line by line."""
    aloud = conductor.transcript.opened.mode is Mode.ALOUD
    tell(HOW_TO + (ALOUD if aloud else "") + (WHEN_STUCK if conductor.has_stand_in else ""))
    _tell_where_it_stands(conductor)
    commands: asyncio.Queue[Order] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def hand_over(order: Order) -> None:
        if isinstance(order, StandIn):  # at once: the queue waits for an interviewer who may never end
            loop.call_soon_threadsafe(conductor.let_stand_in)
        loop.call_soon_threadsafe(commands.put_nowait, order)

    def keep(draft: str) -> None:
        loop.call_soon_threadsafe(conductor.keep, draft, conductor.live.notes)

    # A read from a terminal cannot be cancelled, so the thread must not keep the program alive.
    over = threading.Event()
    typing = Typing(hand_over, keep, conductor.live.draft, sys.stdin.fileno(), over)
    threading.Thread(target=typing.read_all, daemon=True).start()
    try:
        async with aclosing(patiently(play(conductor, commands), conductor)) as notices:
            async for notice in notices:
                yield notice
                if isinstance(notice, Failed) and conductor.has_stand_in:
                    tell(WHEN_STUCK)
    finally:
        over.set()


async def patiently(
    notices: AsyncGenerator[Notice, None],
    conductor: Conductor,
    *,
    moment: float = A_MOMENT,
    tells: Callable[[str], None] = tell,
) -> AsyncGenerator[Notice, None]:
    """The notices; while the interviewer is waited for, it is told now and then that they are.

    `moment`: seconds between two looks; `tells`: who tells it.
    """
    name = conductor.state.plan.interviewer.first_name
    async with aclosing(notices):
        while True:
            coming = asyncio.create_task(_next(notices))
            try:
                await _told_meanwhile(coming, conductor, moment, lambda told: tells(f"[{name} {told}]"))
            finally:
                if not coming.cancelling():  # a second time would cut short how the round is put away
                    coming.cancel()
                await asyncio.wait({coming})
            if (notice := coming.result()) is None:
                return
            yield notice


async def _next(notices: AsyncGenerator[Notice, None]) -> Notice | None:
    return await anext(notices, None)


async def _told_meanwhile(
    coming: "asyncio.Task[Notice | None]", conductor: Conductor, moment: float, tells: Callable[[str], None]
) -> None:
    """Wait for what is coming, and tell now and then that the interviewer owes a turn."""
    silent = 0.0
    while not (await asyncio.wait({coming}, timeout=moment))[0]:
        owed = not (conductor.state.candidate_has_the_floor or conductor.transcript.finished)
        silent = silent + moment if owed else 0.0
        if owed and (silent == moment or silent % REMINDED == 0):
            tells(f"is thinking. {silent:.0f} s; what you said is kept.")


def _tell_where_it_stands(conductor: Conductor) -> None:
    """To somebody who comes back: what was asked last, and what was being written."""
    asked = next((turn for turn in reversed(conductor.transcript.turns) if not turn.candidate), None)
    if asked is not None:
        tell(f"Asked last: {asked.text}\n")
    if conductor.live.draft:
        tell(f"Your draft, which goes on from here:\n{conductor.live.draft}")


class Typing:
    """Turns typed lines into commands; an empty line ends a message unless a paste is still coming in.

    `draft` is what an interruption left of the message that is being written.
    """

    def __init__(
        self,
        hand_over: Callable[[Order], None],
        keep: Callable[[str], None],
        draft: str,
        source: int,
        over: threading.Event | None = None,
    ) -> None:
        """`source`: the descriptor to read from; once `over` is set, what is typed belongs to somebody else."""
        self._hand_over = hand_over
        self._keep = keep
        self._draft = draft
        self._source = source
        self._over = over or threading.Event()
        self._pending = b""

    def read_all(self) -> None:
        """Read messages until the input ends; its end ends the round."""
        message = self._draft.splitlines()
        while (line := self._line()) is not None:
            if is_command(line) and not message and not self._more_is_coming():
                message = self._sent([line])
                continue
            if line or (message and self._more_is_coming()):
                message.append(line)
                self._keep("\n".join(message))
                continue
            message = self._sent(message)
        if self._over.is_set():
            return
        self._sent(message)
        self._hand_over(End())

    def _sent(self, message: list[str]) -> list[str]:
        """Send a message and return what of it is still to be sent: nothing, or what stands below a wrong command."""
        try:
            for step in read_script(message, "Your message"):
                if not isinstance(step.step, Wait):
                    self._hand_over(step.step)
        except NoSuchCommand as error:
            rest = message[error.line :]
            kept = " What you wrote below it is kept; an empty line sends it." if any(rest) else ""
            tell(f"[{error.message} {error.hint}{kept}]")
            self._keep("\n".join(rest))
            return rest
        return []

    def _more_is_coming(self) -> bool:
        return bool(self._pending) or bool(select.select([self._source], [], [], PASTE_PAUSE)[0])

    def _line(self) -> str | None:
        """The next line without its end, or None at the end of input and when the round is over."""
        while b"\n" not in self._pending:
            while not select.select([self._source], [], [], GLANCE)[0]:
                if self._over.is_set():
                    return None
            read = os.read(self._source, 65536)
            if not read:
                return None
            self._pending += read
        line, _, self._pending = self._pending.partition(b"\n")
        return line.decode("utf-8", "replace").rstrip("\r")
