"""How much each unit of an answer speaks for each part and signal, by its cues, deeds and content."""

from collections.abc import Callable
from typing import Final

from interviewsim.reading.cues import Cue
from interviewsim.reading.findings import Part, Signal
from interviewsim.reading.steps import Deed
from interviewsim.reading.units import Unit

_PAST_DEEDS: Final = frozenset({1, 2, 3, 4, 5, 6, 7, 8})


def has(unit: Unit, cue: Cue) -> int:
    """1 where the unit carries the cue, else 0."""
    return (unit.cues >> cue) & 1


def is_past(unit: Unit) -> bool:
    """Whether the unit tells something that happened rather than what happens or would."""
    return any(deed in _PAST_DEEDS for deed in unit.deeds)


def is_general(unit: Unit) -> bool:
    """Whether the unit speaks of habits, opinions or possibilities."""
    return not is_past(unit) and (Deed.PRESENT in unit.deeds or Deed.WOULD in unit.deeds or bool(has(unit, Cue.HABIT)))


def is_blurred(unit: Unit) -> bool:
    """Whether a past is told as a habit."""
    return bool(has(unit, Cue.HABIT) or Deed.WOULD in unit.deeds)


def situation(unit: Unit) -> float:
    """How much the unit places and pictures the event."""
    if is_general(unit):
        return 0.0
    told = 0.8 * is_past(unit) + 0.2 * min(unit.fresh, 5)
    return (
        told
        + has(unit, Cue.TIME)
        + 0.6 * has(unit, Cue.PLACE)
        + 0.5 * (has(unit, Cue.OCCASION) + has(unit, Cue.STAKES) + has(unit, Cue.SOMEONE))
        - own_weight(unit)
    )


def task(unit: Unit) -> float:
    """How much the unit says what the teller had to achieve."""
    if is_general(unit) or not unit.fresh:
        return 0.0
    return 2.0 * has(unit, Cue.OWN_GOAL) + has(unit, Cue.TASK) + 0.3 * has(unit, Cue.ROLE) + 0.1 * min(unit.fresh, 4)


def own_weight(unit: Unit) -> float:
    """How much of the teller's own doing the unit shows."""
    if not unit.content or (len(unit.content) < 2 and unit.fresh < 1):
        return 0.0
    deeds = unit.deeds
    if Deed.OWN_STEP in deeds:
        return 1.5 + 0.1 * min(unit.fresh, 5)
    if Deed.OWN_LIGHT in deeds:
        return 1.0 + 0.1 * min(unit.fresh, 5)
    return 0.0


def action(unit: Unit) -> float:
    """How much the unit shows a step; the group's steps weigh less."""
    own = own_weight(unit)
    if own:
        return own * (0.5 if is_blurred(unit) else 1.0)
    return 0.7 if Deed.WE_STEP in unit.deeds and unit.content else 0.0


def result(unit: Unit) -> float:
    """How much the unit says what came of it."""
    if is_general(unit) or not (unit.content or unit.figures):
        return 0.0
    if not is_past(unit) and not has(unit, Cue.OUTCOME_STRONG):
        return 0.0
    strong, reaction = has(unit, Cue.OUTCOME_STRONG), has(unit, Cue.REACTION) and bool({7, 8} & set(unit.deeds))
    figure = bool(unit.figures) and (has(unit, Cue.MEASURE) or has(unit, Cue.BASELINE))
    return (
        1.2 * strong
        + 0.9 * reaction
        + 0.7 * has(unit, Cue.OUTCOME)
        + (0.8 if figure and (strong or has(unit, Cue.OUTCOME)) else 0.0)
        - 0.3 * has(unit, Cue.OUTCOME_WEAK)
    )


PART_EVIDENCE: Final[dict[Part, tuple[Callable[[Unit], float], float]]] = {
    Part.SITUATION: (situation, 1.2),
    Part.TASK: (task, 1.0),
    Part.ACTION: (action, 0.6),
    Part.RESULT: (result, 0.9),
}

SIGNAL_CUES: Final[dict[Signal, Cue]] = {
    Signal.STAKES: Cue.STAKES,
    Signal.REASON: Cue.REASON,
    Signal.OBSTACLE: Cue.OBSTACLE,
    Signal.ALTERNATIVE: Cue.ALTERNATIVE,
    Signal.COST: Cue.COST,
    Signal.DISAGREEMENT: Cue.DISAGREEMENT,
    Signal.ATTRIBUTION: Cue.ATTRIBUTION,
    Signal.LESSON: Cue.LESSON,
    Signal.CHANGED_HABIT: Cue.CHANGED_HABIT,
    Signal.OWN_ERROR: Cue.OWN_ERROR,
    Signal.CREDIT: Cue.CREDIT,
}
