"""`report`: a session, or all since a day, as text, Markdown, HTML or JSON."""

import asyncio
from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from textwrap import indent

from interviewsim.cli.context import home_of, since_of
from interviewsim.cli.output import say, tell
from interviewsim.errors import InterviewSimError, InvalidFile, WrongUsage
from interviewsim.reports import WIDTH
from interviewsim.wiring.offline import OfflineStage

LEFT_OUT = 3
RULE = {"text": "\n" + "=" * WIDTH + "\n\n", "md": "\n---\n\n"}
"""What stands between two reports."""


def run(parsed: Namespace) -> int:
    """Print reports, or write them to a file. Exit 3 where one of many could not be told."""
    stage = OfflineStage(home_of(parsed))
    form = "json" if parsed.json else parsed.format
    since = since_of(parsed.since)
    if (parsed.session is None) == (since is None):
        raise WrongUsage("Of which session?", "Give a SESSION, or --since 30d for all since then, one of them.")
    if since is None:
        path = stage.store.resolve(parsed.session)
        _hand_over(asyncio.run(stage.report(str(path), form)), parsed)
        return 0
    told, left_out = asyncio.run(_all_since(stage, since, form))
    _hand_over(_together(told, form), parsed)
    tell("1 report." if len(told) == 1 else f"{len(told) or 'No'} reports.", quiet=parsed.quiet)
    for why in left_out:
        tell(why)
    return LEFT_OUT if left_out else 0


async def _all_since(stage: OfflineStage, since: datetime, form: str) -> tuple[Sequence[str], Sequence[str]]:
    """The reports, newest first, and a sentence for each session that cannot be told."""
    if form not in {"json", *RULE}:
        raise WrongUsage(f"Many reports cannot be one {form} file.", f"Choose one of {', '.join(('json', *RULE))}.")
    told, left_out = [], []
    for row in stage.store.rows(since=since):
        try:
            told.append(await stage.report(row.session, form))
        except InvalidFile as error:
            left_out.append(f"Left out: {error.message} {error.hint}".rstrip())
    return told, left_out


def _together(reports: Sequence[str], form: str) -> str:
    if form != "json":
        return RULE[form].join(reports)
    if not reports:
        return "[]\n"
    return "[\n" + ",\n".join(indent(one.rstrip("\n"), "  ") for one in reports) + "\n]\n"


def _hand_over(told: str, parsed: Namespace) -> None:
    if parsed.output in {None, "-"}:
        if told:
            say(told.rstrip("\n"))
        return
    try:
        Path(parsed.output).write_text(told, encoding="utf-8")
    except OSError as error:
        raise InterviewSimError(
            f"{parsed.output} cannot be written: {error.strerror}.", "Choose another -o."
        ) from error
    tell(f"Written to {parsed.output}.", quiet=parsed.quiet)
