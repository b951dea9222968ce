"""A company really grades differently: pairs of answers that it ranks the other way than the generic employer does."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from interviewsim.domain.question import Question
from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.terms import Level, Round
from interviewsim.graders.offline import OfflineGrader
from interviewsim.grading.debrief import Ruler, grade_answer
from interviewsim.grading.ports import AnswerToGrade, SaidToGrade
from interviewsim.prompts.library import PromptLibrary
from interviewsim.rubrics.library import RubricLibrary
from tests.rubrics.files import PROMPTS, RUBRICS

PACKS, BANK = RubricLibrary([RUBRICS]), PromptLibrary([PROMPTS])
LEAST_APART = 0.1
"""Points of five by which either ruler has to tell the two apart."""


@dataclass(frozen=True)
class Pair:
    """`above` and `below` as the company ranks them, `by` which of its criteria, `told` the facts both were told."""

    company: str
    round: Round
    question: str
    why: str
    by: Sequence[str]
    above: Sequence[str]
    below: Sequence[str]
    told: Sequence[str] = ()


def pairs() -> list[Pair]:
    """Those of every file beside this one."""
    files = sorted((Path(__file__).parent / "pairs").glob("*.yaml"))
    entries = [entry for file in files for entry in yaml.safe_load(file.read_text(encoding="utf-8"))]
    return [Pair(**{**entry, "round": Round(entry["round"])}) for entry in entries]


def question_of(pair: Pair) -> Question:
    bank = (*PACKS.questions(pair.company, pair.round), *BANK.questions(pair.round))
    return next(question for question in bank if question.id == pair.question)


async def graded(pair: Pair, said: Sequence[str], company: str) -> Scorecard:
    """What one of the two earns from a company; all but the first utterance reply to a follow-up."""
    ruler = Ruler(PACKS.rubric(company, pair.round), PACKS.pack(company), Level.PM)
    turns = tuple(SaidToGrade(2 + 2 * at, text, prompted=at > 0) for at, text in enumerate(said))
    return await grade_answer(
        AnswerToGrade(question_of(pair), turns, released=tuple(pair.told)), ruler, OfflineGrader()
    )


def levels(card: Scorecard) -> dict[str, int | None]:
    return {criterion.id: criterion.level for criterion in card.criteria}


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: f"{pair.company}-{pair.round}")
async def test_the_company_ranks_them_the_other_way(pair: Pair) -> None:
    generic = [(await graded(pair, said, "generic")).score or 0 for said in (pair.above, pair.below)]
    own = [(await graded(pair, said, pair.company)).score or 0 for said in (pair.above, pair.below)]
    assert generic[1] - generic[0] >= LEAST_APART, (generic, own)
    assert own[0] - own[1] >= LEAST_APART, (generic, own)


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: f"{pair.company}-{pair.round}")
async def test_it_does_so_for_the_reason_that_is_given(pair: Pair) -> None:
    above, below = [levels(await graded(pair, said, pair.company)) for said in (pair.above, pair.below)]
    assert pair.why and pair.by
    for criterion in pair.by:
        assert (above[criterion] or 0) > (below[criterion] or 0), (criterion, above, below)


def test_every_company_that_is_shipped_has_a_pair() -> None:
    companies = {pair.company for pair in pairs()}
    assert companies == set(PACKS.packs()) - {"generic"}
