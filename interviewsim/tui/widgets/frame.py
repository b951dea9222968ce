"""The frame around a screen, and the line that stands there instead where the window is too small."""

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

LEAST_WIDTH, LEAST_HEIGHT = 60, 18
"""Cells under which there is nothing to be laid out."""
WIDE = 100
"""Columns from which a second pane has room."""
TALL = 30
"""Rows from which the frame and a roomy editor have room."""


class Frame(Vertical):
    """A quiet border with the screen's name; narrow windows have no room for it."""

    DEFAULT_CSS = """
    Frame {
        border: round $foreground 25%;
        border-title-color: $foreground;
        border-title-style: bold;
        padding: 0 1;
        height: 1fr;
    }
    .-narrow Frame, .-short Frame { border: none; padding: 0 1; }
    .-tiny Frame, .-flat Frame { display: none; }
    """

    def name_it(self, title: str) -> None:
        """Show a title, as text."""
        self.border_title = Content(title or " ")


class TooSmall(Widget):
    """Says what to do in a window that is too small for anything else."""

    DEFAULT_CSS = """
    TooSmall { display: none; height: 1; color: $text-warning; }
    .-tiny TooSmall, .-flat TooSmall { display: block; }
    """

    def render(self) -> Content:
        """One line."""
        return Content(f"Make the window a bit larger ({LEAST_WIDTH}x{LEAST_HEIGHT}).")
