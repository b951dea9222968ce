"""The committee's packet: what each interviewer filed, what the rounds say together, the decision, what would turn it.

Pure and deterministic: the same scorecards in any order give the same packet. The rule is in `deciding`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interviewsim.domain.loop import LoopRound
from interviewsim.domain.rubric import CommitteeRule, CompanyPack, Rubric, Severity, Verdict
from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.terms import Level, Round
from interviewsim.domain.transcript import Transcript
from interviewsim.grading.across import (
    Differing,
    Heard,
    Judged,
    Pattern,
    SkillSeen,
    costs_repeated,
    differing,
    heard,
    patterns,
    skills_seen,
)
from interviewsim.grading.answers import answers_of
from interviewsim.grading.deciding import HIRES, Ruling, Turn, Vote, rule_on, turning
from interviewsim.grading.feedback import best_quotes
from interviewsim.grading.retold import Telling, ToldTwice, told_twice
from interviewsim.grading.scoring import verdict_of
from interviewsim.grading.telling import listed, unscored

BAR_RAISER = "bar raiser"
NOT_HELD = "It was not held yet."
NOT_ENDED = "It is not finished yet."
NOT_GRADED = "It is not graded."
OTHER_RULER = "Its grade is by another rubric than the round began with."
NOT_MEASURED = "Read off the score: how far this grader can be trusted with such answers was not measured."


@dataclass(frozen=True, slots=True)
class Filed:
    """A round of the loop as it was held: its place in the loop, and its transcript; None where it was not held."""

    place: LoopRound
    transcript: Transcript | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the packet: what an interviewer filed. `vote` None: the round cannot vote, and `why` says so."""

    place: LoopRound
    session: str | None
    card: Scorecard | None
    vote: Vote | None
    why: str
    shown: str = ""
    missing: str = ""
    quotes: tuple[Heard, ...] = ()
    against: tuple[Heard, ...] = ()


@dataclass(frozen=True, slots=True)
class LevelRuling:
    """The decision as it would be at one interview level."""

    level: Level
    ruling: Ruling


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of the packet, and the words it rests on."""

    text: str
    words: tuple[Heard, ...] = ()


@dataclass(frozen=True, slots=True)
class Packet:
    """What a committee reads. `entries` are in the order of the loop."""

    company: CompanyPack
    level: Level
    entries: tuple[Entry, ...]
    ruling: Ruling
    reason_for: Said | None
    reason_against: Said | None
    turn: Turn | None
    would_change: str
    levels: tuple[LevelRuling, ...]
    skills: tuple[SkillSeen, ...]
    differing: tuple[Differing, ...]
    patterns: tuple[Pattern, ...]
    costs: tuple[tuple[str, tuple[Round, ...]], ...]
    retold: tuple[ToldTwice, ...]
    focus: str
    ungraded: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether every round of the loop votes."""
        return all(entry.vote for entry in self.entries)


def packet_of(filed: Sequence[Filed], pack: CompanyPack, level: Level) -> Packet:
    """Put the packet together. `filed` in any order; the loop's own order is that of `pack`."""
    order = {place.round: at for at, place in enumerate(pack.loop)}
    held = sorted(filed, key=lambda one: order.get(one.place.round, len(order)))
    judged = [one for one in map(_judged, held) if one is not None]
    scored = [one for one in judged if one.card.score is not None]
    entries = tuple(_entry(one, held, pack, level) for one in held)
    votes = [entry.vote for entry in entries if entry.vote]
    whole, bar = sum(one.place.weight for one in held), pack.bar[level]
    ruling = rule_on(votes, pack.committee, bar, whole)
    turn = turning(votes, pack.committee, bar, whole)
    return Packet(
        company=pack,
        level=level,
        entries=entries,
        ruling=ruling,
        reason_for=_reason_for(entries),
        reason_against=_reason_against(entries, ruling),
        turn=turn,
        would_change=_would_change(turn, ruling, pack, votes),
        levels=tuple(_at_levels(held, pack, whole)),
        skills=skills_seen(scored),
        differing=differing(scored, bar),
        patterns=patterns(judged),
        costs=costs_repeated(judged),
        retold=told_twice(list(_tellings(held))),
        focus=_focus(judged, entries, turn, ruling),
        ungraded=tuple(f"{entry.place.round.label}: {entry.why}" for entry in entries if entry.vote is None),
    )


def _own(transcript: Transcript | None) -> tuple[Scorecard, Rubric, CompanyPack] | None:
    """The round's newest grade by the rubric that it began with, and that rubric."""
    configured = transcript.configured if transcript else None
    graded = transcript.own_grade if transcript else None
    if configured is None or graded is None or graded.scorecard.grader.rubric != configured.rubric.name:
        return None
    return graded.scorecard, configured.rubric, configured.pack


def _judged(filed: Filed) -> Judged | None:
    own = _own(filed.transcript)
    if own is None or filed.transcript is None:
        return None
    card, rubric, _ = own
    return Judged(filed.place.round, filed.place.interviewer, filed.place.weight, card, rubric, filed.transcript)


def _entry(filed: Filed, loop: Sequence[Filed], pack: CompanyPack, level: Level) -> Entry:
    transcript, judged = filed.transcript, _judged(filed)
    session = transcript.opened.session if transcript else None
    if judged is None:
        return Entry(filed.place, session, None, None, _why_none(transcript))
    card, vote = judged.card, _vote(filed, loop, pack, level)
    shown, missing = card.reason_for, card.reason_against
    return Entry(
        filed.place,
        session,
        card,
        vote,
        _why_no_vote(card) if vote is None else ("" if vote.filed else NOT_MEASURED),
        unscored(shown).text if shown else "",
        unscored(missing).text if missing else "",
        heard(judged, best_quotes(shown.evidence) if shown else ()),
        heard(judged, best_quotes(missing.evidence, 1) if missing else ()),
    )


