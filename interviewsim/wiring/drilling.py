"""A drill: which criterion it is about, where it stood before, and which questions call for it."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from interviewsim.domain.events import Focus
from interviewsim.domain.question import Question
from interviewsim.domain.rubric import Criterion, Rubric
from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.terms import Skill
from interviewsim.errors import WrongUsage

NEVER_JUDGED = 0
"""The level before of a criterion that no earlier round was judged by."""


def drilled(rubric: Rubric, name: str, cards: Iterable[Scorecard]) -> Focus:
    """What a drill on a criterion or a skill is about: the criterion, its newest level, and what would lift it.

    `cards`: of earlier rounds, newest first. A skill is drilled by the criterion that serves it and stood lowest.
    Raises `WrongUsage` for a name that the rubric does not know.
    """
    stood = levels_before(cards)
    can = drillable(rubric)
    found = next((one for one in can if one.id == name), None) or _for_skill(can, name, stood)
    if found is None:
        known = [*(one.id for one in can), *Skill]
        near = get_close_matches(name, known, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"There are {', '.join(known)}."
        raise WrongUsage(f"{name[:40]!a} is nothing that can be drilled in this round.", hint)
    level = stood.get(found.id, NEVER_JUDGED)
    return Focus(found.id, level, found.next_level.get(max(level, 1), found.about))


def drillable(rubric: Rubric) -> tuple[Criterion, ...]:
    """The criteria that one question can show; the candidate's own questions come only at the end of a whole round."""
    return tuple(one for one in rubric.criteria if not one.phase)


def questions_for(criterion: Criterion, bank: Sequence[Question]) -> tuple[Question, ...]:
    """Those that call for the criterion; where it takes a contradiction to show it, those that bring one."""
    calling = [question for question in bank if criterion.judges(question.answer_model, question.tags)]
    contradicting = [question for question in calling if criterion.needs_contradiction and _contradicts(question)]
    return tuple(contradicting or calling or bank)


def levels_before(cards: Iterable[Scorecard]) -> dict[str, int]:
    """The newest level of each criterion; `cards` come newest first."""
    stood: dict[str, int] = {}
    for card in cards:
        stood = {one.id: one.level for one in card.criteria if one.level is not None} | stood
    return stood


def _contradicts(question: Question) -> bool:
    return bool(question.push_back or question.twist or question.challenge or question.premise)


def _for_skill(criteria: Sequence[Criterion], name: str, stood: dict[str, int]) -> Criterion | None:
    if name not in set(Skill):
        return None
    skill = Skill(name)
    serving = [one for one in criteria if one.skills.get(skill)]
    return min(serving, key=lambda one: (stood.get(one.id, 6), -one.weight * one.skills[skill]), default=None)
