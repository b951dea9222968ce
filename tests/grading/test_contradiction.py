"""A stand under contradiction is judged where there was a contradiction, and nowhere else."""

import pytest

from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.scorecard import CriterionScore, UnscoredReason
from interviewsim.domain.terms import Level, Round
from interviewsim.graders.offline import OfflineGrader
from interviewsim.grading.debrief import Ruler, grade_answer
from interviewsim.grading.ports import AnswerToGrade, SaidToGrade
from interviewsim.rubrics.library import RubricLibrary
from tests.rubrics.files import RUBRICS

LIBRARY = RubricLibrary([RUBRICS])
RULER = Ruler(LIBRARY.rubric("generic", Round.FINAL), LIBRARY.pack("generic"), Level.PM)
ASKED = Question("q", "What would you build?", AnswerModel.EXEC, tags=("judgment",))
FIRST = SaidToGrade(2, "I would build the morning list, because at six a shop can still put something else out.")
HELD = "I'd stay with the list, because five half things help nobody. If producers don't know at five, I'd drop it."


async def leadership(*said: SaidToGrade) -> CriterionScore:
    card = await grade_answer(AnswerToGrade(ASKED, said), RULER, OfflineGrader())
    return next(one for one in card.criteria if one.id == "leadership")


async def test_who_was_never_contradicted_is_not_judged_by_it() -> None:
    score = await leadership(FIRST, SaidToGrade(4, HELD, prompted=True, after=Move.PROBE))
    assert score.level is None
    assert score.unscored is not None
    assert (score.unscored.reason, score.unscored.detail) == (UnscoredReason.NOT_REACHED, "Nobody contradicted you.")


@pytest.mark.parametrize(("reply", "at_least", "at_most"), [(HELD, 3, 4), ("Fair enough, let's do it your way.", 1, 1)])
async def test_a_reply_to_an_objection_is_judged(reply: str, at_least: int, at_most: int) -> None:
    score = await leadership(FIRST, SaidToGrade(4, reply, prompted=True, after=Move.PUSH_BACK))
    assert score.level is not None and at_least <= score.level <= at_most


def test_only_the_stand_under_contradiction_needs_one() -> None:
    assert [one.id for one in RULER.rubric.criteria if one.needs_contradiction] == ["leadership"]
