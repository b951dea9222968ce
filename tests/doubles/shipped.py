"""The shipped pack, rubric and questions, read once for all tests."""

from functools import cache

from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.terms import Level, Round
from interviewsim.graders.offline import OfflineGrader
from interviewsim.grading.debrief import Ruler, grade_answer
from interviewsim.grading.ports import AnswerToGrade, SaidToGrade
from interviewsim.locations import bundled
from interviewsim.prompts.library import PromptLibrary
from interviewsim.rubrics.library import RubricLibrary

ASKED = "Tell me about a time you improved something that users struggled with."


@cache
def ruler(level: Level = Level.PM) -> Ruler:
    library = RubricLibrary([bundled("rubrics")])
    return Ruler(library.rubric("generic", Round.BEHAVIORAL), library.pack("generic"), level)


@cache
def questions() -> tuple[Question, ...]:
    return PromptLibrary([bundled("prompts")]).questions(Round.BEHAVIORAL)


async def graded(*said: str, asked: str = ASKED) -> Scorecard:
    """Grade the utterances of one answer; all but the first reply to a follow-up."""
    turns = tuple(SaidToGrade(2 + 2 * at, text, prompted=at > 0) for at, text in enumerate(said))
    return await grade_answer(AnswerToGrade(Question("own", asked, AnswerModel.STAR), turns), ruler(), OfflineGrader())


def level(card: Scorecard, criterion: str) -> int | None:
    return next(one.level for one in card.criteria if one.id == criterion)


def quotes(card: Scorecard, criterion: str) -> list[tuple[int, str]]:
    return [(e.turn, e.quote) for one in card.criteria if one.id == criterion for e in one.evidence]
