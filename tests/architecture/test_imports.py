"""What a command loads: the heavy libraries wait until something needs them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("textual", "openai", "jinja2", "pydantic")
STORY = "In May I cut the second form because nobody read it. Errors fell from 14 to 5 a week."
LOADED = """
import sys
from interviewsim.cli.main import run
try:
    code = run(sys.argv[1:])
except SystemExit as ended:
    code = ended.code
sys.stderr.write("LOADED " + " ".join(name for name in {heavy} if name in sys.modules))
sys.exit(code)
"""


def loaded_by(home: Path, *arguments: str, script: str = "") -> set[str]:
    """The heavy libraries in memory after a command, in a process of its own."""
    program = LOADED.format(heavy=HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        input=script,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"INTERVIEWSIM_HOME": str(home)},
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.rpartition("LOADED ")[2].split())


@pytest.mark.parametrize("arguments", [("--help",), ("run", "--help"), ("history",), ("history", "--json")])
def test_help_and_history_load_nothing_heavy(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert loaded_by(tmp_path, *arguments) == set()


def test_an_offline_run_and_its_grade_load_neither_the_app_nor_a_model_nor_templates(tmp_path: Path) -> None:
    assert loaded_by(tmp_path, "run", "behavioral", "--script", "-", "--json", script=STORY) <= {"pydantic"}
    assert loaded_by(tmp_path, "grade", "last", "--json") <= {"pydantic"}
