"""`init`: a workspace with its own prompts, rubrics and transcripts."""

from argparse import Namespace
from pathlib import Path

from interviewsim.cli.output import say, say_json, tell
from interviewsim.errors import WrongUsage
from interviewsim.wiring.workspace import begin_workspace


def run(parsed: Namespace) -> int:
    """Make a workspace; refuses a folder in which something lies."""
    if not parsed.folder.strip():
        raise WrongUsage("A workspace needs a folder.", "interviewsim init my-practice")
    folder = Path(parsed.folder).expanduser()
    files = begin_workspace(folder)
    if parsed.json:
        say_json([str(file) for file in files])
    else:
        say(str(folder))
    tell(f"A workspace. Next: cd {folder}; interviewsim rubrics new acme", quiet=parsed.quiet)
    return 0
