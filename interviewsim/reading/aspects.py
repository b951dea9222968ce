"""Reading an answer of any model but `star` offline: which aspects it shows, where, and how clearly.

Each sentence is read on its own: its marks are weighed for every aspect (`aspect_weights`), and gates that no wording
can talk its way through ask for content of its own. So sentences in another order are read the same, text without
content adds nothing, and what a deleted sentence showed alone is gone. Pure: the same words give the same reading.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from interviewsim.domain.aspect import Aspect, Handling
from interviewsim.domain.evidence import Span
from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.stages import PARTS
from interviewsim.reading.arithmetic import Calculation, calculations_in
from interviewsim.reading.aspect_marks import DENIES, marks_of
from interviewsim.reading.aspect_weights import AspectWeights, shipped_aspects
from interviewsim.reading.findings import Counts, PartReading, Said
from interviewsim.reading.handling import Talk, handling_of, unused_facts
from interviewsim.reading.heard import Heard
from interviewsim.reading.listing import COUNTED, things_in
from interviewsim.reading.pieces import Piece, pieces_of

_A = Aspect
SHARED = (
    *(_A.REASON, _A.EVIDENCE, _A.ASSUMPTION, _A.PLAN, _A.ADMITS_LIMIT, _A.USER_EFFECT),
    *(_A.GIVEN_UP, _A.THRESHOLD, _A.CRITERIA, _A.TRADE_OFF, _A.FIRST_VERSION),
)
"""Aspects that an answer of any model can show beside its own parts."""
THIN, CLEAR = 2, 3
"""How many words of its own a piece needs to be heard, and to be clear; a figure stands for one."""
ASKED_FOR = 1.6
"""What a probe adds, in log odds, to the aspect it asked for: a reply is mostly to the point."""
_MAY_DENY = frozenset({_A.ADMITS_LIMIT, _A.GIVEN_UP, _A.LIMIT, _A.TOLD_NO, _A.GAP, _A.NEED})
_NO_COUNTS = Counts()
_HEDGES = frozenset({"maybe", "perhaps", "probably", "possibly", "guess", "somehow", "basically"})


@dataclass(frozen=True, slots=True)
class Slip:
    """A calculation that does not hold: its place, the result that stands there, and what it comes to in that unit."""

    span: Span
    stated: str
    comes_to: str


@dataclass(frozen=True, slots=True)
class AspectReading:
    """Everything `read_aspects` finds. Strengths as in `AnswerReading`: 0 absent, 1 thin or implied, 2 clear.

    `aspects` has an entry for every aspect that the model can show; spans are strongest first. `slips` are
    calculations that do not hold and were not put right later; `unused` are facts asked for and left aside.
    `type` is None: only stories have types.
    """

    aspects: Mapping[Aspect, PartReading]
    handling: Mapping[Handling, tuple[Span, ...]] = field(default_factory=dict)
    slips: tuple[Slip, ...] = ()
    counts: Counts = _NO_COUNTS
    addressed: tuple[Span, ...] = ()
    ungradable: str = ""
    unused: tuple[str, ...] = ()
    type: None = None

    def strength(self, aspect: Aspect) -> int:
        """How strongly an aspect was found; 0 where the model does not know it."""
        found = self.aspects.get(aspect)
        return found.strength if found else 0

    def shows(self, handling: Handling) -> bool:
        """Whether the conversation shows it."""
        return handling in self.handling


@dataclass(frozen=True, slots=True)
class _Shown:
    """One piece that shows an aspect: how strongly, by what score, and how many things it puts side by side."""

    piece: Piece
    strength: int
    score: float
    things: int = 1


def aspects_of(model: AnswerModel) -> tuple[Aspect, ...]:
    """The aspects that are looked for in answers of a model: its parts, then those that all models share."""
    return tuple(dict.fromkeys((*PARTS.get(model, ()), *SHARED)))


def read_aspects(question: Question, heard: Sequence[Heard], released: Sequence[str] = ()) -> AspectReading:
    """Read the candidate's utterances on one question, in order; `released` are the ids of the facts told so far.

    Utterances that mainly ask (`question`) are read for how the talk was handled, not for aspects. Spans are code
    points of each utterance's own text. Never raises on any text.
    """
    return read_with(_shipped_for(question.answer_model), question, heard, released)


@cache
def _shipped_for(model: AnswerModel) -> AspectWeights:
    points = (_A.HEADLINE, _A.CHOICE, _A.SHORT_ANSWER)
    return shipped_aspects().narrowed((*aspects_of(model), *points))


def read_with(
    fitted: AspectWeights, question: Question, heard: Sequence[Heard], released: Sequence[str] = ()
) -> AspectReading:
    """The same under other weights, as a fit needs it."""
    told = [one for one in heard if not one.question]
    pieces = pieces_of(question.opening, [Said(one.turn, one.text, one.prompted) for one in told])
    sought = {one.turn: one.sought for one in told if one.sought is not None}
    aspects = aspects_of(question.answer_model)
    shown = _all_shown(fitted, aspects, pieces, sought)
    words = sum(piece.words for piece in pieces)
    slips, sums = _arithmetic(told, pieces)
    readings = {aspect: _reading(aspect, shown[aspect], words) for aspect in aspects}
    if _A.ARITHMETIC in readings and sums:
        readings[_A.ARITHMETIC] = _calculated(sums, words)
    talk = Talk(question, heard, _with_questions(question, heard, pieces), released, len(slips))
    return AspectReading(
        readings,
        _handling(fitted, talk),
        slips,
        _counts(pieces),
        tuple(piece.span for piece in pieces if piece.addressed),
        _ungradable(pieces),
        unused_facts(talk),
    )


def _all_shown(
    fitted: AspectWeights, aspects: Sequence[Aspect], pieces: Sequence[Piece], sought: Mapping[int, Aspect]
) -> dict[Aspect, list[_Shown]]:
    found: dict[Aspect, list[_Shown]] = {aspect: [] for aspect in aspects}
    for piece in pieces:
        if not piece.counts or not _has_content(piece, THIN):
            continue
        marks = marks_of(piece)
        scores = fitted.scores(marks)
        for aspect in aspects:
            asked = sought.get(piece.span.turn) is aspect
            shown = _shown(fitted, aspect, piece, marks, scores.get(aspect, -9.0), asked=asked)
            if shown is not None:
                found[aspect].append(shown)
    return found


def _with_questions(question: Question, heard: Sequence[Heard], pieces: Sequence[Piece]) -> list[Piece]:
    """All pieces, those of a question that corrects a premise too: "Have I missed something?" is a reply."""
    asked = [Said(one.turn, one.text) for one in heard if one.question and one.after is Move.PREMISE]
    return sorted([*pieces, *pieces_of(question.opening, asked)], key=lambda piece: piece.span)


def _handling(fitted: AspectWeights, talk: Talk) -> dict[Handling, tuple[Span, ...]]:
    def shows(piece: Piece, aspect: Aspect) -> bool:
        marks = marks_of(piece)
        if DENIES in marks or not _has_content(piece, THIN):
            return False
        return aspect.value in marks and fitted.scores(marks)[aspect] >= fitted.cuts[aspect][0]

    return handling_of(talk, shows)


def _has_content(piece: Piece, least: int) -> bool:
    return len(piece.own) + min(piece.figures, 1) >= least and len(piece.own) > 0


def _shown(
    fitted: AspectWeights, aspect: Aspect, piece: Piece, marks: frozenset[str], score: float, *, asked: bool
) -> _Shown | None:
    if DENIES in marks and aspect not in _MAY_DENY:
        return None
    heard, clear = fitted.cuts[aspect]
    if asked and "x:asks" not in marks:
        score += ASKED_FOR
        if _has_content(piece, CLEAR):
            score = max(score, heard)
    if score < heard:
        return None
    things = things_in(aspect, piece.text, len(piece.own)) if aspect in COUNTED else 1
    return _Shown(piece, 2 if score >= clear and _has_content(piece, CLEAR) else 1, score, things)


def _reading(aspect: Aspect, shown: Sequence[_Shown], words: int) -> PartReading:
    strength = max((one.strength for one in shown), default=0)
    if aspect in COUNTED:
        strength = _counted(aspect, shown, strength)
    if not strength:
        return PartReading(0)
    ordered = sorted(shown, key=lambda one: (-one.strength, -one.score))
    share = sum(one.piece.words for one in shown) / max(words, 1)
    prompted = all(one.piece.prompted for one in shown)
    return PartReading(strength, tuple(one.piece.span for one in ordered), round(share, 3), prompted)


def _counted(aspect: Aspect, shown: Sequence[_Shown], strength: int) -> int:
    thin, clear = COUNTED[aspect]
    things = sum(one.things for one in shown)
    if things < thin:
        return 0
    return 2 if things >= clear and strength == 2 else 1


def _arithmetic(
    told: Sequence[Heard], pieces: Sequence[Piece]
) -> tuple[tuple[Slip, ...], list[tuple[Span, Calculation, Piece]]]:
    """What was put wrong and stayed so, and all calculations that may be evidence, with their pieces."""
    found = []
    for one in told:
        for calculation in calculations_in(one.text):
            span = Span(one.turn, calculation.start, calculation.end)
            piece = next((piece for piece in pieces if piece.counts and _overlap(piece.span, span)), None)
            if piece is not None:
                found.append((span, calculation, piece))
    texts = {one.turn: one.text for one in told}
    slips = [
        _slip(span, calculation, texts[span.turn])
        for at, (span, calculation, _) in enumerate(found)
        if not calculation.holds and not _put_right(calculation, [later for _, later, _ in found[at + 1 :]])
    ]
    return tuple(slips), found


def _overlap(one: Span, other: Span) -> bool:
    return one.turn == other.turn and one.start < other.end and other.start < one.end


def _put_right(slip: Calculation, later: Sequence[Calculation]) -> bool:
    return any(one.holds and abs(one.computed - slip.computed) <= 0.01 * abs(slip.computed) for one in later)


def _slip(span: Span, calculation: Calculation, text: str) -> Slip:
    start, end = calculation.result
    return Slip(
        span,
        text[start:end],
        f"{calculation.computed:,.4g}" if abs(calculation.computed) < 1e4 else f"{calculation.computed:,.0f}",
    )


def _calculated(sums: Sequence[tuple[Span, Calculation, Piece]], words: int) -> PartReading:
    """Calculations are counted, not weighed: one that holds is clear, one that does not is thin."""
    strength = 2 if any(calculation.holds for _, calculation, _ in sums) else 1
    ordered = sorted(sums, key=lambda one: not one[1].holds)
    pieces = {piece.span: piece for _, _, piece in sums}
    share = sum(piece.words for piece in pieces.values()) / max(words, 1)
    prompted = all(piece.prompted for piece in pieces.values())
    return PartReading(strength, tuple(span for span, _, _ in ordered), round(share, 3), prompted)


def _ungradable(pieces: Sequence[Piece]) -> str:
    if not pieces:
        return "empty"
    if any(piece.counts and (piece.own or piece.figures) for piece in pieces):
        return ""
    if any(piece.foreign for piece in pieces):
        return "not English"
    return "" if any(piece.addressed for piece in pieces) else "noise"


def _counts(pieces: Sequence[Piece]) -> Counts:
    return Counts(
        words=sum(piece.words for piece in pieces),
        sentences=len({(piece.span.turn, piece.sentence) for piece in pieces}),
        i=sum(piece.i for piece in pieces),
        we=sum(piece.we for piece in pieces),
        numbers=sum(piece.figures for piece in pieces),
        hedges=sum(len(_HEDGES & set(piece.plain.split())) for piece in pieces),
    )
