"""The first sitting: what to press, and who could interview. Servers are looked for behind the first paint."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import work
from textual.content import Content

from interviewsim.domain.terms import Length, Round
from interviewsim.tui.commands import Command
from interviewsim.tui.screens.day import DayFloor
from interviewsim.tui.widgets.ink import GOOD, KEY, QUIET

if TYPE_CHECKING:
    from interviewsim.preferences import Server, Surveyed
    from interviewsim.tui.presenters.welcome import Candidate

WARM_UP = Command("home.warm_up", "w", "warm_up", "5-minute warm-up", "One question at once, without a score", "w")
ROUND_NOW = Command("home.round_now", "g", "round_now", "25-minute round", "Begin a behavioral round at once", "g")
FIRST_ROUND = Round.BEHAVIORAL
WHAT = "PM interview practice"
"""Until it is known where answers go."""
START = Content.assemble(
    ("Start with a 5-minute warm-up.", "bold"),
    "\nOne question, no score: press enter.\n",
    ("g", KEY),
    " begins a 25-minute round, graded.",
)
OFFLINE_READY = Content.assemble(
    ("\n\nWHO INTERVIEWS YOU\n", QUIET),
    ("✓ ", GOOD),
    "Offline interviewer",
    ("\n  ready now · no account, no network", QUIET),
)
"""What the first paint says: true whatever else is found."""


class WelcomeFloor(DayFloor):
    """A screen that welcomes whoever has no history, and knows who interviews."""

    def __init__(self) -> None:
        super().__init__()
        self._surveyed: Surveyed | None = None
        self._found: Sequence[Server] | None = None

    def welcome(self) -> Content:
        """What to press, and who could interview as far as it is known."""
        if self._surveyed is None:
            return Content.assemble(START, OFFLINE_READY)
        from interviewsim.tui.presenters.welcome import at_hand, choices

        candidates = at_hand(self._surveyed, self._found)
        lines = [_line(one) for one in candidates]
        if unasked := choices(candidates):
            lines.append(Content.assemble(("s", KEY), (f" settings. {unasked}", QUIET)))
        gap = "\n" if self.has_class("-narrow") else "\n\n"  # at 24 rows the rounds need the blank one
        return Content.assemble(START, (f"{gap}WHO INTERVIEWS YOU\n", QUIET), Content("\n").join(lines))

    def what(self) -> str:
        """What this program is, and where answers go."""
        if self._surveyed is None:
            return WHAT
        from interviewsim.tui.presenters.welcome import headline

        return headline(self._surveyed.voices)

    def welcomed(self) -> None:
        """Show what is known by now."""

    @work(exclusive=True, group="survey", exit_on_error=False)
    async def survey(self, *, look: bool) -> None:
        """See who was chosen and what lies there; `look` for servers on this machine too."""
        doors = self.house.around.preferences
        if doors is None:
            return
        self._surveyed = await doors.surveyed()
        self.welcomed()
        if look and self._surveyed.looks:
            self._found = await doors.servers()
            self.welcomed()

    def action_warm_up(self) -> None:
        """Begin a warm-up at once."""
        self.house.warm_up(FIRST_ROUND)

    @work(exclusive=True, group="today", exit_on_error=False)
    async def action_round_now(self) -> None:
        """Begin a short round at once, under the settings."""
        from dataclasses import replace

        setup = await self.house.stage.last_setup(FIRST_ROUND)
        self.house.begin(replace(setup, length=Length.SHORT))


def _line(one: "Candidate") -> Content:
    return Content.assemble((f"{one.mark} ", GOOD if one.ready else QUIET), one.name, (f"\n  {one.note}", QUIET))
