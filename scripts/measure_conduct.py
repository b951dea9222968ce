"""How often the offline interviewer says what it should not: breaches of conduct per 100 turns, by round.

Plays every round with every simulated candidate of `tests/doubles/candidates.py` and several seeds, and checks each
interviewer turn as it is said. Run from the root: `python -m scripts.measure_conduct [SEEDS]`.
"""

import asyncio
import sys
import tempfile
from collections import Counter
from pathlib import Path

from interviewsim.domain.terms import Round
from tests.doubles.candidates import CANDIDATES
from tests.journeys.simulated import play_round

EARLY, LATE = 8, 25
"""Turns up to which a round is young, and from which on it is old: an interviewer drifts with length, if at all."""


async def _round(round_: Round, seeds: range) -> tuple[Counter[str], Counter[str]]:
    """Turns and breaches by age of the round."""
    turns, breaches = Counter[str](), Counter[str]()
    for candidate in CANDIDATES:
        for seed in seeds:
            with tempfile.TemporaryDirectory() as folder:
                _, watched, _ = await play_round(Path(folder), round_, candidate, seed=seed)
            turns.update(_age(turn) for turn in range(1, watched.turns + 1))
            breaches.update(_age(turn) for turn, _, _ in watched.breaches)
    return turns, breaches


def _age(turn: int) -> str:
    return f"1-{EARLY}" if turn <= EARLY else f"{LATE}+" if turn >= LATE else "between"


def main() -> None:
    """Print one line a round: turns, breaches, breaches per 100 turns, early and late."""
    seeds = range(1, 1 + (int(sys.argv[1]) if len(sys.argv) > 1 else 3))
    for round_ in Round:
        turns, breaches = asyncio.run(_round(round_, seeds))
        told, broken = turns.total(), breaches.total()
        ages = ", ".join(f"turns {age}: {breaches[age]} of {turns[age]}" for age in sorted(turns))
        print(f"{round_.value:14} {told:5} turns  {broken:3} breaches  {100 * broken / told:.2f} per 100  ({ages})")


if __name__ == "__main__":
    main()
