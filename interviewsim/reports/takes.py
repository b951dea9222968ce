"""Two takes of one answer as plain text."""

from collections.abc import Iterator, Sequence

from interviewsim.grading.takes import ItemChange, LevelChange, Take, Takes
from interviewsim.reports.layout import paragraphs, wrapped

INDENT = "  "


def takes_text(takes: Takes, width: int = 80) -> str:
    """What was asked, both answers, then the items gained and lost and the levels that changed."""
    lines = [*wrapped(takes.asked, width), ""]
    lines += [*_take("FIRST TAKE", takes.first, width), "", *_take("TAKE TWO", takes.second, width), ""]
    lines += [*_items("GAINED", "+", takes.gained, width), *_items("LOST", "-", takes.lost, width)]
    lines += [line for level in takes.levels if level.first != level.second for line in _level(level, width)]
    return "\n".join(lines).rstrip()


def _take(heading: str, take: Take, width: int) -> Iterator[str]:
    yield f"{heading} ({take.turn.words} words, turn {take.turn.turn} of {take.transcript.opened.session})"
    yield from paragraphs(take.turn.text, width, INDENT)


def _items(heading: str, sign: str, items: Sequence[ItemChange], width: int) -> Iterator[str]:
    yield heading if items else f"{heading}: nothing"
    for item in items:
        yield from wrapped(f"{item.criterion}: {item.text}", width, f"{INDENT}{sign} ")
        if item.evidence is not None:
            yield from wrapped(f"“{item.evidence.quote}”", width, INDENT * 3)


def _level(level: LevelChange, width: int) -> Iterator[str]:
    before, now = (str(one) if one is not None else "not scored" for one in (level.first, level.second))
    yield from wrapped(f"{level.name} on this answer: {before}, now {now}.", width)
