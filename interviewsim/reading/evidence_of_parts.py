"""How much each unit of an answer speaks for each part and signal, by its cues, deeds and content."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from interviewsim.reading.cues import Cue
from interviewsim.reading.findings import Part
from interviewsim.reading.steps import Deed
from interviewsim.reading.units import Unit


def has(unit: Unit, cue: Cue) -> int:
    """1 where the unit carries the cue, else 0."""
    return (unit.cues >> cue) & 1


def is_past(unit: Unit) -> bool:
    """Whether the unit tells something that happened rather than what happens or would."""
    return unit.past


def is_general(unit: Unit) -> bool:
    """Whether the unit speaks of habits, opinions or possibilities."""
    return not is_past(unit) and (Deed.PRESENT in unit.deeds or Deed.WOULD in unit.deeds or bool(has(unit, Cue.HABIT)))


def is_blurred(unit: Unit) -> bool:
    """Whether a past is told as a habit."""
    return bool(has(unit, Cue.HABIT) or Deed.WOULD in unit.deeds)


def situation(unit: Unit) -> float:
    """How much the unit places and pictures the event: when, where, who, what was wrong."""
    if is_general(unit) or unit.coda or unit.supposed or has(unit, Cue.BECAUSE_OF):
        return 0.0
    own = bool({Deed.OWN_STEP, Deed.OWN_LIGHT} & set(unit.deeds))
    told = 0.2 * min(unit.vivid, 5) + (0.5 if is_past(unit) and not own else 0.0)
    placed = has(unit, Cue.TIME) + 0.6 * has(unit, Cue.PLACE) + 0.4 * has(unit, Cue.ROLE)
    wrong = 0.5 * (has(unit, Cue.OCCASION) + has(unit, Cue.STAKES) + has(unit, Cue.SOMEONE) + has(unit, Cue.OBSTACLE))
    dimmed = 0.4 if own and not has(unit, Cue.TIME) else 1.0
    return (
        (told + placed + wrong)
        * dimmed
        * (1.0 if unit.opening else 0.6)
        * (0.5 if has(unit, Cue.OWN_GOAL) or has(unit, Cue.AFTER) else 1.0)
    )


def task(unit: Unit) -> float:
    """How much the unit says what the teller had to achieve."""
    if is_general(unit) or not unit.fresh:
        return 0.0
    return (
        2.0 * has(unit, Cue.OWN_GOAL) + 0.8 * has(unit, Cue.TASK) + 0.3 * has(unit, Cue.ROLE) + 0.1 * min(unit.fresh, 4)
    )


def own_weight(unit: Unit) -> float:
    """How much of the teller's own doing the unit shows."""
    if unit.supposed:
        return 0.0
    if len(unit.content) < 2 and not (unit.fresh and has(unit, Cue.SOMEONE)):
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
    """How much the unit says what came of it: a consequence, a reaction, a figure, or simply what happened last."""
    if is_general(unit) or unit.supposed or not (unit.content or unit.figures) or has(unit, Cue.OWN_GOAL):
        return 0.0
    caused, deeds = has(unit, Cue.BECAUSE_OF), set(unit.deeds)
    if not is_past(unit) and not caused:
        return 0.0
    own = bool({Deed.OWN_STEP, Deed.OWN_LIGHT} & deeds)
    if own and not caused:
        return 0.3 * has(unit, Cue.OUTCOME_STRONG)
    others = bool({Deed.OTHER_STEP, Deed.OTHER_STATE} & deeds)
    figure = bool(unit.figures) and bool(has(unit, Cue.MEASURE) or has(unit, Cue.BASELINE))
    changed = has(unit, Cue.OUTCOME_STRONG)
    return (
        1.1 * caused
        + 0.9 * changed
        + 0.4 * has(unit, Cue.OUTCOME)
        + 0.7 * (has(unit, Cue.REACTION) and others and not unit.echo)
        + 0.6 * (unit.coda and (others or caused))
        + 0.5 * has(unit, Cue.AFTER)
        + 0.5 * (figure and (changed or unit.coda or bool(has(unit, Cue.AFTER))))
        - 0.4 * has(unit, Cue.OUTCOME_WEAK)
        - 0.8 * has(unit, Cue.LESSON)
    )


@dataclass(frozen=True, slots=True)
class Place:
    """How a unit is weighed for a part; from `stated` on it says it, from `implied` on a short telling implies it."""

    weigh: Callable[[Unit], float]
    stated: float
    implied: float


def implied_task(unit: Unit) -> float:
    """What the teller had to achieve, said or to be gathered from what was wrong."""
    said = task(unit)
    return said if said >= 0.8 else max(said, 0.2 * situation(unit), 0.1 * own_weight(unit))


def implied_situation(unit: Unit) -> float:
    """The event's setting, said or to be gathered from the first thing that happened."""
    return max(situation(unit), 0.2 * is_past(unit))


PLACES: Final[dict[Part, Place]] = {
    Part.SITUATION: Place(implied_situation, 1.0, 0.2),
    Part.TASK: Place(implied_task, 0.9, 0.1),
    Part.ACTION: Place(action, 0.6, 0.3),
    Part.RESULT: Place(result, 0.9, 0.4),
}
