"""Settings: what stands and why, to be changed in place; and the connection to a model, tried a step at a time."""

from collections.abc import Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import ScrollableContainer, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interviewsim.domain.choosable import Group, Held
from interviewsim.errors import InterviewSimError
from interviewsim.tui.commands import Command, bindings
from interviewsim.tui.presenters import settings as told
from interviewsim.tui.presenters.plain import one_line
from interviewsim.tui.screens import settings_keys as keys
from interviewsim.tui.screens.setting_edits import SettingEdits
from interviewsim.tui.widgets.ink import ALERT, QUIET
from interviewsim.tui.widgets.menu import Menu
from interviewsim.tui.widgets.setting_lines import detail_text, offer_line, offer_text, setting_line, steps_text

if TYPE_CHECKING:
    from interviewsim.preferences import Preferences, Step, Surveyed

TESTING = "test"
SCROLLBAR = 1
"""Cells that it takes once there is much to be told."""
GROUPS = {"model": Group.MODEL, "practice": Group.PRACTICE, "screen": Group.SCREEN}
NOTHING_TRIED = "t tries the connection: address, HTTP, models, a streamed sentence, a small grade."


class SettingsScreen(SettingEdits):
    """Three short lists, and beside them what is under the cursor and the connection's steps."""

    KEYS: ClassVar[tuple[Command, ...]] = keys.ALL
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    CSS_PATH = "settings.tcss"
    ABOUT = keys.ABOUT

    def __init__(self, doors: "Preferences") -> None:
        super().__init__()
        self.doors = doors
        self._surveyed: Surveyed | None = None
        self._offers: Sequence[told.Offer] = ()
        self._steps: list[Step] = []

    def frame_title(self) -> str:
        """What it is."""
        return "Settings"

    def body(self) -> ComposeResult:
        """The lists, what is under the cursor, the connection."""
        with ScrollableContainer(id="halves", can_focus=False):
            with VerticalScroll(id="list", can_focus=False):
                yield Static("Reading the settings…", id="trouble", markup=False)
                yield Menu(heading=Content.styled("LANGUAGE MODEL", QUIET), ident="model")
                yield Menu(heading=Content.styled("SERVERS TO CHOOSE FROM", QUIET), ident="servers")
                yield Static("", id="looking", markup=False)
                yield Menu(heading=Content.styled("PRACTICE", QUIET), ident="practice")
                yield Menu(heading=Content.styled("SCREEN", QUIET), ident="screen")
            with VerticalScroll(id="beside", can_focus=False):
                yield Static("", id="detail", markup=False)
                yield Static(NOTHING_TRIED, id="steps", markup=False)
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Read the settings, then look for servers."""
        self.query_one("#model").focus()
        self.query_one("#servers").display = False
        self.load()

    @property
    def testing(self) -> bool:
        """Whether a test runs."""
        return any(worker.group == TESTING and not worker.is_finished for worker in self.workers)

    @property
    def under_cursor(self) -> Held | told.Offer | None:
        """The setting or the server that the cursor stands on."""
        menu = self.focused
        if not isinstance(menu, Menu) or not menu.count:
            return None
        if menu.id == "servers":
            return self._offers[menu.cursor]
        return told.rows_of(list(self.held.values()), GROUPS[menu.id or ""])[menu.cursor].held

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be taken away is one's own; undo needs a change, a test needs nothing but to be over."""
        del parameters
        match action:
            case "clear":
                here = self.under_cursor
                return isinstance(here, Held) and not here.of.secret and told.own_value(here) is not None
            case "undo":
                return self.can_undo
            case "test":
                return bool(self.held)
            case "edit":
                return bool(self.house.around.editor)
            case _:
                return True

    @work(exclusive=True, group="load", exit_on_error=False)
    async def load(self) -> None:
        """Read what stands, then see what is found."""
        await self.read()
        await self._look()

    async def read(self) -> None:
        """Show the settings as they stand; a file that cannot be read is told with what to do."""
        try:
            self.held = {one.of.name: one for one in await self.doors.held()}
        except InterviewSimError as error:
            shown = Content.assemble(("✗ ", ALERT), one_line(error.message), "\n  ", one_line(error.hint))
            self.query_one("#trouble", Static).update(shown)
            self.query_one("#trouble").display = True
            return
        self.query_one("#trouble").display = False
        for name, group in GROUPS.items():
            rows = told.rows_of(list(self.held.values()), group)
            self.query_one(f"#{name}", Menu).show([setting_line(row) for row in rows])
        self._show_detail()

    async def _look(self) -> None:
        self._surveyed = await self.doors.surveyed()
        self._show_offers()
        self.found = await self.doors.servers()
        self._show_offers()

    @on(Menu.Moved)
    def follow(self) -> None:
        """What stands beside is about the row under the cursor."""
        if not self.testing:
            self.remove_class("-tested")
        self._show_detail()

    def on_descendant_focus(self) -> None:
        """Another list has another row."""
        self.follow()

    @on(Menu.Chosen)
    def open_it(self) -> None:
        """Change a setting, or choose a server."""
        match self.under_cursor:
            case Held() as held:
                self.change(held)
            case told.Offer() as offer:
                self.choose(offer)
            case None:
                return

    def action_test(self) -> None:
        """Try the connection; a test that runs begins anew."""
        self.try_connection()

    @work(exclusive=True, group=TESTING, exit_on_error=False)
    async def try_connection(self) -> None:
        """Show each step as it is taken. Cancelled by escape, at every await."""
        self._steps = []
        self.add_class("-tested")
        self._show_steps(running=True)
        try:
            async with aclosing(self.doors.connection()) as coming:
                async for step in coming:
                    self._steps.append(step)
                    self._show_steps(running=True)
        finally:
            self._show_steps(running=False)

    def action_clear(self) -> None:
        """Take the value under the cursor away from one's own settings."""
        here = self.under_cursor
        if isinstance(here, Held):
            self.keep({here.of.name: None})

    def action_undo(self) -> None:
        """Take the last change back."""
        self.undo()

    def action_look(self) -> None:
        """Look for servers again."""
        self.found = None
        self.load()

    @work(exclusive=True, group="edit", exit_on_error=False)
    async def action_edit(self) -> None:
        """The file itself, in the person's own editor; then everything is read again."""
        from textual.app import SuspendNotSupported

        from interviewsim.tui.editor import opened

        try:
            path = await self.doors.own_file()
            with self.app.suspend():
                await opened(path, self.house.around.editor)
        except InterviewSimError as error:
            self.say(f"{error.message} {error.hint}", failed=True)
        except SuspendNotSupported:
            self.say("The editor needs a terminal of its own.", failed=True)
        self.load()

    def action_back(self) -> None:
        """Stop a test that runs; else back to where one was."""
        if self.testing:
            self.workers.cancel_group(self, TESTING)
            self.say("The test was stopped.")
        else:
            self.app.pop_screen()

    def say(self, sentence: str, *, failed: bool = False) -> None:
        """A line below everything."""
        mark = ("✗ ", ALERT) if failed else ""
        self.query_one("#said", Static).update(Content.assemble(mark, one_line(sentence)))

    def _show_detail(self) -> None:
        match self.under_cursor:
            case Held() as held:
                self.query_one("#detail", Static).update(detail_text(told.detail_of(held)))
            case told.Offer() as offer:
                self.query_one("#detail", Static).update(offer_text(offer))
            case None:
                return
        if not self.testing:
            self.query_one("#beside").scroll_home(animate=False)
        self.refresh_bindings()

    def _show_offers(self) -> None:
        if self._surveyed is None:
            return
        self._offers = told.offers_of(self._surveyed, self.found or ())
        shown = self.query_one("#servers", Menu)
        shown.show([offer_line(offer) for offer in self._offers])
        shown.display = bool(self._offers)
        looking = self.query_one("#looking", Static)
        looking.update(why := told.nothing_offered(self._surveyed, self.found))
        looking.display = bool(why)

    def _show_steps(self, *, running: bool) -> None:
        if not self.is_mounted:
            return
        ended = "" if running else told.outcome(self._steps)
        lines, shown = told.step_lines(self._steps, running=running), self.query_one("#steps", Static)
        shown.update(steps_text(lines, ended, shown.size.width - SCROLLBAR))
        self.call_after_refresh(self.query_one("#beside").scroll_end, animate=False)

    @on(events.Resize)
    def set_out_anew(self) -> None:
        """Another width has other rows."""
        if self._steps:
            self.call_after_refresh(self._show_steps, running=self.testing)
