"""Reports for a terminal: plain text without colors or control characters, wrapped to a width."""

from collections.abc import Iterator
from itertools import groupby

from interviewsim.domain.scorecard import Scorecard
from interviewsim.grading.compare import Side
from interviewsim.reports.debrief import (
    Block,
    Quoted,
    Rated,
    Section,
    Words,
    at_every_level,
    sections_of,
    without_scores,
)
from interviewsim.reports.layout import cells, padded, paragraphs, wrapped
from interviewsim.reports.view import SessionView, TurnView

WIDTH = 80
WIDEST = 100
"""Prose is not set wider than this, whatever the terminal."""
INDENT = "  "
WIDEST_NAME = 34
BAR = 5
SPEAKER = 8


def session_text(view: SessionView, width: int = WIDTH) -> str:
    """The newest grade as a debrief, then the transcript with its marks. No line end at the end."""
    width = min(width, WIDEST)
    lines = [*_heading(view, width), ""]
    newest = view.newest
    if newest is None:
        lines += [*wrapped("Not graded yet. Grade it with:", width), f"{INDENT}interviewsim grade {_name(view)}", ""]
    else:
        lines += _sections(sections_of(newest, view), width)
        lines += _other_grades(view, width)
    lines += ["TRANSCRIPT", *(line for turn in view.turns for line in _turn(turn, width))]
    if not view.turns:
        lines.append(f"{INDENT}Nothing was said.")
    return "\n".join(lines)


def unscored_text(card: Scorecard, width: int = WIDTH) -> str:
    """What was there, what was missing, and the one change: a grade without any score of it."""
    return "\n".join(_sections(without_scores(card), min(width, WIDEST))).rstrip("\n")


def scorecard_text(card: Scorecard, width: int = WIDTH, levels: Side | None = None) -> str:
    """One grade without its transcript; with `levels`, as it reads at every level. No line end at the end."""
    sections = (*sections_of(card), *(at_every_level(levels) if levels else ()))
    return "\n".join(_sections(sections, min(width, WIDEST))).rstrip("\n")


def sections_text(sections: tuple[Section, ...], width: int = WIDTH) -> str:
    """Any sections as plain text. No line end at the end."""
    return "\n".join(_sections(sections, width)).rstrip("\n")


def _heading(view: SessionView, width: int) -> Iterator[str]:
    yield from wrapped(view.title, width)
    yield from wrapped(" · ".join(view.facts), width)
    for problem in view.damage:
        yield from wrapped(f"Damaged: {problem}", width)


def _name(view: SessionView) -> str:
    return padded(view.transcript.opened.session, 120).rstrip()


def _sections(sections: tuple[Section, ...], width: int) -> Iterator[str]:
    for section in sections:
        if section.heading:
            yield from wrapped(section.heading.upper(), width)
        names = [cells(block.name) for block in section.blocks if isinstance(block, Rated)]
        column = min(max(names, default=0), WIDEST_NAME, width // 3)
        for block in section.blocks:
            yield from _block(block, width, INDENT if section.heading else "", column)
        yield ""


def _block(block: Block, width: int, indent: str, column: int) -> Iterator[str]:
    """`column`: the cells kept for the names of what is rated."""
    match block:
        case Words():
            yield from wrapped(block.text, width, indent + INDENT if block.detail else indent)
        case Quoted():
            yield from wrapped(quotation(block), width, indent + INDENT)
        case Rated():
            lead = f"{indent}{padded(block.name, column)} {padded(block.bar, BAR)} "
            yield from wrapped(block.says, width, lead, indent + INDENT)


def quotation(quoted: Quoted) -> str:
    """Words in quotation marks, with their turn and what is to be said of them."""
    where = [f"turn {quoted.turn}"] if quoted.turn else []
    if quoted.remark:
        where.append(quoted.remark)
    words = " ".join(quoted.text.split())
    return f"“{words}”" + (f" ({', '.join(where)})" if where else "")


def _other_grades(view: SessionView, width: int) -> Iterator[str]:
    if len(view.grades) < 2:
        return
    yield "OTHER GRADES"
    for grade in view.grades[:-1]:
        by = grade.grader.model or grade.grader.kind
        yield from wrapped(
            f"{grade.grade}. {grade.headline} ({by}, {grade.company}, {grade.level.label})", width, INDENT
        )
    yield ""


def _turn(turn: TurnView, width: int) -> Iterator[str]:
    remark = f" ({turn.remark})" if turn.remark else ""
    lead = f"{turn.turn:>3} {turn.time:>6} {padded(turn.speaker, SPEAKER)} "
    yield from paragraphs(turn.text + remark, width, lead, tables=not turn.candidate)
    for quote, marks in groupby(turn.marks, key=lambda mark: mark.quote):
        judged = ", ".join(f"{mark.criterion} {mark.level}" for mark in marks)
        yield from wrapped(f"“{quote}” {judged}", width, " " * len(lead) + "◀ ")
