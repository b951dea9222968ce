"""How the candidate dealt with the conversation: what they asked for, what they did with it, how they took pressure.

Read from all turns of one question, with the places that show each thing. What is absent was not found.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from interviewsim.domain.aspect import Aspect, Handling
from interviewsim.domain.evidence import Span
from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel, Fact, Question
from interviewsim.reading.amounts import Amount, amounts_in
from interviewsim.reading.arithmetic import calculations_in
from interviewsim.reading.heard import Heard
from interviewsim.reading.pieces import Piece
from interviewsim.reading.premise import corrects
from interviewsim.reading.stance import Stance, read_stance
from interviewsim.reading.topics import roots_of

LONGEST = {AnswerModel.EXEC: 150, AnswerModel.PITCH: 220}
"""Words up to which an answer of the model is brief; `USUAL` for the others."""
USUAL = 400
CONTESTED = frozenset({Move.PUSH_BACK, Move.CHALLENGE, Move.TWIST})
"""Moves after which a stance is read."""
SAME_FIGURE = 0.012
"""How far off a repeated figure may be, of itself, beyond its own rounding."""
_SHORTEST = 12  # words that an answer needs to be called brief
_SMALLEST = 4  # whole figures below it are counts of anything
_OPENING = 2  # sentences in which the point has to stand
_FIGURE_ASKED = re.compile(
    r"\b(?:how (?:many|much|often|long|big|large|fast|high|far|old|frequent\w*)|(?:what|which|know|see|have|get"
    r"|share|show|give|pull|tell me|like|need) (?:\w+ ){0,4}?"
    r"(?:number|numbers|figures?|rates?|share|percent\w*|split|breakdown|trend|average|median|costs?|prices?"
    r"|revenue|margin|churn"
    r"|retention|conversion|volume|size|count|funnel|numbers|budget|capacity|distribution|mix|cohorts?))\b"
    r"|\b(?:churn|retention|conversion|revenue|margin|orders|cost|price|usage|traffic|sales|drop) (?:by|per|for"
    r"|across|over|before|among|split)\b"
    r"|\bbroken (?:down|out) by\b|\bsplit by\b|\bby (?:region|platform|cohort|segment|device|channel|country"
    r"|month|week)\b"
)
_CONCLUDES = re.compile(
    r"(?:\bso\b|=|\u2248|\babout\b|\broughly\b|\baround\b|\btotal\b|\bcomes? (?:out )?(?:to|at)\b|\bi get\b"
    r"|\bwe get\b|\bmy (?:estimate|answer|number|result)\b|\bresult\b|\bgives\b|\bmakes\b"
    r"|\bis\b|\bwould be\b|\bwe'?re at\b|\bland\w*\b|\bends? up\b|\bthat'?s\b|\bwhich means\b|\bcall it\b"
    r"|\boverall\b|\baltogether\b|\bleaves\b|\bestimate\b|\bequals\b)[^.!?]{0,40}$"
)


@dataclass(frozen=True, slots=True)
class Talk:
    """What handling is read from: the utterances on one question, the pieces of all that was told, the facts told."""

    question: Question
    heard: Sequence[Heard]
    pieces: Sequence[Piece]
    released: Sequence[str] = ()
    slips: int = 0

    @property
    def told(self) -> list[Heard]:
        """The utterances that answer."""
        return [one for one in self.heard if not one.question]

    @property
    def asked(self) -> list[Heard]:
        """The utterances that mainly ask."""
        return [one for one in self.heard if one.question]

    def facts(self) -> list[Fact]:
        """The facts that were told on request."""
        return [fact for fact in self.question.facts if fact.id in self.released and not fact.opening]


def handling_of(talk: Talk, shows: Callable[[Piece, Aspect], bool]) -> dict[Handling, tuple[Span, ...]]:
    """Everything found, each with its places. `shows` says whether a piece shows an aspect."""
    found: Mapping[Handling, Sequence[Span]] = {
        **_questions(talk),
        Handling.FACTS_USED: _facts_used(talk),
        Handling.RIGHT_RESULT: _right_result(talk),
        Handling.SOUND_ARITHMETIC: _sound_arithmetic(talk),
        Handling.OPENS_WITH_POINT: _opening_point(talk, shows),
        Handling.BRIEF: _brief(talk),
        **_contested(talk),
        Handling.CORRECTS_PREMISE: _corrections(talk),
    }
    return {name: tuple(spans) for name, spans in found.items() if spans}


def _whole(one: Heard) -> Span:
    return Span(one.turn, 0, len(one.text))


def _questions(talk: Talk) -> dict[Handling, list[Span]]:
    """What was asked before answering. A question about a figure names it; any other is about scope or meaning."""
    data, scope, split = list[Span](), list[Span](), list[Span]()
    decisive = [fact for fact in talk.facts() if fact.id in _listed(talk.question.reference.get("decisive"))]
    for one in talk.asked:
        named = any(_names(one.text, fact) for fact in talk.question.facts if not fact.opening)
        (data if named or _FIGURE_ASKED.search(one.text.lower()) else scope).append(_whole(one))
        if any(_names(one.text, fact) for fact in decisive):
            split.append(_whole(one))
    if decisive and not split:
        split = data[-1:]
    return {
        Handling.ASKED_DATA: data,
        Handling.ASKED_SCOPE: scope or _asked_at_first(talk),
        Handling.ASKED_SPLIT: split,
    }


def _asked_at_first(talk: Talk) -> list[Span]:
    """Questions to the interviewer within the first answer, before it says anything else."""
    first = talk.told[0].turn if talk.told else 0
    found = []
    for piece in talk.pieces:
        if piece.span.turn != first or not piece.text.rstrip().endswith("?"):
            break
        if piece.own and re.search(r"\b(?:we|i|you|is|are|does|should|can)\b", piece.plain):
            found.append(piece.span)
    return found


def _listed(value: object) -> frozenset[str]:
    return frozenset(map(str, value)) if isinstance(value, list | tuple) else frozenset()


def _names(text: str, fact: Fact) -> bool:
    """Whether a question names a fact: all words of one of its topics."""
    words = frozenset(roots_of(text))
    topics = [frozenset(roots_of(topic)) for topic in fact.topics]
    return any(topic and topic <= words for topic in topics)


def _facts_used(talk: Talk) -> list[Span]:
    """Where a figure that was told on request comes back in an answer, in figures or words, rounded or not."""
    known = _figures(f"{talk.question.opening}")
    told = [value for fact in talk.facts() for value in _values(fact) if value not in known]
    return [
        Span(one.turn, amount.start, amount.end)
        for one in talk.told
        for amount in amounts_in(one.text)
        if _weighs(amount) and any(_is_same(amount, value) for value in told)
    ]


def unused_facts(talk: Talk) -> tuple[str, ...]:
    """The facts that were asked for and of which no figure comes back in any answer, by id."""
    said = [amount for one in talk.told for amount in amounts_in(one.text) if _weighs(amount)]
    return tuple(
        fact.id
        for fact in talk.facts()
        if (values := _values(fact)) and not any(_is_same(amount, value) for amount in said for value in values)
    )


def _values(fact: Fact) -> list[float]:
    found = [amount.value for amount in amounts_in(fact.tell) if _weighs(amount)]
    if fact.value is not None:
        found.append(fact.value / 100 if fact.unit in ("percent", "%") else fact.value)
    return found


def _weighs(amount: Amount) -> bool:
    return amount.percent or amount.part or amount.value >= _SMALLEST or amount.value != int(amount.value)


def _figures(text: str) -> frozenset[float]:
    return frozenset(amount.value for amount in amounts_in(text))


def _is_same(amount: Amount, value: float) -> bool:
    """Whether it is that figure as it is stated: exactly, rounded as far as its last digit, or without its unit."""
    size = abs(value)
    allowed = max(SAME_FIGURE * size, min(amount.step * 0.501, 0.05 * size))
    forms = {amount.value} if amount.percent else {amount.value, amount.value / 100 if size < 1 else amount.value}
    return any(abs(form - value) <= allowed for form in forms)


def _right_result(talk: Talk) -> list[Span]:
    """Where the reference's result, or another figure that settles the question, is stated as a conclusion."""
    reference = talk.question.reference
    also = reference.get("also")
    try:
        settling = [float(str(one)) for one in (reference["result"], *(also if isinstance(also, list | tuple) else ()))]
        tolerance = float(str(reference.get("tolerance", 0.03)))
    except (KeyError, ValueError):
        return []
    given = {value for fact in talk.question.facts for value in _values(fact)}
    unit = str(reference.get("unit", ""))
    wanted = [form for one in settling for form in _forms(one, unit) if form not in given]
    return [
        Span(one.turn, amount.start, amount.end)
        for one in talk.told
        for amount in amounts_in(one.text)
        if any(_within(amount, form, tolerance) for form in wanted) and _is_conclusion(one.text, amount)
    ]


