"""What a person can do on a screen: one declaration for its keys, the key line, the palette and the help."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.binding import Binding, BindingType


class Command(NamedTuple):
    """A key and all that is said about it.

    `id` is unique in the app, so that a person can bind another key to it. `keys` are Textual's
    names, separated by commas; `shown_as` is how the key line writes them. `in_line` puts it on
    the key line, `in_palette` offers it by name. `priority` takes the key before the focused widget.
    """

    id: str
    keys: str
    action: str
    label: str
    help: str
    shown_as: str
    in_line: bool = True
    in_palette: bool = True
    priority: bool = False

    def binding(self) -> Binding:
        """The command as Textual binds it."""
        return Binding(
            self.keys,
            self.action,
            self.label,
            show=self.in_line,
            key_display=self.shown_as,
            priority=self.priority,
            tooltip=self.help,
            id=self.id,
        )


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """All bindings of a screen."""
    return [command.binding() for command in commands]


PALETTE = Command(
    "app.palette",
    "ctrl+p",
    "command_palette",
    "commands",
    "Every command by name",
    "^p",
    in_palette=False,
    priority=True,
)
HELP = Command(
    "app.help", "f1", "screen.help", "help", "What this screen is for, and all its keys", "f1", in_palette=False
)
QUIT = Command("app.quit", "ctrl+q", "quit", "quit", "Leave the program; nothing is lost", "^q", priority=True)
EVERYWHERE = (PALETTE, HELP, QUIT)
