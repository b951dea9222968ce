"""`report`: a session as text, Markdown or JSON."""

import asyncio
from argparse import Namespace
from pathlib import Path

from interviewsim.cli.context import home_of
from interviewsim.cli.output import say, tell
from interviewsim.errors import InterviewSimError
from interviewsim.wiring.offline import OfflineStage


def run(parsed: Namespace) -> int:
    """Print a session's report, or write it to a file."""
    stage = OfflineStage(home_of(parsed))
    told = asyncio.run(stage.report(str(stage.store.resolve(parsed.session)), "json" if parsed.json else parsed.format))
    if parsed.output is None:
        say(told.rstrip("\n"))
        return 0
    try:
        Path(parsed.output).write_text(told, encoding="utf-8")
    except OSError as error:
        raise InterviewSimError(
            f"{parsed.output} cannot be written: {error.strerror}.", "Choose another -o."
        ) from error
    tell(f"Written to {parsed.output}.", quiet=parsed.quiet)
    return 0
