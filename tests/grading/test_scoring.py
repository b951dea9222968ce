"""Items to levels, levels to a score, a score to a verdict."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewsim.domain.evidence import Evidence
from interviewsim.domain.rubric import Criterion, Item, Rubric, Severity, Verdict
from interviewsim.domain.scorecard import Basis, CriterionScore, FlagFound, Seen
from interviewsim.domain.terms import Level, Round, Skill
from interviewsim.grading.ports import ItemSeen
from interviewsim.grading.scoring import coverage_of, level_of, mean_level, score_of, skill_profile, verdict_of

ITEMS = tuple(Item(f"i{level}{letter}", level, "text") for level in (2, 3, 4, 5) for letter in "ab")
YES, NO, UNCLEAR = (ItemSeen(seen) for seen in (Seen.YES, Seen.NO, Seen.UNCLEAR))


def scored(id_: str, level: int | None, weight: float = 0.5) -> CriterionScore:
    evidence = (Evidence(2, 0, 1, "x"),) if level and level > 1 else ()
    return CriterionScore(id_, id_, weight, level, Basis.EVIDENCE if evidence else None, None, evidence=evidence)


def rubric(*, must_have: bool = False) -> Rubric:
    both = tuple(
        Criterion(id_, id_, "", 50, {Skill.EMPATHY: 100}, {}, (), {}, must_have=must_have and id_ == "a")
        for id_ in "ab"
    )
    return Rubric("generic", Round.BEHAVIORAL, both)


def test_the_level_is_the_highest_with_all_items_up_to_it_seen() -> None:
    seen = {item.id: YES for item in ITEMS} | {"i4b": NO}
    assert level_of(ITEMS, seen, 5) == 3


def test_nothing_above_the_graders_top_is_given() -> None:
    assert level_of(ITEMS, {item.id: YES for item in ITEMS}, 4) == 4


def test_an_item_nobody_can_tell_does_not_stop_the_count_but_earns_nothing_alone() -> None:
    seen = {item.id: YES for item in ITEMS} | {"i3a": UNCLEAR, "i4a": UNCLEAR, "i4b": UNCLEAR}
    assert level_of(ITEMS, seen, 5) == 3


@given(st.lists(st.sampled_from([YES, NO, UNCLEAR]), min_size=8, max_size=8), st.integers(0, 7))
def test_seeing_one_item_more_never_lowers_the_level(verdicts: list[ItemSeen], more: int) -> None:
    seen = {item.id: verdict for item, verdict in zip(ITEMS, verdicts, strict=True)}
    better = seen | {ITEMS[more].id: YES}
    assert level_of(ITEMS, better, 5) >= level_of(ITEMS, seen, 5)


@pytest.mark.parametrize(("levels", "mean"), [([3], 3), ([3, 4], 4), ([2, 4], 3), ([1, 1, 4], 2), ([1, 1, 2], 1)])
def test_over_several_answers_a_half_is_rounded_up(levels: list[int], mean: int) -> None:
    assert mean_level(levels) == mean


def test_the_score_is_weighted_over_what_was_scored_and_coverage_says_how_much_that_is() -> None:
    criteria = [scored("a", 4, 0.2), scored("b", 2, 0.6), scored("c", None, 0.2)]
    assert score_of(criteria) == 2.5
    assert coverage_of(criteria) == 0.8
    assert score_of([scored("a", None)]) is None


@pytest.mark.parametrize(
    ("levels", "score", "verdict"),
    [
        ((4, 4), 4.0, Verdict.STRONG_HIRE),
        ((5, 2), 3.9, Verdict.HIRE),
        ((3, 3), 3.0, Verdict.HIRE),
        ((3, 2), 2.5, Verdict.NO_HIRE),
        ((1, 2), 1.5, Verdict.STRONG_NO_HIRE),
    ],
)
def test_the_verdict_follows_the_bar(levels: tuple[int, int], score: float, verdict: Verdict) -> None:
    criteria = [scored("a", levels[0]), scored("b", levels[1])]
    assert verdict_of(score, 3.0, criteria, rubric(), [], Level.PM) is verdict


def test_a_must_have_at_the_lowest_level_or_a_critical_flag_caps_the_verdict() -> None:
    criteria = [scored("a", 1), scored("b", 5)]
    assert verdict_of(3.4, 3.0, criteria, rubric(must_have=True), [], Level.PM) is Verdict.NO_HIRE
    flag = FlagFound("no_users", Severity.CRITICAL, probed=False)
    assert verdict_of(3.4, 3.0, criteria, rubric(), [flag], Level.PM) is Verdict.NO_HIRE
    assert verdict_of(3.4, 3.0, criteria, rubric(), [], Level.PM) is Verdict.HIRE


def test_a_skill_that_no_criterion_carries_stays_open() -> None:
    profile = skill_profile(rubric(), [scored("a", 4), scored("b", 2)])
    assert profile[Skill.EMPATHY] == 3.0
    assert profile[Skill.TECHNICAL] is None
