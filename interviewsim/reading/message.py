"""What a candidate's message is in a behavioral round, before it is read as an answer.

A message is cut into clauses; each clause asks the interviewer for something, puts a question, or tells. The message is
what most of it does: a story with a question at its end is an answer, a question with its reason is a question.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
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
    PASS = auto()  # would rather not answer
    DONT_KNOW = "dont_know"  # no idea
    NO_QUESTIONS = "no_questions"  # nothing to ask the interviewer
    ANSWER = "answer"
    OTHER = "other"  # a greeting, thanks, "ready": nothing to read


@dataclass(frozen=True, slots=True)
class MessageReading:
    """What a message is, and what else it does.

    `also_answers`: something is told beside what `kind` names; always False for ANSWER. `words` as a reader counts
    them. `questions` are the places, in code points, of the sentences that put a question to the interviewer. `kinds`
    is everything the message does besides telling; `kind` stands first unless it is ANSWER or OTHER.
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


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the interviewer asked, in plain words, and whether that gave the floor to the candidate's own questions."""

    plain: str
    invites: bool


LONG_TELLING = 40
"""Words of telling that make an answer of anything that asks less."""
SHORT_TELLING = 12
"""The same for a tale of the past."""
PIVOT_TELLING = 6
"""The same after "never had that, but"."""
LONGEST_DENIAL = 18
"""Words of "I can't recall a time when I ..." that may still name all of what was asked."""

_MANNERS = """
hi hello hey good morning afternoon evening okay sure right alright thanks thank you sorry please yes no well so um uh
hmm hm oh ah great cool nice perfect fine got it ready i am we go ahead let us start begin do this interesting question
tough hard one that is a the there to meet too much very honestly and but just now then here my name sir madam
understood makes sense of course absolutely definitely sounds for time your appreciate can shoot fire away not know if
long day when are
"""
_SMALL_TALK = frozenset(_MANNERS.split())
_PAST_VERB = (
    "was|were|had|did|went|took|made|got|led|ran|built|wrote|told|said|gave|found|came|saw|felt|knew|thought|brought"
    "|chose|cut|put|set|kept|left|lost|met|paid|sent|spent|spoke|sold|won|taught|held|began|broke|caught|drew|drove"
    r"|fell|fought|grew|hired|let|quit|read|shut|stood|understood|\w{2,}ed"
)
_PAST = re.compile(rf"\b\w+ (?:\w+ly |then |also |just |even |never |finally |not )?(?:{_PAST_VERB})\b")
_OWN_PAST = re.compile(rf"\b(?:was|were|did) not\b|\bthere was\b|\bno \w+ (?:{_PAST_VERB})\b")
_OWN_DEED = re.compile(
    r"\b(?:i|we) (?:would|could|should|will|can|usually|always|try|think|believe|had|did|was|just|\w+ed)\b"
)
_IN_MANY_QUESTIONS = "about there where which their would could should someone something thing things really worked"
_TOO_COMMON = frozenset(_IN_MANY_QUESTIONS.split())
_PIVOT = re.compile(
    r"^(?:but|however|although|though|still|instead|closest|that said|so|once|one time|the closest|except)\b"
)
_YES_OR_NO = re.compile(
    r"(?:well |honestly )?(?:yes|no|not really|maybe|of course|never)(?: not| really| honestly| of course| sure)*"
)
_NAMES_QUESTIONS = re.compile(r"\b(?:questions?|quer(?:y|ies)|doubts?|ask)\b")
_SOFT = frozenset({MessageKind.NEVER_HAD, MessageKind.DONT_KNOW, MessageKind.PASS, MessageKind.NO_QUESTIONS})
_AT_A_LOSS = frozenset({MessageKind.NEVER_HAD, MessageKind.DONT_KNOW})
_ASKING = frozenset({MessageKind.QUESTION, MessageKind.QUESTION_BACK, MessageKind.ASKS_CLOCK})


def read_message(text: str, question: str = "", *, earlier: Sequence[str] = (), floor: bool = False) -> MessageReading:
    """What the candidate's message is.

    `question` is what the interviewer last asked; `earlier` are the candidate's own messages so far, by which a message
    that is sent again is known. `floor`: the interviewer may have given the candidate the floor for questions of their
    own; a main question never does, even where it says "you may ask me for figures".
    """
    words = len(text.split())
    unreadable = _unreadable(text, (question, *earlier))
    if unreadable is not None:
        return MessageReading(unreadable, words=words)
    invites = floor and "invites" in _book().sections_in(bare(plain(question)))
    asked = _Asked(plain(question), invites)
    return _weighed(tuple(_heard(clause, asked) for clause in clauses_of(text)), words)


@cache
def _book() -> PhraseBook:
    return read_book("interviewsim.reading", "requests.phrases")


def _unreadable(text: str, others: Sequence[str]) -> MessageKind | None:
    if is_blank(text):
        return MessageKind.EMPTY
    if is_mashed(text) or is_dump(text):
        return MessageKind.NOISE
    if is_foreign(text):
        return MessageKind.FOREIGN
    return MessageKind.NOISE if any(_is_pasted(text, other) for other in others) else None


def _is_pasted(text: str, other: str) -> bool:
    """Whether one is the other, give or take a fifth and all marks; a few words may be said twice."""
    if not 0.7 < len(text) / (len(other) or 1) < 1.4:
        return False
    shorter, longer = sorted((plain(text), plain(other)), key=len)
    return shorter.count(" ") >= 4 and shorter in longer and len(shorter) > 0.8 * len(longer)


