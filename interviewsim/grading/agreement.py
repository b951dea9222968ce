"""Measures of agreement between two raters of the same things, with their intervals. Plain arithmetic, no randomness.

Quadratic weighted kappa: Cohen, "Weighted kappa", Psychological Bulletin 70 (1968). Rank correlation: Spearman, with
mean ranks for ties. Intervals: percentile bootstrap (Efron, Annals of Statistics 7, 1979), resampled by a fixed stream.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import floor

RESAMPLES = 1000
SEED = 20_261
INSIDE = 0.95
_MODULUS, _MULTIPLIER = 2**31 - 1, 48_271
"""Park and Miller's minimal standard generator (Communications of the ACM 31, 1988, revised 1993)."""

Pair = tuple[float, float]
"""What one thing got: from the grader, and from the gold set."""
Measure = Callable[[Sequence[Pair]], float | None]


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value with its 95 percent interval; `n` things stand behind it. None where it cannot be formed."""

    value: float | None
    low: float | None
    high: float | None
    n: int


def figure(measure: Measure, pairs: Sequence[Pair]) -> Figure:
    """A measure with its interval; resamples on which it cannot be formed are left out."""
    value = measure(pairs)
    if value is None:
        return Figure(None, None, None, len(pairs))
    found = sorted(one for sample in resampled(pairs) if (one := measure(sample)) is not None)
    cut = floor(len(found) * (1 - INSIDE) / 2)
    low, high = (found[cut], found[-1 - cut]) if found else (None, None)
    return Figure(rounded(value), rounded(low), rounded(high), len(pairs))


def resampled(pairs: Sequence[Pair]) -> Iterator[Sequence[Pair]]:
    """The same resamples every time: as many things as there are, drawn with putting back."""
    draws = _draws(len(pairs))
    for _ in range(RESAMPLES):
        yield [pairs[at] for at in islice(draws, len(pairs))]


def kappa(pairs: Sequence[Pair]) -> float | None:
    """Quadratic weighted kappa over whole levels 1 to 5; None where either side gave one level only to all."""
    levels = [(whole(one), whole(other)) for one, other in pairs]
    if len({one for one, _ in levels}) < 2 and len({other for _, other in levels}) < 2:
        return None
    observed = sum((one - other) ** 2 for one, other in levels)
    ones, others = Counter(one for one, _ in levels), Counter(other for _, other in levels)
    chance = sum(ones[a] * others[b] * (a - b) ** 2 for a in ones for b in others) / len(levels)
    return 1 - observed / chance if chance else None


def spearman(pairs: Sequence[Pair]) -> float | None:
    """Rank correlation; None where one side does not vary."""
    if len(pairs) < 3:
        return None
    return _pearson(_ranks([one for one, _ in pairs]), _ranks([other for _, other in pairs]))


def exact(pairs: Sequence[Pair]) -> float | None:
    """Share of things at the same whole level."""
    return _share([whole(one) == whole(other) for one, other in pairs])


def within_one(pairs: Sequence[Pair]) -> float | None:
    """Share of things at most one whole level apart."""
    return _share([abs(whole(one) - whole(other)) <= 1 for one, other in pairs])


def bias(pairs: Sequence[Pair]) -> float | None:
    """Mean signed difference: above 0 the grader is kinder than the gold set."""
    return sum(one - other for one, other in pairs) / len(pairs) if pairs else None


def slope(pairs: Sequence[Pair]) -> float | None:
    """By how much the second rises for one unit of the first, by least squares; None where the first does not vary."""
    if len(pairs) < 3:
        return None
    mean_x, mean_y = sum(x for x, _ in pairs) / len(pairs), sum(y for _, y in pairs) / len(pairs)
    spread = sum((x - mean_x) ** 2 for x, _ in pairs)
    return sum((x - mean_x) * (y - mean_y) for x, y in pairs) / spread if spread else None


def f1(pairs: Sequence[Pair]) -> float | None:
    """Of what is there (1) or not (0): the harmonic mean of precision and recall; None where nothing is anywhere."""
    hits = sum(1 for one, other in pairs if one and other)
    either = sum(bool(one) + bool(other) for one, other in pairs)
    return 2 * hits / either if either else None


def whole(score: float) -> int:
    """A score as a whole level of 1 to 5, a half rounded up."""
    return min(5, max(1, floor(score + 0.5)))


def rounded(value: float | None) -> float | None:
    """To two decimals."""
    return None if value is None else round(value, 2)


def _share(held: Sequence[bool]) -> float | None:
    return sum(held) / len(held) if held else None


def _pearson(ones: Sequence[float], others: Sequence[float]) -> float | None:
    mean, other_mean = sum(ones) / len(ones), sum(others) / len(others)
    spread = sum((one - mean) ** 2 for one in ones) * sum((other - other_mean) ** 2 for other in others)
    shared = sum((one - mean) * (other - other_mean) for one, other in zip(ones, others, strict=True))
    return float(shared / spread**0.5) if spread else None


def _ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 1; equals share the mean of theirs."""
    ordered = sorted(values)
    first = {value: at for at, value in reversed(list(enumerate(ordered, start=1)))}
    counts = Counter(values)
    return [first[value] + (counts[value] - 1) / 2 for value in values]


def _draws(below: int) -> Iterator[int]:
    state = SEED
    while True:
        state = state * _MULTIPLIER % _MODULUS
        yield state * below // _MODULUS
