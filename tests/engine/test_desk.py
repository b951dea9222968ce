"""Golden moments at the desk: what is told when a candidate asks about the case, and what is not."""

from dataclasses import replace

import pytest

from interviewsim.domain.events import FactReleased, SaidAs
from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel, Fact, Question
from interviewsim.domain.rubric import Topic
from interviewsim.domain.terms import Round
from interviewsim.engine.commands import Answer
from interviewsim.engine.finding import ABOUT_US
from tests.doubles.interviewer import PlainInterviewer
from tests.doubles.rounds import ONE_QUESTION, PACK, Stagehand

CHURN = Question(
    "cs_box",
    "Monthly churn at a coffee box rose from 4.1 to 6.3 percent within a quarter. Why, and what now?",
    AnswerModel.CASE,
    facts=(
        Fact("subscribers", ("subscribers", "customers", "how big"), "48,000 people have a box.", 48000, "people"),
        Fact(
            "churn_by_source",
            ("churn by source", "churn by how people joined", "churn by channel", "churn of gift subscribers"),
            "Gift subscribers leave at 12.5 percent a month, everyone else at 3.55 percent, both for last quarter.",
            12.5,
            "percent",
        ),
        Fact(
            "price", ("price", "price change", "pricing"), "The price has been 24 dollars for two years.", 24, "dollars"
        ),
        Fact(
            "late",
            ("late deliveries", "delivery", "delays"),
            "9.5 percent of boxes came late last quarter.",
            9.5,
            "percent",
        ),
    ),
)
LIBRARY = Question(
    "ps_library",
    "A town library wants to lend tools as well as books. Design it.",
    AnswerModel.DESIGN,
    facts=(Fact("storage", ("storage", "room", "space"), "There is room for 80 items.", 80, "items"),),
)


@pytest.fixture
async def case() -> Stagehand:
    hand = Stagehand(loop_round=ONE_QUESTION, questions=(CHURN,))
    await hand.begin()
    return hand


async def _said(hand: Stagehand, text: str) -> tuple[Move | None, str | None]:
    await hand.take(Answer(text))
    return hand.last


def _told(hand: Stagehand) -> str:
    assert isinstance(hand.interviewer, PlainInterviewer)
    return hand.interviewer.cues[-1].tell or ""


async def test_a_figure_that_was_asked_for_is_released_and_nothing_beside_it(case: Stagehand) -> None:
    move, _ = await _said(case, "Can I see churn by how people first joined?")
    assert move is Move.FACT
    assert _told(case) == CHURN.facts[1].tell
    assert list(case.conductor.transcript.released) == ["churn_by_source"]


async def test_a_request_for_data_is_a_question_and_not_an_answer(case: Stagehand) -> None:
    await case.take(Answer("I'd like to see churn by channel."))
    asked = case.conductor.transcript.turns[-2]
    assert asked.as_ is SaidAs.QUESTION


async def test_two_facts_asked_for_in_one_breath_are_both_told(case: Stagehand) -> None:
    await _said(case, "How many subscribers are there, and did the price change?")
    assert set(case.conductor.transcript.released) == {"subscribers", "price"}
    assert _told(case) == f"{CHURN.facts[0].tell} {CHURN.facts[2].tell}"


async def test_the_release_is_on_disk_before_the_fact_is_told(case: Stagehand) -> None:
    await _said(case, "What about late deliveries?")
    kinds = [type(entry.event) for entry in case.journal.entries]
    assert kinds[-2] is FactReleased


async def test_a_fact_asked_for_again_is_told_again_and_released_once(case: Stagehand) -> None:
    await _said(case, "What about late deliveries?")
    move, target = await _said(case, "Sorry, how many late deliveries was it?")
    assert (move, target) == (Move.FACT, "again")
    assert sum(isinstance(entry.event, FactReleased) for entry in case.journal.entries) == 1


@pytest.mark.parametrize(
    "text", ["Do we have any data?", "What data do you have?", "Is there any information on this?"]
)
async def test_asked_for_any_data_the_interviewer_asks_which(case: Stagehand, text: str) -> None:
    move, _ = await _said(case, text)
    assert move is Move.WHICH_FIGURE
    assert not case.conductor.transcript.released


async def test_the_whole_sheet_is_not_read_out(case: Stagehand) -> None:
    move, target = await _said(case, "Give me all the data you have.")
    assert (move, target) == (Move.WHICH_FIGURE, "all")


async def test_a_figure_that_nobody_has_is_the_candidates_to_assume_and_then_stands(case: Stagehand) -> None:
    move, _ = await _said(case, "What is the average age of the subscribers at sign-up?")
    assert move in {Move.ASSUME, Move.FACT, Move.WHICH_FIGURE}
    move, _ = await _said(case, "How much does a churned customer complain on social media?")
    assert move is Move.ASSUME
    await _said(
        case, "I'd assume about one complaint for a hundred people. Let me first look at who leaves and then at why."
    )
    move, _ = await _said(case, "How much do churned customers complain on social media, again?")
    assert move is Move.KEEP


