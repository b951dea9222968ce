"""Runs a round: decide -> journal -> evolve -> announce -> let the interviewer speak, as streams of notices."""

from collections.abc import AsyncIterator
from datetime import UTC

from interviewsim.domain.events import (
    Entry,
    Event,
    FactReleased,
    Interrupted,
    InterviewerSaid,
    Live,
    NotesKept,
    PhaseStarted,
    Resumed,
    RoundEnded,
    Trouble,
)
from interviewsim.domain.transcript import Transcript
from interviewsim.engine.commands import Again, Answer, Command, Order, StandIn
from interviewsim.engine.cue import Cue
from interviewsim.engine.deadlines import GRACE, Deadline, Due, next_deadline
from interviewsim.engine.finding import Finder, Search, unmatched
from interviewsim.engine.notice import Delta, Failed, Notice, Recorded, Refused, TimeUp
from interviewsim.engine.pacing import next_step
from interviewsim.engine.ports import Clock, Interviewer, Journal, Worded
from interviewsim.engine.session import IllegalMove, SessionState, decide, evolve
from interviewsim.engine.speech import Speech
from interviewsim.engine.stopwatch import Stopwatch
from interviewsim.engine.table import Table
from interviewsim.errors import InterviewSimError

LIVE_EVERY = 2.0
"""Seconds between two live files: what a kill may cost of the draft and the clock."""


