"""Reports as Markdown. Whatever a person, a model or a file says stays text: no heading, list, link, image or HTML."""

import re
from collections.abc import Iterator, Sequence

from interviewsim.reading.cleaning import clean
from interviewsim.reading.tables import tables_in
from interviewsim.reports.debrief import Block, Quoted, Rated, Section, Words, sections_of
from interviewsim.reports.text import quotation
from interviewsim.reports.view import SessionView, TurnView

# Punctuation that means something anywhere in CommonMark, in GitHub's dialect, or in mathematics on top of it.
_ANYWHERE = re.compile(r"[\\`*_\[\]<>&~|$#^{}]")
_AT_THE_START = re.compile(r"^(\s*)([-+=])|^(\s*\d+)([.)])")
_BACKTICKS = re.compile(r"`+")
# What some renderers turn into links and pictures by themselves.
_SELF_LINK = re.compile(r":(?=//|[\w+-]+:)|(?<=www)\.|(?<=mailto):|@", re.IGNORECASE)


def session_markdown(view: SessionView) -> str:
    """The newest grade, then the transcript with its marks; with a line end."""
    parts = [f"# {escaped(view.title)}", escaped(" · ".join(view.facts))]
    parts += [f"**Damaged:** {escaped(problem)}" for problem in view.damage]
    parts += _grade(view)
    parts.append("## Transcript")
    parts += [_turn(turn) for turn in view.turns] or ["Nothing was said."]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """The text as one line of Markdown that renders as the very same words."""
    return _line(" ".join(clean(text).split()))


def _within(text: str) -> str:
    """As `escaped`, for text that does not stand first in its line."""
    return _held(" ".join(clean(text).split()))


def _line(text: str) -> str:
    return _AT_THE_START.sub(lambda f: f"{f[1]}\\{f[2]}" if f[2] else f"{f[3]}\\{f[4]}", _held(text))


def _held(text: str) -> str:
    return _SELF_LINK.sub(r"\\\g<0>", _ANYWHERE.sub(r"\\\g<0>", text))


def _quote_block(text: str, *, tables: bool) -> str:
    """The text as a block quotation with its line ends kept; `tables`: lines in columns as they are."""
    told, at, lines = clean(text).replace("\t", " ").strip("\n"), 0, list[str]()
    for start, end in tables_in(told) if tables else ():
        lines += [*_prose(told[at:start].strip("\n")), *_fenced(told[start:end])]
        at = end
    lines += _prose(told[at:].strip("\n") if at else told)
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _prose(text: str) -> list[str]:
    lines = [_line(line.strip()) for line in text.split("\n")]
    return [
        f"{line}\\" if line and following else line for line, following in zip(lines, [*lines[1:], ""], strict=True)
    ]


def _fenced(table: str) -> list[str]:
    """Lines as they are, between fences longer than any that stands in them."""
    longest = max((len(run) for run in _BACKTICKS.findall(table)), default=0)
    fence = "`" * max(3, longest + 1)
    return [fence, *table.split("\n"), fence]


def _grade(view: SessionView) -> Iterator[str]:
    newest = view.newest
    if newest is None:
        yield f"Not graded yet. Grade it with: interviewsim grade {escaped(view.transcript.opened.session)}"
        return
    yield from sections_markdown(sections_of(newest, view))
    if len(view.grades) > 1:
        yield "## Other grades"
        yield "\n".join(f"- Grade {grade.grade}: {escaped(grade.headline)}" for grade in view.grades[:-1])


def sections_markdown(sections: Sequence[Section]) -> Iterator[str]:
    """Headings and blocks, to be parted by empty lines."""
    for section in sections:
        if section.heading:
            yield f"## {section.heading}"
        yield from map(_block, section.blocks)


def _block(block: Block) -> str:
    match block:
        case Words():
            return escaped(block.text)
        case Quoted():
            return f"> {_within(quotation(block))}"
        case Rated():
            return " ".join(filter(None, (f"**{_within(block.name)}**", block.bar, _within(block.says))))


def _turn(turn: TurnView) -> str:
    remark = f" ({_within(turn.remark)})" if turn.remark else ""
    marks = [
        f"- *{_within(mark.criterion)}{f' {mark.level}' if mark.level is not None else ''}:* “{_within(mark.quote)}”"
        for mark in turn.marks
    ]
    words = _quote_block(turn.text, tables=not turn.candidate)
    said = f"**{turn.turn}. {_within(turn.speaker)}**, {turn.time}{remark}\n\n{words}"
    return said + ("\n\n" + "\n".join(marks) if marks else "")