@pytest.mark.parametrize(
    "text",
    [
        "How expensive is a box?",
        "What do people pay us?",
        "I'd want to see what it costs.",
        "I'd check the price first. Has it gone up?",
        "Before I answer: the price of a box, please.",
        "What did it cost?",
    ],
)
async def test_a_fact_is_had_in_other_words_than_its_own(case: Stagehand, text: str) -> None:
    move, _ = await _said(case, text)
    assert move is Move.FACT
    assert set(case.conductor.transcript.released) == {"price"}


@pytest.mark.parametrize("text", ["What is the price of the glass jars abroad?", "How many of each?"])
async def test_what_may_be_on_the_sheet_is_not_denied_but_asked_after_once(case: Stagehand, text: str) -> None:
    assert await _said(case, text) == (Move.WHICH_FIGURE, "near")
    move, _ = await _said(case, text)
    assert move is not Move.WHICH_FIGURE


@pytest.mark.parametrize("text", ["Who are our competitors?", "How many engineers do we have?", "What is the goal?"])
async def test_what_is_asked_about_a_case_is_never_kept_for_the_end(text: str) -> None:
    asks = replace(CHURN, ask=f"{CHURN.ask} You may ask me for figures.")
    hand = Stagehand(loop_round=ONE_QUESTION, questions=(asks,))
    await hand.begin()
    move, target = await _said(hand, text)
    assert (move, target) != (Move.CLARIFY, ABOUT_US)


@pytest.mark.parametrize("text", ["May I take a minute?", "Could I have a moment to think about it?"])
async def test_a_minute_is_granted_whatever_lies_on_the_table(case: Stagehand, text: str) -> None:
    move, _ = await _said(case, text)
    assert move is Move.GRANT_TIME


@pytest.mark.parametrize("text", ["What's the root cause?", "Is it because of the gifts?", "So what should we do?"])
async def test_the_answer_itself_is_the_candidates_to_give(case: Stagehand, text: str) -> None:
    move, _ = await _said(case, text)
    assert move is Move.YOUR_VIEW


async def test_scope_and_a_minute_are_the_candidates_to_take() -> None:
    hand = Stagehand(loop_round=replace(ONE_QUESTION, round=Round.PRODUCT_SENSE), questions=(LIBRARY,))
    await hand.begin()
    move, target = await _said(hand, "Mobile or desktop? And may I take a minute?")
    assert (move, target) == (Move.DECIDE, "and_time")


async def test_no_nudge_falls_into_a_minute_that_was_granted_with_a_choice() -> None:
    hand = Stagehand(loop_round=replace(ONE_QUESTION, round=Round.PRODUCT_SENSE), questions=(LIBRARY,))
    await hand.begin()
    await _said(hand, "Mobile or desktop? And may I take a minute?")
    await hand.wait(149)
    assert hand.moves[-1:] == [Move.DECIDE]
    await hand.wait(2)
    assert hand.moves[-1:] == [Move.NUDGE]


async def test_a_settled_choice_is_kept_when_it_is_asked_again() -> None:
    hand = Stagehand(loop_round=replace(ONE_QUESTION, round=Round.PRODUCT_SENSE), questions=(LIBRARY,))
    await hand.begin()
    await _said(hand, "Should I think of mobile or desktop?")
    await _said(hand, "Mobile, then. I would start with people who have moved into a flat without a cellar.")
    move, _ = await _said(hand, "Mobile or desktop, did you say?")
    assert move is Move.KEEP


@pytest.mark.parametrize("text", ["churn by channel", "CHURN BY CHANNEL!!!!", "churn by source, please."])
async def test_to_name_a_line_of_the_sheet_is_to_ask_for_it(case: Stagehand, text: str) -> None:
    move, _ = await _said(case, text)
    assert move is Move.FACT
    assert list(case.conductor.transcript.released) == ["churn_by_source"]


async def test_a_short_answer_about_a_line_is_an_answer(case: Stagehand) -> None:
    await case.take(Answer("The late deliveries are not the reason."))
    assert case.conductor.transcript.turns[-2].as_ is SaidAs.ANSWER


SIZE = Topic("size", ("how many clinics", "number of clinics"), "Some 400 clinics plan their shifts with it.")


@pytest.mark.parametrize("employer", ["Northbridge", ""])
async def test_what_the_sheet_lacks_is_told_from_the_brief_only_where_the_question_is_about_the_employer(
    employer: str,
) -> None:
    ours = replace(LIBRARY, employer=employer)
    hand = Stagehand(loop_round=ONE_QUESTION, questions=(ours,), pack=replace(PACK, answers=(SIZE,)))
    await hand.begin()
    move, _ = await _said(hand, "How many clinics are there?")
    assert (move is Move.ANSWER) is bool(employer)
    assert (SIZE.tell in _told(hand)) is bool(employer)
