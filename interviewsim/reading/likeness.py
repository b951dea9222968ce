"""How like a request and each line of a sheet are, by the words that they share and by words of one kinship.

A root counts by how few lines have it (as an inverse document frequency does), less where the question itself holds it,
and less where only its kin stands in the line. The shares below were chosen on requests written for this purpose:
docs/offline-interviewer.md has the figures.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log

from interviewsim.domain.question import Fact
from interviewsim.reading.cues import sections
from interviewsim.reading.topics import root, roots_of

KIN = 0.4
"""What a kindred word is worth, of the word itself."""
KNOWN = 0.5
"""What a word is worth that the question holds."""
NUMBER = 0.2
"""What a word for a kind of number is worth where lines are compared; it covers nothing."""
UNKNOWN = 0.9
"""How heavy a word weighs that no line knows, of a word that only one does."""
LEAST_WEIGHT = 0.15


@dataclass(frozen=True, slots=True)
class Likeness:
    """One line beside a request. `covers`: the share of what is asked for that it holds; `score` orders lines."""

    fact: Fact
    covers: float
    score: float


@dataclass(frozen=True, slots=True)
class _Line:
    roots: frozenset[str]
    kin: frozenset[int]


def likenesses(asked: str, facts: Sequence[Fact], known: frozenset[str]) -> tuple[Likeness, ...]:
    """Every line beside a request, most alike first. `known`: roots that the question itself holds.

    A request that names nothing ("how many?") is covered by no line.
    """
    roots = tuple(dict.fromkeys(roots_of(asked)))
    lines = tuple(_line(fact) for fact in facts)
    whole = 0.0
    covers, scores = [0.0] * len(lines), [0.0] * len(lines)
    for one in roots:
        weights = _weights(one, lines)
        share = KNOWN if one in known else 1.0
        names = one not in _weak()
        heaviest = max(weights, default=0.0) or log(len(lines) + 1) * UNKNOWN
        whole += max(heaviest, LEAST_WEIGHT) * share if names else 0.0
        for at, weight in enumerate(weights):
            covers[at] += weight * share if names else 0.0
            scores[at] += weight * share * (1.0 if names else NUMBER)
    whole = whole or 1.0
    found = [Likeness(fact, covers[at] / whole, scores[at] / whole) for at, fact in enumerate(facts)]
    return tuple(sorted(found, key=lambda like: -like.score))


def names_something(asked: str) -> bool:
    """Whether a request has a word by which a line could be looked up; "how many of each?" has none."""
    return any(one not in _weak() for one in roots_of(asked))


def _weights(one: str, lines: Sequence[_Line]) -> list[float]:
    """What a root of the request is worth in each line."""
    rare = log((len(lines) + 1) / max(1, sum(one in line.roots for line in lines)))
    kin = {group: sum(group in line.kin for line in lines) for group in _kin().get(one, ())}
    kindred = {group: KIN * log((len(lines) + 1) / count) for group, count in kin.items() if count}
    return [
        rare if one in line.roots else max((kindred[group] for group in kindred if group in line.kin), default=0.0)
        for line in lines
    ]


@lru_cache(maxsize=1024)
def _line(fact: Fact) -> _Line:
    texts = (*fact.topics, fact.tell, fact.id.replace("_", " "))
    roots = frozenset(one for text in texts for one in roots_of(text))
    return _Line(roots, frozenset(group for one in roots for group in _kin().get(one, ())))


@cache
def _kin() -> Mapping[str, frozenset[int]]:
    """The kinships of each root."""
    told = dict(sections("kin.txt"))
    groups = [group.split() for group in f"{told['kin']} {told['numbers']}".split(",")]
    found: dict[str, set[int]] = {}
    for number, words in enumerate(groups):
        for word in words:
            found.setdefault(root(word), set()).add(number)
    return {one: frozenset(numbers) for one, numbers in found.items()}


@cache
def _weak() -> frozenset[str]:
    """Roots that name nothing by themselves."""
    told = dict(sections("kin.txt"))
    return frozenset(root(word) for word in f"{told['numbers']} {told['empty']}".replace(",", " ").split())
