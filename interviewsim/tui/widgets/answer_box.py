"""Where the candidate writes. Enter is a new line; sending is a key of its own."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea

from interviewsim.tui.presenters.interview import draft_line

if TYPE_CHECKING:
    from textual import events

_SEND = "[@click=screen.send]^s send[/]"


class AnswerBox(TextArea):
    """A draft: it knows how long it is, whether it was pasted, and what of it is on its way."""

    DEFAULT_CSS = """
    AnswerBox { border: round $foreground 25%; background: $background; padding: 0 1; scrollbar-size-vertical: 1; }
    AnswerBox:focus { border: round $primary; background: $background; }
    AnswerBox .text-area--cursor-line { background: transparent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("pageup", "page_up", show=False)]

    class EnterTwice(Message):
        """Enter was pressed twice at the end: somebody expects it to send."""

    class WantsToRead(Message):
        """Page up at the top of the draft: the dialogue is meant."""

    def __init__(self, draft: str, *, still: bool) -> None:
        super().__init__(
            draft,
            soft_wrap=True,
            placeholder="Write your answer here. Enter is a new line.",
            highlight_cursor_line=False,
            id="answer",
        )
        self.cursor_blink = not still
        self.pasted = False
        self._on_its_way = ""
        self.border_title = Content("Your answer")

    def on_mount(self) -> None:
        """Stand at the end of a draft that was kept."""
        self.move_cursor(self.document.end)
        self._count()

    @property
    def sending(self) -> bool:
        """Whether an answer is on its way to the journal."""
        return bool(self._on_its_way)

    def send(self) -> str:
        """The text to send. It stays in the box until it is on disk."""
        self._on_its_way = self.text
        return self.text

    def sent(self) -> None:
        """It is on disk: take it out, and leave what was typed meanwhile."""
        rest = self.text.removeprefix(self._on_its_way) if self._on_its_way else ""
        self._on_its_way = ""
        self.pasted = False
        self.load_text(rest)
        self.move_cursor(self.document.end)

    def not_sent(self) -> None:
        """It was refused: it stays a draft."""
        self._on_its_way = ""

    def on_text_area_changed(self) -> None:
        """Count as it grows; an empty box is nobody's paste."""
        self.pasted = self.pasted and bool(self.text)
        self._count()

    def on_paste(self) -> None:
        """Seconds of a pasted answer say nothing of pace."""
        self.pasted = True

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Letters in the box are no commands, not even while it is closed."""
        return super().check_consume_key(key, character) or (character is not None and character.isprintable())

    def on_key(self, event: "events.Key") -> None:
        """Notice a second Enter at the end."""
        if event.key == "enter" and self.text.endswith("\n") and self.cursor_at_end_of_text:
            self.post_message(self.EnterTwice())

    def action_paste(self) -> None:
        """From the app's own clipboard."""
        self.pasted = True
        super().action_paste()

    def action_page_up(self) -> None:
        """At the top, it is the dialogue that should move."""
        if self.cursor_at_first_line:
            self.post_message(self.WantsToRead())
        else:
            self.action_cursor_page_up()

    def _count(self) -> None:
        words = draft_line(len(self.text.split()))
        self.border_subtitle = f"{words} · {_SEND}" if words else _SEND
