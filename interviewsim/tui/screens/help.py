"""What a screen is for, and all its keys."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from interviewsim.tui.commands import EVERYWHERE, Command
from interviewsim.tui.presenters.plain import column
from interviewsim.tui.widgets.ink import KEY, QUIET

if TYPE_CHECKING:
    from interviewsim.tui.screens.floor import Floor


class HelpScreen(ModalScreen[None]):
    """F1: purpose first, then the keys by name."""

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,q,enter", "leave", "back", id="help.back")]

    def __init__(self, screen: "Floor") -> None:
        super().__init__()
        self._about = screen.ABOUT
        self._commands = tuple(
            command for command in screen.KEYS if screen.check_action(command.action.partition("(")[0], ()) is not False
        )

    def compose(self) -> ComposeResult:
        """Everything in one scroll."""
        with Vertical(classes="sheet"):
            yield Static("What this screen is for", classes="sheet-title", markup=False)
            with VerticalScroll(classes="sheet-scroll"):
                yield Static(self._told())
            yield Static("esc back", classes="sheet-keys", markup=False)

    def action_leave(self) -> None:
        """Back to where one was."""
        self.dismiss(None)

    def _told(self) -> Content:
        return Content("\n").join(
            [Content(self._about), Content(""), *(_line(command) for command in (*self._commands, *EVERYWHERE))]
        )


def _line(command: Command) -> Content:
    keys = command.keys.replace("escape", "esc").replace(",", " ")
    return Content.assemble((column(keys, 26), KEY), column(command.label, 16), (command.help, QUIET))
