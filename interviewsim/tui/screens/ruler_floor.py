"""Grading a round again under another company or level, and seeing both side by side."""

from textual import work

from interviewsim.domain.setup import Setup
from interviewsim.domain.transcript import Transcript
from interviewsim.errors import InterviewSimError
from interviewsim.tui.commands import Command
from interviewsim.tui.presenters.rulers import RulerOption, ruler_options
from interviewsim.tui.screens.floor import Floor
from interviewsim.tui.screens.pick import PickScreen

ELSEWHERE = Command(
    "debrief.elsewhere",
    "c",
    "elsewhere",
    "graded elsewhere",
    "Grade it as another company or level would",
    "c",
)


class RulerFloor(Floor):
    """A screen on one graded session. The grade it adds is one more; none is replaced."""

    @work(exclusive=True, group="grade", exit_on_error=False)
    async def choose_ruler(self, transcript: Transcript) -> None:
        """Ask by which company and level."""
        opened = transcript.opened
        try:
            lobby = await self.house.stage.lobby(Setup(opened.round, company=opened.company, level=opened.level))
        except InterviewSimError as error:
            self.tell(f"✗ {error.message} {error.hint}")
            return
        options = ruler_options(lobby.companies, opened.company, opened.level)

        def chosen(index: int | None) -> None:
            if index is not None:
                self.tell("Grading…")
                self.grade_elsewhere(opened.session, options[index])

        self.app.push_screen(PickScreen("Graded as by", [option.name for option in options], 0), chosen)

    @work(exclusive=True, group="grade", exit_on_error=False)
    async def grade_elsewhere(self, session: str, ruler: RulerOption) -> None:
        """Add the grade, and put it beside the newest one before it."""
        from interviewsim.tui.screens.compare import CompareScreen

        try:
            card = await self.house.gradings.grade(session, ruler.company, ruler.level)
        except InterviewSimError as error:
            self.tell(f"✗ {error.message} {error.hint}")
            return
        self.tell("")
        self.app.push_screen(CompareScreen(f"{session}#{card.grade - 1}", f"{session}#{card.grade}"))

    def tell(self, sentence: str) -> None:
        """Say something on the screen's own line."""
        raise NotImplementedError
