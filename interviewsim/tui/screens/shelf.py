"""Packs and rubrics: browse them, see what differs, choose one, and write one of your own."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interviewsim.domain.terms import Round
from interviewsim.errors import InterviewSimError
from interviewsim.tui.commands import Command, bindings
from interviewsim.tui.presenters import shelf as present
from interviewsim.tui.presenters.plain import column, one_line
from interviewsim.tui.presenters.shelf import Line
from interviewsim.tui.screens import shelf_keys as keys
from interviewsim.tui.screens.ask import AskScreen
from interviewsim.tui.screens.floor import Floor
from interviewsim.tui.widgets.ink import ALERT, GOOD, QUIET
from interviewsim.tui.widgets.roll import Roll
from interviewsim.tui.widgets.shelf_lines import page_text

if TYPE_CHECKING:
    from interviewsim.grading.shelf import PackRow, RubricPage

TAKES_A_LINE = frozenset({"vi", "vim", "nvim", "nano", "emacs", "micro", "kak", "joe", "ed"})
"""Editors that open a file at a line by `+LINE`."""


class ShelfScreen(Floor):
    """The packs, and beside them the pack under the cursor: itself, or how it judges a round."""

    KEYS: ClassVar[tuple[Command, ...]] = keys.ALL
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    CSS_PATH = "shelf.tcss"
    ABOUT = keys.ABOUT

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[PackRow] = ()
        self._company = ""
        self._at: Round | None = None
        self._page: RubricPage | None = None
        self._differs = False
        self._faults = False

    def frame_title(self) -> str:
        """What it is."""
        return "Packs and rubrics"

    def body(self) -> ComposeResult:
        """The list, and a page with its tabs."""
        with Horizontal(id="halves"):
            with Vertical(id="list"):
                yield Roll(heading=Content.styled("PACKS", QUIET), ident="packs")
            with Vertical(id="beside"):
                yield Static("Reading the packs…", id="tabs", markup=False)
                with VerticalScroll(id="page"):
                    yield Static("", id="text", markup=False)
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Read the packs."""
        self.query_one(Roll).focus()
        self.load()

    def on_resize(self, event: events.Resize) -> None:
        """The rows are others now."""
        super().on_resize(event)
        self.call_after_refresh(self._lay_out)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is about a pack needs one that loads; editing needs an editor."""
        del parameters
        row = self._row
        match action:
            case "choose" | "turn" | "new":
                return row is not None and row.pack is not None
            case "diff":
                return self._page is not None
            case "edit":
                return row is not None and row.own and bool(self.house.around.editor)
            case "faults":
                return row is not None and row.pack is not None
            case _:
                return True

    @work(exclusive=True, group="shelf", exit_on_error=False)
    async def load(self, stand_on: str = "") -> None:
        """Read every pack; the cursor goes to the one named, at first to the one that is practiced with."""
        stage = self.house.stage
        self._company = (await stage.last_setup(Round.BEHAVIORAL)).company
        known = self._row.id if self._row else self._company
        self._rows = await stage.shelf()
        if not self.is_attached:
            return
        ids = [row.id for row in self._rows]
        wanted = stand_on or known
        self.query_one(Roll).show(len(ids), self._draw, ids.index(wanted) if wanted in ids else 0)
        await self._read()

    @on(Roll.Moved)
    def follow(self) -> None:
        """Another pack, on the same page."""
        self._faults = False
        self.read_page()

    @on(Roll.Chosen)
    def switch(self) -> None:
        """The company of the next rounds, of whatever kind."""
        if self._row is not None and self._row.pack is not None:
            self.practice_with(self._row)

    @work(exclusive=True, group="switch", exit_on_error=False)
    async def practice_with(self, row: "PackRow") -> None:
        """Keep it as what was chosen last, for every round that it has."""
        stage = self.house.stage
        for round_ in row.rounds:
            last = await stage.last_setup(round_)
            await stage.keep_choices(replace(last, company=row.id, question_id=None, ask=None))
        self._company = row.id
        self.query_one(Roll).redraw()
        self._say(f"Your next rounds are at {present.pack_name(row)}. Earlier scores keep their rubric.")

    @work(exclusive=True, group="page", exit_on_error=False)
    async def read_page(self) -> None:
        """The page under the cursor."""
        await self._read()

    def action_choose(self) -> None:
        """Enter, wherever the focus is."""
        self.query_one(Roll).action_choose()

    def action_turn(self, by: int) -> None:
        """From the pack itself to its rounds, and round."""
        tabs = self._tabs
        self._at = tabs[(tabs.index(self._at) + by) % len(tabs)] if self._at in tabs else None
        self._faults = False
        self.read_page()

    def action_diff(self) -> None:
        """Show or hide what differs."""
        self._differs = not self._differs
        self._show()

    def action_faults(self) -> None:
        """Read again, and show what is wrong."""
        self._faults = True
        self.load()

    @work(exclusive=True, group="edit", exit_on_error=False)
    async def action_edit(self) -> None:
        """The file itself, in the person's own editor; then everything is read again."""
        from interviewsim.tui.editor import opened

        row = self._row
        if row is None:
            return
        fault = next(iter(row.faults), None)
        file = fault.file if fault else self._page.file if self._page else ""
        command = self.house.around.editor
        if fault and Path(command[0]).name in TAKES_A_LINE:
            command = (*command, f"+{fault.line}")
        try:
            with self.app.suspend():
                await opened(Path(file), command)
        except InterviewSimError as error:
            self._say(f"✗ {error.message} {error.hint}")
        except SuspendNotSupported:
            self._say("✗ The editor needs a terminal of its own.")
        self.load()

    def action_new(self) -> None:
        """Ask for its name."""
        row = self._row
        if row is None:
            return
        note = f"Small letters, digits and hyphens. It extends {one_line(row.id)}: what it does not say is as there."
        still = self.house.around.still
        screen = AskScreen("Begin a pack called", "", note=note, verb="begin it", still=still)

        def named(name: str | None) -> None:
            if name:
                self.begin(name, row.id)

        self.app.push_screen(screen, named)

    @work(exclusive=True, group="begin", exit_on_error=False)
    async def begin(self, name: str, base: str) -> None:
        """Write its first lines, and stand on it."""
        try:
            folder = await self.house.stage.begin_pack(name, base)
        except InterviewSimError as error:
            self._say(f"✗ {error.message} {error.hint}")
            return
        self._say(f"It stands in {folder}. e opens it.")
        self.load(stand_on=name)

    def action_read(self, by: int) -> None:
        """Scroll the page without leaving the list."""
        page = self.query_one("#page", VerticalScroll)
        page.scroll_relative(y=by * max(1, page.size.height - 2), animate=False)

    def action_back(self) -> None:
        """Home."""
        self.dismiss()

    @property
    def _row(self) -> "PackRow | None":
        at = self.query_one(Roll).cursor
        return self._rows[at] if at < len(self._rows) else None

    @property
    def _tabs(self) -> list[Round | None]:
        return [None, *(self._row.rounds if self._row else ())]

    async def _read(self) -> None:
        row, self._page = self._row, None
        if row is not None and row.pack is not None and self._at in row.rounds:
            try:
                self._page = await self.house.stage.rubric_page(row.id, self._at)
            except InterviewSimError as error:
                self._say(f"✗ {error.message} {error.hint}")
        if self.is_attached:
            self._show()

    def _show(self) -> None:
        row = self._row
        if row is None:
            return
        self.query_one("#tabs", Static).update(self._heading(row))
        self._lay_out()
        self.query_one("#page", VerticalScroll).scroll_home(animate=False)
        self.refresh_bindings()

    def _lay_out(self) -> None:
        """Break the page's lines for its width."""
        if self._row is not None:
            width = self.query_one("#page").size.width - 2  # the scrollbar's, whether it is there or not
            self.query_one("#text", Static).update(page_text(self._lines(self._row), width))

    def _lines(self, row: "PackRow") -> tuple[Line, ...]:
        if row.pack is None or self._faults:
            return present.fault_lines(row)
        if self._page is None or self._at is None:
            return present.pack_lines(row)
        if self._differs:
            return present.difference_lines(row, self._page, self._at)
        return present.rubric_lines(row, self._page)

    def _heading(self, row: "PackRow") -> Content:
        where = self._at.label if self._at in row.rounds and self._at else "the pack"
        turn = f"  ◂ {where} ▸" if row.pack else ""
        return Content.assemble((present.pack_name(row), "bold"), (turn, QUIET))

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(Content(one_line(sentence)))

    def _draw(self, index: int) -> Content:
        if index >= len(self._rows):
            return Content("")
        row = self._rows[index]
        look = ALERT if row.faults else QUIET
        return Content.assemble(
            ("● " if row.id == self._company else "  ", GOOD),
            column(present.pack_name(row), 18),
            (present.pack_standing(row), look),
        )
