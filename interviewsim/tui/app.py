"""The app: which screen stands on which, and what is true of all of them."""

from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from interviewsim.errors import InterviewSimError
from interviewsim.tui.commands import EVERYWHERE, bindings
from interviewsim.tui.faults import fault
from interviewsim.tui.gradings import Gradings
from interviewsim.tui.presenters.plain import one_line
from interviewsim.tui.screens.floor import Floor
from interviewsim.tui.screens.home import HomeScreen
from interviewsim.tui.surroundings import Surroundings
from interviewsim.tui.widgets.frame import LEAST_HEIGHT, LEAST_WIDTH, TALL, WIDE

if TYPE_CHECKING:
    from textual.theme import Theme

    from interviewsim.backstage import Backstage
    from interviewsim.domain.setup import Setup
    from interviewsim.domain.terms import Round
    from interviewsim.domain.transcript import Transcript
    from interviewsim.engine.conductor import Conductor
    from interviewsim.preferences import Preferences

WIDTHS: list[tuple[int, str]] | None = [(0, "-tiny"), (LEAST_WIDTH, "-narrow"), (WIDE, "-wide")]
HEIGHTS: list[tuple[int, str]] | None = [(0, "-flat"), (LEAST_HEIGHT, "-short"), (TALL, "-tall")]

ENTERING = "enter"
USUAL = "textual-dark"
T = TypeVar("T")


