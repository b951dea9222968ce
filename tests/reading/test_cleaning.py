import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewsim.reading.cleaning import clean

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)
NASTY = "\x1b[]2J;0m\x07\x9b\x9c\\P(B=7c\r\n\t\u200b\u202e\ufe0f\U000e0041e\u0301a \ud800"
NASTY_TEXT = st.text(st.sampled_from(NASTY), max_size=60)


@given(ANY_TEXT | NASTY_TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY_TEXT | NASTY_TEXT)
def test_nothing_that_steers_or_hides_is_left(text: str) -> None:
    left = {unicodedata.category(char) for char in clean(text) if char not in "\n\t"}
    assert left.isdisjoint({"Cc", "Cf", "Co", "Cn", "Cs"})


@given(ANY_TEXT | NASTY_TEXT)
def test_what_is_kept_is_composed_and_can_be_encoded(text: str) -> None:
    assert unicodedata.is_normalized("NFC", clean(text))
    clean(text).encode("utf-8")


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_plain_typing_is_kept_as_it_is(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x1b[2Jb\x1b[1;31mc\x1b[0m", "abc"),
        ("\x1b]0;title\x07shown", "shown"),
        ("\x1b]8;;http://example.test\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b2Jx", "x"),
        ("cut off \x1b[38;5", "cut off "),
        ("two lines \x1b[3\nof it", "two lines \nof it"),
        ("\x1bPq#0\x1b\\after", "after"),
        ("\x1b(Bplain", "plain"),
        ("\x1b]0;never ended", "]0;never ended"),
        ("\x1bHello", "Hello"),
        ("nul\x00 and bell\x07", "nul and bell"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("trailing  \n  ", "trailing  \n  "),
        ("abc\u202edef\u202c", "abcdef"),
        ("ze\u200bro\ufeff width\u00ad", "zero width"),
        ("hidden\U000e0067\U000e0069", "hidden"),
        ("star \u2b50\ufe0f", "star \u2b50"),
        ("cafe\u0301", "café"),
        ("e\u200b\u0301", "é"),
        ("lone \ud83d half", "lone  half"),
        ("private \ue000", "private "),
        ("", ""),
    ],
)
def test_each_kind_of_hidden_text_goes(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_typing_with_dashes_quotes_and_accents_is_kept_as_it_is() -> None:
    typed = "\u201cHe\u2019d wait\u201d \u2013 caf\xe9, \u20ac40 \u2026 \xb112 %"
    assert clean(typed) == typed


@given(st.text(st.characters(min_codepoint=0xA0, max_codepoint=0x20AC), max_size=40))
def test_beyond_ascii_too_what_stays_is_composed_and_visible(text: str) -> None:
    kept = clean(text)
    assert unicodedata.is_normalized("NFC", kept)
    assert not {unicodedata.category(char) for char in kept if char != "\n"} & {"Cc", "Cf", "Co", "Cn", "Cs"}
