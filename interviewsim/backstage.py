"""What a front end is handed: everything behind the stage, as one small set of doors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from interviewsim.domain.history import FirstLook, HistoryRow
from interviewsim.domain.loop import RoundPlan
from interviewsim.domain.question import Question
from interviewsim.domain.rubric import CompanyPack, Rubric
from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Round
from interviewsim.domain.transcript import Transcript
from interviewsim.preferences import Voices

if TYPE_CHECKING:
    from interviewsim.domain.bank import Bank
    from interviewsim.domain.course import Course
    from interviewsim.domain.events import SelfEstimate
    from interviewsim.domain.today import WeakSpots
    from interviewsim.engine.conductor import Conductor
    from interviewsim.grading.committee import Packet
    from interviewsim.grading.compare import Comparison
    from interviewsim.grading.guesses import Guess
    from interviewsim.grading.shelf import PackRow, RubricPage
    from interviewsim.grading.takes import Takes
    from interviewsim.grading.together import Progress

__all__ = ["Backstage", "HistoryRow", "Lobby"]


@dataclass(frozen=True, slots=True)
class Lobby:
    """What awaits a candidate under a setup: who asks, how the time is cut, what is judged, where answers go."""

    setup: Setup
    plan: RoundPlan
    pack: CompanyPack
    rubric: Rubric
    questions: tuple[Question, ...]
    companies: tuple[tuple[str, str], ...]
    carried_focus: str | None
    voices: Voices = field(default_factory=Voices)


class Backstage(Protocol):
    """The doors. Methods that touch the disk are async and work off the event loop."""

    def first_look(self) -> FirstLook:
        """What is known at a glance. Blocks for a moment, since the first paint needs it. Never raises."""
        ...

    async def keep_note(self, note: str) -> None:
        """Keep what home shows, for its next first paint."""
        ...

    async def history(self, limit: int | None = None) -> Sequence[HistoryRow]:
        """Sessions, newest first. Never raises for a damaged session: that is a row."""
        ...

    async def rounds(self) -> Mapping[Round, int]:
        """The rounds that can be played, with the minutes of the usual practice round."""
        ...

    async def last_setup(self, round_: Round) -> Setup:
        """A round as it was chosen last time; what was never chosen comes from the settings. Never raises."""
        ...

    async def keep_choices(self, setup: Setup) -> None:
        """Remember what was chosen, for the next time. A disk that refuses is no error: nothing is lost but comfort."""
        ...

    async def interview_date(self) -> date | None:
        """The day of the interview that is prepared for, if one is set. Never raises."""
        ...

    async def keep_interview_date(self, day: date | None) -> None:
        """Set the day, or take it away. A disk that refuses is no error."""
        ...

    async def keep_guess(self, session: str, estimate: "SelfEstimate") -> None:
        """Keep the candidate's own guess with a finished round; raises `InterviewSimError`."""
        ...

    async def guesses(self) -> "Sequence[Guess]":
        """Earlier guesses with the grades that followed, newest first."""
        ...

    async def weak_spots(self) -> "WeakSpots":
        """What earlier grades leave to be worked on."""
        ...

    async def lobby(self, setup: Setup) -> Lobby:
        """Raises `InterviewSimError` for an unknown company or a pack that does not load."""
        ...

    async def bank(self) -> "Bank":
        """Every question there is, with the rounds that asked it. Never raises for a file that does not load."""
        ...

    async def shelf(self) -> "Sequence[PackRow]":
        """All packs. Never raises for one that does not load: that is a row with its faults."""
        ...

    async def rubric_page(self, pack: str, round_: Round) -> "RubricPage":
        """How a pack judges a round; raises `InterviewSimError` for what does not load."""
        ...

    async def begin_pack(self, pack: str, base: str) -> Path:
        """Begin a pack of one's own that extends `base`, and return its folder; raises `InterviewSimError`."""
        ...

    async def start(self, setup: Setup) -> "Conductor":
        """Create the session on disk and hand over its conductor, not yet begun."""
        ...

    async def resume(self, session: str) -> "Conductor":
        """Open an unfinished session where it stood; raises `InterviewSimError` where that cannot be."""
        ...

    async def take_two(self, session: str, turn: int) -> "Conductor":
        """A new session in which the candidate's `turn` of another is still to come; raises `InterviewSimError`."""
        ...

    async def takes(self, session: str) -> "Takes":
        """The answer of a take two beside the first one; raises `InterviewSimError` where there are not two."""
        ...

    async def read(self, session: str) -> Transcript:
        """A session as its journal tells it."""
        ...

    async def report(self, session: str, form: str) -> str:
        """A session's report as `text`, `md`, `html` or `json`."""
        ...

    async def rename(self, session: str, title: str) -> str:
        """Give a session another title and return it as kept; an empty one brings back the first."""
        ...

    async def delete(self, session: str) -> None:
        """Delete a session for good; raises `InterviewSimError` where the disk or another program refuses."""
        ...

    async def compare(self, first: str, second: str) -> "Comparison":
        """Two grades side by side: `SESSION` means its newest, `SESSION#1` its first.

        Raises `InterviewSimError` for a session that is not there, cannot be read or is not graded.
        """
        ...

    async def loops(self) -> "Sequence[Course]":
        """All loops as far as they have come, the one taken up last first."""
        ...

    async def new_loop(self, company: str | None = None, level: str | None = None) -> "Course":
        """A loop of which nothing was held yet; None: as chosen last time. Raises `InterviewSimError`."""
        ...

    async def packet(self, loop: str) -> "Packet":
        """A loop put before the committee, as it stands; raises `InterviewSimError` where there is no such loop."""
        ...

    async def packet_report(self, loop: str, form: str) -> str:
        """The packet as `text`, `md` or `html`."""
        ...

    async def grade_under(
        self, session: str, company: str | None, level: str | None, progress: "Progress | None" = None
    ) -> Scorecard:
        """Grade a finished session under any pack and level; None keeps its own. The grade is added.

        `progress` is told after each criterion. Raises `InterviewSimError`.
        """
        ...