def _forms(result: float, unit: str) -> list[float]:
    """The result as whole units, in every way in which its own unit may have been said."""
    unit = unit.lower()
    found = [result]
    if "percent" in unit or "%" in unit or "point" in unit:
        found.append(result / 100)
    for word, scale in (("thousand", 1e3), ("million", 1e6), ("billion", 1e9)):
        if word in unit:
            found.append(result * scale)
    return found


def _within(amount: Amount, result: float, tolerance: float) -> bool:
    allowed = max(tolerance * abs(result), min(amount.step * 0.501, 0.05 * abs(result)))
    return abs(amount.value - result) <= allowed + 1e-12


def _is_conclusion(text: str, amount: Amount) -> bool:
    before = text[max(0, amount.start - 80) : amount.start].lower()
    computed = any(one.result[0] <= amount.start < one.result[1] for one in calculations_in(text))
    return computed or _CONCLUDES.search(before) is not None


def _sound_arithmetic(talk: Talk) -> list[Span]:
    if talk.slips:
        return []
    return [
        Span(one.turn, calculation.start, calculation.end)
        for one in talk.told
        for calculation in calculations_in(one.text)
        if calculation.holds
    ]


_POINTS = (Aspect.HEADLINE, Aspect.CHOICE, Aspect.SHORT_ANSWER)
_POINTS_OF_A_PITCH = (Aspect.PRESENT, Aspect.ACHIEVEMENT, Aspect.WHY_HERE)
"""Who tells about themselves opens with where they stand, what they brought about or what draws them."""


