"""The shelf of packs: what each is and how it judges a round, in lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from interviewsim.domain.rubric import Criterion
from interviewsim.domain.terms import Round
from interviewsim.grading.rulers import Difference
from interviewsim.grading.shelf import Fault, PackRow, RubricPage
from interviewsim.tui.presenters.plain import named, one_line, plural, shown

NONE = "-"
SHORT = 40
"""Characters of two values that still stand side by side."""
CAME_WITH = "came with the program"
YOURS = "yours"


class Ink(StrEnum):
    """What a line is, for its color."""

    HEAD = "head"
    PLAIN = "plain"
    QUIET = "quiet"
    ALERT = "alert"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; `hang` cells by which its further rows stand in."""

    text: str
    ink: Ink = Ink.PLAIN


def pack_name(row: PackRow) -> str:
    """What a pack goes by."""
    return one_line(row.pack.name) if row.pack else one_line(row.id)


def pack_standing(row: PackRow) -> str:
    """Whose it is, and whether something is wrong with it."""
    if row.faults:
        return f"✗ {plural(len(row.faults), 'finding')}"
    return YOURS if row.own else ""


def pack_lines(row: PackRow) -> tuple[Line, ...]:
    """A pack as a whole: what it rests on, its bar, its rounds. What is private to the interviewer is not shown."""
    pack = row.pack
    if pack is None:
        return fault_lines(row)
    bar = " · ".join(f"{level.label} {needed:g}" for level, needed in pack.bar.items())
    sure = " · ".join(f"{one_line(what)} {one_line(how)}" for what, how in pack.confidence.items())
    extends = f", extends {one_line(row.extends)}" if row.extends else ""
    whose = YOURS if row.own else CAME_WITH
    loop = [
        Line(f"  {one.round.label}, {one.minutes} min, weight {one.weight}: {one_line(one.interviewer.role)}")
        for one in pack.loop
    ]
    return (
        Line(f"{one_line(row.id)}{extends} · as of {one_line(pack.as_of)} · {whose}", Ink.QUIET),
        Line(""),
        Line(shown(pack.disclaimer), Ink.QUIET),
        Line(""),
        Line("BAR FOR A HIRE, OF 5", Ink.HEAD),
        Line(bar),
        Line(""),
        Line("HOW SURE", Ink.HEAD),
        Line(sure or "It does not say."),
        Line(""),
        Line("ITS LOOP", Ink.HEAD),
        *loop,
        *([Line(""), Line("RESTS ON", Ink.HEAD)] if pack.sources else []),
        *(Line(f"  {one_line(source)}", Ink.QUIET) for source in pack.sources),
    )


def rubric_lines(row: PackRow, page: RubricPage) -> tuple[Line, ...]:
    """How it judges a round: each criterion with its share, its anchors and what decides between them."""
    rubric = page.rubric
    total = sum(criterion.weight for criterion in rubric.criteria)
    head = f"{len(rubric.criteria)} criteria · weights {total} in all · {_file(row, page)}"
    flags = [Line(f"  {one_line(flag.name)} ({flag.severity})") for flag in rubric.flags]
    return (
        Line(head, Ink.QUIET),
        *(line for criterion in rubric.criteria for line in _criterion(criterion, row, page)),
        *([Line(""), Line("RED FLAGS", Ink.HEAD)] if flags else []),
        *flags,
    )


def difference_lines(row: PackRow, page: RubricPage, round_: Round) -> tuple[Line, ...]:
    """What it judges otherwise than the pack it extends."""
    if not page.against:
        return (Line(f"{pack_name(row)} extends no other pack: there is nothing to compare it with.", Ink.QUIET),)
    head = f"{round_.label}: what {pack_name(row)} says otherwise than {one_line(page.against)}"
    if not page.differences:
        return (Line(head, Ink.HEAD), Line("Nothing. Both judge this round alike.", Ink.QUIET))
    lines = [Line(head, Ink.HEAD)]
    of: str | None = None
    for one in page.differences:
        if one.of != of:
            of = one.of
            lines += [Line(""), Line(named(of) if of else "The pack")]
        lines += _difference(one)
    return tuple(lines)


def fault_lines(row: PackRow) -> tuple[Line, ...]:
    """Everything found wrong, with file and line."""
    if not row.faults:
        return (Line("Nothing is wrong with it.", Ink.PLAIN),)
    lines = [Line(f"{plural(len(row.faults), 'finding')}. e opens the file at the first.", Ink.HEAD)]
    for fault in row.faults:
        lines += [Line(""), Line(f"✗ {one_line(fault.file)}, line {fault.line}", Ink.ALERT), *_fault(fault)]
    return tuple(lines)


def _file(row: PackRow, page: RubricPage) -> str:
    """Whole where it may be edited; of what came with the program its name is enough."""
    file = one_line(page.file)
    return file if row.own else "/".join(file.split("/")[-2:])


def _fault(fault: Fault) -> list[Line]:
    key = [Line(f"  {one_line(fault.key)}", Ink.QUIET)] if fault.key else []
    return [*key, Line(f"  {one_line(fault.told)}")]


def _criterion(criterion: Criterion, row: PackRow, page: RubricPage) -> list[Line]:
    must = " · a must" if criterion.must_have else ""
    head = f"{one_line(criterion.name)}  {criterion.weight}%{must}{_origin(criterion, row, page)}"
    lines = [Line(""), Line(head, Ink.HEAD)]
    lines.append(Line(f"  {one_line(criterion.about)}", Ink.QUIET))
    for level, anchor in criterion.anchors.items():
        lines.append(Line(f"  {level}  {one_line(anchor)}"))
        lines += [Line(f"     + {one_line(item.text)}", Ink.QUIET) for item in criterion.items if item.level == level]
    return lines


def _origin(criterion: Criterion, row: PackRow, page: RubricPage) -> str:
    """Which packs' files speak of it, where that is not this pack alone."""
    packs = page.origins.get(criterion.id, ())
    return f" · from {', '.join(map(one_line, packs))}" if packs and packs != (row.id,) else ""


def _difference(one: Difference) -> Sequence[Line]:
    what = f"  {one.differs.replace('_', ' ')} {one_line(one.key)}".rstrip()
    if not one.first:
        return [Line(f"{what} + {one_line(one.second)}")]
    if not one.second:
        return [Line(f"{what} removed: {one_line(one.first)}", Ink.QUIET)]
    if len(one.first) + len(one.second) <= SHORT:
        return [Line(f"{what}: {one_line(one.first)} → {one_line(one.second)}")]
    return [Line(f"{what}: {one_line(one.first)}", Ink.QUIET), Line(f"    now {one_line(one.second)}")]
