"""What goes over the wire, for each kind of request and server."""

import json
from collections.abc import Callable

import pytest
import respx

from interviewsim.providers.abilities import Abilities, AbilityMemory, JsonBy, Limit
from interviewsim.providers.chat import Finish, ModelFailed
from interviewsim.providers.endpoint import OPENAI, Endpoint, Patience
from interviewsim.providers.opening import open_chat
from tests.doubles.loopback import whole
from tests.doubles.wires import wires
from tests.providers.test_openai_chat import HELLO, SHAPE, Waits

THERE = "http://models.example/v1"
Value = dict[str, object]


async def sent(url: str, known: Abilities | None = None) -> Value:
    """The body of a request with a shape, as a server at the URL gets it."""
    endpoint, memory = Endpoint("m", url, "key"), AbilityMemory()
    if known is not None:
        memory.learn(endpoint, known)
    with wires() as router:
        route = router.post(f"{url}/chat/completions").respond(
            200, content=whole("{}"), content_type="application/json"
        )
        chat = await open_chat(endpoint, memory, Waits())
        await chat.complete(HELLO, most_tokens=20, shape=SHAPE)
        await chat.close()
        body: Value = json.loads(route.calls.last.request.content)
        return body


@pytest.mark.parametrize(
    ("known", "shows"),
    [
        (None, lambda body: body["max_tokens"] == 20 and body["response_format"]["json_schema"]["strict"] is True),
        (Abilities(json=JsonBy.OBJECT), lambda body: body["response_format"] == {"type": "json_object"}),
        (Abilities(json=JsonBy.PROMPT), lambda body: "response_format" not in body),
        (Abilities(limit=Limit.NEW), lambda body: body["max_completion_tokens"] == 20 and "max_tokens" not in body),
        (Abilities(instructs="developer"), lambda body: body["messages"][0]["role"] == "developer"),
    ],
)
async def test_a_request_is_made_as_the_server_takes_it(
    known: Abilities | None, shows: Callable[[Value], bool]
) -> None:
    body = await sent(THERE, known)
    assert shows(body)
    assert "temperature" not in body


async def test_openai_gets_the_new_name_of_the_limit() -> None:
    assert (await sent(OPENAI))["max_completion_tokens"] == 20


@pytest.mark.parametrize(
    ("message", "finish", "expected"),
    [
        ({"content": "Yes."}, "stop", Finish.STOP),
        ({"content": "Ye"}, "length", Finish.LENGTH),
        ({"content": None}, "content_filter", Finish.FILTERED),
        ({"content": None, "refusal": "No."}, "stop", Finish.REFUSED),
    ],
)
async def test_each_end_of_a_reply_has_its_name(message: Value, finish: str, expected: Finish) -> None:
    with wires() as router:
        answer(router, {"choices": [{"index": 0, "message": {"role": "assistant"} | message, "finish_reason": finish}]})
        chat = await open_chat(Endpoint("m", THERE), AbilityMemory(), Waits())
        assert (await chat.complete(HELLO, most_tokens=20)).finish is expected
        await chat.close()


async def test_a_reply_without_a_finish_is_none() -> None:
    with wires() as router:
        answer(router, {"choices": [{"index": 0, "message": {"role": "assistant", "content": "Ye"}}]})
        chat = await open_chat(Endpoint("m", THERE), AbilityMemory(), Waits())
        with pytest.raises(ModelFailed):
            await chat.complete(HELLO, most_tokens=20)
        await chat.close()


def answer(router: respx.MockRouter, more: Value) -> None:
    value = {"id": "1", "object": "chat.completion", "created": 1, "model": "m"} | more
    router.post(f"{THERE}/chat/completions").respond(200, json=value)


@pytest.mark.parametrize("told", [1.5, "12", -3, True, [1], None])
async def test_a_count_of_tokens_that_is_none_is_not_known(told: object) -> None:
    with wires() as router:
        choice = {"index": 0, "message": {"role": "assistant", "content": "Yes."}, "finish_reason": "stop"}
        answer(router, {"choices": [choice], "usage": {"prompt_tokens": told, "completion_tokens": 4}})
        chat = await open_chat(Endpoint("m", THERE), AbilityMemory(), Waits())
        use = (await chat.complete(HELLO, most_tokens=20)).use
    assert (use.input, use.output) == (None, 4)


@pytest.mark.parametrize(
    "choices",
    [
        [None],
        {"index": 0},
        "none",
        [{"index": 0, "message": None, "finish_reason": "stop"}],
        [{"index": 0, "message": {"role": "assistant", "content": [1]}, "finish_reason": "stop"}],
    ],
)
async def test_json_of_another_shape_is_no_reply_and_no_fault_of_ours(choices: object) -> None:
    with wires() as router:
        answer(router, {"choices": choices})
        chat = await open_chat(Endpoint("m", THERE), AbilityMemory(), Waits())
        with pytest.raises(ModelFailed, match="no reply of a model"):
            await chat.complete(HELLO, most_tokens=20)


def test_who_asks_for_a_longer_wait_waits_as_long_for_the_first_word() -> None:
    assert (Patience.of(300).first, Patience.of(300).idle, Patience.of(5).whole) == (300, 300, 5)
