"""The committee's packet as sections, the same for every format, and as plain text."""

from collections.abc import Iterator, Sequence

from interviewsim.domain.loop import Round
from interviewsim.domain.rubric import CommitteeRule, Verdict
from interviewsim.grading.across import Differing, Heard, Pattern
from interviewsim.grading.committee import Entry, LevelRuling, Packet, Said
from interviewsim.grading.deciding import HIRES
from interviewsim.grading.retold import FigureDiffers, ToldTwice
from interviewsim.grading.telling import listed
from interviewsim.reports.debrief import Block, Quoted, Rated, Section, Words
from interviewsim.reports.text import WIDEST, WIDTH, sections_text
from interviewsim.reports.wording import PRACTICE_ONLY, bar, percent

RULES = {
    CommitteeRule.MEAN: "The rounds' scores are averaged by their weight.",
    CommitteeRule.NO_AVERAGING: "Nothing is averaged: more than half of the weight has to vote for a hire.",
    CommitteeRule.BAR_RAISER: "The rounds' scores are averaged by their weight, and the bar raiser's no is a veto.",
}
BY_SCORES = (
    "No decision: most votes are read off scores of a grader that was not measured on such answers. "
    "By the scores alone the rule says: "
)
MOST_PATTERNS = 4
READING = "One reading of a rubric, for practice: no prediction of any company's decision."


def packet_text(packet: Packet, width: int = WIDTH) -> str:
    """The packet as plain text, without a line end at its end."""
    return sections_text(packet_sections(packet), min(width, WIDEST))


def packet_sections(packet: Packet) -> tuple[Section, ...]:
    """The decision with its reasons, what would turn it, each round's vote, then what the rounds say together."""
    listed: tuple[tuple[str, Sequence[Block]], ...] = (
        ("", list(_opening(packet))),
        ("For", _said(packet.reason_for)),
        ("Against", _said(packet.reason_against)),
        ("What would change it", [Words(packet.would_change)] if packet.would_change else []),
        ("One focus for the next loop", [Words(packet.focus)] if packet.focus else []),
        ("What each interviewer filed", [block for entry in packet.entries for block in _entry(entry, packet)]),
        ("Where they disagree", [block for one in packet.differing for block in _differing(one, packet)]),
        ("Skills over all rounds", list(_skills(packet))),
        ("Shown in more than one round", list(_shown(packet))),
        ("Missed in more than one round", list(_missed(packet))),
        ("Told in two rounds", [block for pair in packet.retold for block in _retold(pair)]),
        ("At every level", list(_levels(packet))),
        ("The rule", list(_rule(packet))),
    )
    return tuple(Section(heading, tuple(blocks)) for heading, blocks in listed if blocks)


def decision_of(packet: Packet) -> str:
    """The decision in a sentence, or why there is none."""
    ruling = packet.ruling
    if ruling.verdict is None:
        return f"No decision: rounds with {percent(ruling.judged)} of the loop's weight have a score; it takes 60%."
    label = _label(packet, ruling.verdict)
    average = f"average {ruling.average:.2f} against a bar of {ruling.bar:.1f}"
    if not ruling.measured:
        return f"{BY_SCORES}{label} at {packet.level.label}, {average}."
    capped = ruling.verdict not in HIRES and (ruling.average or 0.0) >= ruling.bar
    why = f" {ruling.objections[0].text}" if capped and ruling.objections else ""
    return f"{label} at {packet.level.label}: {average}.{why}"


def _label(packet: Packet, verdict: Verdict) -> str:
    return packet.company.scale.get(verdict, verdict.replace("_", " ").capitalize())


def _opening(packet: Packet) -> Iterator[Block]:
    voting = sum(entry.vote is not None for entry in packet.entries)
    yield Words(f"Hiring committee · {packet.company.name} · {packet.level.label}")
    yield Words(decision_of(packet))
    if packet.ruling.average is not None:
        says = f"{packet.ruling.average:.2f} of 5, {voting} of {len(packet.entries)} rounds"
        yield Rated("Average", bar(packet.ruling.average), says)
    if voteless := [entry.place.round for entry in packet.entries if entry.vote is None]:
        yield Words(f"Without a vote: {_rounds(voteless)}. Why stands below.")


def _said(said: Said | None) -> list[Block]:
    return [Words(said.text), *map(_quoted, said.words)] if said else []


def _quoted(words: Heard) -> Quoted:
    return Quoted(words.evidence.quote, 0, f"{words.round.label}, turn {words.evidence.turn}")


