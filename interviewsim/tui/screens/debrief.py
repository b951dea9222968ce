"""The debrief: what the round earned, by which words, and what to change."""

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.terms import Length
from interviewsim.domain.transcript import Transcript
from interviewsim.errors import InterviewSimError
from interviewsim.tui.commands import Command, bindings
from interviewsim.tui.gradings import Underway
from interviewsim.tui.presenters.again import MOST_DRILLS, again, drill_setup, weakest_turn
from interviewsim.tui.presenters.debrief import DebriefView, debrief_view, shows_scores
from interviewsim.tui.presenters.grading import underway_lines
from interviewsim.tui.presenters.guess import guess_lines
from interviewsim.tui.presenters.marks import Mark, best_mark, marks_of
from interviewsim.tui.presenters.plain import one_line
from interviewsim.tui.screens.ask import AskScreen
from interviewsim.tui.screens.ruler_floor import ELSEWHERE, RulerFloor
from interviewsim.tui.widgets import scoresheet
from interviewsim.tui.widgets.menu import Menu

JUMP = Command("debrief.jump", "enter", "choose", "the words", "Show the words behind the criterion", "enter")
READ = Command("debrief.transcript", "t", "transcript", "transcript", "Read the whole round with its marks", "t")
AGAIN = Command("debrief.again", "a", "again", "answer again", "Answer the weakest question again, now", "a")
TAKE_TWO = Command("debrief.take_two", "r", "take_two", "take two", "Take the weakest answer again, from there", "r")
TAKES = Command("debrief.takes", "v", "takes", "both takes", "This answer beside the first", "v")
SCORES = Command("debrief.scores", "s", "scores", "scores", "Show the scores of a gentle round", "s")
DRILLS = tuple(
    Command(
        f"debrief.drill_{key}",
        str(key),
        f"drill({key - 1})",
        f"drill {key}",
        f"Ten minutes on drill {key}, one criterion alone",
        str(key),
        in_line=False,
    )
    for key in range(1, MOST_DRILLS + 1)
)
EXPORT = Command("debrief.export", "x", "export", "export", "Save the report as Markdown", "x")
GRADE = Command("debrief.grade", "g", "grade", "grade again", "Add another grade", "g", in_line=False)
HOME = Command("debrief.home", "escape", "home", "back", "Back to where you came from", "esc")


