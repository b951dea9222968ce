"""The transcript with every judged passage marked, and the judgment beside it."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from interviewsim.domain.forking import take_at
from interviewsim.domain.transcript import Transcript
from interviewsim.tui.commands import Command, bindings
from interviewsim.tui.presenters.interview import title_of
from interviewsim.tui.presenters.marks import Mark, marked_speeches, of_criterion
from interviewsim.tui.presenters.plain import one_line, plural
from interviewsim.tui.screens.ask import AskScreen
from interviewsim.tui.screens.floor import Floor
from interviewsim.tui.widgets.dialogue import Dialogue
from interviewsim.tui.widgets.ink import QUIET

NEXT = Command("transcript.next", "n", "mark(1)", "next", "To the next judged words", "n")
LAST = Command("transcript.last", "N,shift+n,p", "mark(-1)", "previous", "To the judged words before", "N")
FIND = Command("transcript.find", "slash", "find", "search", "Look for words", "/")
COPY = Command("transcript.copy", "y", "copy", "copy turn", "Copy the turn in view", "y")
CRITERION = Command("transcript.criterion", "enter", "criterion", "its score", "Back to the score it led to", "enter")
ALL = Command("transcript.all", "m", "all", "one / all", "All marks, or those of one criterion", "m")
TAKE_TWO = Command("transcript.take_two", "r", "take_two", "take two", "Answer the turn in view again, from there", "r")
BACK = Command("transcript.back", "escape", "back", "debrief", "Back to the debrief", "esc")


class TranscriptScreen(Floor):
    """Reads; nothing here changes a session."""

    KEYS: ClassVar[tuple[Command, ...]] = (NEXT, CRITERION, TAKE_TWO, BACK, LAST, ALL, FIND, COPY)
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    CSS_PATH = "transcript.tcss"
    ABOUT = (
        "The round, word for word. What a level rests on is underlined; beside it stand the criterion and its level. "
        "n and N go from mark to mark, m shows the marks of one criterion or all, Enter goes back to the score that "
        "the words led to. r takes the turn in view again: same interviewer, state and clock, in a session of its own."
    )

    def __init__(
        self,
        transcript: Transcript,
        marks: tuple[Mark, ...],
        at: int | None = None,
        *,
        criterion: str = "",
        back_to: Callable[[str], None] | None = None,
    ) -> None:
        """`at`: the mark to open on; None opens at the beginning. `criterion`: show its marks alone.

        `back_to` is told the criterion of the mark that somebody went back from.
        """
        super().__init__()
        self._transcript = transcript
        self._all = marks
        self._marks = of_criterion(marks, criterion) if criterion else marks
        self._at = self._marks.index(marks[at]) if at is not None else None
        self._back_to = back_to
        self._sought = ""

    def frame_title(self) -> str:
        """Which round."""
        return f"Transcript · {title_of(self._transcript)}"

    def body(self) -> ComposeResult:
        """The words, and one line on the mark under the eye."""
        yield Dialogue(margin=True, follow=False, ident="dialogue")
        yield Static("", id="mark", markup=False)

    def on_mount(self) -> None:
        """Open at the mark that was asked for."""
        self.dialogue.focus()
        self._show_marks(self._marks, self._at)

    @property
    def dialogue(self) -> Dialogue:
        """The words."""
        return self.query_one(Dialogue)

    def action_mark(self, by: int) -> None:
        """From mark to mark, around the end."""
        if self._marks:
            first = 0 if by > 0 else -1
            self._stand_on((first if self._at is None else self._at + by) % len(self._marks))

    def action_find(self) -> None:
        """Ask for words."""
        screen = AskScreen("Look for", self._sought, verb="find", still=self.house.around.still)
        self.app.push_screen(screen, self._find)

    def action_copy(self) -> None:
        """The turn in view, to the clipboard."""
        turn = self._transcript.turn(self.dialogue.turn_in_view())
        if turn is not None:
            self.app.copy_to_clipboard(turn.text)
            self._tell(
                f"Turn {turn.turn} is on the clipboard, where the terminal allows it. x in the debrief saves all."
            )

    def action_take_two(self) -> None:
        """Answer the turn in view again, in a session of its own; this one stays as it is."""
        mark = self._marks[self._at] if self._at is not None else None
        turn = take_at(self._transcript, mark.turn if mark else self.dialogue.turn_in_view())
        if turn is None:
            self._tell("There is no answer of yours to take again.")
        else:
            self.house.take_two(self._transcript.opened.session, turn.turn)

    def action_all(self) -> None:
        """All marks, or those of the criterion that the mark at hand belongs to."""
        mark = self._marks[self._at] if self._at is not None else None
        shown = self._all if self._marks != self._all else of_criterion(self._all, mark.criterion if mark else "")
        if mark is None:
            self._tell("Press n first: m shows the marks of that criterion alone.")
        elif shown:
            self._show_marks(shown, shown.index(mark))

    def action_criterion(self) -> None:
        """Back to the score that the words at hand led to."""
        mark = self._marks[self._at] if self._at is not None else None
        if mark and self._back_to:
            self._back_to(mark.criterion)
        self.dismiss()

    def action_back(self) -> None:
        """Back to the debrief as it was left."""
        self.dismiss()

    def _show_marks(self, marks: tuple[Mark, ...], at: int | None) -> None:
        self._marks = marks
        self.dialogue.fill(marked_speeches(self._transcript, marks))
        if at is None:
            self._tell(f"{plural(len(marks), 'mark')}. Press n to go to the first." if marks else "No marks.")
        else:
            self._stand_on(at)

    def _find(self, sought: str | None) -> None:
        """To the next place, around the end; case does not matter."""
        if not sought:
            return
        self._sought = sought
        wanted = sought.casefold()
        here = self.dialogue.turn_in_view()
        turns = sorted(self._transcript.turns, key=lambda turn: turn.turn <= here)
        for turn in turns:
            offset = turn.text.casefold().find(wanted)
            if offset >= 0:
                self.dialogue.go_to(turn.turn, offset)
                self._tell(f"“{one_line(sought)}” in turn {turn.turn}")
                return
        self._tell(f"“{one_line(sought)}” was not said.")

    def _stand_on(self, index: int) -> None:
        self._at = index
        mark = self._marks[index]
        self.dialogue.current = index
        self.dialogue.go_to(mark.turn, mark.start)
        count = f"{index + 1} of {len(self._marks)} · turn {mark.turn} · "
        self.query_one("#mark", Static).update(
            Content.assemble((count, QUIET), (mark.line, "bold"), f"  {mark.remark}")
        )

    def _tell(self, sentence: str) -> None:
        self.query_one("#mark", Static).update(Content.styled(sentence, QUIET))
