"""Golden moments of the behavioral round: what an interviewer one believes would do next."""

import pytest

from interviewsim.domain.move import Move
from interviewsim.engine.commands import Answer
from tests.doubles.rounds import Stagehand

THIN = "We saw drop-off at checkout, we redesigned it and it went well."
TOLD = "I ran six store visits and cut the address step. Completion went from 61 to 70 percent in a month."
HABIT = "I usually sit down with the engineer and talk it through."


@pytest.fixture
async def stage() -> Stagehand:
    hand = Stagehand()
    await hand.begin()
    return hand


async def test_a_thin_telling_earns_one_probe_for_the_own_part_or_for_how_they_know(stage: Stagehand) -> None:
    await stage.take(Answer(THIN))
    move, target = stage.last
    assert move is Move.PROBE
    assert target in {"own_step", "action", "measure"}
    assert stage.moves.count(Move.PROBE) == 1


async def test_a_told_result_is_never_asked_for_again_and_the_story_goes_deeper(stage: Stagehand) -> None:
    await stage.take(Answer(THIN))
    await stage.take(Answer(TOLD))
    move, target = stage.last
    assert move is Move.PROBE
    assert target in {"alternative", "attribution", "disagreement"}


async def test_what_follows_never_asks_for_a_result_or_a_number_either(stage: Stagehand) -> None:
    for text in (THIN, TOLD, "Nothing else was changed that month.", "The designer wanted to keep it."):
        await stage.take(Answer(text))
    probes = [turn.target for turn in stage.conductor.transcript.turns if turn.move is Move.PROBE]
    assert not {"result", "measure", "baseline"} & set(probes[1:])


async def test_a_habit_earns_one_time_then_the_closest_case_then_another_question(stage: Stagehand) -> None:
    await stage.take(Answer(HABIT))
    assert stage.moves[-1:] == [Move.OCCASION]
    await stage.take(Answer("I generally try to listen first and then we always find a way."))
    assert stage.moves[-1:] == [Move.CLOSEST]
    await stage.take(Answer("I think it is always important to communicate openly with everyone."))
    assert stage.moves[-2:] == [Move.MOVE_ON, Move.ASK]
    assert stage.conductor.state.question is not None
    assert stage.conductor.state.question.id == "spare"


async def test_a_hypothetical_is_met_like_a_habit(stage: Stagehand) -> None:
    await stage.take(Answer("I would talk to both of them and then I would probably decide based on the data."))
    assert stage.moves[-1:] == [Move.OCCASION]


async def test_never_had_that_earns_the_closest_case_and_then_another_question(stage: Stagehand) -> None:
    await stage.take(Answer("I've never had that happen to me."))
    assert stage.moves[-1:] == [Move.CLOSEST]
    await stage.take(Answer("No, nothing comes to mind, sorry."))
    assert stage.moves[-2:] == [Move.MOVE_ON, Move.ASK]