def _heard(clause: Clause, asked: _Asked) -> _Heard:
    return _Heard(clause, None if clause.told else _kind_of(clause, asked))


def _kind_of(clause: Clause, asked: _Asked) -> MessageKind | None:
    """What a clause does. A check-in ("does that make sense?") is manners; a question to oneself is telling."""
    does = _book().sections_in(bare(clause.plain))
    if asked.invites and MessageKind.NO_QUESTIONS in does:
        return MessageKind.NO_QUESTIONS
    wanted = next((kind for kind in MessageKind if kind in does and _is_meant(kind, clause, asked)), None)
    if wanted is not None:
        return wanted
    if clause.self_asked:
        return None
    if "denies" in does and _denies(clause, asked):
        return MessageKind.NEVER_HAD
    if clause.asks or MessageKind.QUESTION in does:
        return _question(clause, does, asked)
    return MessageKind.OTHER if "check_in" in does or set(clause.plain.split()) <= _SMALL_TALK else None


def _question(clause: Clause, does: frozenset[str], asked: _Asked) -> MessageKind:
    """Whose business it asks about: the interviewer's, the question's, or, in passing, whether one is understood."""
    if "check_in" in does:
        return MessageKind.OTHER
    about_employer = "employer" in does or asked.invites
    if clause.asks and about_employer and "scope" not in does:
        return MessageKind.QUESTION_BACK
    return MessageKind.QUESTION


def _is_meant(kind: MessageKind, clause: Clause, asked: _Asked) -> bool:
    """Plain questions are told apart later; "nothing else" after "What else changed?" answers it."""
    if kind is MessageKind.NO_QUESTIONS:
        return not asked.plain or bool(_NAMES_QUESTIONS.search(clause.plain))
    return kind is not MessageKind.QUESTION


def _denies(clause: Clause, asked: _Asked) -> bool:
    """Whether it says no to the very thing asked for: "never had a conflict at work"."""
    return (
        clause.words <= LONGEST_DENIAL
        and not _OWN_PAST.search(clause.plain)
        and _shares_a_word(clause.plain, asked.plain)
    )


def _shares_a_word(said: str, asked: str) -> bool:
    return not _roots(said).isdisjoint(_roots(asked))


def _roots(words: str) -> frozenset[str]:
    return frozenset(word[:6] for word in words.split() if len(word) > 4 and word not in _TOO_COMMON)


def _weighed(heard: Sequence[_Heard], words: int) -> MessageReading:
    kinds = _in_order(heard)
    told = [one.clause for one in heard if one.kind is None]
    if not kinds:
        return MessageReading(
            MessageKind.ANSWER if told or _says_yes_or_no(heard, words) else MessageKind.OTHER, words=words
        )
    places = _places(one.clause for one in heard if one.kind in _ASKING)
    asking = sum(one.clause.words for one in heard if one.kind in kinds)
    if _is_answer(told, asking, kinds):
        return MessageReading(MessageKind.ANSWER, words=words, questions=places, kinds=kinds)
    return MessageReading(kinds[0], _tells_something(told), words, places, kinds)


def _says_yes_or_no(heard: Sequence[_Heard], words: int) -> bool:
    return words <= 3 and any(_YES_OR_NO.fullmatch(one.clause.plain) for one in heard)


def _places(clauses: Iterable[Clause]) -> tuple[tuple[int, int], ...]:
    return tuple(dict.fromkeys((clause.sentence.start, clause.sentence.end) for clause in clauses))


def _in_order(heard: Sequence[_Heard]) -> tuple[MessageKind, ...]:
    """What is done, most pressing first; of "nothing comes to mind" and "give me a minute" the later one counts."""
    found = [one.kind for one in heard if one.kind not in {None, MessageKind.OTHER}]
    kinds = [kind for kind in MessageKind if kind in found]
    last = next((kind for kind in reversed(found) if kind is MessageKind.ASKS_TIME or kind in _AT_A_LOSS), None)
    if last is not None and kinds[0] is MessageKind.ASKS_TIME and last is not MessageKind.ASKS_TIME:
        kinds.remove(last)
        kinds.insert(0, last)
    return tuple(kinds)


def _is_answer(told: Sequence[Clause], asking: int, kinds: Sequence[MessageKind]) -> bool:
    telling = sum(clause.words for clause in told)
    if asking <= 1 and telling >= 3 and set(kinds) <= _SOFT:
        return True
    if telling >= LONG_TELLING:
        return telling > asking
    if set(kinds) <= _SOFT and telling >= PIVOT_TELLING and any(_leads_on(clause, kinds[0]) for clause in told):
        return True
    return telling >= SHORT_TELLING and telling > asking and _tells_something(told)


def _leads_on(clause: Clause, kind: MessageKind) -> bool:
    """Whether, after "I don't know" or "never had that", something is told all the same."""
    pivots = bool(_PIVOT.match(clause.plain))
    return pivots or (kind is MessageKind.DONT_KNOW and bool(_OWN_DEED.search(clause.plain)))


def _tells_something(told: Sequence[Clause]) -> bool:
    return sum(clause.words for clause in told) >= 5 and any(_PAST.search(clause.plain) for clause in told)
