"""The raw shapes of rubric, pack and question files, as people write them. Unknown keys are refused."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from interviewsim.domain.aspect import Aspect
from interviewsim.domain.question import AnswerModel
from interviewsim.domain.rubric import CommitteeRule, Severity, Verdict
from interviewsim.domain.terms import Level, Round, Skill

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_]*$", max_length=60)]
PackId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60)]
Share = Annotated[int, Field(ge=0, le=100)]
Minutes = Annotated[int, Field(ge=1, le=240)]
Grade = Annotated[float, Field(ge=1, le=5)]
Confidence = Literal["official", "reported", "inferred"]
Described = Literal["process", "competencies", "scale", "style"]


class Spec(BaseModel):
    """A mapping of a file."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ItemSpec(Spec):
    """An item of a criterion.

    `signal` is a `Part` or `Signal` of `reading.findings`, an `Aspect` or a `Handling` that witnesses the item without
    a model. A part or aspect may be followed by `:2`, which asks for it to be clear and not only thin (`result:2`).
    Of several with `|` between them one is enough (`holds|updates`).
    """

    id: Id
    level: Annotated[int, Field(ge=2, le=5)]
    text: Text
    quotes: Annotated[int, Field(ge=1, le=5)] = 1
    signal: str = ""


class CriterionSpec(Spec):
    """A criterion. `skills` are shares of its weight, in percent.

    `phase`: it judges what was said in that phase instead of the answers to main questions. `tag`: it judges only
    answers to questions with this tag. `least`: for an interview level, the lowest level of this criterion with which
    a hire is possible.
    """

    id: Id
    name: Text
    about: Text
    weight: Share
    skills: dict[Skill, Share]
    anchors: dict[int, Text]
    items: list[ItemSpec]
    next_level: dict[int, Text]
    applies_to: list[AnswerModel] = []
    phase: Literal["", "candidate_questions"] = ""
    tag: str = ""
    least: dict[Level, Annotated[int, Field(ge=1, le=5)]] = {}
    must_have: bool = False


class FlagSpec(Spec):
    """A red flag.

    `cues` are words as a candidate would say them. An entry of `absence` or `countered_by` that is the name of a
    `Part` or `Signal` is what rules look for; any other is a sentence for a model or a person.
    """

    id: Id
    name: Text
    severity: Severity
    cues: list[Text] = []
    absence: list[Text] = []
    countered_by: list[Text] = []
    not_when: str = ""
    probe: str = ""


class RubricSpec(Spec):
    """`rubrics/PACK/ROUND.yaml`, after `extends` and `remove` have been followed."""

    version: Literal[1] = Field(alias="schema")
    criteria: list[CriterionSpec]
    flags: list[FlagSpec] = []


class PersonaSpec(Spec):
    """Who interviews. `style` names a file of `prompts/styles/`; an unknown one is worded neutrally."""

    name: Text
    role: Text
    style: Text = "neutral"


class PhaseSpec(Spec):
    """A stretch of a round: `intro`, `question_1` and so on, `candidate_questions`, `close`.

    `about` is a tag that the main question of the phase must have.
    """

    id: Id
    minutes: Minutes
    about: str = ""


class LoopRoundSpec(Spec):
    """How the company runs one round."""

    round: Round
    minutes: Minutes
    weight: Share
    questions: Annotated[int, Field(ge=1, le=8)]
    probes: Annotated[int, Field(ge=0, le=10)]
    interviewer: PersonaSpec
    phases: list[PhaseSpec]


class CommitteeSpec(Spec):
    """How the rounds become one decision."""

    rule: CommitteeRule = CommitteeRule.MEAN
    floor: Grade = 2.5
    rebut_strong_no: bool = True


class TopicSpec(Spec):
    """What is said when the candidate's question touches one of `topics`."""

    id: Id
    topics: list[Text]
    tell: Text
    withheld: bool = False


class PackSpec(Spec):
    """`rubrics/PACK/pack.yaml`, after `extends` and `remove` have been followed."""

    version: Literal[1] = Field(alias="schema")
    id: PackId
    name: Text
    as_of: Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]
    disclaimer: Text
    brief: Text
    scale: dict[Verdict, Text]
    bar: dict[Level, Grade]
    loop: list[LoopRoundSpec]
    private: str = ""
    rival: str = ""
    confidence: dict[Described, Confidence] = {}
    sources: list[Text] = []
    committee: CommitteeSpec = CommitteeSpec()
    answers: list[TopicSpec] = []


class ProbeSpec(Spec):
    """A follow-up; `for` names the `Part` or `Signal` it asks after."""

    for_: Text = Field(alias="for")
    ask: Text


class FactSpec(Spec):
    """Something that is told when asked for, or at once where `opening`."""

    id: Id
    topics: list[Text]
    tell: Text
    value: float | None = None
    unit: str = ""
    opening: bool = False


class ChallengeSpec(Spec):
    """An objection by a stakeholder, in character."""

    role: Text
    say: Text


class PremiseSpec(Spec):
    """A wrong claim about the company, what is true, and what is said once the candidate puts it right."""

    say: Text
    truth: Text
    concede: Text


class QuestionSpec(Spec):
    """A main question. `round` is needed in a pack's `questions.yaml`, where the file's name does not say it.

    `employer` is the name of the company that the question takes for granted: under any other it is not asked.
    """

    id: Id
    ask: Text
    answer_model: AnswerModel
    round: Round | None = None
    levels: list[Level] = list(Level)
    skills: list[Skill] = []
    tags: list[Text] = []
    minutes: Annotated[int, Field(ge=1, le=90)] = 12
    probes: list[ProbeSpec] = []
    facts: list[FactSpec] = []
    parts: list[Aspect] = []
    hints: list[Text] = []
    twist: str = ""
    push_back: str = ""
    challenge: ChallengeSpec | None = None
    premise: PremiseSpec | None = None
    reference: dict[str, object] = {}
    employer: str = ""
