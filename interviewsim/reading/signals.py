"""What else an answer shows: each signal with the clauses that witness it, the strongest first."""

import re
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Final

from interviewsim.domain.evidence import Span
from interviewsim.reading.cues import Cue
from interviewsim.reading.evidence_of_parts import has, is_blurred, is_general
from interviewsim.reading.findings import AnswerType, Part, PartReading, Signal
from interviewsim.reading.steps import Deed
from interviewsim.reading.units import Unit

_OTHERS: Final = frozenset({Deed.OTHER_STEP, Deed.OTHER_STATE})
_STEPS: Final = frozenset({Deed.OWN_STEP, Deed.OWN_PASSIVE, Deed.WE_STEP, Deed.OTHER_STEP})
_GENERAL: Final = frozenset({Deed.PRESENT, Deed.WOULD})
_BY_PRONOUN: Final = frozenset({Deed.OTHER_STEP})
_SITUATION, _TASK, _, _RESULT = range(len(Part))
_AFTERWARDS: Final = (Signal.LESSON, Signal.CHANGED_HABIT)  # may stand in the present tense

_MEASURES: Final = re.compile(
    r"%|\bper ?cent|\bpoints?\b|[$€£]|\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|times)\b|\bfrom\b.*\bto\b"
    r"|\b(?:half|third|quarter|twice|doubled|tripled|halved)\b|\b\d[\d.,]*\d\b(?!(?:st|nd|rd|th)\b)"
)
"""A figure that can measure an end where nothing else says that it does; "three other teams" cannot."""
_DATES: Final = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)\b")


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
    placed = 2 * has(unit, Cue.TIME) + has(unit, Cue.PLACE) + has(unit, Cue.WHERE)
    return placed + unit.roles[_SITUATION] if placed and not is_general(unit) and len(unit.content) >= 2 else 0.0


def _outcome(unit: Unit) -> float:
    return max(0.0, unit.rules[_RESULT] - 0.5)


def _specific(unit: Unit) -> float:
    if has(unit, Cue.OUTCOME_WEAK) and unit.vivid < 2:
        return 0.0
    weight = unit.rules[_RESULT]
    fact = unit.vivid >= 1 or bool(unit.figures) or bool(has(unit, Cue.REACTION) and _OTHERS & set(unit.deeds))
    return weight if weight >= 1.0 and fact else _plain_end(unit)


def _plain_end(unit: Unit) -> float:
    """How surely a clause tells a fact of the end although no word says so: by the part it serves."""
    if unit.roles[_RESULT] < _SURELY or not _told(unit) or not _GENERAL.isdisjoint(unit.deeds):
        return 0.0
    concrete = (unit.vivid >= 2 and not _STEPS.isdisjoint(unit.deeds)) or bool(unit.figures and unit.vivid)
    return unit.roles[_RESULT] if concrete else 0.0


def _measure(unit: Unit) -> float:
    if len(unit.figures) <= len(_DATES.findall(unit.wording)):
        return 0.0
    if unit.rules[_RESULT] >= 0.5:
        return unit.rules[_RESULT]
    return _plain_end(unit) if _MEASURES.search(unit.wording) else 0.0


def _baseline(unit: Unit) -> float:
    against = has(unit, Cue.BASELINE) or has(unit, Cue.AFTER) or has(unit, Cue.TIME) or len(unit.figures) >= 2
    return _measure(unit) if against else 0.0


def _reason(unit: Unit) -> float:
    """A clause that says why; "so I ..." says it with what stands before it in its sentence."""
    if unit.supposed or not unit.content or unit.wording.startswith("since then"):
        return 0.0
    told = has(unit, Cue.REASON) and (unit.past or not (unit.opens or is_general(unit)))
    follows = has(unit, Cue.SO_STEP) and not unit.opens and _step(unit) > 0
    return max(told * (1.0 + 0.1 * min(unit.vivid, 5)), 0.9 * follows)


def _stakes(unit: Unit) -> float:
    """What hung on it, which stands before the end and may be said with "would"."""
    if len(unit.content) < 2 or has(unit, Cue.HABIT) or unit.roles[_RESULT] >= _ENDS:
        return 0.0
    told = has(unit, Cue.STAKES) and unit.past and not unit.supposed
    risk = has(unit, Cue.AT_RISK) and Deed.PRESENT not in unit.deeds
    return max(told, 0.9 * risk) + 0.1 * min(unit.vivid, 5) if told or risk else 0.0


def _other_view(unit: Unit) -> float:
    held = has(unit, Cue.OTHER_VIEW) or has(unit, Cue.OWN_VIEW)
    whose = has(unit, Cue.SOMEONE) or has(unit, Cue.PERSON) or _BY_PRONOUN & set(unit.deeds)
    told = held and whose and _OTHERS & set(unit.deeds) and unit.content and not unit.supposed
    return (1.0 if has(unit, Cue.OTHER_VIEW) else 0.5) + 0.1 * unit.vivid if told else 0.0


def _afterwards(cue: Cue, least: int = 2) -> Callable[[Unit], float]:
    def weigh(unit: Unit) -> float:
        told = unit.fresh >= least and unit.words >= 5 and not unit.supposed
        return has(unit, cue) * (1.0 + 0.1 * min(unit.fresh, 5)) if told else 0.0

    return weigh


def _lesson(unit: Unit) -> float:
    """A lesson said as one, or in what is always done since."""
    return max(_LEARNED(unit), 0.5 * _CHANGED(unit))


