"""What the recruiter's and the executive's rubrics promise: separate slots, decidable levels, weights by skill."""

from collections import defaultdict
from collections.abc import Iterator

import pytest

from interviewsim.domain.aspect import Aspect, Handling
from interviewsim.domain.question import AnswerModel
from interviewsim.domain.rubric import Criterion, Item, Rubric
from interviewsim.domain.terms import Level, Round, Skill
from interviewsim.prompts.library import PromptLibrary
from interviewsim.reading.findings import Part, Signal
from interviewsim.rubrics.library import RubricLibrary
from tests.rubrics.files import PROMPTS, RUBRICS

LIBRARY = RubricLibrary([RUBRICS])
RUBRIC = {round_: LIBRARY.rubric("generic", round_) for round_ in (Round.SCREENING, Round.FINAL)}
QUESTIONS = {round_: PromptLibrary([PROMPTS]).questions(round_) for round_ in RUBRIC}
ANYWHERE = frozenset(
    {
        *(Aspect.REASON, Aspect.EVIDENCE, Aspect.ASSUMPTION, Aspect.PLAN, Aspect.ADMITS_LIMIT, Aspect.USER_EFFECT),
        *(Aspect.GIVEN_UP, Aspect.THRESHOLD, Aspect.CRITERIA, Aspect.TRADE_OFF, Aspect.FIRST_VERSION),
    }
)
"""Aspects that are looked for in an answer of any model."""
WANTED = {
    Round.SCREENING: (10, 10, 35, 15, 15, 15),
    Round.FINAL: (5, 10, 25, 35, 15, 10),
}
"""Percent of the round for each skill, in the order of `Skill`."""


@pytest.fixture(params=RUBRIC.values(), ids=[*RUBRIC])
def rubric(request: pytest.FixtureRequest) -> Rubric:
    assert isinstance(request.param, Rubric)
    return request.param


def names_of(item: Item) -> set[str]:
    """What an item looks for, without how clear it has to be."""
    return {signal.partition(":")[0] for signal in item.signal.split("|") if signal}


def signals_of(criterion: Criterion, *levels: int) -> Iterator[str]:
    for item in criterion.items:
        if item.level in levels:
            yield from names_of(item)


def level_of(criterion: Criterion, shown: set[str]) -> int:
    """The highest level with all items up to it among what was shown."""
    level = 1
    for wanted in (2, 3, 4, 5):
        items = [item for item in criterion.items if item.level == wanted]
        if not all(shown.intersection(names_of(item)) for item in items):
            break
        level = wanted
    return level


def criterion(round_: Round, criterion_id: str) -> Criterion:
    return next(one for one in RUBRIC[round_].criteria if one.id == criterion_id)


@pytest.mark.parametrize("round_", RUBRIC)
def test_the_skills_add_up_to_what_the_round_looks_for(round_: Round) -> None:
    total: dict[Skill, float] = defaultdict(float)
    for one in RUBRIC[round_].criteria:
        for skill, share in one.skills.items():
            total[skill] += one.weight * share / 100
    assert total == {skill: pytest.approx(points, abs=1) for skill, points in zip(Skill, WANTED[round_], strict=True)}


def test_what_each_round_judges() -> None:
    assert {one.id: one.weight for one in RUBRIC[Round.SCREENING].criteria} == {
        "pitch_clarity": 25,
        "motivation_fit": 20,
        "role_understanding": 20,
        "evidence_of_impact": 25,
        "professionalism": 10,
    }
    assert {one.id: one.weight for one in RUBRIC[Round.FINAL].criteria} == {
        "judgment": 20,
        "strategic_view": 20,
        "leadership": 15,
        "self_knowledge": 10,
        "own_questions": 15,
        "brevity": 10,
        "scope": 10,
    }


def test_rules_can_decide_every_item_up_to_level_four(rubric: Rubric) -> None:
    for one in rubric.criteria:
        assert [item.id for item in one.items if not item.signal and item.level < 5] == []
        assert any(not item.signal for item in one.items if item.level == 5), one.id


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
        assert len(set(one.anchors.values())) == 5


@pytest.mark.parametrize("round_", RUBRIC)
def test_every_criterion_of_a_slot_has_a_slot_and_questions_of_its_models(round_: Round) -> None:
    planned = LIBRARY.pack("generic").loop_round(round_)
    assert planned is not None
    slots = {phase.about for phase in planned.phases}
    for one in RUBRIC[round_].criteria:
        if one.tag:
            assert one.tag in slots
            asked = {question.answer_model for question in QUESTIONS[round_] if one.tag in question.tags}
            assert asked & set(one.applies_to)


