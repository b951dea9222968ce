"""A round as a conversation with a model: the transcript alone decides it, and nothing in it is ever changed.

Each interviewer turn has one message of the desk before it (what the candidate said, then the cue) and one with what
was said. All of it follows from the journal, so the messages of a later turn begin with those of an earlier one byte
by byte, after a resume too; the clock stands in the cue, at the tail of the newest message, and stays there.
"""

import json
from collections.abc import Iterator, Mapping, Sequence

from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.transcript import Transcript, Utterance
from interviewsim.engine.cue import Cue
from interviewsim.engine.finding import Wanted
from interviewsim.engine.limits import LIMITS
from interviewsim.engine.pitfalls import FLAG
from interviewsim.interviewers.scripted import Style
from interviewsim.prompts.context import (
    BriefContext,
    CueContext,
    ExamplesContext,
    FindContext,
    InterviewerTemplates,
    PersonaContext,
    WrongContext,
)
from interviewsim.providers.chat import Message, Role
from interviewsim.reading.findings import Part, Signal

TASKS: Mapping[Move, str] = {
    Move.PROBE: "follow up on what they told; ask for what stands under 'about'",
    Move.OCCASION: "they told a habit or a plan; get one real time of what the question asks for",
    Move.CLOSEST: "they never had that; ask for the nearest thing that did happen",
    Move.FOCUS: "they ramble; cut in kindly and take them to the point",
    Move.PUSH_BACK: "take the other side of the main decision they told, in a sentence, and ask what they say to it",
    Move.CLARIFY: "they ask what the question means; say it plainly, leave every reading open, do not ask it again",
    Move.STEADY: "they were rude, or it made no sense; stay level and lead back",
    Move.NOT_KNOWN: "they ask you something; answer as far as the brief goes, and of the rest say that you do not know",
    Move.KEEP: "it was settled earlier; say that it stands as they had it",
    Move.YOUR_VIEW: "they want your view; hand it back to them",
    Move.ASSUME: "what they ask for is not at hand, unless the question itself says it; ask what they would assume",
    Move.WHICH_FIGURE: "they want data and do not say which; ask which figure they want first",
}
"""What each move is, for the one who words it; moves that are not here have their words already."""
ABOUT: Mapping[str, str] = {
    Part.SITUATION: "where and when it was",
    Part.TASK: "what they had to achieve",
    Part.ACTION: "what they did",
    Part.RESULT: "how it ended",
    Signal.OWN_STEP: "a step that was their own",
    Signal.MEASURE: "how they know how it came out",
    Signal.BASELINE: "what it was before",
    Signal.ATTRIBUTION: "what else could explain how it came out",
    Signal.ALTERNATIVE: "an option they weighed and did not take",
    Signal.DISAGREEMENT: "who saw it differently",
    Signal.CHANGED_HABIT: "what they have done differently since",
    Signal.OBSTACLE: "what stood in the way",
}
"""What a follow-up is after, in words that a colleague would use; the rest reads well as it is named."""
RECALLED = frozenset({Move.OCCASION, Move.CLOSEST, Move.CLARIFY})
"""Moves that lead back to the question, which the cue therefore repeats."""
NAMES_OF_A_LINE = 4
"""Names by which a line of the sheet is shown: enough to know it, few enough to be cheap."""
BRIEFLY = 40
"""Words that are asked for where more would be allowed: a limit that is named is a limit that is filled."""


