"""Home: where every sitting begins. It paints before the history is read."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from interviewsim.domain.terms import Round
from interviewsim.errors import InterviewSimError
from interviewsim.tui.commands import Command, bindings
from interviewsim.tui.gradings import Underway
from interviewsim.tui.presenters.grading import underway_brief
from interviewsim.tui.presenters.home import HomeView, coming, home_view, in_a_sealed_loop
from interviewsim.tui.presenters.plain import one_line
from interviewsim.tui.screens.day import DATE, DRILL, TODAY
from interviewsim.tui.screens.welcome import FIRST_ROUND, ROUND_NOW, WARM_UP, WelcomeFloor
from interviewsim.tui.widgets.home_lines import aside, recent_lines, round_lines, rounds_heading, unfinished_lines
from interviewsim.tui.widgets.ink import QUIET
from interviewsim.tui.widgets.menu import Menu

if TYPE_CHECKING:
    from interviewsim.domain.history import HistoryRow

RESUME = Command("home.resume", "r", "resume", "resume", "Go on with the round that was left last", "r")
HISTORY = Command("home.history", "h", "history", "history", "All sessions, their trends, compare and delete", "h")
BANK = Command("home.bank", "b", "bank", "questions", "Every question there is; practice one of them", "b")
SHELF = Command("home.shelf", "p", "shelf", "packs", "Companies and rubrics: browse, switch, write your own", "p")
SETTINGS = Command("home.settings", "s", "settings", "settings", "Model, server, level and the rest, and why", "s")
LOOP = Command("home.loop", "l", "loop", "full loop", "All rounds of a company's loop, then its committee", "l")
CHOOSE = Command("home.choose", "enter", "choose", "open", "Open what is under the cursor", "enter", in_palette=False)
NEWEST = 24
"""Sessions that are read before all the others, to be shown at once."""
ROUND_KEYS = tuple(
    Command(
        f"home.{round_.value}",
        str(number),
        f"set_up('{round_.value}')",
        round_.label,
        f"Set up the {round_.label.lower()} round",
        str(number),
        in_line=False,
    )
    for number, round_ in enumerate(Round, 1)
)


class HomeScreen(WelcomeFloor):
    """Six rounds, what can be resumed, what was done lately."""

    KEYS: ClassVar[tuple[Command, ...]] = (
        CHOOSE,
        TODAY,
        WARM_UP,
        ROUND_NOW,
        RESUME,
        DRILL,
        HISTORY,
        LOOP,
        BANK,
        SHELF,
        SETTINGS,
        DATE,
        *ROUND_KEYS,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    ABOUT = (
        "The rounds of a product-management interview loop, with your last and best score and the trend under the same "
        "company, level and grader. Enter or a number sets a round up; nothing starts before you say so. With the "
        "day of your interview set (i), it leads with the days left and the one session that today is for."
    )

    def __init__(self) -> None:
        super().__init__()
        self._history: Sequence[HistoryRow] = ()
        self._rounds: Mapping[Round, int] | None = None
        self._complete: frozenset[str] | None = None
        self._view = home_view((), None, None)
        self._known = False
        self._read = False
        self._enters = False
        self._noted = ""

    def frame_title(self) -> str:
        """The program's name, once."""
        return "interviewsim"

    def body(self) -> ComposeResult:
        """Paint what was shown last, as far as it is known; reading the sessions follows."""
        self._recall()
        view = self._view
        yield Static(Content(self._leads("")), id="what", markup=False)
        yield Static("", id="today", markup=False)
        with Horizontal(id="halves"):
            with Vertical(id="left"):
                yield Menu(round_lines(view.rounds), heading=rounds_heading(), ident="rounds")
                yield _listed(Menu(recent_lines(view), heading=Content.styled("RECENT", QUIET), ident="recent"))
            with Vertical(id="right"):
                unfinished = Menu(unfinished_lines(view), heading=Content.styled("RESUME", QUIET), ident="unfinished")
                yield _listed(unfinished)
                beside = Static(self._beside(view) if self._known else "", id="beside", markup=False)
                beside.set_class(self._known and view.empty, "-first")
                yield beside
        yield Static(Content(view.damaged), id="said", markup=False)

    def _recall(self) -> None:
        """Take up what is known at a glance: that nothing was practiced yet, or what home showed last."""
        look = self.house.stage.first_look()
        if not look.practiced:
            self._known = True
        if not look.note:
            return
        from interviewsim.tui.presenters.home_note import noted_in

        now = self.house.around.clock()
        if noted := noted_in(look.note, now):
            self._noted = look.note
            self._rounds = noted.rounds or None
            self._view = home_view((), now, self._rounds)
            if look.practiced and noted.view:
                self._view, self._known = noted.view, True

    def on_mount(self) -> None:
        """Stand on the round of the warm-up; once this has been painted sessions are read, and then the stage."""
        rounds = self.query_one("#rounds", Menu)
        rounds.cursor = list(Round).index(FIRST_ROUND)
        rounds.focus()
        self.house.gradings.moved.subscribe(self, self.grade_moved)
        self.call_after_refresh(self.read_history)

    def on_screen_resume(self) -> None:
        """A round may have been played meanwhile."""
        if self._read:
            self.read_history()
            self.see_spots()
            self.survey(look=self._view.empty)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Resume is offered where there is something to resume, history where there is some."""
        del parameters
        match action:
            case "resume":
                return bool(self._view.unfinished)
            case "history":
                return not self._view.empty
            case "settings":
                return self.house.around.preferences is not None
            case "round_now":
                return self._view.empty
            case _:
                return self.day_action(action)

    @work(exclusive=True, group="history", exit_on_error=False)
    async def read_history(self) -> None:
        """Read all sessions and show them; Enter that was pressed meanwhile counts now."""
        first = not self._read
        try:
            if not self._known:  # all of them may be thousands
                self._history = await self.house.stage.history(NEWEST)
                self._show()
                self._known = True
            self._history = await self.house.stage.history()
            await self.ask_day()
            self._read = True
            self._show()
            if any(in_a_sealed_loop(row) for row in self._history):
                self.ask_loops()
        finally:
            self._read = self._known = True
            if self._enters and self.app.screen is self:
                self.action_choose()
            self._enters = False
            if first:
                self.ask_rounds()

    @work(exclusive=True, group="loops", exit_on_error=False)
    async def ask_loops(self) -> None:
        """Ask which loops are complete; until then the read-outs of all stay sealed."""
        self._complete = frozenset(one.loop for one in await self.house.stage.loops() if one.complete)
        self._show()

    @work(exclusive=True, group="rounds", exit_on_error=False)
    async def ask_rounds(self) -> None:
        """Ask which rounds can be played, and what is to be worked on; until then all seem to be, and nothing."""
        try:
            self._rounds = await self.house.stage.rounds()
        except InterviewSimError as error:  # such as a model server that is wanted and not there
            self.say(one_line(f"{error.message} {error.hint}"))
        else:
            self._show()
            await self.ask_spots()
        self.survey(look=self._view.empty)

    def action_choose(self) -> None:
        """Enter: choose in the list that has the focus; before anything has it, in the rounds."""
        if not self._known:
            self._enters = True
        elif isinstance(self.focused, Menu):
            super().action_choose()
        else:
            self.query_one("#rounds", Menu).action_choose()

    def grade_moved(self, underway: Underway) -> None:
        """A grade has a criterion more, or is there."""
        if self.app.screen is not self:
            return
        if underway.session in self.house.gradings.underway():
            self._show()
        else:
            self.read_history()

    @on(Menu.Chosen, "#rounds")
    def choose_round(self, event: Menu.Chosen) -> None:
        """Set it up; with nothing tried yet, Enter where the cursor stands is the warm-up."""
        chosen = list(Round)[event.index]
        if self._known and self._view.empty and chosen is FIRST_ROUND:
            self.action_warm_up()
        else:
            self.action_set_up(chosen.value)

    @on(Menu.Chosen, "#unfinished")
    def choose_unfinished(self, event: Menu.Chosen) -> None:
        """Go on with it."""
        self.house.go_on(self._view.unfinished[event.index].session)

    @on(Menu.Chosen, "#recent")
    def choose_recent(self, event: Menu.Chosen) -> None:
        """Read its debrief again."""
        self.house.debrief(self._view.recent[event.index].session)

    def action_set_up(self, round_: str) -> None:
        """Open the lobby of a round, or say why not."""
        chosen = Round(round_)
        if self._rounds is not None and chosen not in self._rounds:
            self.say(coming(chosen, self._rounds))
            return
        self.say("")
        self.house.set_up(chosen)

    def action_loop(self) -> None:
        """The loop to go on with, or a new one."""
        self.house.loop()

    def action_bank(self) -> None:
        """Every question."""
        self.house.bank()

    def action_shelf(self) -> None:
        """Packs and rubrics."""
        self.house.shelf()

    def action_history(self) -> None:
        """All sessions."""
        self.house.history()

    def action_settings(self) -> None:
        """What is set, and why."""
        self.house.settings()

    def action_resume(self) -> None:
        """Go on with the newest unfinished round."""
        if self._view.unfinished:
            self.house.go_on(self._view.unfinished[0].session)

    def practiced(self) -> "Sequence[HistoryRow] | None":
        """The history, newest first; None before it was read."""
        return self._history if self._read else None

    def lead(self, sentence: str) -> None:
        """What stands first; without a day that is waited for, what this is."""
        self.query_one("#what", Static).update(Content(self._leads(sentence)))

    def _leads(self, sentence: str) -> str:
        return sentence or " · ".join(filter(None, (self.what(), self._view.headline)))

    def welcomed(self) -> None:
        """Show what is known by now of who interviews."""
        if self._read:
            self.show_day()
            if self._view.empty:
                self.query_one("#beside", Static).update(self.welcome())

    def say(self, sentence: str) -> None:
        """A line below everything."""
        self.query_one("#said", Static).update(Content(sentence))

    def _show(self) -> None:
        grading = {session: underway_brief(far) for session, far in self.house.gradings.underway().items()}
        now = self.house.around.clock()
        view = home_view(self._history, now, self._rounds, grading, complete=self._complete)
        if not self._read:  # the newest alone: last, best and trend cannot be told by them
            view = view._replace(rounds=self._view.rounds, headline="", damaged="")
        if view != self._view or not self._known:
            self._view = view
            with self.app.batch_update():
                self._show_view(view)
        self.show_day()
        if self._read and not grading:
            self.leave_note()

    def _show_view(self, view: HomeView) -> None:
        self.query_one("#rounds", Menu).show(round_lines(view.rounds))
        self.query_one("#beside").set_class(view.empty, "-first")  # one widget to style anew, not the whole screen
        self._show_sessions("unfinished", unfinished_lines(view))
        self._show_sessions("recent", recent_lines(view))
        self.query_one("#beside", Static).update(self._beside(view))
        self.say(view.damaged)

    def _beside(self, view: HomeView) -> Content:
        return self.welcome() if view.empty else aside(view)

    @work(exclusive=True, group="note", exit_on_error=False)
    async def leave_note(self) -> None:
        """Keep what is shown for the next first paint, where it has changed."""
        from interviewsim.tui.presenters.home_note import note_of

        note = note_of(self._view, self._history, self._rounds or {})
        if note != self._noted:
            self._noted = note
            await self.house.stage.keep_note(note)

    def _show_sessions(self, menu: str, rows: Sequence[Content]) -> None:
        shown = self.query_one(f"#{menu}", Menu)
        shown.show(rows)
        shown.display = bool(rows)


def _listed(menu: Menu) -> Menu:
    """A list that is there only with something in it."""
    menu.display = menu.count > 0
    return menu