class InterviewSimApp(App[None]):
    """Full-screen practice over the doors of `stage`.

    `start_in` opens the lobby of a round, `resume` goes on with a session; both stand upon home.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "app.tcss",
        "screens/home.tcss",
    ]  # home is never pushed, so it brings no sheet
    TITLE = "interviewsim"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = bindings(EVERYWHERE)

    def __init__(
        self,
        stage: "Backstage",
        start_in: "Setup | None" = None,
        resume: str | None = None,
        *,
        around: Surroundings | None = None,
    ) -> None:
        super().__init__()
        self.stage = stage
        self.around = around or Surroundings()
        self.gradings = Gradings(self)
        self._start_in = start_in
        self._resume = resume
        self._theme = self.theme
        if self.around.still:
            self.animation_level = "none"
        if self.around.theme in self.available_themes:
            self.set_reactive(InterviewSimApp.theme, self.around.theme)
            self._theme = self.around.theme

    def get_default_screen(self) -> Screen[Any]:
        """Home is the ground floor."""
        return HomeScreen()

    def on_mount(self) -> None:
        """Go where the command line said, and remember a theme that is chosen."""
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        if self._start_in is not None:
            self.lobby(self._start_in)
        if self._resume is not None:
            self.go_on(self._resume)

    def on_ready(self) -> None:
        """The first screen stands."""
        self.around.painted()

    def lobby(self, setup: "Setup") -> None:
        """Set a round up."""
        from interviewsim.tui.screens.lobby import LobbyScreen

        self._stand_on_home(LobbyScreen(setup))

    def set_up(self, round_: "Round") -> None:
        """Set a round up as it was chosen last time."""
        from interviewsim.domain.setup import Setup
        from interviewsim.tui.screens.lobby import LobbyScreen

        self._stand_on_home(LobbyScreen(Setup(round_), as_last_time=True))

    def warm_up(self, round_: "Round") -> None:
        """Begin a warm-up at once."""
        from interviewsim.domain.setup import Setup
        from interviewsim.domain.terms import Length

        self.begin(Setup(round_, length=Length.WARM_UP))

    def begin_chosen(self, setup: "Setup") -> None:
        """Begin a round as somebody chose it, and remember the choices for next time."""
        self.run_worker(self.stage.keep_choices(setup), group="choices", exit_on_error=False)
        self.begin(setup)

    def begin(self, setup: "Setup") -> None:
        """Create a session and sit down in it."""
        self._enter(self.stage.start, setup)

    def go_on(self, session: str) -> None:
        """Sit down again in an unfinished session."""
        self._enter(self.stage.resume, session)

    def take_two(self, session: str, turn: int) -> None:
        """Answer a turn of a session again, in one of its own."""
        self._enter(partial(self.stage.take_two, session), turn)

    def round_over(self, transcript: "Transcript") -> None:
        """What comes once a round has ended: a guess, its debrief, or what stands for one."""
        from interviewsim.tui.presenters.guess import asks_first

        session = transcript.opened
        if session.loop is not None:
            self.loop(session.loop)
        elif asks_first(transcript):
            from interviewsim.tui.screens.guess import GuessScreen

            self._stand_on_home(GuessScreen(transcript))
        elif session.forked_from is not None:
            from interviewsim.tui.screens.takes import TakesScreen

            self._stand_on_home(TakesScreen(session.session))
        elif session.length == "warm-up":
            self.warmed_up(session.session)
        else:
            self.debrief(session.session)

    def warmed_up(self, session: str) -> None:
        """Read what a warm-up gave."""
        from interviewsim.tui.screens.warm_up import WarmUpScreen

        self._stand_on_home(WarmUpScreen(session))

    def debrief(self, session: str) -> None:
        """Read what a round earned; it is graded first where it has not been."""
        from interviewsim.tui.screens.debrief import DebriefScreen

        self._stand_on_home(DebriefScreen(session))

    def bank(self) -> None:
        """Every question there is."""
        from interviewsim.tui.screens.bank import BankScreen

        self._stand_on_home(BankScreen())

    def shelf(self) -> None:
        """Packs and rubrics."""
        from interviewsim.tui.screens.shelf import ShelfScreen

        self._stand_on_home(ShelfScreen())

    def history(self) -> None:
        """All sessions."""
        from interviewsim.tui.screens.history import HistoryScreen

        self._stand_on_home(HistoryScreen())

    def settings(self) -> None:
        """What is set and why, upon the screen where one is."""
        if self.around.preferences is not None:
            from interviewsim.tui.screens.settings import SettingsScreen

            self.push_screen(SettingsScreen(self.around.preferences))

    def loop(self, loop: str | None = None) -> None:
        """The loop that is named, else the one to go on with."""
        from interviewsim.tui.screens.loop import LoopScreen

        self._stand_on_home(LoopScreen(loop))

    def wear(self, theme: str) -> None:
        """Put on colors that are kept already; the usual ones where there are none of that name."""
        self._theme = theme if theme in self.available_themes else USUAL
        self.theme = self._theme

    def tell(self, error: InterviewSimError) -> None:
        """Say what went wrong and what to do, as text."""
        self.notify(one_line(error.hint), title=one_line(error.message), severity="error", timeout=12, markup=False)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette: the screen's own commands first."""
        for command in screen.KEYS if isinstance(screen, Floor) else ():
            if command.in_palette and screen.check_action(command.action.partition("(")[0], ()):
                yield SystemCommand(
                    command.label.capitalize(), command.help, partial(screen.run_action, command.action)
                )
        yield SystemCommand("Theme", "Choose colors, dark or light", self.action_change_theme)
        yield SystemCommand("Help", "What this screen is for, and all its keys", partial(screen.run_action, "help"))
        yield SystemCommand("Quit", "Leave the program; nothing is lost", self.action_quit)

    async def action_quit(self) -> None:
        """Leave, unless a screen asks first."""
        if all(screen.before_quit() for screen in reversed(self.screen_stack) if isinstance(screen, Floor)):
            self.exit()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A fault of the program's own while it opened a round is told; it never ends the app."""
        if event.state is WorkerState.ERROR:
            self.tell(fault(event.worker))

    def _keep_theme(self, theme: "Theme") -> None:
        """What was chosen in the palette is there next time; what was set before is not written again."""
        if (doors := self.around.preferences) is not None and theme.name != self._theme:
            self._theme = theme.name
            self.run_worker(self._kept(doors, theme.name), group="theme", exit_on_error=False)

    async def _kept(self, doors: "Preferences", theme: str) -> None:
        try:
            await doors.keep({"theme": theme})
        except InterviewSimError as error:
            self.tell(error)

    def _enter(self, door: Callable[[T], "Awaitable[Conductor]"], what: T) -> None:
        """Go through a door to a round, through one at a time: a second key press opens no second session."""
        if not any(worker.group == ENTERING and not worker.is_finished for worker in self.workers):
            self.run_worker(self._entered(door, what), group=ENTERING, exit_on_error=False)

    async def _entered(self, door: Callable[[T], "Awaitable[Conductor]"], what: T) -> None:
        try:
            conductor = await door(what)
        except InterviewSimError as error:
            self.tell(error)
            return
        from interviewsim.tui.screens.aloud import AloudScreen
        from interviewsim.tui.screens.interview import InterviewScreen

        aloud = conductor.transcript.opened.mode == "aloud"
        self._stand_on_home(AloudScreen(conductor) if aloud else InterviewScreen(conductor))

    def _stand_on_home(self, screen: Screen[None]) -> None:
        """Home is the only screen to come back to; a round is not re-entered by going back."""
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)
