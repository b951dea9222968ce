"""A short list to choose from by keys or mouse: one widget, however many rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Size

_POINTER = "▸ "
_NO_POINTER = "  "


class Menu(Widget, can_focus=True):
    """Rows of prepared text, a cursor on one of them; the cursor's row has a pointer, not a color alone."""

    DEFAULT_CSS = """
    Menu { height: auto; width: 1fr; }
    Menu > .menu--cursor { background: $primary 25%; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"menu--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "up", show=False),
        Binding("down,j", "move(1)", "down", show=False),
        Binding("home", "go(0)", "first", show=False),
        Binding("end", "go(-1)", "last", show=False),
    ]
    cursor: reactive[int] = reactive(0, init=False)

    @dataclass
    class Chosen(Message):
        """A row was chosen."""

        menu: "Menu"
        index: int

        @property
        def control(self) -> "Menu":
            """The menu."""
            return self.menu

    @dataclass
    class Moved(Message):
        """The cursor stands on another row."""

        menu: "Menu"
        index: int

        @property
        def control(self) -> "Menu":
            """The menu."""
            return self.menu

    def __init__(
        self, rows: Sequence[Content] = (), *, heading: Content | None = None, ident: str | None = None
    ) -> None:
        """`heading` stands over the rows and cannot be chosen."""
        super().__init__(id=ident)
        self._heading = heading
        self._rows: tuple[Content, ...] = tuple(rows)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def show(self, rows: Sequence[Content]) -> None:
        """Take these rows; the cursor stays as near to where it was as it can."""
        before, self._rows = self._rows, tuple(rows)
        self.set_reactive(Menu.cursor, min(self.cursor, max(0, self.count - 1)))
        self.refresh(layout=sum(map(_height, before)) != sum(map(_height, self._rows)))

    def render(self) -> Content:
        """All rows, the cursor's marked."""
        strong = self.get_visual_style("menu--cursor", partial=True)
        lines = [_filled(self._heading, self.size.width)] if self._heading else []
        for index, row in enumerate(self._rows):
            here = index == self.cursor and self.has_focus
            pointer = _POINTER if here else _NO_POINTER
            body = Content("\n").join(
                _filled(Content.assemble(_NO_POINTER if more else pointer, line), self.size.width)
                for more, line in enumerate(row.split("\n", allow_blank=True))
            )
            lines.append(body.stylize_before(strong) if here else body)
        return Content("\n").join(lines)

    def get_content_height(self, container: "Size", viewport: "Size", width: int) -> int:
        """As many rows as there are lines: what is too wide is cut, never wrapped."""
        del container, viewport, width
        return sum(map(_height, self._rows)) + (1 if self._heading else 0)

    def watch_cursor(self, index: int) -> None:
        """Tell that the cursor moved, and keep its row in view."""
        self.post_message(self.Moved(self, index))
        holder = self.parent
        if isinstance(holder, Widget) and holder.allow_vertical_scroll:
            top = sum(_height(row) for row in self._rows[:index]) + (1 if self._heading else 0)
            region = Region(self.virtual_region.x, self.virtual_region.y + top, 1, _height(self._rows[index]))
            holder.scroll_to_region(region, animate=False)

    def action_move(self, by: int) -> None:
        """Move the cursor; past an end, to the next or the last menu of the screen."""
        there = self.cursor + by
        if 0 <= there < self.count:
            self.cursor = there
        else:
            self._hand_on(by)

    def _hand_on(self, by: int) -> None:
        """Give the cursor to the menu before or after this one; at the ends of the screen it stays."""
        menus = [menu for menu in self.screen.query(Menu) if menu.display and menu.count]
        at = menus.index(self) + by if self in menus else -1
        if 0 <= at < len(menus):
            menus[at].action_go(0 if by > 0 else -1)
            self.screen.set_focus(menus[at])  # at once: the next key is for it

    def action_go(self, index: int) -> None:
        """Put the cursor on a row; -1 is the last."""
        if self.count:
            self.cursor = index % self.count

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self.count:
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: "events.Click") -> None:
        """Put the cursor there; a double click chooses."""
        row = self._row_at(event.y)
        if row is None:
            return
        self.cursor = row
        if event.chain > 1:
            self.action_choose()

    def _row_at(self, y: int) -> int | None:
        y -= 1 if self._heading else 0
        if y < 0:
            return None
        for index, row in enumerate(self._rows):
            y -= _height(row)
            if y < 0:
                return index
        return None


def _height(row: Content) -> int:
    return row.plain.count("\n") + 1


def _filled(line: Content, width: int) -> Content:
    """The line as wide as the menu, cut where it is wider."""
    return line.truncate(width, ellipsis=True, pad=True)
