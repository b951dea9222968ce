"""Functions stay a hand high and files one sitting long; a budget is changed in the open or not at all."""

import ast
from pathlib import Path

import interviewsim

PACKAGE = Path(interviewsim.__file__).parent
LONGEST_FUNCTION = 45
LONGEST_FILE = 350


def test_no_function_outgrows_the_budget() -> None:
    found = {
        f"{path.relative_to(PACKAGE)}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: lines for name, lines in found.items() if lines > LONGEST_FUNCTION} == {}


def test_no_file_outgrows_the_budget() -> None:
    found = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE.rglob("*.py")}
    assert {str(path): lines for path, lines in found.items() if lines > LONGEST_FILE} == {}


def test_the_package_has_no_suppressions() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
    marks = ("# noqa", "# type: ignore", "# pragma")
    assert [str(path) for path, text in texts.items() if any(mark in text for mark in marks)] == []
