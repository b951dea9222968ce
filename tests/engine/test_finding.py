"""A request that rules cannot match may be matched by a better reader, who sees labels and never values."""

import asyncio

import pytest

from interviewsim.domain.events import FactReleased
from interviewsim.domain.move import Move
from interviewsim.engine.commands import Answer
from interviewsim.engine.finding import Wanted
from tests.doubles.interviewer import PlainInterviewer
from tests.doubles.rounds import ONE_QUESTION, Stagehand
from tests.engine.test_desk import CHURN

ODD = "Could you tell me how punctual the parcels were?"


class Reader(PlainInterviewer):
    """Implements `Finder`: says what a test lets it say, and keeps what it was shown."""

    def __init__(self, says: str | None) -> None:
        super().__init__()
        self.says = says
        self.shown: list[Wanted] = []

    async def find(self, wanted: Wanted) -> str | None:
        self.shown.append(wanted)
        return self.says


async def asked(reader: PlainInterviewer, text: str = ODD) -> Stagehand:
    hand = Stagehand(loop_round=ONE_QUESTION, questions=(CHURN,), interviewer=reader)
    await hand.begin()
    await hand.take(Answer(text))
    return hand


def released(hand: Stagehand) -> list[str]:
    return [entry.event.fact_id for entry in hand.journal.entries if isinstance(entry.event, FactReleased)]


async def test_what_is_found_is_recorded_as_released_and_told() -> None:
    hand = await asked(reader := Reader("late"))
    assert released(hand) == ["late"]
    assert reader.cues[-1].move is Move.FACT
    assert "9.5 percent" in (reader.cues[-1].tell or "")


async def test_the_reader_sees_labels_and_no_value() -> None:
    await asked(reader := Reader(None))
    wanted = reader.shown[0]
    assert set(wanted.labels) == {"subscribers", "churn_by_source", "price", "late"}
    assert not any(value in str(wanted.labels) for value in ("9.5", "48,000", "12.5", "24 dollars"))


@pytest.mark.parametrize("says", [None, "nothing_like_it", "brief:salary", ""])
async def test_what_is_not_on_the_sheet_is_never_told(says: str | None) -> None:
    hand = await asked(reader := Reader(says))
    assert not released(hand)
    assert reader.cues[-1].move is Move.WHICH_FIGURE


async def test_a_request_is_looked_up_once() -> None:
    await asked(reader := Reader(None))
    assert len(reader.shown) == 1


@pytest.mark.parametrize("text", ["Do we have any data?", "Give me all the data you have.", "What do you think it is?"])
async def test_who_asks_for_nothing_by_name_gets_no_search(text: str) -> None:
    await asked(reader := Reader("late"), text)
    assert not reader.shown


async def test_what_rules_can_match_needs_no_reader() -> None:
    hand = await asked(reader := Reader("price"), "Can I see churn by how people joined?")
    assert released(hand) == ["churn_by_source"]
    assert not reader.shown


async def test_a_released_fact_is_told_after_a_kill_between_the_two_lines() -> None:
    hand = await asked(Reader("late"))
    while not isinstance(hand.journal.entries[-1].event, FactReleased):
        hand.journal.entries.pop()
    hand.interviewer = plain = PlainInterviewer()
    hand.reopened()
    await hand.begin()
    assert "9.5 percent" in (plain.cues[-1].tell or "")


async def test_the_stand_in_need_not_wait_for_a_search() -> None:
    class Stuck(Reader):
        async def find(self, wanted: Wanted) -> str | None:
            looking.set()
            await asyncio.Event().wait()
            return None

    looking = asyncio.Event()
    hand = Stagehand(
        loop_round=ONE_QUESTION, questions=(CHURN,), interviewer=Stuck(None), stand_in=(other := PlainInterviewer())
    )
    await hand.begin()
    asking = asyncio.ensure_future(hand.take(Answer(ODD)))
    await looking.wait()
    hand.conductor.let_stand_in()
    await asking
    assert other.cues[-1].move is Move.WHICH_FIGURE


async def test_the_brief_answers_a_question_in_other_words() -> None:
    hand = Stagehand(interviewer=(reader := Reader(None)))
    await hand.begin()
    answers = hand.conductor.state.configured.pack.answers
    reader.says = f"brief:{answers[0].id}"
    while not any(turn.move is Move.INVITE for turn in hand.conductor.transcript.turns):
        await hand.take(Answer("In May I cut the step with one engineer, since nine shops lost people there."))
    await hand.take(Answer("Whom shall I turn to on my first morning?"))
    assert reader.cues[-1].move is Move.ANSWER
    assert reader.cues[-1].tell == answers[0].tell
    assert f"brief:{answers[0].id}" in released(hand)
