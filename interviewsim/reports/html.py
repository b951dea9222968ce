"""Reports as one HTML file: no script, nothing fetched, every word escaped, light or dark as the reader's system is.

The sections stand in the order of the text report. A quote leads to its turn, and a mark in a turn to its criterion.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from interviewsim.domain.scorecard import Scorecard
from interviewsim.reading.cleaning import clean
from interviewsim.reading.tables import tables_in
from interviewsim.reports.debrief import Block, Quoted, Rated, Section, Words, sections_of
from interviewsim.reports.view import Mark, SessionView, TurnView
from interviewsim.reports.wording import PRACTICE_ONLY
from interviewsim.templating import render_html

CRITERIA = "Criteria"
FULL = "▰"
Values = Mapping[str, object]


def session_html(view: SessionView) -> str:
    """The newest grade, then the transcript with its marks; with a line end."""
    newest = view.newest
    sections = sections_of(newest, view) if newest else ()
    anchors = _anchors(sections)
    return page(
        "session",
        view.title,
        {
            "session": one_line(view.transcript.opened.session),
            "facts": one_line(" · ".join(view.facts)),
            "damage": [one_line(problem) for problem in view.damage],
            "sections": [section_values(section, anchors) for section in sections],
            "others": [_other(grade) for grade in view.grades[:-1]],
            "turns": [_turn(turn, anchors) for turn in view.turns],
        },
    )


def page(name: str, title: str, values: Values) -> str:
    """A whole page around one of the bodies in `pages/`."""
    source = "".join(_source(part) for part in ("top", name, "end"))
    told = {**values, "title": one_line(title), "practice": PRACTICE_ONLY}
    return render_html(source, told, name=f"the page of a {name}")


def section_values(section: Section, anchors: Mapping[str, str]) -> Values:
    """A section for a page. `anchors`: where a criterion's name is to be found."""
    here = anchors if section.heading == CRITERIA else {}
    return {"heading": section.heading, "blocks": [_block(block, here) for block in section.blocks]}


def one_line(text: str) -> str:
    """Any text as one line without what steers or hides."""
    return " ".join(clean(text).split())


@cache
def _source(name: str) -> str:
    return files("interviewsim.reports").joinpath(f"pages/{name}.html").read_text(encoding="utf-8")


def _anchors(sections: Sequence[Section]) -> Mapping[str, str]:
    rated = [block.name for section in sections if section.heading == CRITERIA for block in _rated(section)]
    return {name: f"criterion-{number}" for number, name in enumerate(dict.fromkeys(rated), start=1)}


def _rated(section: Section) -> Iterator[Rated]:
    return (block for block in section.blocks if isinstance(block, Rated))


def _block(block: Block, anchors: Mapping[str, str]) -> Values:
    match block:
        case Words():
            return {"kind": "words", "text": one_line(block.text), "detail": block.detail}
        case Quoted():
            return {
                "kind": "quoted",
                "text": one_line(block.text),
                "turn": block.turn,
                "remark": one_line(block.remark),
            }
        case Rated():
            return {
                "kind": "rated",
                "name": one_line(block.name),
                "cells": [cell == FULL for cell in block.bar],
                "says": one_line(block.says),
                "anchor": anchors.get(block.name, ""),
            }


def _other(grade: Scorecard) -> Values:
    by = grade.grader.model or grade.grader.kind
    told = f"{grade.headline} ({by}, {grade.company}, {grade.level.label})"
    return {"grade": grade.grade, "says": one_line(told)}


def _turn(turn: TurnView, anchors: Mapping[str, str]) -> Values:
    return {
        "turn": turn.turn,
        "speaker": one_line(turn.speaker),
        "you": turn.candidate,
        "time": turn.time,
        "remark": one_line(turn.remark),
        "pieces": list(_judged(turn) if turn.candidate else _set_in_columns(turn.text)),
        "marks": [_mark(mark, anchors) for mark in turn.marks],
    }


def _mark(mark: Mark, anchors: Mapping[str, str]) -> Values:
    return {
        "judged": _says(mark),
        "quote": one_line(mark.quote),
        "anchor": anchors.get(mark.criterion, ""),
    }


def _says(mark: Mark) -> str:
    return one_line(mark.criterion if mark.level is None else f"{mark.criterion} {mark.level}")


def _judged(turn: TurnView) -> Iterator[Values]:
    """The turn's words, cut where a mark begins or ends."""
    cuts = {0, len(turn.text), *(at for mark in turn.marks for at in (mark.start, mark.end))}
    for start, end in pairwise(sorted(cuts)):
        over = [_says(mark) for mark in turn.marks if mark.start <= start and end <= mark.end]
        yield _piece(turn.text[start:end], judged=", ".join(dict.fromkeys(over)))


def _set_in_columns(text: str) -> Iterator[Values]:
    """An interviewer's words, with what is set in columns apart."""
    told, at = clean(text), 0
    for start, end in tables_in(told):
        yield _piece(told[at:start].rstrip("\n"))
        yield _piece(told[start:end], columns=True)
        at = end + 1
    yield _piece(told[at:])


def _piece(text: str, *, judged: str = "", columns: bool = False) -> Values:
    return {"text": clean(text), "judged": judged, "columns": columns}
