"""What tells two rulers apart: weights, items, anchors, what a hire needs, flags, bars and the words of a scale."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from interviewsim.domain.rubric import CompanyPack, Criterion, RedFlag, Rubric, Verdict
from interviewsim.domain.terms import Level, Skill

Name = TypeVar("Name", str, int, Level, Skill, Verdict)
Value = TypeVar("Value", str, int, float)


class Differs(StrEnum):
    """What kind of value differs."""

    CRITERION = "criterion"
    WEIGHT = "weight"
    TEXT = "text"
    SKILLS = "skills"
    ANCHOR = "anchor"
    ITEM = "item"
    CALLED_FOR = "called_for"
    LEAST = "least"
    MUST_HAVE = "must_have"
    FLAG = "flag"
    BAR = "bar"
    SCALE = "scale"
    COMMITTEE = "committee"


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that differs. `of`: the id of its criterion or flag, empty for the pack's own.

    `key` says which of its kind (an item's id, an anchor's level). `first` and `second` are the two values as they
    are shown; empty where one side has none.
    """

    differs: Differs
    of: str
    key: str
    first: str
    second: str


def between_rubrics(first: Rubric, second: Rubric) -> tuple[Difference, ...]:
    """Everything that differs between two rubrics, criterion by criterion in the first's order, then the flags."""
    return (*_between_criteria(first.criteria, second.criteria), *_between_flags(first.flags, second.flags))


def between_packs(first: CompanyPack, second: CompanyPack) -> tuple[Difference, ...]:
    """The bars, the scale's labels and the committee's rule, where they differ."""
    return (
        *_pairs(Differs.BAR, "", _shown(first.bar), _shown(second.bar)),
        *_pairs(Differs.SCALE, "", _shown(first.scale), _shown(second.scale)),
        *_pairs(Differs.COMMITTEE, "", _committee(first), _committee(second)),
    )


def _between_criteria(first: Sequence[Criterion], second: Sequence[Criterion]) -> Iterator[Difference]:
    others = {criterion.id: criterion for criterion in second}
    known = {criterion.id for criterion in first}
    for criterion in first:
        if (other := others.get(criterion.id)) is None:
            yield Difference(Differs.CRITERION, criterion.id, "", criterion.name, "")
        else:
            yield from between_criteria(criterion, other)
    for criterion in second:
        if criterion.id not in known:
            yield Difference(Differs.CRITERION, criterion.id, "", "", criterion.name)


def between_criteria(first: Criterion, second: Criterion) -> Iterator[Difference]:
    """What differs between two criteria of one id."""
    of = first.id
    yield from _pairs(Differs.WEIGHT, of, {"": str(first.weight)}, {"": str(second.weight)})
    yield from _pairs(Differs.TEXT, of, _texts(first), _texts(second))
    yield from _pairs(Differs.SKILLS, of, _shown(first.skills), _shown(second.skills))
    yield from _pairs(Differs.ITEM, of, _items(first), _items(second))
    yield from _pairs(Differs.ANCHOR, of, _shown(first.anchors), _shown(second.anchors))
    yield from _pairs(Differs.CALLED_FOR, of, _called_for(first), _called_for(second))
    yield from _pairs(Differs.LEAST, of, _shown(first.least), _shown(second.least))
    yield from _pairs(Differs.MUST_HAVE, of, _must(first), _must(second))


def _between_flags(first: Sequence[RedFlag], second: Sequence[RedFlag]) -> Iterator[Difference]:
    mine, others = {flag.id: flag for flag in first}, {flag.id: flag for flag in second}
    for name in dict.fromkeys((*mine, *others)):
        yield from _pairs(Differs.FLAG, name, _flag(mine.get(name)), _flag(others.get(name)))


def _pairs(differs: Differs, of: str, first: Mapping[str, str], second: Mapping[str, str]) -> Iterator[Difference]:
    for key in dict.fromkeys((*first, *second)):
        one, other = first.get(key, ""), second.get(key, "")
        if one != other:
            yield Difference(differs, of, key, one, other)


def _shown(values: Mapping[Name, Value]) -> dict[str, str]:
    return {str(key): str(value).strip() for key, value in values.items()}


def _texts(criterion: Criterion) -> dict[str, str]:
    steps = {f"next_level {level}": text for level, text in criterion.next_level.items()}
    return {"name": criterion.name, "about": criterion.about, **steps}


def _items(criterion: Criterion) -> dict[str, str]:
    return {
        item.id: f"level {item.level}, {item.quotes} quote{'s' if item.quotes > 1 else ''}"
        f"{f', seen by {item.signal}' if item.signal else ''}: {item.text}"
        for item in criterion.items
    }


def _called_for(criterion: Criterion) -> dict[str, str]:
    return {"applies_to": ", ".join(criterion.applies_to), "phase": criterion.phase, "tag": criterion.tag}


def _must(criterion: Criterion) -> dict[str, str]:
    return {"": "must have" if criterion.must_have else ""}


def _flag(flag: RedFlag | None) -> dict[str, str]:
    if flag is None:
        return {}
    listed = {"cues": flag.cues, "absence": flag.absence, "countered_by": flag.countered_by}
    texts = {"name": flag.name, "severity": flag.severity.value, "not_when": flag.not_when, "probe": flag.probe}
    return {**texts, **{key: "; ".join(values) for key, values in listed.items()}}


def _committee(pack: CompanyPack) -> dict[str, str]:
    rule = pack.committee
    return {"rule": rule.rule.value, "floor": f"{rule.floor:g}", "rebut_strong_no": str(rule.rebut_strong_no).lower()}
