import json
import math
import typing
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewsim.domain.events import (
    CandidateSaid,
    Entry,
    Graded,
    Live,
    NotesKept,
    SaidAs,
    SessionOpened,
)
from interviewsim.domain.scorecard import Scorecard
from interviewsim.errors import InvalidFile
from interviewsim.transcripts.codec import (
    decode_entry,
    decode_opened,
    encode_entry,
    encode_opened,
    json_text,
    live_from_json,
    live_to_json,
    scorecard_from_json,
    scorecard_to_json,
)
from interviewsim.transcripts.coders import Malformed
from tests.golden.samples import ENTRIES, OPENED, SCORECARD, entry
from tests.transcripts.values import EVENTS, any_text, as_stored, entries, instances_of, json_values


@settings(max_examples=60)
@given(entries)
def test_every_entry_comes_back_as_it_was_stored(value: Entry) -> None:
    assert decode_entry(encode_entry(value)) == as_stored(value)


@settings(max_examples=60)
@given(entries)
def test_an_entry_is_one_line_to_every_reader_and_harmless_to_a_terminal(value: Entry) -> None:
    line = encode_entry(value)
    text = line.decode()
    assert text.splitlines() == [text[:-1]]
    assert all(char.isprintable() or not char.isascii() for char in text[:-1])
    assert not any(0x7F <= ord(char) < 0xA0 for char in text)


@given(instances_of(SessionOpened))
def test_line_one_comes_back_as_it_was_stored(value: SessionOpened) -> None:
    opened = replace(value, schema=1)
    assert decode_opened(encode_opened(opened)) == as_stored(opened)


@settings(max_examples=60)
@given(instances_of(Scorecard))
def test_every_scorecard_comes_back_as_it_was_stored(value: Scorecard) -> None:
    assert scorecard_from_json(json.loads(json_text(scorecard_to_json(value)))) == as_stored(value)


@given(instances_of(Live))
def test_the_live_file_comes_back_as_it_was_stored(value: Live) -> None:
    assert live_from_json(live_to_json(value).encode()) == as_stored(value)


@given(any_text)
def test_offsets_into_a_stored_text_stay_what_they_were(text: str) -> None:
    decoded = decode_entry(encode_entry(entry(1, NotesKept(text))))
    assert isinstance(decoded.event, NotesKept)
    assert len(decoded.event.notes) == len(text)


def test_the_sample_has_a_line_of_every_kind_of_event() -> None:
    assert {type(one.event) for one in ENTRIES} == set(EVENTS)


@pytest.mark.parametrize("one", ENTRIES, ids=[type(one.event).__name__ for one in ENTRIES])
def test_every_line_begins_with_its_kind_number_and_times(one: Entry) -> None:
    assert list(json.loads(encode_entry(one)))[:4] == ["kind", "n", "at", "t"]


def test_a_keyword_loses_its_underscore_on_the_wire() -> None:
    line = encode_entry(entry(4, CandidateSaid(2, "Yes.", SaidAs.QUESTION)))
    assert line == (
        b'{"kind":"candidate_said","n":4,"at":"2026-11-23T14:05:04.000Z","t":0.0,"turn":2,"text":"Yes.",'
        b'"as":"question","cut_off":false,"pasted":false,"seconds":0.0}\n'
    )


def test_a_lone_surrogate_written_as_an_escape_is_replaced_when_read() -> None:
    line = encode_entry(entry(1, NotesKept("a?b"))).replace(b"?", b"\\uD83D")
    assert decode_entry(line).event == NotesKept("a\N{REPLACEMENT CHARACTER}b")


def test_a_surrogate_beside_a_number_out_of_bounds_is_malformed_and_not_a_crash() -> None:
    line = encode_entry(entry(1, CandidateSaid(1, "?", SaidAs.ANSWER)))
    with pytest.raises(Malformed):
        decode_entry(line.replace(b"?", b"\\ud800").replace(b'"seconds":0.0', b'"seconds":1e999'))


def test_an_escaped_pair_of_surrogates_is_the_character_it_means() -> None:
    line = encode_entry(entry(1, NotesKept("?"))).replace(b"?", b"\\ud83d\\ude00")
    assert decode_entry(line).event == NotesKept("\U0001f600")


def test_keys_that_a_later_version_added_are_passed_over() -> None:
    line = encode_entry(entry(1, NotesKept("n"))).replace(b'"notes"', b'"mood":[1],"notes"')
    assert decode_entry(line).event == NotesKept("n")


def test_a_field_that_an_earlier_version_did_not_write_takes_its_default() -> None:
    line = encode_entry(entry(1, CandidateSaid(1, "x", SaidAs.ANSWER))).replace(b',"pasted":false', b"")
    assert decode_entry(line).event == CandidateSaid(1, "x", SaidAs.ANSWER)


