"""The pieces of a debrief as prepared text."""

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from interviewsim.tui.presenters.debrief import CriterionView, DebriefView, Finding
from interviewsim.tui.presenters.plain import column
from interviewsim.tui.widgets.ink import ACCENT, ALERT, GOOD, KEY, QUIET, WARN

_ITEM_INK = {"✓": GOOD, "✗": ALERT, "?": WARN}
_SIGNS = {"For": "+ ", "Against": "- ", "Done well": "+ ", "Missing": "- "}


class LedgerRow(Horizontal):
    """A label, and text that keeps clear of it when it wraps."""

    DEFAULT_CSS = """
    LedgerRow { height: auto; }
    LedgerRow > .ledger-label { width: 17; color: $text-muted; }
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
    """The first lines: what it came to, and the plain facts."""
    return Content.assemble((view.verdict, f"bold {ACCENT}"), ("\n" + view.facts, QUIET))


def ledger(view: DebriefView, guess: Sequence[str] = ()) -> list[LedgerRow]:
    """Reasons, turning point, the one change, and the ways to try it; last the candidate's own guess."""
    rows = [LedgerRow(_SIGNS.get(finding.label, "") + finding.label, _finding(finding)) for finding in view.findings]
    if view.turning:
        rows.append(LedgerRow("↻ Turning point", Content("\n").join(_said(*line) for line in view.turning.lines)))
    if view.change:
        text = Content.assemble((view.change, f"bold {ACCENT}"), ("\nPress a to answer it again now.", QUIET))
        rows.append(LedgerRow("→ One change", text))
    if view.drills:
        rows.append(LedgerRow("  Next drills", _drills(view)))
    if guess:
        rows.append(LedgerRow("? Your guess", Content("\n".join(guess))))
    return rows


def _drills(view: DebriefView) -> Content:
    parts = [
        Content.assemble((f"{key} ", KEY), f"{drill.name}, at level {drill.level}")
        for key, drill in enumerate(view.drills, 1)
    ]
    return Content.assemble(Content("   ").join(parts), ("   10 minutes each", QUIET))


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
    """Why this level: the best words, what was looked for, the next step."""
    parts = [Content.assemble((f"EVIDENCE · {criterion.name} · ", QUIET), (criterion.level, "bold"))]
    if criterion.rationale:
        parts.append(Content(criterion.rationale))
    if criterion.quotes:
        more = [Content.styled(f"{criterion.more} more in the transcript: enter", QUIET)] if criterion.more else []
        parts.append(Content("\n").join([*(_said(*quote) for quote in criterion.quotes), *more]))
    items = [Content.assemble((f"{mark} ", _ITEM_INK.get(mark, "")), text) for mark, text in criterion.items]
    if items:
        parts.append(Content("\n").join(items))
    if criterion.next_step:
        parts.append(Content.styled(criterion.next_step, "bold"))
    return Content("\n\n").join(parts)


def rest(view: DebriefView) -> Content:
    """Everything that is read last."""
    sections = (
        ("PARTS OF YOUR ANSWERS", view.coverage),
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
    return Content("\n").join((Content(finding.text), _said(finding.quote, finding.turn)))


def _said(words: str, turn: int) -> Content:
    """Words with the turn they stand in; without a turn they are the program's own."""
    return Content.assemble((words, "italic"), (f"  turn {turn}", QUIET)) if turn else Content(words)
