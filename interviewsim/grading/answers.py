"""Which turns of a transcript answer which question, as a grader sees them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from interviewsim.domain.events import SaidAs
from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.transcript import Transcript
from interviewsim.grading.ports import AnswerToGrade, OwnQuestions, SaidToGrade
from interviewsim.reading.message import MessageKind, read_message
from interviewsim.reading.shown import heard_in

TELLS = frozenset({Move.ANSWER, Move.WITHHOLD})
"""Moves that tell the candidate something about the company."""

NO_ANSWER = frozenset(
    {
        MessageKind.EMPTY,
        MessageKind.OTHER,
        MessageKind.PASS,
        MessageKind.NEVER_HAD,
        MessageKind.DONT_KNOW,
        MessageKind.HOSTILE,
        MessageKind.FAREWELL,
    }
)
"""Messages that stand in the transcript and answer nothing."""
NO_REQUEST = frozenset({MessageKind.ASKS_RUBRIC, MessageKind.ASKS_ROLE, MessageKind.ASKS_EASIER, MessageKind.HOSTILE})
"""Questions that are not about the question."""


def answers_of(transcript: Transcript) -> tuple[AnswerToGrade, ...]:
    """One entry for each main question that was asked, in the order of asking."""
    if transcript.configured is None:
        return ()
    questions = {question.id: question for question in transcript.configured.questions}
    asked = [turn.question_id for turn in transcript.turns if turn.move is Move.ASK]
    return tuple(_answer(transcript, questions[q]) for q in dict.fromkeys(asked) if q in questions)


def hints_for(transcript: Transcript) -> Mapping[str, int]:
    """Hints given, by question."""
    return Counter(hint.question_id for hint in transcript.hints)


def own_questions_of(transcript: Transcript) -> OwnQuestions | None:
    """What the candidate asked in the phase that was theirs, or None where it never came."""
    invited = next((turn.turn for turn in transcript.turns if turn.move is Move.INVITE), None)
    if invited is None:
        return None
    asked: list[SaidToGrade] = []
    told: list[str] = []
    before = ""
    for turn in transcript.turns[invited - 1 :]:
        if not turn.candidate:
            before = turn.text if turn.move in TELLS else ""
        elif turn.as_ is SaidAs.QUESTION:
            asked.append(SaidToGrade(turn.turn, turn.text))
            told.append(before)
    brief = transcript.configured.pack.brief if transcript.configured else ""
    return OwnQuestions(tuple(asked), tuple(told), brief)


def _answer(transcript: Transcript, question: Question) -> AnswerToGrade:
    heard = heard_in(transcript, question.id)
    cut_off = {turn.turn for turn in transcript.turns if turn.cut_off}
    kinds = {one.turn: _kind(one.text, question) for one in heard if not one.question}
    # Noise alone is ungradable, and said to be so; beside an answer it is nothing to quote from.
    left_out = NO_ANSWER | {MessageKind.NOISE} if MessageKind.ANSWER in kinds.values() else NO_ANSWER
    said = [
        SaidToGrade(
            one.turn, one.text, one.prompted, one.turn in cut_off, one.after, one.sought, _before(transcript, one.turn)
        )
        for one in heard
        if kinds.get(one.turn, MessageKind.EMPTY) not in left_out
    ]
    if said:
        said[0] = replace(said[0], prompted=False)
    probed = [turn.target for turn in transcript.of_question(question.id) if turn.move is Move.PROBE]
    return AnswerToGrade(
        question,
        tuple(said),
        requests=tuple(
            SaidToGrade(one.turn, one.text, after=one.after)
            for one in heard
            if one.question and read_message(one.text, question.ask).kind not in NO_REQUEST
        ),
        declined=not said and MessageKind.NEVER_HAD in kinds.values(),
        probed=tuple(target for target in probed if target),
        released=(*transcript.released, *(fact.id for fact in question.facts if fact.opening)),
    )


def _before(transcript: Transcript, turn: int) -> str:
    """The follow-up that a turn replies to; the main question is none."""
    said = transcript.turns[turn - 2] if turn > 1 else None
    return said.text if said is not None and not said.candidate and said.move is not Move.ASK else ""


def _kind(text: str, question: Question) -> MessageKind:
    """Not knowing speaks for a candidate where nobody asked for a story."""
    message = read_message(text, question.ask)
    if message.also_answers:
        return MessageKind.ANSWER
    works = question.answer_model is not AnswerModel.STAR
    return MessageKind.ANSWER if works and message.kind is MessageKind.DONT_KNOW else message.kind
