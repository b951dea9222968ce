from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from interviewsim.tui.presenters.speech import MarginLine, Passage, Side, Speech
from interviewsim.tui.widgets.page import Page, RowKind
from interviewsim.tui.widgets.wrapping import set_out, wrapped

PRINTABLE = st.text(alphabet=st.characters(exclude_categories=("C", "Z"), include_characters=" \n"))


@given(PRINTABLE, st.integers(2, 40))
def test_wrapping_loses_nothing_but_blanks(text: str, width: int) -> None:
    rows = list(wrapped(text, width))
    kept = "".join(text[start:end] for start, end in rows)
    assert kept.replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert all(first[1] <= second[0] for first, second in pairwise(rows))


@given(st.text(alphabet="ab é漢\n "), st.integers(2, 20))
def test_no_row_is_wider_than_the_page(text: str, width: int) -> None:
    assert all(cell_len(text[start:end]) <= width for start, end in wrapped(text, width))


BRIEF = (
    "Kelpline rents rowing boats on forty lakes. Bookings fell by a tenth since May, and nobody changed the price.\n\n"
    "Lakes        Boats   Trips a day   Change since May   Complaints\n"
    "-----        -----   -----------   ----------------   ----------\n"
    "Northern        12           310               -2 %            4\n"
    "Southern     1,140         9,870              -11 %          206\n\n"
    "- First say how you would go about it, and what you would want to know before you look at any further figure.\n"
    "- Then take it from there."
)


def laid_out(text: str, width: int) -> list[str]:
    return [" " * row.indent + text[row.start : row.end] for row in set_out(text, width)]


def test_a_table_that_fits_stands_as_it_was_written() -> None:
    rows = laid_out(BRIEF, 70)
    assert [row for row in rows if row.startswith(("Lakes", "-----", "Northern", "Southern"))] == [
        line for line in BRIEF.split("\n") if line.startswith(("Lakes", "-----", "Northern", "Southern"))
    ]


def test_a_table_that_is_too_wide_is_cut_between_its_columns_and_stays_aligned() -> None:
    rows = laid_out(BRIEF, 57)
    first = rows.index("Lakes        Boats   Trips a day   Change since May")
    assert rows[first : first + 8] == [
        "Lakes        Boats   Trips a day   Change since May",
        "    Complaints",
        "-----        -----   -----------   ----------------",
        "    ----------",
        "Northern        12           310               -2 %",
        "             4",
        "Southern     1,140         9,870              -11 %",
        "           206",
    ]


def test_the_rows_of_an_item_hang_under_its_words() -> None:
    rows = laid_out(BRIEF, 40)
    item = rows.index("- First say how you would go about it,")
    assert rows[item + 1].startswith("  and what")
    assert rows[-1] == "- Then take it from there."


@given(st.text(alphabet="ab é漢|-1.\n   ", max_size=90), st.integers(8, 40))
def test_set_out_text_is_whole_and_never_too_wide(text: str, width: int) -> None:
    rows = list(set_out(text, width))
    kept = "".join(text[row.start : row.end] for row in rows)
    assert sorted(kept.replace(" ", "")) == sorted(text.replace(" ", "").replace("\n", ""))
    assert all(row.indent + cell_len(text[row.start : row.end]) <= width for row in rows)


def test_only_an_interviewer_shows_tables() -> None:
    page = Page(width=40)
    page.fill([Speech(side, "", BRIEF, turn=turn) for turn, side in enumerate((Side.INTERVIEWER, Side.CANDIDATE), 1)])
    assert any(row.indent for row in page.rows if row.speech == 0)
    assert not any(row.indent for row in page.rows if row.speech == 1)


def test_the_row_of_a_quote_is_found_after_any_change_of_width() -> None:
    page = Page(width=90)
    page.fill([Speech(Side.CANDIDATE, "You", "one two three four five " * 40, turn=turn) for turn in (1, 2, 3)])
    offset = page.speeches[1].text.index("five", 500)
    for width in (90, 40, 61):
        page.width = width
        page.lay_out()
        row = page.rows[page.row_of(2, offset)]
        assert page.speeches[row.speech].turn == 2
        assert row.start <= offset <= row.end


def test_growing_a_speech_touches_nothing_before_it() -> None:
    page = Page(width=40)
    page.fill([Speech(Side.INTERVIEWER, "Dana", "first " * 30, turn=1)])
    before = list(page.rows)
    page.add(Speech(Side.INTERVIEWER, "Dana", "word"))
    for length in range(2, 30):
        page.replace_last(Speech(Side.INTERVIEWER, "Dana", "word " * length))
        assert page.rows[: len(before)] == before


def judged(lines: int, text: str = "a few words to judge") -> Speech:
    margin = tuple(MarginLine(0, (mark,), f"Criterion {mark}  3") for mark in range(lines))
    return Speech(Side.CANDIDATE, "You", text, 1, (Passage(0, 5, 0),), margin)


def test_lines_in_the_margin_stand_one_below_the_other() -> None:
    page = Page(width=110, margin=True)
    page.fill([judged(3)])
    beside = [row.beside.text for row in page.rows if row.kind is RowKind.TEXT and row.beside]
    assert beside == ["Criterion 0  3", "Criterion 1  3", "Criterion 2  3"]


def test_the_margin_is_as_wide_as_its_lines_and_gives_way_where_it_is_narrow() -> None:
    for width, margin in ((58, 0), (78, 16), (116, 16)):
        page = Page(width=width, margin=True)
        page.fill([judged(1)])
        assert page.margin_width == margin
    page = Page(width=116, margin=True)
    page.fill([Speech(Side.CANDIDATE, "You", "nothing judged", 1)])
    assert page.margin_width == 0


def test_without_a_width_nothing_is_laid_out_and_the_first_width_lays_out_everything() -> None:
    page = Page(width=0)
    page.fill([judged(0)])
    page.add(judged(0))
    page.replace_last(judged(0, "other words"))
    assert not page.rows
    page.width = 40
    page.lay_out()
    assert {row.speech for row in page.rows} == {0, 1}
