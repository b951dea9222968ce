from hypothesis import given
from hypothesis import strategies as st

from interviewsim.reading.tables import tables_in

TABLE = "Segment    Clinics  Churn\n---------------------\nSmall          900     4%\nLarge           40     1%"


def test_lines_in_columns_are_a_table_and_the_words_around_it_are_not() -> None:
    text = f"Here is what we know.\n\n{TABLE}\n\nWhat would you do?"
    assert [text[start:end] for start, end in tables_in(text)] == [TABLE]


def test_bars_make_columns_too() -> None:
    assert tables_in("a | b\n1 | 2") == ((0, 11),)


def test_one_line_with_a_gap_and_prose_are_no_table() -> None:
    assert tables_in("It fell.  Then it rose.") == ()
    assert tables_in("First this.\nThen that - and more.\n- one\n- two") == ()
    assert tables_in("") == ()


@given(st.text(alphabet="ab |-\n", max_size=60))
def test_tables_are_whole_lines_in_order(text: str) -> None:
    found = tables_in(text)
    for start, end in found:
        assert start == 0 or text[start - 1] == "\n"
        assert end == len(text) or text[end] == "\n"
        assert "\n" in text[start:end]
    assert list(found) == sorted(found)
