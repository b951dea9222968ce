"""Which fact of a question's sheet somebody asks for, by question or by naming the line."""

import re
from collections.abc import Sequence

from interviewsim.domain.question import Fact, Question
from interviewsim.domain.rubric import Topic
from interviewsim.reading.clauses import clauses_of
from interviewsim.reading.likeness import Likeness, likenesses, names_something
from interviewsim.reading.plain import plain
from interviewsim.reading.request import Request, RequestKind, requests_in
from interviewsim.reading.topics import match_topic, roots_of

LONGEST_LINE = 10
"""Words of a message that may be nothing but a line of the sheet: "churn by channel"."""
LONGEST_WISH = 30
"""Words of a message that may be no more than a wish to see a line."""
BEFORE_ANSWERING = re.compile(r"^\s*(?:before|first)\b[^,:.]{0,30}[,:]\s*", re.IGNORECASE)
WISH = re.compile(
    r"(?:(?:and|so|then|now|first|also|okay|ok) )*(?:i (?:would |will )?(?:also |first |still )?"
    r"(?:like|love|want|need|wish|check|look|split|break|compare|segment|pull|ask)|let us|let me)\b"
)
REFERS_BACK = re.compile(r"\b(?:they|them|those|these|it|that|this|each|both|ones)\b")
TELLING = frozenset(
    [
        "i",
        "we",
        "it",
        "is",
        "are",
        "was",
        "were",
        "am",
        "be",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "would",
        "should",
        "will",
        "can",
        "could",
        "because",
        "so",
        "if",
        "not",
        "no",
    ]
)
"""Words of a sentence that tells; a line that is merely named has none of them."""
MOSTLY = 0.5
"""Share of what a request names that a fact must be about."""
OVERRULES = 0.4
"""By how much a line must be more like the request than the one that was named."""
COVERED = 0.56
"""Share of what is asked for that a line must hold where none was named."""
CLEARLY = 1.02
"""How much more like the request it must be than the second."""
NEARLY = 0.22
"""The share from which a line may have been meant."""


def asked_of_sheet(text: str, question: Question) -> tuple[Request, ...]:
    """What a message asks for: in so many words, or by naming a line of the sheet and nothing else."""
    if requests := requests_in(text):
        return requests
    named = [one for one in _sentences(text) if _only_names(one) or _wishes(one)]
    return tuple(Request(RequestKind.FIGURE, one) for one in named if fact_asked_for(question, one) is not None)


def fact_wanted(question: Question, request: Request) -> Fact | None:
    """The fact that a request is after; "have they gone up?" asks for what was named just before."""
    fact = fact_asked_for(question, request.text)
    if fact is None and request.before and REFERS_BACK.search(plain(request.text)):
        return fact_asked_for(question, f"{request.before} {request.text}")
    return fact


def _sentences(text: str) -> Sequence[str]:
    """What may name a line: the whole of a short message, or the short sentences of one that is hardly longer."""
    if len(text.split()) > LONGEST_WISH:
        return ()
    asked = BEFORE_ANSWERING.sub("", text)
    places = dict.fromkeys((clause.sentence.start, clause.sentence.end) for clause in clauses_of(asked))
    return tuple(asked[start:end] for start, end in places)


def _only_names(text: str) -> bool:
    words = plain(text).split()
    return 0 < len(words) <= LONGEST_LINE and TELLING.isdisjoint(words)


def _wishes(text: str) -> bool:
    """Whether a line is wanted as much as asked for: "I'd want to split it by channel"."""
    return bool(WISH.match(plain(text)))


def fact_asked_for(question: Question, asked: str) -> Fact | None:
    """The fact that the words ask for: the one that they name, or the one that they are most like."""
    named = _named(question, asked)
    likest = _likest(question, asked)
    if not likest:
        return None
    best = likest[0]
    if named is not None:
        own = next(like.score for like in likest if like.fact is named)
        return best.fact if best.score >= own + OVERRULES else named
    second = likest[1].score if len(likest) > 1 else 0.0
    return best.fact if best.covers >= COVERED and best.score >= second * CLEARLY else None


def may_be_on_sheet(question: Question, asked: str) -> bool:
    """Whether a line comes near enough, or too little is named, for anybody to say that there is none."""
    return not names_something(asked) or any(like.covers >= NEARLY for like in _likest(question, asked))


def _likest(question: Question, asked: str) -> Sequence[Likeness]:
    return likenesses(asked, question.facts, frozenset(roots_of(question.ask))) if roots_of(asked) else ()


def _named(question: Question, asked: str) -> Fact | None:
    """The fact one of whose topics is named, if most of what is asked for besides the question's own words is its."""
    topic = match_topic(asked, tuple(Topic(fact.id, fact.topics, fact.tell) for fact in question.facts))
    named = next((fact for fact in question.facts if topic is not None and fact.id == topic.id), None)
    return named if named is not None and _covers(named.topics, question, asked) else None


def _covers(phrases: Sequence[str], question: Question, asked: str) -> bool:
    named, known = {one for phrase in phrases for one in roots_of(phrase)}, set(roots_of(question.ask))
    wanted = {one for one in roots_of(asked) if one in named or one not in known}
    return bool(wanted) and len(wanted & named) >= MOSTLY * len(wanted)
