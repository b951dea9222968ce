"""Scripts: messages, commands, and the line that is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewsim.cli.script import Wait, parse_script
from interviewsim.engine.commands import Answer, Clarify, End, Hint, Skip
from interviewsim.errors import InvalidFile


def steps(text: str) -> list[object]:
    return [line.step for line in parse_script(text, "a.script")]


def test_messages_stand_apart_by_three_dashes_and_empty_ones_are_skipped() -> None:
    assert steps("one\n---\n\n---\ntwo\nlines\n") == [Answer("one"), Answer("two\nlines")]


def test_a_byte_order_mark_and_windows_line_ends_are_allowed() -> None:
    assert steps("\ufeffone\r\n---\r\ntwo\r\n") == [Answer("one"), Answer("two")]


def test_commands_at_the_start_of_a_message_come_before_its_text() -> None:
    text = "/wait 90s\n/clarify From work?\nThen I begin.\n---\n/hint\n---\n/skip\n---\n/end"
    expected = [Wait(90), Clarify("From work?"), Answer("Then I begin."), Hint(), Skip(), End()]
    assert steps(text) == expected


def test_two_slashes_begin_a_text_that_starts_with_one_and_a_backslash_keeps_the_dashes() -> None:
    assert steps("//etc was full.\n\\---\nSo I cleaned it.") == [Answer("/etc was full.\n---\nSo I cleaned it.")]


def test_a_slash_later_in_a_message_is_text() -> None:
    assert steps("I wrote\n/end\nthere.") == [Answer("I wrote\n/end\nthere.")]


@pytest.mark.parametrize("line", ["/quit", "/clarify", "/wait", "/wait soon", "/", "/HINT"])
def test_a_command_that_does_not_exist_is_named_with_its_line(line: str) -> None:
    with pytest.raises(InvalidFile, match=r"a\.script, line 3"):
        steps(f"fine\n---\n{line}\n")


@given(st.text())
def test_any_text_is_a_script_or_a_clear_refusal(text: str) -> None:
    try:
        assert all(line.line >= 1 for line in parse_script(text, "x"))
    except InvalidFile as error:
        assert "line" in error.message
