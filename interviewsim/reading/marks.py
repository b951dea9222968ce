"""The marks of a clause: everything about it that the fitted weights look at, each either there or not."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

from interviewsim.reading.cues import HINTS, Cue
from interviewsim.reading.steps import Deed
from interviewsim.reading.units import Unit


class Shape(StrEnum):
    """Marks that are neither a cue nor a deed."""

    FIGURE = "figure"
    FIGURE_OF = "figure_of"  # with a unit: minutes, orders, percent
    FIGURE_AGAINST = "figure_against"  # with something to compare it to
    TELLING = "telling"  # one concrete word that is new, two or more, four or more
    PICTURED = "pictured"
    RICH = "rich"
    OPENING = "opening"  # before the teller's first step
    CODA = "coda"  # after the last one
    FIRST = "first"  # in the first sentence
    LAST = "last"  # in the last sentence
    EARLY = "early"  # in the first third of the clauses
    LATE = "late"  # in the last third
    FEW_OWN_YET = "few_own_yet"  # at most one step of the teller's has been told
    FEW_OWN_LEFT = "few_own_left"  # at most one is still to come
    SHORT = "short"
    PAST = "past"
    TIMELESS = "timeless"  # no verb that says when
    SUPPOSED = "supposed"
    OWN_AND_SOMEONE = "own_and_someone"  # a step of the teller's towards somebody
    OTHERS_AFTER = "others_after"  # somebody else acted once the teller had
    STATE_BEFORE = "state_before"  # how things stood before the teller acted
    CHANGED = "changed"  # a change that nobody is named for, after the teller acted


_UNREAD: Final = (
    Cue.BUZZ,
    Cue.ABSTRACT,
    Cue.HEDGE,
    Cue.FEELING,
    Cue.USERS,
    Cue.BLAME,
    Cue.SO_STEP,
    Cue.AT_RISK,
    Cue.OWN_VIEW,
)
_DEED: Final = len(Cue)
_SHAPE: Final = _DEED + len(Deed)
_BIT: Final[Mapping[Shape, int]] = {shape: 1 << (_SHAPE + at) for at, shape in enumerate(Shape)}
_CUES: Final = sum(1 << cue for cue in Cue if cue not in _UNREAD) | sum(1 << bit for bit in HINTS.values())
_OWN: Final = 1 << (_DEED + Deed.OWN_STEP) | 1 << (_DEED + Deed.OWN_LIGHT)
_OWN_DEEDS: Final = frozenset({Deed.OWN_STEP, Deed.OWN_LIGHT})
_OTHERS: Final = 1 << (_DEED + Deed.OTHER_STEP) | 1 << (_DEED + Deed.OTHER_STATE)
_TOWARDS: Final = 1 << Cue.SOMEONE | 1 << Cue.PERSON
_CHANGE: Final = 1 << Cue.OUTCOME_STRONG | 1 << Cue.AFTER | 1 << Cue.BECAUSE_OF
NAMES: Final = {
    **{cue.name.lower(): int(cue) for cue in Cue if cue not in _UNREAD},
    **{f"deed_{deed.name.lower()}": _DEED + deed for deed in Deed if deed},
    **{f"word_{word}": bit for word, bit in HINTS.items()},
    **{str(shape): bit.bit_length() - 1 for shape, bit in _BIT.items()},
}
"""Each mark's name, as the weights call it, and its bit."""


def all_marks(units: Sequence[Unit]) -> list[int]:
    """The marks of all clauses of an answer that may be evidence, as bits, in their order."""
    own = [bool(_OWN_DEEDS & set(unit.deeds)) for unit in units]
    whole, told, third = sum(own), 0, len(units) / 3
    found = []
    for at, (unit, acts) in enumerate(zip(units, own, strict=True)):
        mask = _BIT[Shape.EARLY] if at < third else _BIT[Shape.LATE] if at >= 2 * third else 0
        mask |= _BIT[Shape.FEW_OWN_YET] if told + acts <= 1 else 0
        mask |= _BIT[Shape.FEW_OWN_LEFT] if whole - told <= 1 else 0
        told += acts
        mask |= _BIT[Shape.FIRST] if _beside(unit, units[0]) else 0
        mask |= _BIT[Shape.LAST] if _beside(unit, units[-1]) else 0
        found.append(mask | _marks(unit))
    return found


def _beside(unit: Unit, other: Unit) -> bool:
    return unit.sentence == other.sentence and unit.span.turn == other.span.turn


def _marks(unit: Unit) -> int:
    mask = unit.cues & _CUES
    for deed in unit.deeds:
        mask |= 1 << (_DEED + deed)
    has = _BIT
    if unit.figures:
        mask |= has[Shape.FIGURE]
        if unit.cues >> Cue.MEASURE & 1:
            mask |= has[Shape.FIGURE_OF]
        if unit.cues >> Cue.BASELINE & 1:
            mask |= has[Shape.FIGURE_AGAINST]
    if unit.vivid:
        mask |= has[Shape.TELLING]
        if unit.vivid > 1:
            mask |= has[Shape.PICTURED]
        if unit.vivid > 3:
            mask |= has[Shape.RICH]
    mask |= (has[Shape.SHORT] if unit.words < 6 else 0) | (has[Shape.SUPPOSED] if unit.supposed else 0)
    mask |= (has[Shape.OPENING] if unit.opening else 0) | (has[Shape.CODA] if unit.coda else 0)
    mask |= has[Shape.PAST] if unit.past else (0 if unit.deeds else has[Shape.TIMELESS])
    return mask | _together(mask, unit)


def _together(mask: int, unit: Unit) -> int:
    """Marks that come from two others."""
    found = 0
    if mask & _OWN:
        return _BIT[Shape.OWN_AND_SOMEONE] if mask & _TOWARDS else 0
    if mask & _OTHERS:
        found |= (_BIT[Shape.STATE_BEFORE] if unit.opening else 0) | (_BIT[Shape.OTHERS_AFTER] if unit.coda else 0)
    if mask & _CHANGE and not unit.opening:
        found |= _BIT[Shape.CHANGED]
    return found
