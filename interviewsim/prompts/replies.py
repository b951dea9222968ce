"""The shapes of a model grader's replies: asked for as a strict schema, and checked whatever was promised."""

from collections.abc import Mapping
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from interviewsim.providers.chat import Shape


class Broken(ValueError):
    """A reply that does not have its shape; the message says where, for the model that gave it."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Quoted(_Strict):
    """A stretch of the candidate's words, and the sentences it is said to stand in."""

    sentences: list[str]
    quote: str


class Extracted(_Strict):
    """All quotes of an answer."""

    quotes: list[Quoted]


class ItemRead(_Strict):
    """An item with the evidence first and the decision last."""

    item: str
    evidence: list[str]
    decision: Literal["yes", "no", "unclear"]


class ItemsRead(_Strict):
    """All items of a criterion."""

    items: list[ItemRead]


class Retold(_Strict):
    """An answer told again."""

    answer: str


_Reply = TypeVar("_Reply", bound=BaseModel)


def shape_of(reply: type[BaseModel]) -> Shape:
    """The strict JSON Schema of a reply: every key required, nothing additional, no references."""
    schema = reply.model_json_schema()
    return Shape(reply.__name__.lower(), _inlined(schema, schema.get("$defs", {})))


def parsed(reply: type[_Reply], text: str) -> _Reply:
    """The reply in a text that may have a fence or prose around its object. Raises `Broken`."""
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        raise Broken("There is no JSON object in it.")
    try:
        return reply.model_validate_json(text[start : end + 1])
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, one['loc'])) or 'the object'}: {one['msg']}" for one in error.errors()[:3]]
        raise Broken("; ".join(faults)) from error


def _inlined(schema: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, object]:
    if "$ref" in schema:
        return _inlined(known[schema["$ref"].rpartition("/")[2]], known)
    kept: dict[str, object] = {key: schema[key] for key in ("type", "enum") if key in schema}
    if "properties" in schema:
        kept["properties"] = {name: _inlined(one, known) for name, one in schema["properties"].items()}
        kept["required"] = list(schema["properties"])
        kept["additionalProperties"] = False
    if "items" in schema:
        kept["items"] = _inlined(schema["items"], known)
    return kept
