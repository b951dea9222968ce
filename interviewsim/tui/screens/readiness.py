"""Whether a chosen model can be asked, seen from a lobby; and the way round it."""

from typing import TYPE_CHECKING

from textual import work
from textual.content import Content

from interviewsim.preferences import Voices, Went
from interviewsim.tui.commands import Command
from interviewsim.tui.presenters.readiness import SET_ASIDE, ready
from interviewsim.tui.screens.floor import Floor
from interviewsim.tui.widgets.ink import ALERT, GOOD, QUIET, WARN

if TYPE_CHECKING:
    from interviewsim.preferences import Step

SETTINGS = Command("lobby.settings", "s", "settings", "settings", "Model, server and the rest, and why", "s")
OFFLINE = Command("lobby.offline", "o", "offline", "play offline", "Leave the model out for this sitting", "o")
WITH_MODEL = Command("lobby.model", "o", "with_model", "with the model", "Play with the chosen model again", "o")
_INKS = {Went.OK: GOOD, Went.NOTED: WARN, Went.FAILED: ALERT, Went.SKIPPED: QUIET}


class ReadyFloor(Floor):
    """A screen that tells whether the model is ready, and on which it can be set aside."""

    def __init__(self) -> None:
        super().__init__()
        self._voices = Voices()
        self._aside = False
        self._ready: Step | None = None

    def told(self) -> None:
        """Show what is known by now."""

    def reread(self) -> None:
        """Somebody else may interview now: see again."""

    @property
    def can_set_aside(self) -> bool:
        """Whether there is a model to be set aside."""
        return self.house.around.preferences is not None and not self._voices.offline

    @property
    def is_aside(self) -> bool:
        """Whether the chosen model was set aside."""
        return self._aside

    async def voiced(self, voices: Voices) -> None:
        """Take who plays the roles; a model that was not asked yet is asked whether it is ready."""
        if (doors := self.house.around.preferences) is not None:
            self._aside = (await doors.surveyed()).set_aside
        if voices != self._voices:
            self._voices, self._ready = voices, None
            if not voices.offline:
                self.ask_ready()

    def readiness(self) -> Content:
        """A line about the model; empty where none is asked."""
        if self._voices.offline:
            return Content.styled(SET_ASIDE, QUIET) if self._aside else Content("")
        if self.house.around.preferences is None:
            return Content("")
        line = ready(self._ready)
        ink = QUIET if line.went is None else _INKS[line.went]
        return Content.assemble((f"{line.mark} ", f"bold {ink}"), line.text)

    @work(exclusive=True, group="ready", exit_on_error=False)
    async def ask_ready(self) -> None:
        """Ask without a word of the person's own."""
        if (doors := self.house.around.preferences) is not None:
            self._ready = await doors.readiness()
            self.told()

    @work(exclusive=True, group="aside", exit_on_error=False)
    async def set_aside(self, *, aside: bool) -> None:
        """Play offline in this sitting, or with the model again."""
        if (doors := self.house.around.preferences) is not None:
            await doors.set_aside(aside=aside)
            self.reread()
