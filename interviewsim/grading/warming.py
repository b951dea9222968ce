"""What a warm-up gives back: one thing done, in the candidate's own words, and one that was missing. No score."""

from collections.abc import Iterator
from dataclasses import dataclass

from interviewsim.domain.evidence import Evidence
from interviewsim.domain.rubric import Item, Rubric
from interviewsim.domain.scorecard import CriterionScore, ItemFinding, Scorecard, Seen


@dataclass(frozen=True, slots=True)
class Warmed:
    """One thing done, with its words; one thing missing, and what would have shown it. Empty or None: there is none."""

    done: str = ""
    words: Evidence | None = None
    missing: str = ""
    to_say: str = ""


def warmed(card: Scorecard, rubric: Rubric) -> Warmed:
    """The hardest item that was shown and the easiest that was not, each of the heaviest criterion there is."""
    found = list(_items(card, rubric))
    shown = [one for one in found if one.finding.seen is Seen.YES and one.finding.evidence]
    absent = [one for one in found if one.finding.seen is Seen.NO]
    best = max(shown, key=lambda one: (one.item.level, one.criterion.weight), default=None)
    first = min(absent, key=lambda one: (one.item.level, -one.criterion.weight), default=None)
    return Warmed(
        done=best.item.text if best else "",
        words=best.criterion.evidence[best.finding.evidence[0]] if best else None,
        missing=first.item.text if first else "",
        to_say=first.criterion.next_level if first else "",
    )


@dataclass(frozen=True, slots=True)
class _Found:
    criterion: CriterionScore
    item: Item
    finding: ItemFinding


def _items(card: Scorecard, rubric: Rubric) -> Iterator[_Found]:
    """Every item that was judged, with its text and level."""
    items = {(judged.id, item.id): item for judged in rubric.criteria for item in judged.items}
    for criterion in card.criteria:
        for finding in criterion.items:
            item = items.get((criterion.id, finding.id))
            if item and criterion.level is not None:
                yield _Found(criterion, item, finding)
