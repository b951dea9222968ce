"""What the rubrics of the product-sense and the technical round promise for every kind of question in them."""

from collections import defaultdict
from collections.abc import Iterator

import pytest

from interviewsim.domain.aspect import Handling
from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.rubric import Criterion, Rubric
from interviewsim.domain.terms import Round, Skill
from interviewsim.grading.scoring import LEAST_COVERAGE
from interviewsim.prompts.library import PromptLibrary
from interviewsim.reading.aspects import aspects_of
from interviewsim.rubrics.library import RubricLibrary
from tests.rubrics.files import PROMPTS, RUBRICS

ROUNDS = (Round.PRODUCT_SENSE, Round.TECHNICAL)
RUBRIC = {round_: RubricLibrary([RUBRICS]).rubric("generic", round_) for round_ in ROUNDS}
BANK = {round_: PromptLibrary([PROMPTS]).questions(round_) for round_ in ROUNDS}
ASKED = [(round_, question) for round_ in ROUNDS for question in BANK[round_]]
WEIGHTS = {
    Round.PRODUCT_SENSE: {
        "goal_and_motive": 15,
        "users_and_insight": 20,
        "problem_choice": 15,
        "solution_and_cut": 20,
        "measures_and_risks": 15,
        "pushback": 15,
    },
    Round.TECHNICAL: {
        "problem_framing": 20,
        "system_and_data": 25,
        "trade_offs_and_failure": 20,
        "explanation": 20,
        "product_consequence": 15,
    },
}
WANTED = {Round.PRODUCT_SENSE: (5, 15, 15, 20, 30, 15), Round.TECHNICAL: (40, 25, 15, 5, 5, 10)}
"""Percent of the round for each skill, in the order of `Skill`."""
PITFALLS = {"no_users", "feature_no_strategy", "ignores_data", "pleases_everyone", "micromanages", "no_priorities"}


@pytest.fixture(params=RUBRIC.values(), ids=[*RUBRIC])
def rubric(request: pytest.FixtureRequest) -> Rubric:
    assert isinstance(request.param, Rubric)
    return request.param


def heard_of(model: AnswerModel) -> frozenset[str]:
    """What can be found in an answer of the model and in the talk about it."""
    return frozenset({*(aspect.value for aspect in aspects_of(model)), *(handling.value for handling in Handling)})


def signals(criterion: Criterion, *levels: int) -> Iterator[tuple[str, frozenset[str]]]:
    """An item with what it may be seen by, without strengths."""
    for item in criterion.items:
        if item.level in levels:
            yield item.id, frozenset(one.partition(":")[0] for one in item.signal.split("|"))


def level_of(criterion: Criterion, shown: set[str]) -> int:
    """The highest level with all items up to it among what was shown; a clear thing is also shown."""
    known = {*shown, *(one.removesuffix(":2") for one in shown)}
    level = 1
    for wanted in (2, 3, 4):
        if not all(known.intersection(i.signal.split("|")) for i in criterion.items if i.level == wanted):
            break
        level = wanted
    return level


def score(round_: Round, model: AnswerModel, *shown: str) -> float:
    judging = [one for one in RUBRIC[round_].criteria if one.judges(model)]
    weight = sum(one.weight for one in judging)
    return sum(one.weight * level_of(one, set(shown)) for one in judging) / weight


@pytest.mark.parametrize("round_", ROUNDS)
def test_what_each_round_judges(round_: Round) -> None:
    assert {one.id: one.weight for one in RUBRIC[round_].criteria} == WEIGHTS[round_]


@pytest.mark.parametrize("round_", ROUNDS)
def test_the_skills_add_up_to_what_the_round_looks_for(round_: Round) -> None:
    total: dict[Skill, float] = defaultdict(float)
    for one in RUBRIC[round_].criteria:
        for skill, share in one.skills.items():
            total[skill] += one.weight * share / 100
    assert total == {skill: pytest.approx(points, abs=1) for skill, points in zip(Skill, WANTED[round_], strict=True)}


@pytest.mark.parametrize(("round_", "question"), ASKED, ids=[question.id for _, question in ASKED])
def test_any_single_question_covers_enough_of_the_weight_for_a_score(round_: Round, question: Question) -> None:
    judging = [one for one in RUBRIC[round_].criteria if one.judges(question.answer_model, question.tags)]
    assert sum(one.weight for one in judging) / 100 >= LEAST_COVERAGE


def test_a_concept_and_a_problem_together_are_judged_by_the_whole_rubric() -> None:
    for model in (AnswerModel.SYSTEM, AnswerModel.DEBUG, AnswerModel.PRIORITIZE):
        for one in RUBRIC[Round.TECHNICAL].criteria:
            assert one.judges(model) or one.judges(AnswerModel.EXPLAIN), one.id


@pytest.mark.parametrize(("round_", "question"), ASKED, ids=[question.id for _, question in ASKED])
def test_rules_can_see_every_item_up_to_level_four_in_every_kind_of_answer(round_: Round, question: Question) -> None:
    heard = heard_of(question.answer_model)
    for one in RUBRIC[round_].criteria:
        if one.judges(question.answer_model, question.tags):
            blind = [item for item, names in signals(one, 2, 3, 4) if not names & heard]
            assert blind == [], one.id


def test_the_fifth_level_is_left_to_a_reader(rubric: Rubric) -> None:
    for one in rubric.criteria:
        assert all(not item.signal for item in one.items if item.level == 5), one.id


