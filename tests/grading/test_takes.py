"""Which items a second answer gains and loses."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from interviewsim.domain.evidence import Evidence
from interviewsim.domain.scorecard import CriterionScore, ItemFinding, Scorecard, Seen
from interviewsim.domain.transcript import transcript_of
from interviewsim.grading.takes import Take, side_by_side
from tests.doubles.stage import PLAYED, RUBRIC, MemoryStage, scorecard

STAGE = MemoryStage()
TRANSCRIPT = transcript_of(STAGE.opened[PLAYED], STAGE.journals[PLAYED].entries)


def take(card: Scorecard, turn: int = 3) -> Take:
    said = TRANSCRIPT.turn(turn)
    assert said is not None
    return Take(TRANSCRIPT, card, said)


def with_items(seen: set[str], turn: int = 3, level: int = 3) -> Scorecard:
    """The card with one criterion, of whose items these are seen in that turn."""
    items = tuple(
        ItemFinding(item.id, Seen.YES if item.id in seen else Seen.NO, (0,) if item.id in seen else ())
        for item in RUBRIC.criteria[1].items
    )
    words = (Evidence(turn, 0, 8, "In March"),)
    one: CriterionScore = replace(scorecard().criteria[1], items=items, evidence=words, level=level)
    return replace(scorecard(), criteria=(one,))


ITEMS = st.sets(st.sampled_from([item.id for item in RUBRIC.criteria[1].items]))


@given(ITEMS, ITEMS)
def test_what_one_gains_the_other_has_lost(before: set[str], now: set[str]) -> None:
    there = side_by_side(take(with_items(before)), take(with_items(now)))
    back = side_by_side(take(with_items(now)), take(with_items(before)))
    assert there.gained == back.lost
    assert there.lost == back.gained
    assert len(there.gained) == len(now - before)


def test_items_are_told_in_the_rubrics_words_with_the_words_that_show_them() -> None:
    takes = side_by_side(take(with_items(set())), take(with_items({"own_step"})))
    (gained,) = takes.gained
    assert gained.criterion == "Ownership"
    assert gained.text == "Names a step that was the candidate's own."
    assert gained.evidence is not None
    assert gained.evidence.quote == "In March"


def test_what_was_shown_in_another_answer_is_no_gain_in_this_one() -> None:
    takes = side_by_side(take(with_items(set())), take(with_items({"own_step"}, turn=7)))
    assert takes.gained == ()


def test_an_item_seen_at_the_lowest_level_was_there_before() -> None:
    lowest = with_items({"own_step"}, level=1)
    (one,) = lowest.criteria
    without = replace(one, items=tuple(replace(item, evidence=()) for item in one.items), evidence=())
    record = replace(lowest.answers[0], levels={"ownership": 1})
    takes = side_by_side(take(replace(lowest, criteria=(without,), answers=(record,))), take(with_items({"own_step"})))
    assert takes.gained == ()


def test_levels_are_those_of_this_answer_alone() -> None:
    first = replace(scorecard().answers[0], levels={"ownership": 2})
    second = replace(first, levels={"ownership": 4})
    cards = [replace(scorecard(), answers=(record, *scorecard().answers[1:])) for record in (first, second)]
    takes = side_by_side(take(cards[0]), take(cards[1]))
    assert [(one.name, one.first, one.second) for one in takes.levels] == [("Ownership", 2, 4)]


def test_what_both_reply_to_is_the_interviewers_turn_before() -> None:
    assert side_by_side(take(scorecard(), 5), take(scorecard(), 5)).asked.startswith("You said")
