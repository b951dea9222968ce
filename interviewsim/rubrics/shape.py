"""Checks a tree against a raw shape and says in plain words what does not fit."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from interviewsim.rubrics.finding import MOST_FINDINGS, Finding, guess, listed
from interviewsim.rubrics.node import Node, Step, finding, plain, walk

Shape = TypeVar("Shape", bound=BaseModel)

EXPECTED = {
    "string_type": "text (in quotes if it looks like a number)",
    "string_too_short": "some text",
    "string_too_long": "at most {max_length} characters",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "greater_than_equal": "at least {ge}",
    "less_than_equal": "at most {le}",
}
PATTERNS = {
    "^[a-z0-9][a-z0-9_]*$": "small letters, digits and underscores",
    "^[a-z0-9][a-z0-9-]*$": "small letters, digits and hyphens",
    "^20[0-9]{2}-(0[1-9]|1[0-2])$": "a month such as 2026-11",
}
ONLY_WHEN_EXTENDING = frozenset({"extends", "remove"})


def shaped(shape: type[Shape], root: Node, path: tuple[Step, ...] = ()) -> tuple[Shape | None, tuple[Finding, ...]]:
    """The checked value, or None with everything that does not fit. `path` leads from `root` to what is checked."""
    node, _ = walk(root, path)
    try:
        return shape.model_validate(plain(node)), ()
    except ValidationError as error:
        details = error.errors(include_url=False)
    return None, tuple(_finding(shape, root, path, detail) for detail in details[:MOST_FINDINGS])


def _finding(shape: type[BaseModel], root: Node, path: tuple[Step, ...], detail: ErrorDetails) -> Finding:
    loc = detail["loc"]
    match detail["type"]:
        case "missing":
            return finding(root, (*path, *loc[:-1]), f'"{loc[-1]}" is missing')
        case "extra_forbidden" if loc[-1] in ONLY_WHEN_EXTENDING:
            return finding(root, (*path, *loc), f'"{loc[-1]}" stands in a file that extends nothing')
        case "extra_forbidden":
            known = _known_keys(shape, loc[:-1])
            return finding(root, (*path, *loc), "unknown key", listed(known), guess(loc[-1], known))
        case "enum" | "literal_error":
            return _not_a_choice(root, path, detail)
        case _:
            return finding(
                root, (*path, *_without_key(loc)), f"{shown(detail['input'])} does not fit", _expected(detail)
            )


def _not_a_choice(root: Node, path: tuple[Step, ...], detail: ErrorDetails) -> Finding:
    choices = re.findall(r"'([^']*)'", str(detail.get("ctx", {}).get("expected", "")))
    problem = "unknown key" if detail["loc"][-1] == "[key]" else f"{shown(detail['input'])} is not known"
    where = (*path, *_without_key(detail["loc"]))
    expected = listed(choices) or str(detail.get("ctx", {}).get("expected", ""))
    return finding(root, where, problem, expected, guess(detail["input"], choices))


def _without_key(loc: Sequence[Step]) -> tuple[Step, ...]:
    return tuple(loc[:-1] if loc and loc[-1] == "[key]" else loc)


def _expected(detail: ErrorDetails) -> str:
    context: Mapping[str, object] = detail.get("ctx", {})
    if detail["type"] == "string_pattern_mismatch":
        return PATTERNS.get(str(context.get("pattern")), "another form")
    form = EXPECTED.get(detail["type"])
    if form is None:
        return detail["msg"].lower()
    return re.sub(r"\{(\w+)\}", lambda name: str(context.get(name.group(1), "")), form)


def shown(value: object) -> str:
    """A value as a finding shows it, never longer than a few words."""
    match value:
        case None:
            return "nothing"
        case str():
            return f'"{value[:40]}..."' if len(value) > 40 else f'"{value}"'
        case bool():
            return str(value).lower()
        case int() | float():
            return str(value)
        case list():
            return "a list"
        case _:
            return "a group of keys"


def _known_keys(shape: type[BaseModel], loc: Sequence[Step]) -> list[str]:
    """The keys that the shape knows where `loc` leads."""
    current: Any = shape
    for step in loc:
        if isinstance(step, str) and step in (fields := _fields(current)):
            current = _model_in(fields[step])
    return list(_fields(current))


def _fields(shape: Any) -> dict[str, Any]:
    if not (isinstance(shape, type) and issubclass(shape, BaseModel)):
        return {}
    return {field.alias or name: field.annotation for name, field in shape.model_fields.items()}


def _model_in(annotation: Any) -> Any:
    """The shape inside `list[Shape]`, or the shape itself."""
    if isinstance(annotation, type) and not get_args(annotation):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part)) is not None), None)
