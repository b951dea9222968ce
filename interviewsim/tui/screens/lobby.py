"""The lobby: choose, see what awaits, start."""

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import ScrollableContainer, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interviewsim.domain.setup import Setup
from interviewsim.errors import InterviewSimError
from interviewsim.tui.commands import Command, bindings
from interviewsim.tui.presenters.lobby import Field, LobbyView, PhaseRow, lobby_view
from interviewsim.tui.presenters.plain import column, one_line
from interviewsim.tui.screens.readiness import OFFLINE, SETTINGS, WITH_MODEL, ReadyFloor
from interviewsim.tui.widgets.choice import Choice
from interviewsim.tui.widgets.ink import ALERT, QUIET

if TYPE_CHECKING:
    from interviewsim.backstage import Lobby

START = Command("lobby.start", "enter", "start", "start", "Begin the round as it is set up", "enter")
TURN = Command(
    "lobby.turn", "left,right", "turn", "change", "Change the field under the cursor", "◂▸", in_palette=False
)
PICK = Command("lobby.pick", "q", "pick", "pick a question", "Choose the question from a list", "q")
ASK = Command("lobby.ask", "a", "ask", "own question", "Type a question of your own", "a")
READ_ON = Command(
    "lobby.read_on", "pagedown", "page(1)", "read on", "Scroll down", "pgdn", in_line=False, in_palette=False
)
READ_BACK = Command(
    "lobby.read_back", "pageup", "page(-1)", "read back", "Scroll up", "pgup", in_line=False, in_palette=False
)
BACK = Command("lobby.back", "escape", "back", "home", "Back home; nothing is started", "esc")


