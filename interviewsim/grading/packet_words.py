"""The packet's sentences, the same on every page and screen. Nothing is decided here."""

from collections import Counter
from collections.abc import Iterator, Sequence

from interviewsim.domain.rubric import CommitteeRule, Verdict
from interviewsim.domain.terms import Round
from interviewsim.grading.across import Differing, Heard, Pattern
from interviewsim.grading.committee import Entry, LevelRuling, Packet
from interviewsim.grading.deciding import HIRES
from interviewsim.grading.retold import FigureDiffers, ToldTwice
from interviewsim.grading.scoring import LEAST_COVERAGE
from interviewsim.grading.telling import listed

RULES = {
    CommitteeRule.MEAN: "The rounds' scores are averaged by their weight.",
    CommitteeRule.NO_AVERAGING: "Nothing is averaged: more than half of the weight has to vote for a hire.",
    CommitteeRule.BAR_RAISER: "The rounds' scores are averaged by their weight, and the bar raiser's no is a veto.",
}
BY_SCORES = (
    "No decision: most votes are read off scores of a grader that was not measured on such answers. "
    "By the scores alone the rule says: "
)
READING = "One reading of a rubric, for practice: no prediction of any company's decision."
MOST_PATTERNS = 4
Told = tuple[str, tuple[Heard, ...]]
"""A sentence with the words that show it."""


def label_of(packet: Packet, verdict: Verdict) -> str:
    """A verdict as the company calls it."""
    return packet.company.scale.get(verdict, verdict.replace("_", " ").capitalize())


def decision_of(packet: Packet) -> str:
    """The decision in a sentence or two, or why there is none."""
    ruling = packet.ruling
    if ruling.verdict is None and ruling.judged >= LEAST_COVERAGE:
        return "No decision: the round whose no is a veto has no score."
    if ruling.verdict is None:
        return f"No decision: rounds with {ruling.judged:.0%} of the loop's weight have a score; it takes 60%."
    label = label_of(packet, ruling.verdict)
    average = f"average {ruling.average:.2f} against a bar of {ruling.bar:.1f}"
    if not ruling.measured:
        return f"{BY_SCORES}{label} at {packet.level.label}, {average}."
    capped = ruling.verdict not in HIRES and (ruling.average or 0.0) >= ruling.bar
    why = f" {ruling.objections[0].text}" if capped and ruling.objections else ""
    return f"{label} at {packet.level.label}: {average}.{why}"


def graders_told(packet: Packet) -> str:
    """A warning where the votes come from different graders, whose scores are not one measure; else empty."""
    names = [entry.card.grader.model or entry.card.grader.kind for entry in packet.entries if entry.vote and entry.card]
    counted = Counter(names)
    if len(counted) < 2:
        return ""
    told = listed([f"{name} ({count})" for name, count in counted.items()])
    return (
        f"The rounds were graded by {told}: their scores are not quite one measure. Grade them all by one to compare."
    )


def vote_of(entry: Entry, packet: Packet) -> str:
    """What a round votes: "Hire", "reads as Hire" where the grader gave no verdict of its own, or "no vote"."""
    if entry.vote is None:
        return "no vote"
    label = label_of(packet, entry.vote.verdict)
    return label if entry.vote.filed else f"reads as {label}"


def differing_told(one: Differing, packet: Packet) -> Told:
    """Who sees how much of a skill, with what each of them heard."""
    who = {entry.place.round: entry.place.interviewer.first_name for entry in packet.entries}
    low, high = one.levels
    text = (
        f"{one.skill.label}: {who[one.low]} in {one.low.label.lower()} sees {low:.1f}, "
        f"{who[one.high]} in {one.high.label.lower()} {high:.1f}."
    )
    return text, tuple(words for words in (one.low_words, one.high_words) if words)


def shown_told(packet: Packet) -> Iterator[Told]:
    """What several rounds found, what most of them found first."""
    both = [one for one in packet.patterns if len(one.found) > 1]
    for one in sorted(both, key=lambda one: -len(one.found))[:MOST_PATTERNS]:
        missed = f" Not found in {rounds_told(one.missed)}." if one.missed else ""
        yield f"{_capital(one.name)}: {rounds_told(one.found)}.{missed}", one.words[:2]


def missed_told(packet: Packet) -> Iterator[str]:
    """What several rounds looked for in vain, and what cost something in several."""
    both = [one for one in packet.patterns if len(one.missed) > 1]
    for one in sorted(both, key=lambda one: -len(one.missed))[:MOST_PATTERNS]:
        yield f"{_capital(one.name)}: looked for in {rounds_told(one.missed)} and not found.{_elsewhere(one)}"
    for text, rounds in packet.costs:
        yield f"In {rounds_told(rounds)}: {text}"


def retold_told(pair: ToldTwice) -> str:
    """Which rounds may have heard one story, and by which words."""
    both = f"{pair.first.round.label} and {pair.second.round.label.lower()}"
    return f"{both} may have heard one story ({', '.join(pair.shared[:5])}). A loop has room for another one."


def figure_told(figure: FigureDiffers, pair: ToldTwice) -> Told:
    """A figure that may be the same, told in two ways."""
    text = f"A figure that may be the same (“{figure.of}”) is {figure.first.told} once and {figure.second.told} once:"
    tellings = ((pair.first, figure.first), (pair.second, figure.second))
    return text, tuple(Heard(told.round, told.session, "", one.evidence) for told, one in tellings)


def levels_told(packet: Packet) -> str:
    """The decision at every level in one sentence; empty where there is none."""
    told = [_at(packet, one) for one in packet.levels if one.ruling.verdict is not None]
    read_off = "" if packet.ruling.measured else " Read off scores, as above."
    return f"{'; '.join(told)}.{read_off}" if told else ""


def rule_told(packet: Packet) -> str:
    """The company's rule in a few sentences."""
    committee = packet.company.committee
    strong = " A strong no has to be answered by the other rounds." if committee.rebut_strong_no else ""
    return f"{RULES[committee.rule]} No round under {committee.floor:.1f}, no critical flag.{strong}"


def where_told(words: Heard) -> str:
    """Where words stand: "Behavioral, turn 6"."""
    return f"{words.round.label}, turn {words.evidence.turn}"


def rounds_told(rounds: Sequence[Round]) -> str:
    """Rounds as a sentence has them."""
    return listed([round_.label.lower() for round_ in rounds])


def _elsewhere(one: Pattern) -> str:
    return f" Found in {rounds_told(one.found)}." if one.found else ""


def _at(packet: Packet, one: LevelRuling) -> str:
    verdict = one.ruling.verdict
    if verdict is None:
        return ""
    why = ""
    if verdict not in HIRES:
        short = one.ruling.average is not None and one.ruling.average < one.ruling.bar
        why = f" (bar {one.ruling.bar:.1f})" if short else f" ({one.ruling.objections[0].text.rstrip('.')})"
    return f"{label_of(packet, verdict)} at {one.level.label}{why}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
