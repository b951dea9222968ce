"""Every question there is, and the rounds in which it was met."""

import asyncio
from dataclasses import replace
from pathlib import Path

from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Length, Mode, Round
from interviewsim.engine.commands import Answer, End
from interviewsim.locations import Home
from interviewsim.system import VirtualClock
from interviewsim.wiring.offline import OfflineStage

STORY = (
    "In March 2023 our onboarding lost 40 percent of new clinics in the second week. I sat with six nurses for a day "
    "each, decided to cut the setup from eleven steps to four, and told my director that we would drop the import. "
    "Activation went from 41 to 58 percent in eight weeks."
)


async def played(stage: OfflineStage, setup: Setup) -> str:
    conductor = await stage.start(setup)
    async for _ in conductor.begin():
        pass
    for command in (Answer(STORY), End()):
        async for _ in conductor.take(command):
            pass
    await conductor.close()
    await stage.grade(conductor.transcript.opened.session)
    return conductor.transcript.opened.session


def test_a_question_that_was_answered_is_met_with_its_level_and_the_others_are_not(tmp_path: Path) -> None:
    stage = OfflineStage(Home(tmp_path, "test"), VirtualClock())
    setup = Setup(Round.BEHAVIORAL, length=Length.DRILL, question_id="bh_uncomfortable_no", seed=1)
    session = asyncio.run(played(stage, setup))
    bank = asyncio.run(stage.bank())
    assert bank.problems == ()
    assert {asked.round for asked in bank.questions} == set(Round)
    (met,) = bank.met["bh_uncomfortable_no"]
    assert met.session == session
    assert met.level is not None
    assert 1 <= met.level <= 5
    assert "bh_doubted_chart" not in bank.met


def test_a_gentle_round_keeps_its_levels_to_itself(tmp_path: Path) -> None:
    stage = OfflineStage(Home(tmp_path, "test"), VirtualClock())
    setup = Setup(Round.BEHAVIORAL, length=Length.DRILL, question_id="bh_uncomfortable_no", seed=1)
    asyncio.run(played(stage, replace(setup, mode=Mode.GENTLE)))
    bank = asyncio.run(stage.bank())
    assert [one.level for one in bank.met["bh_uncomfortable_no"]] == [None]


def test_a_file_that_does_not_load_is_told_and_every_other_question_is_there(tmp_path: Path) -> None:
    (tmp_path / "prompts" / "questions").mkdir(parents=True)
    (tmp_path / "prompts" / "questions" / "final.yaml").write_text("- id: x\n")
    bank = asyncio.run(OfflineStage(Home(tmp_path, "test"), VirtualClock()).bank())
    assert len(bank.problems) == 1
    assert len(bank.questions) > 100
