"""JSON Schemas for editors, made from the very shapes that the loader checks files against.

They know keys, kinds and choices. What holds between values (weights that total 100, ids that differ) only
`interviewsim rubrics check` knows.
"""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from pydantic import TypeAdapter

from interviewsim.rubrics.inheritance import EXTENDS, NAMED_LISTS, REFERENCE, REMOVE
from interviewsim.rubrics.spec import PackSpec, QuestionSpec, RubricSpec

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NAMES = frozenset(NAMED_LISTS.values())
"""What an entry of a list is told apart by, and so the one key that an extending file has to repeat."""

Schema = dict[str, Any]


def schemas() -> Mapping[str, Schema]:
    """The schemas by their file's name without `.schema.json`: `rubric`, `pack`, `questions`."""
    return {
        "rubric": _extensible("A round's rubric", TypeAdapter(RubricSpec).json_schema()),
        "pack": _extensible("A company pack", TypeAdapter(PackSpec).json_schema()),
        "questions": {
            "$schema": DIALECT,
            **TypeAdapter(list[QuestionSpec]).json_schema(),
            "title": "Questions of a round or a pack",
        },
    }


def _extensible(title: str, whole: Schema) -> Schema:
    """A file that extends another may leave out whatever that one has."""
    part = _relaxed(deepcopy(whole))
    part["properties"][EXTENDS] = {"type": "string", "pattern": f"^{REFERENCE.pattern}$"}
    part["properties"][REMOVE] = {"type": "array", "items": {"type": "string"}}
    definitions = {
        **{f"Whole{name}": _renamed(shape, "Whole") for name, shape in whole.pop("$defs", {}).items()},
        **{f"Part{name}": _renamed(shape, "Part") for name, shape in part.pop("$defs", {}).items()},
    }
    return {
        "$schema": DIALECT,
        "title": title,
        "if": {"type": "object", "required": [EXTENDS]},
        "then": _renamed(part, "Part"),
        "else": _renamed(whole, "Whole"),
        "$defs": definitions,
    }


def _relaxed(schema: Any) -> Any:
    """Nothing is required but the names that entries go by."""
    if isinstance(schema, list):
        return [_relaxed(entry) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _relaxed(value) for key, value in schema.items() if key != "required"}
    needed = [name for name in schema.get("required", ()) if name in NAMES]
    return {**kept, "required": needed} if needed and schema.get("title") != "PackSpec" else kept


def _renamed(schema: Any, prefix: str) -> Any:
    """References led to the definitions of one of the two readings."""
    if isinstance(schema, list):
        return [_renamed(entry, prefix) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: value.replace("#/$defs/", f"#/$defs/{prefix}") if key == "$ref" else _renamed(value, prefix)
        for key, value in schema.items()
    }
