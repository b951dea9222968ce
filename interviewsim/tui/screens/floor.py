"""What every screen of the app has in common."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from interviewsim.tui.commands import Command
from interviewsim.tui.faults import fault
from interviewsim.tui.widgets.frame import LEAST_HEIGHT, LEAST_WIDTH, Frame, TooSmall
from interviewsim.tui.widgets.key_line import KeyLine
from interviewsim.tui.widgets.menu import Menu

if TYPE_CHECKING:
    from interviewsim.tui.app import InterviewSimApp


class Floor(Screen[None]):
    """A framed screen with a key line, and commands that are declared once.

    `KEYS` are the screen's commands and `ABOUT` what F1 says the screen is for.
    """

    KEYS: ClassVar[tuple[Command, ...]] = ()
    ABOUT: ClassVar[str] = ""

    @property
    def house(self) -> "InterviewSimApp":
        """The app, by its own type."""
        return cast("InterviewSimApp", self.app)

    def compose(self) -> ComposeResult:
        """Frame, body, key line; sized for the window from the start, so that nothing is styled twice."""
        self.add_class(*self._fits(), update=False)
        with Frame() as frame:
            frame.name_it(self.frame_title())
            yield from self.body()
            yield KeyLine()

    def on_resize(self, event: events.Resize) -> None:
        """Say so where there is too little room; the line is made when it is first needed."""
        small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        if small and not self.query(TooSmall):
            self.mount(TooSmall())

    def _fits(self) -> Iterator[str]:
        """The classes of the window's size, as the app's breakpoints name them."""
        points = (
            (self.app.HORIZONTAL_BREAKPOINTS, self.app.size.width),
            (self.app.VERTICAL_BREAKPOINTS, self.app.size.height),
        )
        for breakpoints, cells in points:
            yield from [name for least, name in breakpoints or () if cells >= least][-1:]

    @property
    def frame(self) -> Frame:
        """What stands around the screen."""
        return self.query_one(Frame)

    def frame_title(self) -> str:
        """What stands on the frame."""
        return ""

    def body(self) -> ComposeResult:
        """The screen's own widgets."""
        yield from ()

    def before_quit(self) -> bool:
        """Whether the program may be left at once; a screen that says no asks the person itself."""
        return True

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A fault of the program's own is told; it never ends the app."""
        if event.state is WorkerState.ERROR:
            self.house.tell(fault(event.worker))

    def go_home(self) -> None:
        """Down to the ground floor."""
        while len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    def action_help(self) -> None:
        """Explain the screen."""
        from interviewsim.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self))

    def action_choose(self) -> None:
        """Enter: choose in the list that has the focus."""
        if isinstance(self.focused, Menu):
            self.focused.action_choose()