@pytest.mark.parametrize("round_", RUBRIC)
def test_a_question_calls_for_what_its_slots_criterion_looks_for(round_: Round) -> None:
    for one in RUBRIC[round_].criteria:
        for question in QUESTIONS[round_]:
            if one.tag not in question.tags or AnswerModel.STAR is question.answer_model:
                continue
            needed = [names_of(item) for item in one.items if item.level < 5]
            known = {*question.parts, *ANYWHERE}
            assert all(known & names for names in needed), (one.id, question.id)


def test_a_criterion_for_stories_can_be_reached_by_what_a_story_shows() -> None:
    told = {*(part.value for part in Part), *(signal.value for signal in Signal)}
    handled = {handling.value for handling in Handling}
    for one in (criterion(Round.SCREENING, "evidence_of_impact"), criterion(Round.FINAL, "self_knowledge")):
        for item in one.items:
            if item.signal and item.level < 5:
                assert (told | handled) & names_of(item), item.id


@pytest.mark.parametrize(
    ("round_", "name", "shown", "level"),
    [
        (Round.SCREENING, "pitch_clarity", set(), 1),
        (Round.SCREENING, "pitch_clarity", {"past"}, 2),
        (Round.SCREENING, "pitch_clarity", {"present", "achievement"}, 3),
        (Round.SCREENING, "pitch_clarity", {"present", "achievement", "evidence", "offer"}, 4),
        (Round.SCREENING, "motivation_fit", {"reason"}, 2),
        (Round.SCREENING, "motivation_fit", {"why_here", "evidence"}, 3),
        (Round.SCREENING, "role_understanding", {"short_answer"}, 2),
        (Round.SCREENING, "role_understanding", {"mechanism", "limit", "user_effect"}, 4),
        (Round.SCREENING, "evidence_of_impact", {"own_step", "measure", "baseline"}, 2),
        (Round.FINAL, "judgment", {"reason", "risk"}, 1),
        (Round.FINAL, "judgment", {"headline", "reason", "given_up"}, 3),
        (Round.FINAL, "strategic_view", {"headline", "evidence", "risk", "assumption"}, 4),
        (Round.FINAL, "leadership", {"holds"}, 3),
        (Round.FINAL, "leadership", {"updates", "reversal_point"}, 4),
        (Round.FINAL, "leadership", {"corrects_premise"}, 4),
        (Round.FINAL, "self_knowledge", {"own_error", "specific_outcome", "changed_habit", "lesson"}, 4),
        (Round.FINAL, "own_questions", {"asked_two", "follows_up"}, 2),
        (Round.FINAL, "brevity", {"brief", "opens_with_point"}, 1),
        (Round.FINAL, "scope", {"next_step", "told_no"}, 3),
    ],
)
def test_what_is_heard_leads_to_a_level(round_: Round, name: str, shown: set[str], level: int) -> None:
    assert level_of(criterion(round_, name), shown) == level


def test_the_candidates_questions_are_judged_where_they_are_asked_and_nowhere_else() -> None:
    own = [one for rubric in RUBRIC.values() for one in rubric.criteria if one.phase]
    assert [one.id for one in own] == ["own_questions"]
    asking = {Handling.ASKED_TWO, Handling.SPECIFIC_QUESTION, Handling.FOLLOWS_UP}
    assert set(signals_of(own[0], 2, 3, 4)) == asking
    for rubric in RUBRIC.values():
        for one in rubric.criteria:
            assert one.phase or not asking & set(signals_of(one, 2, 3, 4)), one.id


def test_a_higher_level_needs_at_least_the_scope_of_the_one_below() -> None:
    least = criterion(Round.FINAL, "scope").least
    asked = [least.get(level, 1) for level in Level]
    assert asked == sorted(asked)
    assert asked[0] == 1 and asked[-1] > asked[1]


def test_flags_can_be_raised_countered_and_asked_about(rubric: Rubric) -> None:
    known = {*Part, *Signal, *Aspect, *Handling}
    for flag in rubric.flags:
        assert flag.cues and flag.countered_by and flag.probe and flag.not_when
        assert all(cue == cue.lower() for cue in flag.cues)
        for name in (*flag.absence, *flag.countered_by):
            assert name in known or len(name.split()) > 3, (flag.id, name)


def test_no_cue_of_a_flag_is_a_word_of_the_companys_own_brief(rubric: Rubric) -> None:
    brief = LIBRARY.pack("generic").brief.lower()
    assert [cue for flag in rubric.flags for cue in flag.cues if cue in brief] == []
