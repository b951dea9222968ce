"""The draft in the person's own editor: any program that takes a file."""

import asyncio
import sys
from pathlib import Path

import pytest

from interviewsim.tui.editor import EditorFailed, edited

WRITES = "import sys, pathlib; path = pathlib.Path(sys.argv[1]); path.write_text(path.read_text() + ' more\\n')"


async def test_what_the_editor_saves_comes_back_without_its_last_line_end() -> None:
    assert await edited("a draft,\nhere", (sys.executable, "-c", WRITES)) == "a draft,\nhere more"


async def test_an_editor_that_is_not_there_is_named() -> None:
    with pytest.raises(EditorFailed, match="no-such-editor could not be started"):
        await edited("a draft", ("no-such-editor",))


async def test_an_editor_that_fails_leaves_the_draft_alone() -> None:
    with pytest.raises(EditorFailed, match="ended with 3"):
        await edited("a draft", (sys.executable, "-c", "raise SystemExit(3)"))


def test_the_file_is_gone_afterwards(tmp_path: Path) -> None:
    kept = tmp_path / "seen"
    notes = f"import sys, pathlib; pathlib.Path({str(kept)!r}).write_text(sys.argv[1])"
    asyncio.run(edited("a draft", (sys.executable, "-c", notes)))
    assert not Path(kept.read_text(encoding="utf-8")).exists()
