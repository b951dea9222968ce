"""Plain text in columns of cells: nothing that steers a terminal gets through, no line is wider than asked for."""

import unicodedata
from collections.abc import Iterator

from interviewsim.reading.cleaning import clean
from interviewsim.reading.tables import tables_in

NARROWEST = 24


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> Iterator[str]:
    """The text's words in lines of at most `width` cells, the first after `first`, further ones after `rest`.

    `rest` left out: as many blanks as `first` is wide. Line ends in the text count as blanks.
    """
    lead, follow = first, " " * cells(first) if rest is None else rest
    line = ""
    for word in _pieces(clean(text).split(), max(width, NARROWEST) - cells(max(first, follow, key=cells))):
        longer = f"{line} {word}" if line else word
        if line and cells(lead + longer) > max(width, NARROWEST):
            yield lead + line
            lead, longer = follow, word
        line = longer
    yield (lead + line).rstrip()


def paragraphs(text: str, width: int, first: str = "", *, tables: bool = False) -> Iterator[str]:
    """The text with its own line ends kept, wrapped, all of it to the right of `first`.

    `tables`: lines set in columns stay as they are where they fit.
    """
    cleaned, blank, lead = clean(text), " " * cells(first), first
    columns = tables_in(cleaned) if tables else ()
    at = 0
    for line in cleaned.split("\n"):
        if any(start <= at < end for start, end in columns) and cells(lead + line.rstrip()) <= width:
            yield lead + line.rstrip()
            lead = blank
        elif line.strip() or not cleaned.strip():
            yield from wrapped(line, width, lead, blank)
            lead = blank
        at += len(line) + 1


def padded(text: str, width: int) -> str:
    """The text, filled with blanks to `width` cells; longer text is cut with an ellipsis."""
    plain = " ".join(clean(text).split())
    if cells(plain) > width:
        plain = _taken(plain, width - 1) + "…"
    return plain + " " * (width - cells(plain))


def cells(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _pieces(words: list[str], width: int) -> Iterator[str]:
    """The words, with those that no line can hold cut in pieces."""
    for word in words:
        rest = word
        while cells(rest) > max(width, 2):
            piece = _taken(rest, max(width, 2))
            yield piece
            rest = rest[len(piece) :]
        yield rest


def _taken(text: str, width: int) -> str:
    """As much of the text's beginning as fits."""
    used = 0
    for index, char in enumerate(text):
        used += _cells(char)
        if used > width:
            return text[:index]
    return text
