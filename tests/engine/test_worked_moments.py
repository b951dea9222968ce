"""Golden moments of the rounds that are worked on: a wall of words, a false premise, an objection, a slip."""

from dataclasses import replace

import pytest

from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel, Challenge, Fact, Premise, Question
from interviewsim.domain.terms import Round
from interviewsim.engine.commands import Answer
from tests.doubles.rounds import LOOP_ROUND, ONE_QUESTION, Stagehand

ROTA = Question("ps_rota", "Design something that helps hospital staff swap their shifts.", AnswerModel.DESIGN)
WALL = """
I would begin by looking at who works in a hospital at all. There are doctors, who have their own rota and a
secretary who keeps it. There are day nurses, who mostly work the same week every month and swap perhaps twice a
year. And there are night nurses, who work seven nights on and seven off, often for two wards, and who swap all
the time because of school plays, second jobs and plain exhaustion. I go with the night nurses because churn is
worst there: every third one leaves within two years, and in the exit talks it is the rota they name first. What
hurts them is the evening before: somebody falls ill at six, the ward sister calls down a list of eleven people,
and whoever picks up is the one who works. The ones who pick up are always the same. So what could we do? One
idea is a board where a nurse offers a night and others take it, with the rules about rest checked by the
system, so that nobody has to ask the sister whether it is allowed. A second idea is a pool of people from other
wards who say in advance which nights they could do and are paid a little for having said so. A third idea is to
turn it round and predict which nights will be short, from the sick leave of the last three winters, and to
staff those with one more from the start. All three of them would help in their own way, the board is closest to
what the nurses do today on a messenger group, the pool is what the agency does for a lot of money, and the
prediction is what the managers keep asking for. They also fit together, since a board with a pool behind it
fills faster, and the prediction tells the pool when it will be needed. I think that over two or three quarters
a hospital could have all of that in place, with the messenger group switched off at the end. As to how I would
know: the number of shifts that are filled without the sister making a single call, from almost none today to
two thirds.
"""
EUROPE = Question(
    "fn_europe",
    "From the outside: where should we put the next ten people?",
    AnswerModel.EXEC,
    tags=("company",),
    premise=Premise(
        "You know that we left Europe last year. Why would anybody still invest there?",
        "Hiring in Europe was paused, and the product is still sold in three countries.",
        "That's right, we paused hiring and still sell in three countries.",
    ),
)
PAYOUTS = Question(
    "cs_payouts",
    "Small sellers complain that their money is held for seven days. What should we do?",
    AnswerModel.CASE,
    facts=(
        Fact("fraud", ("fraud", "fraud loss"), "Fraud costs 0.42 percent of consumer volume.", 0.42, "percent"),
        Fact("gift_share", ("share of gifts",), "Gift buyers are 31 percent of the base.", 31, "percent"),
    ),
    challenge=Challenge("the head of sales", "Every seller I talk to wants this tomorrow. What do I tell them?"),
)


def _round(round_: Round) -> Stagehand:
    question = {Round.PRODUCT_SENSE: ROTA, Round.CASE_STUDY: PAYOUTS}[round_]
    return Stagehand(loop_round=replace(ONE_QUESTION, round=round_), questions=(question,))


async def test_a_wall_of_words_is_met_at_its_thinnest_decision() -> None:
    hand = _round(Round.PRODUCT_SENSE)
    await hand.begin()
    await hand.take(Answer(" ".join(WALL.split())))
    move, target = hand.last
    assert move is Move.PROBE
    assert target in {"given_up", "choice"}


async def test_nobody_asks_who_the_user_is_once_it_was_said() -> None:
    hand = _round(Round.PRODUCT_SENSE)
    await hand.begin()
    await hand.take(Answer(" ".join(WALL.split())))
    for text in ("The prediction goes.", "If two nights stay empty I'd stop.", "Sisters must not get more calls."):
        await hand.take(Answer(text))
    asked = {turn.target for turn in hand.conductor.transcript.turns if turn.move is Move.PROBE}
    assert not asked & {"users", "segment", "goal", "ideas", "measure"}


@pytest.fixture
async def executive() -> Stagehand:
    final = replace(LOOP_ROUND, round=Round.FINAL)
    hand = Stagehand(loop_round=final, questions=(EUROPE, replace(EUROPE, id="fn_other", premise=None)))
    await hand.begin()
    await hand.take(
        Answer("Into the three countries you sell in. They are the only place where you win without a discount.")
    )
    return hand


async def test_a_premise_that_is_put_right_is_conceded_and_the_round_goes_on(executive: Stagehand) -> None:
    assert executive.moves[-1:] == [Move.PREMISE]
    await executive.take(Answer("I read you paused hiring but still sell in three countries. Have I missed something?"))
    assert Move.CONCEDE in executive.moves
    assert executive.conductor.state.candidate_has_the_floor


async def test_a_premise_that_is_swallowed_is_not_insisted_on(executive: Stagehand) -> None:
    await executive.take(Answer("True, with Europe gone I would rather put them into the American shops."))
    assert Move.CONCEDE not in executive.moves
    assert executive.moves.count(Move.PREMISE) == 1


async def test_a_stakeholder_objects_once_and_in_character() -> None:
    hand = _round(Round.CASE_STUDY)
    await hand.begin()
    for text in (
        "The goal is to keep small sellers without losing more than half a percent to fraud. I'd split by seller size.",
        "What is the fraud loss?",
        "So on a million that is 4,200 dollars. Small sellers leave, and they carry little of the volume.",
        "I'd pay out small sellers after two days, first a hundred of them in May, and count who leaves.",
        "I'd stay with that. If fraud passes half a percent I would stop.",
        "No, that's it.",
    ):
        await hand.take(Answer(text))
    assert hand.moves.count(Move.CHALLENGE) == 1
    assert Move.PUSH_BACK not in hand.moves


async def test_a_slip_is_asked_about_once_and_not_corrected() -> None:
    hand = _round(Round.CASE_STUDY)
    await hand.begin()
    await hand.take(
        Answer("The goal is to cut monthly churn back to 4.1 percent. I'd split it by how people joined, then by age.")
    )
    await hand.take(Answer("31% times 12.5% is about 3.9, plus 69% times 3.55% is 2.4, so 9.3. So it is the mix."))
    probed = [turn.target for turn in hand.conductor.transcript.turns if turn.move is Move.PROBE]
    assert probed.count("arithmetic") == 1
