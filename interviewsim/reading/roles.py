"""Which part of a telling each clause serves, by fitted weights over its marks (multinomial logistic regression).

A clause has one share for each part and one for none of them; the shares sum to 1, so a clause that plainly is a step
cannot also stand for the setting. What is left out of a telling is therefore missed in it, however vivid the rest.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp

from interviewsim.reading.findings import Part
from interviewsim.reading.marks import NAMES, all_marks
from interviewsim.reading.units import Unit

Shares = tuple[float, ...]
STAY, STAY_IN_SENTENCE = 0.2, 0.4
"""How likely the next clause serves the same part, beyond chance."""
NO_PART = "other"
ROLES = (*(part.value for part in Part), NO_PART)


@dataclass(frozen=True, slots=True)
class RoleWeights:
    """For each bit of a mark its five weights, in the order of `ROLES`; `bias` likewise; `read` are all bits."""

    bias: tuple[float, ...]
    by_bit: Mapping[int, tuple[float, ...]]
    read: int

    @classmethod
    def named(cls, bias: Sequence[float], weights: Mapping[str, Sequence[float]]) -> "RoleWeights":
        """From weights by the marks' names."""
        by_bit = {1 << NAMES[name]: tuple(row) for name, row in weights.items()}
        return cls(tuple(bias), by_bit, sum(by_bit))

    def shares(self, marks: int) -> Shares:
        """How much a clause with these marks serves each role, in the order of `ROLES`; they sum to 1."""
        situation, task, action, result, other = self.bias
        known = self.by_bit
        marks &= self.read
        while marks:
            bit = marks & -marks
            marks ^= bit
            row = known[bit]
            situation += row[0]
            task += row[1]
            action += row[2]
            result += row[3]
            other += row[4]
        powers = (exp(situation), exp(task), exp(action), exp(result), exp(other))
        whole = sum(powers)
        return tuple([power / whole for power in powers])


def give_roles(units: Sequence[Unit], weights: RoleWeights) -> None:
    """Set the roles of every unit that may be evidence: its own shares, leaning on its neighbors'."""
    if not units:
        return
    shares = [weights.shares(marks) for marks in all_marks(units)]
    stays = [_stay(before, unit) for before, unit in pairwise(units)]
    for unit, roles in zip(units, _leaning(shares, stays), strict=True):
        unit.roles = roles


def _stay(before: Unit, unit: Unit) -> float:
    same = before.sentence == unit.sentence and before.span.turn == unit.span.turn
    return STAY_IN_SENTENCE if same else STAY


def _leaning(shares: Sequence[Shares], stays: Sequence[float]) -> list[tuple[float, ...]]:
    """Forward and backward over a chain whose next clause serves the same part with the chance `stays`."""
    forward = [_passed(None, shares[0], 0.0)]
    for share, stay in zip(shares[1:], stays, strict=True):
        forward.append(_passed(forward[-1], share, stay))
    backward, found = (1.0,) * len(ROLES), list[tuple[float, ...]]()
    for at in range(len(shares) - 1, -1, -1):
        product = [a * b for a, b in zip(forward[at], backward, strict=True)]
        whole = sum(product)
        found.append(tuple([one / whole for one in product[:4]]))
        if at:
            ahead = [a * b for a, b in zip(shares[at], backward, strict=True)]
            jump = sum(ahead) * (1 - stays[at - 1]) / len(ROLES)
            backward = tuple([stays[at - 1] * one + jump for one in ahead])
    return found[::-1]


def _passed(before: Shares | None, share: Shares, stay: float) -> Shares:
    if before is None:
        return share
    jump = (1 - stay) / len(ROLES)
    moved = [one * (stay * was + jump) for one, was in zip(share, before, strict=True)]
    whole = sum(moved)
    return tuple([one / whole for one in moved])
