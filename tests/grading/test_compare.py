"""What two grades differ by, and why; and one grade at every level."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewsim.domain.rubric import Rubric, Severity, Verdict
from interviewsim.domain.scorecard import (
    Basis,
    CriterionScore,
    FlagFound,
    GraderName,
    ItemFinding,
    Scorecard,
    Seen,
    Unscored,
    UnscoredReason,
)
from interviewsim.domain.terms import Level, Mode, Round
from interviewsim.grading.compare import Because, Comparison, Side, compare
from interviewsim.grading.levels import level_reads, told
from interviewsim.grading.scoring import coverage_of, score_of, verdict_of
from tests.doubles import shipped

RUBRIC, PACK = shipped.ruler().rubric, shipped.ruler().pack
EVEN = {criterion.id: 3 for criterion in RUBRIC.criteria}


def card(
    levels: Mapping[str, int | None],
    rubric: Rubric = RUBRIC,
    level: Level = Level.PM,
    session: str | None = "one",
    flags: tuple[FlagFound, ...] = (),
    model: str | None = None,
) -> Scorecard:
    """A card whose figures follow from its levels, as the grader's do."""
    criteria = tuple(
        CriterionScore(
            one.id,
            one.name,
            one.weight / 100,
            levels[one.id],
            Basis.EVIDENCE if levels[one.id] else None,
            None if levels[one.id] else Unscored(UnscoredReason.NOT_REACHED, "Never asked."),
            tuple(
                ItemFinding(item.id, Seen.YES if item.level <= (levels[one.id] or 0) else Seen.NO) for item in one.items
            ),
        )
        for one in rubric.criteria
    )
    score = score_of(criteria)
    verdict = verdict_of(score, PACK.bar[level], criteria, rubric, flags, level) if score else None
    name = GraderName("llm" if model else "offline", model, None, rubric.name)
    coverage = coverage_of(criteria)
    return Scorecard(
        Round.BEHAVIORAL, "generic", level, Mode.REALISTIC, name, score, None, coverage, verdict, "",
        None, None, None, None, criteria, (), flags, {}, 0, {}, {}, session=session,
    )  # fmt: skip


def because(found: Comparison, criterion: str) -> set[Because]:
    return {reason.because for one in found.criteria if one.id == criterion for reason in one.reasons}


def reweighted(**weights: int) -> Rubric:
    return replace(
        RUBRIC, criteria=tuple(replace(one, weight=weights.get(one.id, one.weight)) for one in RUBRIC.criteria)
    )


def least(rubric: Rubric, criterion: str, needed: Mapping[Level, int]) -> Rubric:
    changed = tuple(replace(one, least=needed) if one.id == criterion else one for one in rubric.criteria)
    return replace(rubric, criteria=changed)


def test_a_grade_compared_with_itself_differs_in_nothing() -> None:
    side = Side(card(EVEN), RUBRIC, PACK)
    found = compare(side, side)
    assert found.score.difference == 0
    assert found.verdict_reasons == ()
    assert all(one.alike and not one.reasons for one in found.criteria)


def test_an_item_decided_differently_is_the_reason_with_its_text() -> None:
    found = compare(Side(card(EVEN), RUBRIC, PACK), Side(card(EVEN | {"results": 4}), RUBRIC, PACK))
    assert because(found, "results") == {Because.ITEM}
    (results,) = [one for one in found.criteria if one.id == "results"]
    assert (results.first, results.second, results.points) == (3, 4, 0.15)
    assert "Gives the outcome as a number." in results.reasons[0].text
    assert not because(found, "ownership")


def test_other_weights_are_told_and_make_the_rulers_part_of_the_score() -> None:
    levels = EVEN | {"ownership": 5}
    other = reweighted(ownership=40, judgment=0)
    found = compare(Side(card(levels), RUBRIC, PACK), Side(card(levels, other), other, PACK))
    assert because(found, "ownership") == {Because.WEIGHT}
    assert (found.score.by_levels, found.score.by_ruler) == (0.0, 0.4)


def test_an_anchor_and_an_item_put_differently_are_told_apart() -> None:
    first, *rest = RUBRIC.criteria
    changed = replace(first, anchors={**first.anchors, 3: "Else."}, items=(replace(first.items[0], text="Else."),))
    other = replace(RUBRIC, criteria=(changed, *rest))
    found = compare(Side(card(EVEN), RUBRIC, PACK), Side(card(EVEN, other), other, PACK))
    assert because(found, first.id) == {Because.ANCHOR, Because.ITEM_TEXT}


