"""The schemas for editors: current, true of every shipped file, and no kinder than the loader to a mistyped key."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from interviewsim.rubrics.node import plain
from interviewsim.rubrics.schema import schemas
from interviewsim.rubrics.yaml_source import parsed, read_yaml
from tests.rubrics.files import PROMPTS, ROOT, RUBRICS

KINDS: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
SHIPPED = [*sorted(RUBRICS.glob("*/*.yaml")), *sorted((PROMPTS / "questions").glob("*.yaml"))]


def faults(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> list[str]:
    """What does not fit; the keywords that these schemas use and no others."""
    if "$ref" in schema:
        return faults(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    if "if" in schema:
        return faults(value, schema["else" if faults(value, schema["if"], root) else "then"], root)
    if "anyOf" in schema:
        return [] if any(not faults(value, one, root) for one in schema["anyOf"]) else [f"none fits {value!r}"]
    kind = schema.get("type")
    if kind and (not isinstance(value, KINDS[kind]) or (isinstance(value, bool) and kind != "boolean")):
        return [f"{value!r} is no {kind}"]
    if value not in schema.get("enum", [value]) or value != schema.get("const", value):
        return [f"{value!r} is no choice"]
    return [*_inside(value, schema, root), *_bounds(value, schema)]


def _inside(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> list[str]:
    if isinstance(value, list):
        return [fault for one in value for fault in faults(one, schema.get("items", {}), root)]
    if not isinstance(value, dict):
        return []
    known, rest = schema.get("properties", {}), schema.get("additionalProperties", True)
    found = [f"{key} is missing" for key in schema.get("required", ()) if key not in value]
    for key, child in value.items():
        if key not in known and rest is False:
            found.append(f"{key} is unknown")
        else:
            found += faults(child, known.get(key, rest if isinstance(rest, dict) else {}), root)
        found += faults(key, schema.get("propertyNames", {}), root)
    return found


def _bounds(value: Any, schema: dict[str, Any]) -> list[str]:
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        return [f"{value!r} has another form"]
    number = value if isinstance(value, int | float) else None
    if number is not None and not schema.get("minimum", number) <= number <= schema.get("maximum", number):
        return [f"{value!r} is out of bounds"]
    return []


def schema_of(path: Path) -> dict[str, Any]:
    name = "questions" if path.parent.name == "questions" or path.stem == "questions" else path.stem
    return schemas()[name if name in {"pack", "questions"} else "rubric"]


@pytest.mark.parametrize("name", schemas())
def test_the_files_are_what_the_shapes_make_them(name: str) -> None:
    kept = (ROOT / "docs" / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert json.loads(kept) == schemas()[name], "run: python scripts/write_schemas.py"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_shipped_file_fits(path: Path) -> None:
    schema = schema_of(path)
    assert faults(plain(read_yaml(path)), schema, schema) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("schema: 1\nextends: generic/behavioral\ncriteria: [{id: a, wieght: 3}]\n", "wieght is unknown"),
        ("schema: 1\nextends: generic/behavioral\ncriteria: [{weight: 3}]\n", "id is missing"),
        ("schema: 1\nextends: generic/behavioral\ncriteria: [{id: a, weight: 300}]\n", "300 is out of bounds"),
        ("schema: 1\nextends: ../evil\n", "'../evil' has another form"),
        ("schema: 1\n", "criteria is missing"),
    ],
)
def test_what_the_loader_would_refuse_an_editor_marks(text: str, fault: str) -> None:
    schema = schemas()["rubric"]
    assert fault in faults(plain(parsed(text, "a.yaml")), schema, schema)