@pytest.mark.parametrize(
    ("was", "becomes", "problem"),
    [
        ('"turn":1', '"turn":"1"', "`turn` should be a whole number"),
        ('"turn":1', '"turn":1.0', "`turn` should be a whole number"),
        ('"turn":1', '"turn":true', "`turn` should be a whole number"),
        ('"text":"x"', '"text":null', "`text` should be text"),
        ('"text":"x",', "", "`text` is missing"),
        ('"as":"answer"', '"as":"song"', "`as` should be one of answer, question"),
        ('"as":"answer"', '"as":["answer"]', "`as` should be one of answer, question"),
        ('"cut_off":false', '"cut_off":0', "`cut_off` should be true or false"),
        ('"seconds":0.0', '"seconds":1e999', "`seconds` should be a number"),
        ('"seconds":0.0', '"seconds":NaN', "is not JSON"),
        ('"n":1', '"n":null', "`n` should be a whole number"),
        ('"t":0.0', '"t":"0"', "`t` should be a number"),
        ('"kind":"candidate_said"', '"kind":"candidate_sang"', "`kind` is unknown: 'candidate_sang'"),
        ('"kind":"candidate_said"', '"kind":{}', "`kind` is unknown: '{}'"),
        ('"seconds":0.0', '"seconds":' + "9" * 400, "`seconds` should be a number"),
        ('"seconds":0.0', '"seconds":' + "9" * 5000, "is not JSON"),
    ],
)
def test_a_wrong_value_is_named_with_its_place(was: str, becomes: str, problem: str) -> None:
    line = encode_entry(entry(1, CandidateSaid(1, "x", SaidAs.ANSWER))).decode()
    with pytest.raises(Malformed) as caught:
        decode_entry(line.replace(was, becomes).encode())
    assert caught.value.message == problem


@pytest.mark.parametrize(
    ("path", "bad", "problem"),
    [
        (("criteria", 0, "items", 1, "seen"), "maybe", "`criteria[0].items[1].seen` should be one of yes, no, unclear"),
        (("criteria", 0, "spread"), [1, None], "`criteria[0].spread[1]` should be a whole number"),
        (("level_range",), [3], "`level_range` should have 2 entries"),
        (
            ("skills",),
            {"singing": 3},
            "`skills.singing` should be one of technical, analytical, communication, strategy",
        ),
        (("answers", 0, "parts", "task"), [], "`answers[0].parts.task` should be an object"),
        (("delivery", "words"), "many", "`delivery.words` should be a number"),
        (("answers",), {}, "`answers` should be a list"),
        (("delivery", "\x1b[2J"), "x", r"`delivery.\x1b[2J` should be a number"),
    ],
)
def test_a_scorecard_names_the_very_place_that_is_wrong(path: tuple[str | int, ...], bad: object, problem: str) -> None:
    card: typing.Any = json.loads(json_text(scorecard_to_json(SCORECARD)))
    inner = card
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = bad
    with pytest.raises(InvalidFile) as caught:
        scorecard_from_json(card)
    assert caught.value.message.startswith(problem)


@given(st.binary(max_size=60) | json_values.map(lambda value: json_text(value).encode()))
def test_any_other_line_is_malformed_and_never_a_crash(line: bytes) -> None:
    with pytest.raises(Malformed):
        decode_entry(line)


def test_a_line_nested_beyond_reason_is_malformed() -> None:
    with pytest.raises(Malformed):
        decode_entry(b"[" * 200_000)


@given(st.sampled_from(ENTRIES), st.integers(0, 10_000), st.binary(min_size=1, max_size=2))
def test_a_line_with_foreign_bytes_reads_as_an_entry_or_is_malformed(one: Entry, place: int, junk: bytes) -> None:
    line = encode_entry(one)
    place %= len(line)
    try:
        assert isinstance(decode_entry(line[:place] + junk + line[place + len(junk) :]), Entry)
    except Malformed as problem:
        assert problem.message.isprintable()


def test_a_newer_schema_says_that_a_newer_version_wrote_it() -> None:
    with pytest.raises(InvalidFile, match="newer version") as caught:
        decode_opened(encode_opened(OPENED).replace(b'"schema":1', b'"schema":2,"surprise":1'))
    assert "Update" in caught.value.hint


def test_a_line_of_answers_keeps_its_own_id_after_the_session() -> None:
    with_id = scorecard_to_json(SCORECARD, "g-17")
    assert list(with_id)[:4] == ["schema", "session", "id", "grade"]
    assert with_id["id"] == "g-17"
    assert "id" not in scorecard_to_json(SCORECARD)
    assert scorecard_from_json(json.loads(json_text(with_id))) == SCORECARD


def test_a_number_that_json_does_not_know_becomes_null_in_what_a_model_replied() -> None:
    line = encode_entry(entry(1, Graded(1, SCORECARD, {"logprob": -math.inf, "all": [math.nan, 1]})))
    assert json.loads(line)["raw"] == {"logprob": None, "all": [None, 1]}
