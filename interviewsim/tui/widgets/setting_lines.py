"""Settings, servers and steps as lines."""

from collections.abc import Sequence

from textual.content import Content

from interviewsim.preferences import Went
from interviewsim.tui.presenters.plain import column
from interviewsim.tui.presenters.settings import Detail, Offer, SettingRow, StepLine
from interviewsim.tui.widgets.ink import ALERT, GOOD, KEY, QUIET, WARN

_INKS = {Went.OK: GOOD, Went.NOTED: WARN, Went.FAILED: ALERT, Went.SKIPPED: QUIET}
TITLE, VALUE = 14, 26
STEP, TOOK = 20, 9


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


def steps_text(lines: Sequence[StepLine], outcome: str) -> Content:
    """The steps of a connection, one below the other, each with its time and what to do."""
    told = [Content.styled("CONNECTION", QUIET)]
    for line in lines:
        ink = QUIET if line.went is None else _INKS[line.went]
        head = f"{column(line.name, STEP)}{column(line.took, TOOK, right=True)}"
        told.append(Content.assemble((f"{line.mark} ", f"bold {ink}"), head))
        told.append(Content.assemble(f"  {line.found}"))
        if line.then:
            told.append(Content.assemble(("  → ", KEY), (line.then, "bold")))
    if outcome:
        told += [Content(""), Content.styled(outcome, "bold")]
    return Content("\n").join(told)
