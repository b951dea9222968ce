import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from interviewsim.domain.events import Entry, InterviewerSaid, NotesKept
from interviewsim.domain.move import Move
from interviewsim.errors import InvalidFile
from interviewsim.transcripts.codec import encode_entry, encode_opened
from interviewsim.transcripts.record import MAX_BYTES, Damage, SessionFile, parse_session, read_session
from tests.golden.samples import ENTRIES, FOLLOWED, OPENED

FIRST = encode_opened(OPENED)
UNDER_WAY = ENTRIES[:15]
BAD = b'{"kind":"notes_kept","n":1\n'


def lines(entries: tuple[Entry, ...] = ENTRIES) -> list[bytes]:
    return [encode_entry(entry) for entry in entries]


def parsed(*parts: bytes) -> SessionFile:
    return parse_session(FIRST + b"".join(parts), "s.jsonl")


def without(*numbers: int) -> tuple[Entry, ...]:
    return tuple(entry for entry in ENTRIES if entry.n not in numbers)


def test_a_damaged_line_is_told_with_its_number_and_the_rest_stays_readable() -> None:
    content = lines()
    content[13] = content[13].replace(b'"text"', b'"test"')
    session = parsed(*content)
    assert session.damage == (Damage(15, "`text` is missing"),)
    assert session.problems == ("line 15: `text` is missing",)
    assert session.entries == without(14)
    assert session.transcript.finished


@pytest.mark.parametrize(
    ("junk", "problem"),
    [
        (b"\n", "is not JSON"),
        (b"\x00\xff\xfe\n", "is not UTF-8 text"),
        (b"\x00\x00\x00\n", "is not JSON"),
        (b"[]\n", "is not a JSON object"),
        (b'{"kind":"song_sung","n":4}\n', "`kind` is unknown: 'song_sung'"),
        (b"[" * 90_000 + b"\n", "is nested too deeply"),
    ],
)
def test_whatever_stands_in_a_line_is_damage_and_no_crash(junk: bytes, problem: str) -> None:
    content = lines()
    content[3] = junk
    session = parsed(*content)
    assert session.damage == (Damage(5, problem),)
    assert session.entries == without(4)


def test_a_line_that_stands_twice_counts_once() -> None:
    content = lines()
    session = parsed(*content[:5], content[4], *content[5:])
    assert session.entries == ENTRIES
    assert session.damage == (Damage(7, "`n` 5 stands after `n` 5", order=True),)


def test_lines_that_are_missing_are_told_where_they_should_stand() -> None:
    session = parsed(*lines(without(6, 7)))
    assert session.entries == without(6, 7)
    assert session.damage == (Damage(7, "`n` 8 follows `n` 5: lines are missing", order=True),)


def test_a_turn_keeps_its_number_although_an_earlier_one_is_lost() -> None:
    content = lines()
    content[8] = BAD
    told = parsed(*content).transcript
    followed = told.turn(5)
    assert followed is not None
    assert followed.text == FOLLOWED
    assert told.turn(3) is None
    assert told.turn(99) is None


def test_an_unfinished_session_can_be_resumed() -> None:
    assert parsed(*lines(UNDER_WAY)).cannot_resume == ""
    assert parsed(*lines(UNDER_WAY), b'{"kind":').cannot_resume == ""


def test_a_finished_session_cannot_be_resumed() -> None:
    assert parsed(*lines()).cannot_resume == "The round is over."


def test_a_session_without_its_plan_cannot_be_resumed() -> None:
    assert "plan" in parsed().cannot_resume
    assert "plan" in parsed(BAD, *lines(UNDER_WAY[1:])).cannot_resume


def test_a_damaged_line_that_held_nothing_said_does_not_keep_a_session_from_being_resumed() -> None:
    content = lines(UNDER_WAY)
    content[5] = BAD
    assert parsed(*content).cannot_resume == ""


@pytest.mark.parametrize("lost", [8, 13, 14])
def test_a_damaged_line_that_may_have_held_something_said_does(lost: int) -> None:
    content = lines(UNDER_WAY)
    content[lost] = BAD
    assert parsed(*content).cannot_resume == f"Line {lost + 2} is damaged and may have held something that was said."


def test_an_order_that_cannot_be_trusted_keeps_a_session_from_being_resumed() -> None:
    swapped = lines(UNDER_WAY)
    swapped[5], swapped[6] = swapped[6], swapped[5]
    assert parsed(*swapped).cannot_resume
    assert parsed(*lines(UNDER_WAY[:5] + UNDER_WAY[7:])).cannot_resume


def test_what_is_added_after_a_damaged_last_line_may_take_its_number() -> None:
    content = lines()
    content[-1] = BAD
    added = replace(ENTRIES[-1], event=NotesKept("later"))
    session = parsed(*content, encode_entry(added))
    assert [damage.order for damage in session.damage] == [False]
    assert session.entries[-1] == added


def test_two_readings_of_the_same_bytes_are_equal() -> None:
    assert parsed(*lines()) == parsed(*lines())


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"no newline", "has no whole first line"),
        (b"\n\n", "line 1 is not JSON"),
        (b"\x7fELF\x02\x01\n\xff", "line 1 is not JSON"),
        (b"\xff\xfe{\x00\n", "line 1 is not UTF-8 text"),
        (b'{"id": "g1"}\n', "line 1 does not begin with `session_opened`"),
        (FIRST.replace(b'"pm"', b'"emperor"'), "line 1 `level` should be one of apm, pm, senior"),
        (FIRST.replace(b'"schema":1', b'"schema":2'), r"newer version of interviewsim \(schema 2\)"),
        (FIRST.replace(b'"schema":1', b'"schema":"x"'), "line 1 `schema` should be 1"),
    ],
)
def test_what_is_no_session_is_refused_in_a_sentence(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "s.jsonl"
    path.write_bytes(content)
    with pytest.raises(InvalidFile, match=says) as caught:
        read_session(path)
    assert caught.value.message.startswith("s.jsonl ")
    assert caught.value.message.endswith(".")


def test_a_folder_a_missing_file_and_a_name_that_is_none_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.jsonl", tmp_path / "a\0b.jsonl"):
        with pytest.raises(InvalidFile):
            read_session(path)


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are POSIX")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "s.jsonl")
    with pytest.raises(InvalidFile, match="not a file"):
        read_session(tmp_path / "s.jsonl")


def test_a_file_larger_than_any_session_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(InvalidFile, match="larger than 64 MB"):
        read_session(path)


def test_a_session_of_thousands_of_turns_is_read_whole() -> None:
    many = [Entry(n, "", 0.0, InterviewerSaid(n, "Go on.", Move.NUDGE, None)) for n in range(1, 3001)]
    assert len(parsed(*(encode_entry(entry) for entry in many)).transcript.turns) == 3000
