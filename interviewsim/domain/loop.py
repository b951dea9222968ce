"""The shape of an interview: loop, rounds, phases, and who sits across the table."""

from dataclasses import dataclass

from interviewsim.domain.aspect import Aspect
from interviewsim.domain.move import Move
from interviewsim.domain.terms import Length, Round


@dataclass(frozen=True, slots=True)
class Persona:
    """Who interviews: a name, a role, and a manner (`warm`, `neutral`, `skeptical`, ...)."""

    name: str
    role: str
    style: str

    @property
    def first_name(self) -> str:
        """What the candidate would call them."""
        return self.name.split()[0]


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of a round. `question` is the index of the main question it belongs to.

    A question's phases follow the stages of its answer model: each is for `parts`, or makes one `move`.
    """

    id: str
    seconds: int
    question: int | None = None
    parts: tuple[Aspect, ...] = ()
    move: Move | None = None


@dataclass(frozen=True, slots=True)
class PhaseShare:
    """A phase as a company plans it, in minutes. `about`: a tag that its main question must have."""

    id: str
    minutes: int
    about: str = ""


@dataclass(frozen=True, slots=True)
class LoopRound:
    """A round as a company runs it: whole minutes and how they are cut, before any scaling."""

    round: Round
    minutes: int
    weight: int
    questions: int
    probes: int
    interviewer: Persona
    phases: tuple[PhaseShare, ...]


@dataclass(frozen=True, slots=True)
class RoundPlan:
    """The round as it will be played, in seconds on the round's clock.

    `time_factor` has already stretched the phases; `timed` is False where there is no clock.
    `probes` is the budget of follow-ups for one main question.
    """

    round: Round
    length: Length
    interviewer: Persona
    phases: tuple[Phase, ...]
    questions: int
    probes: int
    time_factor: float = 1.0
    timed: bool = True

    @property
    def contests(self) -> bool:
        """Whether a decision may be contested: not where one question is all there is, and nothing follows it up."""
        return self.length is not Length.WARM_UP and self.probes > 0

    @property
    def seconds(self) -> int:
        """The whole round, in seconds."""
        return sum(phase.seconds for phase in self.phases)

    def starts_at(self, index: int) -> int:
        """The planned start of a phase, in seconds from the round's beginning."""
        return sum(phase.seconds for phase in self.phases[:index])
