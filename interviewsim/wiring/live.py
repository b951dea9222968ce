"""The stage with language models in one or both roles; everything else is the offline stage's."""

from functools import cached_property
from pathlib import Path

from interviewsim.engine.ports import Clock, Interviewer
from interviewsim.interviewers.conversation import Conversation
from interviewsim.interviewers.llm import ModelInterviewer
from interviewsim.locations import Home
from interviewsim.prompts.context import load_interviewer
from interviewsim.providers.abilities import AbilityMemory
from interviewsim.providers.chat import ChatModel
from interviewsim.providers.endpoint import Endpoint
from interviewsim.providers.opening import open_now
from interviewsim.wiring.offline import OfflineStage


class LiveStage(OfflineStage):
    """Implements `Backstage`. A role without a model is played offline."""

    def __init__(
        self,
        home: Home,
        clock: Clock | None = None,
        *,
        interviewer: Endpoint | None = None,
        grader: Endpoint | None = None,
        memory: Path | None = None,
        nudges: bool = True,
        carries: bool = True,
    ) -> None:
        """`memory`: where it is kept what servers can do."""
        super().__init__(home, clock, nudges=nudges, carries=carries)
        self._interviews_by = interviewer
        self._grades_by = grader
        self._memory = AbilityMemory(memory)

    @property
    def kind(self) -> str:
        """Who interviews, as the journal's first line says it."""
        return super().kind if self._interviews_by is None else "llm"

    def interviewer(self, style: str) -> Interviewer:
        """The model in the persona's manner, with the offline interviewer to fall back on. Blocks while it loads."""
        offline = super().interviewer(style)
        if self._interviewing is None:
            return offline
        manner = self.prompts.style(style)
        templates = load_interviewer(self._home.layers("prompts"))
        return ModelInterviewer(self._interviewing, Conversation(templates, manner, manner.about), offline)

    @cached_property
    def _interviewing(self) -> ChatModel | None:
        return None if self._interviews_by is None else open_now(self._interviews_by, self._memory)
