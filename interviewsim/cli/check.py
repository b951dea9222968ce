"""`rubrics check` and `questions check`: every finding at once, with file, line and key."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from interviewsim.cli.context import home_of
from interviewsim.cli.output import say, say_json, tell
from interviewsim.errors import WrongUsage
from interviewsim.rubrics.finding import Finding
from interviewsim.wiring.checking import check_questions, check_rubrics

INVALID = 3


def rubrics(parsed: Namespace) -> int:
    """Check rubric and pack files."""
    return _told(check_rubrics(home_of(parsed).layers("rubrics"), _within(parsed)), parsed)


def questions(parsed: Namespace) -> int:
    """Check question and style files."""
    return _told(check_questions(home_of(parsed).layers("prompts"), _within(parsed)), parsed)


def _within(parsed: Namespace) -> Path | None:
    if parsed.path is None:
        return None
    path = Path(parsed.path)
    if not path.exists():
        raise WrongUsage(f"There is no {path}.", "Give a file or a folder, or nothing to check all of them.")
    return path


def _told(findings: Sequence[Finding], parsed: Namespace) -> int:
    if parsed.json:
        say_json([asdict(finding) | {"file": str(finding.file)} for finding in findings])
    else:
        for finding in findings:
            say(str(finding))
        count = "1 finding" if len(findings) == 1 else f"{len(findings) or 'No'} findings"
        tell(f"{count}.", quiet=parsed.quiet)
    return INVALID if findings else 0
