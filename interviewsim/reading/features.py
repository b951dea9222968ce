"""Explainable counts of an answer, each between 0 and 1 and saturating: the fitted weights are taken over these.

No feature rises when text is added that carries no cue of its own, so padding cannot lift what is weighed.
"""

from collections.abc import Callable, Sequence

from interviewsim.reading.cues import Cue
from interviewsim.reading.evidence_of_parts import (
    action,
    is_blurred,
    is_general,
    is_past,
    own_weight,
    result,
    situation,
    task,
)
from interviewsim.reading.steps import Deed
from interviewsim.reading.units import Unit


def _capped(value: float, cap: float) -> float:
    return min(value, cap) / cap


def _carrying(masks: Sequence[int], cue: Cue, cap: int) -> float:
    return _capped(sum([mask >> cue & 1 for mask in masks]), cap)


def _deeds(deeds: Sequence[int], deed: Deed, cap: int) -> float:
    return _capped(deeds.count(deed), cap)


def _evidence(units: Sequence[Unit], weigh: Callable[[Unit], float], name: str) -> dict[str, float]:
    weights = sorted((weigh(unit) for unit in units), reverse=True) or [0.0]
    return {
        f"{name}_best": _capped(max(weights[0], 0.0), 4.0),
        f"{name}_sum": _capped(sum(weight for weight in weights[:4] if weight > 0), 10.0),
    }


def _runs(units: Sequence[Unit]) -> list[list[Unit]]:
    runs: list[list[Unit]] = [[]]
    for unit in units:
        if is_past(unit) and not is_blurred(unit):
            runs[-1].append(unit)
        elif is_general(unit) or is_blurred(unit):
            runs.append([])
    return runs


def _longest_run(units: Sequence[Unit]) -> int:
    return max(len(run) for run in _runs(units))


def _vivid_run(units: Sequence[Unit]) -> int:
    return max(sum(unit.vivid for unit in run) for run in _runs(units))


def features_of(units: Sequence[Unit]) -> dict[str, float]:
    """The features of the units that may be evidence; there must be one at least."""
    past = [unit for unit in units if is_past(unit)]
    general = [unit for unit in units if is_general(unit)]
    own = [unit for unit in past if own_weight(unit) > 0 and not is_blurred(unit)]
    deeds = [deed for unit in units for deed in unit.deeds]
    found = {
        "past": _capped(len(past), 6),
        "past_ratio": len(past) / (len(past) + len(general)) if past or general else 0.0,
        "general": _capped(len(general), 4),
        "fresh_past": _capped(sum(unit.fresh for unit in past), 40),
        "vivid_past": _capped(sum(unit.vivid for unit in past), 25),
        "vivid_own": _capped(sum(unit.vivid for unit in own), 12),
        "vivid_units": _capped(sum(unit.vivid >= 2 for unit in past), 5),
        "run": _capped(_longest_run(units), 5),
        "vivid_run": _capped(_vivid_run(units), 20),
        "own_units": _capped(len(own), 4),
        "own_fresh": _capped(sum(unit.fresh for unit in own), 25),
        "own_step": _deeds(deeds, Deed.OWN_STEP, 4),
        "own_light": _deeds(deeds, Deed.OWN_LIGHT, 3),
        "own_state": _deeds(deeds, Deed.OWN_STATE, 3),
        "own_passive": _deeds(deeds, Deed.OWN_PASSIVE, 1),
        "we_step": _deeds(deeds, Deed.WE_STEP, 3),
        "other_step": _deeds(deeds, Deed.OTHER_STEP, 4),
        "other_state": _deeds(deeds, Deed.OTHER_STATE, 3),
        "present": _deeds(deeds, Deed.PRESENT, 5),
        "would": _deeds(deeds, Deed.WOULD, 2),
        "figures": _capped(sum(len(unit.figures) for unit in past), 3),
    }
    masks, past_masks = [unit.cues for unit in units], [unit.cues for unit in past]
    for cue, cap in _EVERYWHERE:
        found[cue.name.lower()] = _carrying(masks, cue, cap)
    for cue, cap in _IN_PAST:
        found[f"{cue.name.lower()}_past"] = _carrying(past_masks, cue, cap)
    for name, weigh in (("situation", situation), ("task", task), ("action", action), ("result", result)):
        found |= _evidence(units, weigh, name)
    return found


_EVERYWHERE = (
    (Cue.HABIT, 3),
    (Cue.BLUR, 2),
    (Cue.HYPOTHETICAL, 2),
    (Cue.NO_CASE, 1),
    (Cue.OCCASION, 2),
)
_IN_PAST = (
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