def _why_none(transcript: Transcript | None) -> str:
    if transcript is None:
        return NOT_HELD
    if not transcript.finished:
        return NOT_ENDED
    return OTHER_RULER if transcript.grades else NOT_GRADED


def _why_no_vote(card: Scorecard) -> str:
    """Why a graded round has no score: what the grader lost comes first, for that can be graded later."""
    reasons = [(one.unscored.reason.lost, one.unscored.detail) for one in card.criteria if one.unscored]
    lost = next((detail for gone, detail in reasons if gone), "")
    if lost:
        return f"The grader failed: {lost} `interviewsim grade {card.session}` asks again."
    return card.headline or (reasons[0][1] if reasons else "It has no score.")


def _vote(filed: Filed, loop: Sequence[Filed], pack: CompanyPack, level: Level) -> Vote | None:
    """The round's vote at a level: the grader's verdict, or what its score comes to where it gave none."""
    own = _own(filed.transcript)
    if own is None or own[0].score is None or level not in own[2].bar:
        return None
    card, rubric, began_with = own
    score = card.score or 0.0
    verdict = verdict_of(score, began_with.bar[level], card.criteria, rubric, card.flags, level)
    names = {flag.id: flag.name for flag in rubric.flags}
    critical = [names.get(flag.id, flag.id) for flag in card.flags if flag.severity is Severity.CRITICAL]
    skills = {skill: seen for skill, seen in card.skills.items() if seen is not None}
    return Vote(
        filed.place.round,
        filed.place.weight,
        score,
        verdict,
        skills,
        tuple(critical),
        bar_raiser=pack.committee.rule is CommitteeRule.BAR_RAISER and filed is _bar_raiser(loop),
        filed=card.verdict is not None,
    )


def _bar_raiser(loop: Sequence[Filed]) -> Filed:
    """The round of the interviewer who is one by role, else the last of the loop."""
    return next((one for one in loop if BAR_RAISER in one.place.interviewer.role.casefold()), loop[-1])


def _at_levels(held: Sequence[Filed], pack: CompanyPack, whole: float) -> Iterator[LevelRuling]:
    for level in (level for level in Level if level in pack.bar):
        votes = [vote for one in held if (vote := _vote(one, held, pack, level))]
        yield LevelRuling(level, rule_on(votes, pack.committee, pack.bar[level], whole))


def _reason_for(entries: Sequence[Entry]) -> Said | None:
    """The best round's own reason; of equals, the heavier, then the earlier."""
    voting = [entry for entry in entries if entry.vote and entry.shown]
    best = max(voting, key=lambda entry: (_score(entry), entry.place.weight), default=None)
    return Said(f"{best.place.round.label}: {best.shown}", best.quotes[:1]) if best else None


def _reason_against(entries: Sequence[Entry], ruling: Ruling) -> Said | None:
    """What caps the decision, else the lowest round's own reason."""
    if ruling.objections:
        first = ruling.objections[0]
        words = next((entry.against for entry in entries if entry.place.round is first.round), ())
        return Said(first.text, words[:1])
    voting = [entry for entry in entries if entry.vote and entry.missing]
    worst = min(voting, key=lambda entry: (_score(entry), -entry.place.weight), default=None)
    return Said(f"{worst.place.round.label}: {worst.missing}", worst.against[:1]) if worst else None


def _score(entry: Entry) -> float:
    return entry.vote.score if entry.vote else 0.0


def _would_change(turn: Turn | None, ruling: Ruling, pack: CompanyPack, votes: Sequence[Vote]) -> str:
    if ruling.verdict is None:
        return ""
    hire = pack.scale.get(Verdict.HIRE, "Hire")
    if turn is not None:
        change = f"{turn.round.label} at {turn.to:.2f} instead of {turn.score:.2f}, with all else the same"
        return f"{change}, {'is no longer' if ruling.verdict in HIRES else 'makes it'} “{hire}”."
    if ruling.verdict in HIRES:
        return "No single round, however it went, would turn it."
    low = [vote.round.label for vote in votes if vote.score < ruling.bar]
    return f"No single round would turn it: {', '.join(low) or 'every round'} would have to go better."


def _focus(judged: Sequence[Judged], entries: Sequence[Entry], turn: Turn | None, ruling: Ruling) -> str:
    """One change: what most of the loop looked for and never found, else that of the round on which it hangs."""
    missed = [one for one in patterns(judged) if not one.found]
    if missed:
        weights = {one.round: one.weight for one in judged}
        widest = max(missed, key=lambda one: sum(weights[round_] for round_ in one.missed))
        rounds = listed([round_.label.lower() for round_ in widest.missed])
        return f"Show {widest.name}: it was looked for in {rounds}, and found in none of them."
    voting = [entry for entry in entries if entry.vote and entry.card and entry.card.focus]
    hangs = turn.round if turn is not None and ruling.verdict not in HIRES else None
    chosen = next((entry for entry in voting if entry.place.round is hangs), None)
    chosen = chosen or min(voting, key=lambda entry: (_score(entry), -entry.place.weight), default=None)
    return f"{chosen.place.round.label}: {chosen.card.focus}" if chosen and chosen.card else ""


def _tellings(held: Sequence[Filed]) -> Iterator[Telling]:
    for one in held:
        if one.transcript is not None:
            for answer in answers_of(one.transcript):
                yield Telling(one.place.round, one.transcript.opened.session, answer)
