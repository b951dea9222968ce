"""Which answers a criterion judges."""

import pytest

from interviewsim.domain.question import AnswerModel
from interviewsim.domain.rubric import Criterion


def criterion(*models: AnswerModel, tag: str = "") -> Criterion:
    return Criterion("c", "C", "What is judged.", 100, {}, {}, (), {}, applies_to=models, tag=tag)


@pytest.mark.parametrize(
    ("judging", "model", "tags", "expected"),
    [
        (criterion(), AnswerModel.CASE, ("data",), True),
        (criterion(AnswerModel.EXEC), AnswerModel.CASE, (), False),
        (criterion(AnswerModel.EXEC, tag="self"), AnswerModel.EXEC, ("self", "growth"), True),
        (criterion(AnswerModel.EXEC, tag="self"), AnswerModel.EXEC, ("company",), False),
        (criterion(tag="self"), AnswerModel.STAR, ("self",), True),
    ],
)
def test_a_criterion_judges_answers_of_its_models_to_questions_with_its_tag(
    judging: Criterion, model: AnswerModel, tags: tuple[str, ...], expected: bool
) -> None:
    assert judging.judges(model, tags) is expected


def test_a_question_without_tags_is_judged_by_its_model_alone() -> None:
    assert criterion(AnswerModel.EXEC, tag="self").judges(AnswerModel.EXEC)
