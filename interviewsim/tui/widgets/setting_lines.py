"""Settings, servers and steps as lines."""

from collections.abc import Sequence

from textual.content import Content

from interviewsim.preferences import Went
from interviewsim.tui.presenters.plain import column
from interviewsim.tui.presenters.settings import Detail, Offer, SettingRow, StepLine
from interviewsim.tui.widgets.ink import ALERT, GOOD, KEY, QUIET, WARN
from interviewsim.tui.widgets.wrapping import wrapped

_INKS = {Went.OK: GOOD, Went.NOTED: WARN, Went.FAILED: ALERT, Went.SKIPPED: QUIET}
TITLE, VALUE = 14, 25
STEP, TOOK = 20, 9
LEAST = 16
"""Cells under which nothing is broken into rows."""


def setting_line(row: SettingRow) -> Content:
    """Title, value, origin."""
    return Content.assemble((column(row.title, TITLE), QUIET), column(row.value, VALUE), (f"  {row.origin}", QUIET))


def offer_line(offer: Offer) -> Content:
    """A server and what it has."""
    return Content.assemble(column(offer.name, TITLE), (column(offer.note, VALUE + 24).rstrip(), QUIET))


def detail_text(detail: Detail) -> Content:
    """All that there is to say of a setting."""
    lines = [Content.styled(detail.title, "bold"), Content(detail.about), Content("")]
    lines.append(Content.assemble(("now   ", QUIET), detail.value))
    if detail.origin:
        lines.append(Content.assemble(("from  ", QUIET), detail.origin))
    if detail.where != detail.origin:
        lines.append(Content.styled(detail.where, QUIET))
    if detail.note:
        lines.append(Content.styled(detail.note, QUIET))
    return Content("\n").join(lines)


def offer_text(offer: Offer) -> Content:
    """What choosing a server means."""
    where = offer.base_url or "https://api.openai.com/v1"
    return Content.assemble(
        (offer.name, "bold"),
        f"\n{offer.note}\n\n",
        ("at  ", QUIET),
        column(where, 60).rstrip(),
        ("\n\nIt is not used unless you choose it: ", QUIET),
        ("enter", KEY),
        (" picks a model of it.", QUIET),
    )


def steps_text(lines: Sequence[StepLine], outcome: str, width: int) -> Content:
    """The steps of a connection, one below the other, each with its time and what to do, for a width in cells."""
    told = [Content.styled("CONNECTION", QUIET)]
    for line in lines:
        ink = QUIET if line.went is None else _INKS[line.went]
        head = f"{column(line.name, STEP)}{column(line.took, TOOK, right=True)}"
        told.append(Content.assemble((f"{line.mark} ", f"bold {ink}"), head))
        told += [Content(f"  {row}") for row in _rows(line.found, width - 2)]
        for number, row in enumerate(_rows(line.then, width - 4)):
            told.append(Content.assemble(("    ", "") if number else ("  → ", KEY), (row, "bold")))
    if outcome:
        told += [Content(""), Content.styled(outcome, "bold")]
    return Content("\n").join(told)


def _rows(text: str, width: int) -> list[str]:
    """A text in rows that hang below its first; none where there is no text."""
    return [text[start:end] for start, end in wrapped(text, max(LEAST, width))] if text else []
