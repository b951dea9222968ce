"""The round itself: dialogue, answer box, clock. It hears the engine's notices and never waits for it."""

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import TextArea
from textual.worker import Worker, WorkerError, WorkerState

from interviewsim.domain.events import CandidateSaid, Entry, InterviewerSaid
from interviewsim.engine.commands import Answer, Clarify, End, Hint, Order, Pause, Skip, StandIn, Unpause
from interviewsim.engine.notice import Delta, Failed, Notice, Recorded, Refused, TimeUp
from interviewsim.engine.play import play
from interviewsim.errors import InterviewSimError
from interviewsim.tui.commands import Command, bindings
from interviewsim.tui.faults import fault
from interviewsim.tui.presenters import interview as present
from interviewsim.tui.presenters.plain import one_line
from interviewsim.tui.presenters.speech import interviewer_name, speeches_of
from interviewsim.tui.screens import interview_keys as keys
from interviewsim.tui.screens.ask import AskScreen
from interviewsim.tui.screens.floor import Floor
from interviewsim.tui.screens.leaving import Ending, end_screen, quit_screen
from interviewsim.tui.widgets.answer_box import AnswerBox
from interviewsim.tui.widgets.clock_bar import ClockBar
from interviewsim.tui.widgets.notes_pane import NotesPane
from interviewsim.tui.widgets.talk import Talk

if TYPE_CHECKING:
    from interviewsim.engine.conductor import Conductor

TICK = 0.5
"""Seconds between two looks at the clock; the time itself is never counted."""


