"""The transcript: a fold over a journal's entries, and the only reader of their order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from interviewsim.domain.events import (
    CandidateSaid,
    EndReason,
    Entry,
    Event,
    FactReleased,
    Graded,
    HintGiven,
    InterviewerSaid,
    NotesKept,
    PhaseStarted,
    RoundEnded,
    SaidAs,
    SelfEstimate,
    SessionConfigured,
    SessionOpened,
)
from interviewsim.domain.move import Move


@dataclass(frozen=True, slots=True)
class Utterance:
    """One turn of either side. `t` is when it was complete, on the round's clock in seconds."""

    turn: int
    text: str
    candidate: bool
    t: float
    question_id: str | None = None
    move: Move | None = None
    target: str | None = None
    as_: SaidAs | None = None
    cut_off: bool = False
    pasted: bool = False
    seconds: float = 0.0
    complete: bool = True

    @property
    def words(self) -> int:
        """Words as a reader counts them."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Transcript:
    """What a session's journal says happened, up to the last entry that was read.

    `released` maps the id of a fact that was told to the candidate's turn that asked for it.
    """

    opened: SessionOpened
    configured: SessionConfigured | None = None
    turns: tuple[Utterance, ...] = ()
    phases: tuple[tuple[PhaseStarted, float], ...] = ()
    grades: tuple[Graded, ...] = ()
    hints: tuple[HintGiven, ...] = ()
    released: Mapping[str, int] = field(default_factory=dict)
    notes: str = ""
    estimate: SelfEstimate | None = None
    ended: EndReason | None = None
    t: float = 0.0
    last_n: int = 0

    @property
    def finished(self) -> bool:
        """Whether the round came to its end."""
        return self.ended is not None

    @property
    def own_grade(self) -> Graded | None:
        """The newest grade by the round's own company and level; another ruler's where there is none."""
        ruler = (self.opened.company, self.opened.level)
        own = (one for one in reversed(self.grades) if (one.scorecard.company, one.scorecard.level) == ruler)
        return next(own, self.grades[-1] if self.grades else None)

    def turn(self, number: int) -> Utterance | None:
        """The utterance with this turn number, also where a damaged journal has lost turns before it."""
        fitting = self.turns[number - 1] if 0 < number <= len(self.turns) else None
        if fitting is not None and fitting.turn == number:
            return fitting
        return next((utterance for utterance in self.turns if utterance.turn == number), None)

    def of_question(self, question_id: str) -> tuple[Utterance, ...]:
        """All turns that belong to one main question, in order."""
        return tuple(turn for turn in self.turns if turn.question_id == question_id)

    def answers_to(self, question_id: str) -> tuple[Utterance, ...]:
        """The candidate's answers (not their questions) to one main question."""
        return tuple(turn for turn in self.of_question(question_id) if turn.candidate and turn.as_ is SaidAs.ANSWER)


def transcript_of(opened: SessionOpened, entries: Iterable[Entry]) -> Transcript:
    """Fold a journal's entries, in order, into a transcript."""
    transcript = Transcript(opened)
    for entry in entries:
        transcript = extended(transcript, entry)
    return transcript


def extended(transcript: Transcript, entry: Entry) -> Transcript:
    """The transcript with one more entry."""
    grown = _with_event(transcript, entry.event, entry.t)
    return replace(grown, t=entry.t, last_n=entry.n)


def _with_event(transcript: Transcript, event: Event, t: float) -> Transcript:
    match event:
        case SessionConfigured():
            return replace(transcript, configured=event)
        case PhaseStarted():
            return replace(transcript, phases=(*transcript.phases, (event, t)))
        case InterviewerSaid() | CandidateSaid():
            return replace(transcript, turns=(*transcript.turns, _utterance(transcript, event, t)))
        case HintGiven():
            return replace(transcript, hints=(*transcript.hints, event))
        case FactReleased():
            return replace(transcript, released={event.fact_id: event.turn, **transcript.released})
        case NotesKept():
            return replace(transcript, notes=event.notes)
        case SelfEstimate():
            return replace(transcript, estimate=event)
        case RoundEnded():
            return replace(transcript, ended=event.reason)
        case Graded():
            return replace(transcript, grades=(*transcript.grades, event))
        case _:
            return transcript


def _utterance(transcript: Transcript, event: InterviewerSaid | CandidateSaid, t: float) -> Utterance:
    if isinstance(event, InterviewerSaid):
        return Utterance(
            event.turn,
            event.text,
            candidate=False,
            t=t,
            question_id=event.question_id,
            move=event.move,
            target=event.target,
            complete=event.complete,
        )
    before = transcript.turns[-1] if transcript.turns else None
    return Utterance(
        event.turn,
        event.text,
        candidate=True,
        t=t,
        question_id=before.question_id if before else None,
        as_=event.as_,
        cut_off=event.cut_off,
        pasted=event.pasted,
        seconds=event.seconds,
    )
