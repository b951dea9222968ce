"""What is shown of a grade while it is made."""

from interviewsim.grading.together import CriterionJudged
from interviewsim.tui.gradings import Underway
from interviewsim.tui.presenters.grading import MAY_LEAVE, READING, TOGETHER, underway_brief, underway_lines


def test_before_the_first_criterion_it_says_that_the_round_is_read() -> None:
    assert underway_lines(None)[0] == READING
    assert underway_lines(Underway("s"))[0] == READING
    assert underway_brief(Underway("s")) == "grading…"


def test_a_criterion_stands_with_its_words_cut_to_a_line_and_never_with_a_level() -> None:
    long = "I moved the launch\nby a week " * 9
    lines = underway_lines(Underway("s", (CriterionJudged("Ownership", long), CriterionJudged("Result", "")), 3))
    assert lines[0] == "▰▰▱  2 of 3 criteria judged"
    assert "I moved the launch by a week" in lines[2]
    assert len(lines[2]) < 100
    assert lines[3].endswith("nothing in your words to rest on")
    assert lines[-1] == MAY_LEAVE


def test_once_all_are_judged_the_debrief_is_put_together() -> None:
    underway = Underway("s", (CriterionJudged("Ownership", "I did"),), 1)
    assert TOGETHER in underway_lines(underway)
    assert underway_brief(underway) == "grading… 1/1"
