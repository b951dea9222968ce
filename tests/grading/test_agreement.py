import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewsim.grading.agreement import bias, exact, f1, figure, kappa, slope, spearman, whole, within_one

levels = st.integers(1, 5).map(float)
pairs = st.lists(st.tuples(levels, levels), min_size=3, max_size=25)


def test_kappa_is_what_a_hand_computes() -> None:
    # observed 0+0+1+4 = 5; by chance, over all sixteen pairings of a grade with a code, 28 / 4 = 7
    assert kappa([(1, 1), (2, 2), (3, 2), (2, 4)]) == pytest.approx(1 - 5 / 7)
    assert kappa([(1, 1), (3, 3), (5, 5)]) == 1
    assert kappa([(1, 5), (5, 1)]) == -1


def test_what_does_not_vary_has_no_agreement_to_measure() -> None:
    assert kappa([(3, 3), (3, 3)]) is None
    assert spearman([(1, 2), (1, 3), (1, 4)]) is None
    assert slope([(2, 1), (2, 2), (2, 3)]) is None
    assert [measure([]) for measure in (exact, within_one, bias, f1, spearman)] == [None] * 5


def test_ranks_of_equals_are_shared() -> None:
    assert spearman([(1, 1), (2, 2), (2, 2), (4, 3)]) == pytest.approx(1)
    assert spearman([(1, 3), (2, 2), (3, 1)]) == pytest.approx(-1)


def test_shares_biases_slopes_and_f1_are_plain_arithmetic() -> None:
    found = [(2.5, 3.0), (1.4, 3.0), (4.0, 4.0)]
    assert exact(found) == pytest.approx(2 / 3)
    assert within_one(found) == pytest.approx(2 / 3)
    assert bias(found) == pytest.approx(-0.7)
    assert slope([(0, 1), (1, 3), (2, 5)]) == 2
    assert f1([(1, 1), (1, 0), (0, 1), (0, 0)]) == 0.5


@pytest.mark.parametrize(("score", "level"), [(0.0, 1), (1.49, 1), (1.5, 2), (4.5, 5), (7, 5)])
def test_a_score_is_its_nearest_whole_level(score: float, level: int) -> None:
    assert whole(score) == level


@given(pairs, st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_no_measure_depends_on_order(found: list[tuple[float, float]], random: object) -> None:
    shuffled = sorted(found, reverse=True)
    for measure in (kappa, spearman, exact, within_one, bias, f1):
        one, other = measure(found), measure(shuffled)
        assert one == other or one == pytest.approx(other)


@given(pairs)
@settings(max_examples=10, deadline=None)
def test_an_interval_is_the_same_every_time_and_holds_together(found: list[tuple[float, float]]) -> None:
    first = figure(bias, found)
    assert first == figure(bias, found)
    assert first.low is not None
    assert first.high is not None
    assert first.low <= first.high
    assert first.n == len(found)
