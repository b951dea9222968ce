"""What a candidate's message is in a behavioral round, before it is read as an answer.

A message is cut into clauses; each clause asks the interviewer for something, puts a question, or tells. The message is what
most of it does: a story with a question at its end is an answer, a question with half a sentence of reasons is a question.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from interviewsim.reading.clauses import Clause, clauses_of
from interviewsim.reading.gibberish import is_blank, is_dump, is_foreign, is_mashed
from interviewsim.reading.phrasebook import PhraseBook, read_book
from interviewsim.reading.plain import bare, plain


class MessageKind(StrEnum):
    """What a message is. Where it does several things, the one that stands first here is what it is."""

    EMPTY = "empty"  # blank, or only marks and emoji
    NOISE = "noise"  # mashed keys, code, a table, the question or an earlier message pasted back
    FOREIGN = "foreign"  # mainly not English
    HOSTILE = "hostile"  # insults or contempt for the interviewer
    ASKS_ROLE = "asks_role"  # another role, the answer itself, or steering
    ASKS_RUBRIC = "asks_rubric"  # what is scored, and how it goes
    FAREWELL = "farewell"  # leaves, or wants to
    ASKS_REPEAT = "asks_repeat"  # the question again
    ASKS_EASIER = "asks_easier"  # another or an easier question
    ASKS_CLOCK = "asks_clock"  # how much time there is
    QUESTION_BACK = "question_back"  # about the employer, the job or the interviewer
    QUESTION = "question"  # about the question: scope, meaning, data
    ASKS_TIME = "asks_time"  # a moment to think
    NEVER_HAD = "never_had"  # it never happened, or none comes to mind
    PASS = "pass"  # would rather not answer
    DONT_KNOW = "dont_know"  # no idea
    NO_QUESTIONS = "no_questions"  # nothing to ask the interviewer
    ANSWER = "answer"
    OTHER = "other"  # a greeting, thanks, "ready": nothing to read


@dataclass(frozen=True, slots=True)
class MessageReading:
    """What a message is, and what else it does.

    `kinds` is everything it does besides telling, `kind` first unless that is ANSWER. `also_answers`: something is told beside
    what `kind` names (always False for ANSWER). `words` as a reader counts them. `questions` are the places, in code points, of the
    sentences that put a question to the interviewer.
    """

    kind: MessageKind
    also_answers: bool = False
    words: int = 0
    questions: tuple[tuple[int, int], ...] = ()
    kinds: tuple[MessageKind, ...] = ()

    @property
    def answers(self) -> bool:
        """Whether it holds an answer worth reading, whatever else it does."""
        return self.kind is MessageKind.ANSWER or self.also_answers


@dataclass(frozen=True, slots=True)
class _Heard:
    """A clause with what it does; `kind` None tells, OTHER is mere manners."""

    clause: Clause
    kind: MessageKind | None


_SMALL_TALK = frozenset(
    """hi hello hey good morning afternoon evening okay sure right alright thanks thank you sorry please yes no well so um uh hmm
    hm oh ah great cool nice perfect fine got it ready i am we go ahead let us start begin lets do this interesting question tough
    hard one that is a the there to meet too much very honestly and but just now then here my name sir madam understood makes sense
    of course absolutely definitely sounds for time your appreciate be can shoot fire away not know if""".split()
)
_PAST = re.compile(
    r"\b(?:i|we|he|she|they|it|who|team|manager|boss|customer|client|\w+) (?:\w+ly |then |also |just |even |never |finally )?(?:was|were|had|did|went|took|made|got|led|ran|built|wrote|told|said|gave|found"
    r"|came|saw|felt|knew|thought|brought|chose|cut|put|set|kept|left|lost|met|paid|sent|spent|spoke|sold|won|taught|held|began"
    r"|broke|caught|drew|drove|fell|fought|grew|hired|let|quit|read|shut|stood|understood|\w{2,}ed)\b"
)
_PIVOT = re.compile(r"^(?:but|however|although|though|still|instead|closest|that said|so|once|one time|the closest)\b")
_CHECK_IN = re.compile(
    r"^(?:okay |so |and |i hope |hope )*(?:(?:does|did|do|is|was|if|hope|hopefully) (?:that|this|it|you|any of that) (?:all )?(?:make|makes|made|answer|answers|help|helps|get|okay|clear|what|enough|follow|see|know|sound|sounds)\b.*"
    r"|right|you know|you see|know what i mean|see what i mean|yes|no|okay|make sense|makes sense|shall i (?:continue|go on)|(?:do you )?want me to (?:go on|continue|say more|go deeper|elaborate|expand)|should i (?:continue|go on|say more|elaborate|go deeper).*)$"
)
_EMPLOYER = re.compile(
    r"\b(?:(?:the|your|this|our) (?:\w+ )?(?:team|company|culture|role|position|job|roadmap|onboarding|org|organi[sz]ation|office|product|business|department|ceo|competitors?|customers|strategy|engineers|designers|startup|firm|mission)"
    r"|next steps|salary|compensation|pay|benefits|remote|hybrid|working hours|work life balance|perks|bonus|equity|stock|career path|growth opportunit\w+|promotion\w*|day to day|work here|working here|like here|around here|your (?:own )?(?:favou?rite|experience|journey|background|career|day|biggest)"
    r"|(?:you|your) (?:like|enjoy|love|join|joined|work) |when will i hear|hear back|hiring (?:process|timeline|manager)|interview process|success (?:look|in this)|first (?:90|30|60|ninety|thirty|six|three|few|100) |how long have you|what brought you|keeps you|visa|relocat\w+)"
)
_ABOUT_THE_QUESTION = re.compile(
    r"\b(?:do|did|would) you mean|you want|should (?:i|it)|can (?:i|it)|could (?:i|it)|example|are you asking|looking for|count\b|in the question|the question"
)
_INVITES = re.compile(
    r"\b(?:questions? (?:do you have |have you got |you have )?(?:for|to ask) (?:me|us)|(?:ask|like to know|want to know|like to ask) (?:me|us|about|from)|your turn|what would you like to (?:ask|know)|any questions|over to you)\b"
)
_SOFT_KINDS = frozenset({MessageKind.NEVER_HAD, MessageKind.DONT_KNOW, MessageKind.PASS, MessageKind.NO_QUESTIONS})
_ASKING = frozenset({MessageKind.QUESTION, MessageKind.QUESTION_BACK, MessageKind.ASKS_CLOCK})


def read_message(text: str, question: str = "", *, earlier: Sequence[str] = ()) -> MessageReading:
    """What the candidate's message is. `question` is what the interviewer last asked; `earlier` the candidate's own messages."""
    words = len(text.split())
    unreadable = _unreadable(text, question, earlier)
    if unreadable is not None:
        return MessageReading(unreadable, words=words)
    heard = tuple(_hear(clause, question) for clause in clauses_of(text))
    return _weigh(heard, words, question)


@cache
def _book() -> PhraseBook:
    return read_book("interviewsim.reading", "requests.phrases")


def _unreadable(text: str, question: str, earlier: Sequence[str]) -> MessageKind | None:
    if is_blank(text):
        return MessageKind.EMPTY
    if is_mashed(text) or is_dump(text):
        return MessageKind.NOISE
    if is_foreign(text):
        return MessageKind.FOREIGN
    said = plain(text)
    if said.count(" ") >= 4 and any(_pasted(said, plain(other)) for other in (question, *earlier)):
        return MessageKind.NOISE
    return None


def _pasted(said: str, other: str) -> bool:
    return bool(other) and (
        said == other
        or (said in other and len(said) > 0.8 * len(other))
        or (other in said and len(said) < 1.2 * len(other))
    )


def _hear(clause: Clause, question: str) -> _Heard:
    if clause.told:
        return _Heard(clause, None)
    done = _book().sections_in(bare(clause.plain))
    kinds = [kind for kind in MessageKind if kind.value in done]
    return _Heard(clause, _kind_of(clause, kinds, question))


def _kind_of(clause: Clause, kinds: Sequence[MessageKind], question: str) -> MessageKind | None:
    strong = [kind for kind in kinds if kind is not MessageKind.QUESTION and not _mere(kind, question)]
    if strong:
        return strong[0]
    if clause.self_asked:
        return None
    if _CHECK_IN.match(clause.plain):
        return MessageKind.OTHER
    if clause.asks and _EMPLOYER.search(clause.plain) and not _ABOUT_THE_QUESTION.search(clause.plain):
        return MessageKind.QUESTION_BACK
    if clause.asks or kinds:
        return MessageKind.QUESTION
    return MessageKind.OTHER if set(clause.plain.split()) <= _SMALL_TALK else None


def _mere(kind: MessageKind, question: str) -> bool:
    """ "Nothing else" after "What else changed?" is an answer; after an invitation to ask it is none."""
    return kind is MessageKind.NO_QUESTIONS and bool(question) and not _INVITES.search(plain(question))


def _weigh(heard: Sequence[_Heard], words: int, question: str) -> MessageReading:
    kinds = _in_order(heard)
    told = [one.clause for one in heard if one.kind is None]
    places = tuple(
        dict.fromkeys((one.clause.sentence.start, one.clause.sentence.end) for one in heard if one.kind in _ASKING)
    )
    telling = sum(clause.words for clause in told)
    if not kinds:
        only_manners = not telling and not _is_short_answer(heard)
        return MessageReading(MessageKind.OTHER if only_manners else MessageKind.ANSWER, words=words)
    asking = sum(one.clause.words for one in heard if one.kind in kinds)
    if _is_answer(told, telling, asking, kinds):
        return MessageReading(MessageKind.ANSWER, words=words, questions=places, kinds=kinds)
    return MessageReading(kinds[0], _tells_something(told, telling), words, places, kinds)


def _is_short_answer(heard: Sequence[_Heard]) -> bool:
    return any(one.clause.plain.split()[0] in {"yes", "no"} for one in heard)


def _in_order(heard: Sequence[_Heard]) -> tuple[MessageKind, ...]:
    """What is done, most pressing first; between "nothing comes to mind" and "give me a minute" the later one counts."""
    found = [one.kind for one in heard if one.kind not in {None, MessageKind.OTHER}]
    kinds = [kind for kind in MessageKind if kind in found]
    soft = [kind for kind in found if kind in {MessageKind.NEVER_HAD, MessageKind.ASKS_TIME, MessageKind.DONT_KNOW}]
    if soft and kinds[0] is MessageKind.ASKS_TIME and soft[-1] is not MessageKind.ASKS_TIME and soft[-1] is not None:
        kinds.remove(soft[-1])
        kinds.insert(0, soft[-1])
    return tuple(kinds)


def _is_answer(told: Sequence[Clause], telling: int, asking: int, kinds: Sequence[MessageKind]) -> bool:
    if telling >= 40:
        return telling > asking
    if set(kinds) <= _SOFT_KINDS and any(_PIVOT.match(clause.plain) for clause in told) and telling >= 6:
        return True
    return _tells_something(told, telling) and telling >= 12 and telling > asking


def _tells_something(told: Sequence[Clause], telling: int) -> bool:
    return telling >= 5 and any(_PAST.search(clause.plain) for clause in told)
