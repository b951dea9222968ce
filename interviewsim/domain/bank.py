"""Everything that may be asked, and when it was: the question bank as a candidate pages through it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from interviewsim.domain.question import Question
from interviewsim.domain.terms import Round


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the round it is for, and the pack it belongs to (none: the bank's, which any pack may ask)."""

    round: Round
    company: str | None
    question: Question


@dataclass(frozen=True, slots=True)
class Meeting:
    """A round in which the question was asked.

    `level` is the mean of the criteria's levels on the answer, 1 to 5; None where it has none or keeps it to itself.
    """

    session: str
    at: str
    level: float | None = None


@dataclass(frozen=True, slots=True)
class Bank:
    """All questions, the packs' own first. `met`: by a question's id, newest first. `problems`: what was left out."""

    questions: tuple[Asked, ...]
    met: Mapping[str, tuple[Meeting, ...]] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
