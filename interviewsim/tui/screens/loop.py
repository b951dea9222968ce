"""The loop: its rounds with where each stands, the next one at a key, and the committee when all are in."""

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interviewsim.domain.course import Stage, setup_for
from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Round
from interviewsim.errors import InterviewSimError
from interviewsim.tui.commands import Command, bindings
from interviewsim.tui.presenters.loop import LoopView, RoundLine, loop_view
from interviewsim.tui.presenters.plain import column, one_line
from interviewsim.tui.presenters.rulers import RulerOption, every_ruler
from interviewsim.tui.screens.floor import Floor
from interviewsim.tui.screens.pick import PickScreen
from interviewsim.tui.widgets.ink import ACCENT, GOOD, QUIET
from interviewsim.tui.widgets.menu import Menu

if TYPE_CHECKING:
    from interviewsim.domain.course import Course

CHOOSE = Command(
    "loop.choose", "enter", "choose", "begin or open", "Begin the round, go on with it, or read it", "enter"
)
PACKET = Command("loop.packet", "p", "packet", "packet", "What the committee decides, and why", "p")
REVEAL = Command("loop.reveal", "c", "reveal", "reveal", "See the sealed read-outs of this loop", "c")
NEW = Command("loop.new", "n", "new", "new loop", "Begin another loop, at any company and level", "n")
HOME = Command("loop.home", "escape", "home", "home", "Back home; the loop goes on another day", "esc")


