"""What the case round's ruler promises: it fits every kind of case, and one question is enough for a score."""

from collections import defaultdict

import pytest

from interviewsim.domain.aspect import Aspect, Handling
from interviewsim.domain.question import AnswerModel
from interviewsim.domain.rubric import Criterion, Item, Rubric
from interviewsim.domain.stages import PARTS
from interviewsim.domain.terms import Level, Round, Skill
from interviewsim.grading.scoring import LEAST_COVERAGE
from interviewsim.prompts.library import PromptLibrary
from interviewsim.reading.aspects import aspects_of
from interviewsim.reading.findings import Part, Signal
from interviewsim.rubrics.library import RubricLibrary
from tests.rubrics.files import PROMPTS, RUBRICS

RUBRIC: Rubric = RubricLibrary([RUBRICS]).rubric("generic", Round.CASE_STUDY)
BY_ID = {criterion.id: criterion for criterion in RUBRIC.criteria}
MODELS = (AnswerModel.CASE, AnswerModel.ESTIMATE, AnswerModel.PRIORITIZE, AnswerModel.DEBUG, AnswerModel.STRATEGY)
WANTED = (5, 30, 15, 25, 10, 15)
"""Percent of the round for each skill, in the order of `Skill`."""
CONTESTED_ONLY = {Handling.HOLDS, Handling.UPDATES, Handling.REVERSAL_POINT}


def names_of(item: Item) -> set[str]:
    """What an item looks for, without how clear it has to be."""
    return {signal.partition(":")[0] for signal in item.signal.split("|") if signal}


def level_of(criterion: Criterion, shown: set[str]) -> int:
    """The highest level with all items up to it among what was shown."""
    level = 1
    for wanted in (2, 3, 4, 5):
        items = [item for item in criterion.items if item.level == wanted]
        if not all(shown.intersection(item.signal.split("|")) for item in items):
            break
        level = wanted
    return level


def within_reach(model: AnswerModel) -> set[str]:
    """What the reading can find in an answer of this model."""
    return {*(aspect.value for aspect in aspects_of(model)), *(handling.value for handling in Handling)}


def test_what_the_round_judges_and_how_much_it_weighs() -> None:
    assert {criterion.id: criterion.weight for criterion in RUBRIC.criteria} == {
        "framing": 15,
        "use_of_data": 15,
        "analysis": 20,
        "recommendation": 20,
        "risk_and_plan": 15,
        "composure": 15,
    }


def test_the_skills_add_up_to_what_a_case_round_looks_for() -> None:
    total: dict[Skill, float] = defaultdict(float)
    for criterion in RUBRIC.criteria:
        for skill, share in criterion.skills.items():
            total[skill] += criterion.weight * share / 100
    assert total == {skill: pytest.approx(points, abs=1) for skill, points in zip(Skill, WANTED, strict=True)}


def test_every_kind_of_question_in_the_bank_has_its_place() -> None:
    bank = PromptLibrary([PROMPTS]).questions(Round.CASE_STUDY)
    assert {question.answer_model for question in bank} == set(MODELS)


@pytest.mark.parametrize("model", MODELS)
def test_one_question_is_enough_for_a_score_even_if_nobody_objects(model: AnswerModel) -> None:
    weights = [one.weight for one in RUBRIC.criteria if one.judges(model) and not one.needs_contradiction]
    assert sum(weights) / 100 >= LEAST_COVERAGE


@pytest.mark.parametrize("model", MODELS)
def test_every_item_up_to_level_four_can_be_met_by_an_answer_of_every_model(model: AnswerModel) -> None:
    known = within_reach(model)
    for criterion in RUBRIC.criteria:
        if criterion.judges(model):
            lost = [item.id for item in criterion.items if item.level < 5 and not names_of(item) & known]
            assert lost == [], criterion.id


@pytest.mark.parametrize("model", MODELS)
def test_every_part_of_a_model_counts_for_something(model: AnswerModel) -> None:
    judged = {name for one in RUBRIC.criteria if one.judges(model) for item in one.items for name in names_of(item)}
    assert [part for part in PARTS[model] if part.value not in judged] == []


