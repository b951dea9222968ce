"""The committee's packet: the decision and its reasons, every vote with its words, and what the rounds say together."""

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interviewsim.errors import InterviewSimError
from interviewsim.tui.commands import Command, bindings
from interviewsim.tui.presenters.marks import marks_of
from interviewsim.tui.presenters.packet import FiledLine, PacketView, Part, packet_view
from interviewsim.tui.presenters.plain import column, one_line
from interviewsim.tui.screens.ask import AskScreen
from interviewsim.tui.screens.floor import Floor
from interviewsim.tui.widgets.ink import ACCENT, QUIET
from interviewsim.tui.widgets.menu import Menu

CHOOSE = Command("committee.choose", "enter", "choose", "open the words", "The transcript at the quoted words", "enter")
DEBRIEF = Command("committee.debrief", "d", "debrief", "debrief", "The debrief of the round under the cursor", "d")
EXPORT = Command("committee.export", "x", "export", "export", "Save the packet as Markdown or as a page", "x")
MORE = Command("committee.more", "pagedown,space", "page(1)", "more", "Further down the page", "space")
LESS = Command("committee.less", "pageup", "page(-1)", "up", "Back up the page", "pgup", in_line=False)
BACK = Command("committee.back", "escape", "back", "back", "Back to the loop", "esc")
ROUND_KEYS = tuple(
    Command(
        f"committee.round_{number}",
        str(number),
        f"round({number})",
        f"round {number}",
        f"The debrief of the loop's round {number}",
        str(number),
        in_line=False,
        in_palette=False,
    )
    for number in range(1, 10)
)


