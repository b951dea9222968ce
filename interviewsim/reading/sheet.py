"""Which fact of a question's sheet somebody asks for, by question or by naming the line."""

from collections.abc import Sequence

from interviewsim.domain.question import Fact, Question
from interviewsim.domain.rubric import Topic
from interviewsim.reading.plain import plain
from interviewsim.reading.request import Request, RequestKind, requests_in
from interviewsim.reading.topics import match_topic, roots_of

LONGEST_LINE = 10
"""Words of a message that may be nothing but a line of the sheet: "churn by channel"."""
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
ENOUGH_SHARED = 3
"""Roots that a request must share with what a fact tells where none of its topics was named."""


def asked_of_sheet(text: str, question: Question) -> tuple[Request, ...]:
    """What a message asks for: in so many words, or by naming a line of the sheet and nothing else."""
    if (requests := requests_in(text)) or not _only_names(text):
        return requests
    return (Request(RequestKind.FIGURE, text),) if fact_asked_for(question, text) is not None else ()


def _only_names(text: str) -> bool:
    words = plain(text).split()
    return 0 < len(words) <= LONGEST_LINE and TELLING.isdisjoint(words)


def fact_asked_for(question: Question, asked: str) -> Fact | None:
    """The fact that the words ask for, if most of what they name besides the question's own words is its subject."""
    topic = match_topic(asked, tuple(Topic(fact.id, fact.topics, fact.tell) for fact in question.facts))
    named = next((fact for fact in question.facts if topic is not None and fact.id == topic.id), None)
    if named is not None and _covers(named.topics, question, asked):
        return named
    return _by_what_it_tells(question, asked)


def _by_what_it_tells(question: Question, asked: str) -> Fact | None:
    """The one fact whose own sentence holds most of what is asked for; none where two would do."""
    wanted = set(roots_of(asked))
    shared = {fact.id: len(wanted & _roots((*fact.topics, fact.tell))) for fact in question.facts}
    most = max(shared.values(), default=0)
    best = [fact for fact in question.facts if shared[fact.id] == most]
    if most < ENOUGH_SHARED or len(best) > 1 or not _covers((*best[0].topics, best[0].tell), question, asked):
        return None
    return best[0]


def _covers(phrases: Sequence[str], question: Question, asked: str) -> bool:
    named, known = _roots(phrases), set(roots_of(question.ask))
    wanted = {root for root in roots_of(asked) if root in named or root not in known}
    return bool(wanted) and len(wanted & named) >= MOSTLY * len(wanted)


def _roots(phrases: Sequence[str]) -> set[str]:
    return {root for phrase in phrases for root in roots_of(phrase)}
