"""Dialogue, a line for what just happened, and the answer box: the column in which a round takes place."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult, SuspendNotSupported
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from interviewsim.domain.events import CandidateSaid
from interviewsim.domain.transcript import Utterance
from interviewsim.tui.editor import EditorFailed, edited
from interviewsim.tui.presenters.plain import one_line
from interviewsim.tui.presenters.speech import Speech, aside, live_speech, speech_of
from interviewsim.tui.widgets.answer_box import AnswerBox
from interviewsim.tui.widgets.dialogue import Dialogue

DRAW_EVERY = 0.05
"""Seconds between two looks of a turn under way: a burst is drawn once, and keys are heard in between."""


class Talk(Vertical):
    """Takes what was said, and keeps the draft until its text is on disk."""

    DEFAULT_CSS = """
    Talk { width: 1fr; height: 1fr; }
    Talk > .talk-waiting { height: 1; display: none; padding-left: 2; color: $text-muted; }
    Talk > .talk-said { height: auto; display: none; padding-left: 2; color: $text-warning; }
    """

    def __init__(self, interviewer: str, draft: str, *, still: bool, enter_sends: bool = False) -> None:
        super().__init__(id="talk")
        self._interviewer = interviewer
        self._under_way: list[str] = []
        self._t = 0.0
        self._drawn = 0
        self._drawing: Timer | None = None
        self.dialogue = Dialogue(ident="dialogue")
        self.waiting = Static("", classes="talk-waiting", markup=False)
        self.said = Static("", classes="talk-said", markup=False)
        self.box = AnswerBox(draft, still=still, enter_sends=enter_sends)

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield self.dialogue
        yield self.waiting
        yield self.said
        yield self.box

    def say(self, sentence: str) -> None:
        """A line by the program; empty takes it away."""
        self.said.update(Content(sentence))
        self.said.display = bool(sentence)

    def wait(self, sentence: str) -> None:
        """Say what is awaited; empty takes it away."""
        if sentence != str(self.waiting.content):
            self.waiting.update(Content(sentence))
            self.waiting.display = bool(sentence)

    @property
    def hears(self) -> bool:
        """Whether the interviewer is in the middle of a turn."""
        return bool(self._under_way)

    def begin_with(self, speeches: Sequence[Speech]) -> None:
        """Show what was said before."""
        self._under_way = []
        self.dialogue.fill(speeches)

    def interviewer_begins(self, sentence: str, t: float) -> None:
        """A sentence of the turn under way."""
        self._under_way.append(sentence)
        self._t = t
        if self._drawing is None:
            self._draw()
            self._drawing = self.set_timer(DRAW_EVERY, self._draw_again)

    def _draw(self) -> None:
        if self._under_way:
            self.dialogue.grow(live_speech(self._interviewer, self._t, self._under_way))
            self._drawn = len(self._under_way)

    def _draw_again(self) -> None:
        self._drawing = None
        if len(self._under_way) != self._drawn:
            self._draw()

    def interviewer_said(self, utterance: Utterance) -> None:
        """The whole turn, now on disk."""
        self._under_way = []
        self.dialogue.add(speech_of(utterance, self._interviewer))

    def candidate_said(self, utterance: Utterance, event: CandidateSaid) -> None:
        """The candidate's turn is on disk: what was sent leaves the box."""
        if event.cut_off and not self.box.sending:
            self.box.send()
        if self.box.sending:
            self.box.sent()
        self.say("")
        self.dialogue.add(speech_of(utterance, self._interviewer))

    @on(AnswerBox.Sends)
    async def send(self) -> None:
        """Enter was to send."""
        await self.screen.run_action("send")

    @on(AnswerBox.SendsShort)
    def ask_again(self) -> None:
        """A slip of the finger on a short answer cannot be taken back."""
        self.say("That is a short answer. Enter once more sends it; Ctrl+J is a new line.")

    async def write_elsewhere(self, editor: Sequence[str]) -> None:
        """Write the draft in the person's own editor; the clock goes on meanwhile."""
        try:
            with self.app.batch_update(), self.app.suspend():
                text = await edited(self.box.text, editor)
        except EditorFailed as error:
            self.say(one_line(f"{error.message} {error.hint}"))
        except SuspendNotSupported:
            self.say("Your editor cannot be opened from here.")
        else:
            self.box.load_text(text)
            self.box.move_cursor(self.box.document.end)

    def refused(self, why: str) -> None:
        """A command could not be taken; the text stays a draft."""
        self.box.not_sent()
        self.say(why)

    def failed(self, what: str) -> None:
        """Something outside failed: a row in the dialogue, where it does not pass by, below what had been heard."""
        if self._under_way:
            self.dialogue.grow(live_speech(self._interviewer, self._t, self._under_way, cut=True))
        self._under_way = []
        self.box.not_sent()
        self.dialogue.add(aside(what))
