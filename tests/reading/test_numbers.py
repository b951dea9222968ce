import pytest

from interviewsim.reading.numbers import quantities


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it went from 61 to 70 percent in a month", "from 61 to 70 percent"),
        ("three of the five stores stayed", "three of the five"),
        ("a third of the drivers left", "a third"),
        ("orders doubled", "doubled"),
        ("we saved $4.5 million", "$4.5 million"),
        ("twenty-two people came", "twenty-two"),
        ("it fell by half", "by half"),
        ("a dozen calls", "a dozen"),
    ],
)
def test_quantities_are_found_in_digits_and_in_words(text: str, expected: str) -> None:
    assert expected in found(text)


@pytest.mark.parametrize("text", ["one time i called", "in 2024 we moved", "no one came", "this one day"])
def test_years_and_the_word_one_are_no_quantities(text: str) -> None:
    assert found(text) == []
