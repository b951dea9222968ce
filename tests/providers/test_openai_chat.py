"""The model behind a server: what reaches us of its replies, and what of its failures."""

import json
from collections.abc import AsyncIterator

import pytest

from interviewsim.providers.abilities import AbilityMemory, JsonBy
from interviewsim.providers.chat import (
    ChatModel,
    Finish,
    KeyRefused,
    Message,
    ModelFailed,
    Piece,
    Reply,
    Role,
    ServerUnreachable,
    Shape,
)
from interviewsim.providers.endpoint import Endpoint, Patience
from interviewsim.providers.opening import open_chat
from tests.doubles.loopback import DONE, Play, chunk, head, server, whole

HELLO = [Message(Role.SYSTEM, "You interview."), Message(Role.USER, "Hello.")]
SHAPE = Shape("answer", {"type": "object"})
IMPATIENT = Patience(whole=5.0, first=0.15, idle=0.15)
JSON = head(kind="application/json")


class Waits:
    """Keeps how long was waited, and does not wait."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


async def chat_at(url: str, waits: Waits | None = None, key: str | None = "sk-secret") -> ChatModel:
    return await open_chat(Endpoint("m", url, key, IMPATIENT), AbilityMemory(), waits or Waits())


async def streamed(chat: ChatModel) -> tuple[list[str], Reply | None, ModelFailed | None]:
    pieces, reply = list[str](), None
    stream: AsyncIterator[Piece | Reply] = chat.stream(HELLO, most_tokens=20)
    try:
        async for one in stream:
            if isinstance(one, Reply):
                reply = one
            else:
                pieces.append(one.text)
    except ModelFailed as failure:
        return pieces, None, failure
    finally:
        await chat.close()
    return pieces, reply, None


async def test_words_come_as_they_are_said_and_the_whole_at_the_end() -> None:
    async with server([head(), chunk("How "), chunk("so?"), chunk(finish="stop"), DONE]) as (url, _):
        pieces, reply, _ = await streamed(await chat_at(url))
    assert pieces == ["How ", "so?"]
    assert reply is not None
    assert (reply.text, reply.finish) == ("How so?", Finish.STOP)


async def test_thoughts_are_not_heard_even_where_the_tags_are_cut() -> None:
    said = [chunk("<th"), chunk("ink>He is weak</thi"), chunk("nk>\n\nWhy?"), chunk(finish="stop")]
    async with server([head(), *said, DONE]) as (url, _):
        pieces, reply, _ = await streamed(await chat_at(url))
    assert "".join(pieces) == "Why?"
    assert reply is not None
    assert reply.text == "Why?"


@pytest.mark.parametrize(
    "play",
    [
        [head(), chunk("How "), chunk("so")],
        [head(), chunk("How "), chunk("so"), DONE],
        [head(), chunk("How "), chunk("so"), chunk("?")[:20]],
        [head(), chunk("How "), chunk("so"), b"data: {nonsense\n\n"],
        [head(), chunk("How "), chunk("so"), None],
    ],
    ids=["closed", "done without a finish", "cut within a chunk", "no JSON", "stalled"],
)
async def test_a_stream_without_a_finish_is_a_failure_and_what_was_said_stands(play: Play) -> None:
    async with server(play) as (url, heard):
        pieces, reply, failure = await streamed(await chat_at(url))
    assert "".join(pieces) == "How so"
    assert reply is None
    assert failure is not None
    assert len(heard.bodies) == 1


@pytest.mark.parametrize(
    "play",
    [
        [head(kind="text/html"), b"<html>Sign in</html>"],
        [JSON, whole("Hello")],
        [head()],
        [head(), None],
    ],
    ids=["a web page", "JSON for a stream", "nothing", "silence"],
)
async def test_what_is_no_stream_is_a_failure_in_a_sentence(play: Play) -> None:
    async with server(play) as (url, _):
        pieces, _, failure = await streamed(await chat_at(url))
    assert not pieces
    assert failure is not None
    assert failure.message.endswith(".")
    assert failure.hint


@pytest.mark.parametrize("body", [b"<html></html>", b"", b"{", b'{"error": {"message": "no"}}', b'{"choices": []}'])
async def test_a_reply_that_is_none_is_a_failure(body: bytes) -> None:
    async with server([JSON, body]) as (url, _):
        chat = await chat_at(url)
        with pytest.raises(ModelFailed):
            await chat.complete(HELLO, most_tokens=20)
        await chat.close()


async def test_a_busy_server_is_asked_again_after_the_wait_it_wants() -> None:
    busy = [head("429 Too Many", "application/json", "retry-after: 3\r\n"), b'{"error": {"message": "slow down"}}']
    waits = Waits()
    async with server(busy, [JSON, whole("Yes.")]) as (url, heard):
        chat = await chat_at(url, waits)
        reply = await chat.complete(HELLO, most_tokens=20)
        await chat.close()
    assert reply.text == "Yes."
    assert waits.seconds == [3.0]
    assert len(heard.bodies) == 2


async def test_a_wait_that_is_too_long_is_told_at_once() -> None:
    busy = [head("429 Too Many", "application/json", "retry-after: 600\r\n"), b"{}"]
    async with server(busy) as (url, heard):
        chat = await chat_at(url)
        with pytest.raises(ModelFailed, match="fewer requests"):
            await chat.complete(HELLO, most_tokens=20)
        await chat.close()
    assert len(heard.bodies) == 1


async def test_a_server_that_fails_for_good_is_given_up() -> None:
    async with server([head("503 Down", "application/json"), b"{}"]) as (url, heard):
        chat = await chat_at(url)
        with pytest.raises(ModelFailed, match="503"):
            await chat.complete(HELLO, most_tokens=20)
        await chat.close()
    assert len(heard.bodies) == 4


async def test_a_refused_key_is_told_once_and_never_shown() -> None:
    async with server([head("401 No", "application/json"), b'{"error": {"message": "Bad key sk-secret"}}']) as (
        url,
        heard,
    ):
        chat = await chat_at(url)
        with pytest.raises(KeyRefused) as refused:
            await chat.complete(HELLO, most_tokens=20)
        await chat.close()
    assert "sk-secret" not in f"{refused.value.message} {refused.value.hint} {Endpoint('m', url, 'sk-secret')!r}"
    assert refused.value.exit_code == 4
    assert len(heard.bodies) == 1


async def test_where_nothing_answers_one_is_told_where() -> None:
    chat = await chat_at("http://127.0.0.1:9/v1")
    with pytest.raises(ServerUnreachable, match=r"127\.0\.0\.1:9") as failure:
        await chat.complete(HELLO, most_tokens=20)
    await chat.close()
    assert failure.value.exit_code == 5


async def test_openai_without_a_key_is_refused_before_any_request() -> None:
    with pytest.raises(KeyRefused):
        await open_chat(Endpoint("gpt"))


async def test_what_a_server_lacks_is_left_out_and_remembered() -> None:
    def picky(body: dict[str, object]) -> Play:
        wanted = body.get("response_format")
        if isinstance(wanted, dict):
            kind = str(wanted["type"])
            told = json.dumps({"error": f"'response_format.type' {kind} is unsupported"}).encode()
            return [head("400 Bad", "application/json"), told]
        return [JSON, whole("{}")]

    memory = AbilityMemory()
    async with server(picky) as (url, heard):
        endpoint = Endpoint("m", url, None, IMPATIENT)
        chat = await open_chat(endpoint, memory, Waits())
        await chat.complete(HELLO, most_tokens=20, shape=SHAPE)
        await chat.complete(HELLO, most_tokens=20, shape=SHAPE)
        await chat.close()
    assert memory.of(endpoint).json is JsonBy.PROMPT
    assert len(heard.bodies) == 4


async def test_the_environments_headers_go_to_no_foreign_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_ORG_ID", "org-mine")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-mine")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Mine: secret")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    async with server([JSON, whole("Yes.")]) as (url, heard):
        chat = await chat_at(url)
        await chat.complete(HELLO, most_tokens=20)
        await chat.close()
    sent = "\n".join(heard.heads).lower()
    assert "mine" not in sent
    assert "secret" not in sent.replace("bearer sk-secret", "")


async def test_what_you_said_follows_no_redirect_to_another_place() -> None:
    async with server([head("200 OK", "application/json"), whole("Hello.")]) as (elsewhere, heard):
        moved = head("307 Temporary Redirect", "text/plain", f"location: {elsewhere}/chat/completions\r\n")
        async with server([moved]) as (url, _):
            chat = await chat_at(url)
            with pytest.raises(ModelFailed) as told:
                await chat.complete(HELLO, most_tokens=20)
            await chat.close()
    assert not heard.bodies
    assert told.value.hint