def _cost(unit: Unit) -> float:
    return _cued(Cue.COST)(unit) if unit.fresh >= 2 else 0.0


_LEARNED, _CHANGED = _afterwards(Cue.LESSON), _afterwards(Cue.CHANGED_HABIT, least=1)
_WEIGHED: Final[Mapping[Signal, Callable[[Unit], float]]] = {
    Signal.TIME_OR_PLACE: _when,
    Signal.STAKES: _stakes,
    Signal.OWN_GOAL: lambda unit: unit.rules[_TASK] if has(unit, Cue.OWN_GOAL) else 0.0,
    Signal.OWN_STEP: _step,
    Signal.OWN_STEPS: _step,
    Signal.REASON: _reason,
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
    Signal.LESSON: _lesson,
    Signal.CHANGED_HABIT: _CHANGED,
    Signal.OWN_ERROR: _cued(Cue.OWN_ERROR),
    Signal.CREDIT: _cued(Cue.CREDIT),
    Signal.USERS: _cued(Cue.USER_CONTACT, Cue.USERS),
}


def _any_of(*cues: Cue) -> int:
    return sum(1 << cue for cue in cues)


_NEEDS: Final[Mapping[Signal, int]] = {  # cues of which a clause needs one to witness the signal
    Signal.TIME_OR_PLACE: _any_of(Cue.TIME, Cue.PLACE, Cue.WHERE),
    Signal.STAKES: _any_of(Cue.STAKES, Cue.AT_RISK),
    Signal.OWN_GOAL: _any_of(Cue.OWN_GOAL),
    Signal.REASON: _any_of(Cue.REASON, Cue.SO_STEP),
    Signal.OBSTACLE: _any_of(Cue.OBSTACLE),
    Signal.ALTERNATIVE: _any_of(Cue.ALTERNATIVE),
    Signal.COST: _any_of(Cue.COST),
    Signal.DISAGREEMENT: _any_of(Cue.DISAGREEMENT),
    Signal.OTHER_VIEW: _any_of(Cue.OTHER_VIEW, Cue.OWN_VIEW),
    Signal.ATTRIBUTION: _any_of(Cue.ATTRIBUTION),
    Signal.LESSON: _any_of(Cue.LESSON, Cue.CHANGED_HABIT),
    Signal.CHANGED_HABIT: _any_of(Cue.CHANGED_HABIT),
    Signal.OWN_ERROR: _any_of(Cue.OWN_ERROR),
    Signal.CREDIT: _any_of(Cue.CREDIT),
    Signal.USERS: _any_of(Cue.USERS),
}
_by_weight: Final = itemgetter(0)
_LEAST: Final = {Signal.OWN_STEPS: 3}
_IN_ORDER = 2  # own steps from which on there is an order to tell
_ORDERING: Final = 1 << Cue.ORDER | 1 << Cue.AFTER
_CHANGES: Final = 1 << Cue.OUTCOME_STRONG | 1 << Cue.AFTER  # what moved says more of an end than how things stood
_ENDS, _SURELY = 0.4, 0.6  # the shares from which on a clause may tell an end, and surely does
_OF_RESULT: Final = (Signal.OUTCOME, Signal.SPECIFIC_OUTCOME, Signal.MEASURE, Signal.BASELINE)


def signals_of(
    units: Sequence[Unit], type_: AnswerType, parts: Mapping[Part, PartReading]
) -> dict[Signal, tuple[Span, ...]]:
    """The signals of an answer; one that tells no event shows none."""
    if type_ not in (AnswerType.STORY, AnswerType.VAGUE):
        return {}
    found = {}
    shown = parts[Part.RESULT].spans
    ended = [unit for unit in units if unit.roles[_RESULT] >= _ENDS or unit.span in shown] if shown else []
    for signal, weigh in _WEIGHED.items():
        needed = _NEEDS.get(signal)
        if needed is not None:
            looked_at: Sequence[Unit] = [unit for unit in units if unit.cues & needed]
        else:
            looked_at = ended if signal in _OF_RESULT else units
        weighed = [(weight, unit) for unit in looked_at if (weight := weigh(unit)) > 0]
        if len(weighed) < _LEAST.get(signal, 1):
            continue
        if signal in _OF_RESULT:
            weighed = [(weight + _ending(unit), unit) for weight, unit in weighed]
        weighed.sort(key=_by_weight, reverse=True)
        found[signal] = tuple([unit.span for _, unit in weighed])
    if Signal.OWN_STEP in found and (ordered := _ordered(units)):
        found[Signal.ORDERED_STEPS] = ordered
    if parts[Part.RESULT].present and Signal.OUTCOME not in found:
        found[Signal.OUTCOME] = parts[Part.RESULT].spans
    return found


def _ending(unit: Unit) -> float:
    return unit.roles[_RESULT] + 0.5 * bool(unit.cues & _CHANGES) - has(unit, Cue.AT_RISK)


def _ordered(units: Sequence[Unit]) -> tuple[Span, ...]:
    """The own steps, from the first one on, that say where they stand in the order: "then", "after that", "on Monday".

    "First," may stand as a clause of its own before the step.
    """
    steps = [unit for unit in units if _step(unit) > 0]
    found = []
    for nth, unit in enumerate(steps):
        dated = nth > 0 and bool(has(unit, Cue.TIME))
        if (unit.cues | unit.lead) & _ORDERING or dated:
            found.append(unit.span)
    return tuple(found) if len(steps) >= _IN_ORDER else ()
