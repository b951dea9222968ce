"""`report`: a session, or a period of practice, as text, Markdown, HTML or JSON."""

import asyncio
from argparse import Namespace
from collections.abc import Mapping, Sequence

from interviewsim.cli.context import home_of, since_of
from interviewsim.cli.output import hand_over, tell
from interviewsim.domain.history import HistoryRow, Standing
from interviewsim.domain.scorecard import Scorecard
from interviewsim.errors import InvalidFile, WrongUsage
from interviewsim.reports.period import period_of, why_left_out
from interviewsim.reports.periods import period_report
from interviewsim.wiring.offline import OfflineStage

LEFT_OUT = 3


def run(parsed: Namespace) -> int:
    """Print a report, or write it to a file. Exit 3 where a session of a period could not be told."""
    stage = OfflineStage(home_of(parsed))
    form = "json" if parsed.json else parsed.format
    since = since_of(parsed.since)
    if (parsed.session is None) == (since is None):
        raise WrongUsage("Of which session?", "Give a SESSION, or --since 30d for all since then, one of them.")
    if since is None:
        path = stage.store.resolve(parsed.session)
        hand_over(asyncio.run(stage.report(str(path), form)), parsed.output, quiet=parsed.quiet)
        return 0
    rows = list(stage.store.rows(since=since))
    cards, left_out = _cards(stage, rows)
    period = period_of(rows, cards, since, stage.clock.now())
    hand_over(period_report(period, form), parsed.output, quiet=parsed.quiet)
    for why in left_out:
        tell(why)
    return LEFT_OUT if left_out else 0


def _cards(stage: OfflineStage, rows: Sequence[HistoryRow]) -> tuple[Mapping[str, Scorecard], Sequence[str]]:
    """The grades of the sessions that count, and a sentence for each session that cannot be told."""
    cards: dict[str, Scorecard] = {}
    left_out: list[str] = []
    for row in rows:
        if row.state == Standing.DAMAGED:
            left_out.append(f"Left out: {row.session}: {row.problem}")
        elif not why_left_out(row):
            try:
                graded = stage.store.read(row.session).transcript.own_grade
            except InvalidFile as error:
                left_out.append(f"Left out: {error.message} {error.hint}".rstrip())
                continue
            cards |= {row.session: graded.scorecard} if graded else {}
    return cards, left_out