def test_each_level_is_decided_by_one_or_two_items(rubric: Rubric) -> None:
    for one in rubric.criteria:
        for level in (2, 3, 4, 5):
            assert 1 <= sum(item.level == level for item in one.items) <= 2, (one.id, level)


def test_ids_of_items_tell_apart_across_the_whole_rubric(rubric: Rubric) -> None:
    ids = [item.id for one in rubric.criteria for item in one.items]
    assert len(ids) == len(set(ids))


def test_anchors_of_the_first_third_and_fifth_level_let_somebody_speak(rubric: Rubric) -> None:
    for one in rubric.criteria:
        assert all('"' in one.anchors[level] for level in (1, 3, 5)), one.id
        assert len({*one.anchors.values(), *one.next_level.values()}) == 9


def test_flags_are_the_pitfalls_of_the_round_with_cues_as_they_are_said(rubric: Rubric) -> None:
    assert len(PITFALLS & {flag.id for flag in rubric.flags}) >= 4
    for flag in rubric.flags:
        assert flag.cues and flag.countered_by and flag.not_when and flag.probe
        assert all(cue == cue.lower() for cue in flag.cues)
        for name in (*flag.absence, *flag.countered_by):
            known = {aspect for model in AnswerModel for aspect in heard_of(model)}
            assert name.partition(":")[0] in known or len(name.split()) > 3, name


DESIGN_THIN = ("goal", "users", "need", "choice", "measure", "reason")
DESIGN_SOLID = (*DESIGN_THIN, "goal:2", "segment:2", "need:2", "ideas", "measure:2", "holds")
DESIGN_STRONG = (
    *(*DESIGN_SOLID, "asked_data", "evidence", "users:2", "need_choice:2", "given_up:2", "first_version"),
    *("guardrail", "threshold", "reversal_point"),
)


@pytest.mark.parametrize(
    ("shown", "expected"), [((), 1.0), (DESIGN_THIN, 2.0), (DESIGN_SOLID, 3.0), (DESIGN_STRONG, 4.0)]
)
def test_what_is_heard_in_typical_designs_leads_to_their_levels(shown: tuple[str, ...], expected: float) -> None:
    assert score(Round.PRODUCT_SENSE, AnswerModel.DESIGN, *shown) == pytest.approx(expected, abs=0.2)


@pytest.mark.parametrize(
    ("model", "thin", "strong"),
    [
        (
            AnswerModel.METRICS,
            ("goal", "actions", "measure", "reason"),
            ("goal:2", "assumption", "actions:2", "evidence", "measure:2", "guardrail", "threshold", "updates"),
        ),
        (
            AnswerModel.CRITIQUE,
            ("job", "users", "gap", "change", "measure", "reason"),
            ("job:2", "users:2", "gap:2", "change:2", "evidence", "given_up:2", "first_version", "assumption", "holds"),
        ),
        (
            AnswerModel.STRATEGY,
            ("goal", "position", "choice", "risk", "reason"),
            ("goal:2", "position:2", "ideas", "evidence", "given_up:2", "sequence", "risk:2", "threshold:2", "holds"),
        ),
    ],
)
def test_other_product_questions_tell_thin_answers_from_strong_ones(
    model: AnswerModel, thin: tuple[str, ...], strong: tuple[str, ...]
) -> None:
    assert score(Round.PRODUCT_SENSE, model, *thin) == pytest.approx(2, abs=0.2)
    assert score(Round.PRODUCT_SENSE, model, *thin, *strong) >= 3.5


@pytest.mark.parametrize(
    ("model", "thin", "strong"),
    [
        (
            AnswerModel.EXPLAIN,
            ("mechanism", "limit", "user_effect"),
            ("short_answer:2", "audience", "mechanism:2", "evidence:2", "limit:2", "admits_limit", "user_effect:2"),
        ),
        (
            AnswerModel.SYSTEM,
            ("requirement", "flow", "failure", "user_effect"),
            (
                "quality",
                "asked_data",
                "scale:2",
                "flow:2",
                "interface:2",
                "failure:2",
                "threshold",
                "user_effect:2",
                "rollout",
            ),
        ),
        (
            AnswerModel.DEBUG,
            ("check_measure", "causes", "fix"),
            ("shape", "split:2", "causes:2", "asked_data", "test:2", "prevent", "admits_limit", "fix:2"),
        ),
        (
            AnswerModel.PRIORITIZE,
            ("goal", "ranking", "given_up", "told_no"),
            (
                "criteria",
                "assumption",
                "facts_used",
                "ranking:2",
                "sound_arithmetic",
                "given_up:2",
                "sensitivity",
                "told_no:2",
            ),
        ),
    ],
)
def test_technical_questions_tell_thin_answers_from_strong_ones(
    model: AnswerModel, thin: tuple[str, ...], strong: tuple[str, ...]
) -> None:
    assert score(Round.TECHNICAL, model) == 1.0
    assert score(Round.TECHNICAL, model, *thin) == pytest.approx(2, abs=0.25)
    assert score(Round.TECHNICAL, model, *thin, *strong) == pytest.approx(4, abs=0.25)


def test_not_knowing_and_saying_how_to_find_out_speaks_for_a_candidate() -> None:
    knows = ("flow:2", "failure:2")
    more = score(Round.TECHNICAL, AnswerModel.SYSTEM, *knows, "failure", "admits_limit")
    assert more > score(Round.TECHNICAL, AnswerModel.SYSTEM, *knows, "failure")
