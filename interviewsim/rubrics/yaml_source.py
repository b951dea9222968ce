"""The one room of YAML: a file becomes a tree of plain values with their places, or a list of findings.

No object is ever constructed: the tree is built from the parser's events. Plain words follow what a reader would
expect rather than YAML 1.1 (`no` is a word, `12:30` is text). Anchors, aliases and tags are refused; size and depth
are bounded; a key may stand once.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import yaml

from interviewsim.rubrics.finding import Broken, Finding
from interviewsim.rubrics.node import Node, Scalar, keys

LARGEST = 1_000_000
"""Bytes of a file; a rubric has thirty thousand."""
DEEPEST = 24
"""Levels of nesting; a rubric has six."""
SCHEMA = 1

# The C parser does the same work some twenty times faster; wheels of PyYAML have it.
LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
DECIMAL = re.compile(r"[-+]?[0-9]{1,17}\.[0-9]{1,17}")
WORDS: dict[str, Scalar] = {"": None, "~": None, "null": None, "true": True, "false": False}
# Also what reverses the direction of text: what stands in a file should be what a reader of the file sees.
UNPRINTABLE = re.compile(
    r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069\ufeff]"
)

ADVICE = {
    "mapping values are not allowed": ("a colon stands inside a text", 'quotes around a text that contains ": "'),
    "could not find expected ':'": ("a line is neither a key nor part of a text", "`key: value`"),
    "did not find expected '-'": ("the indentation does not fit", "entries of a list in one column"),
    "expected <block end>": ("the indentation does not fit", "the same column as the lines above"),
    "did not find expected key": ("the indentation or a quote does not fit", "the same column as the lines above"),
    "found unexpected end of stream": ("a quote is opened and never closed", "a closing quote"),
    "did not find expected ',' or": ("a bracket is opened and not closed", "a closing bracket"),
    "cannot start any token": ("a character cannot stand there", "quotes around a text that begins with it"),
}


def read_yaml(path: Path) -> Node:
    """Read a file. Raises `Broken` with all that is wrong with it as YAML."""
    file = str(path)
    root = parsed(_decoded(_bytes(path), file), file)
    schema = keys(root).get("schema")
    if schema is not None and isinstance(schema.value, int) and schema.value > SCHEMA:
        problem = f"this file is written for a newer version (schema {schema.value})"
        raise Broken([Finding(file, schema.line, "schema", problem, f"schema {SCHEMA}, or a newer interviewsim")])
    return root


def _bytes(path: Path) -> bytes:
    file = str(path)
    if path.is_dir():
        raise Broken([Finding(file, 1, "", "this is a folder", "a file")])
    if path.exists() and not path.is_file():
        raise Broken([Finding(file, 1, "", "this is not a regular file", "a file")])
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise Broken([Finding(file, 1, "", f"the file cannot be read: {reason}")]) from error
    if len(data) > LARGEST:
        raise Broken([Finding(file, 1, "", "the file is larger than 1 MB", "a rubric's few thousand words")])
    return data


def _decoded(data: bytes, file: str) -> str:
    if b"\0" in data:
        raise Broken([Finding(file, _line_of(data, data.index(b"\0")), "", "this is not a text file", "UTF-8 text")])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = _line_of(data, error.start)
        raise Broken([Finding(file, line, "", "the file is not UTF-8", "UTF-8 text")]) from error
    if odd := UNPRINTABLE.search(text):
        line = text.count("\n", 0, odd.start()) + 1
        raise Broken([Finding(file, line, "", _unprintable(odd), "plain text")])
    return text


def _unprintable(odd: re.Match[str]) -> str:
    return f"a control character (U+{ord(odd.group()):04X}) stands here"


def _line_of(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1


@lru_cache(maxsize=32)
def parsed(text: str, file: str) -> Node:
    """The tree of one YAML document. Raises `Broken`.

    Trees are kept by their text: a pack's files are asked for once per round of each pack that extends it.
    """
    tree = _Tree(file)
    try:
        root = tree.document(yaml.parse(text, Loader=LOADER))
    except yaml.YAMLError as error:
        tree.findings.append(_syntax(error, text, file))
        raise Broken(tree.findings) from error
    if tree.findings:
        raise Broken(tree.findings)
    return root


def _syntax(error: yaml.YAMLError, text: str, file: str) -> Finding:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark is not None else 1
    raw = str(getattr(error, "problem", None) or "this is not YAML")
    if tab := _tab_near(text, line):
        return Finding(file, tab, "", "a tab stands where spaces are needed", "spaces for indentation")
    problem, expected = next((advice for part, advice in ADVICE.items() if part in raw), (raw, ""))
    return Finding(file, line, "", problem, expected)


def _tab_near(text: str, line: int) -> int | None:
    """The line of a tab in the indentation at or just above the place where parsing stopped."""
    for number, row in enumerate(text.splitlines()[: line + 1], start=1):
        if number > line - 2 and "\t" in row[: len(row) - len(row.lstrip())]:
            return number
    return None


class _Tree:
    """Builds the tree from the parser's events, keeping what it had to refuse."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []

    def document(self, events: Iterator[yaml.Event]) -> Node:
        next(events)  # the stream's start
        if isinstance(next(events), yaml.StreamEndEvent):
            raise Broken([Finding(self.file, 1, "", "the file is empty")])
        root = self._node(next(events), events, 0)
        if root.value is None and not self.findings:
            raise Broken([Finding(self.file, 1, "", "the file is empty")])
        for event in events:
            if not isinstance(event, yaml.DocumentEndEvent | yaml.StreamEndEvent):
                self._refuse(event, "a second document begins here", "one document a file")
                break
        return root

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        line = _line(event)
        if depth > DEEPEST:
            raise Broken([*self.findings, Finding(self.file, line, "", f"nested deeper than {DEEPEST} levels")])
        match event:
            case yaml.AliasEvent():
                self._refuse(event, f"an alias (*{event.anchor}) stands here", NO_REFERENCES)
                return Node(None, self.file, line)
            case yaml.MappingStartEvent():
                self._refuse_names(event, event.tag)
                return Node(self._mapping(events, depth), self.file, line)
            case yaml.SequenceStartEvent():
                self._refuse_names(event, event.tag)
                return Node(tuple(self._sequence(events, depth)), self.file, line)
            case yaml.ScalarEvent():
                self._refuse_names(event, event.tag)
                if odd := UNPRINTABLE.search(event.value):
                    self._refuse(event, _unprintable(odd), "plain text")
                return Node(_scalar(event), self.file, line)
            case _:
                raise Broken([*self.findings, Finding(self.file, line, "", "this is not a value")])

    def _sequence(self, events: Iterator[yaml.Event], depth: int) -> Iterator[Node]:
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._node(event, events, depth + 1)

    def _mapping(self, events: Iterator[yaml.Event], depth: int) -> dict[str, Node]:
        entries: dict[str, Node] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = _key(self._node(event, events, depth + 1).value)
            value = self._node(next(events), events, depth + 1)
            if key is None:
                self._refuse(event, "a key is not a word", "`key: value`")
            elif key in entries:
                first = f"it once (first on line {entries[key].line})"
                self._refuse(event, f'"{key}" stands here for the second time', first)
            else:
                entries[key] = Node(value.value, self.file, _line(event))
        return entries

    def _refuse_names(self, event: yaml.NodeEvent, tag: str | None) -> None:
        if event.anchor:
            self._refuse(event, f"an anchor (&{event.anchor}) stands here", NO_REFERENCES)
        if tag:
            self._refuse(event, f"a tag ({tag}) stands here", "a plain value")

    def _refuse(self, event: yaml.Event, problem: str, expected: str) -> None:
        self.findings.append(Finding(self.file, _line(event), "", problem, expected))


NO_REFERENCES = "the text itself; `extends` shares content"


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark is not None else 1


def _key(value: object) -> str | None:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, str | int | float) else None


def _scalar(event: yaml.ScalarEvent) -> Scalar:
    """What a plain word means; everything quoted or folded is text."""
    word = event.value
    if event.style:
        return word
    if word.lower() in WORDS:
        return WORDS[word.lower()]
    if INTEGER.fullmatch(word):
        return int(word)
    return float(word) if DECIMAL.fullmatch(word) else word
