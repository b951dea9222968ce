"""Lines of the shelf as text that hangs below its own beginning."""

import re
from collections.abc import Iterator, Sequence

from textual.content import Content

from interviewsim.tui.presenters.shelf import Ink, Line
from interviewsim.tui.widgets.ink import ALERT, QUIET
from interviewsim.tui.widgets.wrapping import wrapped

LOOKS = {Ink.HEAD: "bold", Ink.PLAIN: "", Ink.QUIET: QUIET, Ink.ALERT: ALERT}
LEAST = 24
"""Cells under which nothing is set in."""
_BEGINNING = re.compile(r" *(?:[1-5]  |\+ |✗ )?")


def page_text(lines: Sequence[Line], width: int) -> Content:
    """The lines one below the other, for a width in cells."""
    rows = (Content.styled(row, LOOKS[line.ink]) for line in lines for row in _rows(line.text, width))
    return Content("\n").join(list(rows))


def _rows(text: str, width: int) -> Iterator[str]:
    found = _BEGINNING.match(text)
    hang = found.end() if found and width >= LEAST else 0
    head, rest = text[:hang], text[hang:]
    for number, (start, end) in enumerate(wrapped(rest, max(1, width - hang))):
        yield (" " * hang if number else head) + rest[start:end]
