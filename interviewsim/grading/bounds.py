"""What code allows a model's yes to be worth, whatever it was talked into.

A sentence supports at most two items of a criterion beside those that rules find too; level 4 needs three different
sentences; and no level lies more than one above what `reading` finds in the same answer. An item that is unclear holds
the level down like a no.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from interviewsim.domain.evidence import Evidence
from interviewsim.domain.rubric import Criterion, Item
from interviewsim.domain.scorecard import Seen
from interviewsim.grading.ports import Decided, ItemSeen
from interviewsim.grading.scoring import LOWEST, level_of
from interviewsim.grading.sentences import Sentence, sentences_of, wordings

ITEMS_PER_SENTENCE = 2
HIGH = 4
SENTENCES_FOR_HIGH = 3
ABOVE_READING = 1
MOST_PLACES = 3
"""Places kept for one item."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a model says of an item, with the verified places it cites."""

    seen: Seen
    places: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class ByRules:
    """What rules find on the same answer: the level, None where they cannot judge, and the items they see."""

    level: int | None = None
    found: frozenset[str] = frozenset()


def bounded(
    criterion: Criterion, claims: Mapping[str, Claim], sentences: Sequence[Sentence], rules: ByRules, top: int
) -> Decided:
    """The claims as far as code lets them stand, with the highest level they may reach."""
    items = _supported(criterion.items, claims, sentences, rules.found)
    estimate = rules.level
    sure = _sure(criterion.items, items, top)
    claimed = most = min(level_of(criterion.items, items, top), sure)
    if claimed >= HIGH and _distinct(items, sentences) < SENTENCES_FOR_HIGH:
        most = HIGH - 1
    if estimate is not None:
        most = min(most, estimate + ABOVE_READING)
    return Decided(items, most, claimed, estimate)


def _supported(
    items: Sequence[Item], claims: Mapping[str, Claim], sentences: Sequence[Sentence], confirmed: frozenset[str]
) -> Mapping[str, ItemSeen]:
    """Each item with the places that are still free for it, the lowest levels first.

    An item that rules find too uses nothing up: "from 61 to 70 percent in a month" is an end, a figure and a baseline.
    """
    used: Counter[str] = Counter()
    named = wordings(sentences)
    found: dict[str, ItemSeen] = {}
    for item in sorted(items, key=lambda one: one.level):
        claim = claims.get(item.id, Claim(Seen.UNCLEAR))
        if claim.seen is not Seen.YES:
            found[item.id] = ItemSeen(claim.seen)
            continue
        taken: Mapping[str, int] = {} if item.id in confirmed else used
        free = [place for place in claim.places if _free(place, sentences, named, taken)]
        kept = sorted(free, key=lambda place: _most_used(place, sentences, named, used))[: max(item.quotes, 1)]
        touched = {named[one.id] for place in kept for one in sentences_of(place, sentences)}
        if len(kept) < item.quotes or len(touched) < item.quotes:
            found[item.id] = ItemSeen(Seen.NO)
            continue
        if item.id not in confirmed:
            used.update(touched)
        found[item.id] = ItemSeen(Seen.YES, tuple(kept[:MOST_PLACES]))
    return {item.id: found[item.id] for item in items}


def _free(place: Evidence, sentences: Sequence[Sentence], named: Mapping[str, str], used: Mapping[str, int]) -> bool:
    touched = sentences_of(place, sentences)
    eligible = bool(touched) and all(one.eligible for one in touched)
    return eligible and _most_used(place, sentences, named, used) < ITEMS_PER_SENTENCE


def _most_used(
    place: Evidence, sentences: Sequence[Sentence], named: Mapping[str, str], used: Mapping[str, int]
) -> int:
    return max((used.get(named[one.id], 0) for one in sentences_of(place, sentences)), default=0)


def _sure(items: Sequence[Item], seen: Mapping[str, ItemSeen], top: int) -> int:
    """The level below the first one that has an item nobody could tell."""
    unclear = [item.level for item in items if seen[item.id].seen is Seen.UNCLEAR and item.level > LOWEST]
    return min([level - 1 for level in unclear], default=top)


def _distinct(items: Mapping[str, ItemSeen], sentences: Sequence[Sentence]) -> int:
    named = wordings(sentences)
    places = [place for one in items.values() if one.seen is Seen.YES for place in one.evidence]
    return len({named[one.id] for place in places for one in sentences_of(place, sentences)})
