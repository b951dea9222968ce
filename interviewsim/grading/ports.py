"""What grading needs from a grader, and what it hands to one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from interviewsim.domain.evidence import Evidence
from interviewsim.domain.question import AnswerModel
from interviewsim.domain.rubric import Criterion, RedFlag, Rubric
from interviewsim.domain.scorecard import FlagFound, GraderName, PartFound, Seen, Unscored


@dataclass(frozen=True, slots=True)
class SaidToGrade:
    """One candidate utterance of an answer; `prompted` where it replied to a follow-up."""

    turn: int
    text: str
    prompted: bool = False
    cut_off: bool = False


@dataclass(frozen=True, slots=True)
class AnswerToGrade:
    """A main question with everything the candidate answered to it.

    `declined`: the candidate said that such a thing never happened to them; that is no answer to judge.
    `probed` are the parts and signals that follow-ups asked for.
    """

    question_id: str
    question: str
    answer_model: AnswerModel
    said: tuple[SaidToGrade, ...]
    declined: bool = False
    probed: tuple[str, ...] = ()

    @property
    def turns(self) -> tuple[int, ...]:
        """The candidate turns the answer is made of."""
        return tuple(said.turn for said in self.said)

    @property
    def cut_off(self) -> bool:
        """Whether time ran out over it."""
        return bool(self.said) and self.said[-1].cut_off


@dataclass(frozen=True, slots=True)
class AnswerFindings:
    """What a grader read in an answer; `unscored` where there is nothing to judge, and why."""

    type: str | None
    parts: Mapping[str, PartFound] = field(default_factory=dict)
    flaws: tuple[str, ...] = ()
    unscored: Unscored | None = None


@dataclass(frozen=True, slots=True)
class ItemSeen:
    """An item decided on one answer, with verified evidence where it was seen."""

    seen: Seen
    evidence: tuple[Evidence, ...] = ()


Decision = Mapping[str, ItemSeen] | Unscored
"""A criterion decided on one answer: its items by id, or why they could not be decided."""


class Grader(Protocol):
    """Decides items and flags on answers. It never gives a level, a score or a verdict."""

    @property
    def top(self) -> int:
        """The highest level this grader can tell apart."""
        ...

    def measured_for(self, model: AnswerModel) -> bool:
        """Whether the grader's accuracy on this answer model is known; no verdict where it is not."""
        ...

    def name(self, rubric: Rubric) -> GraderName:
        """Who grades by what, for the scorecard."""
        ...

    async def read(self, answer: AnswerToGrade) -> AnswerFindings:
        """The answer's type, parts and flaws."""
        ...

    async def decide(self, criterion: Criterion, answer: AnswerToGrade) -> Decision:
        """The criterion's items on this answer. A failure is an `Unscored`, never an exception."""
        ...

    async def suspect(self, flag: RedFlag, answers: Sequence[AnswerToGrade]) -> FlagFound | None:
        """The flag, if the answers show it and nothing in them counters it."""
        ...
