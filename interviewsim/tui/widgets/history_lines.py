"""How the history is drawn: the rows of its list, and the trend beside it."""

from collections.abc import Sequence

from textual.content import Content

from interviewsim.domain.history import HistoryRow
from interviewsim.tui.presenters.history import SessionLine, Trend, trends
from interviewsim.tui.presenters.plain import column
from interviewsim.tui.widgets.ink import ACCENT, QUIET


def heading() -> Content:
    """What stands over the columns of `session_line`."""
    parts = ("  ", column("WHEN", 12), column("/5", 4, right=True), "  ", column("VERDICT", 15), "SESSION")
    return Content.styled("".join(parts), QUIET)


def session_line(line: SessionLine, *, marked: bool) -> Content:
    """One session in columns."""
    scored = line.score[:1].isdigit()
    return Content.assemble(
        ("● " if marked else "  ", ACCENT),
        (column(line.when, 12), QUIET),
        (column(line.score, 4, right=True), "" if scored else QUIET),
        ("  " + column(line.verdict, 15), "" if scored else QUIET),
        column(line.what, 22),
        ("  " + column(line.minutes, 3, right=True) + " min  ", QUIET),
        (column(line.level, 9) + line.company, QUIET),
    )


def trend_lines(trend: Trend) -> Content:
    """A trend with its ruler, and what may be said of it."""
    bars = [(f"\n{trend.bars}", ACCENT)] if trend.bars else []
    return Content.assemble(
        (f"TREND · {trend.title}\n", QUIET),
        (trend.ruler, QUIET),
        *bars,
        *(f"\n{sentence}" for sentence in trend.told),
    )


def rounds_lines(rows: Sequence[HistoryRow]) -> Content:
    """Every round under the ruler of its newest score."""
    head = column("BY ROUND", 14) + column("n", 4, right=True) + "  " + column("spread", 12)
    return Content("\n").join([Content.styled(head, QUIET), *map(_round_line, trends(rows).values())])


def _round_line(trend: Trend) -> Content:
    return Content.assemble(
        column(trend.title, 14),
        (column(str(len(trend.scores)), 4, right=True), QUIET),
        "  " + column(trend.spread, 12),
        (trend.bars, ACCENT) if trend.enough else ("not yet", QUIET),
    )
