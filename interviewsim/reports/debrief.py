"""A grade as sections to be read from the top: verdict, reasons, turning point, the one change, then all the rest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from interviewsim.domain.evidence import Evidence, Match
from interviewsim.domain.question import AnswerModel
from interviewsim.domain.scorecard import (
    AnswerRecord,
    CarriedOver,
    CriterionScore,
    Disagreement,
    FlagFound,
    Reason,
    Scorecard,
)
from interviewsim.domain.terms import Skill
from interviewsim.grading.compare import Side
from interviewsim.grading.feedback import Cost, Excerpt, TurningPoint, best_quotes, costs_of, feedback_of
from interviewsim.grading.levels import told
from interviewsim.grading.telling import unscored
from interviewsim.reports.view import SessionView
from interviewsim.reports.wording import (
    NOT_SCORED,
    PRACTICE_ONLY,
    STRENGTHS,
    UNSCORED,
    bar,
    figure,
    graded_by,
    named,
    percent,
)

SHORT_HASH = 12


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph that may carry sentences from a rubric or a model. `detail`: it belongs to what stands above it."""

    text: str
    detail: bool = False


@dataclass(frozen=True, slots=True)
class Quoted:
    """Somebody's words out of the transcript, where they stand (no turn: 0), and what is to be said of them."""

    text: str
    turn: int = 0
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Rated:
    """A name with how far it reaches, as a bar of ▰▱ and in words."""

    name: str
    bar: str
    says: str