class LobbyScreen(ReadyFloor):
    """One round, its choices on the left, what follows from them on the right."""

    KEYS: ClassVar[tuple[Command, ...]] = (
        START,
        TURN,
        PICK,
        ASK,
        SETTINGS,
        OFFLINE,
        WITH_MODEL,
        READ_ON,
        READ_BACK,
        BACK,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    CSS_PATH = "lobby.tcss"
    ABOUT = (
        "Set a round up. Up and down go through the fields, left and right change one, Enter starts. The clock begins "
        "when the interviewer has asked; nobody sees what you choose here. A model that was chosen is asked whether it "
        "is ready; nothing of yours is sent before you start."
    )

    def __init__(self, setup: Setup, *, as_last_time: bool = False) -> None:
        """`as_last_time`: begin with what was chosen last time for the setup's round, not with the setup itself."""
        super().__init__()
        self._setup = setup
        self._known = not as_last_time
        self._starts = False
        self._told = ""
        self._away = False
        self._lobby: Lobby | None = None
        self._view: LobbyView | None = None

    def frame_title(self) -> str:
        """Which round."""
        return f"Set up · {self._setup.round.label}"

    def body(self) -> ComposeResult:
        """Fields come when the pack has been read."""
        with ScrollableContainer(id="halves", can_focus=False):
            with VerticalScroll(id="choices", can_focus=False):
                yield Static("Reading the company pack…", id="fields-title", markup=False)
                yield Static("", id="below", markup=False)
            with VerticalScroll(id="expect", can_focus=False):
                yield Static("", id="awaits", markup=False)
        yield Static("", id="trouble", markup=False)

    def on_mount(self) -> None:
        """Read what was chosen last time, and what awaits."""
        if self._known:
            self.look(self._setup)
        else:
            self.recall()

    @work(exclusive=True, group="lobby", exit_on_error=False)
    async def recall(self) -> None:
        """Take last time's choices, start at once where Enter was pressed meanwhile, or show them."""
        plain, self._setup = self._setup, await self.house.stage.last_setup(self._setup.round)
        self._known = True
        if self._starts:
            self.action_start()
            return
        try:
            await self._look(self._setup)
        except InterviewSimError as error:  # such as a pack that was removed since
            self._told = one_line(f"{error.message} {error.hint}")
            self.look(plain)

    @work(exclusive=True, group="lobby", exit_on_error=False)
    async def look(self, setup: Setup) -> None:
        """See what a setup leads to; a pack that does not load leaves the last one standing."""
        try:
            await self._look(setup)
        except InterviewSimError as error:
            self._refuse(one_line(f"{error.message} {error.hint}"))

    @on(Choice.Changed)
    def choose(self, event: Choice.Changed) -> None:
        """Another value: see what follows."""
        if self._view is None:
            return
        self._setup = _field(self._view, event.choice.id or "").options[event.at].setup
        self.look(self._setup)

    def action_start(self) -> None:
        """Begin, even before the lobby has been read: what is set is known, and a pack that fails says so."""
        if self._known:
            self.house.begin_chosen(self._setup)
        self._starts = True

    def action_turn(self) -> None:
        """Shown on the key line; the fields do it themselves."""

    def action_pick(self) -> None:
        """Choose the question from a list."""
        from interviewsim.tui.screens.pick import PickScreen

        if self._view is None:
            return
        field = _field(self._view, "question")
        names = [option.name for option in field.options]
        self.app.push_screen(PickScreen("Which question?", names, field.at), self._picked)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is about models needs one, or the doors to them."""
        del parameters
        match action:
            case "offline":
                return self.can_set_aside
            case "with_model":
                return self.is_aside
            case "settings":
                return self.house.around.preferences is not None
            case _:
                return True

    def on_screen_resume(self) -> None:
        """The settings may have changed meanwhile."""
        if self._away:
            self._away = False
            self.reread()

    def action_settings(self) -> None:
        """What is set, and why."""
        self._away = True
        self.house.settings()

    def action_offline(self) -> None:
        """Play offline in this sitting."""
        self.set_aside(aside=True)

    def action_with_model(self) -> None:
        """Play with the chosen model again."""
        self.set_aside(aside=False)

    def action_page(self, by: int) -> None:
        """Read on where the window is small; the fields keep the focus."""
        for name in ("#halves", "#choices", "#expect"):
            holder = self.query_one(name)
            (holder.scroll_page_down if by > 0 else holder.scroll_page_up)(animate=False)

    def action_ask(self) -> None:
        """Type a question of one's own."""
        from interviewsim.tui.screens.ask import AskScreen

        note = "The interviewer asks it as you write it; the rubric of the round judges the answer."
        still = self.house.around.still
        screen = AskScreen("Your own question", self._setup.ask or "", note=note, verb="ask it", still=still)
        self.app.push_screen(screen, self._asked)

    def action_back(self) -> None:
        """Home."""
        self.go_home()

    def _picked(self, index: int | None) -> None:
        if index is not None and self._view is not None:
            self.look(_field(self._view, "question").options[index].setup)

    def _asked(self, text: str | None) -> None:
        if text is not None:
            self.look(replace(self._setup, ask=one_line(text), question_id=None))

    def reread(self) -> None:
        """See again what awaits, and who interviews."""
        self.look(self._setup)

    def told(self) -> None:
        """Show what is known by now of the model."""
        if self._view is not None:
            self.query_one("#below", Static).update(_below(self._view, self.readiness()))

    async def _look(self, setup: Setup) -> None:
        lobby = await self.house.stage.lobby(setup)
        self._setup, self._lobby = lobby.setup, lobby
        await self.voiced(lobby.voices)
        await self._show(lobby_view(lobby))

    def _refuse(self, sentence: str) -> None:
        self.query_one("#trouble", Static).update(Content.assemble(("✗ ", ALERT), sentence))
        if self._view is None:
            self.query_one("#fields-title", Static).update("This round cannot be set up.")

    async def _show(self, view: LobbyView) -> None:
        first = self._view is None
        self._view = view
        if first:
            await self.query_one("#choices").mount_all(
                [_made(field) for field in view.fields], before=self.query_one("#below")
            )
            self.query_one("#fields-title").display = False
            self.query_one("#company", Choice).focus()
        for field in view.fields:
            self.query_one(f"#{field.id}", Choice).show(_values(field), field.at)
        self.query_one("#trouble", Static).update("")
        if self._told:
            self._refuse(self._told)
            self._told = ""
        self.told()
        self.refresh_bindings()
        self.query_one("#awaits", Static).update(_awaits(view))


def _field(view: LobbyView, id_: str) -> Field:
    return next(field for field in view.fields if field.id == id_)


def _made(field: Field) -> Choice:
    return Choice(field.label, _values(field), field.at, ident=field.id)


def _values(field: Field) -> list[tuple[str, str]]:
    return [(option.name, option.note) for option in field.options]


def _below(view: LobbyView, ready: Content) -> Content:
    lines = [Content.styled("WHO INTERVIEWS, AND WHERE ANSWERS GO", QUIET), Content(view.interviewer)]
    lines += [line for line in (ready, Content(view.estimate)) if line]
    parts: list[Content] = [Content("\n").join(lines)]
    if view.focus:
        parts.append(Content.assemble(("CARRIED OVER FROM LAST TIME\n", QUIET), ("→ ", "bold"), view.focus))
    if view.brief:
        parts.append(Content.assemble(("THE COMPANY\n", QUIET), view.brief))
    if view.disclaimer:
        parts.append(Content.styled(view.disclaimer, QUIET))
    return Content("\n\n").join(parts)


def _awaits(view: LobbyView) -> Content:
    phases = [_phase(row) for row in view.phases]
    graded: list[str | Content | tuple[str, str]] = [("\n\nGRADED ON\n", QUIET)]
    graded += [view.graded] if view.graded else [_criteria(view)]
    return Content.assemble(
        ("WHAT TO EXPECT\n", QUIET), view.persona, "\n", view.length, "\n\n", Content("\n").join(phases), *graded
    )


def _phase(row: PhaseRow) -> Content:
    name = f"  {column(row.name, 18)}" if row.inner else column(row.name, 20)
    return Content.styled(f"  {row.start}  {name} {column(row.length, 6, right=True)}", QUIET if row.inner else "")


def _criteria(view: LobbyView) -> Content:
    rows = [Content.assemble((f"  {column(row.weight, 4, right=True)}  ", "bold"), row.name) for row in view.criteria]
    return Content("\n").join(rows)
