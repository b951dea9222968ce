"""A field with a few values to go through by arrow keys or clicks; one row."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from interviewsim.tui.presenters.plain import clipped
from interviewsim.tui.widgets.ink import ACCENT, QUIET

if TYPE_CHECKING:
    from textual import events

_LABEL = 11


class Choice(Widget, can_focus=True):
    """`Label  ◂ value ▸  note`. Left and right go through the values."""

    DEFAULT_CSS = """
    Choice { height: 1; width: 1fr; }
    Choice:focus { background: $primary 25%; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "turn(-1)", "previous value", show=False),
        Binding("right,l,space", "turn(1)", "next value", show=False),
        Binding("up,k", "app.focus_previous", "field above", show=False),
        Binding("down,j", "app.focus_next", "field below", show=False),
    ]
    at: reactive[int] = reactive(0)

    @dataclass
    class Changed(Message):
        """Another value stands."""

        choice: "Choice"
        at: int

        @property
        def control(self) -> "Choice":
            """The field."""
            return self.choice

    def __init__(self, label: str, values: Sequence[tuple[str, str]], at: int, *, ident: str) -> None:
        """`values` are pairs of a name and a note."""
        super().__init__(id=ident)
        self._label = label
        self._values = tuple(values)
        self.set_reactive(Choice.at, at)

    def show(self, values: Sequence[tuple[str, str]], at: int) -> None:
        """Take other values without telling anybody."""
        self._values = tuple(values)
        self.set_reactive(Choice.at, at)
        self.refresh()

    def render(self) -> Content:
        """The value that stands, between the arrows that change it."""
        name, note = self._values[self.at]
        room = max(8, self.size.width - _LABEL - 8)
        name = clipped(name, room)
        left = room - cell_len(name) - 2
        return Content.assemble(
            ("▸ " if self.has_focus else "  "),
            (self._label.ljust(_LABEL), QUIET),
            ("◂ ", ACCENT),
            name,
            (" ▸", ACCENT),
            (f"  {clipped(note, left)}" if note and left > len(note) // 2 else "", QUIET),
        )

    def action_turn(self, by: int) -> None:
        """Go on to another value, around the end."""
        self.at = (self.at + by) % len(self._values)
        self.post_message(self.Changed(self, self.at))

    def on_click(self, event: "events.Click") -> None:
        """Left of the value goes back, anywhere else goes on."""
        self.action_turn(-1 if event.x < _LABEL + 4 else 1)
