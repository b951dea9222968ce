"""A model behind an OpenAI-compatible server, by chat completions. Imports the vendor's client: see `opening`.

What servers really do was tried on four of them (docs/models.md): a stream without a finish reason is a failure, and a
200 may hold a web page.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

import openai
from openai.types.chat import ChatCompletion, ChatCompletionChunk

from interviewsim.providers.abilities import AbilityMemory, JsonBy, stepped_down
from interviewsim.providers.chat import Finish, Message, ModelFailed, Piece, Reply, Role, Shape, Use
from interviewsim.providers.endpoint import Endpoint
from interviewsim.providers.failures import broken_off, complaint_of, garbled, ours, slow
from interviewsim.providers.retrying import Sleep, WorthRetrying, retried
from interviewsim.providers.thinking import Unthinking, without_thinking

T = TypeVar("T")
KEYLESS = "none"
"""What is sent where a server wants no key; the client insists on one."""
MOST_STEPS = 6
"""How often one request may be asked for in another way."""
BREATH = 0.008
"""Seconds of words already received after which keys and clock are heard: one read may hold hundreds of chunks."""
FINISHES = {
    "stop": Finish.STOP,
    "length": Finish.LENGTH,
    "content_filter": Finish.FILTERED,
    "tool_calls": Finish.STOP,
    "eos": Finish.STOP,
}
_ODD = (AttributeError, IndexError, KeyError, TypeError)
"""What comes of JSON that has other shapes than a reply: the vendor's client hands it on as it is."""
_FEATURE_STATUSES = frozenset({400, 422, 500})
_PLAIN = frozenset({"accept", "content-type", "user-agent"})


class _Client(openai.AsyncOpenAI):
    """The vendor's client; what the environment says of an organization, a project or headers goes to OpenAI alone."""

    foreign = False

    @property
    def default_headers(self) -> dict[str, Any]:
        headers: dict[str, Any] = dict(super().default_headers)
        if not self.foreign:
            return headers
        return {name: v for name, v in headers.items() if name.lower() in _PLAIN or name.lower().startswith("x-stain")}


def client_of(endpoint: Endpoint) -> _Client:
    """The vendor's client for an endpoint; no request is made yet."""
    client = _Client(
        api_key=endpoint.key or KEYLESS,
        base_url=endpoint.base_url,
        max_retries=0,
        timeout=endpoint.patience.whole,
        http_client=openai.DefaultAsyncHttpx2Client(trust_env=not endpoint.is_loopback, follow_redirects=False),
    )
    client.foreign = not endpoint.is_openai
    return client


class OpenAIChat:
    """Implements `ChatModel`."""

    def __init__(self, endpoint: Endpoint, memory: AbilityMemory, sleep: Sleep = asyncio.sleep) -> None:
        self._endpoint = endpoint
        self._memory = memory
        self._sleep = sleep
        self._client = client_of(endpoint)

    @property
    def model(self) -> str:
        """The model's name on its server."""
        return self._endpoint.model

    @property
    def place(self) -> str:
        """Host and port."""
        return self._endpoint.place

    async def complete(self, messages: Sequence[Message], *, most_tokens: int, shape: Shape | None = None) -> Reply:
        """One whole reply."""

        async def attempt() -> Reply:
            told = await self._asked(lambda: self._request(messages, most_tokens, shape, stream=False))
            try:
                return _whole(told, self._endpoint)
            except _ODD as error:
                raise garbled(self._endpoint) from error

        try:
            async with asyncio.timeout(self._endpoint.patience.whole):
                return await retried(attempt, self._sleep)
        except TimeoutError as error:
            raise slow(self._endpoint) from error

    async def stream(self, messages: Sequence[Message], *, most_tokens: int) -> AsyncIterator[Piece | Reply]:
        """Pieces, and the whole at the end."""
        patience = self._endpoint.patience

        async def attempt() -> _Stream:
            told = await self._asked(lambda: self._request(messages, most_tokens, None, stream=True))
            return await _Stream.begun(told, self._endpoint)

        try:
            async with asyncio.timeout(patience.whole):
                stream = await retried(attempt, self._sleep)
        except TimeoutError as error:
            raise slow(self._endpoint) from error
        loop = asyncio.get_running_loop()
        breathed = loop.time()
        try:
            while (text := await stream.next(patience.idle)) is not None:
                if text:
                    yield Piece(text)
                if loop.time() - breathed > BREATH:
                    await asyncio.sleep(0)
                    breathed = loop.time()
            if rest := stream.rest():
                yield Piece(rest)
            yield stream.reply(self._endpoint)
        finally:
            await stream.close()

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.close()

    def _request(
        self, messages: Sequence[Message], most_tokens: int, shape: Shape | None, *, stream: bool
    ) -> Mapping[str, Any]:
        known = self._memory.of(self._endpoint)
        request: dict[str, Any] = {
            "model": self._endpoint.model,
            "messages": [_wire(message, known.instructs) for message in messages],
            known.limit.value: most_tokens,
        }
        if stream:
            request["stream"] = True
        if stream and known.usage:
            request["stream_options"] = {"include_usage": True}
        if shape is not None and known.json is JsonBy.SCHEMA:
            schema = {"name": shape.name, "strict": True, "schema": dict(shape.schema)}
            request["response_format"] = {"type": "json_schema", "json_schema": schema}
        if shape is not None and known.json is JsonBy.OBJECT:
            request["response_format"] = {"type": "json_object"}
        return request

    async def _asked(self, request: Callable[[], Mapping[str, Any]]) -> object:
        """The server's reply, asked for in another way as often as it names a feature that it lacks."""
        for _ in range(MOST_STEPS):
            try:
                return await cast("Awaitable[object]", self._client.chat.completions.create(**request()))
            except openai.APIStatusError as error:
                lower = self._lower(error)
                if lower is None:
                    raise ours(error, self._endpoint) from error
                self._memory.learn(self._endpoint, lower)
            except (openai.OpenAIError, ValueError) as error:
                raise ours(error, self._endpoint) from error
        raise garbled(self._endpoint)

    def _lower(self, error: openai.APIStatusError) -> Any:
        if error.status_code not in _FEATURE_STATUSES:
            return None
        return stepped_down(self._memory.of(self._endpoint), complaint_of(error))


