"""What costs an answer, found from its type, parts, signals and counts."""

from collections.abc import Iterator, Mapping, Sequence

from interviewsim.domain.evidence import Span
from interviewsim.reading.cues import Cue
from interviewsim.reading.evidence_of_parts import has
from interviewsim.reading.findings import AnswerType, Flaw, Part, PartReading, Signal
from interviewsim.reading.steps import Deed
from interviewsim.reading.units import Unit

_OWN_SHARE = 0.4  # below this share of the deeds told in the first person, "we" hides who acted
_SET_UP_SHARE = 0.4  # above this share of the words, setting and goal crowd out the rest
_MEASURABLE_WORDS = 80  # below, shares say little
_LONG_WORDS = 450  # three minutes of speech
_TRADE_OFF = frozenset({Signal.OBSTACLE, Signal.ALTERNATIVE, Signal.COST, Signal.DISAGREEMENT})


def flaws_of(
    units: Sequence[Unit],
    type_: AnswerType,
    parts: Mapping[Part, PartReading],
    signals: Mapping[Signal, tuple[Span, ...]],
) -> tuple[Flaw, ...]:
    """All flaws in the order of `Flaw`."""
    found = set(_found(units, type_, parts, signals))
    return tuple(flaw for flaw in Flaw if flaw in found)


def _found(
    units: Sequence[Unit],
    type_: AnswerType,
    parts: Mapping[Part, PartReading],
    signals: Mapping[Signal, tuple[Span, ...]],
) -> Iterator[Flaw]:
    match type_:
        case AnswerType.HYPOTHETICAL:
            yield Flaw.HYPOTHETICAL
        case AnswerType.HABIT:
            yield Flaw.HABIT
        case AnswerType.NONE:
            if any(has(unit, Cue.BUZZ) for unit in units):  # claims of a tale instead of one: not one has an end
                yield Flaw.NO_RESULT
            elif not any(has(unit, Cue.NO_CASE) for unit in units):
                yield Flaw.OFF_QUESTION
        case AnswerType.STORY | AnswerType.VAGUE:
            yield from _of_content(units, parts, signals)
            yield from _of_proportion(units, parts)


def _of_content(
    units: Sequence[Unit], parts: Mapping[Part, PartReading], signals: Mapping[Signal, tuple[Span, ...]]
) -> Iterator[Flaw]:
    if _we_hides(units):
        yield Flaw.WE_FOR_I
    if not parts[Part.RESULT].present:
        yield Flaw.NO_RESULT
    elif Signal.MEASURE not in signals:
        yield Flaw.NO_NUMBER
    if not _TRADE_OFF & signals.keys():
        yield Flaw.NO_TRADE_OFF
    if any(has(unit, Cue.BLAME) for unit in units) and Signal.OWN_ERROR not in signals:
        yield Flaw.BLAME


def _of_proportion(units: Sequence[Unit], parts: Mapping[Part, PartReading]) -> Iterator[Flaw]:
    words = sum(unit.words for unit in units)
    if words >= _MEASURABLE_WORDS and parts[Part.SITUATION].share + parts[Part.TASK].share > _SET_UP_SHARE:
        yield Flaw.LONG_SETUP
    if words > _LONG_WORDS and not parts[Part.RESULT].present:
        yield Flaw.RAMBLING


def _we_hides(units: Sequence[Unit]) -> bool:
    own = sum(unit.deeds.count(Deed.OWN_STEP) + unit.deeds.count(Deed.OWN_LIGHT) for unit in units)
    we = sum(unit.deeds.count(Deed.WE_STEP) for unit in units)
    return we > 0 and own / (own + we) < _OWN_SHARE
