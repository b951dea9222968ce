"""Plays a script through a conductor: unattended, and with a virtual clock the same every time."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable

from interviewsim.cli.script import ScriptLine, Wait
from interviewsim.domain.setup import spoken_seconds
from interviewsim.engine.commands import Answer, Clarify, End
from interviewsim.engine.conductor import Conductor
from interviewsim.engine.deadlines import GRACE, LONG_DRAFT
from interviewsim.engine.notice import Failed, Notice

PassTime = Callable[[float], Awaitable[None]]
"""Lets seconds of the round's clock pass: at once where it is virtual, by waiting where it is real."""


class Performance:
    """One script played through one conductor. `left_over` tells afterwards what was not said."""

    def __init__(self, conductor: Conductor, pass_time: PassTime, *, charged: bool) -> None:
        """`charged`: each message costs its spoken length, as a virtual clock wants it."""
        self._conductor = conductor
        self._pass_time = pass_time
        self._charged = charged
        self.left_over: list[str] = []

    async def notices(self, script: Iterable[ScriptLine]) -> AsyncIterator[Notice]:
        """Everything that happens, to the end of the round or of the script, whichever comes first."""
        async for notice in self._conductor.begin():
            if isinstance(notice, Failed):
                raise notice.error
            yield notice
        for line in script:
            if self._conductor.transcript.finished:
                self.left_over.append(f"line {line.line}")
                continue
            async for notice in self._play(line):
                if isinstance(notice, Failed):
                    raise notice.error
                yield notice
        if not self._conductor.transcript.finished:
            async for notice in self._conductor.take(End(script_ended=True)):
                yield notice

    async def _play(self, line: ScriptLine) -> AsyncIterator[Notice]:
        match line.step:
            case Wait(seconds):
                async for notice in self._let_pass(seconds):
                    yield notice
            case Answer(text) | Clarify(text) if self._charged:
                async for notice in self._speak(line, text):
                    yield notice
            case _:
                async for notice in self._conductor.take(line.step):
                    yield notice

    async def _speak(self, line: ScriptLine, text: str) -> AsyncIterator[Notice]:
        """Type the message at speaking speed; the clock may cut in, or cut it off."""
        words = text.split()
        fits = self._words_that_fit()
        for end in sorted({min(LONG_DRAFT, len(words), fits), min(len(words), fits)}):
            before = len(self._conductor.live.draft.split())
            self._conductor.keep(_first_words(text, end), self._conductor.live.notes)
            async for notice in self._let_pass(spoken_seconds(end - before)):
                yield notice
        if len(words) > fits:
            self.left_over.append(f"the last {len(words) - fits} words of line {line.line}")
            async for notice in self._let_pass(GRACE):
                yield notice
            return
        if not isinstance(line.step, Wait):
            async for notice in self._conductor.take(line.step):
                yield notice

    def _words_that_fit(self) -> int:
        plan = self._conductor.state.plan
        if not plan.timed:
            return 1_000_000
        return max(0, int((plan.seconds + GRACE - self._conductor.t) / spoken_seconds(1)))

    async def _let_pass(self, seconds: float) -> AsyncIterator[Notice]:
        """Let time pass, doing on the way whatever the clock asks for."""
        end = self._conductor.t + seconds
        while not self._conductor.transcript.finished:
            async for notice in self._conductor.due():
                yield notice
            before = self._conductor.t
            left = round(end - before, 1)
            if left <= 0:
                return
            due_in = self._conductor.due_in()
            await self._pass_time(left if due_in is None else min(left, max(due_in, 0.1)))
            if self._conductor.t <= before:  # the clock stands, as in a pause
                return


def _first_words(text: str, count: int) -> str:
    """The text up to and with its word number `count`, spacing kept."""
    position = 0
    for _ in range(count):
        while position < len(text) and text[position].isspace():
            position += 1
        while position < len(text) and not text[position].isspace():
            position += 1
    return text[:position]
