"""How home writes its rows."""

from collections.abc import Sequence

from textual.content import Content

from interviewsim.tui.presenters.home import HomeView, RoundRow, SessionRow
from interviewsim.tui.presenters.plain import column
from interviewsim.tui.widgets.ink import ACCENT, QUIET


def unfinished_lines(view: HomeView) -> list[Content]:
    """What can be gone on with: two lines each."""
    return [_tall_session(row) for row in view.unfinished]


def recent_lines(view: HomeView) -> list[Content]:
    """What was finished lately, in columns."""
    return [_wide_session(row) for row in view.recent]


def rounds_heading() -> Content:
    """What stands over the columns of `round_lines`."""
    text = "  " + column("ROUNDS", 19) + column("", 8) + column("last", 6, right=True) + column("best", 6, right=True)
    return Content.styled(text + "   trend", QUIET)


def round_lines(rows: Sequence[RoundRow]) -> list[Content]:
    """The six rounds in columns."""
    return [_round_line(number, row) for number, row in enumerate(rows, 1)]


def _round_line(number: int, row: RoundRow) -> Content:
    quiet = "" if row.playable else QUIET
    trend = ACCENT if row.trend[:1] in "▁▂▃▄▅▆▇█" else QUIET
    return Content.assemble(
        (f"{number} ", QUIET),
        (column(row.label, 17), quiet),
        (column(row.length, 8), QUIET),
        (column(row.last, 6, right=True), quiet),
        (column(row.best, 6, right=True), quiet),
        (f"   {row.trend}", trend),
    )


def _wide_session(row: SessionRow) -> Content:
    return Content.assemble((column(row.when, 12), QUIET), column(row.what, 28), f"  {row.detail}")


def _tall_session(row: SessionRow) -> Content:
    return Content.assemble(column(row.what, 36).rstrip(), ("\n" + row.detail, QUIET))


def aside(view: HomeView) -> Content:
    """What to press, where something was practiced before."""
    first = "Press w for one question without a score."
    if view.unfinished:
        first = "Press r to go on with it." if len(view.unfinished) == 1 else "Press r to go on with the first."
    return Content.styled("\n".join(filter(None, (first, view.loop))), QUIET)
