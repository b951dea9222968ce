"""A main question, its follow-ups, and what the interviewer holds back until asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from interviewsim.domain.aspect import Aspect
from interviewsim.domain.terms import Level, Skill


class AnswerModel(StrEnum):
    """The shape a good answer to a question has."""

    STAR = "star"
    PITCH = "pitch"
    EXPLAIN = "explain"
    SYSTEM = "system"
    DEBUG = "debug"
    DESIGN = "design"
    CRITIQUE = "critique"
    METRICS = "metrics"
    ESTIMATE = "estimate"
    PRIORITIZE = "prioritize"
    STRATEGY = "strategy"
    CASE = "case"
    EXEC = "exec"


@dataclass(frozen=True, slots=True)
class Probe:
    """A prepared follow-up; `for_` names the part or signal it asks after."""

    for_: str
    ask: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the interviewer tells only when asked for it, or at once where `opening`."""

    id: str
    topics: tuple[str, ...]
    tell: str
    value: float | None = None
    unit: str = ""
    opening: bool = False


@dataclass(frozen=True, slots=True)
class Challenge:
    """An objection in character: who speaks ("finance", "head of sales"), and what they say."""

    role: str
    say: str


@dataclass(frozen=True, slots=True)
class Premise:
    """A wrong claim about the company, never about the candidate, and what is conceded once it is put right.

    `truth` is what the candidate could know from the brief; its words tell a correction from agreement.
    """

    say: str
    truth: str
    concede: str


@dataclass(frozen=True, slots=True)
class Question:
    """A main question as a pack or the bank states it. `reference` is never shown to an interviewer.

    `parts` are those of its answer model that it calls for; none: all of them. `hints` narrow step by step.
    `employer` is the name of the company it takes for granted; empty: any may ask it.
    """

    id: str
    ask: str
    answer_model: AnswerModel
    levels: tuple[Level, ...] = tuple(Level)
    skills: tuple[Skill, ...] = ()
    tags: tuple[str, ...] = ()
    minutes: int = 12
    probes: tuple[Probe, ...] = ()
    facts: tuple[Fact, ...] = ()
    parts: tuple[Aspect, ...] = ()
    hints: tuple[str, ...] = ()
    twist: str = ""
    push_back: str = ""
    challenge: Challenge | None = None
    premise: Premise | None = None
    reference: Mapping[str, object] = field(default_factory=dict)
    employer: str = ""

    @property
    def opening(self) -> str:
        """The question as it is put: with the facts that are told at once, a paragraph of their own."""
        told = " ".join(fact.tell for fact in self.facts if fact.opening)
        return f"{self.ask}\n\n{told}" if told else self.ask

    def probe_for(self, target: str) -> Probe | None:
        """The prepared follow-up for a part or signal, if the question has one."""
        return next((probe for probe in self.probes if probe.for_ == target), None)
