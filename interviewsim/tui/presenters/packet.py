"""The committee's packet for the screen: the decision, a line for each interviewer, what the rounds say together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interviewsim.grading.across import Heard, SkillSeen
from interviewsim.grading.committee import Entry, Packet, Said
from interviewsim.grading.packet_words import (
    READING,
    decision_of,
    differing_told,
    figure_told,
    graders_told,
    levels_told,
    missed_told,
    retold_told,
    rule_told,
    shown_told,
    vote_of,
    where_told,
)
from interviewsim.tui.presenters.plain import one_line, quoted, spark


@dataclass(frozen=True, slots=True)
class FiledLine:
    """What one interviewer filed. `session` None: not held. `turn` 0: there are no words to open."""

    number: int
    who: str
    label: str
    vote: str
    score: str
    says: str
    quote: str
    where: str
    session: str | None
    turn: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a part below: a sentence, or somebody's words."""

    text: str
    quote: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its lines."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PacketView:
    """Everything the screen shows; `first` is read before the list of interviewers, `rest` after it."""

    title: str
    decision: str
    first: tuple[Part, ...]
    filed: tuple[FiledLine, ...]
    rest: tuple[Part, ...]


def packet_view(packet: Packet) -> PacketView:
    """Put the packet in words."""
    return PacketView(
        title=f"Hiring committee · {one_line(packet.company.name)} · {packet.level.label}",
        decision=one_line(" ".join(filter(None, (decision_of(packet), graders_told(packet))))),
        first=_parts(
            ("For", _said(packet.reason_for)),
            ("Against", _said(packet.reason_against)),
            ("What would change it", _lines(packet.would_change)),
            ("One focus for the next loop", _lines(packet.focus)),
        ),
        filed=tuple(_filed(number, entry, packet) for number, entry in enumerate(packet.entries, start=1)),
        rest=_parts(
            ("Where they disagree", _disagreements(packet)),
            ("Skills across the rounds", [_skill(one, packet) for one in packet.skills if one.by_round]),
            ("Shown in more than one round", [line for told in shown_told(packet) for line in _told(*told)]),
            ("Missed in more than one round", [Line(one_line(told)) for told in missed_told(packet)]),
            ("Told in two rounds", list(_retold(packet))),
            ("At every level", _lines(levels_told(packet))),
            ("The rule", list(_rule(packet))),
        ),
    )


def _parts(*listed: tuple[str, Sequence[Line]]) -> tuple[Part, ...]:
    return tuple(Part(heading, tuple(lines)) for heading, lines in listed if lines)


def _lines(text: str) -> list[Line]:
    return [Line(one_line(text))] if text else []


def _said(said: Said | None) -> list[Line]:
    return list(_told(said.text, said.words)) if said else []


def _told(text: str, words: Sequence[Heard]) -> Iterator[Line]:
    yield Line(one_line(text))
    for one in words:
        yield Line(f"{quoted(one.evidence.quote)}  {where_told(one)}", quote=True)


def _filed(number: int, entry: Entry, packet: Packet) -> FiledLine:
    best = entry.quotes[0] if entry.quotes and entry.vote else None
    return FiledLine(
        number=number,
        who=one_line(entry.place.interviewer.first_name),
        label=entry.place.round.label,
        vote=one_line(vote_of(entry, packet)),
        score="-" if entry.vote is None else f"{entry.vote.score:.1f}",
        says=one_line(entry.why if entry.vote is None else entry.shown or entry.missing),
        quote=quoted(best.evidence.quote) if best else "",
        where=f"turn {best.evidence.turn}" if best else "",
        session=entry.session,
        turn=best.evidence.turn if best else 0,
    )


def _disagreements(packet: Packet) -> list[Line]:
    found: list[Line] = []
    for one in packet.differing:
        found += [*_told(*differing_told(one, packet)), Line(one_line(one.settled))]
    return found


def _skill(one: SkillSeen, packet: Packet) -> Line:
    """A bar for each round in the order of the loop; a dash where a round did not see the skill."""
    bars = "".join(_bar(one.by_round.get(entry.place.round)) for entry in packet.entries)
    mean = f"{one.mean:.1f}" if one.mean is not None else "-"
    return Line(f"{one.skill.label:<15}{bars}  {mean}{'   interviewers differ' if one.apart else ''}")


def _bar(level: float | None) -> str:
    return "-" if level is None else spark((level,))


def _retold(packet: Packet) -> Iterator[Line]:
    for pair in packet.retold:
        yield Line(one_line(retold_told(pair)))
        for figure in pair.figures:
            yield from _told(*figure_told(figure, pair))


def _rule(packet: Packet) -> Iterator[Line]:
    yield Line(one_line(rule_told(packet)))
    for objection in packet.ruling.objections:
        yield Line(one_line(f"Against a hire, whatever the average: {objection.text}"))
    yield Line(READING)