def _entry(entry: Entry, packet: Packet) -> Iterator[Block]:
    who, name = entry.place.interviewer, entry.place.round.label
    if entry.vote is None or entry.card is None:
        yield Rated(name, "", f"{who.name}, {who.role}: no vote")
        yield Words(entry.why, detail=True)
        return
    vote = entry.vote
    label = _label(packet, vote.verdict) if vote.filed else f"reads as {_label(packet, vote.verdict)}"
    yield Rated(name, bar(vote.score), f"{vote.score:.1f}, {label}; {who.name}, {who.role} (weight {vote.weight:g}%)")
    if entry.shown:
        yield Words(f"For: {entry.shown}", detail=True)
    yield from map(_quoted, entry.quotes[:1])
    if entry.missing:
        yield Words(f"Against: {entry.missing}", detail=True)


def _differing(one: Differing, packet: Packet) -> Iterator[Block]:
    who = {entry.place.round: entry.place.interviewer.first_name for entry in packet.entries}
    low, high = one.levels
    yield Words(
        f"{one.skill.label}: {who[one.low]} in {one.low.label.lower()} sees {low:.1f}, "
        f"{who[one.high]} in {one.high.label.lower()} {high:.1f}."
    )
    yield from (_quoted(words) for words in (one.low_words, one.high_words) if words)
    yield Words(one.settled, detail=True)


def _skills(packet: Packet) -> Iterator[Block]:
    for one in packet.skills:
        if one.mean is not None:
            rounds = ", ".join(f"{round_.label.lower()} {level:.1f}" for round_, level in one.by_round.items())
            yield Rated(one.skill.label, bar(one.mean), f"{one.mean:.1f} ({rounds})")


def _shown(packet: Packet) -> Iterator[Block]:
    both = [one for one in packet.patterns if len(one.found) > 1]
    for one in sorted(both, key=lambda one: -len(one.found))[:MOST_PATTERNS]:
        yield Words(f"{_capital(one.name)}: {_rounds(one.found)}.{_not_in(one)}")
        yield from map(_quoted, one.words[:2])


def _missed(packet: Packet) -> Iterator[Block]:
    both = [one for one in packet.patterns if len(one.missed) > 1]
    for one in sorted(both, key=lambda one: -len(one.missed))[:MOST_PATTERNS]:
        found = f" Found in {_rounds(one.found)}." if one.found else ""
        yield Words(f"{_capital(one.name)}: looked for in {_rounds(one.missed)} and not found.{found}")
    for text, rounds in packet.costs:
        yield Words(f"In {_rounds(rounds)}: {text}")


def _not_in(one: Pattern) -> str:
    return f" Not found in {_rounds(one.missed)}." if one.missed else ""


def _retold(pair: ToldTwice) -> Iterator[Block]:
    words = ", ".join(pair.shared[:5])
    both = f"{pair.first.round.label} and {pair.second.round.label.lower()}"
    yield Words(f"{both} may have heard one story ({words}). A loop has room for another one.")
    for figure in pair.figures:
        yield from _figure(figure, pair)


def _figure(figure: FigureDiffers, pair: ToldTwice) -> Iterator[Block]:
    first, second = figure.first, figure.second
    yield Words(
        f"A figure that may be the same (“{figure.of}”) is {first.told} once and {second.told} once:", detail=True
    )
    for told, one in ((pair.first, first), (pair.second, second)):
        yield Quoted(one.evidence.quote, 0, f"{told.round.label}, turn {one.evidence.turn}")


def _levels(packet: Packet) -> Iterator[Block]:
    told = [_at(packet, one) for one in packet.levels if one.ruling.verdict is not None]
    if told:
        yield Words(f"{'; '.join(told)}.{'' if packet.ruling.measured else ' Read off scores, as above.'}")


def _at(packet: Packet, one: LevelRuling) -> str:
    verdict = one.ruling.verdict
    if verdict is None:
        return ""
    why = ""
    if verdict not in HIRES:
        short = one.ruling.average is not None and one.ruling.average < one.ruling.bar
        why = f" (bar {one.ruling.bar:.1f})" if short else f" ({one.ruling.objections[0].text.rstrip('.')})"
    return f"{_label(packet, verdict)} at {one.level.label}{why}"


def _rule(packet: Packet) -> Iterator[Block]:
    committee = packet.company.committee
    strong = " A strong no has to be answered by the other rounds." if committee.rebut_strong_no else ""
    yield Words(
        f"{RULES[committee.rule]} No round under {committee.floor:.1f}, no critical flag.{strong} See docs/loops.md."
    )
    for objection in packet.ruling.objections:
        yield Words(f"Against a hire, whatever the average: {objection.text}", detail=True)
    yield Words(READING)
    yield Words(PRACTICE_ONLY)


def _rounds(rounds: Sequence[Round]) -> str:
    return listed([round_.label.lower() for round_ in rounds])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