class CommitteeScreen(Floor):
    """Reads; nothing here changes a session."""

    KEYS: ClassVar[tuple[Command, ...]] = (CHOOSE, MORE, DEBRIEF, EXPORT, BACK, LESS, *ROUND_KEYS)
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    CSS_PATH = "committee.tcss"
    AUTO_FOCUS = ""
    ABOUT = (
        "What a hiring committee would read. The decision follows a fixed rule of the company's pack (docs/loops.md "
        "has the arithmetic); no model decides. Enter opens the transcript at the quoted words, d or a round's number "
        "its debrief. It is one reading of a rubric, for practice."
    )

    def __init__(self, loop: str) -> None:
        super().__init__()
        self._loop = loop
        self._view: PacketView | None = None

    def frame_title(self) -> str:
        """Until it is read."""
        return "Hiring committee"

    def body(self) -> ComposeResult:
        """One page, with the interviewers as a list in it."""
        with VerticalScroll(id="page", can_focus=False):
            yield Static("The committee meets…", id="decision", markup=False)
            yield Menu(heading=_heading(), ident="filed")
            yield Static("", id="first", markup=False)
            yield Static("", id="rest", markup=False)
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Put the loop before it."""
        self.query_one("#filed").display = False
        self.load()

    @work(exclusive=True, group="packet", exit_on_error=False)
    async def load(self) -> None:
        """Read all rounds and show the packet."""
        try:
            found = await self.house.stage.packet(self._loop)
        except InterviewSimError as error:
            self.query_one("#decision", Static).update("There is no packet.")
            self._say(f"✗ {error.message} {error.hint}")
            return
        self._show(packet_view(found))

    @on(Menu.Chosen, "#filed")
    def open_words(self, event: Menu.Chosen) -> None:
        """The transcript at the quoted words; without any, the debrief."""
        line = self._view.filed[event.index] if self._view else None
        if line is not None and line.session and line.turn:
            self.read_words(line.session, line.turn)
        elif line is not None:
            self._open(line)

    @work(exclusive=True, group="read", exit_on_error=False)
    async def read_words(self, session: str, turn: int) -> None:
        """Open the transcript at the first judged words of a turn."""
        from interviewsim.tui.screens.transcript import TranscriptScreen

        try:
            read = await self.house.stage.read(session)
        except InterviewSimError as error:
            self._say(f"✗ {error.message} {error.hint}")
            return
        rubric = read.configured.rubric if read.configured else None
        marks = marks_of(read.own_grade.scorecard, rubric) if read.own_grade else ()
        at = next((index for index, mark in enumerate(marks) if mark.turn == turn), None)
        self.app.push_screen(TranscriptScreen(read, marks, at))

    def action_debrief(self) -> None:
        """Of the round under the cursor."""
        self.action_round(self.query_one("#filed", Menu).cursor + 1)

    def action_round(self, number: int) -> None:
        """The debrief of a round, by its number in the loop."""
        if self._view and number <= len(self._view.filed):
            self._open(self._view.filed[number - 1])

    def action_page(self, by: int) -> None:
        """A page further, or back."""
        page = self.query_one("#page", VerticalScroll)
        page.scroll_relative(y=by * max(1, page.size.height - 2), animate=False)

    def action_export(self) -> None:
        """Ask where to."""
        path = self.house.around.exports / f"{self._loop}.md"
        note = "Markdown, or a page where it ends in .html. Your words are in it; no file is ever replaced."
        screen = AskScreen("Save the packet as", str(path), note=note, verb="save", still=self.house.around.still)
        self.app.push_screen(screen, self._save)

    def action_back(self) -> None:
        """Back."""
        self.dismiss()

    def _open(self, line: FiledLine) -> None:
        from interviewsim.tui.screens.debrief import DebriefScreen

        if line.session is None:
            self._say(f"{line.label} was not held.")
        else:
            self.app.push_screen(DebriefScreen(line.session))

    def _save(self, path: str | None) -> None:
        if path:
            self.run_worker(self._export(Path(path).expanduser()), group="export", exit_on_error=False)

    async def _export(self, path: Path) -> None:
        try:
            report = await self.house.stage.packet_report(self._loop, "html" if path.suffix == ".html" else "md")
            await asyncio.to_thread(_write_new, path, report)
        except InterviewSimError as error:
            self._say(f"✗ {error.message} {error.hint}")
        except FileExistsError:
            self._say(f"✗ There is a file {path} already. Press x and choose another name.")
        except OSError as error:
            self._say(f"✗ {path} could not be written: {error.strerror or error}.")
        else:
            self._say(f"Saved to {path}")

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(Content(one_line(sentence)))

    def _show(self, view: PacketView) -> None:
        self._view = view
        self.frame.name_it(view.title)
        self.query_one("#decision", Static).update(Content.styled(view.decision, f"bold {ACCENT}"))
        filed = self.query_one("#filed", Menu)
        filed.display = True
        filed.show([_row(line) for line in view.filed])
        filed.focus(scroll_visible=False)
        self.query_one("#first", Static).update(_parts(view.first))
        self.query_one("#rest", Static).update(_parts(view.rest))


def _heading() -> Content:
    return Content.styled(f"  {column('', 3)}{column('INTERVIEWER', 13)}{column('ROUND', 15)}SCORE  VOTE", QUIET)


def _row(line: FiledLine) -> Content:
    where = f"{line.where}  " if line.where else ""
    first = Content.assemble(
        (f"{line.number}  ", QUIET),
        column(line.who, 13),
        column(line.label, 15),
        column(line.score, 7),
        (line.vote, "bold"),
    )
    return Content("\n").join([first, Content.styled(f"   {where}{line.quote or line.says}", QUIET)])


def _parts(parts: tuple[Part, ...]) -> Content:
    lines: list[Content] = []
    for part in parts:
        lines += [Content.styled(("\n" if lines else "") + part.heading.upper(), QUIET)]
        lines += [Content.styled(f"  {one.text}", QUIET) if one.quote else Content(one.text) for one in part.lines]
    return Content("\n").join(lines)


def _write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, for its owner alone."""
    path.touch(mode=0o600, exist_ok=False)
    path.write_text(text, encoding="utf-8")
