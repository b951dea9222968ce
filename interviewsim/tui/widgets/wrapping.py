"""Breaking text into rows without losing count of its code points."""

from collections.abc import Iterator

from rich.cells import cell_len, get_character_cell_size


def wrapped(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Offsets of the rows of a text, broken at blanks where there are any; `width` in cells."""
    at = 0
    for line in text.split("\n"):
        for start, end in _broken(line, max(1, width)):
            yield at + start, at + end
        at += len(line) + 1


def _broken(line: str, width: int) -> Iterator[tuple[int, int]]:
    narrow = line.isascii() or cell_len(line) == len(line)
    start, length = 0, len(line)
    while True:
        end = start + width if narrow else _reach(line, start, width)
        if end >= length:
            yield start, length
            return
        cut = line.rfind(" ", start + 1, end + 1)
        if cut < 0:
            cut = end
        yield start, cut
        start = cut
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