class Conductor:
    """One round under way. Nothing is announced that is not on disk.

    Drive it by `begin`, then `take` for each command and `due` whenever `due_in` seconds have
    passed; or let `play` do so. Every method that yields must be drained before the next is called.
    """

    def __init__(
        self,
        state: SessionState,
        journal: Journal,
        interviewer: Interviewer,
        clock: Clock,
        *,
        live: Live | None = None,
        nudges: bool = True,
        stand_in: Interviewer | None = None,
        anew: bool = False,
    ) -> None:
        """`live` is what an interruption left behind; `nudges` False where drafts cannot be seen.

        `stand_in` can take over from an interviewer who fails. `anew`: what was said so far was taken over from
        another session, so nothing was interrupted here.
        """
        self._state = state
        self._journal = journal
        self._interviewer = interviewer
        self._stand_in = stand_in
        self._clock = clock
        self._table = Table(live or Live(), state.transcript)
        self._watch = Stopwatch(clock, max(state.transcript.t, self._table.live.t))
        self._floor_since = state.last.t if state.last else 0.0
        self._told_time_up = False
        self._begun = False
        self._anew = anew
        self._voice_failed = False
        self._speech: Speech | None = None
        self._search: Search | None = None
        self._looked_up = 0
        self._nudges = nudges

    @property
    def transcript(self) -> Transcript:
        """What has been said so far."""
        return self._state.transcript

    @property
    def state(self) -> SessionState:
        """Where the round stands."""
        return self._state

    @property
    def t(self) -> float:
        """Seconds on the round's clock."""
        return self._watch.t

    @property
    def live(self) -> Live:
        """The draft and the notes as last kept, for a front end that opens on them."""
        return self._table.live

    def keep(self, draft: str, notes: str) -> None:
        """Remember what is on the table; `save_live` puts it on disk. Cheap enough for every key."""
        self._table.keep(draft, notes, self.transcript)

    def stop_speaking(self) -> None:
        """Cut the interviewer short: what was said is the turn. Does nothing while they are silent."""
        if self._speech is not None:
            self._speech.cut()

    @property
    def has_stand_in(self) -> bool:
        """Whether somebody else could interview from here."""
        return self._stand_in is not None

    def let_stand_in(self) -> None:
        """Let the stand-in interview from here; a turn whose first word has not come is theirs already."""
        if self._stand_in is None:
            return
        self._interviewer, self._stand_in = self._stand_in, None
        if self._speech is not None:
            self._speech.drop()
        if self._search is not None:
            self._search.drop()

    async def save_live(self) -> None:
        """Replace the live file. Call at least every `LIVE_EVERY` seconds while the clock runs."""
        await self._table.save(self._journal, self.t)

    def begin(self) -> AsyncIterator[Notice]:
        """Open the round, or go on with one that was interrupted."""
        return _guarded(self._begin())

    def take(self, order: Order) -> AsyncIterator[Notice]:
        """Carry out a command and let the interviewer answer it; the clock stands meanwhile.

        After a failure `Again` and `StandIn` let the interviewer, or who stands in, speak.
        """
        match order:
            case Again():
                return _guarded(self._retry())
            case StandIn():
                self.let_stand_in()
                return _guarded(self._retry())
            case _:
                return _guarded(self._take(order))

    def due(self) -> AsyncIterator[Notice]:
        """Do what the clock asks for, if anything is due now."""
        return _guarded(self._due())

    async def _begin(self) -> AsyncIterator[Notice]:
        self._begun = True
        if self._state.transcript.last_n > 1 and not (self._anew or self._state.transcript.finished):
            for event in (Interrupted(), Resumed()):
                yield await self._record(event)
        async for notice in self._steps():
            yield notice

    async def _retry(self) -> AsyncIterator[Notice]:
        """What the interviewer owes; nothing where the candidate has the floor already."""
        if self._state.candidate_has_the_floor:
            return
        async for notice in self._steps():
            yield notice

    async def _take(self, command: Command) -> AsyncIterator[Notice]:
        self._watch.stop()
        try:
            events = decide(self._state, command, seconds=max(0.0, self.t - self._floor_since))
            async for notice in self._carry_out(events, emptied=isinstance(command, Answer)):
                yield notice
        except IllegalMove as refusal:
            self._run()
            yield Refused(str(refusal))

    def due_in(self) -> float | None:
        """Seconds until the clock asks for something; None while it stands."""
        deadline = self._deadline()
        return max(0.0, deadline.at - self.t) if deadline and self._watch.running else None

    async def close(self) -> None:
        """Stop the clock, keep what is on the table, and let go of the journal."""
        self._watch.stop()
        if not self._state.transcript.finished:
            await self.save_live()
        await self._journal.close()

    async def _due(self) -> AsyncIterator[Notice]:
        if self._owes_a_turn() and not self._voice_failed:  # a full disk may have room by now; a voice is asked for
            async for notice in self._steps():
                yield notice
        deadline = self._deadline()
        if deadline is None or not self._watch.running or self.t < deadline.at:
            return
        async for notice in self._meet(deadline):
            yield notice

    def _owes_a_turn(self) -> bool:
        return self._begun and not self._state.transcript.finished and not self._state.candidate_has_the_floor

    def _deadline(self) -> Deadline | None:
        return next_deadline(self._state, self.live.draft, told_time_up=self._told_time_up, nudges=self._nudges)

    async def _meet(self, deadline: Deadline) -> AsyncIterator[Notice]:
        match deadline.of:
            case Due.TIME_UP:
                self._told_time_up = True
                yield TimeUp(GRACE)
            case Due.GRACE_OVER:
                async for notice in self._time_is_over():
                    yield notice
            case Due.NUDGE | Due.FOCUS:
                self._watch.stop()
                async for notice in self._say(deadline.cue(self._state)):
                    yield notice
                self._run()

    async def _time_is_over(self) -> AsyncIterator[Notice]:
        """The draft is sent as it is, and the round ends."""
        self._watch.stop()
        if self.live.draft.strip():
            try:
                command = Answer(self.live.draft)
                events = decide(self._state, command, seconds=max(0.0, self.t - self._floor_since), cut_off=True)
                for event in events:
                    yield await self._record(event)
                self._table.forget_draft(self.transcript, self.t)
            except IllegalMove as refusal:
                yield Refused(str(refusal))
        async for notice in self._steps():
            yield notice

    async def _carry_out(self, events: tuple[Event, ...], *, emptied: bool) -> AsyncIterator[Notice]:
        for event in events:
            yield await self._record(event)
        if emptied:
            self._table.forget_draft(self.transcript, self.t)
        else:
            self.keep(self.live.draft, self.live.notes)
        async for notice in self._steps():
            yield notice

    async def _steps(self) -> AsyncIterator[Notice]:
        """Take steps until the candidate has the floor or the round is over."""
        while (step := next_step(self._state, self.t)) is not None:
            if isinstance(step, Cue) and (found := await self._found(step)) is not None:
                yield await self._record(found)
                continue
            match step:
                case Cue():
                    async for notice in self._say(step):
                        yield notice
                case PhaseStarted() | FactReleased():
                    yield await self._record(step)
                case RoundEnded():
                    async for notice in self._end(step):
                        yield notice
        self._give_floor()

    async def _found(self, cue: Cue) -> FactReleased | None:
        """What a request is after that rules could not match, where the interviewer can tell; asked once a turn."""
        finder, wanted = self._interviewer, unmatched(self._state, cue)
        if not isinstance(finder, Finder) or wanted is None or wanted.turn == self._looked_up:
            return None
        self._looked_up = wanted.turn
        self._search = Search(finder, wanted)
        label = await self._search.label()
        self._search = None
        return None if label is None else FactReleased(label, wanted.turn)

    async def _end(self, ending: RoundEnded) -> AsyncIterator[Notice]:
        if self.live.notes.strip():
            yield await self._record(NotesKept(self.live.notes))
        yield await self._record(ending)

    async def _say(self, cue: Cue) -> AsyncIterator[Notice]:
        """A turn sentence by sentence; where it is cut, what was said until then is the turn.

        Where the voice fails there is no turn yet: a greeting without its question would leave a candidate with
        the floor and nothing to say. What was heard is kept with the trouble, and the turn is said anew.
        """
        self._voice_failed = False
        self._speech = speech = Speech(self._interviewer.reply(self._state.transcript, cue))
        sentences: list[str] = []
        try:
            async for sentence in speech.sentences():
                sentences.append(sentence)
                yield Delta(sentence)
        except InterviewSimError as error:
            self._voice_failed = True
            yield await self._record(Trouble(error.message, " ".join(sentences) or None))
            raise
        finally:
            self._speech = None
        if not speech.complete and not sentences:  # dropped before its first word
            async for notice in self._say(cue):
                yield notice
            return
        yield await self._record(self._turn(cue, sentences, speech.worded, complete=speech.complete))

    def _turn(self, cue: Cue, sentences: list[str], worded: Worded, *, complete: bool) -> InterviewerSaid:
        turn, text = len(self._state.transcript.turns) + 1, " ".join(sentences)
        how = worded.how
        return InterviewerSaid(turn, text, cue.move, cue.question_id, complete, how, cue.target, worded.usage)

    def _give_floor(self) -> None:
        """The candidate's turn begins."""
        self._floor_since = self._watch.t
        self._run()

    def _run(self) -> None:
        """The clock runs while the candidate has the floor, and not in a pause."""
        if self._state.candidate_has_the_floor and not self._state.paused:
            self._watch.run()

    async def _record(self, event: Event) -> Notice:
        """Durable first, then believed, then told."""
        at = self._clock.now().astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        entry = Entry(self._state.transcript.last_n + 1, at, self.t, event)
        await self._journal.append((entry,))
        self._state = evolve(self._state, entry)
        return Recorded(entry)


async def _guarded(stream: AsyncIterator[Notice]) -> AsyncIterator[Notice]:
    """The stream, with what fails outside as its last notice: the words are on disk, and the clock stands."""
    try:
        async for notice in stream:
            yield notice
    except InterviewSimError as error:
        yield Failed(error)
