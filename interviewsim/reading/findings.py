"""What reading an answer finds: its type, its parts, other signals, flaws and counts, each with its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from interviewsim.domain.evidence import Span


class Part(StrEnum):
    """The parts of a STAR answer."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"


class AnswerType(StrEnum):
    """What kind of answer it is: only a story can earn behavioral evidence."""

    STORY = "story"
    VAGUE = "vague"
    HABIT = "habit"
    HYPOTHETICAL = "hypothetical"
    NONE = "none"


class Signal(StrEnum):
    """What else a behavioral answer can show. Rubric items name the signal that witnesses them offline."""

    TIME_OR_PLACE = "time_or_place"  # when or where it happened
    STAKES = "stakes"  # what hung on it
    OWN_GOAL = "own_goal"  # what the teller personally had to achieve
    OWN_STEP = "own_step"  # one step the teller took, first person, past
    OWN_STEPS = "own_steps"  # three or more such steps
    ORDERED_STEPS = "ordered_steps"  # steps with an order to them: first, then, after
    REASON = "reason"  # why a step was taken
    OBSTACLE = "obstacle"  # what stood in the way
    ALTERNATIVE = "alternative"  # an option weighed or rejected
    COST = "cost"  # what was given up, and for whom
    DISAGREEMENT = "disagreement"  # somebody saw it differently
    OTHER_VIEW = "other_view"  # what another person said, wanted or felt
    OUTCOME = "outcome"  # what came of it
    SPECIFIC_OUTCOME = "specific_outcome"  # a fact, a reaction or a number, not "it went well"
    MEASURE = "measure"  # the outcome as a number
    BASELINE = "baseline"  # that number against a before, a target or a period
    ATTRIBUTION = "attribution"  # what else could explain it, or how it was measured
    LESSON = "lesson"  # what the teller learned
    CHANGED_HABIT = "changed_habit"  # what the teller did differently afterwards
    OWN_ERROR = "own_error"  # an admitted mistake of the teller's own
    CREDIT = "credit"  # a decision or idea credited to somebody else
    USERS = "users"  # contact with users: who, how many, what they did


class Flaw(StrEnum):
    """What costs an answer; each is told to the candidate with its place or its absence."""

    WE_FOR_I = "we_for_i"
    HYPOTHETICAL = "hypothetical"
    HABIT = "habit"
    NO_RESULT = "no_result"
    NO_NUMBER = "no_number"
    LONG_SETUP = "long_setup"
    RAMBLING = "rambling"
    NO_TRADE_OFF = "no_trade_off"
    BLAME = "blame"
    OFF_QUESTION = "off_question"


@dataclass(frozen=True, slots=True)
class Said:
    """One candidate utterance of an answer; `prompted` where it replied to a probe."""

    turn: int
    text: str
    prompted: bool = False


@dataclass(frozen=True, slots=True)
class PartReading:
    """One part as found: strength 0 absent, 1 thin or implied, 2 clear; its places; its share of the words."""

    strength: int
    spans: tuple[Span, ...] = ()
    share: float = 0.0
    prompted: bool = False

    @property
    def present(self) -> bool:
        """Whether the part was found at all."""
        return self.strength > 0


@dataclass(frozen=True, slots=True)
class Counts:
    """Plain counts over all utterances of an answer; words are what a reader would count."""

    words: int = 0
    sentences: int = 0
    i: int = 0
    we: int = 0
    numbers: int = 0
    hedges: int = 0


@dataclass(frozen=True, slots=True)
class AnswerReading:
    """Everything `read_answer` finds in the utterances of one answer.

    `signals` maps a signal to the places that show it, strongest first; an absent key was not found.
    `addressed` are places spoken to a grader: text, but never evidence.
    `ungradable` says why nothing can be judged ("empty", "not English", "noise"), or is empty.
    """

    type: AnswerType
    parts: Mapping[Part, PartReading]
    signals: Mapping[Signal, tuple[Span, ...]] = field(default_factory=dict)
    flaws: tuple[Flaw, ...] = ()
    counts: Counts = Counts()
    addressed: tuple[Span, ...] = ()
    ungradable: str = ""

    def shows(self, signal: Signal) -> bool:
        """Whether the signal was found."""
        return bool(self.signals.get(signal))
