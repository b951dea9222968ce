import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewsim.reading.amounts import amounts_in
from interviewsim.reading.arithmetic import calculations_in


def checked(text: str) -> list[tuple[str, bool]]:
    return [(text[one.result[0] : one.result[1]], one.holds) for one in calculations_in(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("$144k", 144_000),
        ("110 thousand", 110_000),
        ("12.5 %", 0.125),
        ("3,55 percent", 0.0355),
        ("6,400 shops", 6_400),
        ("two and a half million", 2_500_000),
        ("sixty-one percent", 0.61),
        ("a dozen eggs", 12),
        ("three quarters of them", 0.75),
        ("one hundred and five", 105),
        ("half of the shops", 0.5),
        ("four point two percent", 0.042),
    ],
)
def test_an_amount_is_the_same_in_figures_and_in_words(text: str, value: float) -> None:
    assert [one.value for one in amounts_in(text)] == [pytest.approx(value)]


@pytest.mark.parametrize(
    "text",
    [
        "80,000 x 20% x $9 = $144k",
        "48k times 6 percent, so about 2,900",
        "If you divide 110 thousand by 9 that is roughly 12 thousand.",
        "20% of 48k is 9,600",
        "A third of ninety is thirty.",
        "two and a half million times four percent is one hundred thousand",
        "33,000 orders at $340 is 11.2 million a month",
        "6,400 shops times 5 orders a month is 32,000 orders",
        "12 of 40, so 30%",
        "100 - 20% = 80",
        "(120 + 80) * 3 = 600",
        "forty times thirty gives twelve hundred",
        "0.4*30+0.6*10 = 18",
        "Seventeen minus four is thirteen.",
    ],
)
def test_a_calculation_that_holds_within_rounding_holds(text: str) -> None:
    assert [holds for _, holds in checked(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "80,000 x 20% x $9 = $244k",
        "48k times 6 percent, so about 4,900",
        "dividing 110 thousand by 9 gives 15 thousand",
        "7 x 8 = 54",
        "20% of 48k is 6,900",
    ],
)
def test_a_slip_is_found_with_what_it_comes_to(text: str) -> None:
    (one,) = calculations_in(text)
    assert not one.holds
    assert one.computed != pytest.approx(one.stated, rel=0.02)


def test_a_chain_of_sums_is_followed_and_its_slip_is_the_last_one() -> None:
    told = "31% × 12.5% is about 3.9, plus 69% × 3.55% is 2.4, so {}: it's mix, not behavior."
    assert checked(told.format("6.3")) == [("3.9", True), ("2.4", True), ("6.3", True)]
    assert checked(told.format("9.3")) == [("3.9", True), ("2.4", True), ("9.3", False)]


@pytest.mark.parametrize(
    "text",
    [
        "We have 3 engineers and 2 designers, so 4 weeks.",
        "Churn went from 5.1 to 6.8 percent, up a third.",
        "Between 2023 and 2024 it was 12 percent.",
        "I would pick one or two of the five.",
        "It takes 10-20 minutes, so 3 people wait.",
        "24/7 support is 3 people",
    ],
)
def test_figures_side_by_side_are_no_wrong_calculation(text: str) -> None:
    assert all(holds for _, holds in checked(text))


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("0.12 times 240 is 28.80, plus 2.10 minus 20 is 10.90 for one customer.", ["28.80", "10.90"]),
        ("0.12 times 240 is 28.80, plus 2.10 is 30.90, minus 20 is 10.90.", ["28.80", "30.90", "10.90"]),
        ("352,000 times 0.55 is 193,600, and times 10.90 that is 2,110,240 a year", ["193,600", "2,110,240"]),
        ("172 minus 228 is minus 56 for each of them", ["56"]),
        ("172 - 228 = -56", ["56"]),
    ],
)
def test_one_may_go_on_from_a_result_and_end_below_zero(text: str, results: list[str]) -> None:
    assert [(found, holds) for found, holds in checked(text)] == [(one, True) for one in results]


def test_what_stands_beside_a_result_is_still_checked_on_its_own() -> None:
    assert checked("38% x 11.2 is 4.3, plus 62% x 4.7 is 3.9")[1] == ("3.9", False)


@given(st.text(max_size=200))
def test_no_text_is_too_odd(text: str) -> None:
    for one in calculations_in(text):
        assert 0 <= one.start < one.end <= len(text)
    for amount in amounts_in(text):
        assert 0 <= amount.start < amount.end <= len(text)


@given(st.integers(2, 9_000), st.integers(2, 900))
def test_a_right_product_holds_and_one_far_off_does_not(one: int, other: int) -> None:
    right = one * other
    assert checked(f"{one:,} x {other:,} = {right:,}") == [(f"{right:,}", True)]
    assert checked(f"{one:,} x {other:,} = {right * 2:,}") == [(f"{right * 2:,}", False)]


@given(
    st.lists(st.sampled_from(["31%", "x", "12", "=", "so", "about", "half of", "(", ")", "/", "0", "plus", "k", ","]))
)
def test_no_order_of_its_own_words_is_too_odd(words: list[str]) -> None:
    calculations_in(" ".join(words))


@pytest.mark.parametrize(
    "text",
    [
        "2,250 of them at minus 47 is about 106 thousand.",
        "0.6 times 85, minus 0.4 times 45, is 51 minus 18, 33.",
        "85x minus 47 times one minus x equals minus 14, so 132x is 33.",
    ],
)
def test_what_may_be_part_of_a_longer_calculation_is_not_called_wrong(text: str) -> None:
    assert not [one for one in calculations_in(text) if not one.holds]


@pytest.mark.parametrize(
    "text", ["12 times 4 is 90.", "40 percent of 200 is 90.", "3 x 50 is 400", "12 times 4 is 90, plus 10 crates"]
)
def test_what_stands_alone_is_still_called_wrong(text: str) -> None:
    assert [one.holds for one in calculations_in(text)] == [False]
