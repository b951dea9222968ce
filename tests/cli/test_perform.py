"""A script played through a conductor: what it is charged, and what is left over."""

from collections.abc import AsyncIterator

import pytest

from interviewsim.cli.perform import Performance
from interviewsim.cli.script import parse_script
from interviewsim.domain.events import EndReason
from interviewsim.domain.move import Move
from interviewsim.domain.terms import Length
from interviewsim.domain.transcript import Transcript
from interviewsim.engine.cue import Cue
from interviewsim.engine.notice import Notice
from interviewsim.errors import InterviewSimError
from tests.doubles.interviewer import PlainInterviewer
from tests.doubles.rounds import Stagehand

STORY = "In May I cut the second form because nobody read it. Errors fell from 14 to 5 a week."


async def performed(hand: Stagehand, text: str) -> tuple[Performance, list[Notice]]:
    async def pass_time(seconds: float) -> None:
        hand.clock.pass_time(seconds)

    performance = Performance(hand.conductor, pass_time, charged=True)
    return performance, [notice async for notice in performance.notices(parse_script(text, "test"))]


async def test_a_message_costs_its_words_at_150_a_minute() -> None:
    hand = Stagehand()
    await performed(hand, "word " * 75)
    said = next(turn for turn in hand.conductor.transcript.turns if turn.candidate)
    assert said.t == 30


async def test_a_wait_is_charged_and_met_with_a_nudge() -> None:
    hand = Stagehand()
    await performed(hand, f"/wait 100s\n{STORY}")
    assert Move.NUDGE in hand.moves


class Fails(PlainInterviewer):
    """An interviewer whose server has gone away."""

    async def reply(self, transcript: Transcript, cue: Cue) -> AsyncIterator[str]:
        if transcript.turns:
            raise InterviewSimError("Nothing answers at 127.0.0.1.", "Start the server.")
        async for sentence in super().reply(transcript, cue):
            yield sentence


async def test_a_failure_before_the_first_message_stops_the_script_and_leaves_the_round_open() -> None:
    hand = Stagehand(interviewer=Fails())
    with pytest.raises(InterviewSimError, match="Nothing answers"):
        await performed(hand, f"{STORY}\n---\n{STORY}")
    assert not hand.conductor.transcript.finished
    assert not [turn for turn in hand.conductor.transcript.turns if turn.candidate]


async def test_when_the_script_ends_first_the_round_ends_early() -> None:
    hand = Stagehand()
    await performed(hand, STORY)
    assert hand.conductor.transcript.ended is EndReason.SCRIPT_ENDED


async def test_what_is_left_when_the_round_is_over_is_named() -> None:
    hand = Stagehand()
    performance, _ = await performed(hand, f"{STORY}\n---\n/end\n---\nOne more thing.")
    assert performance.left_over == ["line 5"]


async def test_a_message_past_the_end_is_said_as_far_as_time_allowed_and_the_rest_is_named() -> None:
    hand = Stagehand(length=Length.WARM_UP)
    performance, _ = await performed(hand, "word " * 2000)
    said = next(turn for turn in hand.conductor.transcript.turns if turn.candidate)
    assert said.cut_off
    assert said.words == (300 + 60) * 150 // 60
    assert performance.left_over == [f"the last {2000 - said.words} words of line 1"]
    assert hand.conductor.transcript.ended is EndReason.TIME_UP


async def test_the_same_script_makes_the_same_journal() -> None:
    journals = []
    for _ in range(2):
        hand = Stagehand()
        await performed(hand, f"{STORY}\n---\n/wait 2m\nIt was my idea.\n---\nWhat is the team like?")
        journals.append([(entry.n, entry.t, entry.event) for entry in hand.journal.entries])
    assert journals[0] == journals[1]
