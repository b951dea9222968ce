"""What comes next: a pure policy over the state, the clock and what `reading` finds.

Every step follows from what is already in the journal, so a round that was killed between two
lines goes on as if it had not been.
"""

from collections.abc import Callable

from interviewsim.domain.aspect import Aspect
from interviewsim.domain.events import EndReason, FactReleased, HintGiven, PhaseStarted, RoundEnded, SaidAs
from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.setup import CANDIDATE_QUESTIONS, CLOSE, INTRO
from interviewsim.domain.transcript import Utterance
from interviewsim.engine.cue import Cue
from interviewsim.engine.cues import asked_after, cue_for, made, made_in_phase, patiently
from interviewsim.engine.deadlines import GRACE
from interviewsim.engine.desk import answer_requests, facts_wanted, knows, release, wanted_from_desk
from interviewsim.engine.finding import ABOUT_US, found_for, told_of
from interviewsim.engine.lead import lead_on
from interviewsim.engine.session import SessionState
from interviewsim.engine.stories import follow_up_story
from interviewsim.reading.message import MessageKind, read_message
from interviewsim.reading.request import wishes_to_know
from interviewsim.reading.topics import match_topic

Step = Cue | FactReleased | PhaseStarted | RoundEnded

TOO_LATE_TO_PROBE = 45.0
TOO_LATE_TO_ASK = 150.0
"""Seconds left of a phase under which a follow-up, or another question, is not worth beginning."""
QUESTIONS_HEARD = 4
"""Questions of the candidate's that are answered, where time allows."""


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
    before_the_close = max(len(state.plan.phases) - 2, 0)
    return EndReason.COMPLETED if before_the_close in met else EndReason.ENDED_EARLY


# --- phases without a main question ---------------------------------------------------------------


def _intro(state: SessionState, _: float) -> Step:
    return _next_phase(state) if state.in_phase else cue_for(state, Move.OPEN)


def _close(state: SessionState, t: float) -> Step:
    if state.in_phase:
        return RoundEnded(_ending(state, t))
    return cue_for(state, Move.CLOSE)


def _candidate_questions(state: SessionState, t: float) -> Step:
    last = state.last
    if not state.in_phase or last is None:
        return cue_for(state, Move.INVITE)
    invitation = next((turn.text for turn in state.in_phase if turn.move is Move.INVITE), "")
    kind = read_message(last.text, invitation, floor=True).kind
    heard = sum(1 for turn in state.in_phase if turn.move in {Move.ANSWER, Move.WITHHOLD, Move.NOT_KNOWN})
    match kind:
        case MessageKind.QUESTION | MessageKind.QUESTION_BACK if heard < QUESTIONS_HEARD:
            return _answer(state, last)
        case MessageKind.ASKS_RUBRIC | MessageKind.ASKS_ROLE if _not_yet_met(state, Move.DECLINE):
            return cue_for(state, Move.DECLINE, target=kind.value)
        case MessageKind.ASKS_TIME if _left_of_phase(state, t) > TOO_LATE_TO_PROBE:
            return cue_for(state, Move.GRANT_TIME)
        case MessageKind.ASKS_REPEAT if _not_yet_met(state, Move.REPEAT):
            return cue_for(state, Move.INVITE)
        case MessageKind.EMPTY | MessageKind.HOSTILE | MessageKind.NOISE if _not_yet_met(state, Move.STEADY):
            return cue_for(state, Move.STEADY, target=kind.value)
        case MessageKind.ANSWER | MessageKind.OTHER if heard < QUESTIONS_HEARD and _asks_for_something(last.text):
            return _answer(state, last)
        case _:
            return _next_phase(state)


def _asks_for_something(text: str) -> bool:
    """A question that is led up to at length, or put as a wish ("tell me about the team"), is one all the same."""
    return "?" in text or wishes_to_know(text)


def _answer(state: SessionState, asked: Utterance) -> Cue:
    """Answered from the company's brief, and from nothing else."""
    topic = match_topic(asked.text, state.configured.pack.answers)
    if topic is None or any(turn.target == topic.id for turn in state.in_phase):
        return found_for(state, None, asked) or cue_for(state, Move.NOT_KNOWN)
    return told_of(state, topic)


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
        return _hint(state, question) if state.asks is HintGiven else cue_for(state, Move.MOVE_ON)
    last = state.last
    if last is None or last.move is Move.MOVE_ON:
        return _ask_another(state, t)
    said = _last_said(state)
    if last.candidate and last.as_ is SaidAs.QUESTION:
        return _meet_question(state, question, last)
    return _meet_message(state, question, said, t) if said is not None else _next_phase(state)


def _ask(state: SessionState, t: float) -> Step:
    """The phase's own question; the ones after the last phase's are spares."""
    index = state.current.question if state.current and state.current.question is not None else 0
    asked = _asked(state)
    fresh = [question for question in state.configured.questions if question.id not in asked]
    if not fresh or (asked and _left_of_question(state, t) < TOO_LATE_TO_PROBE):
        return _after_question(state)
    own = state.configured.questions[min(index, len(state.configured.questions) - 1)]
    return cue_for(state, Move.ASK, question=own if own in fresh else fresh[0])


