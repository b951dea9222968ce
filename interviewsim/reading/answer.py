"""Reading a behavioral answer offline: its type, its parts with their places, its signals and flaws."""

from collections.abc import Sequence

from interviewsim.domain.evidence import Span
from interviewsim.reading.cues import Cue
from interviewsim.reading.evidence_of_parts import (
    PART_EVIDENCE,
    SIGNAL_CUES,
    has,
    is_general,
    is_past,
    own_weight,
    result,
)
from interviewsim.reading.findings import AnswerReading, AnswerType, Counts, Flaw, Part, PartReading, Said, Signal
from interviewsim.reading.steps import Deed
from interviewsim.reading.units import Unit, units_of


def read_answer(question: str, said: Sequence[Said]) -> AnswerReading:
    """Read all candidate utterances of one answer: the first telling and the replies to probes, in order."""
    units = units_of(question, said)
    sound = [unit for unit in units if unit.counts]
    addressed = tuple(unit.span for unit in units if unit.addressed)
    if not sound:
        why = "empty" if not units else "noise"
        return AnswerReading(
            AnswerType.NONE, {part: PartReading(0) for part in Part}, addressed=addressed, ungradable=why
        )
    type_ = _type(sound)
    parts = {part: _part(part, sound, type_) for part in Part}
    return AnswerReading(type_, parts, _signals(sound), _flaws(sound, type_, parts), _counts(units), addressed)


def _type(units: list[Unit]) -> AnswerType:
    own = sum(own_weight(unit) > 0 for unit in units)
    past = sum(is_past(unit) for unit in units)
    general = sum(is_general(unit) for unit in units)
    would = sum(Deed.WOULD in unit.deeds for unit in units)
    if would > past and would * 2 >= len(units):
        return AnswerType.HYPOTHETICAL
    if any(has(unit, Cue.NO_CASE) for unit in units) and own == 0:
        return AnswerType.NONE
    if past <= 1 and general > past:
        return AnswerType.HABIT
    if own and past > general and sum(unit.fresh for unit in units if is_past(unit)) >= 5:
        return AnswerType.STORY
    return AnswerType.VAGUE if past else (AnswerType.HABIT if general else AnswerType.NONE)


def _part(part: Part, units: list[Unit], type_: AnswerType) -> PartReading:
    weigh, least = PART_EVIDENCE[part]
    found = sorted(
        ((weigh(unit), -at, unit) for at, unit in enumerate(units) if weigh(unit) >= least),
        key=lambda entry: entry[:2],
        reverse=True,
    )
    if (
        not found
        or type_ in (AnswerType.HYPOTHETICAL, AnswerType.NONE)
        or (type_ is AnswerType.HABIT and part is not Part.ACTION)
    ):
        return PartReading(0)
    spans = tuple(unit.span for _, _, unit in found)
    total = sum(weight for weight, _, _ in found)
    strength = 2 if total >= 2 * least + 1 else 1
    if part is Part.ACTION and not any(own_weight(unit) for unit in units):
        strength = 1
    share = sum(unit.words for _, _, unit in found) / max(1, sum(unit.words for unit in units))
    return PartReading(strength, spans, round(share, 3), all(unit.prompted for _, _, unit in found))


def _signals(units: list[Unit]) -> dict[Signal, tuple[Span, ...]]:
    found = {
        signal: tuple(unit.span for unit in units if has(unit, cue) and not is_general(unit))
        for signal, cue in SIGNAL_CUES.items()
    }
    steps = tuple(unit.span for unit in units if own_weight(unit) > 0)
    found[Signal.OWN_STEP] = steps
    found[Signal.OWN_STEPS] = steps if len(steps) >= 3 else ()
    outcomes = [unit for unit in units if result(unit) >= 0.9]
    found[Signal.OUTCOME] = tuple(unit.span for unit in outcomes)
    found[Signal.SPECIFIC_OUTCOME] = tuple(unit.span for unit in outcomes if not has(unit, Cue.OUTCOME_WEAK))
    found[Signal.MEASURE] = tuple(unit.span for unit in outcomes if unit.figures)
    found[Signal.BASELINE] = tuple(unit.span for unit in outcomes if unit.figures and has(unit, Cue.BASELINE))
    return {signal: spans for signal, spans in found.items() if spans}


def _flaws(units: list[Unit], type_: AnswerType, parts: dict[Part, PartReading]) -> tuple[Flaw, ...]:
    flaws = []
    if type_ is AnswerType.HYPOTHETICAL:
        flaws.append(Flaw.HYPOTHETICAL)
    if type_ is AnswerType.HABIT:
        flaws.append(Flaw.HABIT)
    if sum(unit.we for unit in units) > 2 * sum(unit.i for unit in units):
        flaws.append(Flaw.WE_FOR_I)
    if not parts[Part.RESULT].present:
        flaws.append(Flaw.NO_RESULT)
    return tuple(flaws)


def _counts(units: list[Unit]) -> Counts:
    return Counts(
        words=sum(unit.words for unit in units),
        sentences=len({(unit.span.turn, unit.sentence) for unit in units}),
        i=sum(unit.i for unit in units),
        we=sum(unit.we for unit in units),
        numbers=sum(len(unit.figures) for unit in units),
        hedges=sum(has(unit, Cue.HEDGE) for unit in units),
    )
