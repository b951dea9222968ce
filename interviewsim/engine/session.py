"""The state of a round, what a command may do to it, and how an event changes it."""

from dataclasses import dataclass, replace

from interviewsim.domain.events import (
    CandidateSaid,
    EndReason,
    Entry,
    Event,
    HintGiven,
    InterviewerSaid,
    Paused,
    PhaseStarted,
    Resumed,
    RoundEnded,
    SaidAs,
    SessionConfigured,
    SessionOpened,
    Skipped,
)
from interviewsim.domain.loop import Phase, RoundPlan
from interviewsim.domain.move import Move
from interviewsim.domain.question import Question
from interviewsim.domain.transcript import Transcript, Utterance, extended
from interviewsim.engine.commands import Answer, Clarify, Command, End, Hint, Pause, Skip, Unpause
from interviewsim.reading.cleaning import clean
from interviewsim.reading.message import MessageKind, read_message
from interviewsim.reading.request import LONGEST_REQUEST
from interviewsim.reading.sheet import asked_of_sheet

KEEPS_THE_FLOOR = frozenset({Move.OPEN, Move.MOVE_ON, Move.CONCEDE, Move.CLOSE})
"""Moves after which the interviewer goes on speaking."""

TAKEN_AS_QUESTION = frozenset(
    {
        MessageKind.QUESTION,
        MessageKind.QUESTION_BACK,
        MessageKind.ASKS_TIME,
        MessageKind.ASKS_CLOCK,
        MessageKind.ASKS_REPEAT,
        MessageKind.ASKS_RUBRIC,
        MessageKind.ASKS_EASIER,
        MessageKind.ASKS_ROLE,
    }
)
MAX_MESSAGE = 200_000
"""Code points of one message; what is longer is refused whole, so that nothing is lost unseen."""


class IllegalMove(Exception):
    """A command that cannot be taken now; the text says why, and what to do instead."""


@dataclass(frozen=True, slots=True)
class SessionState:
    """A transcript with what the next step depends on.

    `phase` indexes the plan's phases (-1 before the first), `phase_from` is the number of turns
    that stood when it began, `question_from` the number when the first phase of its question did;
    `asks` is a command the interviewer still has to answer.
    """

    transcript: Transcript
    phase: int = -1
    phase_from: int = 0
    question_from: int = 0
    paused: bool = False
    asks: type[HintGiven] | type[Skipped] | None = None

    @property
    def configured(self) -> SessionConfigured:
        """What the round is played by."""
        if self.transcript.configured is None:
            raise IllegalMove("This session has no plan: it was never configured.")
        return self.transcript.configured

    @property
    def plan(self) -> RoundPlan:
        """How the time is cut."""
        return self.configured.plan

    @property
    def current(self) -> Phase | None:
        """The phase the round is in."""
        return self.plan.phases[self.phase] if self.phase >= 0 else None

    @property
    def last(self) -> Utterance | None:
        """The newest turn of either side."""
        return self.transcript.turns[-1] if self.transcript.turns else None

    @property
    def in_phase(self) -> tuple[Utterance, ...]:
        """The turns since the current phase began."""
        return self.transcript.turns[self.phase_from :]

    @property
    def question(self) -> Question | None:
        """The main question on the table."""
        turns = self.transcript.turns[self.question_from :]
        asked = next((turn for turn in reversed(turns) if turn.move is Move.ASK), None)
        if asked is None:
            return None
        return next((q for q in self.configured.questions if q.id == asked.question_id), None)

    @property
    def after_question(self) -> int:
        """The index of the first phase behind all stages of the current question."""
        here = self.current.question if self.current else None
        after = range(self.phase + 1, len(self.plan.phases))
        return next((index for index in after if self.plan.phases[index].question != here), len(self.plan.phases) - 1)

    @property
    def candidate_has_the_floor(self) -> bool:
        """Whether the interviewer waits for the candidate."""
        if self.transcript.finished or self.asks or self.last is None or self.last.candidate:
            return False
        return self.last.move not in KEEPS_THE_FLOOR


