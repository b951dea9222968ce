"""History: every session, narrowed as one likes, and what the scores can bear."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interviewsim.domain.history import Standing
from interviewsim.errors import InterviewSimError
from interviewsim.tui.commands import Command, bindings
from interviewsim.tui.presenters.history import (
    Filter,
    HistoryView,
    SessionLine,
    filter_options,
    history_view,
    oldest_first,
    toggled,
    trend_of,
)
from interviewsim.tui.presenters.plain import one_line
from interviewsim.tui.screens import history_keys as keys
from interviewsim.tui.screens.ask import AskScreen
from interviewsim.tui.screens.decide import DecideScreen
from interviewsim.tui.screens.floor import Floor
from interviewsim.tui.screens.pick import PickScreen
from interviewsim.tui.widgets.history_lines import heading, rounds_lines, session_line, trend_lines
from interviewsim.tui.widgets.roll import Roll

if TYPE_CHECKING:
    from interviewsim.domain.history import HistoryRow


class HistoryScreen(Floor):
    """A list, and beside it the trend of the round under the cursor."""

    KEYS: ClassVar[tuple[Command, ...]] = keys.ALL
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    CSS_PATH = "history.tcss"
    ABOUT = keys.ABOUT

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[HistoryRow] = ()
        self._view: HistoryView | None = None
        self._filter = Filter()
        self._marked: tuple[str, ...] = ()

    def frame_title(self) -> str:
        """What it is."""
        return "History"

    def body(self) -> ComposeResult:
        """The filter in words, the list, the trend."""
        yield Static("Reading the sessions…", id="narrowed", markup=False)
        with Horizontal(id="halves"):
            with Vertical(id="list"):
                yield Static("", id="empty", markup=False)
                yield Roll(heading=heading(), ident="sessions")
            with VerticalScroll(id="beside", can_focus=False):
                yield Static("", id="trend", markup=False)
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Read the sessions."""
        self.query_one("#empty").display = False
        self.query_one(Roll).focus()
        self.load()

    def on_screen_resume(self) -> None:
        """A session may have been graded or renamed meanwhile."""
        if self._view is not None:
            self.load()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is about a session needs one; a comparison needs two."""
        del parameters
        match action:
            case "choose" | "read" | "mark" | "rename" | "delete":
                return self._line is not None
            case "compare":
                return len(self._marked) == len(("A", "B"))
            case "clear":
                return not self._filter.empty
            case _:
                return True

    @work(exclusive=True, group="history", exit_on_error=False)
    async def load(self) -> None:
        """Read all sessions and show them."""
        await self._read()

    async def _read(self) -> None:
        self._rows = await self.house.stage.history()
        self._marked = tuple(one for one in self._marked if any(row.session == one for row in self._rows))
        self._show()

    @on(Roll.Moved)
    def follow(self) -> None:
        """The trend is that of the round under the cursor."""
        self._show_trend()

    @on(Roll.Chosen)
    def open_it(self) -> None:
        """The debrief of a finished session; an unfinished one goes on; a damaged one says what is wrong."""
        line = self._line
        if line is None:
            return
        match line.row.state:
            case Standing.FINISHED:
                self._debrief(line.session)
            case Standing.UNFINISHED if not line.row.problem:
                self.house.go_on(line.session)
            case _:
                self._say(f"✗ {line.row.problem or 'This session cannot be read whole.'}")

    def action_choose(self) -> None:
        """Enter, wherever the focus is."""
        self.query_one(Roll).action_choose()

    def action_read(self) -> None:
        """The words alone."""
        if self._line:
            self.read_words(self._line.session)

    @work(exclusive=True, group="read", exit_on_error=False)
    async def read_words(self, session: str) -> None:
        """Open the transcript, with the marks of the newest grade where there is one."""
        from interviewsim.tui.presenters.marks import marks_of
        from interviewsim.tui.screens.transcript import TranscriptScreen

        try:
            read = await self.house.stage.read(session)
        except InterviewSimError as error:
            self._refuse(error)
            return
        rubric = read.configured.rubric if read.configured else None
        marks = marks_of(read.grades[-1].scorecard, rubric) if read.grades else ()
        self.app.push_screen(TranscriptScreen(read, marks))

    def action_mark(self) -> None:
        """Mark for a comparison; only what has a grade can be compared."""
        line = self._line
        if line is None:
            return
        if line.row.verdict is None and line.row.score is None:
            self._say("Only a graded session can be compared: open it first, that grades it.")
            return
        self._marked = toggled(self._marked, line.session)
        self._say("")
        self.query_one(Roll).redraw()
        self._show_filter()
        self.refresh_bindings()

    def action_compare(self) -> None:
        """Side by side, the older first."""
        from interviewsim.tui.screens.compare import CompareScreen

        first, second = oldest_first(self._rows, self._marked)
        self.app.push_screen(CompareScreen(first, second))

    def action_filter(self) -> None:
        """Choose what to show from a list; typing narrows it."""
        options = filter_options(self._rows, self._filter)

        def chosen(index: int | None) -> None:
            if index is not None:
                self._narrow(options[index].filter)

        self.app.push_screen(PickScreen("Show", [option.name for option in options], 0), chosen)

    def action_find(self) -> None:
        """Ask for words."""
        screen = AskScreen(
            "Sessions with these words", self._filter.words, verb="search", still=self.house.around.still
        )
        self.app.push_screen(screen, self._search)

    def action_clear(self) -> None:
        """Everything again."""
        self._narrow(Filter())

    def action_rename(self) -> None:
        """Ask for a title."""
        line = self._line
        if line is None:
            return
        note = "The file keeps its name. An empty title brings the first one back with a single dash."
        screen = AskScreen(
            f"Title of {one_line(line.session)}", line.what, note=note, verb="rename", still=self.house.around.still
        )
        self.app.push_screen(screen, lambda title: self._rename(line.session, title))

    def action_delete(self) -> None:
        """Ask; the safe answer stands under the cursor."""
        line = self._line
        if line is None:
            return
        ways = (
            (False, "Keep it", "Nothing is changed."),
            (True, "Delete it for good", "The words, the grades and the notes. There is no way back."),
        )
        title = f"Delete {line.what} · {line.company} · {line.when}?"
        self.app.push_screen(DecideScreen(title, ways, 0), lambda yes: self._delete(line.session) if yes else None)

    def action_back(self) -> None:
        """Home."""
        self.dismiss()

    @property
    def _line(self) -> SessionLine | None:
        lines = self._view.lines if self._view else ()
        at = self.query_one(Roll).cursor
        return lines[at] if at < len(lines) else None

    def _debrief(self, session: str) -> None:
        from interviewsim.tui.screens.debrief import DebriefScreen

        self.app.push_screen(DebriefScreen(session))

    def _rename(self, session: str, title: str | None) -> None:
        if title:
            self.change(session, "" if title == "-" else title)

    def _delete(self, session: str) -> None:
        self.change(session, None)

    @work(exclusive=True, group="change", exit_on_error=False)
    async def change(self, session: str, title: str | None) -> None:
        """Give a session a title, or with None delete it."""
        try:
            if title is None:
                await self.house.stage.delete(session)
                said = f"{session} is deleted."
            else:
                kept = await self.house.stage.rename(session, title)
                said = f"It is now called “{kept}”." if kept else "It has its first title again."
        except InterviewSimError as error:
            self._refuse(error)
            return
        await self._read()
        self._say(said)

    def _narrow(self, narrowed: Filter) -> None:
        self._filter = narrowed
        self._say("")
        self._show(at=0)

    def _search(self, words: str | None) -> None:
        if words is not None:
            self._narrow(Filter(self._filter.round, self._filter.company, self._filter.state, words))

    def _refuse(self, error: InterviewSimError) -> None:
        self._say(f"✗ {error.message} {error.hint}")

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(Content(one_line(sentence)))

    def _show(self, at: int | None = None) -> None:
        self._view = view = history_view(self._rows, self._filter, self.house.around.clock())
        roll, empty = self.query_one(Roll), self.query_one("#empty", Static)
        roll.show(len(view.lines), self._draw, at)
        roll.display, empty.display = bool(view.lines), bool(view.empty)
        empty.update(Content(view.empty))
        if view.lines and self.focused is None:
            roll.focus()
        self._show_filter()
        self._show_trend()
        self.refresh_bindings()

    def _show_filter(self) -> None:
        if self._view is None:
            return
        marked = f" · {len(self._marked)} marked" if self._marked else ""
        ready = ", c compares" if self.check_action("compare", ()) else ""
        self.query_one("#narrowed", Static).update(Content(f"{self._filter.told} · {self._view.count}{marked}{ready}"))

    def _show_trend(self) -> None:
        line = self._line
        parts = [trend_lines(trend_of(self._rows, line.row))] if line and line.row.round else []
        if parts and self.has_class("-wide"):
            parts.append(rounds_lines(self._rows))
        self.query_one("#trend", Static).update(Content("\n\n").join(parts))

    def _draw(self, index: int) -> Content:
        lines = self._view.lines if self._view else ()
        if index >= len(lines):
            return Content("")
        return session_line(lines[index], marked=lines[index].session in self._marked)
