"""An aloud round: the answer is said to the room, then its headline, decision and result are typed from memory."""

from typing import TYPE_CHECKING, ClassVar

from textual import events

from interviewsim.domain.events import CandidateSaid, Entry
from interviewsim.tui.presenters.aloud import CLOSED, RECALL, Recall, recall_line
from interviewsim.tui.screens.interview import InterviewScreen

if TYPE_CHECKING:
    from interviewsim.engine.conductor import Conductor


class AloudScreen(InterviewScreen):
    """The round's screen, with a box that opens when the answer was said and sends itself when its time is over."""

    ABOUT: ClassVar[str] = (
        "Say your answer to the room against the clock, as you would in the interview; nobody records it. Press Enter "
        "when you have said it: then 90 seconds begin to type its headline, your decision and the result from memory. "
        "Only what you type is graded, for it is what a listener would have kept."
    )

    def __init__(self, conductor: "Conductor") -> None:
        super().__init__(conductor)
        self._recall = Recall(conductor.t if conductor.live.draft else None)

    def on_mount(self) -> None:
        """Begin with the mouth, or where a draft was left, with the hands."""
        self._show_box()

    def action_send(self) -> None:
        """What was said is said; what was typed is sent."""
        if self._recall.speaking:
            self._begin_typing()
        else:
            super().action_send()

    def on_key(self, event: events.Key) -> None:
        """Enter ends the speaking; letters are for later."""
        if self._recall.speaking and self.focused is self.box:
            if event.key == "enter":
                event.stop()
                self._begin_typing()
            return
        super().on_key(event)

    def _begin_typing(self) -> None:
        """From here the clock of the memory runs."""
        if self._conductor.state.candidate_has_the_floor:
            self._recall = Recall(self._conductor.t)
            self._show_box()

    def _show_box(self) -> None:
        speaking = self._recall.speaking
        self.box.read_only = speaking
        self.box.placeholder = CLOSED if speaking else RECALL
        self.box.focus()
        self._tick()

    def _record(self, entry: Entry) -> None:
        super()._record(entry)
        if isinstance(entry.event, CandidateSaid):
            self._recall = Recall()
            self._show_box()

    def _tick(self) -> None:
        super()._tick()
        conductor = self._conductor
        if not conductor.state.candidate_has_the_floor or self.box.sending:
            return
        if self._recall.must_begin(conductor.t, conductor.state.plan):
            self._begin_typing()
            return
        self.talk.say(recall_line(self._recall, conductor.t))
        if not self._recall.left(conductor.t) and self.box.text.strip():
            super().action_send()
