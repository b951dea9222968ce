"""What a front end may hear of a round."""

from dataclasses import dataclass

from interviewsim.domain.events import Entry
from interviewsim.errors import InterviewSimError


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event is on disk."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Delta:
    """A sentence of the interviewer that passed the conduct checks; the whole turn follows as `Recorded`."""

    text: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A command that cannot be taken now, and why. Nothing was written."""

    message: str


@dataclass(frozen=True, slots=True)
class TimeUp:
    """The round's time is over; `seconds` remain to finish the sentence."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Failed:
    """Something outside failed. What was said is on disk and the clock stands."""

    error: InterviewSimError


Notice = Recorded | Delta | Refused | TimeUp | Failed