class DebriefScreen(RulerFloor):
    """One session's newest grade; a session without one is graded first."""

    KEYS: ClassVar[tuple[Command, ...]] = (
        JUMP,
        SCORES,
        READ,
        TAKE_TWO,
        TAKES,
        AGAIN,
        *DRILLS,
        HOME,
        EXPORT,
        ELSEWHERE,
        GRADE,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    CSS_PATH = "debrief.tcss"
    AUTO_FOCUS = ""  # the page opens at its top, not at the table
    ABOUT = (
        "What the round earned. Verdict first, then the best reason for and against, the turning point, then one "
        "change. Up and down go through the criteria; Enter shows the words a level rests on, and Enter there comes "
        "back. Every level above 1 has a quote of yours; what was never asked is not scored, which is not a low score."
    )

    def __init__(self, session: str) -> None:
        super().__init__()
        self._session = session
        self._transcript: Transcript | None = None
        self._card: Scorecard | None = None
        self._view: DebriefView | None = None
        self._marks: tuple[Mark, ...] = ()
        self._scored = False

    def frame_title(self) -> str:
        """Until the session is read."""
        return "Debrief"

    def body(self) -> ComposeResult:
        """One page to scroll."""
        with VerticalScroll(id="page", can_focus=False):
            yield Static("", id="waiting", markup=False)
            yield Static("", id="verdict", markup=False)
            yield Vertical(id="ledger")
            with Horizontal(id="halves"):
                with Vertical(id="left"):
                    yield Static("CRITERIA", classes="title", markup=False)
                    yield Menu(ident="criteria")
                yield Static("", id="evidence", markup=False)
            yield Static("", id="rest", markup=False)
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Read, and grade where needed."""
        self._show_page(shown=False)
        self._show_underway(self.house.gradings.underway().get(self._session))
        self.house.gradings.moved.subscribe(self, self.judged)
        self.load()

    @work(exclusive=True, group="grade", exit_on_error=False)
    async def load(self, *, anew: bool = False) -> None:
        """Show the newest grade; add one first where there is none, or where another is wanted."""
        gradings = self.house.gradings
        try:
            self._transcript = await self.house.stage.read(self._session)
            self.refresh_bindings()
            if anew:
                await gradings.grade(self._session)
            self._transcript = await gradings.graded(self._session)
        except InterviewSimError as error:
            if not self.is_attached:  # left meanwhile
                return
            self._say(f"✗ {one_line(error.message)} {one_line(error.hint)}")
            self.query_one("#waiting", Static).update("Not graded. Press g to try again, t to read the round.")
        else:
            if not self.is_attached:
                return
            if self._transcript.opened.length is Length.WARM_UP:
                self.house.warmed_up(self._session)
                return
            await self._show(self._transcript)
        self.refresh_bindings()

    def judged(self, underway: Underway) -> None:
        """One criterion more of this session's grade."""
        if underway.session == self._session and self.is_attached:
            self._show_underway(underway)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What needs a transcript or a grade waits for it."""
        del parameters
        if action == "scores":
            return self._view is not None and not self._scored
        if action == "drill":
            return bool(self._view and self._view.drills)
        if action == "takes":
            return self._transcript is not None and self._transcript.opened.forked_from is not None
        if action in {"transcript", "again", "take_two", "export", "elsewhere"}:
            return self._transcript is not None
        return self._view is not None if action == "choose" else True

    @on(Menu.Moved, "#criteria")
    def show_evidence(self, event: Menu.Moved) -> None:
        """The pane follows the cursor."""
        if self._view and event.index < len(self._view.criteria):
            self.query_one("#evidence", Static).update(scoresheet.evidence(self._view.criteria[event.index]))
            self.query_one("#page").scroll_to_widget(self.query_one("#halves"), top=True, animate=False)

    @on(Menu.Chosen, "#criteria")
    def jump(self, event: Menu.Chosen) -> None:
        """To the words that a criterion rests on."""
        if self._card is None:
            return
        criterion = self._card.criteria[event.index]
        at = best_mark(self._marks, criterion)
        if at is None:
            self._say("There are no words behind this one: see what was looked for.")
        else:
            self._read(at, criterion.id)

    def action_transcript(self) -> None:
        """From the beginning."""
        self._read(None)

    def action_again(self) -> None:
        """A new round on the question that went worst."""
        if self._transcript:
            self.house.begin(again(self._transcript, self._card))

    async def action_scores(self) -> None:
        """Show what a gentle round keeps to itself until it is asked."""
        self._scored = True
        if self._transcript:
            await self._show(self._transcript)
            self.refresh_bindings()

    def action_drill(self, number: int) -> None:
        """Ten minutes on a criterion that stands low."""
        if self._transcript and self._view and number < len(self._view.drills):
            self.house.begin(drill_setup(self._transcript, self._view.drills[number]))

    def action_take_two(self) -> None:
        """The weakest answer again: the same interviewer, state and clock."""
        turn = weakest_turn(self._transcript, self._card) if self._transcript else None
        if turn is not None:
            self.house.take_two(self._session, turn)

    def action_takes(self) -> None:
        """This answer beside the first."""
        if self._transcript:
            self.house.round_over(self._transcript)

    def action_grade(self) -> None:
        """Add a grade."""
        self._say("Grading…")
        self.load(anew=True)

    def action_elsewhere(self) -> None:
        """The same words under another company or level."""
        if self._transcript:
            self.choose_ruler(self._transcript)

    def tell(self, sentence: str) -> None:
        """On the line below the page."""
        self._say(sentence)

    def action_export(self) -> None:
        """Ask where to."""
        path = self.house.around.exports / f"{self._session}.md"
        note = "Markdown, or a page where it ends in .html. Your answers are in it; no file is ever replaced."
        screen = AskScreen("Save the report as", str(path), note=note, verb="save", still=self.house.around.still)
        self.app.push_screen(screen, self._save)

    def action_home(self) -> None:
        """Back to the screen that opened it."""
        self.dismiss()

    def _save(self, path: str | None) -> None:
        if path:
            self.run_worker(self._export(Path(path).expanduser()), group="export", exit_on_error=False)

    async def _export(self, path: Path) -> None:
        try:
            report = await self.house.stage.report(self._session, "html" if path.suffix == ".html" else "md")
            await asyncio.to_thread(_write_new, path, report)
        except InterviewSimError as error:
            self._say(f"✗ {one_line(error.message)} {one_line(error.hint)}")
        except FileExistsError:
            self._say(f"✗ There is a file {path} already. Press x and choose another name.")
        except OSError as error:
            self._say(f"✗ {path} could not be written: {error.strerror or error}.")
        else:
            self._say(f"Saved to {path}")

    def _read(self, at: int | None, criterion: str = "") -> None:
        from interviewsim.tui.screens.transcript import TranscriptScreen

        if self._transcript:
            back_to = self._stand_on
            screen = TranscriptScreen(self._transcript, self._marks, at, criterion=criterion, back_to=back_to)
            self.app.push_screen(screen)

    async def _guess(self, transcript: Transcript, card: Scorecard) -> tuple[str, ...]:
        """The candidate's own guess beside the grade."""
        if transcript.estimate is None:
            return ()
        return guess_lines(transcript.estimate, card, await self.house.stage.guesses())

    def _stand_on(self, criterion: str) -> None:
        """Put the cursor on a criterion; a flag has none."""
        ids = [one.id for one in self._card.criteria] if self._card else []
        if criterion in ids:
            self.query_one("#criteria", Menu).cursor = ids.index(criterion)

    def _show_underway(self, underway: Underway | None) -> None:
        self.query_one("#waiting", Static).update(Content("\n".join(underway_lines(underway))))

    def _show_page(self, *, shown: bool) -> None:
        self.query_one("#waiting").display = not shown
        self.query_one("#halves").display = shown
        self.query_one("#rest").display = shown

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(Content(one_line(sentence)))

    async def _show(self, transcript: Transcript) -> None:
        self._card = (transcript.own_grade or transcript.grades[-1]).scorecard
        self._scored = scored = self._scored or shows_scores(transcript)
        rubric = transcript.configured.rubric if transcript.configured else None
        self._marks = marks_of(self._card, rubric) if scored else ()
        self._view = view = debrief_view(transcript, self._card, self.house.around.clock(), scored=scored)
        self.frame.name_it(view.title)
        self._show_page(shown=True)
        self.query_one("#halves").display = self.query_one("#rest").display = scored
        self.query_one("#verdict", Static).update(scoresheet.verdict(view))
        ledger = self.query_one("#ledger")
        await ledger.remove_children()
        await ledger.mount_all(scoresheet.ledger(view, await self._guess(transcript, self._card)))
        criteria = self.query_one("#criteria", Menu)
        criteria.show([scoresheet.criterion_row(criterion) for criterion in view.criteria])
        criteria.focus(scroll_visible=False)
        if view.criteria:
            self.query_one("#evidence", Static).update(scoresheet.evidence(view.criteria[criteria.cursor]))
        self.query_one("#rest", Static).update(scoresheet.rest(view))
        self._say("")


def _write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, for its owner alone."""
    path.touch(mode=0o600, exist_ok=False)
    path.write_text(text, encoding="utf-8")
