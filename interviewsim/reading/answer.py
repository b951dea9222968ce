"""Reading a behavioral answer offline: its type, its parts with their places, its signals and flaws.

Rules find the evidence clause by clause; fitted weights over explainable counts decide type and strengths. A part has a
strength only where a clause can be shown for it. Pure: the same words give the same reading.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from interviewsim.reading.cues import Cue
from interviewsim.reading.evidence_of_parts import give_rules, has, implied
from interviewsim.reading.features import brevity_of, features_of, stated_of
from interviewsim.reading.findings import AnswerReading, AnswerType, Counts, Part, PartReading, Said, Signal
from interviewsim.reading.flaws import flaws_of
from interviewsim.reading.gradable import why_not
from interviewsim.reading.quoting import Quoting
from interviewsim.reading.roles import give_roles
from interviewsim.reading.signals import signals_of
from interviewsim.reading.steps import Deed
from interviewsim.reading.units import Unit, units_of
from interviewsim.reading.weights import Head, Weights, shipped

_PARTS = tuple(Part)
_BY_RULE = 0.2  # what the weight of the rules adds to a clause's fitted share when its part is to be shown
_LEAST, _CLEARLY = 0.06, 0.6  # below the one a clause is shown for nothing, above the other always
_OWN = frozenset({Deed.OWN_STEP, Deed.OWN_LIGHT, Deed.OWN_PASSIVE, Deed.OWN_STATE, Deed.WE_STEP})
_TOLD = (AnswerType.STORY, AnswerType.VAGUE)


def read_answer(question: str, said: Sequence[Said]) -> AnswerReading:
    """Read all candidate utterances of one answer: the first telling and the replies to probes, in order.

    Spans are code points of each utterance's own text. Never raises on any text.
    """
    return read_with(shipped(), question, said)


def counts_of(said: Sequence[Said]) -> Counts:
    """The plain counts alone, at a third of the price of a whole reading."""
    return _counts(units_of("", said))


def read_with(fitted: Weights, question: str, said: Sequence[Said]) -> AnswerReading:
    """The same under other weights, as a fit needs it."""
    units = units_of(question, said)
    sound = [unit for unit in units if unit.counts]
    addressed = tuple(unit.span for unit in units if unit.addressed)
    ungradable = why_not(said, units)
    if ungradable or not any(unit.content or unit.deeds for unit in sound):
        nothing = {part: PartReading(0) for part in Part}
        flaws = () if ungradable else flaws_of(units, AnswerType.NONE, nothing, {})
        return AnswerReading(AnswerType.NONE, nothing, {}, flaws, _counts(units), addressed, ungradable)
    sound.sort(key=lambda unit: not unit.back)  # what happened first is read first, whenever it was told
    give_rules(sound)
    give_roles(sound, fitted.roles)
    features = features_of(sound)
    type_ = _type(sound, features, fitted.heads)
    brevity, stated = brevity_of(sound), stated_of(sound)
    strengths = {part: fitted.heads[part].strength_between(features, brevity, stated[part]) for part in Part}
    gathered = [implied(unit) for unit in sound]
    parts = {part: _part(part, sound, gathered, type_, strengths[part]) for part in Part}
    signals = signals_of(sound, type_, parts)
    flaws = flaws_of(sound, type_, parts, signals)
    quoting = Quoting(units, said)
    shown = {
        part: replace(found, spans=quoting.of(found.spans)) if found.spans else found for part, found in parts.items()
    }
    quoted = {signal: quoting.of(spans, causes=signal is Signal.REASON) for signal, spans in signals.items()}
    return AnswerReading(type_, shown, quoted, flaws, _counts(units), addressed)


def _type(units: Sequence[Unit], features: Mapping[str, float], fitted: Mapping[str, Head]) -> AnswerType:
    past = sum(unit.past for unit in units)
    would = sum(Deed.WOULD in unit.deeds for unit in units)
    if would > past and would * 2 >= sum(bool(unit.deeds) for unit in units):
        return AnswerType.HYPOTHETICAL
    own = any(unit.own > 0 for unit in units)
    if not own and any(has(unit, Cue.NO_CASE) for unit in units) and features["vivid_past"] < 0.2:
        return AnswerType.NONE
    acted = any(_OWN & set(unit.deeds) and unit.fresh for unit in units)
    if acted and fitted["story"].strength(features):
        return AnswerType.STORY
    if past and fitted["event"].strength(features):
        return AnswerType.VAGUE
    return AnswerType.HABIT if past or any(unit.deeds for unit in units) else AnswerType.NONE


def _part(
    part: Part, units: Sequence[Unit], gathered: Sequence[Sequence[float]], type_: AnswerType, strength: int
) -> PartReading:
    if not strength or type_ in (AnswerType.HYPOTHETICAL, AnswerType.NONE):
        return PartReading(0)
    at = _PARTS.index(part)
    weighed = sorted(
        [(unit.roles[at] + _BY_RULE * rules[at], unit) for unit, rules in zip(units, gathered, strict=True)],
        key=lambda pair: -pair[0],
    )
    best = weighed[0][0]
    if best < _LEAST:
        return PartReading(0)
    found = [unit for weight, unit in weighed if weight >= min(best, _CLEARLY) and not unit.supposed]
    if part is Part.ACTION:
        found = [unit for unit in found if _OWN & set(unit.deeds)] or found[:1]
    if best < _CLEARLY:
        found = found[:1]
    if not found:
        return PartReading(0)
    if part is Part.ACTION and not any(unit.own > 0 for unit in found):
        strength = 1
    if type_ not in _TOLD:
        strength = min(strength, 1)
    share = sum(unit.words for unit in found) / sum(unit.words for unit in units)
    return PartReading(
        strength, tuple(unit.span for unit in found), round(share, 3), all(unit.prompted for unit in found)
    )


def _counts(units: Sequence[Unit]) -> Counts:
    return Counts(
        words=sum(unit.words for unit in units),
        sentences=len({(unit.span.turn, unit.sentence) for unit in units}),
        i=sum(unit.i for unit in units),
        we=sum(unit.we for unit in units),
        numbers=sum(len(unit.figures) for unit in units),
        hedges=sum(has(unit, Cue.HEDGE) for unit in units),
    )
