"""Two takes of one answer, side by side, with the items gained and lost."""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interviewsim.errors import InterviewSimError
from interviewsim.tui.commands import Command, bindings
from interviewsim.tui.presenters.plain import column, one_line
from interviewsim.tui.presenters.takes import NOTHING_GAINED, NOTHING_LOST, ItemView, TakesView, takes_view
from interviewsim.tui.screens.floor import Floor
from interviewsim.tui.widgets.ink import ACCENT, ALERT, GOOD, QUIET

if TYPE_CHECKING:
    from interviewsim.grading.takes import Takes

AGAIN = Command("takes.again", "r", "again", "once more", "Give this answer once more", "r")
DEBRIEF = Command("takes.debrief", "d", "debrief", "debrief", "The whole debrief of this take", "d")
FIRST = Command("takes.first", "f", "first", "first debrief", "The debrief of the first take", "f")
HOME = Command("takes.home", "escape", "home", "home", "Back home", "esc")


class TakesScreen(Floor):
    """What another answer to the same question, in the same state of the round, was worth."""

    KEYS: ClassVar[tuple[Command, ...]] = (AGAIN, DEBRIEF, FIRST, HOME)
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    CSS_PATH = "takes.tcss"
    ABOUT = (
        "The first answer and the second, to the same words of the interviewer. Below them stands what the second "
        "shows and the first did not, and what was lost. A take two stands in no trend: give it as often as you like."
    )

    def __init__(self, session: str) -> None:
        super().__init__()
        self._session = session
        self._takes: Takes | None = None

    def frame_title(self) -> str:
        """Until the sessions are read."""
        return "Take two"

    def body(self) -> ComposeResult:
        """Both answers over the changes."""
        with VerticalScroll(id="page"):
            yield Static("Grading both takes by one rubric…", id="asked", markup=False)
            with Horizontal(id="halves"):
                yield Static("", id="first", markup=False)
                yield Static("", id="second", markup=False)
            yield Static("", id="changes", markup=False)
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Grade this take, then put both side by side."""
        self.query_one("#halves").display = False
        self.query_one("#page").focus()
        self.load()

    @work(exclusive=True, group="grade", exit_on_error=False)
    async def load(self) -> None:
        """Read both; what cannot be compared is told, and the debrief stays a key away."""
        try:
            await self.house.gradings.graded(self._session)
            self._takes = await self.house.stage.takes(self._session)
        except InterviewSimError as error:
            self.query_one("#asked", Static).update("")
            said = f"✗ {one_line(error.message)} {one_line(error.hint)} Press d for the debrief."
            self.query_one("#said", Static).update(Content(said))
        else:
            self._show(takes_view(self._takes))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What needs both takes waits for them."""
        del parameters
        return self._takes is not None if action in {"again", "first"} else True

    def action_again(self) -> None:
        """Once more from the same place; the take at hand stays what it is."""
        if self._takes:
            first = self._takes.first
            self.house.take_two(first.transcript.opened.session, first.turn.turn)

    def action_debrief(self) -> None:
        """All of this take."""
        self.house.debrief(self._session)

    def action_first(self) -> None:
        """All of the first."""
        if self._takes:
            self.house.debrief(self._takes.first.transcript.opened.session)

    def action_home(self) -> None:
        """Home."""
        self.go_home()

    def _show(self, view: TakesView) -> None:
        self.frame.name_it(view.title)
        self.query_one("#asked", Static).update(Content.styled(view.asked, QUIET))
        for name, take in (("first", view.first), ("second", view.second)):
            self.query_one(f"#{name}", Static).update(Content.assemble((take.heading + "\n", QUIET), take.text))
        self.query_one("#halves").display = True
        self.query_one("#changes", Static).update(_changes(view))


def _changes(view: TakesView) -> Content:
    parts: list[Content] = [Content.styled(view.verdict, f"bold {ACCENT}")]
    parts += [_item("+", GOOD, item) for item in view.gained] or [Content.styled(NOTHING_GAINED, QUIET)]
    parts += [_item("-", ALERT, item) for item in view.lost] or [Content.styled(NOTHING_LOST, QUIET)]
    if view.levels:
        parts.append(Content.styled("\nLEVELS ON THIS ANSWER", QUIET))
        parts += [Content.assemble("  ", column(name, 28), levels) for name, levels in view.levels]
    return Content("\n").join(parts)


def _item(sign: str, ink: str, item: ItemView) -> Content:
    quote = f"\n    {item.quote}" if item.quote else ""
    return Content.assemble((f"{sign} ", f"bold {ink}"), (f"{item.criterion}: ", "bold"), item.text, (quote, QUIET))
