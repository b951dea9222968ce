"""A connection is tried a step at a time, and the step that fails says what to do."""

import itertools
import json
from collections.abc import Sequence

import pytest

from interviewsim.locations import bundled
from interviewsim.preferences import Step, StepKind, Went
from interviewsim.providers.abilities import AbilityMemory
from interviewsim.providers.endpoint import Endpoint, Patience
from interviewsim.wiring.connecting import NOBODY, Trial, tried
from tests.doubles.loopback import DONE, Play, chunk, head, server, whole

JSON = "application/json"
YES = '{"items": [{"item": "measure", "evidence": ["E1"], "decision": "yes"}]}'
WORDS: Play = [head(), chunk("Tell me about "), chunk("a product."), chunk(finish="stop"), DONE]


def listing(*names: str) -> Play:
    models = [{"id": name, "object": "model", "created": 1, "owned_by": "me"} for name in names]
    return [head(kind=JSON), json.dumps({"object": "list", "data": models}).encode()]


def graded(text: str) -> Play:
    return [head(kind=JSON), whole(text)]


async def steps(url: str, model: str = "m", grader: str | None = None, key: str | None = None) -> list[Step]:
    ticks = itertools.count()
    one = Endpoint(model, url, key, Patience.of(5))
    two = Endpoint(grader or model, url, key, Patience.of(5))
    trial = Trial(one, two, [bundled("prompts")], lambda: next(ticks) / 1000, AbilityMemory())
    return [step async for step in tried(trial)]


def kinds(found: Sequence[Step]) -> list[tuple[str, str]]:
    return [(step.kind.value, step.went.value) for step in found]


async def test_a_server_that_can_everything_passes_every_step_with_its_time() -> None:
    async with server(listing("m", "n"), WORDS, graded(YES)) as (url, heard):
        found = await steps(url)
    assert [step.kind for step in found] == list(StepKind)
    assert {step.went for step in found} == {Went.OK}
    assert found[2].found == "It lists 2 models."
    assert "first word after" in found[4].found
    assert all(step.ms is not None for step in found if step.kind not in {StepKind.MODELS, StepKind.MODEL})
    sent = json.dumps(heard.bodies[1:])
    assert "fourteen to five" in sent
    assert '"stream": true' in sent


async def test_nothing_that_listens_ends_it_at_the_address() -> None:
    found = await steps("http://127.0.0.1:9/v1")
    assert kinds(found) == [("address", "failed")]
    assert (found[0].found, found[0].then) == (
        "Nothing listens at 127.0.0.1:9.",
        "Start the server, or check its port.",
    )


async def test_what_does_not_speak_http_is_told_apart() -> None:
    async with server([b"SSH-2.0-OpenSSH_9.6\r\n"]) as (url, _):
        found = await steps(url)
    assert kinds(found) == [("address", "ok"), ("http", "failed")]
    assert "does not answer as a web server does" in found[-1].found


async def test_a_web_page_is_no_list_of_models() -> None:
    async with server([head(kind="text/html"), b"<html>It works!</html>"]) as (url, _):
        found = await steps(url)
    assert kinds(found)[1:] == [("http", "ok"), ("models", "failed")]
    assert "ends with /v1" in found[-1].then


@pytest.mark.parametrize(("key", "told"), [("sk-1", "refuses the key"), (None, "wants a key")])
async def test_a_key_that_is_refused_or_missing_is_told_and_never_shown(key: str | None, told: str) -> None:
    async with server([head("401 Unauthorized", JSON), b"{}"]) as (url, _):
        found = await steps(url, key=key)
    assert kinds(found)[-1] == ("models", "failed")
    assert told in found[-1].found
    assert "OPENAI_API_KEY" in found[-1].then
    assert "sk-1" not in repr(found)


async def test_a_model_that_is_not_listed_is_noted_with_those_that_are_and_the_server_decides() -> None:
    refusal: Play = [head("404 Not Found", JSON), b'{"error": {"message": "model not found"}}']
    async with server(listing("a", "b", "c", "d", "e", "f"), refusal) as (url, _):
        found = await steps(url)
    assert kinds(found)[-2:] == [("model", "noted"), ("stream", "failed")]
    assert found[-2].then.startswith("It lists a, b, c, d and 2 more.")
    assert 'knows no model "m"' in found[-1].found


async def test_a_name_without_its_tag_is_the_latest_and_no_name_is_the_first_listed() -> None:
    async with server(listing("m:latest"), WORDS, graded(YES)) as (url, _):
        assert kinds(await steps(url))[3] == ("model", "ok")
    async with server(listing("first", "second"), WORDS, graded(YES)) as (url, heard):
        assert (await steps(url, ""))[3].found == "first: there."
    assert heard.bodies[1]["model"] == "first"


async def test_a_server_without_a_list_is_asked_all_the_same() -> None:
    async with server([head("404 Not Found", JSON), b"{}"], WORDS, graded(YES)) as (url, _):
        found = await steps(url)
    assert kinds(found)[2:] == [("models", "noted"), ("model", "skipped"), ("stream", "ok"), ("grade", "ok")]


async def test_a_stream_that_breaks_off_or_says_nothing_is_told() -> None:
    async with server(listing("m"), [head(), chunk("Tell me")]) as (url, _):
        found = await steps(url)
    assert kinds(found)[-1] == ("stream", "failed")
    assert "broke off" in found[-1].found
    mute: Play = [head(), chunk("<think>Hm"), chunk(finish="length"), DONE]
    async with server(listing("m"), mute, graded(YES)) as (url, _):
        found = await steps(url)
    assert (found[4].went, found[4].found) == (Went.NOTED, "It used up 400 tokens before it said a word.")
    assert found[5].went is Went.OK


@pytest.mark.parametrize(
    ("reply", "went", "told"),
    [
        ("Sure! The answer is yes.", Went.FAILED, "no usable shape"),
        (YES.replace("yes", "no"), Went.NOTED, "misjudges a plain sentence"),
        ('{"items": []}', Went.NOTED, "misjudges a plain sentence"),
    ],
)
async def test_a_reply_for_grading_is_held_to_shape_and_sense(reply: str, went: Went, told: str) -> None:
    async with server(listing("m"), WORDS, graded(reply)) as (url, _):
        last = (await steps(url))[-1]
    assert (last.kind, last.went) == (StepKind.GRADE, went)
    assert told in last.found
    assert last.then


async def test_a_grader_of_its_own_is_asked_for_the_grade() -> None:
    async with server(listing("m", "judge"), WORDS, graded(YES)) as (url, heard):
        found = await steps(url, grader="judge")
    assert found[3].found == "m and judge: there."
    assert [body.get("model") for body in heard.bodies[1:]] == ["m", "judge"]


async def test_without_a_model_there_is_nothing_to_connect_to() -> None:
    trial = Trial(None, None, [], lambda: 0.0, AbilityMemory())
    assert [step async for step in tried(trial)] == [NOBODY]
