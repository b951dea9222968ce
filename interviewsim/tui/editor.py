"""The person's own editor, for a draft that wants more room."""

import asyncio
import tempfile
from collections.abc import Sequence
from pathlib import Path

from interviewsim.errors import InterviewSimError


class EditorFailed(InterviewSimError):
    """The editor did not start or did not end well; the draft stays as it was."""


async def opened(path: Path, command: Sequence[str]) -> None:
    """Open a file in the editor and wait until it was closed. Raises `EditorFailed`."""
    try:
        process = await asyncio.create_subprocess_exec(*command, str(path))
        code = await process.wait()
    except OSError as error:
        raise EditorFailed(f"{command[0]} could not be started.", "Set EDITOR to another one.") from error
    if code:
        raise EditorFailed(f"{command[0]} ended with {code}.")


async def edited(text: str, command: Sequence[str]) -> str:
    """Open `text` in the editor and return it as saved.

    The file lies in a folder that its owner alone can read, and is gone afterwards.
    Raises `EditorFailed`; the text is then as it was.
    """
    with tempfile.TemporaryDirectory(prefix="interviewsim-") as folder:
        path = Path(folder) / "answer.txt"
        await asyncio.to_thread(path.write_text, text, "utf-8")
        try:
            process = await asyncio.create_subprocess_exec(*command, str(path))
            code = await process.wait()
        except OSError as error:
            raise EditorFailed(f"{command[0]} could not be started.", "Set EDITOR to another one.") from error
        if code:
            raise EditorFailed(f"{command[0]} ended with {code}; your answer is as it was.")
        return (await asyncio.to_thread(path.read_text, "utf-8", "replace")).removesuffix("\n")
