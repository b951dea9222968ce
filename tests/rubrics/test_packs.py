"""What holds of every company: it knows its own business only, and can be told from the others without its name."""

import re
from dataclasses import asdict
from itertools import combinations

import pytest

from interviewsim.domain.rubric import CompanyPack
from interviewsim.domain.setup import QUESTION
from interviewsim.domain.terms import Level, Round
from interviewsim.prompts.library import PromptLibrary
from interviewsim.rubrics.library import RubricLibrary
from interviewsim.wiring.choosing import asked_by
from tests.rubrics.files import PROMPTS, RUBRICS

PACKS, BANK = RubricLibrary([RUBRICS]), PromptLibrary([PROMPTS])
COMPANIES = tuple(pack for pack in PACKS.packs() if pack != "generic")
CRATEWELL = re.compile(r"cratewell|larderline|\bcrates?\b|\bcheese|\bdelis?\b", re.IGNORECASE)
LEAST_QUESTIONS = 8
IN_A_FULL_LOOP = 100
RULES_TELL = 4
"""The highest level that the offline grader tells."""


def told_by(pack: CompanyPack) -> str:
    return " ".join([pack.brief, pack.private, pack.rival, pack.disclaimer, *(topic.tell for topic in pack.answers)])


@pytest.mark.parametrize("company", COMPANIES)
def test_nothing_of_the_invented_employer_is_left_in_a_company(company: str) -> None:
    assert CRATEWELL.findall(told_by(PACKS.pack(company))) == []
    for question in PACKS.questions(company):
        assert CRATEWELL.findall(str(asdict(question))) == [], question.id
    for round_ in Round:
        for question in asked_by(PACKS.pack(company).name, BANK.questions(round_)):
            assert "Cratewell" not in str(asdict(question)), question.id


@pytest.mark.parametrize("company", COMPANIES)
def test_a_company_says_that_it_is_unofficial_on_what_it_rests_and_how_sure_that_is(company: str) -> None:
    pack = PACKS.pack(company)
    assert re.search(r"unofficial|not (?:a|one) real|does not exist|invented", pack.disclaimer, re.IGNORECASE)
    assert "invented" in f"{pack.brief} {pack.disclaimer}".lower()
    assert set(pack.confidence) == {"process", "competencies", "scale", "style"}
    assert len(pack.sources) >= 3
    assert sum(entry.weight for entry in pack.loop) == IN_A_FULL_LOOP


@pytest.mark.parametrize("company", COMPANIES)
def test_a_company_has_eight_questions_of_its_own_and_their_ids_are_its_own(company: str) -> None:
    own = [question.id for question in PACKS.questions(company)]
    known = {question.id for round_ in Round for question in BANK.questions(round_)}
    assert len(own) == len(set(own)) >= LEAST_QUESTIONS
    assert not known.intersection(own)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("company", COMPANIES)
def test_every_slot_of_a_loop_has_a_question_on_its_topic(company: str, level: Level) -> None:
    pack = PACKS.pack(company)
    for entry in pack.loop:
        bank = (*PACKS.questions(company, entry.round), *asked_by(pack.name, BANK.questions(entry.round)))
        for share in entry.phases:
            if share.id.startswith(QUESTION) and share.about:
                fitting = [one.id for one in bank if share.about in one.tags and level in one.levels]
                assert fitting, (entry.round.value, share.about, level.value)


@pytest.mark.parametrize(("one", "other"), combinations(PACKS.packs(), 2))
def test_two_companies_can_be_told_apart_without_their_names(one: str, other: str) -> None:
    first, second = PACKS.pack(one), PACKS.pack(other)
    assert {entry.interviewer.name for entry in first.loop}.isdisjoint(entry.interviewer.name for entry in second.loop)
    assert first.brief != second.brief and first.rival != second.rival
    apart = 0
    for round_ in {entry.round for entry in first.loop} & {entry.round for entry in second.loop}:
        names = [{(c.name, c.weight) for c in PACKS.rubric(pack, round_).criteria} for pack in (one, other)]
        apart += names[0] != names[1]
    assert apart >= 3


@pytest.mark.parametrize("company", COMPANIES)
@pytest.mark.parametrize("round_", Round)
def test_what_a_report_says_of_any_round_is_said_in_the_words_of_the_company(company: str, round_: Round) -> None:
    generic, own = PACKS.rubric("generic", round_), PACKS.rubric(company, round_)
    known = {item.text for criterion in generic.criteria for item in criterion.items}
    assert {item.text for criterion in own.criteria for item in criterion.items if item.level <= RULES_TELL} - known
    assert own.digest != generic.digest


@pytest.mark.parametrize("company", COMPANIES)
def test_the_verdict_and_the_answers_are_worded_unlike_the_generic_ones(company: str) -> None:
    generic, own = PACKS.pack("generic"), PACKS.pack(company)
    assert set(generic.scale.values()).isdisjoint(own.scale.values())
    assert generic.bar != own.bar
    assert {topic.tell for topic in generic.answers}.isdisjoint(topic.tell for topic in own.answers)


@pytest.mark.parametrize("company", COMPANIES)
def test_rules_can_decide_where_every_criterion_of_a_company_begins(company: str) -> None:
    pack = PACKS.pack(company)
    for entry in pack.loop:
        rubric = PACKS.rubric(company, entry.round)
        assert sum(criterion.weight for criterion in rubric.criteria) == IN_A_FULL_LOOP
        for criterion in rubric.criteria:
            lowest = min(item.level for item in criterion.items)
            assert any(item.signal for item in criterion.items if item.level == lowest), criterion.id
