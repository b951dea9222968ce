"""A workspace: a folder with its own prompts, rubrics and transcripts, and the file that makes it one."""

from pathlib import Path

from interviewsim.errors import InterviewSimError, WrongUsage
from interviewsim.locations import SETTINGS_FILE

SETTINGS = """\
# This folder is an interviewsim workspace: what lies in its prompts/ and rubrics/ stands over the bundled files,
# and rounds played while you stand in it are kept in its transcripts/.
# Settings of its own; take the mark away to change one. A workspace can never name a server, a key or headers.
# company = "generic"
# level = "pm"
# mode = "realistic"
# length = "short"
# time = "1"
"""
IGNORED = """\
# what was said in a round is one person's own, and so is what was chosen last
/transcripts/
/lobby.json
"""
FOLDERS = ("prompts/questions", "prompts/styles", "rubrics", "transcripts")
PRIVATE = 0o700


def begin_workspace(folder: Path) -> tuple[Path, ...]:
    """Make a workspace of a folder that is empty or not there yet, and return its files.

    Raises `WrongUsage` where something lies there, `InterviewSimError` where the disk refuses.
    """
    try:
        _refuse_taken(folder)
        for name in FOLDERS:
            (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / "transcripts").chmod(PRIVATE)
        files = {folder / SETTINGS_FILE: SETTINGS, folder / ".gitignore": IGNORED}
        for path, text in files.items():
            path.write_text(text, encoding="utf-8")
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or "the name cannot be one").lower()
        raise InterviewSimError(f"No workspace can be made in {str(folder)!a}: {why}.", "Give another DIR.") from error
    return tuple(files)


def _refuse_taken(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise WrongUsage(f"{folder} is a file.", "Give a folder that is empty or does not exist yet.")
    if (folder / SETTINGS_FILE).exists():
        raise WrongUsage(f"{folder} is a workspace already.", "Nothing was changed. Stand in it and play.")
    if folder.exists() and any(folder.iterdir()):
        raise WrongUsage(f"{folder} is not empty.", "Nothing was changed. Give an empty folder, or a new name.")
