"""What scores can bear: their number, their spread, and no more."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from interviewsim.domain.history import HistoryRow
from interviewsim.domain.terms import Round
from interviewsim.tui.presenters.history import (
    Filter,
    filter_options,
    history_view,
    oldest_first,
    toggled,
    trend_of,
    trends,
)
from tests.doubles.stage import LEFT, PLAYED, history_rows

ROWS = history_rows()


def scored(*scores: float) -> list[HistoryRow]:
    """Newest first, as a history comes."""
    return [replace(ROWS[0], session=str(number), score=score) for number, score in enumerate(reversed(scores))]


def test_a_last_score_within_the_spread_before_it_is_no_change() -> None:
    rows = scored(2.0, 3.5, 3.0)
    assert "no change can be told" in trend_of(rows, rows[0]).told[1]


def test_a_last_score_outside_the_spread_is_said_to_be() -> None:
    assert "above all before" in trend_of(scored(2.0, 2.5, 3.0), scored(1.0)[0]).told[1]
    assert "below all before" in trend_of(scored(2.0, 2.5, 1.5), scored(1.0)[0]).told[1]


@given(st.lists(st.floats(1, 5), max_size=12))
def test_fewer_than_three_scores_are_never_called_a_trend(scores: list[float]) -> None:
    trend = trend_of(scored(*scores), ROWS[0])
    assert trend.enough == (len(scores) >= 3) == bool(trend.bars)
    if 0 < len(scores) < 3:
        assert "Not enough yet" in trend.told[1]


def test_scores_of_another_company_level_or_grader_are_of_another_ruler() -> None:
    own = scored(3.0, 3.1)
    others = [replace(own[0], company="meadow"), replace(own[0], level="vp"), replace(own[0], grader="some-model")]
    assert trend_of([*own, *others], own[0]).scores == (3.0, 3.1)


def test_takes_drills_and_gentle_rounds_stand_in_no_trend() -> None:
    own = scored(3.0, 3.1)
    apart = [
        replace(own[0], forked_from="other"),
        replace(own[0], length="drill"),
        replace(own[0], length="warm-up"),
        replace(own[0], mode="gentle"),
    ]
    assert trend_of([*apart, *own], own[0]).scores == (3.0, 3.1)


def test_each_round_is_measured_by_its_newest_ruler() -> None:
    rows = [replace(ROWS[0], company="meadow"), *ROWS[2:]]
    assert trends(rows)[Round.BEHAVIORAL].scores == (3.3,)


def test_words_and_choices_narrow_together() -> None:
    view = history_view(ROWS, Filter(state="finished", words="no hire"), None)
    assert [line.score for line in view.lines] == ["2.6", "2.8"]


def test_options_keep_the_other_choices() -> None:
    options = filter_options(ROWS, Filter(company="generic", words="x"))
    unfinished = next(option for option in options if "unfinished" in option.name)
    assert unfinished.filter == Filter(company="generic", state="unfinished", words="x")
    assert options[0].filter == Filter()


def test_an_empty_history_says_how_to_begin() -> None:
    assert "warm-up" in history_view((), Filter(), None).empty


def test_a_third_mark_takes_the_oldest_marks_place() -> None:
    assert toggled(("a", "b"), "c") == ("b", "c")
    assert toggled(("a", "b"), "a") == ("b",)


def test_the_older_of_two_marked_comes_first() -> None:
    assert oldest_first(ROWS, (PLAYED, LEFT)) == (LEFT, PLAYED)
