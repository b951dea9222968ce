"""A comparison as plain text and as JSON."""

from collections.abc import Iterator, Mapping, Sequence

from interviewsim.grading.compare import Comparison, CriterionCompared, Reason, Side
from interviewsim.grading.levels import LevelRead, told
from interviewsim.reports.layout import cells, padded, wrapped

INDENT = "  "
WIDEST_NAME = 30


def comparison_text(found: Comparison, width: int = 80) -> str:
    """The verdicts and scores, then each criterion with its reasons, then both at every level."""
    lines = [*_sides(found, width), ""]
    lines += [*wrapped(found.verdict, width), *_reasons(found.verdict_reasons, width)]
    lines += [*wrapped(found.score.text, width), "", "CRITERIA"]
    lines += [line for one in found.criteria for line in _criterion(one, _column(found), width)]
    levels = [(name, side) for name, side in (("A", found.first), ("B", found.second)) if side.levels]
    if levels:
        lines += ["", "AT EVERY LEVEL"]
        for name, side in levels:
            lines += wrapped(told(side.levels, side.pack.scale if side.pack else {}), width, f"{INDENT}{name}  ")
    return "\n".join(lines)


def comparison_json(found: Comparison) -> Mapping[str, object]:
    """The same as one JSON value; A and B are `a` and `b`."""
    score = found.score
    return {
        "schema": 1,
        "a": _side_value(found.first),
        "b": _side_value(found.second),
        "same_words": found.same_words,
        "score": {
            "difference": score.difference,
            "by_levels": score.by_levels,
            "by_ruler": score.by_ruler,
            "text": score.text,
        },
        "verdict": {"text": found.verdict, "reasons": _reason_values(found.verdict_reasons)},
        "criteria": [_criterion_value(one) for one in found.criteria],
    }


def levels_json(reads: Sequence[LevelRead]) -> list[Mapping[str, object]]:
    """A grade at every level, lowest first."""
    return [
        {"level": one.level, "verdict": one.verdict, "bar": one.bar, "short": list(one.short), "why": one.why}
        for one in reads
    ]


def _sides(found: Comparison, width: int) -> Iterator[str]:
    for name, side in (("A", found.first), ("B", found.second)):
        card = side.card
        by = card.grader.model or card.grader.kind
        score = "no score" if card.score is None else f"{card.score:.2f} of 5"
        what = (
            f"{card.session or 'an answer'} grade {card.grade}: {score}, {card.company} at {card.level.label}, by {by}"
        )
        yield from wrapped(what, width, f"{name}  ")
    if not found.same_words:
        yield from wrapped("Two sessions: other words were judged, and maybe other questions.", width, "   ")


def _column(found: Comparison) -> int:
    return min(max((cells(one.name) for one in found.criteria), default=0), WIDEST_NAME)


def _criterion(one: CriterionCompared, column: int, width: int) -> Iterator[str]:
    first, second = _level(one.first), _level(one.second)
    change = f"{first} in both" if one.first == one.second else f"{first} -> {second}"
    points = f" ({one.points:+.2f})" if one.points else ""
    yield from wrapped(f"{change}{points}", width, f"{INDENT}{padded(one.name, column)}  ")
    yield from _reasons(one.reasons, width)


def _level(level: int | None) -> str:
    return "-" if level is None else str(level)


def _reasons(reasons: Sequence[Reason], width: int) -> Iterator[str]:
    for reason in reasons:
        yield from wrapped(reason.text, width, f"{INDENT}{INDENT}- ", f"{INDENT}{INDENT}  ")


def _side_value(side: Side) -> Mapping[str, object]:
    card = side.card
    return {
        "session": card.session,
        "grade": card.grade,
        "round": card.round,
        "company": card.company,
        "level": card.level,
        "grader": {"kind": card.grader.kind, "model": card.grader.model, "rubric": card.grader.rubric},
        "score": card.score,
        "coverage": card.coverage,
        "verdict": card.verdict,
        "bar": side.bar,
        "headline": card.headline,
        "levels": levels_json(side.levels),
    }


def _criterion_value(one: CriterionCompared) -> Mapping[str, object]:
    return {
        "id": one.id,
        "name": one.name,
        "a": one.first,
        "b": one.second,
        "weight_a": one.weights[0],
        "weight_b": one.weights[1],
        "points": one.points,
        "reasons": _reason_values(one.reasons),
    }


def _reason_values(reasons: Sequence[Reason]) -> list[Mapping[str, object]]:
    return [{"because": reason.because, "text": reason.text} for reason in reasons]
