"""One guess before the debrief shows scores: would they hire you, and what was weakest?"""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from interviewsim.domain.events import SelfEstimate
from interviewsim.errors import InterviewSimError
from interviewsim.tui.commands import Command, bindings
from interviewsim.tui.presenters.guess import HIRE, GuessView, guess_view
from interviewsim.tui.screens.floor import Floor
from interviewsim.tui.widgets.choice import Choice

if TYPE_CHECKING:
    from interviewsim.domain.transcript import Transcript

KEEP = Command("guess.keep", "enter", "keep", "keep and see", "Keep the guess and go on to the debrief", "enter")
SKIP = Command("guess.skip", "escape", "skip", "skip", "Go on to the debrief without a guess", "esc")
ASKS = (
    "The round is over. Before you see what it earned: how do you think it went? Your guess is kept with the round; "
    "after three of them the debrief says how far you and the grade are apart."
)


class GuessScreen(Floor):
    """Two fields, both of which may stay empty."""

    KEYS: ClassVar[tuple[Command, ...]] = (KEEP, SKIP)
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    CSS_PATH = "guess.tcss"
    ABOUT = (
        "A guess of your own, before the grade can color it. Up and down go between the two fields, left and right "
        "change one, Enter keeps both and Esc skips them. Nothing of it is graded."
    )

    def __init__(self, transcript: "Transcript") -> None:
        super().__init__()
        self._transcript = transcript
        self._view: GuessView = guess_view(transcript)

    def frame_title(self) -> str:
        """What is asked for."""
        return "One guess first"

    def body(self) -> ComposeResult:
        """Both questions."""
        with Vertical(id="guess"):
            yield Static(ASKS, id="asks", markup=False)
            yield Static("Would they hire you?", classes="asked", markup=False)
            yield Choice("Verdict", [(name, "") for name, _ in HIRE], 0, ident="hire")
            yield Static("What was your weakest criterion?", classes="asked", markup=False)
            yield Choice("Weakest", [(name, about) for name, about, _ in self._view.criteria], 0, ident="weakest")

    def on_mount(self) -> None:
        """Begin with the first."""
        self.query_one("#hire").focus()

    def action_keep(self) -> None:
        """Keep what was guessed."""
        would_hire = HIRE[self.query_one("#hire", Choice).at][1]
        weakest = self._view.criteria[self.query_one("#weakest", Choice).at][2]
        if would_hire is None and weakest is None:
            self.action_skip()
        else:
            self.keep(SelfEstimate(would_hire, weakest))

    @work(exclusive=True, group="guess", exit_on_error=False)
    async def keep(self, estimate: SelfEstimate) -> None:
        """Put it into the journal; a disk that refuses keeps nobody from the debrief."""
        try:
            await self.house.stage.keep_guess(self._transcript.opened.session, estimate)
        except InterviewSimError as error:
            self.house.tell(error)
        self.action_skip()

    def action_skip(self) -> None:
        """On to the debrief."""
        self.house.debrief(self._transcript.opened.session)
