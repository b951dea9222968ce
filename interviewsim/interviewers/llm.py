"""The language-model interviewer: the engine names the move, the model words it, code decides what may be said."""

from collections.abc import AsyncIterator, Iterator, Sequence

from interviewsim.domain.scorecard import Usage
from interviewsim.domain.transcript import Transcript
from interviewsim.engine.conduct import Breach, Check, check_conduct
from interviewsim.engine.cue import Cue
from interviewsim.engine.finding import Wanted
from interviewsim.engine.limits import LIMITS
from interviewsim.engine.ports import Interviewer, Worded
from interviewsim.engine.repair import repair
from interviewsim.engine.wording import asks, sentences_of
from interviewsim.interviewers.conversation import TASKS, Conversation, question_of
from interviewsim.prompts.context import WrongContext
from interviewsim.prompts.replies import Found
from interviewsim.providers.chat import ChatModel, Finish, Message, ModelFailed, Reply, Role, Use
from interviewsim.providers.structured import ask_for

MOST_TOKENS = 220
"""Tokens of one turn: the longest move has 60 words."""
FIND_TOKENS = 300
"""Tokens of a label with its JSON, and of some thinking before it."""
BUDGET = 400_000
"""Tokens of one round, read and written; beyond it the offline interviewer goes on."""
TOKEN = 4
"""Characters, where a server does not count for us."""
BY_MODEL, REPAIRED, AGAIN, OFFLINE = "model", "repaired", "asked_again", "offline"


class ModelInterviewer:
    """Implements `engine.ports.Interviewer`. Moves whose words are prepared cost no call."""

    def __init__(
        self, chat: ChatModel, conversation: Conversation, offline: Interviewer, *, budget: int = BUDGET
    ) -> None:
        self._chat = chat
        self._conversation = conversation
        self._offline = offline
        self._left = budget
        self._searching = Use()

    async def reply(self, transcript: Transcript, cue: Cue) -> AsyncIterator[str | Worded]:
        """One turn. Raises `ModelFailed` where the model gives none."""
        searched, self._searching = self._searching, Use()
        prepared = cue.move not in TASKS or cue.tell is not None
        if prepared or self._left <= 0:
            how = () if prepared else (f"{OFFLINE}:budget",)
            async for line in self._said_offline(transcript, cue):
                yield line
            yield Worded(how, _usage(searched))
            return
        turn = _Turn(transcript, cue, self._withheld(transcript, cue), searched)
        messages = self._conversation.messages(transcript, cue)
        async for piece in self._chat.stream(messages, most_tokens=MOST_TOKENS):
            if isinstance(piece, Reply):
                turn.end(piece)
                self._count(messages, piece)
            else:
                for sentence in turn.heard(piece.text):
                    yield sentence
        for sentence in turn.rest():
            yield sentence
        if turn.stands:
            yield Worded(turn.how, turn.usage)
            return
        async for said in self._otherwise(messages, turn):
            yield said

    async def find(self, wanted: Wanted) -> str | None:
        """The label that a request is after, by the model; None where it cannot tell, or fails."""
        if self._left <= 0:
            return None
        messages = (Message(Role.USER, self._conversation.search(wanted)),)
        try:
            found = await ask_for(self._chat, messages, Found, most_tokens=FIND_TOKENS)
        except ModelFailed:
            return None  # the turn that follows tells of it, if it lasts
        self._count(messages, Reply("".join(found.replies), Finish.STOP, self._chat.model, found.use))
        self._searching = self._searching + found.use
        return found.value.label if found.value is not None else None

    async def _otherwise(self, messages: Sequence[Message], turn: "_Turn") -> AsyncIterator[str | Worded]:
        """What is said where the turn cannot stand: mended, asked for once more, or worded offline."""
        if (mended := turn.mended()) is not None:
            yield mended
            yield Worded(turn.told(REPAIRED), turn.usage)
            return
        if not turn.released and (again := await self._again(messages, turn)) is not None:
            yield again
            yield Worded(turn.told(AGAIN), turn.usage)
            return
        async for said in self._said_offline(turn.transcript, turn.cue):
            yield said
        yield Worded(turn.told(OFFLINE), turn.usage)

    async def _again(self, messages: Sequence[Message], turn: "_Turn") -> str | None:
        """The turn asked for once more, with what was wrong; these two messages are kept nowhere."""
        limits = LIMITS[turn.cue.move]
        why = self._conversation.wrong(WrongContext(", ".join(turn.faults) or "empty", limits.words, limits.asks))
        said = Message(Role.ASSISTANT, turn.text or "...")
        asked = (*messages, said, Message(Role.USER, why))
        reply = await self._chat.complete(asked, most_tokens=MOST_TOKENS)
        self._count(asked, reply)
        turn.again(reply)
        return turn.whole()

    async def _said_offline(self, transcript: Transcript, cue: Cue) -> AsyncIterator[str]:
        async for said in self._offline.reply(transcript, cue):
            if isinstance(said, str):
                yield said

    def _withheld(self, transcript: Transcript, cue: Cue) -> tuple[str, ...]:
        return (self._conversation.rules(transcript), *_kept_back(transcript, cue))

    def _count(self, messages: Sequence[Message], reply: Reply) -> None:
        """What the call took, by the server's count or by the length of the texts."""
        read = reply.use.input if reply.use.input is not None else sum(len(one.text) for one in messages) // TOKEN
        written = reply.use.output if reply.use.output is not None else len(reply.text) // TOKEN
        self._left -= read + written


