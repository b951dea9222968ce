"""Items to levels, levels to a score, a score to a verdict: arithmetic and caps, nothing else."""

import math
from collections.abc import Mapping, Sequence

from interviewsim.domain.rubric import Criterion, Item, Rubric, Severity, Verdict
from interviewsim.domain.scorecard import CriterionScore, FlagFound, Seen
from interviewsim.domain.terms import Level, Skill
from interviewsim.grading.ports import ItemSeen

LOWEST = 1
LEAST_COVERAGE = 0.6
"""Share of the rubric's weight that must be scored before a round has a score."""
STRONG_ABOVE_BAR = 0.8
STRONG_AT_LEAST = 4.4
LOWEST_IN_STRONG = 3
HINTED_MOST = 3
"""A strong hire is that far above the bar, or here at the latest, and has no criterion under 3; two hints cap at 3."""


def level_of(items: Sequence[Item], seen: Mapping[str, ItemSeen], top: int) -> int:
    """The highest level with all items up to it seen, never above `top`.

    Items that the grader cannot tell (unclear) do not stop the count, and a level none of whose
    items was seen is not reached.
    """
    level = LOWEST
    for candidate in range(LOWEST + 1, top + 1):
        found = [seen[item.id].seen for item in items if item.level == candidate and item.id in seen]
        if Seen.NO in found or (found and Seen.YES not in found):
            break
        if Seen.YES in found:
            level = candidate
    return level


def mean_level(levels: Sequence[int]) -> int:
    """The level over several answers: their mean, a half rounded up."""
    return math.floor(sum(levels) / len(levels) + 0.5)


def score_of(criteria: Sequence[CriterionScore]) -> float | None:
    """Mean level of the scored criteria by weight, to two decimals; None where nothing is scored."""
    scored = [(criterion.weight, criterion.level) for criterion in criteria if criterion.level is not None]
    weight = sum(share for share, _ in scored)
    return round(sum(share * level for share, level in scored) / weight, 2) if weight else None


def coverage_of(criteria: Sequence[CriterionScore]) -> float:
    """Share of the rubric's weight that was scored, 0 to 1, to two decimals."""
    return round(sum(criterion.weight for criterion in criteria if criterion.level is not None), 2)


def verdict_of(
    score: float,
    bar: float,
    criteria: Sequence[CriterionScore],
    rubric: Rubric,
    flags: Sequence[FlagFound],
    level: Level,
) -> Verdict:
    """The verdict against the bar of pack and level, with the caps of must-haves and critical flags."""
    verdict = _uncapped(score, bar, criteria)
    short = short_of(level, criteria, rubric)
    if verdict in {Verdict.HIRE, Verdict.STRONG_HIRE} and (short or _capped(criteria, rubric, flags)):
        return Verdict.NO_HIRE
    return verdict


def short_of(level: Level, criteria: Sequence[CriterionScore], rubric: Rubric) -> tuple[str, ...]:
    """Criteria (by name) that stand under the least that an interview level needs for a hire."""
    least = {criterion.id: criterion.least.get(level, LOWEST) for criterion in rubric.criteria}
    return tuple(one.name for one in criteria if one.level is not None and one.level < least.get(one.id, LOWEST))


def _uncapped(score: float, bar: float, criteria: Sequence[CriterionScore]) -> Verdict:
    lowest = min((c.level for c in criteria if c.level is not None), default=LOWEST)
    if score >= min(bar + STRONG_ABOVE_BAR, STRONG_AT_LEAST) and lowest >= LOWEST_IN_STRONG:
        return Verdict.STRONG_HIRE
    if score >= bar:
        return Verdict.HIRE
    return Verdict.NO_HIRE if score >= bar - 1 else Verdict.STRONG_NO_HIRE


def _capped(criteria: Sequence[CriterionScore], rubric: Rubric, flags: Sequence[FlagFound]) -> bool:
    if any(flag.severity is Severity.CRITICAL for flag in flags):
        return True
    needed = {criterion.id for criterion in rubric.criteria if criterion.must_have}
    return any(criterion.id in needed and criterion.level == LOWEST for criterion in criteria)


def skill_profile(rubric: Rubric, criteria: Sequence[CriterionScore]) -> dict[Skill, float | None]:
    """The six skills as the criteria show them: mean level by weight and share, to one decimal."""
    levels = {criterion.id: criterion.level for criterion in criteria}
    return {skill: _skill(skill, rubric.criteria, levels) for skill in Skill}


def _skill(skill: Skill, criteria: Sequence[Criterion], levels: Mapping[str, int | None]) -> float | None:
    weight = total = 0.0
    for criterion in criteria:
        level = levels.get(criterion.id)
        share = criterion.skills.get(skill, 0) * criterion.weight
        if level is not None and share:
            weight += share
            total += share * level
    return round(total / weight, 1) if weight else None
