"""The pieces of a debrief as prepared text."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from interviewsim.tui.presenters.debrief import CriterionView, DebriefView, Finding
from interviewsim.tui.presenters.plain import column
from interviewsim.tui.widgets.ink import ACCENT, ALERT, GOOD, QUIET, WARN

_ITEM_INK = {"✓": GOOD, "✗": ALERT, "?": WARN}
_SIGNS = {"For": "+ ", "Against": "- ", "Done well": "+ ", "Missing": "- "}


class LedgerRow(Horizontal):
    """A label, and text that keeps clear of it when it wraps."""

    DEFAULT_CSS = """
    LedgerRow { height: auto; }
    LedgerRow > .ledger-label { width: 15; color: $text-muted; }
    LedgerRow > .ledger-text { width: 1fr; height: auto; max-width: 100; }
    """

    def __init__(self, label: str, text: Content) -> None:
        super().__init__()
        self._label = label
        self._text = text

    def compose(self) -> ComposeResult:
        """Side by side."""
        yield Static(self._label, classes="ledger-label", markup=False)
        yield Static(self._text, classes="ledger-text", markup=False)


def verdict(view: DebriefView) -> Content:
    """The first lines: what it came to, why, and the plain facts."""
    lines = (Content.styled(view.verdict, f"bold {ACCENT}"), Content.styled(view.headline, "bold"))
    return Content("\n").join([*(line for line in lines if line.plain), Content.styled(view.facts, QUIET)])


def ledger(view: DebriefView) -> list[LedgerRow]:
    """Reasons, turning point, the one change, and the way to try it."""
    rows = [LedgerRow(_SIGNS.get(finding.label, "") + finding.label, _finding(finding)) for finding in view.findings]
    if view.turning:
        turn = view.turning
        text = Content.assemble(
            f"{turn.before}",
            (f"  turn {turn.before_turn}\n", QUIET),
            f"{turn.why}\n",
            (turn.after, "bold"),
            (f"  turn {turn.after_turn}", QUIET),
        )
        rows.append(LedgerRow("Turning point", text))
    if view.change:
        text = Content.assemble((view.change, f"bold {ACCENT}"), ("\na  answer it again now", QUIET))
        rows.append(LedgerRow("→ One change", text))
    return rows


def criterion_row(criterion: CriterionView) -> Content:
    """A line of the table; a level in words and as a bar, never a color alone."""
    scored = criterion.level.startswith("level")
    return Content.assemble(
        column(criterion.name, 27),
        (column(criterion.weight, 4, right=True), QUIET),
        "  ",
        (criterion.bar, ACCENT if scored else QUIET),
        "  ",
        (criterion.level.removesuffix(" of 5").removeprefix("not scored: "), "" if scored else QUIET),
    )


def evidence(criterion: CriterionView) -> Content:
    """Why this level: words, items, the next step."""
    title = Content.assemble((f"EVIDENCE · {criterion.name} · ", QUIET), (criterion.level, "bold"))
    parts = [title]
    if criterion.rationale:
        parts.append(Content(criterion.rationale))
    quotes = [Content.assemble((quote, "italic"), (f"  turn {turn}", QUIET)) for quote, turn in criterion.quotes]
    if quotes:
        parts.append(Content("\n").join(quotes))
    items = [Content.assemble((f"{mark} ", _ITEM_INK.get(mark, "")), text) for mark, text in criterion.items]
    if items:
        parts.append(Content("\n").join(items))
    if criterion.next_step:
        parts.append(Content.styled(criterion.next_step, "bold"))
    return Content("\n\n").join(parts)


def rest(view: DebriefView) -> Content:
    """Everything that is read last."""
    sections = (
        ("STAR COVERAGE", view.coverage),
        ("WHAT COST YOU", view.costs),
        ("DELIVERY AND PACING", view.delivery),
        ("GRADED BY", view.graded_by),
    )
    return Content("\n\n").join(_section(name, lines) for name, lines in sections if lines)


def _section(name: str, lines: Iterable[str]) -> Content:
    return Content.assemble((f"{name}\n", QUIET), "\n".join(lines))


def _finding(finding: Finding) -> Content:
    if not finding.quote:
        return Content(finding.text)
    return Content.assemble(f"{finding.text}\n", (finding.quote, "italic"), (f"  turn {finding.turn}", QUIET))
