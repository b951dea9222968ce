"""The offline interviewer: words the engine's moves by prepared lines. The same seed says the same."""

import zlib
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import Protocol

from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.setup import CANDIDATE_QUESTIONS
from interviewsim.domain.transcript import Transcript
from interviewsim.engine.conduct import Check, check_conduct
from interviewsim.engine.cue import Cue

GO_ON = "Please go on."
"""What is left where a workspace's own style has no line that may be said."""
PREFERRED = ("{quote}", "{minutes}", "{tell}")
"""Places that make a line worth more than one without them, wherever they can be filled."""
SAID_AS_IT_STANDS = frozenset({Move.HINT, Move.PUSH_BACK, Move.TWIST})
"""Moves whose prepared words need nothing around them."""
LAID_OUT = frozenset({AnswerModel.CASE, AnswerModel.DEBUG, AnswerModel.ESTIMATE, AnswerModel.PRIORITIZE})
"""Models whose question lays out a situation, of which the interviewer knows more than is said at first."""
SMALL_NUMBERS = ("no", "one", "two", "three", "four", "five", "six")


class Style(Protocol):
    """A manner of speaking: alternative lines for a move and its kinds, with named places to fill."""

    def lines(self, move: str, kind: str = "any") -> Sequence[str]:
        """The lines for a move and kind; those of `any` where the kind has none."""
        ...

    def clarification(self, text: str) -> str | None:
        """What a question about the question touches, if it is one that was foreseen."""
        ...

    def fill(self, line: str, values: Mapping[str, str]) -> str | None:
        """The line with its places filled, or None where a value is missing. Values are never read as lines."""
        ...


class ScriptedInterviewer:
    """Says what the engine decides, in the persona's manner. Never invents: it fills lines with verified words."""

    def __init__(self, style: Style) -> None:
        self._style = style

    async def reply(self, transcript: Transcript, cue: Cue) -> AsyncIterator[str]:
        """One turn as one piece: the first line that fits, passes the conduct checks and was not said before."""
        yield self._worded(transcript, cue)

    def _worded(self, transcript: Transcript, cue: Cue) -> str:
        worn: list[str] = []
        for line in self._candidates(transcript, cue):
            breaches = {breach.check for breach in check_conduct(line, cue, transcript)}
            if not breaches:
                return line
            if breaches == {Check.REPEATED}:
                worn.append(line)
        # Every line for this move was said before: the one longest ago is heard again.
        said = [turn.text for turn in transcript.turns]
        return min(worn, key=lambda line: _last_place(said, line), default=GO_ON)

    def _candidates(self, transcript: Transcript, cue: Cue) -> Iterator[str]:
        """Lines that can be filled, the prepared follow-up of the question among the first."""
        values = _values(transcript, cue)
        question = _question(transcript, cue)
        if cue.tell and cue.move in SAID_AS_IT_STANDS:
            yield cue.tell
        if cue.move is Move.PROBE and question and cue.target and (prepared := question.probe_for(cue.target)):
            if not cue.quote or works_on(question):
                yield prepared.ask
            yield from self._filled(transcript, cue, values)
            yield prepared.ask
            return
        yield from self._filled(transcript, cue, values)

    def _filled(self, transcript: Transcript, cue: Cue, values: Mapping[str, str]) -> Iterator[str]:
        lines = self._style.lines(cue.move.value, self._kind(transcript, cue))
        ordered = _turned(lines, _start(transcript, cue))
        telling = [line for line in ordered if any(place in line for place in PREFERRED)]
        for line in [*telling, *(line for line in ordered if line not in telling)]:
            if filled := self._style.fill(line, values):
                yield filled

    def _kind(self, transcript: Transcript, cue: Cue) -> str:
        """Which of a move's lines: by what was asked, by how often, or by where in the round it is."""
        question = _question(transcript, cue)
        works = question is not None and works_on(question)
        match cue.move:
            case Move.OPEN:
                return _kind_of_opening(transcript)
            case Move.ASK:
                return "any" if cue.attempt else "first"
            case Move.CLARIFY:
                said = self._style.clarification(_last_said(transcript))
                return cue.target or said or ("task" if works else "any")
            case Move.HINT:
                step = len([hint for hint in transcript.hints if hint.question_id == cue.question_id])
                return "task" if works else str(step)
            case Move.NUDGE:
                return _kind_of_nudge(transcript, cue, works=works)
            case Move.FOCUS:
                return cue.target or ("point" if works else "any")
            case Move.PROBE:
                return f"proposed_{cue.target}" if works else cue.target or "any"
            case Move.CHALLENGE | Move.ANSWER | Move.WITHHOLD:
                return "any"
            case Move.CLOSE:
                return "time_up" if _time_is_up(transcript) else "any"
            case _:
                return cue.target or "any"


