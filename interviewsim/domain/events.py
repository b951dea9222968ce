"""The journal's vocabulary: one frozen class per event, with the contract's field names.

A trailing underscore keeps a Python keyword off the wire's name (`as_` is written as `as`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from interviewsim.domain.loop import RoundPlan
from interviewsim.domain.move import Move
from interviewsim.domain.question import Question
from interviewsim.domain.rubric import CompanyPack, Rubric
from interviewsim.domain.scorecard import Scorecard, Usage
from interviewsim.domain.terms import Length, Level, Mode, Round

JOURNAL_SCHEMA = 1


class SaidAs(StrEnum):
    """How a candidate's utterance was taken."""

    ANSWER = "answer"
    QUESTION = "question"


class EndReason(StrEnum):
    """Why a round ended."""

    COMPLETED = "completed"
    TIME_UP = "time_up"
    ENDED_EARLY = "ended_early"
    SCRIPT_ENDED = "script_ended"


@dataclass(frozen=True, slots=True)
class ForkPoint:
    """Where this session was taken up again from another: `n` is the last entry of it that was taken over.

    The next entry there is the answer that is given anew here.
    """

    session: str
    n: int


@dataclass(frozen=True, slots=True)
class SessionOpened:
    """Line 1: everything a history row needs, and nothing large."""

    session: str
    round: Round
    company: str
    level: Level
    mode: Mode
    length: Length
    interviewer: str
    title: str
    at: str
    schema: int = JOURNAL_SCHEMA
    loop: str | None = None
    forked_from: ForkPoint | None = None
    imported_from: str | None = None


@dataclass(frozen=True, slots=True)
class Focus:
    """The one change asked for last time, or what a drill is about: the criterion it would lift, and from which level.

    Level 0: a drill on what was never judged before.
    """

    criterion: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class SessionConfigured:
    """What the round is played by; a session keeps the rubric and questions it began with."""

    seed: int
    plan: RoundPlan
    questions: tuple[Question, ...]
    pack: CompanyPack
    rubric: Rubric
    focus: Focus | None = None


@dataclass(frozen=True, slots=True)
class PhaseStarted:
    """A phase of the plan began; `index` counts the plan's phases from 0."""

    phase: str
    index: int


@dataclass(frozen=True, slots=True)
class InterviewerSaid:
    """One interviewer turn. `conduct` tells how a model's words were found, or what was done about which check.

    `usage`: what the words cost, where a model was asked.
    """

    turn: int
    text: str
    move: Move
    question_id: str | None
    complete: bool = True
    conduct: tuple[str, ...] = ()
    target: str | None = None
    usage: Usage | None = None


@dataclass(frozen=True, slots=True)
class CandidateSaid:
    """One candidate turn. `seconds` on the round's clock since the interviewer fell silent."""

    turn: int
    text: str
    as_: SaidAs
    cut_off: bool = False
    pasted: bool = False
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class FactReleased:
    """A fact was told because it was asked for."""

    fact_id: str
    turn: int


@dataclass(frozen=True, slots=True)
class HintGiven:
    """A hint in coach mode; `step` counts the hints for this question from 1."""

    question_id: str
    step: int


@dataclass(frozen=True, slots=True)
class Skipped:
    """The candidate asked to leave this question for the next."""

    question_id: str


@dataclass(frozen=True, slots=True)
class Paused:
    """The candidate stopped the clock (coach mode)."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """The clock goes on, after a pause or after the program was away."""


@dataclass(frozen=True, slots=True)
class Interrupted:
    """The program went away in the middle of the round; `t` is where the clock stood."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something outside failed; the clock stood meanwhile.

    `said`: what could be heard of the interviewer's turn that broke off; the turn itself is still to come.
    """

    message: str
    said: str | None = None


@dataclass(frozen=True, slots=True)
class NotesKept:
    """The candidate's private notes as they stood; never graded."""

    notes: str


@dataclass(frozen=True, slots=True)
class SelfEstimate:
    """The candidate's own guess before the grade."""

    would_hire: bool | None
    weakest: str | None


@dataclass(frozen=True, slots=True)
class RoundEnded:
    """A round is finished when this stands in its journal, and only then."""

    reason: EndReason


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade was added; grades count from 1. `raw` keeps a model grader's prompts and replies."""

    grade: int
    scorecard: Scorecard
    raw: Mapping[str, object] | None = field(default=None)


Event = (
    SessionConfigured
    | PhaseStarted
    | InterviewerSaid
    | CandidateSaid
    | FactReleased
    | HintGiven
    | Skipped
    | Paused
    | Resumed
    | Interrupted
    | Trouble
    | NotesKept
    | SelfEstimate
    | RoundEnded
    | Graded
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the journal: the event, its number, the time of day (RFC 3339, UTC), the round's clock in seconds."""

    n: int
    at: str
    t: float
    event: Event


@dataclass(frozen=True, slots=True)
class Live:
    """What is on the table between two events: the draft, the notes, and the round's clock in seconds.

    `answers` counts the candidate's turns when the draft was kept: a draft from before the
    newest of them has been sent and must not come back.
    """

    draft: str = ""
    notes: str = ""
    t: float = 0.0
    answers: int = 0
