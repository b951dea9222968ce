"""How a candidate's own guesses compare with the grades that followed: told only when there are enough of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from interviewsim.domain.events import SelfEstimate
from interviewsim.domain.rubric import Verdict
from interviewsim.domain.scorecard import Scorecard

ENOUGH = 3
"""Guesses under which a gap would be chance."""
HIRES = frozenset({Verdict.HIRE, Verdict.STRONG_HIRE})


@dataclass(frozen=True, slots=True)
class Guess:
    """What the candidate guessed of a round, and what it was graded."""

    estimate: SelfEstimate
    card: Scorecard

    @property
    def hire(self) -> bool | None:
        """Whether the verdict was guessed; None where nothing was guessed, or there is no verdict."""
        if self.estimate.would_hire is None or self.card.verdict is None:
            return None
        return self.estimate.would_hire == (self.card.verdict in HIRES)

    @property
    def weakest(self) -> bool | None:
        """Whether the criterion guessed stands at the lowest level; None where there is nothing to compare."""
        levels = {one.id: one.level for one in self.card.criteria if one.level is not None}
        if self.estimate.weakest not in levels:
            return None
        return levels[self.estimate.weakest] == min(levels.values())


@dataclass(frozen=True, slots=True)
class Gap:
    """How many guesses held: right ones and all of them. `kind` and `hard` count wrong guesses of a hire, of none."""

    hires: tuple[int, int]
    weakest: tuple[int, int]
    kind: int
    hard: int

    @property
    def text(self) -> str:
        """The gap in a sentence or three."""
        told = []
        if self.hires[1]:
            told.append(f"You guessed {self.hires[0]} of {self.hires[1]} verdicts.")
        if self.weakest[1]:
            told.append(f"Your weakest criterion was the one you named {self.weakest[0]} of {self.weakest[1]} times.")
        if self.kind > self.hard:
            told.append("Where you were wrong, the grade was harder than you.")
        elif self.hard > self.kind:
            told.append("Where you were wrong, you were harder than the grade.")
        return " ".join(told)


def gap_of(guesses: Sequence[Guess]) -> Gap | None:
    """The gap over all guesses; None while there are fewer than `ENOUGH` that can be compared."""
    hires = [one for one in guesses if one.hire is not None]
    weakest = [one for one in guesses if one.weakest is not None]
    if max(len(hires), len(weakest)) < ENOUGH:
        return None
    wrong = [one for one in hires if not one.hire]
    kind = sum(1 for one in wrong if one.estimate.would_hire)
    return Gap(_right([one.hire for one in hires]), _right([one.weakest for one in weakest]), kind, len(wrong) - kind)


def _right(held: Sequence[bool | None]) -> tuple[int, int]:
    return sum(1 for one in held if one), len(held)
