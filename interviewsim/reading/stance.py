"""How somebody deals with being contested: keeps the decision with a reason, changes it with one, repeats it, folds.

Agreement is read as folding unless something of the case is said for it: openness shows in the argument that is taken
up, not in the word "fair". Whoever keeps their decision without a reason only repeats it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from interviewsim.domain.evidence import Span
from interviewsim.reading.pieces import Piece
from interviewsim.reading.topics import roots_of


class Stance(StrEnum):
    """What a reply to an objection or a new constraint does with the decision it contests."""

    HOLD = "hold"  # keeps it, with a reason
    UPDATE = "update"  # changes it, because of a fact or an argument
    RESTATE = "restate"  # says it again
    FOLD = "fold"  # gives it up for nothing
    NONE = "none"  # takes no side


@dataclass(frozen=True, slots=True)
class StanceReading:
    """The stance with the places that show it, and those where a point of reversal is named."""

    stance: Stance
    spans: tuple[Span, ...] = ()
    reversal: tuple[Span, ...] = ()


_I = r"(?:i|we|i would|we would|i will|we will|i am|we are|i am going to|let us)"
_KEEPS = re.compile(
    rf"\b{_I} (?:still |also |then |rather |probably )?(?:stay\w*|stick\w*|keep\w*(?! an eye)|hold\w*|stand\w*"
    rf"|remain\w*|not change"
    r"|not move|not switch|insist\w*|defend\w*|maintain\w*)\b"
    r"|\bstill (?:go|launch|recommend|choose|pick|do|start|think|believe|prefer|build|say|want|take|with"
    r"|the right|merchants"
    r"|worth|first|not|my|hold\w*|ship)\b|\bmy (?:answer|view|recommendation|decision|choice|plan"
    r"|position) (?:does not|would not"
    r"|will not|stays|stands|holds|is the same|remains|has not)\b|\b(?:do|would|can|could) not (?:agree|change my"
    r"|change the"
    r"|switch|go that far|do that|open it|extend|widen|move|give in|back down)\b|\bdisagree\b|\beven so\b"
    r"|\bnevertheless\b"
    r"|\bi do not think (?:so|that|we should|it)\b|\bno (?:i|we|because|that|the|not)\b|\bi see it differently\b"
    r"|\bsame (?:answer|decision|choice|plan|call)\b|\bnot convinced\b|\bpush back\b|\bstand by\b|\bi hear (?:you"
    r"|that|him|her|sales"
    r"|finance)\b.{0,30}\bbut\b"
)
_AGREES = re.compile(
    r"^(?:(?:okay|ok|yes|yeah|hm+|sure|right|well|oh|ah|i guess|i think|honestly|actually) )*(?:(?:that is "
    r"|that is a |a )?(?:very )?"
    r"(?:fair|good|valid|true|right|agreed|sure|great|excellent)\b|you are (?:\w+ )?right|you have a point"
    r"|i agree|makes sense"
    r"|that makes sense|point taken|understood|absolutely|of course|good catch|no problem|let us|happy to|okay"
    r"|yes|sure|i take"
    r" (?:that|it) back|i stand corrected)|\byou are (?:\w+ )?right\b|\bi agree\b|\bfair (?:point|enough)\b"
    r"|\bgood point\b"
    r"|\bi was wrong\b|\bi take (?:that|it) back\b|\bif you (?:prefer|want|think|say|insist)\b|\bwhatever you\b"
    r"|\byou know (?:better|best)\b|\bthen let us\b|\blet us .{0,40}\bthen$"
)
_CHANGES = re.compile(
    rf"\b(?:that|this|which|it) (?:does |would |really |rather )?changes?\b|\bin that case\b|\b{_I} (?:now |then "
    rf"|therefore |instead |rather )*"
    r"(?:change|switch|move|drop|revise|adjust|swap|shift|rethink|reconsider|give up|cut|narrow|widen|open|extend"
    r"|reduce|"
    r"shrink|postpone|delay|reverse|redo|replace|turn)\w*\b(?! my mind)|\binstead (?:of|i|we)\b|\b(?:i"
    r"|we)(?: would| will)? (?:\w+ )?instead\b"
    r"|\bthen (?:i|we|the|my)\b|\bi (?:had|did) not (?:know|think|consider|see|realize|realise|count|factor)\b"
    r"|\bnew to me\b"
    r"|\bwith (?:half|only|fewer|less|one|two|no|that|this)\b|\bgiven (?:that|this|the)\b|\bi (?:would )?(?:now"
    r"|then)\b"
    r"|\bi change\w* my\b|\bmy (?:answer|plan|choice|view|recommendation) (?:changes|would change|becomes|is now"
    r"|moves)\b"
    r"|\bi (?:was|would be) wrong\b|\bi missed\b"
)
_REASONED = re.compile(
    r"\b(?:because|since|as (?:it|they|we|the|that|this|most|our|these)|otherwise|so that|the reason|due to|given"
    r"|which means"
    r"|that means|would mean|this means|it means|would (?:cost|lose|take|need|add|break|hurt|make|leave|give|put"
    r"|be)|costs|loses?|will cost|"
    r"depends|risk|only (?:\w+ ){0,3}(?:percent|of)|you (?:gave|said|told|mentioned|showed)|is for|applies to"
    r"|are different"
    r"|is different|whereas|while|already|not yet|first (?:learn|see|prove|show)|if (?:\w+ ){2,12}(?:i|we|it|they"
    r"|would|the))\b|\d"
)
_EMPTY_REASON = re.compile(
    r"\byou (?:know|are the|have more|understand|work|would know)\b|\byour (?:call|experience|decision|company"
    r"|expertise|point)\b"
    r"|\bthe (?:boss|expert)\b|\bmore experience\b|\bwhatever you\b|\b(?:because|since) you\b"
)
_BUT = re.compile(r"\b(?:but|however|though|still|yet|even so|that said|only)\b")
_REVERSAL = re.compile(
    r"\b(?:if|once|when|unless|until|should|as soon as|the day)\b (?:\S+ ){1,16}?(?:(?:then )?(?:i|we|i would"
    r"|we would|i will|we will|that would|it"
    r" would) (?:would |will |have to |then |also )?(?:stop|change|switch|reverse|revers\w+|pull|go back"
    r"|reconsider|rethink|drop|open|expand|"
    r"extend|widen|pause|kill|end|turn|do it|follow|agree|move|roll|concede|give|take it|back|abandon|shut"
    r"|be wrong|was wrong|am wrong|be convinced"
    r"|say yes|say no|launch|come round|retreat|flip|revisit))"
    r"|\b(?:i|we|i would|we would|i will|we will) (?:would |only |then )?(?:stop|change|switch|reverse|pull"
    r"|reconsider|rethink|drop it|open|expand|extend"
    r"|pause|kill|turn round|change my mind|give up|abandon|come round|revisit)\b (?:\S+ ){0,6}?(?:if|when|once"
    r"|unless|as soon as|at|above|below|the moment)\b"
    r"|\b(?:what|that|which|only thing that|evidence that|it) (?:would|could|might) (?:change|flip|reverse|shift"
    r"|move|convince|turn)\b"
    r"|\bwould change (?:my|our|the) (?:mind|view|answer|decision|recommendation)\b|\b(?:change"
    r"|changed) my mind (?:if|when|once|is)\b"
    r"|\bpoint of (?:reversal|no return)\b|\bi would be wrong if\b"
)
_AT_A_FIGURE = re.compile(
    r"\b(?:if|once|when|unless|until|should)\b (?:\S+ ){1,12}?(?:above|below|over|under|pass\w*|exceed\w*|fall\w*"
    r"|drop\w*|rise\w*"
    r"|reach\w*|hit\w*|less|more|fewer|percent|\d+) (?:\S+ ){0,8}?(?:i|we) (?:would|will)\b"
    r"|\b(?:i|we) (?:would|will) (?:\S+ ){1,8}?(?:if|once|unless|as soon as) (?:\S+ ){1,8}?(?:above|below|over"
    r"|under|pass\w*|exceed\w*"
    r"|fall\w*|drop\w*|rise\w*|reach\w*|hit\w*|less|more than|fewer)\b"
)
_VAGUE_POINT = re.compile(
    r"\bif (?:you|that is|it is|this is) (?:\w+ ){0,3}(?:okay|fine|want|prefer|like|needed|necessary|insist)\b"
)
_ENOUGH = 3
"""Words of its own that a reason needs."""


def read_stance(reply: Sequence[Piece], objection: str = "", earlier: Sequence[Piece] = ()) -> StanceReading:
    """How a reply, cut into pieces, deals with what contests it; `earlier` is what was said before it.

    `objection` is the interviewer's line: its own words are no reason of the candidate's.
    """
    told = [piece for piece in reply if not piece.addressed and not piece.foreign]
    if not told:
        return StanceReading(Stance.NONE)
    keeps = [piece for piece in told if _keeps(piece)]
    yields = [piece for piece in told if _AGREES.search(piece.plain) and not _BUT.search(piece.plain)]
    changes = [piece for piece in told if _CHANGES.search(piece.plain)]
    reasons = _reasons(told, objection, earlier)
    stance = _stance(told, keeps, yields, changes, reasons)
    shown = {Stance.HOLD: [*keeps, *reasons], Stance.UPDATE: [*changes, *reasons], Stance.FOLD: yields or told}
    spans = dict.fromkeys(piece.span for piece in shown.get(stance, keeps or told))
    return StanceReading(stance, tuple(spans), tuple(piece.span for piece in told if names_reversal(piece)))


def names_reversal(piece: Piece) -> bool:
    """Whether a piece names what would change the speaker's mind."""
    named = _REVERSAL.search(piece.plain) or _AT_A_FIGURE.search(piece.plain)
    return bool(named) and not _VAGUE_POINT.search(piece.plain) and bool(piece.own)


