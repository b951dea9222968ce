"""What the debrief shows of a scorecard, in the order in which it should be read."""

from dataclasses import dataclass
from datetime import datetime

from interviewsim.domain.loop import Length
from interviewsim.domain.rubric import Rubric, Verdict
from interviewsim.domain.scorecard import CriterionScore, Reason, Scorecard, Seen
from interviewsim.domain.transcript import Transcript
from interviewsim.tui.presenters.costs import costs_of, coverage_rows, delivery_lines
from interviewsim.tui.presenters.interview import title_of
from interviewsim.tui.presenters.marks import item_texts
from interviewsim.tui.presenters.plain import clock, level_bar, moment, named, one_line, plural, quoted
from interviewsim.tui.presenters.turning import TurningPoint, turning_point

OFFLINE_GRADER = "Offline grader: rules over your words. A practice signal, not a person's judgment."
_SEEN = {Seen.YES: "✓", Seen.NO: "✗", Seen.UNCLEAR: "?"}


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence with the words it rests on. `label` says what kind it is; `turn` 0: no words."""

    label: str
    text: str
    quote: str = ""
    turn: int = 0


@dataclass(frozen=True, slots=True)
class CriterionView:
    """A criterion in the table and in the pane beside it."""

    id: str
    name: str
    weight: str
    bar: str
    level: str
    rationale: str
    quotes: tuple[tuple[str, int], ...]
    items: tuple[tuple[str, str], ...]
    next_step: str


@dataclass(frozen=True, slots=True)
class DebriefView:
    """The whole debrief."""

    title: str
    verdict: str
    facts: str
    headline: str
    findings: tuple[Finding, ...]
    turning: TurningPoint | None
    change: str
    criteria: tuple[CriterionView, ...]
    coverage: tuple[str, ...]
    costs: tuple[str, ...]
    delivery: tuple[str, ...]
    graded_by: tuple[str, ...]


def debrief_view(transcript: Transcript, card: Scorecard, now: datetime | None) -> DebriefView:
    """Turn a graded round into its debrief."""
    rubric = transcript.configured.rubric if transcript.configured else None
    warm_up = transcript.opened.length is Length.WARM_UP
    return DebriefView(
        title=f"Debrief · {title_of(transcript)} · {moment(transcript.opened.at, now)}",
        verdict=verdict_line(transcript, card),
        facts=_facts(transcript, card),
        headline=one_line(card.headline),
        findings=_findings(card, warm_up=warm_up),
        turning=turning_point(transcript, card, rubric),
        change=one_line(card.focus or ""),
        criteria=tuple(_criterion(criterion, rubric) for criterion in card.criteria),
        coverage=coverage_rows(card),
        costs=costs_of(card, rubric),
        delivery=delivery_lines(card),
        graded_by=_graded_by(card),
    )


def verdict_line(transcript: Transcript, card: Scorecard) -> str:
    """The verdict in the pack's own words, with the score; or why there is none."""
    if transcript.opened.length is Length.WARM_UP:
        return "WARM-UP · no score"
    if card.score is None:
        return f"NOT SCORED · {card.coverage:.0%} of the rubric could be judged"
    score = f"{card.score:.1f} of 5"
    if card.verdict is None:
        return f"{score} · no verdict"
    return f"{_verdict_name(transcript, card.verdict).upper()} · {score}"


def _verdict_name(transcript: Transcript, verdict: Verdict) -> str:
    scale = transcript.configured.pack.scale if transcript.configured else {}
    return one_line(scale.get(verdict, "")) or named(verdict)


def _facts(transcript: Transcript, card: Scorecard) -> str:
    plan = transcript.configured.plan if transcript.configured else None
    facts = []
    if card.level_range:
        low, high = card.level_range
        facts.append(f"levels {low} to {high}" if low != high else f"all at level {low}")
    if card.score is not None:
        facts.append(f"{card.coverage:.0%} of the rubric judged")
    facts.append(f"{clock(transcript.t)} of {clock(plan.seconds)}" if plan and plan.timed else clock(transcript.t))
    facts.append(plural(len(transcript.turns), "turn"))
    if card.hints:
        facts.append(plural(card.hints, "hint"))
    return " · ".join(facts)


def _findings(card: Scorecard, *, warm_up: bool) -> tuple[Finding, ...]:
    good, bad = ("Done well", "Missing") if warm_up else ("For", "Against")
    found = []
    if card.carried_over:
        happened = "It happened" if card.carried_over.happened else "It did not happen"
        reason = Reason(f"{one_line(card.carried_over.focus)} {happened}.", card.carried_over.evidence)
        found.append(_finding("Last time", reason))
    if card.reason_for:
        found.append(_finding(good, card.reason_for))
    if card.reason_against:
        found.append(_finding(bad, card.reason_against))
    return tuple(found)


def _finding(label: str, reason: Reason) -> Finding:
    if not reason.evidence:
        return Finding(label, one_line(reason.text))
    first = reason.evidence[0]
    return Finding(label, one_line(reason.text), quoted(first.quote), first.turn)


def _criterion(criterion: CriterionScore, rubric: Rubric | None) -> CriterionView:
    texts = item_texts(criterion.id, rubric)
    unscored = criterion.unscored
    next_level = (criterion.level or 0) + 1
    return CriterionView(
        id=criterion.id,
        name=one_line(criterion.name),
        weight=f"{criterion.weight:.0%}",
        bar=level_bar(criterion.level) if criterion.level else "·····",
        level=level_words(criterion),
        rationale=one_line(unscored.detail) if unscored else one_line(criterion.rationale),
        quotes=tuple((quoted(found.quote), found.turn) for found in criterion.evidence),
        items=tuple((_SEEN[item.seen], texts.get(item.id) or named(item.id)) for item in criterion.items),
        next_step=f"To reach {next_level}: {one_line(criterion.next_level)}" if criterion.next_level else "",
    )


def level_words(criterion: CriterionScore) -> str:
    """A level in words, with its spread; or why there is none."""
    if criterion.level is None:
        reason = criterion.unscored.reason.replace("_", " ") if criterion.unscored else "no reason given"
        return f"not scored: {reason}"
    spread = criterion.spread
    wide = f" ({min(spread)} to {max(spread)})" if spread and min(spread) != max(spread) else ""
    return f"level {criterion.level} of 5{wide}"


def _graded_by(card: Scorecard) -> tuple[str, ...]:
    who = (
        OFFLINE_GRADER if card.grader.kind == "offline" else f"Model {one_line(card.grader.model or card.grader.kind)}."
    )
    rubric, _, digest = card.grader.rubric.partition("@")
    lines = [who, f"Rubric {one_line(rubric)}, {one_line(digest)[:19]}. Grade {card.grade}."]
    if card.dropped_quotes:
        were = "was" if card.dropped_quotes == 1 else "were"
        lines.append(f"{plural(card.dropped_quotes, 'quote')} could not be found in your words and {were} dropped.")
    return tuple(lines)
