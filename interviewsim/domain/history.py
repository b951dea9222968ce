"""A session as a list shows it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from interviewsim.domain.terms import Length, Mode

PRACTICE = frozenset({Length.DRILL, Length.WARM_UP})
"""Lengths that are about one question: a score on them, where there is one, is no round's."""


class Standing(StrEnum):
    """How a session stands in a list."""

    FINISHED = "finished"
    UNFINISHED = "unfinished"
    DAMAGED = "damaged"


class FirstLook(NamedTuple):
    """What is known of a home at a glance: whether there is any session, and the note that home left itself."""

    practiced: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A session as a list shows it, with the contract's field names.

    `at` is RFC 3339 in UTC; `minutes` are of the round's clock; `state` is a `Standing`.
    `score`, `verdict` and `grader` (`offline`, or the model's name) are those of the newest grade.
    A damaged session says what could be read, and empty text for the rest. `problem` is a sentence on why a session
    cannot be read, or not whole: what is damaged, or that a newer version wrote it; empty where all is well.
    `length` is how much of the round was played; `forked_from` the session that this one took up again;
    `loop` is the id of the loop that the round belongs to.
    """

    session: str
    round: str
    company: str
    level: str
    mode: str
    at: str
    minutes: float | None
    state: str
    score: float | None
    verdict: str | None
    grader: str | None
    title: str
    problem: str = ""
    length: str = ""
    forked_from: str | None = None
    loop: str | None = None

    @property
    def counts(self) -> bool:
        """Whether it stands in trends, last and best: a finished round, and neither a take two, a drill nor gentle."""
        whole = self.state == Standing.FINISHED and self.forked_from is None
        return whole and self.length not in PRACTICE and self.mode != Mode.GENTLE
