"""A question about one employer is never asked by another."""

import re
from dataclasses import asdict

import pytest

from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.terms import Round
from interviewsim.prompts.library import PromptLibrary
from interviewsim.rubrics.library import RubricLibrary
from interviewsim.wiring.choosing import asked_by
from tests.rubrics.files import PROMPTS, RUBRICS

BANK = PromptLibrary([PROMPTS])
PACKS = RubricLibrary([RUBRICS])
CRATEWELL = re.compile(r"cratewell|larderline|\bcrates? (?:comes?|opens?)|\bour (?:shops?|producers?)\b", re.IGNORECASE)
"""What only makes sense where the employer is Cratewell."""

HERE = Question("here", "What would you change here?", AnswerModel.EXEC, employer="Cratewell")
ANYWHERE = Question("anywhere", "What do you know now?", AnswerModel.EXEC)


def test_a_question_that_supposes_an_employer_is_asked_by_that_one_alone() -> None:
    assert asked_by("Cratewell", [HERE, ANYWHERE]) == (HERE, ANYWHERE)
    assert asked_by("Elsewhere", [HERE, ANYWHERE]) == (ANYWHERE,)


@pytest.mark.parametrize("round_", Round)
def test_what_others_may_ask_names_nothing_of_cratewell(round_: Round) -> None:
    left = asked_by("Elsewhere", BANK.questions(round_))
    assert [question.id for question in left if CRATEWELL.search(str(asdict(question)))] == []


@pytest.mark.parametrize("round_", Round)
def test_every_employer_that_a_question_supposes_is_the_name_of_a_pack(round_: Round) -> None:
    names = {name for _, name in PACKS.companies()}
    assert {question.employer for question in BANK.questions(round_)} <= {"", *names}


@pytest.mark.parametrize("round_", Round)
def test_cratewell_asks_all_of_the_bank(round_: Round) -> None:
    bank = BANK.questions(round_)
    assert asked_by(PACKS.pack("generic").name, bank) == bank
