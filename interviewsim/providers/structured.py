"""Replies with a shape: asked for in the best way, validated whatever was promised, never mended by guessing."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from interviewsim.providers.chat import ChatModel, Finish, Message, Reply, Role, Shape, Use
from interviewsim.providers.thinking import without_thinking

M = TypeVar("M", bound=BaseModel)
MOST_TOKENS = 8_000
"""Tokens beyond which no reply is asked for, however often it was cut."""
_FENCED = re.compile(r"```(?:json)?\s*\n?(.*?)```", re.DOTALL | re.IGNORECASE)
_UNSAID = frozenset({"title", "default", "minLength", "maxLength", "pattern", "minItems", "maxItems"})
_UNSAID_NUMBERS = frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"})


class Outcome(StrEnum):
    """How it went; everything but OK leaves no value."""

    OK = "ok"
    REFUSED = "refused"
    TRUNCATED = "truncated"
    EMPTY = "empty"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class Structured(Generic[M]):
    """The value, or why there is none; every text that came, in order, and what all calls used together."""

    outcome: Outcome
    value: M | None
    replies: tuple[str, ...]
    use: Use
    detail: str = ""


async def ask_for(chat: ChatModel, messages: Sequence[Message], model: type[M], *, most_tokens: int) -> Structured[M]:
    """Ask for a reply of the model's shape: once more where it was cut off, once more where it does not hold.

    Raises `ModelFailed` where the server gives no reply at all.
    """
    shape = shape_of(model)
    asked, tokens = [*with_schema(messages, shape)], most_tokens
    heard: list[Reply] = []
    mended = lengthened = False
    while True:
        reply = await chat.complete(asked, most_tokens=tokens, shape=shape)
        heard.append(reply)
        outcome, value, detail = _read(reply, model)
        if outcome is Outcome.TRUNCATED and not lengthened and tokens < MOST_TOKENS:
            lengthened, tokens = True, min(2 * tokens, MOST_TOKENS)
        elif outcome is Outcome.INVALID and not mended:
            mended = True
            asked += [Message(Role.ASSISTANT, reply.text), Message(Role.USER, _wrong(detail))]
        else:
            return Structured(outcome, value, tuple(one.text for one in heard), _used(heard), detail)


def read_again(text: str, model: type[M]) -> M | None:
    """A reply that was kept, read as it was when it came; None where it no longer has the shape."""
    return _parsed(text, model)[1]


def shape_of(model: type[BaseModel]) -> Shape:
    """A strict schema: references put in place, every key required, nothing else allowed, bounds left to us."""
    raw = model.model_json_schema()
    definitions = raw.get("$defs", {})
    strict = _strict({key: value for key, value in raw.items() if key != "$defs"}, definitions)
    return Shape(model.__name__.lower(), strict if isinstance(strict, dict) else {})


def with_schema(messages: Sequence[Message], shape: Shape) -> Sequence[Message]:
    """The messages with the schema told at their end, which every server understands."""
    told = f"Reply with one JSON object and nothing else. Its JSON Schema:\n{json.dumps(shape.schema)}"
    last = messages[-1]
    return (*messages[:-1], Message(last.role, f"{last.text}\n\n{told}"))


def _strict(node: object, definitions: Mapping[str, Any]) -> object:
    if isinstance(node, list):
        return [_strict(one, definitions) for one in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _strict(definitions[str(node["$ref"]).rpartition("/")[2]], definitions)
    kept = {key: _strict(value, definitions) for key, value in node.items() if key not in _UNSAID | _UNSAID_NUMBERS}
    if isinstance(node.get("properties"), dict):
        properties = {name: _strict(value, definitions) for name, value in node["properties"].items()}
        kept |= {"properties": properties, "required": list(properties), "additionalProperties": False}
    return kept


def _read(reply: Reply, model: type[M]) -> tuple[Outcome, M | None, str]:
    match reply.finish:
        case Finish.REFUSED | Finish.FILTERED:
            return Outcome.REFUSED, None, reply.refusal or "the server's filter"
        case Finish.LENGTH:
            return Outcome.TRUNCATED, None, "cut off at the most tokens"
        case Finish.STOP:
            return _parsed(reply.text, model)


def _parsed(text: str, model: type[M]) -> tuple[Outcome, M | None, str]:
    if not text.strip():
        return Outcome.EMPTY, None, "nothing was said"
    detail = "no JSON object was found"
    for candidate in _objects(without_thinking(text)):
        try:
            return Outcome.OK, model.model_validate_json(candidate), ""
        except ValidationError as error:
            told = error.errors(include_url=False, include_input=False, include_context=False)
            detail = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in told[:5])
    return Outcome.INVALID, None, detail


def _objects(text: str) -> Iterator[str]:
    """What may be the object: a fenced block, the last first; the whole text; the last balanced braces."""
    yield from reversed([block.strip() for block in _FENCED.findall(text)])
    yield text.strip()
    yield from reversed(list(_balanced(text)))


def _balanced(text: str) -> Iterator[str]:
    """Outermost objects of a text in their order; braces within strings do not count."""
    decoder = json.JSONDecoder()
    at = text.find("{")
    while at >= 0:
        try:
            _, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            at = text.find("{", at + 1)
            continue
        yield text[at:end]
        at = text.find("{", end)


def _wrong(detail: str) -> str:
    return f"That is not what was asked for ({detail}). Reply again with the one JSON object of the schema."


def _used(heard: Sequence[Reply]) -> Use:
    use = Use()
    for reply in heard:
        use = use + reply.use
    return use
