"""The question bank: page through what may be asked, and practice one of it."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interviewsim.domain.bank import Bank
from interviewsim.errors import InterviewSimError
from interviewsim.tui.commands import Command, bindings
from interviewsim.tui.presenters.bank import (
    BankView,
    Narrowed,
    QuestionLine,
    about_lines,
    bank_view,
    narrowings,
    practice,
)
from interviewsim.tui.presenters.plain import column, one_line
from interviewsim.tui.screens.ask import AskScreen
from interviewsim.tui.screens.floor import Floor
from interviewsim.tui.screens.pick import PickScreen
from interviewsim.tui.widgets.ink import QUIET
from interviewsim.tui.widgets.roll import Roll

PRACTICE = Command("bank.practice", "enter", "choose", "practice it", "Set up a round that opens with it", "enter")
FILTER = Command("bank.filter", "f", "filter", "filter", "Show one round, level, company or skill", "f")
FIND = Command("bank.find", "slash", "find", "search", "Show the questions with these words", "/")
UNSEEN = Command("bank.unseen", "u", "unseen", "not met yet", "Only the questions you have not met, or all again", "u")
PROBES = Command("bank.probes", "p", "probes", "follow-ups", "Show or hide the prepared follow-ups", "p")
CLEAR = Command("bank.clear", "backspace", "clear", "show all", "Take every filter away", "⌫", in_line=False)
BACK = Command("bank.back", "escape", "back", "back", "Back home", "esc")


class BankScreen(Floor):
    """A list of questions, and beside it the one under the cursor."""

    KEYS: ClassVar[tuple[Command, ...]] = (PRACTICE, FILTER, FIND, UNSEEN, PROBES, CLEAR, BACK)
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    CSS_PATH = "bank.tcss"
    ABOUT = (
        "Every question that the packs and the common bank hold, with the rounds in which you met it and how the "
        "answer went. Enter sets up a round that opens with the one under the cursor. Facts, twists and references "
        "are held back here as they are in a round."
    )

    def __init__(self) -> None:
        super().__init__()
        self._bank: Bank | None = None
        self._view: BankView | None = None
        self._narrowed = Narrowed()
        self._probes = False

    def frame_title(self) -> str:
        """What it is."""
        return "Questions"

    def body(self) -> ComposeResult:
        """The filter in words, the list, the question."""
        yield Static("Reading the questions…", id="narrowed", markup=False)
        with Horizontal(id="halves"):
            with Vertical(id="list"):
                yield Static("", id="empty", markup=False)
                yield Roll(heading=_heading(), ident="questions")
            with VerticalScroll(id="beside"):  # tab leads there, to scroll
                yield Static("", id="about", markup=False)
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Read the bank."""
        self.query_one("#empty").display = False
        self.query_one(Roll).focus()
        self.load()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is about a question needs one."""
        del parameters
        match action:
            case "choose" | "probes":
                return self._line is not None
            case "filter" | "find" | "unseen":
                return self._bank is not None
            case "clear":
                return not self._narrowed.empty
            case _:
                return True

    @work(exclusive=True, group="bank", exit_on_error=False)
    async def load(self) -> None:
        """Read every question, and say what could not be read."""
        try:
            self._bank = await self.house.stage.bank()
        except InterviewSimError as error:
            self._say(f"✗ {error.message} {error.hint}")
            return
        if self.is_attached:
            self._show(at=0)
            self._say(" ".join(self._bank.problems))

    @on(Roll.Moved)
    def follow(self) -> None:
        """Another question: its follow-ups are hidden again."""
        self._probes = False
        self._show_about()

    @on(Roll.Chosen)
    def practice_it(self) -> None:
        """Set a round up."""
        if self._line is not None:
            self.set_up(self._line)

    @work(exclusive=True, group="practice", exit_on_error=False)
    async def set_up(self, line: QuestionLine) -> None:
        """The lobby, with this question chosen."""
        last = await self.house.stage.last_setup(line.asked.round)
        self.house.lobby(practice(line.asked, last))

    def action_choose(self) -> None:
        """Enter, wherever the focus is."""
        self.query_one(Roll).action_choose()

    def action_filter(self) -> None:
        """Choose what to show from a list; typing narrows it."""
        if self._bank is None:
            return
        options = narrowings(self._bank, self._narrowed)

        def chosen(index: int | None) -> None:
            if index is not None:
                self._narrow(options[index].to)

        self.app.push_screen(PickScreen("Show", [option.name for option in options], 0), chosen)

    def action_find(self) -> None:
        """Ask for words."""
        still = self.house.around.still
        screen = AskScreen("Questions with these words", self._narrowed.words, verb="search", still=still)
        self.app.push_screen(screen, self._search)

    def action_unseen(self) -> None:
        """Only what was not met yet, or everything again."""
        now = self._narrowed
        self._narrow(Narrowed(now.round, now.level, now.company, now.skill, not now.unseen, now.words))

    def action_probes(self) -> None:
        """Show or hide the follow-ups."""
        self._probes = not self._probes
        self._show_about()

    def action_clear(self) -> None:
        """Everything again."""
        self._narrow(Narrowed())

    def action_back(self) -> None:
        """Home."""
        self.dismiss()

    @property
    def _line(self) -> QuestionLine | None:
        lines = self._view.lines if self._view else ()
        at = self.query_one(Roll).cursor
        return lines[at] if at < len(lines) else None

    def _narrow(self, narrowed: Narrowed) -> None:
        self._narrowed = narrowed
        self._show(at=0)

    def _search(self, words: str | None) -> None:
        if words is not None:
            now = self._narrowed
            self._narrow(Narrowed(now.round, now.level, now.company, now.skill, now.unseen, words))

    def _show(self, at: int | None = None) -> None:
        if self._bank is None:
            return
        self._view = view = bank_view(self._bank, self._narrowed)
        roll, empty = self.query_one(Roll), self.query_one("#empty", Static)
        roll.show(len(view.lines), self._draw, at)
        roll.display, empty.display = bool(view.lines), bool(view.empty)
        empty.update(Content(view.empty))
        if view.lines and self.focused is None:
            roll.focus()
        self.query_one("#narrowed", Static).update(Content(f"{self._narrowed.told} · {view.count}"))
        self._show_about()
        self.refresh_bindings()

    def _show_about(self) -> None:
        line, bank = self._line, self._bank
        if line is None or bank is None:
            lines: tuple[str, ...] = ()
        else:
            met = bank.met.get(line.asked.question.id, ())
            lines = about_lines(line.asked, met, self.house.around.clock(), probes=self._probes)
        head, rest = "\n".join(lines[:1]), "\n".join(lines[1:])
        self.query_one("#about", Static).update(Content.assemble((head, QUIET), "\n", rest))

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(Content(one_line(sentence)))

    def _draw(self, index: int) -> Content:
        lines = self._view.lines if self._view else ()
        return _row(lines[index]) if index < len(lines) else Content("")


def _heading() -> Content:
    return Content.styled(f"{column('ROUND', 15)}{column('MET', 5)}QUESTION", QUIET)


def _row(line: QuestionLine) -> Content:
    return Content.assemble(
        (column(line.round, 15), QUIET),
        (column(line.seen, 5), QUIET),
        line.ask,
    )
