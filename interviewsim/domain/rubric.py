"""What an answer is judged by: criteria with anchored levels, items, flags, and a company's pack."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from interviewsim.domain.aspect import Handling
from interviewsim.domain.loop import LoopRound
from interviewsim.domain.question import AnswerModel
from interviewsim.domain.terms import Level, Round, Skill


class Verdict(StrEnum):
    """What an interviewer would file; there is no middle."""

    STRONG_NO_HIRE = "strong_no_hire"
    NO_HIRE = "no_hire"
    HIRE = "hire"
    STRONG_HIRE = "strong_hire"


class Severity(StrEnum):
    """How much a flag weighs; `critical` caps the verdict."""

    NOTE = "note"
    CONCERN = "concern"
    CRITICAL = "critical"


class CommitteeRule(StrEnum):
    """How six scorecards become one decision."""

    MEAN = "mean"
    NO_AVERAGING = "no_averaging"
    BAR_RAISER = "bar_raiser"


WHEN_CONTRADICTED = frozenset({Handling.HOLDS, Handling.UPDATES, Handling.REVERSAL_POINT, Handling.CORRECTS_PREMISE})
"""What can be shown only by somebody who was contradicted."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something a reader answers with yes or no; yes needs `quotes` verified quotes.

    `signal` names what the offline reading looks for (`Part` or `Signal` of `reading.findings`, an `Aspect` or a
    `Handling`), or several with `|` between them, of which one is enough; empty: rules cannot tell, only a model or a
    person can.
    """

    id: str
    level: int
    text: str
    quotes: int = 1
    signal: str = ""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing judged, with an anchor for each level 1 to 5 and the items that decide between them.

    `phase`: what was said there is judged, and not the answers to main questions. `tag`: of the main questions, only
    those that carry it call for the criterion. `least`: the level needed for a hire at an interview level ("Hire at
    PM, no hire at Senior: scope").
    """

    id: str
    name: str
    about: str
    weight: int
    skills: Mapping[Skill, int]
    anchors: Mapping[int, str]
    items: tuple[Item, ...]
    next_level: Mapping[int, str]
    applies_to: tuple[AnswerModel, ...] = ()
    phase: str = ""
    tag: str = ""
    least: Mapping[Level, int] = field(default_factory=dict)
    must_have: bool = False

    def judges(self, model: AnswerModel, tags: Sequence[str] = ()) -> bool:
        """Whether an answer of this model, to a question with these tags, is judged by the criterion.

        A question without tags, such as one of the candidate's own, is judged by its model alone.
        """
        asked = not self.tag or not tags or self.tag in tags
        return asked and (not self.applies_to or model in self.applies_to)

    @property
    def needs_contradiction(self) -> bool:
        """Whether its lowest items are about how a contradiction is met: where none was made, it says nothing."""
        lowest = min((item.level for item in self.items), default=0)
        signals = [item.signal for item in self.items if item.level == lowest]
        return bool(signals) and all(set(signal.split("|")) <= WHEN_CONTRADICTED for signal in signals)


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A pitfall: what is said (`cues`), what is missing (`absence`), what clears it, and how to probe it."""

    id: str
    name: str
    severity: Severity
    cues: tuple[str, ...] = ()
    absence: tuple[str, ...] = ()
    countered_by: tuple[str, ...] = ()
    not_when: str = ""
    probe: str = ""


@dataclass(frozen=True, slots=True)
class Rubric:
    """A round's rubric, resolved and complete. `digest` is `sha256:` over its content."""

    pack: str
    round: Round
    criteria: tuple[Criterion, ...]
    flags: tuple[RedFlag, ...] = ()
    digest: str = ""

    @property
    def name(self) -> str:
        """Its name in a scorecard: `generic/behavioral@sha256:...`."""
        return f"{self.pack}/{self.round}@{self.digest}"


@dataclass(frozen=True, slots=True)
class Topic:
    """What the interviewer says when a candidate's question touches one of `topics`.

    `withheld`: the reply declines politely instead of telling.
    """

    id: str
    topics: tuple[str, ...]
    tell: str
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Committee:
    """How a loop's scorecards are put together."""

    rule: CommitteeRule = CommitteeRule.MEAN
    floor: float = 2.5
    rebut_strong_no: bool = True


@dataclass(frozen=True, slots=True)
class CompanyPack:
    """A company as data: what it is, how it interviews, and where its bar lies for each level."""

    id: str
    name: str
    as_of: str
    disclaimer: str
    brief: str
    private: str
    rival: str
    scale: Mapping[Verdict, str]
    bar: Mapping[Level, float]
    loop: tuple[LoopRound, ...]
    answers: tuple[Topic, ...] = ()
    committee: Committee = field(default_factory=Committee)
    confidence: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()

    def loop_round(self, round_: Round) -> LoopRound | None:
        """How this company runs a round, if it has one."""
        return next((entry for entry in self.loop if entry.round is round_), None)
