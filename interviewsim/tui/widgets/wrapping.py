"""Breaking text into rows without losing count of its code points."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size

from interviewsim.reading.tables import tables_in

_ITEM = re.compile(r"\s*(?:[-*•]|\d{1,2}[.)]) +")
FURTHER = 4
"""Blanks before what did not fit into a row of a table."""
LEAST_HANG = 24
"""Cells under which nothing hangs: there is no room to give away."""


class Slice(NamedTuple):
    """Code points `start` to `end` of a text in one row, after `indent` blanks."""

    start: int
    end: int
    indent: int = 0


def wrapped(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Offsets of the rows of a text, broken at blanks where there are any; `width` in cells."""
    at = 0
    for line in text.split("\n"):
        for row in _broken(line, max(1, width), 0):
            yield at + row.start, at + row.end
        at += len(line) + 1


def set_out(text: str, width: int) -> Iterator[Slice]:
    """Rows of a text that may hold tables and lists: columns stay aligned, items hang; nothing is left out."""
    at = 0
    for start, end in tables_in(text):
        if start > at:
            yield from _paragraphs(text[at : start - 1], at, width)
        yield from _table(text[start:end], start, width)
        at = end + 1
    if at <= len(text):
        yield from _paragraphs(text[at:], at, width)


def _paragraphs(text: str, at: int, width: int) -> Iterator[Slice]:
    for line in text.split("\n"):
        item = _ITEM.match(line)
        hang = len(item[0]) if item and width >= LEAST_HANG else 0
        yield from (_moved(row, at) for row in _broken(line, max(1, width), hang))
        at += len(line) + 1


def _table(text: str, at: int, width: int) -> Iterator[Slice]:
    """Every line in as many rows as its columns need, all lines cut between the same columns."""
    lines = text.split("\n")
    cuts = _cuts(lines, width)
    for line in lines:
        if cuts is None:
            yield from (_moved(row, at) for row in _broken(line, max(1, width), FURTHER if width >= LEAST_HANG else 0))
        else:
            yield from (_moved(row, at) for row in _cells(line, cuts))
        at += len(line) + 1


def _cells(line: str, cuts: Sequence[int]) -> Iterator[Slice]:
    for number, (start, end) in enumerate(zip(cuts, [*cuts[1:], len(line)], strict=True)):
        part = line[start:end].rstrip()
        if part.strip() or not number:
            yield Slice(min(start, len(line)), min(start, len(line)) + len(part), FURTHER if number else 0)


def _cuts(lines: Sequence[str], width: int) -> list[int] | None:
    """Where columns begin that do not fit in the row before; None where no gap runs through all lines."""
    longest = max(map(len, lines))
    if any(cell_len(line) != len(line) for line in lines):
        return None
    cuts, room = [0], width
    while longest - cuts[-1] > room:
        ends = range(cuts[-1] + 1, cuts[-1] + room + 1)
        gap = max((at for at in ends if _blank(lines, at)), default=cuts[-1])
        following = next((at for at in range(gap, longest) if not _blank(lines, at)), longest)
        if gap == cuts[-1]:
            return None
        cuts.append(following)
        room = width - FURTHER
    return cuts


def _blank(lines: Sequence[str], at: int) -> bool:
    return all(line[at : at + 1] in {"", " "} for line in lines)


def _moved(row: Slice, by: int) -> Slice:
    return Slice(row.start + by, row.end + by, row.indent)


def _broken(line: str, width: int, hang: int) -> Iterator[Slice]:
    """Rows of one line; those after the first stand `hang` blanks further in."""
    narrow = line.isascii() or cell_len(line) == len(line)
    start, length, indent = 0, len(line), 0
    while True:
        room = width - indent
        end = start + room if narrow else _reach(line, start, room)
        if end >= length:
            yield Slice(start, length, indent)
            return
        cut = line.rfind(" ", start + 1, end + 1)
        if cut < 0:
            cut = end
        yield Slice(start, cut, indent)
        start, indent = cut, hang
        while start < length and line[start] == " ":
            start += 1
        if start == length:
            return


def _reach(line: str, start: int, width: int) -> int:
    """How far a row reaches where characters are not all one cell wide; one character at least."""
    used, at = 0, start
    while at < len(line):
        used += get_character_cell_size(line[at])
        if used > width and at > start:
            return at
        at += 1
    return at
