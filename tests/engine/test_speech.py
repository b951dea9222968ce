"""An interviewer's turn can be cut short, and what was said until then stands."""

import asyncio
from collections.abc import AsyncIterator

from interviewsim.engine.speech import Speech


async def _two() -> AsyncIterator[str]:
    yield "One."
    yield "Two."


async def test_a_turn_that_nobody_cuts_is_complete() -> None:
    speech = Speech(_two())
    assert [sentence async for sentence in speech.sentences()] == ["One.", "Two."]
    assert speech.complete


async def test_a_turn_can_be_cut_while_its_next_sentence_is_waited_for() -> None:
    async def stuck() -> AsyncIterator[str]:
        yield "One."
        await asyncio.Event().wait()
        yield "Never."

    speech, said = Speech(stuck()), []
    async for sentence in speech.sentences():
        said.append(sentence)
        speech.cut()
    assert said == ["One."]
    assert not speech.complete


async def test_a_turn_in_which_nothing_was_said_yet_goes_on_to_its_first_sentence() -> None:
    speech = Speech(_two())
    speech.cut()
    assert await anext(speech.sentences()) == "One."


async def test_a_turn_of_nothing_is_nothing() -> None:
    async def silent() -> AsyncIterator[str]:
        return
        yield ""

    assert [sentence async for sentence in Speech(silent()).sentences()] == []


async def test_a_turn_that_is_dropped_ends_before_its_first_word() -> None:
    async def stuck() -> AsyncIterator[str]:
        await asyncio.Event().wait()
        yield "Never."

    speech = Speech(stuck())
    speech.drop()
    assert [sentence async for sentence in speech.sentences()] == []
    assert not speech.complete
