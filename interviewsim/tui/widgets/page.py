"""Where every row of a dialogue stands: speeches laid out for a width, without a widget for each."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from rich.cells import cell_len

from interviewsim.tui.presenters.speech import MarginLine, Side, Speech
from interviewsim.tui.widgets.wrapping import Slice, set_out, wrapped

LONGEST_LINE = 88
"""Cells of text in one row; beyond it the eye loses the line."""
BAR = 2
"""Cells that the speaker's bar takes."""
GAP = 2
SIGN = 2
"""Cells of the sign before a line in the margin."""
LEAST_TEXT = 46
"""Cells that the text keeps beside a margin; below it there is none."""


class RowKind(StrEnum):
    """What a row is."""

    HEADING = "heading"
    TEXT = "text"
    BLANK = "blank"


class Row(NamedTuple):
    """One row: code points `start` to `end` of a speech's text after `indent` blanks, and a line in the margin.

    A tuple, because a long transcript has ten thousand of them before it is seen.
    """

    speech: int
    kind: RowKind
    start: int = 0
    end: int = 0
    indent: int = 0
    beside: MarginLine | None = None


@dataclass(slots=True)
class Page:
    """Speeches and their rows for one width. With `margin`, lines stand beside the words they are about.

    At width 0, before anything is known of the window, there are no rows.
    """

    width: int = 80
    margin: bool = False
    speeches: list[Speech] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    _first: list[int] = field(default_factory=list)
    _longest: int = 0

    @property
    def text_width(self) -> int:
        """Cells for a row of text."""
        room = self.width - BAR - 1
        if self.margin_width:
            room -= self.margin_width + GAP
        return max(8, min(LONGEST_LINE, room))

    @property
    def margin_width(self) -> int:
        """Cells for the margin; 0 where there is none or no room."""
        if not (self.margin and self._longest):
            return 0
        wide = min(self._longest + SIGN, self.width * 3 // 8)
        return wide if self.width - BAR - 1 - GAP - wide >= LEAST_TEXT else 0

    def fill(self, speeches: Sequence[Speech]) -> None:
        """Lay out these speeches and no others."""
        self.speeches = list(speeches)
        self._longest = max((cell_len(line.text) for speech in speeches for line in speech.margin), default=0)
        self.lay_out()

    def lay_out(self) -> None:
        """Lay everything out again, as after a change of width."""
        self.rows, self._first = [], []
        for index in range(len(self.speeches)):
            self._lay(index)

    def add(self, speech: Speech) -> None:
        """Put one more speech at the end."""
        self.speeches.append(speech)
        self._lay(len(self.speeches) - 1)

    def replace_last(self, speech: Speech) -> None:
        """Lay out the last speech anew; nothing before it is touched."""
        del self.rows[self._first.pop() :]
        self.speeches[-1] = speech
        self._lay(len(self.speeches) - 1)

    def row_of(self, turn: int, offset: int) -> int:
        """The row that shows a code point of a turn; 0 where there is none."""
        for first, row in enumerate(self.rows):
            speech = self.speeches[row.speech]
            if speech.turn == turn and row.kind is RowKind.TEXT and row.start <= offset <= row.end:
                return first
        return 0

    def speech_at(self, row: int) -> Speech | None:
        """The speech that a row belongs to."""
        index = bisect_right(self._first, row) - 1
        return self.speeches[index] if 0 <= index < len(self.speeches) else None

    def _lay(self, index: int) -> None:
        speech = self.speeches[index]
        self._first.append(len(self.rows))
        if not self.width:
            return
        if speech.heading:
            self.rows.append(Row(index, RowKind.HEADING))
        lines = self._lines(speech)
        beside = self._beside(speech, lines)
        for number in range(max(len(lines), len(beside))):
            line = beside[number] if number < len(beside) else None
            end = len(speech.text)
            cut = lines[number] if number < len(lines) else Slice(end, end)
            self.rows.append(Row(index, RowKind.TEXT, cut.start, cut.end, cut.indent, line))
        if speech.side is not Side.ASIDE or speech.text:
            self.rows.append(Row(index, RowKind.BLANK))

    def _lines(self, speech: Speech) -> list[Slice]:
        """An interviewer may show tables and lists; what a candidate typed is prose."""
        if speech.side is Side.INTERVIEWER:
            return list(set_out(speech.text, self.text_width))
        return [Slice(start, end) for start, end in wrapped(speech.text, self.text_width)]

    def _beside(self, speech: Speech, lines: Sequence[Slice]) -> list[MarginLine | None]:
        """What stands beside each row: a line at the words it is about, or below the line before it."""
        if not self.margin_width:
            return []
        placed: list[MarginLine | None] = []
        for line in speech.margin:
            row = next((n for n, cut in enumerate(lines) if line.start < cut.end), max(0, len(lines) - 1))
            placed += [None] * (row - len(placed))
            placed.append(line)
        return placed
