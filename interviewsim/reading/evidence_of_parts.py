"""How much each unit of an answer speaks for each part by rule: by its cues, deeds and content."""

import re
from collections.abc import Iterable
from typing import Final

from interviewsim.reading.cues import Cue
from interviewsim.reading.steps import Deed
from interviewsim.reading.units import Unit

_OWN: Final = frozenset({Deed.OWN_STEP, Deed.OWN_LIGHT})
_OTHERS: Final = frozenset({Deed.OTHER_STEP, Deed.OTHER_STATE})
_GENERAL: Final = frozenset({Deed.PRESENT, Deed.WOULD})
_FOUND_OUT: Final = re.compile(
    r"(?:and |but |so |then |because |since )*(?:it turned out (?:that )?(?:he|she|they|we|i|the|our|his|her|their)\b"
    r"|(?:he|she|they) (?:said|told|admitted|explained) )"
)
"""What is found out or said on the way is no end, whatever stands in it."""
_WRONG: Final = (Cue.OCCASION, Cue.STAKES, Cue.SOMEONE, Cue.OBSTACLE)


def has(unit: Unit, cue: Cue) -> int:
    """1 where the unit carries the cue, else 0."""
    return (unit.cues >> cue) & 1


def is_general(unit: Unit) -> bool:
    """Whether the unit speaks of habits, opinions or possibilities."""
    return not unit.past and (not _GENERAL.isdisjoint(unit.deeds) or bool(unit.cues >> Cue.HABIT & 1))


def is_blurred(unit: Unit) -> bool:
    """Whether a past is told as a habit."""
    return bool(unit.cues >> Cue.HABIT & 1) or Deed.WOULD in unit.deeds


def give_rules(units: Iterable[Unit]) -> None:
    """Set of every unit what it shows of the teller's own doing, and what it weighs for each part."""
    for unit in units:
        unit.own = _own_weight(unit)
        if is_general(unit):
            unit.rules = (0.0, 0.0, _action(unit), 0.0)
        else:
            unit.rules = (_situation(unit), _task(unit), _action(unit), _result(unit))


def implied(unit: Unit) -> tuple[float, float, float, float]:
    """The same with what a listener gathers: a goal from what was wrong, a setting from whatever happened."""
    situation, task, action, result = unit.rules
    goal = task if task >= 0.8 else max(task, 0.2 * situation, 0.1 * unit.own)
    return max(situation, 0.2 * unit.past), goal, action, result


def _situation(unit: Unit) -> float:
    """How much the unit places and pictures the event: when, where, who, what was wrong."""
    if unit.coda or unit.supposed or has(unit, Cue.BECAUSE_OF):
        return 0.0
    own = not _OWN.isdisjoint(unit.deeds)
    told = 0.2 * min(unit.vivid, 5) + (0.5 if unit.past and not own else 0.0)
    placed = has(unit, Cue.TIME) + 0.6 * has(unit, Cue.PLACE) + 0.4 * has(unit, Cue.ROLE)
    wrong = 0.5 * sum([unit.cues >> cue & 1 for cue in _WRONG])
    dimmed = 0.4 if own and not has(unit, Cue.TIME) else 1.0
    return (
        (told + placed + wrong)
        * dimmed
        * (1.0 if unit.opening else 0.6)
        * (0.5 if has(unit, Cue.OWN_GOAL) or has(unit, Cue.AFTER) else 1.0)
    )


def _task(unit: Unit) -> float:
    """How much the unit says what the teller had to achieve."""
    if not unit.fresh:
        return 0.0
    return (
        2.0 * has(unit, Cue.OWN_GOAL) + 0.8 * has(unit, Cue.TASK) + 0.3 * has(unit, Cue.ROLE) + 0.1 * min(unit.fresh, 4)
    )


def _own_weight(unit: Unit) -> float:
    """How much of the teller's own doing the unit shows."""
    if unit.supposed or (len(unit.content) < 2 and not (unit.fresh and has(unit, Cue.SOMEONE))):
        return 0.0
    if Deed.OWN_STEP in unit.deeds:
        return 1.5 + 0.1 * min(unit.fresh, 5)
    return 1.0 + 0.1 * min(unit.fresh, 5) if Deed.OWN_LIGHT in unit.deeds else 0.0


def _action(unit: Unit) -> float:
    """How much the unit shows a step; the group's steps weigh less."""
    if unit.own:
        return unit.own * (0.5 if is_blurred(unit) else 1.0)
    return 0.7 if Deed.WE_STEP in unit.deeds and unit.content else 0.0


def _result(unit: Unit) -> float:
    """How much the unit says what came of it: a consequence, a reaction, a figure, or simply what happened last."""
    if unit.supposed or not (unit.content or unit.figures) or has(unit, Cue.OWN_GOAL):
        return 0.0
    if _FOUND_OUT.match(unit.wording):
        return 0.0
    caused = has(unit, Cue.BECAUSE_OF)
    if not unit.past and not caused:
        return 0.0
    if not caused and not _OWN.isdisjoint(unit.deeds):
        return 0.3 * has(unit, Cue.OUTCOME_STRONG)
    return _ending(unit, caused, others=not _OTHERS.isdisjoint(unit.deeds))


def _ending(unit: Unit, caused: int, *, others: bool) -> float:
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
