"""The round's clock: what it charges, what it asks for by itself, and how a round ends by it."""

from interviewsim.domain.events import EndReason, Live
from interviewsim.domain.move import Move
from interviewsim.domain.terms import Length
from interviewsim.engine.commands import Answer, Clarify
from interviewsim.engine.notice import TimeUp
from tests.doubles.rounds import Stagehand
from tests.engine.test_session import STORY, begun


async def test_time_is_charged_while_the_candidate_has_the_floor() -> None:
    hand = await begun()
    await hand.wait(42)
    await hand.take(Answer(STORY))
    said = next(turn for turn in hand.conductor.transcript.turns if turn.candidate)
    assert said.t == 42
    assert said.seconds == 42


async def test_silence_is_nudged_twice_then_offered_a_way_out_then_left_alone() -> None:
    hand = await begun()
    for _ in range(6):
        await hand.wait(91)
    assert hand.moves.count(Move.NUDGE) == 3


async def test_no_nudge_over_a_draft() -> None:
    hand = await begun()
    hand.conductor.keep("It was in spring, and", "")
    assert await hand.wait(300) == []


async def test_a_draft_past_three_minutes_of_speech_is_cut_into_once() -> None:
    hand = await begun()
    hand.conductor.keep("word " * 460, "")
    await hand.wait(60)
    await hand.wait(60)
    assert hand.moves.count(Move.FOCUS) == 1


async def test_at_time_up_a_minute_remains_and_then_the_draft_is_sent_as_it_is() -> None:
    hand = await begun(length=Length.DRILL)
    hand.conductor.keep("It was in spring and I was just about", "")
    notices = await hand.wait(601)
    assert any(isinstance(notice, TimeUp) for notice in notices)
    await hand.wait(60)
    said = [turn for turn in hand.conductor.transcript.turns if turn.candidate]
    assert [(turn.text, turn.cut_off) for turn in said] == [("It was in spring and I was just about", True)]
    assert hand.moves[-1] is Move.CLOSE
    assert hand.conductor.transcript.ended is EndReason.TIME_UP


async def test_a_round_of_silence_ends_by_itself_when_the_last_minute_is_gone() -> None:
    hand = await begun(length=Length.DRILL)
    for _ in range(12):
        await hand.wait(60)
    assert not any(turn.candidate for turn in hand.conductor.transcript.turns)
    assert hand.conductor.transcript.ended is EndReason.TIME_UP
    assert hand.conductor.due_in() is None


async def test_an_answer_sent_within_the_last_minute_counts_whole() -> None:
    hand = await begun(length=Length.DRILL)
    await hand.wait(630)
    await hand.take(Answer(STORY))
    said = [turn for turn in hand.conductor.transcript.turns if turn.candidate]
    assert not said[0].cut_off
    assert hand.conductor.transcript.ended is EndReason.TIME_UP


async def test_an_untimed_round_never_calls_time() -> None:
    hand = await begun(time_factor=None)
    hand.conductor.keep("thinking", "")
    assert await hand.wait(100_000) == []


async def test_time_is_left_for_the_candidates_own_questions() -> None:
    hand = await begun()
    for _ in range(12):
        if hand.moves[-1] is Move.INVITE:
            break
        await hand.wait(240)
        await hand.take(Answer(STORY))
    assert hand.moves[-1] is Move.INVITE
    left = hand.conductor.state.plan.seconds - hand.conductor.t
    assert left >= 120


async def test_a_resumed_round_goes_on_from_the_live_clock_with_its_draft() -> None:
    hand = await begun()
    await hand.wait(50)
    await hand.conductor.save_live()
    hand.conductor.keep("half a thought", "a note")
    await hand.conductor.save_live()
    conductor = hand.reopened(hand.journal.live)
    assert conductor.t == 50
    assert conductor.live == Live("half a thought", "a note", 50, 0)


async def test_a_draft_that_was_sent_before_the_kill_does_not_come_back() -> None:
    hand = await begun()
    hand.conductor.keep(STORY, "")
    await hand.conductor.save_live()
    left_behind = hand.journal.live
    await hand.take(Answer(STORY))
    assert hand.reopened(left_behind).live.draft == ""


async def test_a_draft_outlives_a_question_that_was_put_in_between() -> None:
    hand = await begun()
    hand.conductor.keep("It was in spring, and", "")
    await hand.conductor.save_live()
    left_behind = hand.journal.live
    await hand.take(Clarify("From work?"))
    assert hand.reopened(left_behind).live.draft == "It was in spring, and"


async def test_a_round_killed_after_any_entry_goes_on_to_the_same_end() -> None:
    whole = await _played(Stagehand())
    for cut in range(1, len(whole.journal.entries)):
        hand = Stagehand()
        hand.journal.entries = list(whole.journal.entries[:cut])
        hand.reopened()
        await hand.begin()
        await _go_through(hand)
        assert hand.conductor.transcript.finished
        said = [turn.text for turn in hand.conductor.transcript.turns if turn.candidate]
        assert said[: len(_said(whole, cut))] == _said(whole, cut)


def _said(hand: Stagehand, cut: int) -> list[str]:
    entries = hand.journal.entries[:cut]
    return [entry.event.text for entry in entries if type(entry.event).__name__ == "CandidateSaid"]  # type: ignore[union-attr]


async def _played(hand: Stagehand) -> Stagehand:
    await hand.begin()
    await _go_through(hand)
    return hand


async def _go_through(hand: Stagehand) -> None:
    for _ in range(30):
        if hand.conductor.transcript.finished:
            return
        await hand.wait(20)
        asking = hand.moves[-1] in {Move.INVITE, Move.ANSWER, Move.NOT_KNOWN}
        await hand.take(Answer("No, I have no questions, thank you." if asking else STORY))
