"""Choose one line of a list; typing narrows it."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option


class PickScreen(ModalScreen[int | None]):
    """The index of the chosen line, or None."""

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="pick.back"),
        Binding("down", "down", show=False, id="pick.down"),
    ]

    def __init__(self, title: str, lines: Sequence[str], at: int) -> None:
        super().__init__()
        self._title = title
        self._lines = tuple(lines)
        self._at = at

    def compose(self) -> ComposeResult:
        """A filter over a list."""
        with Vertical(classes="sheet"):
            yield Static(self._title, classes="sheet-title", markup=False)
            yield Input(placeholder="type to narrow the list", compact=True)
            yield OptionList(*self._options(""), markup=False)
            yield Static("enter choose   ↓ into the list   esc back", classes="sheet-keys", markup=False)

    def on_mount(self) -> None:
        """Stand on the line that was chosen before."""
        self.query_one(OptionList).highlighted = self._at

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Keep the lines that have all the words."""
        choices = self.query_one(OptionList)
        choices.set_options(self._options(event.value))
        choices.highlighted = 0 if choices.option_count else None

    @on(Input.Submitted)
    def choose_highlighted(self) -> None:
        """Enter in the filter takes the line under the cursor."""
        self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Hand the line back."""
        self.dismiss(int(event.option.id or 0))

    def action_down(self) -> None:
        """From the filter into the list."""
        self.query_one(OptionList).focus()

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def _options(self, typed: str) -> list[Option]:
        words = typed.casefold().split()
        return [
            Option(Content(line), id=str(index))
            for index, line in enumerate(self._lines)
            if all(word in line.casefold() for word in words)
        ]
