import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewsim.rubrics.finding import Broken
from interviewsim.rubrics.node import plain
from interviewsim.rubrics.yaml_source import LARGEST, parsed, read_yaml


def told(text: str) -> list[str]:
    with pytest.raises(Broken) as caught:
        parsed(text, "a.yaml")
    return [str(finding) for finding in caught.value.findings]


def read(path: Path) -> list[str]:
    with pytest.raises(Broken) as caught:
        read_yaml(path)
    return [str(finding).removeprefix(f"{path}:") for finding in caught.value.findings]


def test_plain_words_mean_what_a_reader_would_expect() -> None:
    text = "answer: no\nwhen: 12:30\nday: 2026-11-23\nmonth: 2026-11\nzero: 010\nsize: 1.5\n"
    text += "count: 3\n3: key\nopen: true\nnil:\n"
    assert plain(parsed(text, "a.yaml")) == {
        "answer": "no",
        "when": "12:30",
        "day": "2026-11-23",
        "month": "2026-11",
        "zero": "010",
        "size": 1.5,
        "count": 3,
        "3": "key",
        "open": True,
        "nil": None,
    }


def test_what_stands_in_quotes_is_text() -> None:
    assert plain(parsed("a: '3'\nb: \"true\"\nc: >-\n  12\n", "a.yaml")) == {"a": "3", "b": "true", "c": "12"}


def test_a_value_knows_the_line_of_its_key() -> None:
    root = parsed("# comment\na:\n  - b: 1\n    c:\n      deep\n", "a.yaml")
    assert isinstance(root.value, dict)
    (entry,) = root.value["a"].value
    assert (root.value["a"].line, entry.value["c"].line) == (2, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "a.yaml:1: the file is empty"),
        ("# nothing but a comment\n", "a.yaml:1: the file is empty"),
        ("a: b: c", 'a.yaml:1: a colon stands inside a text; expected quotes around a text that contains ": "'),
        ("a:\n\t- b\n", "a.yaml:2: a tab stands where spaces are needed; expected spaces for indentation"),
        ("a: 'x\nb: 1\n", "a.yaml:3: a quote is opened and never closed; expected a closing quote"),
        ("a: 1\na: 2\n", 'a.yaml:2: "a" stands here for the second time; expected it once (first on line 1)'),
        ("1: a\n'1': b\n", 'a.yaml:2: "1" stands here for the second time; expected it once (first on line 1)'),
        ("? [a]\n: b\n", "a.yaml:1: a key is not a word; expected `key: value`"),
        ("a: 1\n---\nb: 2\n", "a.yaml:2: a second document begins here; expected one document a file"),
        (
            "a: !!python/object:os.system x",
            "a.yaml:1: a tag (tag:yaml.org,2002:python/object:os.system) stands here; expected a plain value",
        ),
        ('a: "\\e[31m"', "a.yaml:1: a control character (U+001B) stands here; expected plain text"),
        ("a: \u202eb", "a.yaml:1: a control character (U+202E) stands here; expected plain text"),
        ("[" * 1000 + "]" * 1000, "a.yaml:1: nested deeper than 24 levels"),
    ],
)
def test_a_fault_is_told_with_its_line_and_what_would_be_right(text: str, expected: str) -> None:
    assert told(text)[-1] == expected


def test_anchors_and_aliases_are_refused_each_where_it_stands() -> None:
    assert told("a: &x [1]\nb: *x\n") == [
        "a.yaml:1: an anchor (&x) stands here; expected the text itself; `extends` shares content",
        "a.yaml:2: an alias (*x) stands here; expected the text itself; `extends` shares content",
    ]


def test_a_bomb_of_aliases_is_never_unfolded() -> None:
    layers = "\n".join(f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]" for n in range(1, 30))
    assert len(told(f"x0: &x0 [lol]\n{layers}\n")) == 30 + 29


def test_several_faults_are_found_at_once() -> None:
    assert [line.split(":")[1] for line in told("a: 1\na: 2\nb: &x 3\na: 4\n")] == ["2", "3", "4"]


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    binary, latin = tmp_path / "b.yaml", tmp_path / "l.yaml"
    binary.write_bytes(b"a: 1\nb: \0\x01\n")
    latin.write_bytes("a: 1\nb: café\n".encode("latin-1"))
    assert read(binary) == ["2: this is not a text file; expected UTF-8 text"]
    assert read(latin) == ["2: the file is not UTF-8; expected UTF-8 text"]


def test_a_control_character_or_a_reversal_of_direction_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_text("a: 1\nb: \u202enoitacilppa\n", encoding="utf-8")
    assert read(path) == ["2: a control character (U+202E) stands here; expected plain text"]


def test_a_byte_order_mark_and_windows_line_ends_are_allowed(tmp_path: Path) -> None:
    path = tmp_path / "w.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: two\r\n")
    assert plain(read_yaml(path)) == {"a": 1, "b": "two"}


def test_a_file_that_is_too_large_is_not_parsed(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"a: " + b"x" * (2 * LARGEST))
    assert read(path) == ["1: the file is larger than 1 MB; expected a rubric's few thousand words"]


def test_what_is_no_file_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    pipe, loop = tmp_path / "pipe.yaml", tmp_path / "loop.yaml"
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    assert read(tmp_path) == ["1: this is a folder; expected a file"]
    assert read(pipe) == ["1: this is not a regular file; expected a file"]
    assert read(loop)[0].startswith("1: the file cannot be read: ")
    assert read(tmp_path / "none.yaml") == ["1: the file cannot be read: no such file or directory"]


def test_a_file_for_a_newer_version_is_refused_before_anything_else(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    path.write_text("# from tomorrow\nschema: 2\nsurprise: {a: 1}\n", encoding="utf-8")
    assert read(path) == [
        "2: schema: this file is written for a newer version (schema 2); expected schema 1, or a newer interviewsim"
    ]


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_with_a_finding(text: str) -> None:
    try:
        parsed(text, "a.yaml")
    except Broken as broken:
        assert all(finding.line >= 1 and str(finding).isprintable() for finding in broken.findings)
        assert broken.findings


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_with_a_finding(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "a.yaml"
    path.write_bytes(data)
    try:
        read_yaml(path)
    except Broken as broken:
        assert broken.findings
