import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewsim.domain.move import Move
from interviewsim.domain.scorecard import GraderName, Scorecard
from interviewsim.reports import report
from interviewsim.reports.layout import NARROWEST, cells, padded, wrapped
from interviewsim.reports.text import scorecard_text
from tests.golden.samples import SCORECARD
from tests.reports.sessions import EMPTY, GRADED, UNDER_WAY, UNGRADED, exchange, graded, graded_twice, saying
from tests.transcripts.values import any_text, instances_of

STEERING = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if line == line.upper() and line.strip(" ▰▱") and line[0].isalpha()]


def test_a_debrief_is_read_from_the_verdict_down_to_who_graded() -> None:
    assert headings(report(GRADED, "text")) == [
        "LAST TIME'S CHANGE",
        "FOR",
        "AGAINST",
        "TURNING POINT",
        "THE ONE CHANGE",
        "CRITERIA",
        "ANSWERS",
        "WHAT COST YOU",
        "FLAGS",
        "SKILLS",
        "DELIVERY, NEVER PART OF A SCORE",
        "PACING, NEVER PART OF A SCORE",
        "COVERAGE",
        "AT EVERY LEVEL",
        "GRADED BY",
        "TRANSCRIPT",
    ]


def test_the_offline_grader_is_called_what_it_is() -> None:
    assert "rule-based offline grader" in scorecard_text(SCORECARD)
    model = replace(SCORECARD, grader=GraderName("llm", "small-8b", "sha256:1", "generic/behavioral@sha256:2"))
    assert "rule-based" not in scorecard_text(model)
    assert "language model small-8b" in scorecard_text(model)


def test_every_report_of_a_grade_says_that_it_is_for_practice() -> None:
    assert "Practice only" in scorecard_text(SCORECARD)
    assert "Practice only" in report(GRADED, "text")


def test_a_session_without_a_grade_tells_its_transcript_and_how_to_grade_it() -> None:
    text = report(UNGRADED, "text")
    assert "interviewsim grade 20261123T140512-behavioral-7k3f" in text
    assert "Thank you, that was our time." in text
    assert "CRITERIA" not in text


def test_a_session_in_which_nothing_was_said_says_so() -> None:
    assert "Nothing was said." in report(EMPTY, "text")


def test_earlier_grades_are_named_and_the_newest_is_told() -> None:
    text = report(graded_twice(), "text")
    assert text.index("No hire at Senior") < text.index("OTHER GRADES") < text.index("1. Hire at PM")


def test_damage_is_told_at_the_top() -> None:
    text = report(UNGRADED, "text", damage=["line 7: `text` is missing"])
    assert text.splitlines()[3] == "Damaged: line 7: `text` is missing"


def test_a_criterion_without_a_level_says_why_and_draws_no_bar() -> None:
    (line,) = [line for line in scorecard_text(SCORECARD).splitlines() if "Empathy" in line]
    assert "not scored: not reached" in line
    assert "▱" not in line


def test_a_single_level_is_told_as_one() -> None:
    assert "3.0 of 5, level 3\n" in scorecard_text(replace(SCORECARD, score=3.0, level_range=(3, 3)))


def test_without_a_score_the_headline_stands_alone() -> None:
    text = scorecard_text(replace(SCORECARD, score=None, level_range=None, verdict=None, headline="No verdict."))
    assert text.splitlines()[:2] == ["No verdict.", ""]


@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_line_is_wider_than_asked_for(width: int) -> None:
    for transcript in (GRADED, UNGRADED, UNDER_WAY, graded_twice()):
        lines = report(transcript, "text", width=width).splitlines()
        assert max(cells(line) for line in lines if "interviewsim grade" not in line) <= width


@given(any_text)
def test_nothing_that_steers_a_terminal_is_ever_printed(text: str) -> None:
    told = report(saying(text), "text", title=text, damage=[text])
    assert not STEERING.intersection(unicodedata.category(char) for char in told if char != "\n")


@given(instances_of(Scorecard))
def test_every_scorecard_that_a_file_can_hold_is_printed_without_a_crash(card: Scorecard) -> None:
    for told in (scorecard_text(card), report(graded(card), "text")):
        assert not STEERING.intersection(unicodedata.category(char) for char in told if char != "\n")


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Z"))), st.integers(0, 60))
def test_wrapping_keeps_every_word_and_the_width(text: str, width: int) -> None:
    lines = list(wrapped(text, width, "* "))
    assert all(cells(line) <= max(width, NARROWEST) for line in lines)
    joined = "".join("".join(lines).removeprefix("*").split())
    assert joined == "".join(unicodedata.normalize("NFC", text).split())


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "Zs"))), st.integers(2, 30))
def test_a_column_is_as_wide_as_it_was_asked_to_be(text: str, width: int) -> None:
    assert cells(padded(text, width)) == width


def test_a_question_that_was_not_answered_lists_no_missing_parts() -> None:
    unanswered = replace(SCORECARD.answers[0], turns=(), type="none")
    text = scorecard_text(replace(SCORECARD, answers=(unanswered,)))
    assert "Not answered." in text
    assert "Situation" not in text


def test_an_interviewer_s_table_stays_aligned_and_a_candidate_s_gaps_do_not() -> None:
    table = "Lakes      Boats   Trips\nNorthern   12   310\nSouthern   1,140   9,870"
    told = exchange((Move.ASK, f"Look at this.\n\n{table}\n\nWhat do you see?", None), (None, table, None))
    lines = report(told, "text").split("\n")
    assert " " * 20 + "Northern   12   310" in lines
    assert " " * 20 + "Northern 12 310" in lines
