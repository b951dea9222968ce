"""Golden moments of grading worked answers: a decision held or folded, a calculation that comes out or does not."""

from functools import cache

from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel, Fact, Question
from interviewsim.domain.scorecard import CriterionScore, Scorecard
from interviewsim.domain.terms import Level, Round
from interviewsim.graders.offline import OfflineGrader
from interviewsim.grading.debrief import Ruler, grade_answer
from interviewsim.grading.ports import AnswerToGrade, SaidToGrade
from interviewsim.locations import bundled
from interviewsim.rubrics.library import RubricLibrary

PAYOUTS = Question(
    "cs_payouts",
    "Small sellers complain that their money is held for seven days. What should we do?",
    AnswerModel.CASE,
    push_back="Everybody else pays out after two days. Why not do it for everyone?",
    facts=(Fact("fraud", ("fraud", "fraud loss"), "Fraud costs 0.42 percent of consumer volume.", 0.42, "percent"),),
)
DECIDED = "The goal is to keep small sellers. I'd launch to merchants only, since they carry little of the volume."
HOLDS = "I'd stay. The fraud figure you gave is for consumers; if merchants pass 0.5% I'd stop."
FOLDS = "Fair, let's do everyone then."
CHURN = Question("cs_churn", "Monthly churn rose from 4.1 to 6.3 percent. Why, and what now?", AnswerModel.CASE)
RIGHT = "31% × 12.5% is about 3.9, plus 69% × 3.55% is 2.4, so 6.3: it's mix, not behavior."
WRONG = "31% × 12.5% is about 3.9, plus 69% × 3.55% is 2.4, so 9.3: it's mix, not behavior."
MENDED = "31% × 12.5% is 3.9, and 69% × 3.55% is 2.4. Together that is 6.3, I added wrongly."


@cache
def ruler() -> Ruler:
    library = RubricLibrary([bundled("rubrics")])
    return Ruler(library.rubric("generic", Round.CASE_STUDY), library.pack("generic"), Level.PM)


async def graded(question: Question, *said: SaidToGrade) -> Scorecard:
    return await grade_answer(AnswerToGrade(question, said, released=("fraud",)), ruler(), OfflineGrader())


def criterion(card: Scorecard, id_: str) -> CriterionScore:
    return next(one for one in card.criteria if one.id == id_)


async def contested(reply: str) -> CriterionScore:
    card = await graded(PAYOUTS, SaidToGrade(2, DECIDED), SaidToGrade(4, reply, prompted=True, after=Move.PUSH_BACK))
    return criterion(card, "composure")


async def test_a_decision_held_with_a_reason_and_a_point_of_reversal_stands_above_one_that_folds() -> None:
    holds, folds = await contested(HOLDS), await contested(FOLDS)
    assert (holds.level or 0) >= 3
    assert folds.level == 1
    assert {evidence.turn for evidence in holds.evidence} == {4}
    assert len({evidence.quote for evidence in holds.evidence}) >= 2


async def test_a_calculation_within_rounding_is_accurate_and_a_slip_is_named_until_it_is_put_right() -> None:
    right = await graded(CHURN, SaidToGrade(2, RIGHT))
    wrong = await graded(CHURN, SaidToGrade(2, WRONG))
    mended = await graded(CHURN, SaidToGrade(2, WRONG), SaidToGrade(4, MENDED, prompted=True, after=Move.PROBE))
    assert right.answers[0].flaws == mended.answers[0].flaws == ()
    assert wrong.answers[0].flaws == ("arithmetic_slip",)
    levels = [criterion(card, "analysis").level or 0 for card in (right, wrong, mended)]
    assert levels[1] < levels[0]
    assert levels[1] <= levels[2]
