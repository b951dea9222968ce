"""Two grades side by side, as text: what differs first, why beside it, and which differences are no differences."""

from collections.abc import Sequence
from dataclasses import dataclass

from interviewsim.grading.compare import Comparison, CriterionCompared, Side
from interviewsim.grading.levels import told
from interviewsim.tui.presenters.plain import level_bar, named, one_line

SAME, NONE = "same", "-"
TWO_SESSIONS = (
    "Two rounds: other words were judged, and maybe other questions. One level up or down on one criterion is within "
    "what a single round can tell."
)
ONE_SESSION = "The same words, judged twice: every difference comes from the ruler or from who graded."


@dataclass(frozen=True, slots=True)
class SideView:
    """One grade: its name (A or B), what it is, and its score and verdict."""

    name: str
    what: str
    graded_by: str


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """One criterion in both grades, and the sentences that say why it differs."""

    name: str
    first: str
    second: str
    bars: tuple[str, str]
    change: str
    alike: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompareView:
    """Everything the screen shows."""

    title: str
    sides: tuple[SideView, SideView]
    summary: tuple[str, ...]
    reasons: tuple[str, ...]
    criteria: tuple[CriterionLine, ...]
    levels: tuple[str, ...]


def compare_view(found: Comparison) -> CompareView:
    """Put a comparison in words. Criteria keep the rubric's order; those that differ are marked by their change."""
    card = found.first.card
    return CompareView(
        title=f"Compare · {card.round.label}",
        sides=(_side("A", found.first), _side("B", found.second)),
        summary=(
            one_line(found.verdict),
            one_line(found.score.text),
            ONE_SESSION if found.same_words else TWO_SESSIONS,
        ),
        reasons=tuple(one_line(reason.text) for reason in found.verdict_reasons),
        criteria=tuple(_criterion(one) for one in found.criteria),
        levels=tuple(_levels((("A", found.first), ("B", found.second)))),
    )


def _side(name: str, side: Side) -> SideView:
    card = side.card
    score = "no score" if card.score is None else f"{card.score:.1f} of 5"
    verdict = _verdict(side)
    where = f"{named(card.company)} · {card.level.label}"
    session = one_line(card.session or "an answer")
    by = one_line(card.grader.model or card.grader.kind)
    return SideView(name, f"{score} · {verdict} · {where}", f"{session} · grade {card.grade} · by {by}")


def _verdict(side: Side) -> str:
    verdict = side.card.verdict
    if verdict is None:
        return "no verdict"
    return one_line(side.pack.scale.get(verdict, "") if side.pack else "") or named(verdict)


def _criterion(one: CriterionCompared) -> CriterionLine:
    reasons = tuple(one_line(reason.text) for reason in one.reasons)
    if one.points:
        reasons = (f"Makes {one.points:+.2f} of the score.", *reasons)
    return CriterionLine(
        name=one_line(one.name),
        first=_level(one.first),
        second=_level(one.second),
        bars=(level_bar(one.first), level_bar(one.second)),
        change=_change(one),
        alike=one.alike,
        reasons=reasons or ("Nothing differs here.",),
    )


def _level(level: int | None) -> str:
    return NONE if level is None else str(level)


def _change(one: CriterionCompared) -> str:
    if one.first is None or one.second is None:
        return SAME if one.first is one.second else "not in both"
    if one.first != one.second:
        return f"{one.second - one.first:+d}"
    return SAME if one.alike else "other weight"


def _levels(sides: Sequence[tuple[str, Side]]) -> list[str]:
    return [
        f"{name}  {one_line(told(side.levels, side.pack.scale if side.pack else {}))}"
        for name, side in sides
        if side.levels
    ]
