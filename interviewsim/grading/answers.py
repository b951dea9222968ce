"""Which turns of a transcript answer which question, as a grader sees them."""

from collections import Counter
from collections.abc import Mapping

from interviewsim.domain.move import Move
from interviewsim.domain.question import Question
from interviewsim.domain.transcript import Transcript
from interviewsim.grading.ports import AnswerToGrade, SaidToGrade
from interviewsim.reading.message import MessageKind, read_message

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


def _answer(transcript: Transcript, question: Question) -> AnswerToGrade:
    turns = transcript.answers_to(question.id)
    read = [read_message(turn.text, question.ask) for turn in turns]
    kinds = [MessageKind.ANSWER if message.also_answers else message.kind for message in read]
    said = tuple(
        SaidToGrade(turn.turn, turn.text, prompted=index > 0, cut_off=turn.cut_off)
        for index, (turn, kind) in enumerate(zip(turns, kinds, strict=True))
        if kind not in NO_ANSWER
    )
    probed = [turn.target for turn in transcript.of_question(question.id) if turn.move is Move.PROBE]
    return AnswerToGrade(
        question.id,
        question.ask,
        question.answer_model,
        said,
        declined=not said and MessageKind.NEVER_HAD in kinds,
        probed=tuple(target for target in probed if target),
    )
