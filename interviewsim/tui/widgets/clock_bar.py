"""Round, phase and time left, in one row or, where it is narrow, in two."""

from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from interviewsim.tui.presenters.interview import ClockView, Pressure
from interviewsim.tui.presenters.plain import clipped
from interviewsim.tui.widgets.frame import TALL, WIDE
from interviewsim.tui.widgets.ink import QUIET


class ClockBar(Widget):
    """Shows what it is told; drawn again only when that has changed."""

    DEFAULT_CSS = """
    ClockBar { height: 1; width: 1fr; }
    ClockBar > .clock-bar--calm { text-style: bold; }
    ClockBar > .clock-bar--five { text-style: bold; color: $text-warning; }
    ClockBar > .clock-bar--one { text-style: bold; color: $text-error; }
    ClockBar > .clock-bar--over { text-style: bold reverse; color: $text-error; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"clock-bar--{pressure}" for pressure in Pressure}

    def __init__(self, title: str, mode: str) -> None:
        super().__init__()
        self._title = title
        self._mode = mode
        self._phase = ""
        self._clock = ClockView("", Pressure.CALM)
        self.hides_clock = False

    def tell(self, phase: str, clock: ClockView) -> None:
        """Take a phase and a clock."""
        if (phase, clock) != (self._phase, self._clock):
            self._phase, self._clock = phase, clock
            self.refresh()

    def hide_clock(self) -> None:
        """Hide the clock, or show it again; time goes on either way."""
        self.hides_clock = not self.hides_clock
        self.refresh()

    def _left(self) -> str:
        """The frame has the title, where there is a frame."""
        framed = self.screen.size.width >= WIDE and self.screen.size.height >= TALL
        return self._mode if framed else f"{self._title} · {self._mode}"

    def render(self) -> Content:
        """Left, middle, right; or two rows."""
        width = self.size.width
        clock = "" if self.hides_clock and self._clock.pressure is not Pressure.OVER else self._clock.text
        loud = self.get_visual_style(f"clock-bar--{self._clock.pressure}", partial=True)
        right = Content.styled(clock, loud)
        if self.size.height > 1:
            title = Content(clipped(self._title, max(1, width - cell_len(clock) - 1)))
            phase = Content.styled(self._phase, QUIET)
            return Content("\n").join(
                (_apart(title, right, width), _apart(phase, Content.styled(self._mode, QUIET), width))
            )
        room = width - cell_len(clock) - cell_len(self._phase) - 4
        left = Content.styled(clipped(self._left(), max(1, room)), QUIET)
        middle = max(left.cell_length + 2, (width - cell_len(self._phase)) // 2)
        before = Content.assemble(left, " " * (middle - left.cell_length), self._phase)
        return _apart(before, right, width)


def _apart(left: Content, right: Content, width: int) -> Content:
    return Content.assemble(left, " " * max(1, width - left.cell_length - right.cell_length), right)