def _ask_another(state: SessionState, t: float) -> Step:
    """After an abandoned question: a spare one if there is time for it, else what follows."""
    main = state.configured.questions[: state.plan.questions]
    asked = _asked(state)
    spare = [q for q in state.configured.questions if q not in main and q.id not in asked]
    if not spare or _left_of_question(state, t) < TOO_LATE_TO_ASK:
        return _after_question(state)
    return cue_for(state, Move.ASK, question=spare[0])


def _hint(state: SessionState, question: Question) -> Cue:
    """The question's own hint of that step, where it has one."""
    step = sum(1 for hint in state.transcript.hints if hint.question_id == question.id)
    own = question.hints[step - 1] if step <= len(question.hints) else None
    return cue_for(state, Move.HINT, tell=own)


def _meet_question(state: SessionState, question: Question, last: Utterance) -> Step:
    requests = wanted_from_desk(last.text, question)
    if requests and (told := release(state, question, last, requests)):
        return told
    if requests and knows(state, question, requests):
        return answer_requests(state, question, last, requests)
    if found := found_for(state, question, last):
        return found
    kind = read_message(last.text, question.ask).kind
    match kind:
        case MessageKind.ASKS_TIME if not requests:
            return cue_for(state, Move.GRANT_TIME)
        case MessageKind.ASKS_REPEAT:
            return cue_for(state, Move.REPEAT)
        case MessageKind.QUESTION_BACK if requests and _is_on_the_brief(state, question, last):
            return cue_for(state, Move.CLARIFY, target=ABOUT_US)
        case MessageKind.ASKS_RUBRIC | MessageKind.ASKS_EASIER:
            return patiently(state, Move.DECLINE, kind.value)
        case MessageKind.ASKS_ROLE if not requests:
            return patiently(state, Move.DECLINE, kind.value)
        case _ if requests:
            return answer_requests(state, question, last, requests)
        case _:
            return cue_for(state, Move.CLARIFY)


def _is_on_the_brief(state: SessionState, question: Question, last: Utterance) -> bool:
    """Whether it asks about the employer while another company's case lies on the table: that is for the end."""
    return not question.employer and match_topic(last.text, state.configured.pack.answers) is not None


def _meet_message(state: SessionState, question: Question, last: Utterance, t: float) -> Step:
    message = read_message(last.text, question.ask)
    kind = MessageKind.ANSWER if message.also_answers else message.kind
    match kind:
        case MessageKind.EMPTY | MessageKind.OTHER:
            return patiently(state, Move.NUDGE)
        case MessageKind.FAREWELL:
            return _phase(state, len(state.plan.phases) - 1)
        case MessageKind.HOSTILE | MessageKind.NOISE | MessageKind.FOREIGN:
            return patiently(state, Move.STEADY, kind.value)
        case MessageKind.PASS:
            return cue_for(state, Move.MOVE_ON)
        case MessageKind.NEVER_HAD | MessageKind.DONT_KNOW:
            return _at_a_loss(state, question, t)
        case _:
            return _follow_up(state, question, last, t)


def _at_a_loss(state: SessionState, question: Question, t: float) -> Step:
    """No such story: the closest one, then another question. No idea: how would one find out?"""
    if question.answer_model is AnswerModel.STAR:
        return cue_for(state, Move.MOVE_ON if made(state, Move.CLOSEST) else Move.CLOSEST)
    if Aspect.ADMITS_LIMIT.value not in asked_after(state, question):
        return cue_for(state, Move.PROBE, target=Aspect.ADMITS_LIMIT.value)
    staged = _left_of_question(state, t) > _left_of_phase(state, t)
    return _next_phase(state) if staged else cue_for(state, Move.MOVE_ON)


def _follow_up(state: SessionState, question: Question, last: Utterance, t: float) -> Step:
    left = _left_of_phase(state, t)
    if not state.plan.probes:  # such as aloud: one answer, as it was remembered
        return _next_phase(state)
    if question.answer_model is AnswerModel.STAR:
        return follow_up_story(state, question, last, late=left < TOO_LATE_TO_PROBE) or _next_phase(state)
    if last is state.last and (told := _asked_in_passing(state, question, last)):
        return told
    return lead_on(state, question, last, left) or _next_phase(state)


def _asked_in_passing(state: SessionState, question: Question, last: Utterance) -> Step | None:
    """An answer that also asks for a fact gets it before anything else."""
    requests = wanted_from_desk(last.text, question)
    if not facts_wanted(question, requests):
        return None
    return release(state, question, last, requests) or answer_requests(state, question, last, requests)


# --- what the transcript says ---------------------------------------------------------------------


def _last_said(state: SessionState) -> Utterance | None:
    """What the candidate said last; the interviewer may have conceded something since."""
    return next((turn for turn in reversed(state.transcript.turns) if turn.candidate), None)


def _asked(state: SessionState) -> set[str | None]:
    return {turn.question_id for turn in state.transcript.turns if turn.move is Move.ASK}


def _after_question(state: SessionState) -> PhaseStarted:
    """The phase that follows all stages of this question."""
    return _phase(state, state.after_question)


def _left_of_question(state: SessionState, t: float) -> float:
    if not state.plan.timed:
        return float("inf")
    return state.plan.starts_at(state.after_question) - t


def _not_yet_met(state: SessionState, move: Move) -> bool:
    return not made_in_phase(state, move)
