"""One scorecard read at every interview level: the same words against each bar, and what each level needs at least."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from interviewsim.domain.rubric import CompanyPack, Rubric, Severity, Verdict
from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.terms import Level
from interviewsim.grading.scoring import LOWEST, short_of, verdict_of

HIRED = frozenset({Verdict.HIRE, Verdict.STRONG_HIRE})


@dataclass(frozen=True, slots=True)
class LevelRead:
    """The verdict at one level, with the bar (1 to 5) it stands against.

    `short`: criteria, by name, under the least that the level needs. `why`: what decides against a hire in a few
    words, empty where nothing does.
    """

    level: Level
    verdict: Verdict
    bar: float
    short: tuple[str, ...]
    why: str


def level_reads(card: Scorecard, rubric: Rubric, pack: CompanyPack) -> tuple[LevelRead, ...]:
    """The card at every level the pack has a bar for, lowest first; nothing where the card has no verdict.

    `rubric` and `pack` are those that the card was graded by. No item is decided again: only bars, `least`,
    must-haves and flags are applied, as `grading.scoring` does.
    """
    if card.score is None or card.verdict is None:
        return ()
    return tuple(_read(card, card.score, rubric, level, pack.bar[level]) for level in Level if level in pack.bar)


def told(reads: Sequence[LevelRead], scale: Mapping[Verdict, str]) -> str:
    """The reads as one sentence: "Hire at APM and PM, No hire at Senior: scope." Empty where there are none."""
    groups = [list(group) for _, group in groupby(reads, key=lambda read: (read.verdict, _kind(read)))]
    parts = [_group(group, scale) for group in groups]
    return f"{'; '.join(parts)}." if parts else ""


def _kind(read: LevelRead) -> object:
    return read.short or (not read.why)


def _group(group: Sequence[LevelRead], scale: Mapping[Verdict, str]) -> str:
    first = group[0]
    labels = [read.level.label for read in group]
    at = " and ".join(filter(None, [", ".join(labels[:-1]), labels[-1]]))
    verdict = scale.get(first.verdict, first.verdict.replace("_", " ").capitalize())
    more = " and more" if first.bar != group[-1].bar and not first.short else ""
    return f"{verdict} at {at}{f': {first.why}{more}' if first.why else ''}"


def _read(card: Scorecard, score: float, rubric: Rubric, level: Level, bar: float) -> LevelRead:
    verdict = verdict_of(score, bar, card.criteria, rubric, card.flags, level)
    short = short_of(level, card.criteria, rubric)
    why = "" if verdict in HIRED else "; ".join(_against(card, score, rubric, bar, short))
    return LevelRead(level, verdict, bar, short, why)


def _against(card: Scorecard, score: float, rubric: Rubric, bar: float, short: Sequence[str]) -> Iterator[str]:
    if short:
        yield ", ".join(name.lower() for name in short)
    if score < bar:
        yield f"{score:.2f} against a bar of {bar:.1f}"
    yield from capped_by(card, rubric)


def capped_by(card: Scorecard, rubric: Rubric) -> Iterator[str]:
    """What caps the verdict at any level: a must-have at level 1, a critical flag."""
    needed = {criterion.id for criterion in rubric.criteria if criterion.must_have}
    for one in card.criteria:
        if one.id in needed and one.level == LOWEST:
            yield f"{one.name.lower()} is a must-have and stands at level 1"
    names = {flag.id: flag.name for flag in rubric.flags}
    for flag in card.flags:
        if flag.severity is Severity.CRITICAL:
            yield f"a critical flag: {names.get(flag.id, flag.id).lower()}"