class LoopScreen(Floor):
    """One loop: the one named, else the newest that is not finished, else the newest, else a new one."""

    KEYS: ClassVar[tuple[Command, ...]] = (CHOOSE, PACKET, REVEAL, NEW, HOME)
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    CSS_PATH = "loop.tcss"
    AUTO_FOCUS = ""
    ABOUT = (
        "All rounds of a company's loop, each a session of its own. Enter goes on with the next one; hold them in one "
        "sitting or over days. In realistic mode the read-outs stay sealed until all are in; then the committee meets, "
        "and p shows its packet: every vote with its words, the decision by a fixed rule, and what would change it."
    )

    def __init__(self, loop: str | None = None) -> None:
        super().__init__()
        self._loop = loop
        self._course: Course | None = None
        self._view: LoopView | None = None
        self._revealed = False
        self._wanted: RulerOption | None = None

    def frame_title(self) -> str:
        """Until it is read."""
        return "Full loop"

    def body(self) -> ComposeResult:
        """The rounds, and the committee beside them."""
        with VerticalScroll(id="page", can_focus=False):
            yield Static("Reading the loop…", id="lead", markup=False)
            with Horizontal(id="halves"):
                yield Menu(heading=_heading(), ident="rounds")
                yield Static("", id="committee", markup=False)
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Read it."""
        self.query_one("#halves").display = False
        self.load()

    def on_screen_resume(self) -> None:
        """A round may have been graded again meanwhile."""
        if self._course is not None:
            self.load()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A packet needs all rounds, revealing something sealed."""
        del parameters
        match action:
            case "packet":
                return self._view is not None and self._view.complete
            case "reveal":
                return (
                    self._view is not None and self._view.sealed and any(one.mark == "✓" for one in self._view.rounds)
                )
            case _:
                return True

    @work(exclusive=True, group="loop", exit_on_error=False)
    async def load(self) -> None:
        """Find the loop, grade what came to its end ungraded, and show it."""
        try:
            course = await self._found()
            for session in course.ungraded:
                self._say("Grading what was held…")
                await self.house.gradings.graded(session)
            self._course = await self._found() if course.ungraded else course
        except InterviewSimError as error:
            self._wanted = None
            self._say(f"✗ {error.message} {error.hint}")
            return
        self._say("")
        self._show()

    async def _found(self) -> "Course":
        if self._wanted is not None:
            begun = await self.house.stage.new_loop(self._wanted.company, self._wanted.level.value)
            self._course, self._loop, self._revealed, self._wanted = begun, begun.loop, False, None
            return begun
        known = await self.house.stage.loops()
        if self._loop is not None:
            named = next((one for one in known if one.loop == self._loop), None)
            if named is not None:
                return named
        waiting = next((one for one in known if not one.complete), None) or next(iter(known), None)
        if self._course is not None and self._loop == self._course.loop:  # begun, and nothing held of it yet
            return self._course
        found = waiting or await self.house.stage.new_loop()
        self._loop = found.loop
        return found

    @on(Menu.Chosen, "#rounds")
    def open_it(self, event: Menu.Chosen) -> None:
        """Begin the round, go on with it, or read its debrief."""
        if self._view is None or self._course is None:
            return
        line = self._view.rounds[event.index]
        match line.stage:
            case Stage.TO_COME:
                self.begin(event.index)
            case Stage.UNDER_WAY:
                self.house.go_on(str(line.session))
            case Stage.IN if not self._view.sealed:
                self.read_debrief(str(line.session))
            case Stage.IN:
                self._say("Its read-out is sealed until all rounds are in. c reveals it.")
            case Stage.DAMAGED:
                self._say("Its journal is damaged; history (h at home) says where.")

    @work(exclusive=True, group="begin", exit_on_error=False)
    async def begin(self, at: int) -> None:
        """Begin a round of the loop, with the clock as it was chosen last time."""
        if self._course is None:
            return
        step = self._course.steps[at]
        last = await self.house.stage.last_setup(step.place.round)
        self.house.begin(setup_for(self._course, step, Setup(step.place.round, time_factor=last.time_factor)))

    def read_debrief(self, session: str) -> None:
        """The round's own debrief, and back here."""
        from interviewsim.tui.screens.debrief import DebriefScreen

        self.app.push_screen(DebriefScreen(session))

    def action_packet(self) -> None:
        """The committee's packet."""
        from interviewsim.tui.screens.committee import CommitteeScreen

        if self._course is not None:
            self.app.push_screen(CommitteeScreen(self._course.loop))

    def action_reveal(self) -> None:
        """Break the seal, for this loop and this sitting."""
        self._revealed = True
        self._show()

    def action_new(self) -> None:
        """Ask by which company and level."""
        self.choose_loop()

    @work(exclusive=True, group="choose", exit_on_error=False)
    async def choose_loop(self) -> None:
        """Choose company and level of another loop from one list."""
        try:
            last = await self.house.stage.last_setup(Round.BEHAVIORAL)
            lobby = await self.house.stage.lobby(Setup(Round.BEHAVIORAL, company=last.company, level=last.level))
        except InterviewSimError as error:
            self._say(f"✗ {error.message} {error.hint}")
            return
        options = every_ruler(lobby.companies, last.company, last.level)

        def chosen(index: int | None) -> None:
            if index is not None:
                self._wanted = options[index]
                self.load()

        self.app.push_screen(PickScreen("A loop at", [option.name for option in options], 0), chosen)

    def action_home(self) -> None:
        """Home."""
        self.go_home()

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(Content(one_line(sentence)))

    def _show(self) -> None:
        if self._course is None:
            return
        self._view = view = loop_view(self._course, revealed=self._revealed)
        self.frame.name_it(view.title)
        self.query_one("#lead", Static).update(Content.styled(view.lead, QUIET))
        self.query_one("#halves").display = True
        rounds = self.query_one("#rounds", Menu)
        rounds.show([_row(line) for line in view.rounds])
        if not rounds.has_focus:
            rounds.cursor = view.at
            rounds.focus(scroll_visible=False)
        self.query_one("#committee", Static).update(_committee(view))
        self.refresh_bindings()


def _heading() -> Content:
    return Content.styled(f"  {column('ROUND', 16)}{column('SCORE', 7)}{column('SIGNAL', 15)}INTERVIEWER", QUIET)


def _row(line: RoundLine) -> Content:
    strong = "bold" if line.next else ""
    return Content.assemble(
        (f"{line.mark} ", GOOD),
        (column(line.label, 14), strong),
        column(line.score, 7),
        (column(line.signal, 15), ACCENT if line.next else ""),
        (line.who, QUIET),
    )


def _committee(view: LoopView) -> Content:
    return Content.assemble(("HIRING COMMITTEE\n", QUIET), "\n\n".join(view.committee))
