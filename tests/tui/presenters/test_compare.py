"""A comparison in words."""

from dataclasses import replace

from interviewsim.domain.scorecard import Scorecard
from interviewsim.grading.compare import Side, compare
from interviewsim.tui.presenters.compare import ONE_SESSION, TWO_SESSIONS, compare_view
from tests.doubles.stage import PACK, RUBRIC, scorecard

CARD = scorecard()


def side(card: Scorecard = CARD) -> Side:
    return Side(card, RUBRIC, PACK)


def test_a_higher_level_has_its_change_and_its_reasons() -> None:
    higher = tuple(replace(one, level=4) if one.id == "result" else one for one in CARD.criteria)
    view = compare_view(compare(side(), side(replace(CARD, session="other", criteria=higher))))
    result = next(one for one in view.criteria if one.name == "Result")
    assert (result.first, result.second, result.change, result.alike) == ("3", "4", "+1", False)
    assert result.reasons[0].startswith("Makes +")
    assert TWO_SESSIONS in view.summary


def test_one_session_judged_twice_says_that_the_words_are_the_same() -> None:
    view = compare_view(compare(side(), side(replace(CARD, grade=2))))
    assert ONE_SESSION in view.summary
    assert all(one.change == "same" for one in view.criteria)
    assert view.criteria[0].reasons == ("Nothing differs here.",)


def test_what_one_side_did_not_score_is_no_number() -> None:
    learned = tuple(replace(one, level=2) if one.id == "learning" else one for one in CARD.criteria)
    view = compare_view(compare(side(), side(replace(CARD, session="other", criteria=learned))))
    learning = next(one for one in view.criteria if one.name == "Learning")
    assert (learning.first, learning.second, learning.change) == ("-", "2", "not in both")
