"""What comes next: a pure policy over the state, the clock and what `reading` finds.

Every step follows from what is already in the journal, so a round that was killed between two
lines goes on as if it had not been.
"""

from collections.abc import Callable

from interviewsim.domain.events import EndReason, HintGiven, PhaseStarted, RoundEnded, SaidAs
from interviewsim.domain.loop import Length
from interviewsim.domain.move import Move
from interviewsim.domain.question import Question
from interviewsim.domain.setup import CANDIDATE_QUESTIONS, CLOSE, INTRO
from interviewsim.domain.transcript import Utterance
from interviewsim.engine.cue import Cue
from interviewsim.engine.deadlines import GRACE
from interviewsim.engine.gaps import decision_quote, gaps, quote_for
from interviewsim.engine.session import SessionState
from interviewsim.reading.answer import read_answer
from interviewsim.reading.findings import AnswerReading, AnswerType, Flaw, Said, Signal
from interviewsim.reading.message import MessageKind, read_message
from interviewsim.reading.topics import match_topic

Step = Cue | PhaseStarted | RoundEnded

FOLLOW_UPS = frozenset({Move.PROBE, Move.OCCASION, Move.CLOSEST, Move.FOCUS})
"""What spends a question's budget; contesting a decision has its own, once a round."""
TOO_LATE_TO_PROBE = 45.0
TOO_LATE_TO_ASK = 150.0
"""Seconds left of a phase under which a follow-up, or another question, is not worth beginning."""
PATIENCE = 2
"""How often the same evasion is met before the interviewer moves on."""
QUESTIONS_HEARD = 4
"""Questions of the candidate's that are answered, where time allows."""
TOO_LONG = 450
"""Words of one answer, three minutes spoken, after which a missing result is asked for by name."""


def next_step(state: SessionState, t: float) -> Step | None:
    """The next thing to happen, or None while the candidate has the floor or the round is over."""
    if state.transcript.finished or (state.candidate_has_the_floor and not _grace_is_over(state, t)):
        return None
    phase = state.current
    if phase is None:
        return _phase(state, 0)
    if state.last is not None and state.last.move is Move.CLOSE:
        return RoundEnded(_ending(state, t))
    if _time_is_up(state, t) and phase.id != CLOSE:
        return _phase(state, len(state.plan.phases) - 1)
    if phase.question is not None:
        return _in_question(state, t)
    return _IN_PHASE.get(phase.id, _pass_by)(state, t)


def _phase(state: SessionState, index: int) -> PhaseStarted:
    return PhaseStarted(state.plan.phases[index].id, index)


def _next_phase(state: SessionState) -> PhaseStarted:
    return _phase(state, state.phase + 1)


def _time_is_up(state: SessionState, t: float) -> bool:
    return state.plan.timed and t >= state.plan.seconds


def _grace_is_over(state: SessionState, t: float) -> bool:
    """Nobody spoke up to the very end, so there is no answer to wait for."""
    return state.plan.timed and t >= state.plan.seconds + GRACE


def _left_of_phase(state: SessionState, t: float) -> float:
    """Seconds to the planned end of the phase: what an earlier one saved, a later one may use."""
    if not state.plan.timed:
        return float("inf")
    return state.plan.starts_at(state.phase + 1) - t


def _ending(state: SessionState, t: float) -> EndReason:
    if _time_is_up(state, t):
        return EndReason.TIME_UP
    met = {started.index for started, _ in state.transcript.phases}
    return EndReason.COMPLETED if len(met) == len(state.plan.phases) else EndReason.ENDED_EARLY


# --- phases without a main question ---------------------------------------------------------------


def _intro(state: SessionState, _: float) -> Step:
    return _next_phase(state) if state.in_phase else _cue(state, Move.OPEN)


def _close(state: SessionState, t: float) -> Step:
    if state.in_phase:
        return RoundEnded(_ending(state, t))
    return _cue(state, Move.CLOSE)


