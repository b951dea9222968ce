"""What must hold of product-sense and technical questions beyond what holds of all."""

import math
import re
from collections import Counter
from itertools import combinations

import pytest

from interviewsim.domain.aspect import Aspect
from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.stages import PARTS, STAGES
from interviewsim.domain.terms import Level, Round
from interviewsim.engine.desk import facts_wanted
from interviewsim.prompts.library import PromptLibrary
from interviewsim.reading.amounts import amounts_in
from interviewsim.reading.request import Request, RequestKind
from interviewsim.rubrics.library import RubricLibrary
from tests.rubrics.files import PROMPTS, RUBRICS

LIBRARY = PromptLibrary([PROMPTS])
BANKS = {round_: LIBRARY.questions(round_) for round_ in (Round.PRODUCT_SENSE, Round.TECHNICAL)}
PACK = RubricLibrary([RUBRICS]).pack("generic")
ALL = {question.id: question for bank in BANKS.values() for question in bank}
OWN_CHOICE = "own_choice"
LED = {key: one for key, one in ALL.items() if one.answer_model in STAGES and OWN_CHOICE not in one.tags}
"""Questions that are worked on in stages, about something that the interviewer knows."""
DEBUG = {key: question for key, question in ALL.items() if question.answer_model is AnswerModel.DEBUG}
CLOSED = re.compile(
    r"(?:^|[.!?:;,] )(?:do|does|did|is|are|was|were|can|could|will|would|should|have|has)\b[^.!?]*\?$", re.IGNORECASE
)
SUM = re.compile(r"^(?P<left>[\d.+\-*/ ]+) = (?P<right>[\d.]+)$")
_COMMON = """
a an and are as at be by can could did do does each else first for from have how i if in into is it its me much must no
not of on one or out over per so than that the their them then there they this those to was we what when where which who
why will with without would you your
"""
COMMON = frozenset(_COMMON.split())


@pytest.fixture(params=list(ALL.values()), ids=list(ALL))
def question(request: pytest.FixtureRequest) -> Question:
    assert isinstance(request.param, Question)
    return request.param


@pytest.fixture(params=list(LED.values()), ids=list(LED))
def led(request: pytest.FixtureRequest) -> Question:
    assert isinstance(request.param, Question)
    return request.param


def called_for(question: Question) -> tuple[Aspect, ...]:
    return question.parts or PARTS[question.answer_model]


def listed(question: Question, key: str) -> set[str]:
    found = question.reference.get(key, [])
    assert isinstance(found, list)
    return set(map(str, found))


def worth(left: str) -> float:
    """The value of a line of sums and products without brackets."""
    total = 0.0
    for sign, term in re.findall(r"(^|[+-]) *([\d.* /]+)", left):
        first, *rest = re.findall(r"([*/]?) *([\d.]+)", term)
        value = float(first[1])
        for operator, number in rest:
            value = value * float(number) if operator == "*" else value / float(number)
        total += -value if sign == "-" else value
    return total


def test_both_banks_hold_what_their_rounds_ask() -> None:
    product = Counter(question.answer_model for question in BANKS[Round.PRODUCT_SENSE])
    assert product[AnswerModel.DESIGN] >= 7
    assert min(product[AnswerModel.METRICS], product[AnswerModel.CRITIQUE], product[AnswerModel.STRATEGY]) >= 2
    technical = Counter(question.answer_model for question in BANKS[Round.TECHNICAL])
    assert technical[AnswerModel.EXPLAIN] >= 6
    assert technical[AnswerModel.SYSTEM] >= 4 and technical[AnswerModel.DEBUG] >= 3
    tags = {tag for question in ALL.values() for tag in question.tags}
    assert {"growth", "data", "ai", "platform", "build_or_buy", "debt"} <= tags


def test_every_technical_question_is_a_concept_or_a_problem() -> None:
    for one in BANKS[Round.TECHNICAL]:
        assert ("concept" in one.tags) is (one.answer_model is AnswerModel.EXPLAIN)
        assert ("problem" in one.tags) is (one.answer_model is not AnswerModel.EXPLAIN)


@pytest.mark.parametrize("level", Level)
def test_every_level_has_questions_for_each_slot(level: Level) -> None:
    assert sum(level in one.levels for one in BANKS[Round.PRODUCT_SENSE]) >= 3
    for slot in ("concept", "problem"):
        fitting = [one for one in BANKS[Round.TECHNICAL] if slot in one.tags and level in one.levels]
        assert len(fitting) >= 2, slot


def test_each_part_that_a_question_calls_for_can_be_asked_after(question: Question) -> None:
    missing = [part.value for part in called_for(question) if question.probe_for(part) is None]
    assert missing == []


def test_a_product_question_can_be_asked_for_its_criteria_its_cut_and_its_turning_point() -> None:
    for one in BANKS[Round.PRODUCT_SENSE]:
        assert one.probe_for(Aspect.CRITERIA) and one.probe_for(Aspect.GIVEN_UP), one.id
        assert one.probe_for(Aspect.THRESHOLD) or one.answer_model is AnswerModel.CRITIQUE, one.id


