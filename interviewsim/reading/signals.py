"""What else an answer shows: each signal with the clauses that witness it, the strongest first."""

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Final

from interviewsim.domain.evidence import Span
from interviewsim.reading.cues import Cue
from interviewsim.reading.evidence_of_parts import has, is_blurred, is_general
from interviewsim.reading.findings import AnswerType, Part, PartReading, Signal
from interviewsim.reading.steps import Deed
from interviewsim.reading.units import Unit

_OTHERS: Final = frozenset({Deed.OTHER_STEP, Deed.OTHER_STATE})
_BY_PRONOUN: Final = frozenset({Deed.OTHER_STEP})
_TASK, _RESULT = tuple(Part).index(Part.TASK), tuple(Part).index(Part.RESULT)
_AFTERWARDS: Final = (Signal.LESSON, Signal.CHANGED_HABIT)  # may stand in the present tense


def _told(unit: Unit) -> bool:
    return unit.past and bool(unit.content) and not unit.supposed


def _cued(cue: Cue, *more: Cue) -> Callable[[Unit], float]:
    def weigh(unit: Unit) -> float:
        if not _told(unit):
            return 0.0
        return has(unit, cue) * (1.0 + 0.1 * min(unit.vivid, 5)) if all(has(unit, other) for other in more) else 0.0

    return weigh


def _step(unit: Unit) -> float:
    return 0.0 if is_blurred(unit) else unit.own


def _when(unit: Unit) -> float:
    placed = 2 * has(unit, Cue.TIME) + has(unit, Cue.PLACE)
    return placed if not is_general(unit) and len(unit.content) >= 2 else 0.0


def _outcome(unit: Unit) -> float:
    return max(0.0, unit.rules[_RESULT] - 0.5)


def _specific(unit: Unit) -> float:
    weight = unit.rules[_RESULT]
    fact = unit.vivid >= 1 or bool(unit.figures) or bool(has(unit, Cue.REACTION) and _OTHERS & set(unit.deeds))
    return weight if weight >= 1.0 and fact and not (has(unit, Cue.OUTCOME_WEAK) and unit.vivid < 2) else 0.0


def _measure(unit: Unit) -> float:
    return unit.rules[_RESULT] if unit.figures and unit.rules[_RESULT] >= 0.5 else 0.0


def _baseline(unit: Unit) -> float:
    return _measure(unit) if has(unit, Cue.BASELINE) or len(unit.figures) >= 2 else 0.0


def _other_view(unit: Unit) -> float:
    held = has(unit, Cue.OTHER_VIEW) or has(unit, Cue.REACTION)
    whose = has(unit, Cue.SOMEONE) or has(unit, Cue.PERSON) or _BY_PRONOUN & set(unit.deeds)
    told = held and whose and _OTHERS & set(unit.deeds) and unit.content and not unit.supposed
    return (1.0 if has(unit, Cue.OTHER_VIEW) else 0.5) + 0.1 * unit.vivid if told else 0.0


def _afterwards(cue: Cue, least: int = 2) -> Callable[[Unit], float]:
    def weigh(unit: Unit) -> float:
        told = unit.fresh >= least and unit.words >= 5 and not unit.supposed
        return has(unit, cue) * (1.0 + 0.1 * min(unit.fresh, 5)) if told else 0.0

    return weigh


def _ordered(unit: Unit) -> float:
    return _step(unit) if has(unit, Cue.ORDER) else 0.0


def _cost(unit: Unit) -> float:
    return _cued(Cue.COST)(unit) if unit.fresh >= 2 else 0.0


