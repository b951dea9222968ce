"""Which part of a telling each clause serves, by fitted weights over its marks (multinomial logistic regression).

A clause has one share for each part and one for none of them; the shares sum to 1, so a clause that plainly is a step
cannot also stand for the setting. What is left out of a telling is therefore missed in it, however vivid the rest.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp
from operator import add, mul

from interviewsim.reading.findings import Part
from interviewsim.reading.marks import NAMES, all_marks
from interviewsim.reading.units import Unit

Shares = tuple[float, ...]
STAY, STAY_IN_SENTENCE = 0.2, 0.4
"""How likely the next clause serves the same part, beyond chance."""
NO_PART = "other"
_BYTES = max(NAMES.values()) // 8 + 1
_BITS = 8 * _BYTES
ROLES = (*(part.value for part in Part), NO_PART)


@dataclass(frozen=True, slots=True)
class RoleWeights:
    """For each bit of a mark its five weights, in the order of `ROLES`; `bias` likewise.

    `by_byte` has the same summed up: for each eight bits in turn, what each of their 256 combinations weighs.
    """

    bias: tuple[float, ...]
    by_bit: Mapping[int, tuple[float, ...]]
    by_byte: tuple[tuple[Shares, ...], ...]

    @classmethod
    def named(cls, bias: Sequence[float], weights: Mapping[str, Sequence[float]]) -> "RoleWeights":
        """From weights by the marks' names."""
        by_bit = {1 << NAMES[name]: tuple(row) for name, row in weights.items()}
        return cls(tuple(bias), by_bit, tuple([_summed(by_bit, first) for first in range(0, _BITS, 8)]))

    def shares(self, marks: int) -> Shares:
        """How much a clause with these marks serves each role, in the order of `ROLES`; they sum to 1."""
        rows = [self.bias]
        for weighed, byte in zip(self.by_byte, marks.to_bytes(_BYTES, "little"), strict=True):
            if byte:
                rows.append(weighed[byte])
        powers = [*map(exp, map(sum, zip(*rows, strict=True)))]
        whole = sum(powers)
        return tuple([power / whole for power in powers])


def _summed(by_bit: Mapping[int, Shares], first: int) -> tuple[Shares, ...]:
    """The sums of the weights for all combinations of the eight bits from `first` on."""
    found = [(0.0,) * len(ROLES)]
    for bit in range(first, first + 8):
        row = by_bit.get(1 << bit, found[0])
        found += [(*map(add, sums, row),) for sums in found]
    return tuple(found)


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


def _leaning(shares: Sequence[Shares], stays: Sequence[float]) -> list[Shares]:
    """Forward and backward over a chain whose next clause serves the same part with the chance `stays`."""
    forward = [shares[0]]
    for share, stay in zip(shares[1:], stays, strict=True):
        forward.append(_passed(forward[-1], share, stay))
    backward, found = (1.0,) * len(ROLES), list[Shares]()
    for at in range(len(shares) - 1, -1, -1):
        product = [*map(mul, forward[at], backward)]
        whole = sum(product)
        found.append(tuple([one / whole for one in product[:4]]))
        if at:
            stay, ahead = stays[at - 1], [*map(mul, shares[at], backward)]
            jump = sum(ahead) * (1 - stay) / len(ROLES)
            backward = tuple([stay * one + jump for one in ahead])
    return found[::-1]


def _passed(before: Shares, share: Shares, stay: float) -> Shares:
    jump = (1 - stay) / len(ROLES)
    moved = [*map(mul, share, [stay * was + jump for was in before])]
    whole = sum(moved)
    return tuple([one / whole for one in moved])