Block = Words | Quoted | Rated


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; without a heading, the opening lines."""

    heading: str
    blocks: tuple[Block, ...]


def sections_of(card: Scorecard, view: SessionView | None = None) -> tuple[Section, ...]:
    """The sections of a grade in reading order, empty ones left out. With `view`, what only a transcript tells."""
    listed: tuple[tuple[str, Sequence[Block]], ...] = (
        *_feedback(card, view),
        ("Criteria", [block for criterion in card.criteria for block in _criterion(criterion)]),
        ("Answers", [block for number, answer in enumerate(card.answers, 1) for block in _answer(number, answer)]),
        ("Where rules read it otherwise", [block for one in card.disagreements for block in _disagreement(one, card)]),
        ("A stronger answer from your own facts", [Words(card.stronger.text)] if card.stronger else []),
        ("What cost you", _costs(costs_of(card.answers), len(card.answers))),
        ("Flags", [block for flag in card.flags for block in _flag(flag, view)]),
        ("Skills", _skills(card.skills)),
        (f"Delivery, {NOT_SCORED}", _figures(card.delivery)),
        (f"Pacing, {NOT_SCORED}", _figures(card.pacing)),
        ("Coverage", [Words(f"{percent(card.coverage)} of the rubric's weight could be judged.")]),
        ("Graded by", list(_graded_by(card))),
    )
    sections = tuple(Section(heading, tuple(blocks)) for heading, blocks in listed if blocks)
    return (*sections[:-1], *at_every_level(ruled(card, view)), *sections[-1:])


def without_scores(card: Scorecard) -> tuple[Section, ...]:
    """What a grade says in words alone: the best that was there, what was missing, the one change."""
    change = feedback_of(card).change
    listed = (
        ("Done well", _reason(unscored(card.reason_for) if card.reason_for else None)),
        ("Missing", _reason(unscored(card.reason_against) if card.reason_against else None)),
        ("The one change", [Words(change)] if change else []),
    )
    return tuple(Section(heading, tuple(blocks)) for heading, blocks in listed if blocks)


def at_every_level(side: Side) -> tuple[Section, ...]:
    """The verdict at every level, where the ruler of the grade is at hand and gave one."""
    if not side.levels or side.pack is None:
        return ()
    return (Section("At every level", (Words(told(side.levels, side.pack.scale)),)),)


def ruled(card: Scorecard, view: SessionView | None) -> Side:
    """The grade with the ruler that the session began with, where it was graded by that one."""
    configured = view.transcript.configured if view else None
    if configured is None or configured.rubric.name != card.grader.rubric:
        return Side(card)
    return Side(card, configured.rubric, configured.pack)


def _feedback(card: Scorecard, view: SessionView | None) -> Iterator[tuple[str, list[Block]]]:
    """The lines that are read first."""
    feedback = view.feedback if view and view.feedback else feedback_of(card)
    yield "", _opening(card, feedback.verdict)
    yield "Last time's change", _carried_over(feedback.last_time)
    yield "For", _reason(feedback.reason_for)
    yield "Against", _reason(feedback.reason_against)
    yield "Turning point", _turning_point(feedback.turning_point, view.interviewer if view else "")
    yield "The one change", [Words(feedback.change)] if feedback.change else []


def _disagreement(apart: Disagreement, card: Scorecard) -> Iterator[Block]:
    name = next((one.name for one in card.criteria if one.id == apart.criterion), apart.criterion)
    number = next((n for n, one in enumerate(card.answers, start=1) if one.question_id == apart.question_id), 0)
    where = f" in answer {number}" if number and len(card.answers) > 1 else ""
    yield Words(f"{name}: the model saw level {apart.by_model}{where}, rules find {apart.by_rules}.")


def _opening(card: Scorecard, verdict: str) -> list[Block]:
    if card.score is None:
        return [Words(verdict)]
    low, high = card.level_range or (None, None)
    levels = f", level {low}" if low == high else f", levels {low} to {high}"
    says = f"{card.score:.1f} of 5{levels if low else ''}"
    return [Words(verdict), Rated("Score", bar(card.score), says)]


def _carried_over(carried: CarriedOver | None) -> list[Block]:
    if carried is None:
        return []
    happened = "It happened this time." if carried.happened else "It did not happen this time."
    return [Quoted(carried.focus), Words(happened), *_quotes(carried.evidence)]


def _reason(reason: Reason | None) -> list[Block]:
    return [Words(reason.text), *_quotes(reason.evidence)] if reason else []


def _turning_point(point: TurningPoint | None, who: str) -> list[Block]:
    if point is None:
        return []
    return [
        _excerpt(point.before, "you"),
        Words(f"{who} {point.why}:"),
        _excerpt(point.question, who),
        Words("Then you said:" if point.gained else "Then you said, and it changed no level:"),
        _excerpt(point.after, "you"),
    ]


def _excerpt(excerpt: Excerpt, who: str) -> Quoted:
    return Quoted(excerpt.text, excerpt.turn, f"{who}{', and more' if excerpt.cut else ''}")


def _criterion(score: CriterionScore) -> Iterator[Block]:
    weight = percent(score.weight)
    if score.level is None:
        reason = UNSCORED[score.unscored.reason] if score.unscored else "not scored"
        yield Rated(score.name, "", f"not scored: {reason} (weight {weight})")
        if score.unscored and score.unscored.detail:
            yield Words(score.unscored.detail, detail=True)
        return
    spread = f", graded {len(score.spread)} times: {', '.join(map(str, score.spread))}" if score.spread else ""
    yield Rated(score.name, bar(score.level), f"level {score.level} of 5 (weight {weight}{spread})")
    yield from _quotes(best_quotes(score.evidence))
    if score.rationale:
        yield Words(score.rationale, detail=True)
    if score.next_level:
        yield Words(f"For a {score.level + 1}: {score.next_level}", detail=True)


def _answer(number: int, answer: AnswerRecord) -> Iterator[Block]:
    turns = ", ".join(map(str, answer.turns))
    model = "STAR" if answer.answer_model is AnswerModel.STAR else named(answer.answer_model)
    kind = f", read as: {named(answer.type)}" if answer.type else ""
    yield Words(f"{number}. {answer.question}")
    if not answer.turns:
        yield Words("Not answered.", detail=True)
        return
    yield Words(f"{model}{kind}, turn{'s' if len(answer.turns) > 1 else ''} {turns}", detail=True)
    for name, part in answer.parts.items():
        strength = min(max(part.strength, 0), 2) if part.present else 0
        after = ", only after a follow-up" if part.prompted and part.present else ""
        share = f", {percent(part.share)} of the words" if part.present and part.share else ""
        yield Rated(
            named(name).capitalize(), "▰" * strength + "▱" * (2 - strength), STRENGTHS[strength] + share + after
        )


def _costs(costs: Sequence[Cost], answers: int) -> list[Block]:
    return [Words(f"Answer {cost.answer}: {cost.text}" if answers > 1 else cost.text) for cost in costs]


def _flag(flag: FlagFound, view: SessionView | None) -> Iterator[Block]:
    probed = "the interviewer asked about it" if flag.probed else "not asked about"
    yield Words(f"{_flag_name(flag.id, view)}: {flag.severity}, {probed}.")
    yield from _quotes(flag.evidence)


def _flag_name(flag: str, view: SessionView | None) -> str:
    """The flag's name in the rubric that the session began with, which a later grade may not share."""
    configured = view.transcript.configured if view else None
    known = configured.rubric.flags if configured else ()
    return next((one.name for one in known if one.id == flag), named(flag).capitalize())


def _skills(skills: Mapping[Skill, float | None]) -> list[Block]:
    told = [f"{skill} {'-' if level is None else f'{level:.1f}'}" for skill, level in skills.items()]
    return [Words(", ".join(told))] if told else []


def _figures(figures: Mapping[str, float | None]) -> list[Block]:
    return [Words(", ".join(f"{named(name)} {figure(value)}" for name, value in figures.items()))] if figures else []


def _graded_by(card: Scorecard) -> Iterator[Words]:
    rubric, _, digest = card.grader.rubric.partition("@sha256:")
    yield Words(f"Grade {card.grade} by the {graded_by(card.grader)}.")
    yield Words(
        f"Rubric {rubric}, sha256 {digest[:SHORT_HASH] or 'unknown'}, at {card.level.label} for {card.company}."
    )
    if card.dropped_quotes:
        yield Words(f"Quotes that could not be verified and were dropped: {card.dropped_quotes}.")
    if card.hints:
        yield Words(f"Hints given: {card.hints}.")
    if card.usage:
        yield Words(f"Tokens: {card.usage.input_tokens} in, {card.usage.output_tokens} out.")
    yield Words(PRACTICE_ONLY)


def _quotes(evidence: Sequence[Evidence]) -> list[Quoted]:
    return [Quoted(one.quote, one.turn, "" if one.match is Match.EXACT else one.match) for one in evidence]
