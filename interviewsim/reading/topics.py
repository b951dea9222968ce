"""Which topic of a company's brief a candidate's question is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from interviewsim.domain.rubric import Topic
from interviewsim.reading.plain import plain

_COMMON_WORDS = """
a about after all also am an and any are as at be been before but by can could did do does for from get give go
going had has have he her here him his how i if in into is it just kind know let like make many may me might more
most much my no not now of on one or our out over own please question questions said say see she should so some sort
tell than thank thanks that the their them then there these they thing things think this those time to too up us use
used want was way we well were what when where whether which who why will with would you your yours ask asked asking
curious wonder wondering hear look looks looking really currently right maybe bit lot good
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_ENDINGS = (
    ("ization", "ize"), ("isation", "ize"), ("ational", "ate"), ("ations", "ate"), ("ation", "ate"), ("fully", ""),
    ("ful", ""), ("ements", ""),
    ("ement", ""), ("ments", ""), ("ment", ""), ("ings", ""), ("ing", ""), ("iest", "y"), ("iers", "y"), ("ies", "y"),
    ("ied", "y"), ("ers", ""), ("er", ""), ("ors", ""), ("or", ""), ("ions", ""), ("ion", ""), ("ized", "ize"),
    ("ise", "ize"), ("ely", ""), ("ly", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""),
)  # fmt: skip
_SHORTEST_ROOT = 3
_WHOLE_PHRASE = 1.5
"""How much more a topic's phrase weighs when it stands in the question word for word."""
_ENOUGH = 0.67
"""The least share of a phrase's weight that must be met: half of a two-word phrase is not what was asked about."""
_FURTHER = 0.1
"""What further phrases of the same topic add, as a share of their weight."""

_EARLY = 2
_COVERED = 1 / 3
"""A topic must be named among the first words that carry meaning, or by this share of them: "the rule about dogs in
the office" is not about the office."""


@dataclass(frozen=True, slots=True)
class _Asked:
    plain: str
    roots: tuple[str, ...]


def match_topic(question_text: str, topics: Sequence[Topic]) -> Topic | None:
    """The topic that the question is about, or None where nothing really fits.

    Words are compared by their roots. A word counts for more the fewer topics share it (as an inverse document
    frequency does), a phrase for more when it stands whole; on a tie the topic that the question names first wins.
    """
    asked = _Asked(plain(question_text), roots_of(question_text))
    weights = _weights(tuple(topic.topics for topic in topics))
    best: Topic | None = None
    highest = (0.0, 0)
    for topic in topics:
        score = _score(asked, topic, weights)
        if score > highest and score[0] > 0:
            best, highest = topic, score
    return best


@lru_cache(maxsize=1 << 15)
def root(word: str) -> str:
    """The word without its endings, so that "hire", "hired" and "hiring" are one; three letters stay at least."""
    return _shorter(_shorter(word))


def _shorter(word: str) -> str:
    if word.endswith("ss"):
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= _SHORTEST_ROOT:
            return _undoubled(word.removesuffix(ending) + instead).removesuffix("e")
    return word


def _undoubled(stem: str) -> str:
    doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz"
    return stem[:-1] if doubled else stem


@lru_cache(maxsize=1024)
def roots_of(text: str) -> tuple[str, ...]:
    """The roots of the words that carry meaning, in order."""
    return tuple(root(word) for word in plain(text).split() if word not in _COMMON)


@lru_cache(maxsize=16)
def _weights(phrases: Sequence[Sequence[str]]) -> Mapping[str, float]:
    """A root's weight: one over the number of topics that name it."""
    found: dict[str, int] = {}
    for topic in phrases:
        for word in {word for phrase in topic for word in roots_of(phrase)}:
            found[word] = found.get(word, 0) + 1
    return {word: 1 / count for word, count in found.items()}


def _score(asked: _Asked, topic: Topic, weights: Mapping[str, float]) -> tuple[float, int]:
    """How well the topic's phrases fit, and (negative) where in the question the first of its words stands."""
    scores = [_phrase_score(asked, phrase, weights) for phrase in topic.topics]
    best = max(scores, default=0.0)
    if best == 0:
        return (0.0, 0)
    named = {word for phrase in topic.topics for word in roots_of(phrase)}
    places = [at for at, word in enumerate(asked.roots) if word in named]
    first = places[0] if places else 0
    if first >= _EARLY and len(places) < _COVERED * len(asked.roots):
        return (0.0, 0)
    return (best + _FURTHER * (sum(scores) - best), -first)


def _phrase_score(asked: _Asked, phrase: str, weights: Mapping[str, float]) -> float:
    """The weight of the phrase's roots that were said; whole phrases count for more, and halves for nothing."""
    said = plain(phrase)
    together = f" {said} " in f" {asked.plain} "
    roots = roots_of(phrase)
    if len(roots) < 2 and " " in said:
        return (sum(weights[one] for one in roots) or 1.0) * _WHOLE_PHRASE if together else 0.0
    met = sum(weights[one] for one in set(roots) if one in asked.roots)
    whole = sum(weights[one] for one in set(roots))
    if met < whole * _ENOUGH or not whole:
        return 0.0
    return met * (_WHOLE_PHRASE if together and " " in said else 1.0)
