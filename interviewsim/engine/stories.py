"""Following up on a story: what is missing, then what is thin, then one contested decision."""

from collections.abc import Sequence

from interviewsim.domain.move import Move
from interviewsim.domain.question import Question
from interviewsim.domain.terms import Round
from interviewsim.domain.transcript import Utterance
from interviewsim.engine.cue import Cue
from interviewsim.engine.cues import asked_after, cue_for, made, spent
from interviewsim.engine.gaps import decision_quote, gaps, quote_for
from interviewsim.engine.pitfalls import flag_to_probe
from interviewsim.engine.session import SessionState
from interviewsim.reading.answer import read_answer
from interviewsim.reading.findings import AnswerReading, AnswerType, Flaw, Said, Signal

TOO_LONG = 450
"""Words of one answer, three minutes spoken, after which a missing result is asked for by name."""
NEVER_CONTESTED = frozenset({Round.SCREENING})
"""A recruiter takes notes; contesting is for those who come after."""
NO_OCCASION = frozenset({AnswerType.HABIT, AnswerType.HYPOTHETICAL, AnswerType.NONE})


def follow_up_story(state: SessionState, question: Question, last: Utterance, *, late: bool) -> Cue | None:
    """The next move on a story, or None where the question is done; `late`: no time for a further one."""
    story = _story(state, question)
    reading = read_answer(question.ask, story)
    if reading.type in NO_OCCASION:
        return _ask_for_an_occasion(state)
    if late:
        return None
    budget = spent(state.transcript.of_question(question.id)) - state.plan.probes
    if budget == 0 and state.plan.probes > 1 and _has_just_ended(question, story, reading):
        return _probe(state, question, reading)
    if made(state, Move.PUSH_BACK):
        return None
    if budget >= 0:
        return _contest(state, question, reading)
    if last.words > TOO_LONG and Flaw.NO_RESULT in reading.flaws and not made(state, Move.FOCUS):
        return cue_for(state, Move.FOCUS)
    if (flagged := flag_to_probe(state, question, reading)) is not None:
        return flagged
    return _probe(state, question, reading) or _contest(state, question, reading)


def _probe(state: SessionState, question: Question, reading: AnswerReading) -> Cue | None:
    """What the story lacks most and was not asked for yet."""
    asked = asked_after(state, question)
    target = next((gap for gap in gaps(reading) if str(gap) not in asked), None)
    if target is None:
        return None
    turns = state.transcript.answers_to(question.id)
    return cue_for(state, Move.PROBE, target=str(target), quote=quote_for(target, reading, turns))


def _has_just_ended(question: Question, story: Sequence[Said], reading: AnswerReading) -> bool:
    """Whether the last reply brought the first figure of an end: nobody would leave it without a word."""
    if len(story) < 2 or not reading.shows(Signal.MEASURE):
        return False
    return not read_answer(question.ask, story[:-1]).shows(Signal.MEASURE)


def _ask_for_an_occasion(state: SessionState) -> Cue:
    """One real time; then the closest case; never a third time."""
    if made(state, Move.CLOSEST):
        return cue_for(state, Move.MOVE_ON)
    return cue_for(state, Move.CLOSEST if made(state, Move.OCCASION) else Move.OCCASION)


def _contest(state: SessionState, question: Question, reading: AnswerReading) -> Cue | None:
    """Once a round, and never in a warm-up, a decision the candidate told as their own is contested."""
    contested = any(turn.move is Move.PUSH_BACK for turn in state.transcript.turns)
    if contested or not state.plan.contests or not reading.shows(Signal.OWN_STEP):
        return None
    if state.transcript.opened.round in NEVER_CONTESTED:
        return None
    return cue_for(state, Move.PUSH_BACK, quote=decision_quote(reading, state.transcript.answers_to(question.id)))


def _story(state: SessionState, question: Question) -> list[Said]:
    turns = state.transcript.answers_to(question.id)
    return [Said(turn.turn, turn.text, prompted=index > 0) for index, turn in enumerate(turns)]