def _keeps(piece: Piece) -> bool:
    return bool(_KEEPS.search(piece.plain))


def _reasons(told: Sequence[Piece], objection: str, earlier: Sequence[Piece]) -> list[Piece]:
    """Pieces that argue from the case: a reason's form, and words that neither the objection nor the past holds."""
    known = {word for piece in earlier for word in piece.own} | set(roots_of(objection))
    return [
        piece
        for piece in told
        if _REASONED.search(piece.plain)
        and not _EMPTY_REASON.search(piece.plain)
        and len(piece.own - known) + min(piece.figures, 1) >= min(_ENOUGH, max(2, len(piece.own)))
    ]


def _stance(
    told: Sequence[Piece],
    keeps: Sequence[Piece],
    yields: Sequence[Piece],
    changes: Sequence[Piece],
    reasons: Sequence[Piece],
) -> Stance:
    if keeps:
        return Stance.HOLD if reasons or _says_more(told) else Stance.RESTATE
    if yields and not (reasons or (changes and _argues(told))):
        return Stance.FOLD
    if (yields or changes) and (reasons or _argues(changes)):
        return Stance.UPDATE
    if changes:
        return Stance.FOLD
    if reasons:
        return Stance.HOLD
    return Stance.RESTATE if any(piece.own for piece in told) else Stance.NONE


def _says_more(told: Sequence[Piece]) -> bool:
    """Whether enough of the case stands beside a decision that is kept, whatever form it has."""
    return any(len(piece.own) >= _ENOUGH + 1 and not _EMPTY_REASON.search(piece.plain) for piece in told)


def _argues(pieces: Sequence[Piece]) -> bool:
    return any(
        _REASONED.search(piece.plain) and len(piece.own) >= _ENOUGH and not _EMPTY_REASON.search(piece.plain)
        for piece in pieces
    )
