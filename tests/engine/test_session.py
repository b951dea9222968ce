"""What a command may do to a round, and what is refused."""

from interviewsim.domain.events import CandidateSaid, EndReason, RoundEnded, SaidAs
from interviewsim.domain.move import Move
from interviewsim.domain.terms import Mode
from interviewsim.engine.commands import Again, Answer, Clarify, End, Hint, Pause, Skip, Unpause
from interviewsim.engine.notice import Failed, Recorded, Refused
from tests.doubles.rounds import Stagehand

STORY = (
    "In March at the clinic I owned the rota screen. I interviewed nine nurses, cut the second form because nobody "
    "read it, and argued with sales about it. Errors fell from 14 to 5 a week."
)


async def begun(**options: object) -> Stagehand:
    hand = Stagehand(**options)  # type: ignore[arg-type]
    await hand.begin()
    return hand


async def test_the_round_opens_in_persona_and_asks_the_first_question() -> None:
    hand = await begun()
    assert hand.moves == [Move.OPEN, Move.ASK]
    assert hand.conductor.transcript.turns[-1].text == "Tell me about a time a user made you drop an idea."


async def test_everything_announced_is_already_in_the_journal() -> None:
    hand = await begun()
    for notice in await hand.take(Answer(STORY)):
        if isinstance(notice, Recorded):
            assert notice.entry in hand.journal.entries


async def test_entries_count_on_without_a_gap() -> None:
    hand = await begun()
    await hand.take(Answer(STORY))
    assert [entry.n for entry in hand.journal.entries] == list(range(1, len(hand.journal.entries) + 1))


async def test_an_empty_message_is_refused_and_nothing_is_written() -> None:
    hand = await begun()
    before = len(hand.journal.entries)
    notices = await hand.take(Answer("  \n\t "))
    assert [type(notice) for notice in notices] == [Refused]
    assert len(hand.journal.entries) == before


async def test_control_characters_never_reach_the_journal() -> None:
    hand = await begun()
    await hand.take(Answer("I \x1b[2Jfixed\x00 the \u202eimport\u202c in May. \ud800"))
    said = next(e.event for e in hand.journal.entries if isinstance(e.event, CandidateSaid))
    assert said.text == "I fixed the import in May. "


async def test_a_message_that_mainly_asks_is_a_question_although_it_was_sent_as_an_answer() -> None:
    hand = await begun()
    await hand.take(Answer("Do you mean an example from work, or is a university project fine?"))
    assert hand.conductor.transcript.turns[-2].as_ is SaidAs.QUESTION
    assert hand.last[0] is Move.CLARIFY


async def test_a_minute_is_granted_without_a_nudge_during_it() -> None:
    hand = await begun()
    await hand.take(Answer("Can I take a minute to think?"))
    assert hand.last[0] is Move.GRANT_TIME
    assert await hand.wait(100) == []
    assert hand.last[0] is Move.GRANT_TIME


async def test_hints_and_pauses_are_for_coach_mode() -> None:
    hand = await begun()
    assert [type(n) for n in await hand.take(Hint())] == [Refused]
    assert [type(n) for n in await hand.take(Pause())] == [Refused]


async def test_a_pause_stops_the_clock_and_the_round_goes_on_where_it_stood() -> None:
    hand = await begun(mode=Mode.COACH)
    await hand.wait(30)
    await hand.take(Pause())
    await hand.wait(500)
    assert hand.conductor.t == 30
    await hand.take(Unpause())
    await hand.wait(5)
    assert hand.conductor.t == 35


async def test_three_hints_are_given_for_a_question_and_no_fourth() -> None:
    hand = await begun(mode=Mode.COACH)
    for _ in range(3):
        await hand.take(Hint())
        assert hand.last[0] is Move.HINT
    assert [type(n) for n in await hand.take(Hint())] == [Refused]


async def test_a_skipped_question_is_left_for_a_spare_one() -> None:
    hand = await begun()
    await hand.take(Skip())
    assert hand.moves[-2:] == [Move.MOVE_ON, Move.ASK]


async def test_ending_early_is_written_with_its_reason() -> None:
    hand = await begun()
    await hand.take(Answer(STORY))
    await hand.take(End())
    assert hand.conductor.transcript.ended is EndReason.ENDED_EARLY
    assert isinstance(hand.journal.entries[-1].event, RoundEnded)


async def test_a_disk_that_refuses_loses_nothing_and_the_same_answer_can_be_sent_again() -> None:
    hand = await begun()
    hand.conductor.keep(STORY, "my notes")
    hand.journal.refusing = 1
    notices = await hand.take(Answer(STORY))
    assert [type(notice) for notice in notices] == [Failed]
    assert hand.conductor.live.draft == STORY
    await hand.take(Answer(STORY))
    assert [turn.text for turn in hand.conductor.transcript.turns if turn.candidate] == [STORY]


async def test_a_disk_that_refuses_the_interviewers_turn_is_tried_again_by_going_on() -> None:
    hand = await begun()
    hand.journal.refusing = 0
    await hand.take(Clarify("From work?"))
    hand.journal.entries.pop()
    conductor = hand.reopened()
    hand.journal.refusing = 1
    assert [type(notice) for notice in [n async for n in conductor.begin()]][-1] is Failed
    assert [n async for n in conductor.take(Again())]
    assert hand.last[0] is Move.CLARIFY


async def test_a_turn_that_a_full_disk_held_back_comes_by_itself_when_there_is_room() -> None:
    hand = await begun()
    await hand.take(Clarify("From work?"))
    hand.journal.entries.pop()
    conductor = hand.reopened()
    hand.journal.refusing = 1
    assert isinstance([n async for n in conductor.begin()][-1], Failed)
    await hand.wait(2)
    assert hand.last[0] is Move.CLARIFY
