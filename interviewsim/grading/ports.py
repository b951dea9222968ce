"""What grading needs from a grader, and what it hands to one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from interviewsim.domain.aspect import Aspect
from interviewsim.domain.evidence import Evidence
from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.rubric import Criterion, RedFlag, Rubric
from interviewsim.domain.scorecard import FlagFound, GraderName, PartFound, Scorecard, Seen, Unscored

CONTRADICTING = frozenset({Move.PUSH_BACK, Move.CHALLENGE, Move.TWIST, Move.PREMISE})
"""Moves that put something against what the candidate said."""


@dataclass(frozen=True, slots=True)
class SaidToGrade:
    """One candidate utterance; `prompted` where it replied to a follow-up.

    `after` names the move it replied to, `sought` the aspect that a probe asked for, `follow_up` its words.
    """

    turn: int
    text: str
    prompted: bool = False
    cut_off: bool = False
    after: Move | None = None
    sought: Aspect | None = None
    follow_up: str = ""


@dataclass(frozen=True)
class AnswerToGrade:
    """A main question with everything the candidate answered to it, and what they asked about it (`requests`).

    `declined`: the candidate said that such a thing never happened to them; that is no answer to judge.
    `probed` are the parts and signals that follow-ups asked for, `released` the facts that were told.
    """

    asked: Question
    said: tuple[SaidToGrade, ...]
    requests: tuple[SaidToGrade, ...] = ()
    declined: bool = False
    probed: tuple[str, ...] = ()
    released: tuple[str, ...] = ()

    @property
    def question_id(self) -> str:
        """The question's id."""
        return self.asked.id

    @property
    def answer_model(self) -> AnswerModel:
        """The shape that a good answer has."""
        return self.asked.answer_model

    @property
    def turns(self) -> tuple[int, ...]:
        """The candidate turns the answer is made of."""
        return tuple(said.turn for said in self.said)

    @property
    def contradicted(self) -> bool:
        """Whether something in it replies to an objection, a new constraint or a wrong claim."""
        return any(said.after in CONTRADICTING for said in (*self.said, *self.requests))

    @property
    def cut_off(self) -> bool:
        """Whether time ran out over it."""
        return bool(self.said) and self.said[-1].cut_off


@dataclass(frozen=True, slots=True)
class OwnQuestions:
    """What the candidate asked when it was their turn; `told` is what the interviewer had said before each of them."""

    asked: tuple[SaidToGrade, ...]
    told: tuple[str, ...]
    brief: str


@dataclass(frozen=True, slots=True)
class AnswerFindings:
    """What a grader read in an answer; `unscored` where there is nothing to judge, and why."""

    type: str | None
    parts: Mapping[str, PartFound] = field(default_factory=dict)
    flaws: tuple[str, ...] = ()
    unused_facts: tuple[str, ...] = ()
    unscored: Unscored | None = None


@dataclass(frozen=True, slots=True)
class ItemSeen:
    """An item decided on one answer, with verified evidence where it was seen."""

    seen: Seen
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """Items decided by a model, with the bound of code: no level above `most`, whatever the items say.

    `estimate` is the level that `reading` finds on the same answer, None where it cannot tell. `claimed` is the level
    of the items before code held it down. `spread` are the levels of repeated readings, lowest first.
    """

    items: Mapping[str, ItemSeen]
    most: int
    claimed: int
    estimate: int | None = None
    spread: tuple[int, ...] = ()


Decision = Mapping[str, ItemSeen] | Decided | Unscored
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

    async def decide_questions(self, criterion: Criterion, own: "OwnQuestions") -> Decision:
        """The items of a criterion that judges the candidate's own questions."""
        ...

    async def suspect(self, flag: RedFlag, answers: Sequence[AnswerToGrade]) -> FlagFound | None:
        """The flag, if the answers show it and nothing in them counters it."""
        ...


@runtime_checkable
class Completing(Protocol):
    """A grader that has something to add to the card it made: what it used, dropped and advises."""

    async def complete(self, card: Scorecard, answers: Sequence[AnswerToGrade]) -> Scorecard:
        """The card with what only this grader knows. Never raises for a model's failure."""
        ...

    def kept(self) -> Mapping[str, object]:
        """What is kept with the grade as plain JSON values: model, prompts, raw replies."""
        ...
