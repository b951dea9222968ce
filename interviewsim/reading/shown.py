"""One door to reading an answer of any model, and to what was found in it."""

from collections.abc import Sequence

from interviewsim.domain.aspect import Aspect, Handling
from interviewsim.domain.events import SaidAs
from interviewsim.domain.evidence import Span
from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.rubric import RedFlag
from interviewsim.domain.transcript import Transcript, Utterance
from interviewsim.reading.answer import read_answer
from interviewsim.reading.aspects import AspectReading, read_aspects
from interviewsim.reading.findings import AnswerReading, Part, PartReading, Said, Signal
from interviewsim.reading.heard import Heard

Reading = AnswerReading | AspectReading
_PARTS, _ASPECTS, _SIGNALS, _HANDLINGS = frozenset(Part), frozenset(Aspect), frozenset(Signal), frozenset(Handling)


def read(question: Question, heard: Sequence[Heard], released: Sequence[str] = ()) -> Reading:
    """Read what a candidate said to a main question, by the question's answer model.

    `heard` holds their answers and their questions, in order; `released` are the ids of facts that were told.
    Never raises on any text.
    """
    if question.answer_model is not AnswerModel.STAR:
        return read_aspects(question, heard, released)
    said = [Said(one.turn, one.text, one.prompted) for one in heard if not one.question]
    return read_answer(question.ask, said)


def heard_in(transcript: Transcript, question_id: str) -> tuple[Heard, ...]:
    """What the candidate said to a main question, each with the interviewer's move that it replies to."""
    found: list[Heard] = []
    before: Utterance | None = None
    for turn in transcript.of_question(question_id):
        if turn.candidate:
            asks = turn.as_ is SaidAs.QUESTION
            answered = any(not one.question for one in found)
            found.append(Heard(turn.turn, turn.text, answered, before.move if before else None, asks, _sought(before)))
        else:
            before = turn
    return tuple(found)


def _sought(before: Utterance | None) -> Aspect | None:
    """The aspect that a probe asked for."""
    if before is None or before.move is not Move.PROBE or before.target is None:
        return None
    return Aspect(before.target) if before.target in _ASPECTS else None


def shown(reading: Reading, name: str) -> tuple[Span, ...]:
    """Where a part, signal, aspect or handling shows (`result`, or `result:2` for a clear one); nowhere if unknown.

    Of several names with `|` between them, the first that shows anywhere counts.
    """
    if "|" in name:
        return next((found for one in name.split("|") if (found := shown(reading, one))), ())
    wanted, _, strength = name.partition(":")
    part = _graded(reading, wanted)
    if part is not None:
        return part.spans if part.strength >= int(strength or 1) else ()
    match reading:
        case AnswerReading():
            return reading.signals.get(Signal(wanted), ()) if wanted in _SIGNALS else ()
        case AspectReading():
            return reading.handling.get(Handling(wanted), ()) if wanted in _HANDLINGS else ()


def parts_of(reading: Reading) -> dict[str, PartReading]:
    """The parts of the answer's model as they were found."""
    match reading:
        case AnswerReading():
            return {part.value: found for part, found in reading.parts.items()}
        case AspectReading():
            return {aspect.value: found for aspect, found in reading.aspects.items()}


def heard_of(reading: Reading, aspect: Aspect) -> bool:
    """Whether the aspect was said at all, however thinly: what was said is not asked for again."""
    found = _graded(reading, aspect.value)
    return found is not None and found.present


def slips_in(reading: Reading) -> bool:
    """Whether a calculation does not come out; nobody reckons in a story."""
    return isinstance(reading, AspectReading) and bool(reading.slips)


def cues_of(flag: RedFlag, heard: Sequence[Heard], addressed: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Where the flag's cues stand in the candidate's words, outside what was addressed to a grader."""
    found = []
    for one in heard:
        lowered = one.text.lower()
        if len(lowered) != len(one.text):
            continue
        for cue in flag.cues:
            start = lowered.find(cue.lower())
            span = Span(one.turn, start, start + len(cue))
            if start >= 0 and not any(_within(span, other) for other in addressed):
                found.append(span)
    return tuple(found)


def countered(flag: RedFlag, reading: Reading) -> bool:
    """Whether the answer shows what clears the flag."""
    return any(shown(reading, name) for name in flag.countered_by)


def _within(span: Span, other: Span) -> bool:
    return other.turn == span.turn and other.start <= span.start < other.end


def _graded(reading: Reading, name: str) -> PartReading | None:
    match reading:
        case AnswerReading():
            return reading.parts[Part(name)] if name in _PARTS else None
        case AspectReading():
            return reading.aspects.get(Aspect(name)) if name in _ASPECTS else None
