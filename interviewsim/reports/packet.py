"""The committee's packet as sections, the same for every format; as plain text, Markdown and a page."""

from collections.abc import Iterator, Sequence

from interviewsim.grading.across import Heard
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
    rounds_told,
    rule_told,
    shown_told,
    vote_of,
    where_told,
)
from interviewsim.grading.retold import ToldTwice
from interviewsim.reports.debrief import Block, Quoted, Rated, Section, Words
from interviewsim.reports.text import WIDEST, WIDTH, sections_text
from interviewsim.reports.wording import PRACTICE_ONLY, bar


def packet_text(packet: Packet, width: int = WIDTH) -> str:
    """The packet as plain text, without a line end at its end."""
    return sections_text(packet_sections(packet), min(width, WIDEST))


def packet_markdown(packet: Packet) -> str:
    """The packet as Markdown, with a line end."""
    from interviewsim.reports.markdown import escaped, sections_markdown

    opening, *others = packet_sections(packet)
    sections = (Section("", opening.blocks[1:]), *others)
    return "\n\n".join((f"# {escaped(title_of(packet))}", *sections_markdown(sections))) + "\n"


def packet_html(packet: Packet) -> str:
    """The packet as one page of its own, with a line end."""
    from interviewsim.reports.html import page, section_values

    opening, *others = packet_sections(packet)
    first = Section("", opening.blocks[1:])  # the page's title says whose committee it is
    values = {"sections": [section_values(section, {}) for section in (first, *others)]}
    return page("packet", title_of(packet), values)


def title_of(packet: Packet) -> str:
    """Whose committee it is, and for which level."""
    return f"Hiring committee · {packet.company.name} · {packet.level.label}"


def packet_sections(packet: Packet) -> tuple[Section, ...]:
    """The decision with its reasons, what would turn it, each round's vote, then what the rounds say together."""
    listed: tuple[tuple[str, Sequence[Block]], ...] = (
        ("", list(_opening(packet))),
        ("For", _said(packet.reason_for)),
        ("Against", _said(packet.reason_against)),
        ("What would change it", [Words(packet.would_change)] if packet.would_change else []),
        ("One focus for the next loop", [Words(packet.focus)] if packet.focus else []),
        ("What each interviewer filed", [block for entry in packet.entries for block in _entry(entry, packet)]),
        ("Where they disagree", list(_disagreements(packet))),
        ("Skills over all rounds", list(_skills(packet))),
        ("Shown in more than one round", [block for told in shown_told(packet) for block in _with_words(*told)]),
        ("Missed in more than one round", [Words(told) for told in missed_told(packet)]),
        ("Told in two rounds", [block for pair in packet.retold for block in _retold(pair)]),
        ("At every level", [Words(told)] if (told := levels_told(packet)) else []),
        ("The rule", list(_rule(packet))),
    )
    return tuple(Section(heading, tuple(blocks)) for heading, blocks in listed if blocks)


def _opening(packet: Packet) -> Iterator[Block]:
    voting = sum(entry.vote is not None for entry in packet.entries)
    yield Words(title_of(packet))
    yield Words(decision_of(packet))
    if packet.ruling.average is not None:
        says = f"{packet.ruling.average:.2f} of 5, {voting} of {len(packet.entries)} rounds"
        yield Rated("Average", bar(packet.ruling.average), says)
    if mixed := graders_told(packet):
        yield Words(mixed)
    if voteless := [entry.place.round for entry in packet.entries if entry.vote is None]:
        yield Words(f"Without a vote: {rounds_told(voteless)}. Why stands below.")


def _said(said: Said | None) -> list[Block]:
    return list(_with_words(said.text, said.words)) if said else []


def _with_words(text: str, words: Sequence[Heard], *, detail: bool = False) -> Iterator[Block]:
    yield Words(text, detail=detail)
    yield from map(_quoted, words)


def _quoted(words: Heard) -> Quoted:
    return Quoted(words.evidence.quote, 0, where_told(words))


def _entry(entry: Entry, packet: Packet) -> Iterator[Block]:
    who, name, told = entry.place.interviewer, entry.place.round.label, vote_of(entry, packet)
    if entry.vote is None:
        yield Rated(name, "", f"{who.name}, {who.role}: {told}")
        yield Words(entry.why, detail=True)
        return
    vote = entry.vote
    yield Rated(name, bar(vote.score), f"{vote.score:.1f}, {told}; {who.name}, {who.role} (weight {vote.weight:g}%)")
    if entry.shown:
        yield Words(f"For: {entry.shown}", detail=True)
    yield from map(_quoted, entry.quotes[:1])
    if entry.missing:
        yield Words(f"Against: {entry.missing}", detail=True)
    yield Words(f"Session {entry.session}", detail=True)


def _disagreements(packet: Packet) -> Iterator[Block]:
    for one in packet.differing:
        yield from _with_words(*differing_told(one, packet))
        yield Words(one.settled, detail=True)


def _skills(packet: Packet) -> Iterator[Block]:
    for one in packet.skills:
        if one.mean is not None:
            rounds = ", ".join(f"{round_.label.lower()} {level:.1f}" for round_, level in one.by_round.items())
            yield Rated(one.skill.label, bar(one.mean), f"{one.mean:.1f} ({rounds})")


def _retold(pair: ToldTwice) -> Iterator[Block]:
    yield Words(retold_told(pair))
    for figure in pair.figures:
        yield from _with_words(*figure_told(figure, pair), detail=True)


def _rule(packet: Packet) -> Iterator[Block]:
    yield Words(f"{rule_told(packet)} See docs/loops.md.")
    for objection in packet.ruling.objections:
        yield Words(f"Against a hire, whatever the average: {objection.text}", detail=True)
    yield Words(READING)
    yield Words(PRACTICE_ONLY)