def _values(transcript: Transcript, cue: Cue) -> dict[str, str]:
    """What may be filled in; a name that is missing here cannot be said."""
    configured = transcript.configured
    if configured is None:
        return {}
    plan = configured.plan
    persona = plan.interviewer
    question = _question(transcript, cue)
    minutes = round(plan.seconds / 60)
    values = {
        "name": persona.name,
        "first_name": persona.first_name,
        "role": persona.role,
        "company": configured.pack.name,
        "minutes": f"{minutes} minutes" if plan.timed else None,
        "questions": f"{SMALL_NUMBERS[min(plan.questions, 6)]} question{'s' if plan.questions > 1 else ''}",
        "question": _as_put(question, cue) if question else None,
        "speaker": cue.target if cue.move is Move.CHALLENGE else None,
        "quote": cue.quote,
        "tell": cue.tell,
    }
    return {name: value for name, value in values.items() if value}


def _question(transcript: Transcript, cue: Cue) -> Question | None:
    if transcript.configured is None:
        return None
    return next((q for q in transcript.configured.questions if q.id == cue.question_id), None)


def works_on(question: Question) -> bool:
    """Whether a question is worked on rather than answered by a story."""
    return question.answer_model is not AnswerModel.STAR


def _as_put(question: Question, cue: Cue) -> str:
    """The question with what is told at once; said again, it is the question alone."""
    return question.opening if cue.move is Move.ASK else question.ask


def _start(transcript: Transcript, cue: Cue) -> int:
    """Where in the lines to begin: by seed and move, one further each time."""
    seed = transcript.configured.seed if transcript.configured else 0
    return zlib.crc32(f"{seed}:{cue.move}:{cue.target}".encode()) + cue.attempt


def _turned(lines: Sequence[str], start: int) -> list[str]:
    begin = start % len(lines) if lines else 0
    return [*lines[begin:], *lines[:begin]]


def _last_place(said: Sequence[str], line: str) -> int:
    return max((place for place, text in enumerate(said) if text == line), default=-1)


def _last_said(transcript: Transcript) -> str:
    return transcript.turns[-1].text if transcript.turns else ""


def _kind_of_opening(transcript: Transcript) -> str:
    """By the shape of the round: one case, one long question, or several."""
    configured = transcript.configured
    if configured is not None and configured.plan.questions == 1 and configured.questions:
        only = configured.questions[0]
        if only.answer_model in LAID_OUT and any(not fact.opening for fact in only.facts):
            return "case"
        if works_on(only):
            return "one_question"
    return "own_questions" if _ends_with_own_questions(transcript) else "any"


def _ends_with_own_questions(transcript: Transcript) -> bool:
    configured = transcript.configured
    return configured is not None and any(phase.id == CANDIDATE_QUESTIONS for phase in configured.plan.phases)


def _kind_of_nudge(transcript: Transcript, cue: Cue, *, works: bool) -> str:
    if cue.question_id is None:
        return "own_questions"
    nudges = 0
    for turn in reversed(transcript.turns):
        if turn.move is not Move.NUDGE:
            break
        nudges += 1
    return "last" if nudges >= 2 else "task" if works else "any"


def _time_is_up(transcript: Transcript) -> bool:
    configured = transcript.configured
    return configured is not None and configured.plan.timed and transcript.t >= configured.plan.seconds