def _candidate_questions(state: SessionState, t: float) -> Step:
    last = state.last
    if not state.in_phase or last is None:
        return _cue(state, Move.INVITE)
    invitation = next((turn.text for turn in state.in_phase if turn.move is Move.INVITE), "")
    kind = read_message(last.text, invitation).kind
    heard = sum(1 for turn in state.in_phase if turn.move in {Move.ANSWER, Move.WITHHOLD, Move.NOT_KNOWN})
    match kind:
        case MessageKind.QUESTION | MessageKind.QUESTION_BACK if heard < QUESTIONS_HEARD:
            return _answer(state, last)
        case MessageKind.ASKS_RUBRIC | MessageKind.ASKS_ROLE if _not_yet_met(state, Move.DECLINE):
            return _cue(state, Move.DECLINE, target=kind.value)
        case MessageKind.ASKS_TIME if _left_of_phase(state, t) > TOO_LATE_TO_PROBE:
            return _cue(state, Move.GRANT_TIME)
        case MessageKind.ASKS_REPEAT if _not_yet_met(state, Move.REPEAT):
            return _cue(state, Move.INVITE)
        case MessageKind.EMPTY | MessageKind.HOSTILE | MessageKind.NOISE if _not_yet_met(state, Move.STEADY):
            return _cue(state, Move.STEADY, target=kind.value)
        case _:
            return _next_phase(state)


def _answer(state: SessionState, asked: Utterance) -> Cue:
    """Answered from the company's brief, and from nothing else."""
    topic = match_topic(asked.text, state.configured.pack.answers)
    if topic is None:
        return _cue(state, Move.NOT_KNOWN)
    told_before = any(turn.target == topic.id for turn in state.in_phase)
    if told_before:
        return _cue(state, Move.NOT_KNOWN)
    return _cue(state, Move.WITHHOLD if topic.withheld else Move.ANSWER, target=topic.id, tell=topic.tell)


def _pass_by(state: SessionState, _: float) -> Step:
    """A phase that only other rounds fill."""
    return _next_phase(state)


_IN_PHASE: dict[str, Callable[[SessionState, float], Step]] = {
    INTRO: _intro,
    CLOSE: _close,
    CANDIDATE_QUESTIONS: _candidate_questions,
}


# --- a main question ------------------------------------------------------------------------------


def _in_question(state: SessionState, t: float) -> Step:
    question = state.question
    if question is None:
        return _ask(state, t)
    if state.asks is not None:
        return _cue(state, Move.HINT) if state.asks is HintGiven else _move_on(state)
    last = state.last
    if last is None or last.move is Move.MOVE_ON:
        return _ask_another(state, t)
    if last.as_ is SaidAs.QUESTION:
        return _meet_question(state, question, last)
    return _meet_message(state, question, last, t)


def _ask(state: SessionState, t: float) -> Step:
    """The phase's own question; the ones after the last phase's are spares."""
    index = state.current.question if state.current and state.current.question is not None else 0
    asked = _asked(state)
    fresh = [question for question in state.configured.questions if question.id not in asked]
    if not fresh or (asked and _left_of_phase(state, t) < TOO_LATE_TO_PROBE):
        return _next_phase(state)
    own = state.configured.questions[min(index, len(state.configured.questions) - 1)]
    chosen = own if own in fresh else fresh[0]
    return _cue(state, Move.ASK, question=chosen)


def _ask_another(state: SessionState, t: float) -> Step:
    """After an abandoned question: a spare one if there is time for it, else the next phase."""
    main = state.configured.questions[: state.plan.questions]
    asked = _asked(state)
    spare = [q for q in state.configured.questions if q not in main and q.id not in asked]
    if not spare or _left_of_phase(state, t) < TOO_LATE_TO_ASK:
        return _next_phase(state)
    return _cue(state, Move.ASK, question=spare[0])


def _meet_question(state: SessionState, question: Question, last: Utterance) -> Step:
    kind = read_message(last.text, question.ask).kind
    match kind:
        case MessageKind.ASKS_TIME:
            return _cue(state, Move.GRANT_TIME)
        case MessageKind.ASKS_REPEAT:
            return _cue(state, Move.REPEAT)
        case MessageKind.ASKS_RUBRIC | MessageKind.ASKS_ROLE | MessageKind.ASKS_EASIER:
            return _patiently(state, Move.DECLINE, kind.value)
        case _:
            return _cue(state, Move.CLARIFY)


