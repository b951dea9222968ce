"""Guesses beside grades."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from interviewsim.domain.events import SelfEstimate
from interviewsim.domain.rubric import Verdict
from interviewsim.grading.guesses import ENOUGH, Guess, gap_of
from tests.doubles.stage import scorecard


def guess(would: bool | None, verdict: Verdict | None, weakest: str | None = None) -> Guess:
    return Guess(SelfEstimate(would, weakest), replace(scorecard(), verdict=verdict))


GUESSES = st.lists(
    st.builds(
        guess,
        st.sampled_from([None, True, False]),
        st.sampled_from([None, *Verdict]),
        st.sampled_from([None, "judgment", "result", "learning", "gone"]),
    ),
    max_size=8,
)


@given(GUESSES)
def test_a_gap_is_told_only_where_there_are_enough_to_compare(guesses: list[Guess]) -> None:
    gap = gap_of(guesses)
    comparable = max(sum(one.hire is not None for one in guesses), sum(one.weakest is not None for one in guesses))
    assert (gap is not None) == (comparable >= ENOUGH)
    if gap:
        assert gap.text
        assert gap.hires[1] - gap.hires[0] == gap.kind + gap.hard


def test_a_guess_without_a_verdict_or_of_what_was_not_judged_is_neither_right_nor_wrong() -> None:
    assert guess(True, None).hire is None
    assert guess(None, Verdict.HIRE).hire is None
    assert guess(None, None, "learning").weakest is None


def test_any_criterion_at_the_lowest_level_is_the_weakest() -> None:
    assert guess(None, None, "judgment").weakest is True
    assert guess(None, None, "result").weakest is False


def test_it_says_on_which_side_the_candidate_errs() -> None:
    kind = gap_of([guess(True, Verdict.NO_HIRE)] * 2 + [guess(True, Verdict.HIRE)])
    hard = gap_of([guess(False, Verdict.STRONG_HIRE)] * 3)
    assert kind is not None
    assert hard is not None
    assert kind.text == "You guessed 1 of 3 verdicts. Where you were wrong, the grade was harder than you."
    assert hard.text.endswith("you were harder than the grade.")
