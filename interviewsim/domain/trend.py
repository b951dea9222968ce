"""What a row of scores can bear: their number, their spread, and whether the last stands out; no more."""

from collections.abc import Sequence

FOR_A_TREND = 3
"""Scores under which nothing is said of a direction."""


def enough(scores: Sequence[float]) -> bool:
    """Whether a trend may be spoken of."""
    return len(scores) >= FOR_A_TREND


def spread_of(scores: Sequence[float]) -> str:
    """Lowest to highest; empty where there is none."""
    return f"{min(scores):.1f} to {max(scores):.1f}" if scores else ""


def told(scores: Sequence[float]) -> tuple[str, ...]:
    """The scores, oldest first, in a sentence or two; all of them measured by one ruler."""
    if not scores:
        return ("No score yet.",)
    count = f"n = {len(scores)} · last {scores[-1]:.1f} · spread {spread_of(scores)}"
    if not enough(scores):
        return (count, f"Not enough yet: {FOR_A_TREND - len(scores)} more before this is a trend.")
    return (count, _against(scores[-1], scores[:-1]))


def _against(last: float, before: Sequence[float]) -> str:
    mean = sum(before) / len(before)
    if last > max(before):
        return f"The last is above all before it (their mean is {mean:.1f})."
    if last < min(before):
        return f"The last is below all before it (their mean is {mean:.1f})."
    return f"The last lies within the spread of those before it: no change can be told (their mean is {mean:.1f})."
