"""The scorecard's sentences, made from its figures and its quotes; nothing is judged here."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from interviewsim.domain.rubric import Criterion, Verdict
from interviewsim.domain.scorecard import CriterionScore, ItemFinding, Reason, Scorecard, Seen
from interviewsim.domain.terms import Level

WARM_UP = "A warm-up has no score: one thing that was there, and one to add."
NOT_FOUND = "Not found:"
LOWERED = "A level is taken off, since parts of it came only after a follow-up."
FIRST_TELLING = "Tell it to its end before anybody has to ask: where it was, what you did, and what came of it."
HELD = "More was seen than counts: a level rests on enough sentences of your own, and on what rules find too."
_AT = re.compile(r", level [1-5] of 5(?=\.)")
WORTH_NAMING = 3
"""The level from which a criterion speaks for a candidate."""


def headline(card: Scorecard, level: Level, bar: float | None, scale: Mapping[Verdict, str] | None = None) -> str:
    """The verdict in one sentence, or why there is none."""
    if card.verdict is not None and bar is not None and card.score is not None:
        label = (scale or {}).get(card.verdict, card.verdict.replace("_", " ").capitalize())
        return f"{label} at {level.label}: {card.score:.1f} of 5 against a bar of {bar:.1f}."
    if all(criterion.level is None for criterion in card.criteria):
        return f"Nothing could be graded: {_first_reason(card.criteria)}"
    if card.score is not None:
        return f"{card.score:.1f} of 5, without a verdict."
    share = round(card.coverage * 100)
    return f"No verdict: only {share} percent of the rubric could be judged; the rest was not reached."


def short_of(names: Sequence[str], level: Level) -> str:
    """What keeps a score above the bar from a hire at this level, as a further sentence; nothing where nothing does."""
    return f" What is short of {level.label}: {', '.join(name.lower() for name in names)}." if names else ""


def reason_for(criteria: Sequence[CriterionScore]) -> Reason | None:
    """The heaviest of the highest criteria, if any speaks for the candidate."""
    scored = [criterion for criterion in criteria if (criterion.level or 0) >= WORTH_NAMING]
    best = max(scored, key=lambda c: (c.level or 0, c.weight), default=None)
    if best is None:
        return None
    shown, _, _ = best.rationale.partition(NOT_FOUND)
    return Reason(f"{best.name}{_at(best)}. {shown.strip()}", best.evidence[-1:])


def reason_against(criteria: Sequence[CriterionScore]) -> Reason | None:
    """The heaviest of the lowest criteria, if there is room above it."""
    scored = [criterion for criterion in criteria if criterion.level is not None and criterion.level <= WORTH_NAMING]
    worst = min(scored, key=lambda c: (c.level or 0, -c.weight), default=None)
    if worst is None:
        return None
    _, mark, missing = worst.rationale.partition(NOT_FOUND)
    return Reason(f"{worst.name}{_at(worst)}. {mark}{missing or worst.rationale}", worst.evidence[-1:])


def unscored(reason: Reason) -> Reason:
    """The reason without its level, for who wants to read words and no score."""
    return replace(reason, text=_AT.sub("", reason.text, count=1))


def _at(criterion: CriterionScore) -> str:
    return f", level {criterion.level} of 5"


def focus(criteria: Sequence[CriterionScore]) -> str | None:
    """The one change: what the lowest criterion's next level would have sounded like."""
    scored = [criterion for criterion in criteria if criterion.level is not None and criterion.next_level]
    worst = min(scored, key=lambda c: (c.level or 0, -c.weight), default=None)
    return worst.next_level if worst else None


def rationale(criterion: Criterion, level: int, items: Sequence[ItemFinding]) -> str:
    """What was seen up to the level, and what was looked for and not found at the next."""
    texts = {item.id: item for item in criterion.items}
    reached = [texts[found.id] for found in items if found.seen is Seen.YES]
    seen = [item.text for item in reached if item.level <= max(level, 2)]
    missing = [texts[found.id] for found in items if found.seen is Seen.NO]
    wanted = [item.text for item in missing if item.level == min((m.level for m in missing), default=0)]
    told = [f"Seen: {_joined(seen[-2:])}."] if seen and level > 1 else []
    if wanted:
        told.append(f"{NOT_FOUND} {_joined(wanted)}.")
    return " ".join(told) or criterion.anchors.get(level, "")


def with_limits(criterion: Criterion, score: CriterionScore, *, lowered: bool, held: bool) -> CriterionScore:
    """The score with what kept its level down although its items would allow more, and what to do about it."""
    reasons = " ".join(reason for reason, so in ((LOWERED, lowered), (HELD, held)) if so)
    if not reasons or score.level is None:
        return score
    told = replace(score, rationale=f"{score.rationale} {reasons}".strip())
    advice = FIRST_TELLING if lowered else criterion.next_level.get(_next_open(criterion, score) - 1)
    return replace(told, next_level=advice or score.next_level)


def _next_open(criterion: Criterion, score: CriterionScore) -> int:
    """The lowest level above the score's that asks for something not seen yet; one beyond all where none does."""
    seen = {found.id for found in score.items if found.seen is Seen.YES}
    wanted = [item.level for item in criterion.items if item.id not in seen and item.level > (score.level or 0)]
    return min(wanted, default=max(item.level for item in criterion.items) + 1)


def _joined(texts: Sequence[str]) -> str:
    return "; ".join(text[:1].lower() + text[1:].rstrip(".") for text in texts)


def _first_reason(criteria: Sequence[CriterionScore]) -> str:
    return next((c.unscored.detail for c in criteria if c.unscored), "nothing was answered.")


def listed(names: Sequence[str]) -> str:
    """Names as a sentence has them: "screening, technical and final"."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