def test_nothing_that_is_asked_stands_twice() -> None:
    asked = Counter([one.ask for one in ALL.values()] + [p.ask for one in ALL.values() for p in one.probes])
    assert [ask for ask, count in asked.items() if count > 1] == []
    for one in ALL.values():
        assert len({probe.for_ for probe in one.probes}) == len(one.probes), one.id


def test_no_two_questions_are_alike() -> None:
    words = {key: set(re.findall(r"[a-z]+", one.ask.lower())) - COMMON for key, one in ALL.items()}
    for (first, ours), (second, theirs) in combinations(words.items(), 2):
        assert len(ours & theirs) < 0.5 * min(len(ours), len(theirs)), (first, second)


def test_a_worked_question_holds_facts_back_and_some_of_them_lead_nowhere(led: Question) -> None:
    known = {fact.id for fact in led.facts}
    assert 5 <= len(known) <= 8
    assert not any(fact.opening for fact in led.facts)
    assert 1 <= len(listed(led, "irrelevant") & known) <= 2
    assert listed(led, "irrelevant") | listed(led, "decisive") <= known
    assert not listed(led, "irrelevant") & listed(led, "decisive")


def test_a_fact_is_one_sentence_and_its_value_stands_in_it(question: Question) -> None:
    for fact in question.facts:
        assert fact.tell.endswith(".") and not re.search(r"[.!?] [A-Z]", fact.tell), fact.id
        assert (fact.value is None) is (not fact.unit), fact.id
        told = [amount.value for amount in amounts_in(fact.tell)]
        shares = [100 * one / other for one in told for other in told if other]
        assert fact.value is None or any(
            math.isclose(one, fact.value, rel_tol=0.02) for one in (*told, *shares, *(each * 100 for each in told))
        ), (fact.id, told)


def test_each_name_of_a_fact_leads_to_that_fact(question: Question) -> None:
    for fact in question.facts:
        for topic in fact.topics:
            found = facts_wanted(question, [Request(RequestKind.FIGURE, f"Can you tell me about {topic}?")])
            assert fact in found, (fact.id, topic, [one.id for one in found])


def test_no_name_belongs_to_two_facts(question: Question) -> None:
    names = Counter(topic for fact in question.facts for topic in fact.topics)
    assert [name for name, count in names.items() if count > 1] == []


def test_hints_narrow_in_three_steps_and_the_last_gives_the_step(question: Question) -> None:
    first, second, third = question.hints
    assert len(third.split()) >= 20 and len(third) > max(len(first), 60)
    assert "?" in first or "?" not in second


def test_a_twist_and_an_objection_end_in_one_open_question(question: Question) -> None:
    lines = [question.push_back, *([question.twist] if question.answer_model is not AnswerModel.EXPLAIN else [])]
    for line in lines:
        assert line.endswith("?") and line.count("?") == 1, line
        assert not CLOSED.search(line), line


def test_who_prioritizes_is_challenged_by_somebody() -> None:
    for one in ALL.values():
        assert (one.challenge is not None) is (one.answer_model is AnswerModel.PRIORITIZE)


@pytest.mark.parametrize("debugged", DEBUG.values(), ids=DEBUG)
def test_a_search_has_one_true_cause_and_facts_that_lead_to_it(debugged: Question) -> None:
    cause = str(debugged.reference["cause"])
    decisive = debugged.reference["decisive"]
    assert isinstance(decisive, list) and len(decisive) >= 3
    assert len(cause.split()) >= 15
    asked = " ".join([debugged.ask, *(probe.ask for probe in debugged.probes)]).lower()
    told = " ".join(fact.tell for fact in debugged.facts if fact.id in decisive).lower()
    clues = {word for word in re.findall(r"[a-z]{6,}", cause.lower()) if word in told}
    assert sum(word not in asked for word in clues) >= 2


def test_every_sum_of_a_reference_comes_out(question: Question) -> None:
    path = question.reference.get("path", [])
    assert isinstance(path, list)
    for line in path:
        found = SUM.match(str(line))
        assert found, line
        assert worth(found["left"]) == pytest.approx(float(found["right"]), rel=0.005), line


def test_nothing_private_about_the_employer_is_told(question: Question) -> None:
    told = " ".join([question.opening, question.twist, *(fact.tell for fact in question.facts)]).lower()
    for secret in ("5.1", "6.8", "nineteen months", "sixty days", "twelve stores", "third of new shops"):
        assert secret in PACK.private.lower() and secret not in told


def test_nobody_is_asked_about_what_is_unlawful_to_ask(question: Question) -> None:
    said = " ".join([question.ask, question.twist, question.push_back, *(probe.ask for probe in question.probes)])
    assert not re.search(
        r"\b(?:your (?:age|religion|family|health|husband|wife|children|nationality))\b", said, re.IGNORECASE
    )
