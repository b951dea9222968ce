"""Replies with a shape: whatever was promised, only what holds comes through."""

import json
from typing import Literal

import pytest
from pydantic import BaseModel, Field

from interviewsim.providers.chat import Finish, Reply
from interviewsim.providers.structured import Outcome, ask_for, shape_of
from tests.doubles.models import FakeChat, Says
from tests.providers.test_openai_chat import HELLO


class Part(BaseModel):
    id: str
    seen: Literal["yes", "no"]


class Answer(BaseModel):
    parts: list[Part] = Field(max_length=3)
    note: str | None = None


GOOD = '{"parts": [{"id": "a", "seen": "yes"}], "note": null}'


@pytest.mark.parametrize(
    "said",
    [
        GOOD,
        f"```json\n{GOOD}\n```",
        f"<think>Maybe {{}}?</think>{GOOD}",
        f"Here you are: {GOOD} Anything else?",
        f"First I thought {{'a': 1}}, or {{}}.\n{GOOD}",
    ],
)
async def test_the_object_is_found_wherever_it_stands(said: str) -> None:
    found = await ask_for(FakeChat([said]), HELLO, Answer, most_tokens=50)
    assert found.outcome is Outcome.OK
    assert found.value is not None
    assert found.value.parts[0].id == "a"


async def test_what_does_not_hold_is_asked_for_once_more_with_what_is_wrong() -> None:
    chat = FakeChat(['{"parts": [{"id": "a", "seen": "perhaps"}]}', GOOD])
    found = await ask_for(chat, HELLO, Answer, most_tokens=50)
    assert found.outcome is Outcome.OK
    assert "parts.0.seen" in chat.asked[1][-1].text
    assert chat.asked[1][: len(HELLO)] == chat.asked[0]
    assert len(found.replies) == 2


@pytest.mark.parametrize(
    ("says", "outcome", "calls"),
    [
        (["I would say yes.", "Still yes."], Outcome.INVALID, 2),
        ([Reply("", Finish.REFUSED, "m", refusal="No.")], Outcome.REFUSED, 1),
        ([Reply("", Finish.FILTERED, "m")], Outcome.REFUSED, 1),
        ([Reply('{"parts": [', Finish.LENGTH, "m")] * 2, Outcome.TRUNCATED, 2),
        (["   "], Outcome.EMPTY, 1),
    ],
)
async def test_each_way_to_fail_has_its_name(says: list[Says], outcome: Outcome, calls: int) -> None:
    chat = FakeChat(says)
    found = await ask_for(chat, HELLO, Answer, most_tokens=50)
    assert (found.outcome, found.value) == (outcome, None)
    assert len(chat.asked) == calls


def test_the_schema_is_one_that_strict_servers_take() -> None:
    told = json.dumps(shape_of(Answer).schema)
    assert not {"$ref", "$defs", "default", "maxItems"} & set(told.replace('"', " ").replace(":", " ").split())
    schema = shape_of(Answer).schema
    assert schema["required"] == ["parts", "note"]
    assert schema["additionalProperties"] is False
