"""What a grader says of a round: criteria scored or unscored, with the words they rest on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from interviewsim.domain.evidence import Evidence, Span
from interviewsim.domain.question import AnswerModel
from interviewsim.domain.rubric import Severity, Verdict
from interviewsim.domain.terms import Level, Mode, Round, Skill


class Seen(StrEnum):
    """Whether a grader saw an item."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


class Basis(StrEnum):
    """What a level rests on: words that are there, or words that were looked for and not found."""

    EVIDENCE = "evidence"
    ABSENCE = "absence"


class UnscoredReason(StrEnum):
    """Why there is no level. Never the same as a low one."""

    NOT_REACHED = "not_reached"
    UNGRADABLE = "ungradable"
    GRADER_FAILED = "grader_failed"
    REFUSED = "refused"
    TRUNCATED = "truncated"

    @property
    def lost(self) -> bool:
        """Whether the grader failed, so that it can be graded later; an early end is none of these."""
        return self in {UnscoredReason.GRADER_FAILED, UnscoredReason.REFUSED, UnscoredReason.TRUNCATED}


@dataclass(frozen=True, slots=True)
class Unscored:
    """Why a criterion has no level, in a word and in a sentence."""

    reason: UnscoredReason
    detail: str


@dataclass(frozen=True, slots=True)
class ItemFinding:
    """One item of a criterion as decided; `evidence` are indexes into the criterion's evidence."""

    id: str
    seen: Seen
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """A criterion's level with its evidence, or the reason why it has none. `weight` is a share of 1."""

    id: str
    name: str
    weight: float
    level: int | None
    basis: Basis | None
    unscored: Unscored | None
    items: tuple[ItemFinding, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rationale: str = ""
    next_level: str = ""
    spread: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class PartFound:
    """A part of an answer as a report shows it: strength 0 to 2, share of the words 0 to 1."""

    present: bool
    strength: int
    share: float
    prompted: bool
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerRecord:
    """One main question and what was found in the answer to it, over all its turns.

    `levels` are the criteria's levels on this answer alone; a criterion's level is their mean. `unused_facts` are
    the ids of facts that the candidate asked for and left aside.
    """

    question_id: str
    question: str
    answer_model: AnswerModel
    turns: tuple[int, ...]
    type: str | None
    parts: Mapping[str, PartFound] = field(default_factory=dict)
    flaws: tuple[str, ...] = ()
    levels: Mapping[str, int] = field(default_factory=dict)
    unused_facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FlagFound:
    """A red flag that was found and not countered."""

    id: str
    severity: Severity
    probed: bool
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence with the words it rests on."""

    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """The change asked for last time, and whether it happened this time."""

    focus: str
    happened: bool
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class GraderName:
    """Who graded, by what. `kind` is `offline` or `llm`; `rubric` is its name with its hash."""

    kind: str
    model: str | None
    prompts: str | None
    rubric: str


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens that a grade cost."""

    input_tokens: int
    cached_tokens: int
    output_tokens: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two graders apart by more than one level on a criterion: what the model saw, and what rules find."""

    criterion: str
    question_id: str
    by_model: int
    by_rules: int


@dataclass(frozen=True, slots=True)
class Stronger:
    """The weakest answer told better from what the candidate said; what nobody said is a gap in brackets."""

    question_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Scorecard:
    """One grade of one round by one grader, in the shape of the contract's JSON."""

    round: Round
    company: str
    level: Level
    mode: Mode
    grader: GraderName
    score: float | None
    level_range: tuple[int, int] | None
    coverage: float
    verdict: Verdict | None
    headline: str
    reason_for: Reason | None
    reason_against: Reason | None
    focus: str | None
    carried_over: CarriedOver | None
    criteria: tuple[CriterionScore, ...]
    answers: tuple[AnswerRecord, ...]
    flags: tuple[FlagFound, ...]
    skills: Mapping[Skill, float | None]
    hints: int
    delivery: Mapping[str, float | int | None]
    pacing: Mapping[str, float | int | None]
    usage: Usage | None = None
    dropped_quotes: int = 0
    schema: int = 1
    session: str | None = None
    grade: int = 1
    disagreements: tuple[Disagreement, ...] = ()
    stronger: Stronger | None = None

    @property
    def lost(self) -> tuple[str, ...]:
        """The criteria that the grader could not grade, and may grade later."""
        return tuple(one.id for one in self.criteria if one.unscored and one.unscored.reason.lost)
