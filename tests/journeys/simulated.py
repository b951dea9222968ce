"""A whole round with a simulated candidate, on a clock that jumps."""

from collections.abc import Iterable
from pathlib import Path

from interviewsim.cli.perform import Performance
from interviewsim.cli.script import ScriptLine
from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.setup import Setup, spoken_seconds
from interviewsim.domain.terms import Length, Round
from interviewsim.domain.transcript import Transcript
from interviewsim.engine.commands import Answer
from interviewsim.engine.conductor import Conductor
from interviewsim.engine.ports import Interviewer
from interviewsim.locations import Home
from interviewsim.system import VirtualClock
from interviewsim.wiring.offline import OfflineStage
from tests.doubles.candidates import said_by
from tests.doubles.watched import WatchedInterviewer

SILENCE = 30.0
"""Seconds by which the clock moves on when nobody speaks."""
MOST_STEPS = 400


class WatchedStage(OfflineStage):
    """The offline stage with an interviewer whose turns are checked."""

    watched: WatchedInterviewer

    def interviewer(self, style: str) -> Interviewer:
        self.watched = WatchedInterviewer(super().interviewer(style))
        return self.watched


async def play_round(
    folder: Path, round_: Round, candidate: str, *, seed: int = 8, length: Length = Length.SHORT
) -> tuple[Transcript, WatchedInterviewer, Scorecard]:
    """The round to its end, the interviewer's turns as they were checked, and the grade."""
    clock = VirtualClock()
    stage = WatchedStage(Home(folder, "test"), clock, carries=False)
    conductor = await stage.start(Setup(round_, length=length, seed=seed))
    await _talk(conductor, clock, list(said_by(candidate)))
    await conductor.close()
    card = await stage.grade(conductor.transcript.opened.session)
    return conductor.transcript, stage.watched, card


async def play_script(
    folder: Path, round_: Round, steps: Iterable[ScriptLine], seed: int, company: str = "generic"
) -> tuple[Transcript, Scorecard, list[str]]:
    """A round played from a script, its grade, and what the script did not get to say."""
    clock = VirtualClock()
    stage = WatchedStage(Home(folder, "test"), clock, carries=False)
    conductor = await stage.start(Setup(round_, company, seed=seed))

    async def pass_time(seconds: float) -> None:
        clock.pass_time(seconds)

    performance = Performance(conductor, pass_time, charged=True)
    async for _ in performance.notices(steps):
        pass
    await conductor.close()
    assert stage.watched.breaches == []
    card = await stage.grade(conductor.transcript.opened.session)
    return conductor.transcript, card, list(performance.left_over)


async def _talk(conductor: Conductor, clock: VirtualClock, said: list[str]) -> None:
    async for _ in conductor.begin():
        pass
    for _ in range(MOST_STEPS):
        if conductor.transcript.finished:
            return
        if said and conductor.state.candidate_has_the_floor:
            text = said.pop(0)
            clock.pass_time(spoken_seconds(len(text.split())))
            async for _ in conductor.take(Answer(text)):
                pass
            continue
        clock.pass_time(SILENCE)
        async for _ in conductor.due():
            pass
