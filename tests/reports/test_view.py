from dataclasses import replace

from hypothesis import given

from interviewsim.domain.evidence import Evidence
from interviewsim.domain.scorecard import Scorecard
from interviewsim.reports.view import view_of
from tests.golden.samples import ANSWERED, CUT, OWN_STEPS, PROBED, SCORECARD
from tests.reports.sessions import EMPTY, GRADED, UNDER_WAY, UNGRADED, graded, graded_twice
from tests.transcripts.values import instances_of


def test_marks_stand_where_the_quoted_words_are() -> None:
    marks = view_of(GRADED).turns[2].marks
    assert [(mark.criterion, mark.level, ANSWERED[mark.start : mark.end]) for mark in marks] == [
        ("Ownership", 3, OWN_STEPS.quote),
        ("Ownership", 3, CUT.quote),
    ]


def test_a_quote_that_is_not_in_the_stored_words_marks_nothing() -> None:
    wrong = Evidence(3, 0, 5, "Every")
    criteria = (replace(SCORECARD.criteria[0], evidence=(wrong, CUT)), *SCORECARD.criteria[1:])
    marks = view_of(graded(replace(SCORECARD, criteria=criteria))).turns[2].marks
    assert [mark.quote for mark in marks] == [CUT.quote]


def test_an_interviewer_s_turn_is_never_marked() -> None:
    misplaced = Evidence(4, 0, len(PROBED), PROBED)
    criteria = (replace(SCORECARD.criteria[0], evidence=(misplaced,)), *SCORECARD.criteria[1:])
    assert view_of(graded(replace(SCORECARD, criteria=criteria))).turns[3].marks == ()


def test_the_newest_grade_is_the_one_that_is_told() -> None:
    view = view_of(graded_twice())
    assert [grade.grade for grade in view.grades] == [1, 2]
    assert view.newest is not None
    assert view.newest.score == 2.2


def test_facts_say_who_when_how_long_and_how_it_ended() -> None:
    assert view_of(GRADED).facts == (
        "Behavioral",
        "Generic product loop",
        "PM",
        "short, coach",
        "2026-11-23 14:05 UTC",
        "4:00 of 25:00",
        "ended early",
    )
    assert view_of(UNDER_WAY).facts[-1] == "not finished"
    assert view_of(EMPTY).facts[1] == "generic"


def test_facts_do_not_repeat_what_the_title_says() -> None:
    assert view_of(GRADED, "Behavioral · Generic product loop").facts[0] == "PM"


def test_a_title_given_later_stands_in_for_the_first() -> None:
    assert view_of(UNGRADED).title == "Behavioral at Generic"
    assert view_of(UNGRADED, "The night sync").title == "The night sync"


@given(instances_of(Scorecard))
def test_every_scorecard_that_a_file_can_hold_has_a_view_with_only_the_stored_words(card: Scorecard) -> None:
    view = view_of(graded(card))
    for turn in view.turns:
        assert all(turn.text[mark.start : mark.end] == mark.quote for mark in turn.marks)