class InterviewScreen(Floor):
    """One worker reads the stream of notices; keys put commands on its queue."""

    KEYS: ClassVar[tuple[Command, ...]] = keys.ALL
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    CSS_PATH = "interview.tcss"
    ABOUT = keys.ABOUT

    def __init__(self, conductor: "Conductor") -> None:
        super().__init__()
        self._conductor = conductor
        self._commands: asyncio.Queue[Order] = asyncio.Queue()
        self._question = ""
        self._stuck = False
        self._heard_at = 0.0
        self._told_keys = False
        self._round: Worker[None] | None = None

    def frame_title(self) -> str:
        """Round, company, level."""
        return present.title_of(self._conductor.transcript)

    def body(self) -> ComposeResult:
        """Dialogue above the box, notes beside them."""
        opened = self._conductor.transcript.opened
        still, enter = self.house.around.still, self.house.around.enter_sends
        yield ClockBar(self.frame_title(), present.mode_line(opened.mode))
        with Horizontal(id="halves"):
            who = interviewer_name(self._conductor.transcript)
            yield Talk(who, self._conductor.live.draft, still=still, enter_sends=enter)
            yield NotesPane(self._conductor.live.notes, present.brief_of(self._conductor.transcript), still=still)

    def on_mount(self) -> None:
        """Show what was said before, and listen."""
        self.talk.begin_with(speeches_of(self._conductor.transcript))
        self.box.focus()
        self._heard_at = self.house.around.seconds()
        self._tick()
        self.set_interval(TICK, self._tick)
        self._round = self.follow()

    @property
    def talk(self) -> Talk:
        """What is said and what is being written."""
        return self.query_one(Talk)

    @property
    def box(self) -> AnswerBox:
        """What is being written."""
        return self.talk.box

    @work(exclusive=True, group="round", exit_on_error=False)
    async def follow(self) -> None:
        """Hear every notice of the round; after its end, go to the debrief."""
        async for notice in play(self._conductor, self._commands):
            self._hear(notice)
        self.house.round_over(self._conductor.transcript)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A fault of the program's own is told like any other failure."""
        if event.worker is self._round and event.state is WorkerState.ERROR:
            self._fail(fault(event.worker))
        elif event.worker is not self._round:
            super().on_worker_state_changed(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hints and pauses are for coach mode; trying again is for trouble."""
        del parameters
        if action in keys.COACH_ONLY:
            return self._conductor.transcript.opened.mode.helps
        if action == "again":
            return self._stuck
        if action == "offline":
            return self._conductor.has_stand_in and (self._stuck or self._waits)
        return bool(self.house.around.editor) if action == "editor" else True

    def before_quit(self) -> bool:
        """Ask; the round can be gone on with either way."""
        self.app.push_screen(quit_screen(), self._quit)
        return False

    def action_send(self) -> None:
        """Put the answer on the queue; it stays in the box until it is on disk."""
        if not self.box.text.strip():
            self.talk.say("There is nothing to send yet.")
        elif not self.box.sending:
            self.talk.say("")
            pasted = self.box.pasted
            self._commands.put_nowait(Answer(self.box.send(), pasted=pasted))

    def action_clarify(self) -> None:
        """Ask the interviewer something; the draft waits."""
        title = f"Ask {interviewer_name(self._conductor.transcript)} about the question"
        screen = AskScreen(title, self._question, note="The clock goes on.", still=self.house.around.still)
        self.app.push_screen(screen, self._ask)

    def action_hint(self) -> None:
        """Ask for a nudge."""
        self._commands.put_nowait(Hint())

    def action_skip(self) -> None:
        """Leave the question."""
        self._commands.put_nowait(Skip())

    def action_pause(self) -> None:
        """Stop the clock, or go on."""
        self._commands.put_nowait(Unpause() if self._conductor.state.paused else Pause())

    def action_end(self) -> None:
        """Ask how to leave."""
        graded = present.early_end_note(self._conductor.transcript)
        self.app.push_screen(end_screen(graded), self._end)

    def action_again(self) -> None:
        """After a failure: open the session anew from what is on disk."""
        self._stuck = False
        self._heard_at = self.house.around.seconds()
        self.refresh_bindings()
        self.run_worker(self._reopen(), group="again", exit_on_error=False)

    def action_offline(self) -> None:
        """Let the offline interviewer go on, in place of a model that fails or is slow."""
        self._stuck = False
        self._conductor.let_stand_in()
        self._commands.put_nowait(StandIn())
        self.talk.say("The offline interviewer goes on from here.")
        self.refresh_bindings()

    async def action_editor(self) -> None:
        """Write in the person's own editor; the clock goes on."""
        await self.talk.write_elsewhere(self.house.around.editor)

    def action_notes(self) -> None:
        """Between the answer and the notes; where it is narrow, they take turns on the screen."""
        if self.has_class("-noting"):
            self._back_to_answer()
            return
        self.add_class("-noting")
        self.call_after_refresh(self.query_one(NotesPane).enter)

    def action_tab(self, number: int) -> None:
        """Open a tab beside the answer."""
        self.add_class("-noting")
        self.query_one(NotesPane).turn_to(number)

    def action_step_back(self) -> None:
        """Stop the interviewer who speaks; else out of the box, where letters are commands, or back into it."""
        if self._stops:
            self._stop_speaking()
        elif self.focused is self.box:
            self.talk.dialogue.focus()
            self.talk.say(keys.letters(self._conductor.transcript.opened.mode))
        else:
            self._back_to_answer()

    def action_hide_clock(self) -> None:
        """For those whom it makes anxious."""
        self.query_one(ClockBar).hide_clock()

    def action_read(self, by: int) -> None:
        """Scroll the dialogue without leaving the box."""
        self.talk.dialogue.scroll_relative(y=by * 3, animate=False)

    @on(TextArea.Changed, "#answer")
    @on(NotesPane.Changed)
    def keep(self) -> None:
        """What is written is never more than two seconds from the disk."""
        self._conductor.keep(self.box.text, self.query_one(NotesPane).text)

    @on(AnswerBox.EnterTwice)
    def explain_sending(self) -> None:
        """Once a round, to somebody who expects Enter to send."""
        if not self._told_keys:
            self._told_keys = True
            self.talk.say("Ctrl+S sends.")

    @on(AnswerBox.WantsToRead)
    def read_up(self) -> None:
        """Page up at the top of the draft."""
        self.talk.dialogue.scroll_page_up(animate=False)

    def on_key(self, event: events.Key) -> None:
        """A letter without a meaning goes where letters belong."""
        bound = event.key in self.active_bindings
        if self.focused is self.talk.dialogue and event.is_printable and event.character and not bound:
            event.stop()
            self._back_to_answer()
            self.box.insert(event.character)

    @property
    def _stops(self) -> bool:
        """Whether the interviewer speaks and can be stopped."""
        return self.talk.hears and self._conductor is not None

    @property
    def _waits(self) -> bool:
        """Whether the interviewer's words are awaited."""
        state = self._conductor.state
        return not (state.candidate_has_the_floor or self._conductor.transcript.finished or self._stuck)

    def _stop_speaking(self) -> None:
        if self._conductor is not None:
            self._conductor.stop_speaking()

    def _hear(self, notice: Notice) -> None:
        self._heard_at = self.house.around.seconds()
        match notice:
            case Recorded(entry):
                self._record(entry)
            case Delta(text):
                self.talk.interviewer_begins(text, self._conductor.t)
            case Refused(message):
                self.talk.refused(one_line(message))
            case TimeUp(seconds):
                self.talk.say(present.time_up_line(seconds))
            case Failed(error):
                self._fail(error)
        self._tick()

    def _record(self, entry: Entry) -> None:
        match entry.event:
            case CandidateSaid() as said:
                self._question = ""
                self.talk.candidate_said(self._conductor.transcript.turns[-1], said)
            case InterviewerSaid():
                self.talk.interviewer_said(self._conductor.transcript.turns[-1])
            case _:
                self.talk.dialogue.covered = self._conductor.state.paused

    def _fail(self, error: InterviewSimError) -> None:
        can_send = self._conductor.state.candidate_has_the_floor
        self._stuck = not can_send
        self.refresh_bindings()
        stand_in = self._conductor.has_stand_in
        self.talk.failed(present.trouble_line(error, can_send=can_send, stand_in=stand_in))

    def _tick(self) -> None:
        conductor, state = self._conductor, self._conductor.state
        since = present.phase_since(conductor.transcript)
        self.query_one(ClockBar).tell(
            present.phase_line(state.current, state.plan, conductor.t, since),
            present.clock_view(conductor.t, state.plan, paused=state.paused),
        )
        silent = self.house.around.seconds() - self._heard_at if self._waits else 0.0
        name = interviewer_name(conductor.transcript)
        self.talk.wait(present.thinking_line(name, silent, stops=self._stops, stand_in=conductor.has_stand_in))

    def _back_to_answer(self) -> None:
        self.remove_class("-noting")
        self.talk.say("")
        self.box.focus()

    def _ask(self, question: str | None) -> None:
        if question:
            self._question = question
            self._commands.put_nowait(Clarify(question))

    def _end(self, ending: Ending | None) -> None:
        if ending is Ending.GRADE:
            self._commands.put_nowait(End())
        elif ending is Ending.LEAVE:
            self.run_worker(self._leave(quits=False), group="leave", exit_on_error=False)

    def _quit(self, ending: Ending | None) -> None:
        if ending is Ending.LEAVE:
            self.run_worker(self._leave(quits=True), group="leave", exit_on_error=False)

    async def _leave(self, *, quits: bool) -> None:
        """Let go of the journal first, then of the screen."""
        await self._let_go()
        if quits:
            self.app.exit()
        else:
            self.go_home()

    async def _let_go(self) -> None:
        if self._round is None:
            return
        self._round.cancel()
        try:
            await self._round.wait()
        except WorkerError:
            return

    async def _reopen(self) -> None:
        await self._let_go()
        try:
            self._conductor = await self.house.stage.resume(self._conductor.transcript.opened.session)
        except InterviewSimError as error:
            self._fail(error)
            return
        self.keep()
        self.talk.begin_with(speeches_of(self._conductor.transcript))
        self._round = self.follow()
