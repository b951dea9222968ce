"""The candidate's own questions at the end: heard however they are put."""

import pytest

from interviewsim.domain.move import Move
from interviewsim.engine.commands import Answer
from tests.doubles.rounds import Stagehand

STORY = "In March I ran six store visits and cut the address step. Completion went from 61 to 70 percent in a month."
HEARD = {Move.ANSWER, Move.NOT_KNOWN, Move.WITHHOLD}


@pytest.fixture
async def floor() -> Stagehand:
    """The interviewer has just asked for the candidate's questions."""
    hand = Stagehand()
    await hand.begin()
    for _ in range(30):
        if hand.moves[-1] is Move.INVITE:
            return hand
        await hand.wait(20)
        await hand.take(Answer(STORY))
    raise AssertionError("There was no invitation.")


@pytest.mark.parametrize(
    "text",
    [
        "Tell me about the team.",
        "I'd like to hear how you decide what not to build.",
        "You've 130 people and no vans, and the producers drive themselves, which I found surprising when I read about "
        "it on the train this morning. What would have to happen for you to run your own vans?",
    ],
)
async def test_a_wish_and_a_question_after_a_long_lead_are_questions(floor: Stagehand, text: str) -> None:
    await floor.take(Answer(text))
    assert floor.moves[-1] in HEARD


async def test_who_has_none_is_let_go(floor: Stagehand) -> None:
    await floor.take(Answer("No, you have told me all I wanted to know."))
    assert floor.moves[-1] is Move.CLOSE