def test_rules_can_decide_every_item_up_to_level_four_and_none_above() -> None:
    for criterion in RUBRIC.criteria:
        assert all(bool(item.signal) == (item.level < 5) for item in criterion.items), criterion.id
        for level in (2, 3, 4, 5):
            assert 1 <= sum(item.level == level for item in criterion.items) <= 2, (criterion.id, level)
    ids = [item.id for criterion in RUBRIC.criteria for item in criterion.items]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("name", "shown", "level"),
    [
        ("framing", {"insight"}, 1),
        ("framing", {"goal"}, 2),
        ("framing", {"plan"}, 3),
        ("framing", {"equation", "assumption"}, 4),
        ("framing", {"goal", "goal:2", "criteria"}, 2),
        ("framing", {"goal", "goal:2", "criteria", "criteria:2"}, 4),
        ("use_of_data", {"evidence"}, 1),
        ("use_of_data", {"asked_data"}, 2),
        ("use_of_data", {"asked_data", "asked_split"}, 2),
        ("use_of_data", {"asked_data", "facts_used", "asked_split"}, 4),
        ("analysis", {"arithmetic", "insight:2"}, 2),
        ("analysis", {"arithmetic", "sound_arithmetic", "insight"}, 3),
        ("analysis", {"arithmetic", "sound_arithmetic", "right_result"}, 4),
        ("recommendation", {"choice", "choice:2"}, 2),
        ("recommendation", {"choice", "choice:2", "facts_used", "given_up:2"}, 4),
        ("risk_and_plan", {"risk", "risk:2"}, 2),
        ("risk_and_plan", {"risk", "risk:2", "next_step", "threshold"}, 4),
        ("composure", {"reason", "choice"}, 1),
        ("composure", {"holds"}, 3),
        ("composure", {"updates", "reversal_point"}, 4),
    ],
)
def test_what_is_heard_leads_to_a_level(name: str, shown: set[str], level: int) -> None:
    assert level_of(BY_ID[name], shown) == level


def test_a_slip_that_stays_keeps_the_analysis_below_a_sound_one() -> None:
    unsound = {item.id: names_of(item) for item in BY_ID["analysis"].items if item.level == 3}
    assert unsound == {"it_holds": {"sound_arithmetic", "test", "ranking", "advantage"}}
    assert not unsound["it_holds"] & {aspect.value for aspect in PARTS[AnswerModel.CASE]}


def test_composure_is_judged_where_somebody_objected_and_asks_for_more_than_a_word() -> None:
    composure = BY_ID["composure"]
    assert composure.needs_contradiction
    takes_up = next(item for item in composure.items if item.level == 3)
    assert names_of(takes_up) <= CONTESTED_ONLY and takes_up.quotes == 2


def test_who_aims_higher_must_know_what_can_go_wrong() -> None:
    least = BY_ID["risk_and_plan"].least
    assert {level: least.get(level, 1) for level in Level} == {
        Level.APM: 1,
        Level.PM: 1,
        **dict.fromkeys((Level.SENIOR, Level.LEAD, Level.DIRECTOR, Level.VP), 3),
    }


def test_anchors_let_somebody_speak_and_differ() -> None:
    for criterion in RUBRIC.criteria:
        assert all('"' in criterion.anchors[level] for level in (1, 3, 5)), criterion.id
        assert len(set(criterion.anchors.values())) == 5


def test_flags_are_the_pitfalls_of_a_case_and_can_be_raised_countered_and_asked_about() -> None:
    assert [flag.id for flag in RUBRIC.flags] == [
        "no_users",
        "ignores_data",
        "guesses_the_cause",
        "pleases_everyone",
        "no_priorities",
        "feature_no_strategy",
    ]
    known = {*Part, *Signal, *Aspect, *Handling}
    for flag in RUBRIC.flags:
        assert flag.cues and flag.countered_by and flag.probe and flag.not_when
        assert all(cue == cue.lower() for cue in flag.cues)
        for name in (*flag.absence, *flag.countered_by):
            assert name.partition(":")[0] in known or len(name.split()) > 3, (flag.id, name)
