"""The stage with language models in one or both roles; everything else is the offline stage's."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from interviewsim.engine.ports import Clock, Interviewer
from interviewsim.grading.ports import Grader
from interviewsim.interviewers.conversation import Conversation
from interviewsim.interviewers.llm import ModelInterviewer
from interviewsim.locations import Home
from interviewsim.preferences import Voices
from interviewsim.prompts.context import load_interviewer
from interviewsim.providers.abilities import AbilityMemory
from interviewsim.providers.chat import ChatModel
from interviewsim.providers.endpoint import Endpoint
from interviewsim.providers.opening import open_now
from interviewsim.wiring.graders import grader_of
from interviewsim.wiring.offline import OfflineStage
from interviewsim.wiring.staging import voices_of


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

    def stand_in(self, style: str) -> Interviewer | None:
        """The offline interviewer, where a model interviews."""
        return super().interviewer(style) if self._interviewing is not None else None

    def grader(self, earlier: Mapping[str, object] | None = None) -> Grader:
        """A fresh grader for one grade. Blocks while the model's client loads."""
        if self._grading is None:
            return super().grader()
        return grader_of(self._grading, self._home.layers("prompts"), earlier)

    @property
    def voices(self) -> Voices:
        """Who plays the two roles, and where answers go."""
        return voices_of((self._interviews_by, self._grades_by))

    def about(self) -> str:
        """Who interviews and grades, and where answers go."""
        return " ".join((_told("interviewer", self._interviews_by), _told("grader", self._grades_by)))

    @cached_property
    def _grading(self) -> ChatModel | None:
        return None if self._grades_by is None else open_now(self._grades_by, self._memory)

    @cached_property
    def _interviewing(self) -> ChatModel | None:
        return None if self._interviews_by is None else open_now(self._interviews_by, self._memory)


def _told(role: str, endpoint: Endpoint | None) -> str:
    if endpoint is None:
        return f"The {role} is offline."
    where = "on this machine" if endpoint.is_loopback else "over the network"
    return f"The {role} is {endpoint.model}: your answers go to {endpoint.place}, {where}."