def _wire(message: Message, instructs: str) -> dict[str, str]:
    role = instructs if message.role is Role.SYSTEM else message.role.value
    return {"role": role, "content": message.text}


def _use(usage: Any) -> Use:
    if usage is None:
        return Use()
    details = getattr(usage, "prompt_tokens_details", None)
    told = (
        getattr(usage, "prompt_tokens", None),
        getattr(details, "cached_tokens", None),
        getattr(usage, "completion_tokens", None),
    )
    return Use(*map(_count, told))


def _count(told: object) -> int | None:
    """Tokens as a server counts them; what is no whole number from 0 on is not known."""
    return told if isinstance(told, int) and not isinstance(told, bool) and told >= 0 else None


def _whole(told: object, endpoint: Endpoint) -> Reply:
    if not isinstance(told, ChatCompletion) or not told.choices:
        raise garbled(endpoint)
    choice = told.choices[0]
    refusal = choice.message.refusal or ""
    finish = Finish.REFUSED if refusal else FINISHES.get(choice.finish_reason or "")
    if finish is None:
        raise broken_off(endpoint)
    text = without_thinking(choice.message.content or "")
    return Reply(text, finish, told.model or endpoint.model, _use(told.usage), refusal)


@dataclass(slots=True)
class _Stream:
    """One streamed reply: what has come of it, and how it ended."""

    chunks: "openai.AsyncStream[ChatCompletionChunk]"
    endpoint: Endpoint
    filter: Unthinking = field(default_factory=Unthinking)
    first: str = ""
    text: str = ""
    refusal: str = ""
    finish: str = ""
    model: str = ""
    use: Use = field(default_factory=Use)

    @classmethod
    async def begun(cls, told: object, endpoint: Endpoint) -> "_Stream":
        """The stream with its first words; until these come, the request may be made again."""
        if not isinstance(told, openai.AsyncStream):
            raise garbled(endpoint)
        stream = cls(told, endpoint)
        try:
            while not stream.first and (heard := await stream._heard(endpoint.patience.first)) is not None:
                stream.first += heard
        except ModelFailed as failure:
            await stream.close()
            raise WorthRetrying(failure) from failure
        if not (stream.first or stream.finish):
            await stream.close()
            raise WorthRetrying(broken_off(endpoint))
        return stream

    async def next(self, seconds: float) -> str | None:
        """More words; empty where something else came; None at the end."""
        if self.first:
            first, self.first = self.first, ""
            return first
        return await self._heard(seconds)

    async def _heard(self, seconds: float) -> str | None:
        try:
            async with asyncio.timeout(seconds):
                chunk = await anext(self.chunks, None)
        except TimeoutError as error:
            raise slow(self.endpoint) from error
        except openai.APITimeoutError as error:
            raise slow(self.endpoint) from error
        except (openai.OpenAIError, ValueError) as error:
            raise broken_off(self.endpoint) from error
        try:
            return None if chunk is None else self._taken(chunk)
        except _ODD as error:
            raise garbled(self.endpoint) from error

    def _taken(self, chunk: ChatCompletionChunk) -> str:
        self.model = chunk.model or self.model
        if chunk.usage is not None:
            self.use = _use(chunk.usage)
        if not chunk.choices:
            return ""
        choice = chunk.choices[0]
        self.finish = choice.finish_reason or self.finish
        self.refusal += getattr(choice.delta, "refusal", None) or ""  # some servers leave the delta out at the end
        return self._kept(self.filter.heard(getattr(choice.delta, "content", None) or ""))

    def _kept(self, text: str) -> str:
        self.text += text
        return text

    def rest(self) -> str:
        """What was held back as a possible tag."""
        return self._kept(self.filter.rest())

    def reply(self, endpoint: Endpoint) -> Reply:
        """The whole. Raises `ModelFailed` where the stream ended without saying so."""
        finish = Finish.REFUSED if self.refusal else FINISHES.get(self.finish)
        if finish is None:
            raise broken_off(endpoint)
        return Reply(self.text, finish, self.model or endpoint.model, self.use, self.refusal)

    async def close(self) -> None:
        """Let go of the connection."""
        await self.chunks.close()


async def models_listed(endpoint: Endpoint) -> tuple[str, ...]:
    """The models that the server lists. Raises `ModelFailed` where it does not answer with a list."""
    client = client_of(endpoint)
    try:
        listed = await client.models.list()
        names = tuple(str(one.id) for one in listed.data)
    except (openai.OpenAIError, ValueError, AttributeError, TypeError) as error:
        failure = ours(error, endpoint)
        raise (failure.failure if isinstance(failure, WorthRetrying) else failure) from error
    finally:
        await client.close()
    return names
