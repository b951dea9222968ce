"""A long list to choose from: one widget that draws only the rows in view, ten thousand like ten."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events

_POINTER = "▸ "
_NO_POINTER = "  "


class Roll(ScrollView, can_focus=True):
    """Rows of one line each, a cursor on one; `draw` makes a row's text when it comes into view."""

    DEFAULT_CSS = """
    Roll { height: 1fr; width: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1;
        scrollbar-color: $foreground 25%; scrollbar-background: $background; background: $background; }
    Roll > .roll--cursor { background: $primary 25%; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"roll--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "up", show=False),
        Binding("down,j", "move(1)", "down", show=False),
        Binding("pageup", "page(-1)", "page up", show=False),
        Binding("pagedown", "page(1)", "page down", show=False),
        Binding("home", "go(0)", "first", show=False),
        Binding("end", "go(-1)", "last", show=False),
    ]
    cursor: reactive[int] = reactive(0, init=False)

    @dataclass
    class Chosen(Message):
        """A row was chosen."""

        roll: "Roll"
        index: int

        @property
        def control(self) -> "Roll":
            """The list."""
            return self.roll

    @dataclass
    class Moved(Message):
        """The cursor stands on another row."""

        roll: "Roll"
        index: int

        @property
        def control(self) -> "Roll":
            """The list."""
            return self.roll

    def __init__(self, *, heading: Content | None = None, ident: str | None = None) -> None:
        """`heading` stands over the rows, whatever is scrolled."""
        super().__init__(id=ident)
        self._heading = heading
        self._count = 0
        self._draw: Callable[[int], Content] = _nothing

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    def show(self, count: int, draw: "Callable[[int], Content]", at: int | None = None) -> None:
        """Take these rows; the cursor goes to `at`, or stays as near to where it was as it can."""
        self._count, self._draw = count, draw
        self.set_reactive(Roll.cursor, min(self.cursor if at is None else at, max(0, count - 1)))
        self._measure()
        self.refresh()
        self.call_after_refresh(self._keep_in_view)

    def redraw(self) -> None:
        """Draw the rows anew: what they are made of has changed, their number has not."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row of what is in view."""
        width = self.size.width
        top = 1 if self._heading else 0
        if y < top and self._heading:
            return self._line(Content.assemble(_NO_POINTER, self._heading), width)
        number = round(self.scroll_y) + y - top
        if number >= self._count:
            return Strip.blank(width, self.rich_style)
        here = number == self.cursor and self.has_focus
        line = Content.assemble(_POINTER if here else _NO_POINTER, self._draw(number))
        return self._line(line, width, here=here)

    def on_resize(self) -> None:
        """The rows in view are others now."""
        self._measure()
        self._keep_in_view()

    def watch_cursor(self, index: int) -> None:
        """Tell that the cursor moved, and keep its row in view."""
        self._keep_in_view()
        self.refresh()
        self.post_message(self.Moved(self, index))

    def on_focus(self) -> None:
        """The pointer comes with the focus."""
        self.refresh()

    def on_blur(self) -> None:
        """And goes with it."""
        self.refresh()

    def action_move(self, by: int) -> None:
        """Move the cursor, not past an end."""
        self._stand_on(self.cursor + by)

    def action_page(self, by: int) -> None:
        """Move the cursor by what is in view."""
        self._stand_on(self.cursor + by * max(1, self._in_view - 1))

    def action_go(self, index: int) -> None:
        """Put the cursor on a row; -1 is the last."""
        self._stand_on(index if index >= 0 else self._count - 1)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self._count:
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: "events.Click") -> None:
        """Put the cursor there; a double click chooses."""
        number = round(self.scroll_y) + event.y - (1 if self._heading else 0)
        if 0 <= number < self._count:
            self.cursor = number
            if event.chain > 1:
                self.action_choose()

    @property
    def _in_view(self) -> int:
        return max(1, self.size.height - (1 if self._heading else 0))

    def _stand_on(self, index: int) -> None:
        if self._count:
            self.cursor = min(max(0, index), self._count - 1)

    def _measure(self) -> None:
        self.virtual_size = Size(self.size.width, self._count + (1 if self._heading else 0))

    def _keep_in_view(self) -> None:
        top = round(self.scroll_y)
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, force=True)
        elif self.cursor >= top + self._in_view:
            self.scroll_to(y=self.cursor - self._in_view + 1, animate=False, force=True)

    def _line(self, line: Content, width: int, *, here: bool = False) -> Strip:
        style = self.get_visual_style("roll--cursor") if here else self.visual_style
        strips = Visual.to_strips(self, line.truncate(width, ellipsis=True, pad=True), width, 1, style)
        return strips[0] if strips else Strip.blank(width, self.rich_style)


def cells_of(rows: Sequence[Content]) -> "Callable[[int], Content]":
    """Rows that are made already, as a list draws them."""
    return lambda index: rows[index]


def _nothing(_index: int) -> Content:
    return Content("")
