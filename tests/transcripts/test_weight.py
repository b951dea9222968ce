import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = ("asyncio", "textual", "pydantic", "yaml", "difflib", "markdown_it")


@pytest.mark.parametrize(
    "module", ["interviewsim.transcripts.store", "interviewsim.reports", "interviewsim.reports.text"]
)
def test_listing_and_reporting_load_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print([name for name in {HEAVY!r} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"
