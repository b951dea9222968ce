"""What the debrief shows of a scorecard, in the order in which it should be read."""

from dataclasses import dataclass, replace
from datetime import datetime

from interviewsim.domain.rubric import Rubric
from interviewsim.domain.scorecard import CriterionScore, Reason, Scorecard, Seen
from interviewsim.domain.terms import Mode
from interviewsim.domain.transcript import Transcript
from interviewsim.grading.drills import BeforeAfter, before_and_after
from interviewsim.grading.feedback import Excerpt, Feedback, TurningPoint, best_quotes, feedback_of
from interviewsim.grading.telling import unscored
from interviewsim.tui.presenters.again import Drill, drills_of
from interviewsim.tui.presenters.costs import cost_lines, coverage_rows, delivery_lines
from interviewsim.tui.presenters.interview import title_of
from interviewsim.tui.presenters.marks import item_texts
from interviewsim.tui.presenters.plain import clock, level_bar, moment, named, one_line, plural, quoted
from interviewsim.tui.presenters.speech import interviewer_name

OFFLINE = "offline"
OFFLINE_GRADER = "Offline grader: rules over your words. A practice signal, not a person's judgment."
NO_SCORES = "A gentle round: what was there, and what was not. Press s where you want its scores."
_SEEN = {Seen.YES: "✓", Seen.NO: "✗", Seen.UNCLEAR: "?"}


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence with the words it rests on. `label` says what kind it is; `turn` 0: no words."""

    label: str
    text: str
    quote: str = ""
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """The turning point: each line's words, and the turn they stand in (0: the program's own words)."""

    lines: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class CriterionView:
    """A criterion in the table and in the pane beside it. `more` counts the quotes that are not shown."""

    id: str
    name: str
    weight: str
    bar: str
    level: str
    rationale: str
    quotes: tuple[tuple[str, int], ...]
    more: int
    items: tuple[tuple[str, str], ...]
    next_step: str


@dataclass(frozen=True, slots=True)
class DebriefView:
    """The whole debrief."""

    title: str
    verdict: str
    facts: str
    findings: tuple[Finding, ...]
    turning: Turn | None
    change: str
    criteria: tuple[CriterionView, ...]
    coverage: tuple[str, ...]
    costs: tuple[str, ...]
    delivery: tuple[str, ...]
    graded_by: tuple[str, ...]
    drills: tuple[Drill, ...] = ()


def debrief_view(transcript: Transcript, card: Scorecard, now: datetime | None, *, scored: bool = True) -> DebriefView:
    """Turn a graded round into its debrief; where it is not `scored`, into what can be said in words alone."""
    rubric = transcript.configured.rubric if transcript.configured else None
    feedback = feedback_of(card, transcript)
    view = DebriefView(
        title=f"Debrief · {title_of(transcript)} · {moment(transcript.opened.at, now)}",
        verdict=one_line(feedback.verdict) or "Graded.",
        facts=_facts(transcript, card),
        findings=(*_lately(feedback, before_and_after(transcript, card)), *_findings(feedback)),
        turning=_turning(feedback.turning_point, interviewer_name(transcript)),
        change=one_line(feedback.change),
        criteria=tuple(_criterion(criterion, card, rubric) for criterion in card.criteria),
        coverage=coverage_rows(card),
        costs=cost_lines(card, rubric),
        delivery=delivery_lines(card),
        graded_by=_graded_by(card),
        drills=drills_of(card, rubric),
    )
    return view if scored else _in_words(view, feedback)


def shows_scores(transcript: Transcript) -> bool:
    """Whether scores are shown before they are asked for."""
    return transcript.opened.mode is not Mode.GENTLE


def _in_words(view: DebriefView, feedback: Feedback) -> DebriefView:
    """The view without a level in it."""
    reasons = (("Done well", feedback.reason_for), ("Missing", feedback.reason_against))
    return replace(
        view,
        verdict=NO_SCORES,
        facts="",
        findings=tuple(_finding(label, unscored(reason)) for label, reason in reasons if reason),
        criteria=(),
        coverage=(),
        drills=(),
    )


def _lately(feedback: Feedback, drill: BeforeAfter | None) -> tuple[Finding, ...]:
    """What became of the criterion that a drill was about, or of the change asked for last time."""
    if drill:
        return (_finding("Drill", Reason(drill.text, drill.criterion.evidence[:1])),)
    if feedback.last_time is None:
        return ()
    happened = "It happened" if feedback.last_time.happened else "It did not happen"
    reason = Reason(f"{one_line(feedback.last_time.focus)} {happened}.", feedback.last_time.evidence)
    return (_finding("Last time", reason),)


def _facts(transcript: Transcript, card: Scorecard) -> str:
    plan = transcript.configured.plan if transcript.configured else None
    facts = []
    if card.score is not None and f"{card.score:.1f} of 5" not in card.headline:
        facts.append(f"{card.score:.1f} of 5")
    if card.level_range:
        low, high = card.level_range
        facts.append(f"levels {low} to {high}" if low != high else f"all at level {low}")
    if card.score is not None:
        facts.append(f"{card.coverage:.0%} of the rubric judged")
    facts.append(f"{clock(transcript.t)} of {clock(plan.seconds)}" if plan and plan.timed else clock(transcript.t))
    facts.append(plural(len(transcript.turns), "turn"))
    if transcript.opened.mode is Mode.ALOUD:
        survived = sum(turn.words for turn in transcript.turns if turn.candidate)
        facts.append(f"graded on what survived: {plural(survived, 'word')}")
    if card.hints:
        facts.append(plural(card.hints, "hint"))
    return " · ".join(facts)


def _findings(feedback: Feedback) -> tuple[Finding, ...]:
    reasons = (("For", feedback.reason_for), ("Against", feedback.reason_against))
    return tuple(_finding(label, reason) for label, reason in reasons if reason)


def _finding(label: str, reason: Reason) -> Finding:
    if not reason.evidence:
        return Finding(label, one_line(reason.text))
    first = reason.evidence[0]
    return Finding(label, one_line(reason.text), quoted(first.quote), first.turn)


def _turning(point: TurningPoint | None, who: str) -> Turn | None:
    if point is None:
        return None
    then = "Then you said:" if point.gained else "Then you said, and it changed no level:"
    return Turn(
        (
            (_excerpt(point.before), point.before.turn),
            (f"{who} {one_line(point.why)}. {then}", 0),
            (_excerpt(point.after), point.after.turn),
        )
    )


def _excerpt(excerpt: Excerpt) -> str:
    return quoted(f"{excerpt.text}{'…' if excerpt.cut else ''}")


def _criterion(criterion: CriterionScore, card: Scorecard, rubric: Rubric | None) -> CriterionView:
    texts = item_texts(criterion.id, rubric)
    unscored = criterion.unscored
    next_level = (criterion.level or 0) + 1
    best = best_quotes(criterion.evidence)
    return CriterionView(
        id=criterion.id,
        name=one_line(criterion.name),
        weight=f"{criterion.weight:.0%}",
        bar=level_bar(criterion.level) if criterion.level else "·····",
        level=level_words(criterion),
        rationale=one_line(unscored.detail if unscored else _rationale(criterion, card)),
        quotes=tuple((quoted(found.quote), found.turn) for found in best),
        more=len(criterion.evidence) - len(best),
        items=tuple((_SEEN[item.seen], texts.get(item.id) or named(item.id)) for item in criterion.items),
        next_step=f"To reach {next_level}: {one_line(criterion.next_level)}" if criterion.next_level else "",
    )


def _rationale(criterion: CriterionScore, card: Scorecard) -> str:
    """The grader's own sentence; the offline grader's only says its items once more."""
    return "" if card.grader.kind == OFFLINE and criterion.items else criterion.rationale


def level_words(criterion: CriterionScore) -> str:
    """A level in words, with its spread; or why there is none."""
    if criterion.level is None:
        reason = criterion.unscored.reason.replace("_", " ") if criterion.unscored else "no reason given"
        return f"not scored: {reason}"
    spread = criterion.spread
    wide = f" ({min(spread)} to {max(spread)})" if spread and min(spread) != max(spread) else ""
    return f"level {criterion.level} of 5{wide}"


def _graded_by(card: Scorecard) -> tuple[str, ...]:
    who = OFFLINE_GRADER if card.grader.kind == OFFLINE else f"Model {one_line(card.grader.model or card.grader.kind)}."
    rubric, _, digest = card.grader.rubric.partition("@")
    lines = [who, f"Rubric {one_line(rubric)}, {one_line(digest)[:19]}. Grade {card.grade}."]
    if card.dropped_quotes:
        were = "was" if card.dropped_quotes == 1 else "were"
        lines.append(f"{plural(card.dropped_quotes, 'quote')} could not be found in your words and {were} dropped.")
    return tuple(lines)
