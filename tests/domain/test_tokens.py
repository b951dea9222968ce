"""What a round will roughly take in tokens, held against what was counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewsim.domain.loop import Persona, Phase, RoundPlan
from interviewsim.domain.terms import Length, Round
from interviewsim.domain.tokens import Tokens, decisions, grading, interviewing
from tests.doubles.stage import QUESTIONS, RUBRIC


def plan(minutes: float, questions: int, probes: int, length: Length = Length.SHORT) -> RoundPlan:
    phases = (Phase("question_1", round(minutes * 60), 0),)
    return RoundPlan(Round.BEHAVIORAL, length, Persona("D", "r", "s"), phases, questions, probes)


def near(counted: int) -> object:
    return pytest.approx(counted, rel=0.2)


def test_a_product_sense_round_is_near_what_a_played_one_took() -> None:
    told = interviewing(plan(25, 1, 4))
    assert (told.input, told.output) == (near(12_800), near(1_100))


def test_a_grade_of_two_stories_is_near_what_one_took() -> None:
    told = grading(plan(25, 2, 2), 12)
    assert (told.input, told.output) == (near(22_600), near(2_200))


@pytest.mark.parametrize(
    ("minutes", "questions", "probes", "decided", "asked", "graded"),
    [(45, 2, 3, 12, 17_600, 19_600), (10, 1, 3, 6, 6_100, 11_300)],
)
def test_other_lengths_are_of_the_size_that_scripts_took(
    minutes: int, questions: int, probes: int, decided: int, asked: int, graded: int
) -> None:
    told = (
        interviewing(plan(minutes, questions, probes)).input,
        grading(plan(minutes, questions, probes), decided).input,
    )
    assert 0.65 < told[0] / asked < 1.65
    assert 0.65 < told[1] / graded < 1.65


@given(st.integers(5, 90), st.integers(1, 5), st.integers(0, 6), st.floats(0, 40))
def test_more_of_anything_never_costs_less(minutes: int, questions: int, probes: int, decided: float) -> None:
    here, longer = plan(minutes, questions, probes), plan(minutes + 5, questions, probes + 1)
    assert interviewing(longer).input > interviewing(here).input
    assert grading(longer, decided + 1).input > grading(here, decided).input
    assert grading(here, decided).output > 0


def test_a_round_without_a_question_has_no_grade() -> None:
    assert grading(plan(5, 0, 0), 6) == Tokens()


def test_criteria_are_counted_as_they_are_decided_on() -> None:
    assert decisions(RUBRIC, QUESTIONS, 2) == 2 * len(RUBRIC.criteria)
    assert decisions(RUBRIC, (), 2) == len(RUBRIC.criteria)
