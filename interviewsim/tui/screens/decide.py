"""A question with a few answers, and the safe one under the cursor."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from interviewsim.tui.widgets.ink import QUIET
from interviewsim.tui.widgets.menu import Menu

T = TypeVar("T")


class DecideScreen(ModalScreen[T | None], Generic[T]):
    """One of the given values, or None for escape."""

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="decide.back"),
        Binding("enter", "take", "choose", id="decide.choose"),
    ]

    def __init__(self, title: str, ways: Sequence[tuple[T, str, str]], at: int) -> None:
        """`ways`: the value, its name, and what follows from it. `at`: where the cursor stands."""
        super().__init__()
        self._title = title
        self._ways = tuple(ways)
        self._at = at

    def compose(self) -> ComposeResult:
        """Title, ways, keys."""
        with Vertical(classes="sheet"):
            yield Static(self._title, classes="sheet-title", markup=False)
            yield Menu([Content.assemble(name, (f"\n{note}", QUIET)) for _, name, note in self._ways])
            yield Static("↑↓ move   enter choose   esc back", classes="sheet-keys", markup=False)

    def on_mount(self) -> None:
        """Stand on the safe answer."""
        menu = self.query_one(Menu)
        menu.cursor = self._at
        menu.focus()

    @on(Menu.Chosen)
    def choose(self, event: Menu.Chosen) -> None:
        """Hand the value back."""
        self.dismiss(self._ways[event.index][0])

    def action_take(self) -> None:
        """Take the way under the cursor."""
        self.query_one(Menu).action_choose()

    def action_leave(self) -> None:
        """Decide nothing."""
        self.dismiss(None)
