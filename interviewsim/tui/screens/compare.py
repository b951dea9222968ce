"""Compare: two grades side by side, with the reason for every difference."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interviewsim.errors import InterviewSimError
from interviewsim.tui.commands import Command, bindings
from interviewsim.tui.presenters.compare import CompareView, CriterionLine, compare_view
from interviewsim.tui.presenters.plain import column, one_line
from interviewsim.tui.screens.floor import Floor
from interviewsim.tui.widgets.ink import ACCENT, GOOD, QUIET, WARN
from interviewsim.tui.widgets.menu import Menu

SWAP = Command("compare.swap", "s", "swap", "swap", "Let A and B change places", "s")
BACK = Command("compare.back", "escape", "back", "back", "Back to where you came from", "esc")


class CompareScreen(Floor):
    """Reads; nothing here changes a session."""

    KEYS: ClassVar[tuple[Command, ...]] = (SWAP, BACK)
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    CSS_PATH = "compare.tcss"
    AUTO_FOCUS = ""
    ABOUT = (
        "Two grades. Up and down go through the criteria; beside them stands why a level differs: what was seen in "
        "one and not in the other, another weight, another text of the rubric, or another grader. Of two sessions "
        "other words were judged, so a single step on one criterion says little."
    )

    def __init__(self, first: str, second: str) -> None:
        """Two grades by name: `SESSION` is its newest, `SESSION#1` its first."""
        super().__init__()
        self._names = (first, second)
        self._view: CompareView | None = None

    def frame_title(self) -> str:
        """Until they are read."""
        return "Compare"

    def body(self) -> ComposeResult:
        """Both sides, the criteria with their reasons, and both at every level."""
        with VerticalScroll(id="page", can_focus=False):
            yield Static("Reading both grades…", id="sides", markup=False)
            with Horizontal(id="halves"):
                yield Menu(heading=_heading(), ident="criteria")
                yield Static("", id="why", markup=False)
            yield Static("", id="levels", markup=False)
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Read both."""
        self._show_page(shown=False)
        self.load()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to swap before both are read."""
        del parameters
        return self._view is not None if action == "swap" else True

    @work(exclusive=True, group="compare", exit_on_error=False)
    async def load(self) -> None:
        """Read both grades and show them."""
        try:
            found = await self.house.stage.compare(*self._names)
        except InterviewSimError as error:
            self.query_one("#sides", Static).update("They cannot be compared.")
            self.query_one("#said", Static).update(Content(f"✗ {one_line(error.message)} {one_line(error.hint)}"))
            return
        self._show(compare_view(found))

    @on(Menu.Moved, "#criteria")
    def follow(self, event: Menu.Moved) -> None:
        """The reasons are those of the criterion under the cursor."""
        if self._view and event.index < len(self._view.criteria):
            self.query_one("#why", Static).update(_why(self._view.criteria[event.index]))
            self.query_one("#page").scroll_to_widget(self.query_one("#halves"), top=True, animate=False)

    def action_swap(self) -> None:
        """The other way round."""
        self._names = (self._names[1], self._names[0])
        self.load()

    def action_back(self) -> None:
        """Back."""
        self.dismiss()

    def _show_page(self, *, shown: bool) -> None:
        self.query_one("#halves").display = shown
        self.query_one("#levels").display = shown

    def _show(self, view: CompareView) -> None:
        self._view = view
        self.frame.name_it(view.title)
        self._show_page(shown=True)
        self.query_one("#sides", Static).update(_sides(view))
        criteria = self.query_one("#criteria", Menu)
        criteria.show([_row(criterion) for criterion in view.criteria])
        criteria.focus(scroll_visible=False)
        if view.criteria:
            self.query_one("#why", Static).update(_why(view.criteria[criteria.cursor]))
        self.query_one("#levels", Static).update(
            Content.assemble(("AT EVERY LEVEL\n", QUIET), "\n".join(view.levels)) if view.levels else ""
        )
        self.refresh_bindings()


def _heading() -> Content:
    return Content.styled(f"  {column('CRITERIA', 25)}{column('A', 9)}{column('B', 9)}change", QUIET)


def _sides(view: CompareView) -> Content:
    lines: list[Content] = []
    for side in view.sides:
        lines.append(Content.assemble((f"{side.name}  ", f"bold {ACCENT}"), (side.what, "bold")))
        lines.append(Content.styled(f"   {side.graded_by}", QUIET))
    lines.append(Content(""))
    lines += [Content(sentence) for sentence in view.summary]
    lines += [Content.styled(f"· {reason}", QUIET) for reason in view.reasons]
    return Content("\n").join(lines)


def _row(criterion: CriterionLine) -> Content:
    ink = {"+": GOOD, "-": WARN}.get(criterion.change[:1], QUIET)
    quiet = QUIET if criterion.alike else ""
    return Content.assemble(
        (column(criterion.name, 25), quiet),
        (f"{criterion.first} {criterion.bars[0]}  ", quiet),
        (f"{criterion.second} {criterion.bars[1]}  ", quiet),
        (criterion.change, ink),
    )


def _why(criterion: CriterionLine) -> Content:
    return Content.assemble((f"WHY · {criterion.name}\n", QUIET), "\n".join(f"· {one}" for one in criterion.reasons))