class Conversation:
    """The messages of one round, for one persona."""

    def __init__(self, templates: InterviewerTemplates, style: Style, manner: str) -> None:
        self._templates = templates
        self._style = style
        self._manner = manner

    def rules(self, transcript: Transcript) -> str:
        """How the interviewer was told to behave, which must never be told."""
        configured = transcript.configured
        if configured is None:
            return ""
        persona = configured.plan.interviewer
        label = transcript.opened.round.label.lower()
        return self._templates.filled(
            PersonaContext(persona.name, persona.role, configured.pack.name, label, self._manner)
        )

    def wrong(self, context: WrongContext) -> str:
        """The message by which a turn is asked for again."""
        return self._templates.filled(context)

    def search(self, wanted: Wanted) -> str:
        """The message that asks what a request is after; it shows labels and no values."""
        labels = {label: list(topics[:NAMES_OF_A_LINE]) for label, topics in wanted.labels.items()}
        request = json.dumps(wanted.request, ensure_ascii=False)
        return self._templates.filled(FindContext(wanted.question, request, json.dumps(labels, ensure_ascii=False)))

    def messages(self, transcript: Transcript, cue: Cue) -> tuple[Message, ...]:
        """Everything up to the cue that is to be worded."""
        return tuple(self._messages(transcript, cue))

    def _messages(self, transcript: Transcript, cue: Cue) -> Iterator[Message]:
        yield Message(Role.SYSTEM, self._system(transcript))
        heard: list[str] = []
        t = 0.0
        for turn in transcript.turns:
            if turn.candidate:
                heard.append(turn.text)
            else:
                yield Message(Role.USER, self._desk(transcript, heard, t, _cue_of(turn), turn.turn))
                yield Message(Role.ASSISTANT, turn.text)
                heard = []
            t = turn.t
        yield Message(Role.USER, self._desk(transcript, heard, t, cue, len(transcript.turns) + 1))

    def _system(self, transcript: Transcript) -> str:
        pack = transcript.configured.pack if transcript.configured else None
        brief = BriefContext(pack.name if pack else "", pack.brief if pack else "")
        told = (self.rules(transcript), self._templates.filled(ExamplesContext()), self._templates.filled(brief))
        return "\n\n".join(told)

    def _desk(self, transcript: Transcript, heard: Sequence[str], t: float, cue: Cue, turn: int) -> str:
        limits = LIMITS[cue.move]
        question = question_of(transcript, cue.question_id)
        context = CueContext(
            candidate=json.dumps("\n\n".join(heard), ensure_ascii=False) if heard else "",
            clock=_clock(transcript, t),
            move=cue.move.value,
            task=TASKS.get(cue.move, "said as it was prepared"),
            about=_about(cue, question) if cue.move in TASKS else "",
            question=question.ask if question and cue.move in RECALLED else "",
            plain=self._plain(transcript, cue, turn) if cue.move in TASKS else "",
            words=min(limits.words, BRIEFLY) if cue.move in TASKS else limits.words,
            asks=limits.asks,
        )
        return self._templates.filled(context)

    def _plain(self, transcript: Transcript, cue: Cue, turn: int) -> str:
        """How the move may be worded by anybody: the question's own follow-up, or a line of the style."""
        question = question_of(transcript, cue.question_id)
        if question and cue.target and (prepared := question.probe_for(cue.target)):
            return prepared.ask
        lines = [line for line in self._style.lines(cue.move.value, cue.target or "any") if "{" not in line]
        return lines[turn % len(lines)] if lines else ""


def question_of(transcript: Transcript, question_id: str | None) -> Question | None:
    """The question that a turn is about."""
    if transcript.configured is None:
        return None
    return next((one for one in transcript.configured.questions if one.id == question_id), None)


def _about(cue: Cue, question: Question | None) -> str:
    """What the turn is after; the name of a pitfall is nobody's to hear."""
    target = cue.target or ""
    named = ABOUT if question is not None and question.answer_model is AnswerModel.STAR else {}
    return "" if target.startswith(FLAG) else named.get(target, target.replace("_", " "))


def _cue_of(turn: Utterance) -> Cue:
    return Cue(turn.move or Move.PROBE, turn.question_id, turn.target)


def _clock(transcript: Transcript, t: float) -> str:
    planned = transcript.configured.plan.seconds if transcript.configured else 0
    if transcript.configured is None or not transcript.configured.plan.timed:
        return "no clock"
    return f"{_minutes(t)} of {_minutes(planned)}"


def _minutes(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
