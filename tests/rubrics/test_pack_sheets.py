"""The sheets of the companies' own cases: each figure can be asked for by its words, and by nothing vaguer."""

import pytest

from interviewsim.domain.question import Question
from interviewsim.domain.rubric import Topic
from interviewsim.reading.topics import match_topic
from interviewsim.rubrics.library import RubricLibrary
from tests.prompts.test_cases import VAGUE, listed
from tests.rubrics.files import RUBRICS

PACKS = RubricLibrary([RUBRICS])
SHEETS = tuple(one for company in PACKS.packs() for one in PACKS.questions(company) if one.facts)
CASES = tuple(question for question in SHEETS if question.reference)


def led_to(question: Question, asked: str) -> str | None:
    found = match_topic(asked, tuple(Topic(fact.id, fact.topics, fact.tell) for fact in question.facts))
    return found.id if found else None


@pytest.mark.parametrize("question", SHEETS, ids=lambda question: question.id)
def test_the_words_for_a_figure_lead_to_it_and_to_no_other(question: Question) -> None:
    for fact in question.facts:
        assert {led_to(question, f"What is the {topic}?") for topic in fact.topics} == {fact.id}


@pytest.mark.parametrize("question", SHEETS, ids=lambda question: question.id)
def test_asking_for_data_as_such_leads_nowhere(question: Question) -> None:
    assert [asked for asked in VAGUE if led_to(question, asked)] == []


def test_capital_one_has_four_cases_with_figures_and_a_sum() -> None:
    cases = [question for question in CASES if question.id.startswith("co_")]
    assert len(cases) >= 4
    for question in cases:
        assert question.reference["result"] and question.reference["insight"]
        assert len(listed(question, "irrelevant")) >= 2 and len(listed(question, "decisive")) >= 2


@pytest.mark.parametrize("question", CASES, ids=lambda question: question.id)
def test_a_case_can_be_contested_and_helped_with(question: Question) -> None:
    contested = question.challenge.say if question.challenge else question.twist
    assert contested.endswith("?")
    assert len(question.hints) == 3