def _opening_point(talk: Talk, shows: Callable[[Piece, Aspect], bool]) -> list[Span]:
    """The position in the first two sentences that say anything."""
    if not talk.told:
        return []
    opening = [piece for piece in talk.pieces if piece.span.turn == talk.told[0].turn and piece.words > 2][:_OPENING]
    points = _POINTS_OF_A_PITCH if talk.question.answer_model is AnswerModel.PITCH else _POINTS
    return [piece.span for piece in opening if piece.counts and any(shows(piece, point) for point in points)]


def _brief(talk: Talk) -> list[Span]:
    longest = LONGEST.get(talk.question.answer_model, USUAL)
    lengths = [len(one.text.split()) for one in talk.told]
    if not lengths or max(lengths) > longest or sum(lengths) < _SHORTEST:
        return []
    return [_whole(talk.told[0])]


def _contested(talk: Talk) -> dict[Handling, list[Span]]:
    found: dict[Handling, list[Span]] = {Handling.HOLDS: [], Handling.UPDATES: [], Handling.REVERSAL_POINT: []}
    for one in talk.told:
        if one.after not in CONTESTED:
            continue
        reply = [piece for piece in talk.pieces if piece.span.turn == one.turn]
        earlier = [piece for piece in talk.pieces if piece.span.turn < one.turn]
        reading = read_stance(reply, _objection(talk.question, one.after), earlier)
        if reading.stance is Stance.HOLD:
            found[Handling.HOLDS] += reading.spans
        elif reading.stance is Stance.UPDATE:
            found[Handling.UPDATES] += reading.spans
        found[Handling.REVERSAL_POINT] += reading.reversal
    return found


def _objection(question: Question, move: Move | None) -> str:
    if move is Move.TWIST:
        return question.twist
    if move is Move.PUSH_BACK:
        return question.push_back
    return question.challenge.say if question.challenge else ""


def _corrections(talk: Talk) -> list[Span]:
    premise = talk.question.premise
    if premise is None:
        return []
    replies = {one.turn for one in talk.heard if one.after is Move.PREMISE}
    return list(corrects([piece for piece in talk.pieces if piece.span.turn in replies], premise))
