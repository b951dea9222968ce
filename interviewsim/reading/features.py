"""Explainable counts of an answer, each between 0 and 1 and saturating: the fitted weights are taken over these.

No feature that speaks for a part rises when text is added that carries no cue of its own, so padding cannot lift what
is weighed.
"""

from collections.abc import Sequence
from typing import Final

from interviewsim.reading.cues import Cue
from interviewsim.reading.evidence_of_parts import is_blurred, is_general
from interviewsim.reading.findings import Part
from interviewsim.reading.steps import Deed
from interviewsim.reading.units import Unit

_DEEDS: Final = (
    (Deed.OWN_STEP, 4),
    (Deed.OWN_LIGHT, 3),
    (Deed.OWN_STATE, 3),
    (Deed.OWN_PASSIVE, 1),
    (Deed.WE_STEP, 3),
    (Deed.OTHER_STEP, 4),
    (Deed.OTHER_STATE, 3),
    (Deed.PRESENT, 5),
    (Deed.WOULD, 2),
)
_EVERYWHERE: Final = (
    (Cue.HABIT, 3),
    (Cue.BLUR, 2),
    (Cue.HYPOTHETICAL, 2),
    (Cue.NO_CASE, 1),
    (Cue.OCCASION, 2),
)
_IN_PAST: Final = (
    (Cue.TIME, 2),
    (Cue.PLACE, 3),
    (Cue.ROLE, 2),
    (Cue.PERSON, 3),
    (Cue.SOMEONE, 3),
    (Cue.TASK, 2),
    (Cue.OWN_GOAL, 2),
    (Cue.STAKES, 2),
    (Cue.ORDER, 2),
    (Cue.REASON, 2),
    (Cue.OBSTACLE, 2),
    (Cue.ALTERNATIVE, 2),
    (Cue.OTHER_VIEW, 2),
    (Cue.OUTCOME, 3),
    (Cue.OUTCOME_STRONG, 2),
    (Cue.OUTCOME_WEAK, 1),
    (Cue.REACTION, 2),
    (Cue.MEASURE, 2),
    (Cue.BASELINE, 2),
    (Cue.LESSON, 1),
)
_DEED_COUNTS: Final = [(deed.name.lower(), int(deed), cap) for deed, cap in _DEEDS]
_CUE_COUNTS: Final = [(cue.name.lower(), 1 << cue, cap) for cue, cap in _EVERYWHERE]
_PAST_COUNTS: Final = [(f"{cue.name.lower()}_past", 1 << cue, cap) for cue, cap in _IN_PAST]
_PARTS: Final = [part.value for part in Part]
_SPARSE, _FULL = 20, 28  # concrete things up to which parts may be implied, and from which on they must be said
_READ_EVERYWHERE: Final = sum(1 << cue for cue, _ in _EVERYWHERE)
_READ_IN_PAST: Final = sum(1 << cue for cue, _ in _IN_PAST)


def _capped(value: float, cap: float) -> float:
    return min(value, cap) / cap


def _runs(units: Sequence[Unit]) -> list[list[Unit]]:
    """Stretches of the telling that no general or blurred clause breaks."""
    runs: list[list[Unit]] = [[]]
    for unit in units:
        if unit.past and not is_blurred(unit):
            runs[-1].append(unit)
        elif is_general(unit) or is_blurred(unit):
            runs.append([])
    return runs


def _bits(masks: Sequence[int], read: int) -> dict[int, int]:
    found: dict[int, int] = {}
    for whole in masks:
        mask = whole & read
        while mask:
            bit = mask & -mask
            mask ^= bit
            found[bit] = found.get(bit, 0) + 1
    return found


def features_of(units: Sequence[Unit]) -> dict[str, float]:
    """The features of the units that may be evidence; there must be one at least, with its rules given."""
    past = [unit for unit in units if unit.past]
    general = sum([is_general(unit) for unit in units])
    own = [unit for unit in past if not is_blurred(unit) and unit.own > 0]
    runs = _runs(units)
    vivid = [unit.vivid for unit in past]
    found = {
        "past": _capped(len(past), 6),
        "past_ratio": len(past) / (len(past) + general) if past or general else 0.0,
        "general": _capped(general, 4),
        "fresh_past": _capped(sum([unit.fresh for unit in past]), 40),
        "vivid_past": _capped(sum(vivid), 25),
        "vivid_own": _capped(sum([unit.vivid for unit in own]), 12),
        "vivid_units": _capped(sum([one >= 2 for one in vivid]), 5),
        "run": _capped(max(map(len, runs)), 5),
        "vivid_run": _capped(max([sum([unit.vivid for unit in run]) for run in runs]), 20),
        "own_units": _capped(len(own), 4),
        "own_fresh": _capped(sum([unit.fresh for unit in own]), 25),
        "figures": _capped(sum([len(unit.figures) for unit in past]), 3),
    }
    deeds = [deed for unit in units for deed in unit.deeds]
    for name, deed, cap in _DEED_COUNTS:
        found[name] = min(deeds.count(deed), cap) / cap
    everywhere = _bits([unit.cues for unit in units], _READ_EVERYWHERE)
    for name, bit, cap in _CUE_COUNTS:
        found[name] = min(everywhere.get(bit, 0), cap) / cap
    told = _bits([unit.cues for unit in past], _READ_IN_PAST)
    for name, bit, cap in _PAST_COUNTS:
        found[name] = min(told.get(bit, 0), cap) / cap
    for at, part in enumerate(_PARTS):
        found |= _weighed(part, sorted([unit.rules[at] for unit in units], reverse=True))
    return found


def _weighed(part: str, weights: Sequence[float]) -> dict[str, float]:
    return {
        f"{part}_best": _capped(max(weights[0], 0.0), 4.0),
        f"{part}_sum": _capped(sum([weight for weight in weights[:4] if weight > 0]), 10.0),
    }


def brevity_of(units: Sequence[Unit]) -> float:
    """How far a listener gathers what was not said: 1 where few concrete things are told, 0 for a full tale.

    Concrete things are counted, not words: a long vague answer and a short vivid one are read for what they are.
    """
    told = sum([unit.vivid for unit in units])
    return 1.0 - _capped(max(0, told - _SPARSE), _FULL - _SPARSE)


def stated_of(units: Sequence[Unit]) -> dict[Part, float]:
    """How plainly a part is said: the share of the clause that serves it most, and a quarter of the next three's."""
    found = {}
    for at, part in enumerate(Part):
        shares = sorted([unit.roles[at] for unit in units if not unit.supposed], reverse=True)
        found[part] = sum(shares[:1]) + sum(shares[1:4]) / 4
    return found