_WEIGHED: Final[Mapping[Signal, Callable[[Unit], float]]] = {
    Signal.TIME_OR_PLACE: _when,
    Signal.STAKES: _cued(Cue.STAKES),
    Signal.OWN_GOAL: lambda unit: unit.rules[_TASK] if has(unit, Cue.OWN_GOAL) else 0.0,
    Signal.OWN_STEP: _step,
    Signal.OWN_STEPS: _step,
    Signal.ORDERED_STEPS: _ordered,
    Signal.REASON: _cued(Cue.REASON),
    Signal.OBSTACLE: _cued(Cue.OBSTACLE),
    Signal.ALTERNATIVE: _cued(Cue.ALTERNATIVE),
    Signal.COST: _cost,
    Signal.DISAGREEMENT: _cued(Cue.DISAGREEMENT),
    Signal.OTHER_VIEW: _other_view,
    Signal.OUTCOME: _outcome,
    Signal.SPECIFIC_OUTCOME: _specific,
    Signal.MEASURE: _measure,
    Signal.BASELINE: _baseline,
    Signal.ATTRIBUTION: _cued(Cue.ATTRIBUTION),
    Signal.LESSON: _afterwards(Cue.LESSON),
    Signal.CHANGED_HABIT: _afterwards(Cue.CHANGED_HABIT, least=1),
    Signal.OWN_ERROR: _cued(Cue.OWN_ERROR),
    Signal.CREDIT: _cued(Cue.CREDIT),
    Signal.USERS: _cued(Cue.USER_CONTACT, Cue.USERS),
}
_NEEDS: Final = {  # a cue without which the signal need not be looked for
    Signal.STAKES: Cue.STAKES,
    Signal.OWN_GOAL: Cue.OWN_GOAL,
    Signal.ORDERED_STEPS: Cue.ORDER,
    Signal.REASON: Cue.REASON,
    Signal.OBSTACLE: Cue.OBSTACLE,
    Signal.ALTERNATIVE: Cue.ALTERNATIVE,
    Signal.COST: Cue.COST,
    Signal.DISAGREEMENT: Cue.DISAGREEMENT,
    Signal.OTHER_VIEW: Cue.OTHER_VIEW,
    Signal.ATTRIBUTION: Cue.ATTRIBUTION,
    Signal.LESSON: Cue.LESSON,
    Signal.CHANGED_HABIT: Cue.CHANGED_HABIT,
    Signal.OWN_ERROR: Cue.OWN_ERROR,
    Signal.CREDIT: Cue.CREDIT,
    Signal.USERS: Cue.USERS,
}
_LEAST: Final = {Signal.OWN_STEPS: 3, Signal.ORDERED_STEPS: 2}
_CHANGES: Final = 1 << Cue.OUTCOME_STRONG | 1 << Cue.AFTER  # what moved says more of an end than how things stood
_ENDS = 0.4  # the share from which on a clause may tell an end
_OF_RESULT: Final = (Signal.OUTCOME, Signal.SPECIFIC_OUTCOME, Signal.MEASURE, Signal.BASELINE)


def signals_of(
    units: Sequence[Unit], type_: AnswerType, parts: Mapping[Part, PartReading]
) -> dict[Signal, tuple[Span, ...]]:
    """The signals of an answer; one that tells no event shows none."""
    if type_ not in (AnswerType.STORY, AnswerType.VAGUE):
        return {}
    found = {}
    carried = reduce(or_, (unit.cues for unit in units), 0)
    shown = parts[Part.RESULT].spans
    ended = [unit for unit in units if unit.roles[_RESULT] >= _ENDS or unit.span in shown]
    for signal, weigh in _WEIGHED.items():
        needed = _NEEDS.get(signal)
        if needed is not None and not carried >> needed & 1:
            continue
        if signal in _OF_RESULT and not parts[Part.RESULT].present:
            continue
        looked_at = ended if signal in _OF_RESULT else units
        weighed = [(weight, unit) for unit in looked_at if (weight := weigh(unit)) > 0]
        if signal in _OF_RESULT:
            weighed = [
                (weight + unit.roles[_RESULT] + 0.5 * bool(unit.cues & _CHANGES), unit) for weight, unit in weighed
            ]
        spans = tuple(unit.span for _, unit in sorted(weighed, key=lambda pair: -pair[0]))
        if len(spans) >= _LEAST.get(signal, 1):
            found[signal] = spans
    if Signal.ORDERED_STEPS in found and Signal.OWN_STEPS not in found:
        del found[Signal.ORDERED_STEPS]
    if parts[Part.RESULT].present and Signal.OUTCOME not in found:
        found[Signal.OUTCOME] = parts[Part.RESULT].spans
    return found