def test_a_criterion_that_only_one_ruler_has_is_told_and_one_not_scored_says_why() -> None:
    other = replace(RUBRIC, criteria=RUBRIC.criteria[1:])
    found = compare(Side(card(EVEN), RUBRIC, PACK), Side(card(EVEN | {"results": None}, other), other, PACK))
    assert because(found, RUBRIC.criteria[0].id) == {Because.CRITERION}
    assert Because.UNSCORED in because(found, "results")


def test_two_graders_and_two_sessions_are_reasons_of_their_own() -> None:
    second = card(EVEN | {"results": 2}, session="two", model="m-1")
    found = compare(Side(card(EVEN), RUBRIC, PACK), Side(second, RUBRIC, PACK))
    assert not found.same_words
    assert {Because.GRADER, Because.WORDS} <= because(found, "results")


def test_a_verdict_that_turns_names_the_bar_or_what_the_level_needs() -> None:
    first = Side(card(EVEN), RUBRIC, PACK)
    bar = compare(first, Side(card(EVEN, level=Level.SENIOR), RUBRIC, PACK))
    assert {reason.because for reason in bar.verdict_reasons} == {Because.BAR}
    scoped = least(RUBRIC, "ownership", {Level.PM: 4})
    needs = compare(first, Side(card(EVEN, scoped), scoped, PACK))
    assert [reason.because for reason in needs.verdict_reasons] == [Because.LEAST]
    assert "ownership" in needs.verdict_reasons[0].text


def test_a_ruler_that_is_gone_leaves_the_comparison_of_what_the_card_holds() -> None:
    found = compare(Side(card(EVEN)), Side(card(EVEN | {"results": 1})))
    assert because(found, "results") == {Because.ITEM}
    assert found.first.levels == ()


def test_a_card_without_a_score_is_compared_and_says_so() -> None:
    none = dict.fromkeys(EVEN)
    found = compare(Side(card(EVEN), RUBRIC, PACK), Side(card(none), RUBRIC, PACK))
    assert found.score.difference is None
    assert found.score.text == "B has no score."
    assert {reason.because for reason in found.verdict_reasons} == {Because.UNSCORED}


LEVELS = st.fixed_dictionaries({criterion.id: st.integers(1, 5) for criterion in RUBRIC.criteria})


@given(first=LEVELS, second=LEVELS)
def test_the_parts_of_a_difference_always_add_up_to_it(first: dict[str, int], second: dict[str, int]) -> None:
    one, other = card(first), card(second)
    found = compare(Side(one, RUBRIC, PACK), Side(other, RUBRIC, PACK)).score
    assert found.difference is not None
    assert found.by_levels is not None
    assert found.by_ruler is not None
    assert round(found.by_levels + found.by_ruler, 2) == found.difference
    assert abs(found.by_ruler) <= 0.06  # one ruler: nothing but rounding is left


@given(levels=LEVELS)
def test_the_read_at_the_cards_own_level_is_the_cards_verdict_and_no_higher_level_is_kinder(
    levels: dict[str, int],
) -> None:
    graded = card(levels)
    reads = {read.level: read for read in level_reads(graded, RUBRIC, PACK)}
    assert reads[Level.PM].verdict is graded.verdict
    order = list(Verdict)
    ranks = [order.index(reads[level].verdict) for level in Level]
    assert ranks == sorted(ranks, reverse=True)


def test_one_transcript_at_every_level_says_what_is_short_where() -> None:
    scoped = least(RUBRIC, "ownership", {Level.SENIOR: 4, Level.LEAD: 4, Level.DIRECTOR: 4, Level.VP: 4})
    graded = card(dict.fromkeys(EVEN, 4) | {"ownership": 3}, scoped)
    reads = level_reads(graded, scoped, PACK)
    assert told(reads, PACK.scale).startswith("Strong hire at APM and PM; No hire at Senior, Lead, Director")
    assert told(reads, PACK.scale).partition(": ")[2].startswith("ownership of the action"[:9])


@pytest.mark.parametrize("flags", [(FlagFound("blame", Severity.CRITICAL, probed=False),)])
def test_a_critical_flag_is_told_at_every_level(flags: tuple[FlagFound, ...]) -> None:
    reads = level_reads(card(EVEN, flags=flags), RUBRIC, PACK)
    assert all("critical flag" in read.why for read in reads)


def test_a_card_without_a_verdict_has_no_read() -> None:
    assert level_reads(replace(card(EVEN), verdict=None), RUBRIC, PACK) == ()
    assert told((), PACK.scale) == ""
