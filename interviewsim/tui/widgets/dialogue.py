"""The dialogue as one widget that draws its own rows: a thousand turns cost what ten do."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from interviewsim.tui.presenters.plain import clipped
from interviewsim.tui.presenters.speech import MarginLine, Side, Speech
from interviewsim.tui.widgets.page import BAR, GAP, SIGN, Page, Row, RowKind

if TYPE_CHECKING:
    from textual import events
    from textual.selection import Selection

_BARS = {Side.INTERVIEWER: "▌ ", Side.CANDIDATE: "▐ ", Side.ASIDE: "! "}
_NEWS = " ↓ new message "
_COVER = "Paused. The clock stands and the dialogue is covered. F5 goes on."


class Dialogue(ScrollView, can_focus=True):
    """Speeches with a bar for each speaker. It follows the tail until somebody scrolls up."""

    ALLOW_SELECT = True
    DEFAULT_CSS = """
    Dialogue { height: 1fr; width: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        scrollbar-color: $foreground 25%; scrollbar-background: $background; background: $background; }
    Dialogue > .dialogue--heading { color: $text-muted; }
    Dialogue > .dialogue--interviewer { color: $primary; }
    Dialogue > .dialogue--candidate { color: $success; }
    Dialogue > .dialogue--aside { color: $warning; }
    Dialogue > .dialogue--marked { text-style: underline; }
    Dialogue > .dialogue--current { background: $warning 40%; text-style: bold underline; }
    Dialogue > .dialogue--beside { color: $text-muted; }
    Dialogue > .dialogue--news { background: $primary; color: $text; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "dialogue--heading",
        "dialogue--interviewer",
        "dialogue--candidate",
        "dialogue--aside",
        "dialogue--marked",
        "dialogue--current",
        "dialogue--beside",
        "dialogue--news",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("end,G", "to_tail", show=False),
    ]
    covered = reactive(default=False)
    current: reactive[int] = reactive(-1)

    def __init__(self, *, margin: bool = False, follow: bool = True, ident: str | None = None) -> None:
        """`margin`: lines beside the words, where the width has room; `follow`: open at the tail."""
        super().__init__(id=ident)
        self._page = Page(width=0, margin=margin)  # the first size that is told lays it out, once
        self._follow = follow
        self._follows = follow
        self._news = False
        self._live = False
        self._base = Style()

    @property
    def speeches(self) -> tuple[Speech, ...]:
        """What stands on the page."""
        return tuple(self._page.speeches)

    @property
    def has_news(self) -> bool:
        """Whether something was said below what is seen."""
        return self._news

    def fill(self, speeches: Sequence[Speech]) -> None:
        """Show these speeches and no others."""
        self._live = False
        self._page.fill(speeches)
        self._renew()

    def add(self, speech: Speech) -> None:
        """Put one more speech at the end; a live one before it becomes final. Who speaks wants to see the reply."""
        if speech.side is Side.CANDIDATE:
            self._follows = self._follow
        if self._live and speech.side is not Side.ASIDE:
            self._page.replace_last(speech)
        else:
            self._page.add(speech)
        self._live = False
        self._renew(news=True)

    def grow(self, speech: Speech) -> None:
        """Show the speech under way; each call replaces the one before."""
        if self._live:
            self._page.replace_last(speech)
        else:
            self._page.add(speech)
        self._live = True
        self._renew(news=True)

    def go_to(self, turn: int, offset: int) -> None:
        """Bring the words at `offset` of a turn into the upper third."""
        self._follows = False
        self.call_after_refresh(self._scroll_to_words, turn, offset)

    def turn_in_view(self) -> int:
        """The turn in the middle of what is seen; 0 where there is none."""
        middle = round(self.scroll_y) + self.size.height // 3
        speech = self._page.speech_at(min(middle, len(self._page.rows) - 1))
        return speech.turn if speech else 0

    def render_lines(self, crop: Region) -> list[Strip]:
        """Rows of the page; the look that they share is worked out once for all of them."""
        self._base = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One row of the page."""
        width = self.size.width
        base = self._base
        if self.covered:
            text = _COVER if y == self.size.height // 2 else ""
            return Strip([Segment(text.center(width)[:width], base)], width)
        if self._news and y == self.size.height - 1:
            chip = self.get_component_rich_style("dialogue--news")
            return Strip([Segment(_NEWS, chip)]).adjust_cell_length(width, base)
        number = round(self.scroll_y) + y
        if number >= len(self._page.rows):
            return Strip.blank(width, base)
        strip = self._strip(self._page.rows[number], number)
        return strip.adjust_cell_length(width, base).apply_offsets(0, number)

    def get_selection(self, selection: "Selection") -> tuple[str, str] | None:
        """The selected rows' text, for the clipboard."""
        lines = "\n".join("".join(segment.text for segment in self._strip(row, -1)) for row in self._page.rows)
        return selection.extract(lines), "\n"

    def selection_updated(self, selection: "Selection | None") -> None:
        """Draw the selection."""
        del selection
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scrolling up lets go of the tail, reaching it takes hold again."""
        super().watch_scroll_y(old_value, new_value)
        at_tail = new_value >= self.max_scroll_y
        if self._follow and (at_tail or new_value < old_value):
            self._follows = at_tail
        if at_tail and self._news:
            self._news = False
            self.refresh()

    def on_resize(self, event: "events.Resize") -> None:
        """Lay out for the new width; stay at the tail, or at the words that were seen."""
        if event.size.width != self._page.width:
            self._page.width = event.size.width
            self._page.lay_out()
        self._renew()

    def on_click(self, event: "events.Click") -> None:
        """The chip leads to what is new."""
        if self._news and event.y == self.size.height - 1 and event.x < len(_NEWS):
            self.action_to_tail()

    def action_to_tail(self) -> None:
        """Go to the end and follow it."""
        self._follows = self._follow
        self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    def _scroll_to_words(self, turn: int, offset: int) -> None:
        row = self._page.row_of(turn, offset)
        self.scroll_to(y=max(0, row - self.size.height // 3), animate=False, force=True)

    def _renew(self, *, news: bool = False) -> None:
        self.virtual_size = Size(self.size.width, len(self._page.rows))
        if self._follows:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)
        elif news and self._follow:
            self._news = True
        self.refresh()

    def _strip(self, row: Row, number: int) -> Strip:
        speech = self._page.speeches[row.speech]
        base = self._base
        if row.kind is RowKind.BLANK:
            return Strip([Segment(" ", base)])
        if row.kind is RowKind.HEADING:
            return Strip([Segment(speech.heading, self.get_component_rich_style("dialogue--heading"))])
        bar = self.get_component_rich_style(f"dialogue--{speech.side}")
        words = base if speech.side is not Side.ASIDE else bar
        segments = [Segment(_BARS[speech.side], bar), *self._words(speech, row, words, number)]
        if row.indent:
            segments.insert(1, Segment(" " * row.indent, base))
        if row.beside:
            segments = list(Strip(segments).adjust_cell_length(BAR + self._page.text_width + GAP, base))
            segments.append(self._beside(row.beside))
        return Strip(segments)

    def _words(self, speech: Speech, row: Row, base: Style, number: int) -> list[Segment]:
        """The row's text, cut where its look changes."""
        passages = sorted(speech.passages, key=lambda passage: passage.mark == self.current)  # the last one is on top
        looks = [(passage.start, passage.end, self._mark_style(passage.mark)) for passage in passages]
        selected = self.text_selection.get_span(number) if self.text_selection and number >= 0 else None
        if selected:
            first, last = (
                max(0, point - BAR - row.indent) + row.start if point >= 0 else row.end for point in selected
            )
            looks.append((first, last, self.screen.get_component_rich_style("screen--selection")))
        cuts = sorted({row.start, row.end, *(p for look in looks for p in look[:2] if row.start < p < row.end)})
        segments = []
        for start, end in pairwise(cuts):
            style = base
            for first, last, look in looks:
                style = style + look if first <= start and end <= last else style
            segments.append(Segment(speech.text[start:end], style))
        return segments

    def _mark_style(self, mark: int) -> Style:
        name = "dialogue--current" if mark == self.current else "dialogue--marked"
        return self.get_component_rich_style(name)

    def _beside(self, line: MarginLine) -> Segment:
        room = self._page.margin_width - SIGN
        text = line.text if cell_len(line.text) <= room else clipped(line.text, room)
        if self.current in line.marks:
            return Segment(f"◀ {text}", self._base + Style(bold=True))
        return Segment(f"· {text}", self.get_component_rich_style("dialogue--beside"))
