"""What must hold of a recruiter's and an executive's questions beyond what holds of all."""

import re
from collections import Counter
from itertools import combinations

import pytest

from interviewsim.domain.aspect import Aspect
from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.terms import Level, Round
from interviewsim.engine.gaps import REASON_FIRST
from interviewsim.prompts.library import PromptLibrary
from interviewsim.reading.findings import Part, Signal
from interviewsim.rubrics.library import RubricLibrary
from tests.rubrics.files import PROMPTS, RUBRICS

LIBRARY = PromptLibrary([PROMPTS])
BANKS = {round_: LIBRARY.questions(round_) for round_ in (Round.SCREENING, Round.FINAL)}
ALL = tuple(question for bank in BANKS.values() for question in bank)
SLOTS = {
    Round.SCREENING: ("pitch", "motivation", "evidence", "role"),
    Round.FINAL: ("judgment", "company", "self"),
}
BRIEF = RubricLibrary([RUBRICS]).pack("generic").brief
_COMMON = """
a about an and are at be because by did each for from has have i in is it its me of on one or own so something tell that
the their them they thing this those to was we what which who with would you your
"""
COMMON = frozenset(_COMMON.split())


def content(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", text.lower())) - COMMON


def slot(round_: Round, tag: str) -> tuple[Question, ...]:
    return tuple(question for question in BANKS[round_] if tag in question.tags)


@pytest.mark.parametrize("round_", BANKS)
def test_every_question_belongs_to_one_slot(round_: Round) -> None:
    for question in BANKS[round_]:
        assert sum(tag in SLOTS[round_] for tag in question.tags) == 1, question.id


@pytest.mark.parametrize(("round_", "tag"), [(round_, tag) for round_, tags in SLOTS.items() for tag in tags])
@pytest.mark.parametrize("level", Level)
def test_every_slot_can_be_filled_in_two_ways_at_every_level(round_: Round, tag: str, level: Level) -> None:
    assert sum(level in question.levels for question in slot(round_, tag)) >= 2


@pytest.mark.parametrize(("round_", "tag"), [(round_, tag) for round_, tags in SLOTS.items() for tag in tags])
def test_whichever_question_of_a_slot_is_asked_it_calls_for_the_same(round_: Round, tag: str) -> None:
    asked = [question for question in slot(round_, tag) if question.answer_model is not AnswerModel.STAR]
    assert len({frozenset(question.parts) for question in asked}) <= 1


def test_the_first_question_of_all_stands_in_for_a_resume() -> None:
    first = BANKS[Round.SCREENING][0]
    assert "pitch" in first.tags and first.levels == tuple(Level)
    assert "resume" in first.ask and "three lines" in first.ask


def test_everything_that_a_question_calls_for_can_be_followed_up() -> None:
    for question in ALL:
        if question.answer_model is AnswerModel.STAR:
            wanted = {*Part, Signal.OWN_STEP, Signal.MEASURE, Signal.BASELINE, *REASON_FIRST, Signal.LESSON}
        else:
            assert question.parts, question.id
            wanted = {part.value for part in question.parts}
        assert [target for target in wanted if question.probe_for(target) is None] == [], question.id


def test_parts_that_a_question_calls_for_are_aspects_that_a_part_can_be() -> None:
    assert {part for question in ALL for part in question.parts} <= set(Aspect)


def test_nothing_that_is_asked_stands_twice() -> None:
    asked = Counter(text for q in ALL for text in (q.ask, q.push_back, *q.hints, *(p.ask for p in q.probes)) if text)
    assert [text for text, count in asked.items() if count > 1] == []


def test_no_two_questions_of_a_slot_are_nearly_the_same() -> None:
    for round_, tags in SLOTS.items():
        for tag in tags:
            for one, other in combinations(slot(round_, tag), 2):
                shared = content(one.ask) & content(other.ask)
                assert len(shared) < 0.5 * min(len(content(one.ask)), len(content(other.ask))), (one.id, other.id)


def test_hints_narrow_in_three_steps_and_the_last_gives_an_opening() -> None:
    for question in ALL:
        if question.answer_model is AnswerModel.STAR:
            continue
        first, second, third = question.hints
        assert first.endswith("?") and "?" not in second, question.id
        assert '"' in third and "..." in third, question.id


def test_an_executive_can_contest_every_decision_without_knowing_it() -> None:
    for question in BANKS[Round.FINAL]:
        if question.answer_model is not AnswerModel.STAR:
            assert question.push_back.endswith("?"), question.id


def test_no_recruiter_contests() -> None:
    assert not [question.id for question in BANKS[Round.SCREENING] if question.push_back or question.premise]


def test_a_wrong_claim_is_about_the_company_and_the_brief_puts_it_right() -> None:
    premises = {question.id: question.premise for question in ALL if question.premise}
    assert len(premises) >= 3
    for name, premise in premises.items():
        told = content(BRIEF)
        assert set(re.findall(r"\d+", premise.truth)) <= set(re.findall(r"\d+", BRIEF)), name
        assert len(content(premise.truth) & told) >= 0.5 * len(content(premise.truth)), name
        assert premise.say.count("?") == 1 and "?" not in premise.concede
        assert not re.search(r"\byour (?:resume|last|experience|background|job)\b", premise.say), name


def test_nothing_private_is_given_away() -> None:
    said = " ".join(
        text
        for q in ALL
        for text in (q.ask, q.push_back, *q.hints, *(p.ask for p in q.probes), q.premise.say if q.premise else "")
    ).lower()
    for secret in ("5.1", "6.8", "nineteen", "sixty days", "twelve stores", "third of new shops"):
        assert secret not in said