def _meet_message(state: SessionState, question: Question, last: Utterance, t: float) -> Step:
    message = read_message(last.text, question.ask)
    kind = MessageKind.ANSWER if message.also_answers else message.kind
    match kind:
        case MessageKind.EMPTY | MessageKind.OTHER:
            return _patiently(state, Move.NUDGE)
        case MessageKind.FAREWELL:
            return _phase(state, len(state.plan.phases) - 1)
        case MessageKind.HOSTILE | MessageKind.NOISE | MessageKind.FOREIGN:
            return _patiently(state, Move.STEADY, kind.value)
        case MessageKind.PASS:
            return _move_on(state)
        case MessageKind.NEVER_HAD | MessageKind.DONT_KNOW:
            return _move_on(state) if _made(state, Move.CLOSEST) else _cue(state, Move.CLOSEST)
        case _:
            return _follow_up(state, question, last, t)


def _follow_up(state: SessionState, question: Question, last: Utterance, t: float) -> Step:
    reading = read_answer(question.ask, _story(state, question))
    if reading.type in {AnswerType.HABIT, AnswerType.HYPOTHETICAL, AnswerType.NONE}:
        return _ask_for_an_occasion(state)
    if _left_of_phase(state, t) < TOO_LATE_TO_PROBE or _made(state, Move.PUSH_BACK):
        return _next_phase(state)
    if _spent(state, question) >= state.plan.probes:
        return _contest_or_leave(state, question, reading)
    if last.words > TOO_LONG and Flaw.NO_RESULT in reading.flaws and not _made(state, Move.FOCUS):
        return _cue(state, Move.FOCUS)
    asked = {turn.target for turn in state.transcript.of_question(question.id)}
    target = next((gap for gap in gaps(reading) if str(gap) not in asked), None)
    if target is None:
        return _contest_or_leave(state, question, reading)
    turns = state.transcript.answers_to(question.id)
    return _cue(state, Move.PROBE, target=str(target), quote=quote_for(target, reading, turns))


def _ask_for_an_occasion(state: SessionState) -> Step:
    """One real time; then the closest case; never a third time."""
    if _made(state, Move.CLOSEST):
        return _move_on(state)
    return _cue(state, Move.CLOSEST if _made(state, Move.OCCASION) else Move.OCCASION)


def _contest_or_leave(state: SessionState, question: Question, reading: AnswerReading) -> Step:
    """Once a round, and never in a warm-up, a decision the candidate told as their own is contested."""
    contested = any(turn.move is Move.PUSH_BACK for turn in state.transcript.turns)
    if contested or state.plan.length is Length.WARM_UP or not reading.shows(Signal.OWN_STEP):
        return _next_phase(state)
    return _cue(state, Move.PUSH_BACK, quote=decision_quote(reading, state.transcript.answers_to(question.id)))


def _patiently(state: SessionState, move: Move, kind: str | None = None) -> Step:
    met = sum(1 for turn in state.in_phase if turn.move is move and turn.question_id == _question_id(state))
    return _cue(state, move, target=kind) if met < PATIENCE else _move_on(state)


def _move_on(state: SessionState) -> Cue:
    return _cue(state, Move.MOVE_ON)


def _not_yet_met(state: SessionState, move: Move) -> bool:
    return not any(turn.move is move for turn in state.in_phase)


# --- what the transcript says ---------------------------------------------------------------------


def _story(state: SessionState, question: Question) -> list[Said]:
    turns = state.transcript.answers_to(question.id)
    return [Said(turn.turn, turn.text, prompted=index > 0) for index, turn in enumerate(turns)]


def _asked(state: SessionState) -> set[str | None]:
    return {turn.question_id for turn in state.transcript.turns if turn.move is Move.ASK}


def _made(state: SessionState, move: Move) -> bool:
    """Whether the move was made for the question on the table."""
    question_id = _question_id(state)
    return any(turn.move is move for turn in state.transcript.of_question(question_id or ""))


def _spent(state: SessionState, question: Question) -> int:
    return sum(1 for turn in state.transcript.of_question(question.id) if turn.move in FOLLOW_UPS)


def _question_id(state: SessionState) -> str | None:
    return state.question.id if state.question else None


def _cue(
    state: SessionState,
    move: Move,
    *,
    question: Question | None = None,
    target: str | None = None,
    quote: str | None = None,
    tell: str | None = None,
) -> Cue:
    about = question or state.question
    attempt = sum(1 for turn in state.transcript.turns if turn.move is move)
    left = state.plan.seconds - state.transcript.t if state.plan.timed else None
    return Cue(move, about.id if about else None, target, quote, tell, attempt, left)