def evolve(state: SessionState, entry: Entry) -> SessionState:
    """The state after an entry."""
    grown = replace(state, transcript=extended(state.transcript, entry))
    match entry.event:
        case PhaseStarted():
            return _in_phase(grown, entry.event.index)
        case InterviewerSaid():
            return replace(grown, asks=None)
        case HintGiven() | Skipped():
            return replace(grown, asks=type(entry.event))
        case Paused():
            return replace(grown, paused=True)
        case Resumed():
            return replace(grown, paused=False)
        case _:
            return grown


def _in_phase(state: SessionState, index: int) -> SessionState:
    """The state as a phase begins; the stages of one question share what was said to it."""
    begun = len(state.transcript.turns)
    before, now = state.current, state.plan.phases[index]
    same = before is not None and now.question is not None and before.question == now.question
    question_from = state.question_from if same else begun
    return replace(state, phase=index, phase_from=begun, question_from=question_from, asks=None)


def state_of(opened: SessionOpened, entries: tuple[Entry, ...]) -> SessionState:
    """Fold a whole journal."""
    state = SessionState(Transcript(opened))
    for entry in entries:
        state = evolve(state, entry)
    return state


def decide(state: SessionState, command: Command, *, seconds: float = 0.0, cut_off: bool = False) -> tuple[Event, ...]:
    """The events a command causes. `seconds`: how long the candidate had the floor.

    Raises `IllegalMove` where the command cannot be taken now; nothing has happened then.
    """
    if state.transcript.finished:
        raise IllegalMove("The round is over.")
    match command:
        case Answer():
            return (_said(state, command.text, None, pasted=command.pasted, seconds=seconds, cut_off=cut_off),)
        case Clarify():
            return (_said(state, command.text, SaidAs.QUESTION, pasted=False, seconds=seconds, cut_off=cut_off),)
        case Hint():
            return (_hint(state),)
        case Skip():
            return (Skipped(_question_id(state)),)
        case Pause():
            return _pause(state)
        case Unpause():
            return (Resumed(),) if state.paused else ()
        case End():
            return (RoundEnded(EndReason.SCRIPT_ENDED if command.script_ended else EndReason.ENDED_EARLY),)


def _said(
    state: SessionState, text: str, as_: SaidAs | None, *, pasted: bool, seconds: float, cut_off: bool
) -> CandidateSaid:
    if not state.candidate_has_the_floor:
        raise IllegalMove("The interviewer is about to speak; your text is kept.")
    if state.paused:
        raise IllegalMove("The round is paused; go on first.")
    kept = clean(text)
    if not kept.strip():
        raise IllegalMove("There is nothing to send yet.")
    if len(kept) > MAX_MESSAGE:
        raise IllegalMove(f"A message can have {MAX_MESSAGE:,} characters; this one has {len(kept):,}. Shorten it.")
    return CandidateSaid(
        turn=len(state.transcript.turns) + 1,
        text=kept,
        as_=as_ or _taken_as(state, kept),
        cut_off=cut_off,
        pasted=pasted,
        seconds=round(seconds, 1),
    )


def _taken_as(state: SessionState, text: str) -> SaidAs:
    """A message that mainly asks is a question, whether or not it was sent as one."""
    question = state.question
    message = read_message(text, question.ask if question else "")
    if message.kind in TAKEN_AS_QUESTION:
        return SaidAs.QUESTION
    if question is None or not question.facts or message.words > LONGEST_REQUEST:
        return SaidAs.ANSWER
    return SaidAs.QUESTION if asked_of_sheet(text, question) else SaidAs.ANSWER


def _hint(state: SessionState) -> HintGiven:
    if not (mode := state.transcript.opened.mode).helps:
        raise IllegalMove(f"There are no hints in {mode} mode.")
    question_id = _question_id(state)
    given = sum(1 for hint in state.transcript.hints if hint.question_id == question_id)
    if given == 3:
        raise IllegalMove("All three hints for this question are given.")
    return HintGiven(question_id, given + 1)


def _pause(state: SessionState) -> tuple[Event, ...]:
    if not (mode := state.transcript.opened.mode).helps:
        raise IllegalMove(f"There is no pause in {mode} mode; quit instead, and resume later.")
    return () if state.paused else (Paused(),)


def _question_id(state: SessionState) -> str:
    question = state.question
    if question is None or not state.candidate_has_the_floor:
        raise IllegalMove("There is no question on the table.")
    return question.id
