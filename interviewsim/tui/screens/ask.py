"""One line to type: a question to the interviewer, a file name, words to look for."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from interviewsim.tui.presenters.plain import one_line


class AskScreen(ModalScreen[str | None]):
    """What was typed, or None for escape."""

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "back", id="ask.back")]

    def __init__(self, title: str, text: str = "", *, note: str = "", verb: str = "send", still: bool = False) -> None:
        super().__init__()
        self._title = title
        self._text = one_line(text)
        self._note = note
        self._verb = verb
        self._still = still

    def compose(self) -> ComposeResult:
        """Title, line, keys."""
        with Vertical(classes="sheet"):
            yield Static(self._title, classes="sheet-title", markup=False)
            line = Input(self._text, compact=True)
            line.cursor_blink = not self._still
            yield line
            yield Static(self._note, classes="muted", markup=False)
            yield Static(f"enter {self._verb}   esc back", classes="sheet-keys", markup=False)

    @on(Input.Submitted)
    def hand_back(self, event: Input.Submitted) -> None:
        """Hand the line back; an empty one is none."""
        self.dismiss(event.value.strip() or None)

    def action_leave(self) -> None:
        """Say nothing."""
        self.dismiss(None)
