"""Notes, the STAR scratchpad and the brief, side by side with the answer. Private, never graded."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Static, TabbedContent, TabPane, TextArea

from interviewsim.tui.presenters.notes import LETTERS, Notes, joined, parted

_PARTS = ("Situation", "Task", "Action", "Result")
_TABS = ("notes", "star", "brief")


class NotesPane(Vertical):
    """Three tabs. Hidden, it keeps what is written in it."""

    DEFAULT_CSS = """
    NotesPane TextArea { border: none; background: $background; padding: 0; height: 1fr; scrollbar-size-vertical: 1; }
    NotesPane TextArea:focus { border: none; background: $surface; }
    NotesPane .part { height: auto; color: $text-muted; text-style: bold; margin-top: 1; }
    NotesPane #star TextArea { height: 3; }
    NotesPane TabPane { padding: 0; }
    NotesPane .private { color: $text-muted; height: auto; dock: bottom; }
    NotesPane TabbedContent { height: 1fr; }
    NotesPane ContentSwitcher { height: 1fr; }
    """
    TABS: ClassVar[int] = len(_TABS)

    class Changed(Message):
        """Something was written."""

    def __init__(self, notes: str, brief: str, *, still: bool) -> None:
        super().__init__(id="notes-pane")
        self._kept = parted(notes)
        self._brief = brief
        self._still = still

    def compose(self) -> ComposeResult:
        """The tabs."""
        with TabbedContent(initial="notes"):
            with TabPane("Notes", id="notes"):
                yield self._area(self._kept.free, "free", "Notes to yourself.")
            with TabPane("STAR", id="star"), VerticalScroll(can_focus=False):
                for letter, part, text in zip(LETTERS, _PARTS, self._kept.star, strict=True):
                    yield Static(part, classes="part", markup=False)
                    yield self._area(text, f"part-{letter}", "")
            with TabPane("Brief", id="brief"), VerticalScroll():
                yield Static(self._brief, markup=False)
        yield Static("Private: never graded, never sent.", classes="private", markup=False)

    @property
    def text(self) -> str:
        """Everything written, as one text."""
        s, t, a, r = (self.query_one(f"#part-{letter}", TextArea).text for letter in LETTERS)
        return joined(Notes(self.query_one("#free", TextArea).text, (s, t, a, r)))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell the screen, in one word."""
        event.stop()
        self.post_message(self.Changed())

    def turn_to(self, tab: int) -> None:
        """Show a tab, counted from 1, and write in it."""
        self.query_one(TabbedContent).active = _TABS[tab - 1]
        self.call_after_refresh(self.enter)

    def enter(self) -> None:
        """Put the cursor where one writes in the tab that is open."""
        pane = self.query_one(TabbedContent).active_pane
        if pane is not None:
            first = next((area for area in pane.query("TextArea, VerticalScroll").results() if area.focusable), None)
            if first is not None:
                first.focus()

    def _area(self, text: str, ident: str, placeholder: str) -> TextArea:
        area = TextArea(text, soft_wrap=True, placeholder=placeholder, highlight_cursor_line=False, id=ident)
        area.cursor_blink = not self._still
        return area
