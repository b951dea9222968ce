"""After a warm-up: one thing that was done, one that was missing, and the same question again."""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interviewsim.errors import InterviewSimError
from interviewsim.tui.commands import Command, bindings
from interviewsim.tui.presenters.again import weakest_turn
from interviewsim.tui.presenters.plain import one_line
from interviewsim.tui.presenters.takes import WarmUpView, warm_up_view
from interviewsim.tui.screens.floor import Floor
from interviewsim.tui.widgets.ink import ACCENT, GOOD, QUIET, WARN

if TYPE_CHECKING:
    from interviewsim.domain.transcript import Transcript

TAKE_TWO = Command("warm_up.take_two", "enter,r", "take_two", "take two", "Answer the same question again", "enter")
READ = Command("warm_up.transcript", "t", "transcript", "transcript", "Read what was said", "t")
HOME = Command("warm_up.home", "escape", "home", "home", "Back home", "esc")
NOTHING_DONE = "Too little was said to show you your own words."
NOTHING_MISSING = "Nothing that this question calls for was missing."


class WarmUpScreen(Floor):
    """Two lines and a way on. There is no score behind it to be looked for."""

    KEYS: ClassVar[tuple[Command, ...]] = (TAKE_TWO, READ, HOME)
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    CSS_PATH = "warm_up.tcss"
    ABOUT = (
        "A warm-up has no score. One thing you did, in your own words, and one that was missing. Enter puts the same "
        "question to you again; then both answers stand side by side."
    )

    def __init__(self, session: str) -> None:
        super().__init__()
        self._session = session
        self._transcript: Transcript | None = None

    def frame_title(self) -> str:
        """Until the session is read."""
        return "Warm-up"

    def body(self) -> ComposeResult:
        """One short page."""
        with VerticalScroll(id="page"):
            yield Static("Reading your answer…", id="found", markup=False)
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Read the round."""
        self.query_one("#page").focus()
        self.load()

    @work(exclusive=True, group="grade", exit_on_error=False)
    async def load(self) -> None:
        """Show what was found."""
        try:
            self._transcript = await self.house.gradings.graded(self._session)
        except InterviewSimError as error:
            self.query_one("#said", Static).update(Content(f"✗ {one_line(error.message)} {one_line(error.hint)}"))
        else:
            view = warm_up_view(self._transcript)
            self.frame.name_it(view.title)
            self.query_one("#found", Static).update(_found(view))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What needs the transcript waits for it."""
        del parameters
        return self._transcript is not None if action in {"take_two", "transcript"} else True

    def action_take_two(self) -> None:
        """The same question again, with the same clock."""
        turn = weakest_turn(self._transcript, None) if self._transcript else None
        if turn is not None:
            self.house.take_two(self._session, turn)

    def action_transcript(self) -> None:
        """What was said; marks would be levels."""
        from interviewsim.tui.screens.transcript import TranscriptScreen

        if self._transcript:
            self.app.push_screen(TranscriptScreen(self._transcript, ()))

    def action_home(self) -> None:
        """Home."""
        self.go_home()


def _found(view: WarmUpView) -> Content:
    parts = [Content.styled(view.question, QUIET)] if view.question else []
    done = ("You did this: ", f"bold {GOOD}")
    parts.append(Content.assemble(("✓ ", GOOD), done, view.done) if view.done else Content(NOTHING_DONE))
    if view.words:
        parts[-1] = Content.assemble(parts[-1], "\n  ", (view.words, "bold"))
    missing = ("Missing: ", f"bold {WARN}")
    parts.append(Content.assemble(("○ ", WARN), missing, view.missing) if view.missing else Content(NOTHING_MISSING))
    if view.to_say:
        parts[-1] = Content.assemble(parts[-1], ("\n  " + view.to_say, QUIET))
    parts.append(Content.assemble(("Take two: ", f"bold {ACCENT}"), "press enter and answer it again now."))
    return Content("\n\n").join(parts)
