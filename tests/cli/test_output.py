"""What a grade's exit code says, and how text reaches a terminal."""

from dataclasses import replace

import pytest

from interviewsim.cli.output import exit_code, table
from interviewsim.domain.scorecard import Scorecard, Unscored, UnscoredReason
from tests.golden.samples import SCORECARD


def unscored(reason: UnscoredReason) -> Scorecard:
    first, *others = SCORECARD.criteria
    lost = replace(first, level=None, basis=None, unscored=Unscored(reason, "why"))
    return replace(SCORECARD, criteria=(lost, *others))


@pytest.mark.parametrize("reason", list(UnscoredReason))
def test_what_a_grader_lost_is_6_and_what_a_candidate_left_out_is_0(reason: UnscoredReason) -> None:
    lost = reason in {UnscoredReason.GRADER_FAILED, UnscoredReason.REFUSED, UnscoredReason.TRUNCATED}
    assert exit_code(unscored(reason)) == (6 if lost else 0)


@pytest.mark.parametrize(("score", "wanted", "code"), [(3.4, 3.4, 0), (3.4, 3.5, 7), (None, 0.0, 7), (3.4, None, 0)])
def test_a_score_under_the_wanted_one_is_7_and_so_is_none(score: float | None, wanted: float | None, code: int) -> None:
    assert exit_code(replace(SCORECARD, score=score), wanted) == code


def test_a_grade_that_is_not_whole_is_6_whatever_its_score() -> None:
    assert exit_code(unscored(UnscoredReason.REFUSED), 5.0) == 6


def test_a_tables_columns_stand_under_one_another_and_no_line_ends_in_blanks() -> None:
    assert table([{"a": "long one", "b": "x"}, {"a": "", "b": ""}], {"a": 2, "b": 2}).split("\n") == [
        "A         B",
        "long one  x",
        "",
    ]
