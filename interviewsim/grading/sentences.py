"""A candidate's words as numbered sentences: what a model is shown, and which of them may be evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from interviewsim.domain.evidence import Evidence, Span
from interviewsim.grading.ports import SaidToGrade
from interviewsim.grading.verification import LEAST_WORDS, normal
from interviewsim.reading.findings import Said
from interviewsim.reading.units import Unit, units_of

SHORT_FOREIGN = 5
"""Words up to which a stretch without small words may be a date or a place rather than another language."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence by its name ("T4.3"); `eligible` unless it speaks to a grader or tells nothing at all."""

    id: str
    span: Span
    text: str
    eligible: bool = True


def sentences_in(question: str, said: Sequence[SaidToGrade], addressed: Sequence[Span]) -> tuple[Sentence, ...]:
    """The sentences of candidate turns, in order, numbered by turn and place; dictation is cut by its clauses."""
    units = units_of(question, [Said(one.turn, one.text, one.prompted) for one in said])
    found: list[Sentence] = []
    texts = {one.turn: one.text for one in said}
    for turn, mine in groupby(units, key=lambda unit: unit.span.turn):
        for number, (_, parts) in enumerate(groupby(mine, key=lambda unit: unit.sentence), start=1):
            mine_here = list(parts)
            spans = [unit.span for unit in mine_here]
            span = Span(turn, min(one.start for one in spans), max(one.end for one in spans))
            tells = any(_tells(unit) for unit in mine_here)
            hidden = any("\U000e0000" <= char <= "\U000e007f" for char in span.of(texts[turn]))
            barred = hidden or not tells or any(_overlap(span, other) for other in addressed)
            found.append(Sentence(f"T{turn}.{number}", span, span.of(texts[turn]), not barred))
    return tuple(found)


def _tells(unit: Unit) -> bool:
    """Whether a clause may say something: "She said yes." may, and so may "Second quarter last year."."""
    if unit.alien:
        return unit.words <= SHORT_FOREIGN and not unit.foreign
    return unit.solid or unit.words >= LEAST_WORDS


def sentences_of(evidence: Evidence, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences that a place touches."""
    return tuple(one for one in sentences if _overlap(one.span, Span(evidence.turn, evidence.start, evidence.end)))


def wordings(sentences: Sequence[Sentence]) -> Mapping[str, str]:
    """Each sentence's name with its wording, by which the same sentence said twice is one."""
    return {one.id: normal(one.text).text for one in sentences}


def _overlap(one: Span, other: Span) -> bool:
    return one.turn == other.turn and one.start < other.end and other.start < one.end
