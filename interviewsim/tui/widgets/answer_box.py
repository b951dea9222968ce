"""Where the candidate writes. Enter is a new line and sending a key of its own, unless the settings turn that round."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea

from interviewsim.tui.presenters.interview import draft_line

if TYPE_CHECKING:
    from textual import events

_SEND = "[@click=screen.send]^s send[/]"

_ENTER_SENDS = "Write your answer here. Enter sends it; ^j is a new line."
_KEYS = frozenset({"enter", "ctrl+j", "shift+enter"})
LEAST_WORDS = 12
"""Words under which Enter asks before it sends."""


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

    class Sends(Message):
        """Enter was pressed where it sends."""

    class SendsShort(Message):
        """Enter was pressed on a short answer where it sends: once more does."""

    def __init__(self, draft: str, *, still: bool, enter_sends: bool = False) -> None:
        super().__init__(
            draft,
            soft_wrap=True,
            placeholder=_ENTER_SENDS if enter_sends else "Write your answer here. Enter is a new line.",
            highlight_cursor_line=False,
            id="answer",
        )
        self.cursor_blink = not still
        self.pasted = False
        self._enter_sends = enter_sends
        self._asked = ""
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
        """Send by Enter where that is wanted, else notice a second one at the end."""
        if self._enter_sends and not self.read_only and event.key in _KEYS:
            event.stop()
            event.prevent_default()
            self._enter() if event.key == "enter" else self.insert("\n")
        elif event.key == "enter" and self.text.endswith("\n") and self.cursor_at_end_of_text:
            self.post_message(self.EnterTwice())

    def _enter(self) -> None:
        short = len(self.text.split()) < LEAST_WORDS and self._asked != self.text
        self._asked = self.text
        self.post_message(self.SendsShort() if short and self.text.strip() else self.Sends())

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