class _Turn:
    """One turn as it comes: sentences go out as soon as they may be said; what may not is left out."""

    def __init__(self, transcript: Transcript, cue: Cue, withheld: tuple[str, ...], searched: Use) -> None:
        """`searched`: what was used to find out what the candidate asks for."""
        self.transcript = transcript
        self.cue = cue
        self.text = ""
        self.released: list[str] = []
        self.faults: list[str] = []
        self._withheld = withheld
        self._seen = 0
        self._use = searched
        self._cut = False

    def heard(self, piece: str) -> Iterator[str]:
        """Sentences that are complete now and may be said."""
        self.text += piece
        sentences = sentences_of(self.text)
        yield from self._passed(sentences[self._seen : -1])
        self._seen = max(self._seen, len(sentences) - 1)

    def end(self, reply: Reply) -> None:
        """The model has ended; a refusal says nothing."""
        self._use = self._use + reply.use
        self._cut = reply.finish is Finish.LENGTH
        if reply.finish in {Finish.REFUSED, Finish.FILTERED}:
            self.text, self.faults = "", ["refused"]

    def again(self, reply: Reply) -> None:
        """A second reply in place of the first."""
        self._seen = 0
        self.text = reply.text
        self.end(reply)

    def rest(self) -> Iterator[str]:
        """The last sentence, unless it was cut off in the middle."""
        last = sentences_of(self.text)[self._seen :]
        if self._cut and last and last[-1][-1:] not in {".", "!", "?", '"', "\u201d"}:
            last = last[:-1]
        yield from self._passed(last)

    @property
    def stands(self) -> bool:
        """Whether what was said is a whole turn."""
        return bool(self.released) and not self._breaches(" ".join(self.released))

    @property
    def how(self) -> tuple[str, ...]:
        """How the turn came about, for the journal."""
        return self.told(REPAIRED) if self.faults else (BY_MODEL,)

    @property
    def usage(self) -> Usage | None:
        """Tokens of all calls, where the server says."""
        return _usage(self._use)

    def told(self, way: str) -> tuple[str, ...]:
        """The way with what had been wrong."""
        return tuple(f"{way}:{fault}" for fault in dict.fromkeys(self.faults)) or (way,)

    def mended(self) -> str | None:
        """The whole turn mended by leaving words out; only where nothing of it was said yet."""
        if self.released or not self.text.strip():
            return None
        said = repair(self.text, self._breaches(self.text), self.cue)
        return said if said and not self._breaches(said) else None

    def whole(self) -> str | None:
        """The text as one turn, mended where it must be; None where it still cannot be said."""
        if self.text.strip() and not self._breaches(self.text):
            return self.text.strip()
        return self.mended()

    def _passed(self, sentences: Sequence[str]) -> Iterator[str]:
        for sentence in sentences:
            if self._asked_enough():
                return
            wrong = [one for one in self._breaches(" ".join([*self.released, sentence])) if _is_wrong_already(one)]
            if wrong:
                self.faults += [breach.check.value for breach in wrong]
            else:
                self.released.append(sentence)
                yield sentence

    def _asked_enough(self) -> bool:
        """A turn ends with its question: what comes after it is not said."""
        return LIMITS[self.cue.move].asks and any(asks(sentence) for sentence in self.released)

    def _breaches(self, text: str) -> tuple[Breach, ...]:
        return check_conduct(text, self.cue, self.transcript, withheld=self._withheld)


def _usage(use: Use) -> Usage | None:
    if use.input is None or use.output is None:
        return None
    return Usage(use.input, use.cached or 0, use.output)


def _is_wrong_already(breach: Breach) -> bool:
    """A turn that is not over may still come to ask something."""
    return breach.check is not Check.QUESTIONS or "questions" in breach.detail


def _kept_back(transcript: Transcript, cue: Cue) -> Iterator[str]:
    """What nobody may hear: the ruler, the way to the result, facts not asked for, what the company keeps back."""
    configured = transcript.configured
    if configured is None:
        return
    yield configured.pack.private
    for criterion in configured.rubric.criteria:
        yield from criterion.anchors.values()
        yield from (item.text for item in criterion.items)
    question = question_of(transcript, cue.question_id)
    if question is not None:
        yield from (fact.tell for fact in question.facts if not fact.opening and fact.id not in transcript.released)
        yield str(dict(question.reference))
