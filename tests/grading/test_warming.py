"""A warm-up gives one thing back that was done, and one that was missing."""

from dataclasses import replace

from interviewsim.domain.scorecard import Seen
from interviewsim.grading.warming import Warmed, warmed
from tests.doubles.stage import RUBRIC, scorecard


def test_the_hardest_item_that_was_shown_comes_with_its_words() -> None:
    found = warmed(scorecard(), RUBRIC)
    assert found.done == "Says when or where it happened."
    assert found.words is not None
    assert found.words.quote.startswith("In March")


def test_the_easiest_item_that_was_not_found_comes_with_what_would_show_it() -> None:
    found = warmed(scorecard(), RUBRIC)
    assert found.missing == "Weighs an option that was not taken."
    assert found.to_say.startswith("Name the option you turned down")


def test_nothing_is_made_up_where_nothing_was_judged() -> None:
    silent = replace(scorecard(), criteria=tuple(replace(one, level=None) for one in scorecard().criteria))
    assert warmed(silent, RUBRIC) == Warmed()


def test_where_everything_was_shown_nothing_is_missing() -> None:
    criteria = tuple(
        replace(one, items=tuple(replace(item, seen=Seen.YES) for item in one.items)) for one in scorecard().criteria
    )
    assert warmed(replace(scorecard(), criteria=criteria), RUBRIC).missing == ""
