"""Whether a reply puts a wrong claim right, or goes along with it."""

import re
from collections.abc import Sequence

from interviewsim.domain.evidence import Span
from interviewsim.domain.question import Premise
from interviewsim.reading.amounts import amounts_in
from interviewsim.reading.pieces import Piece
from interviewsim.reading.topics import roots_of

_DOUBTS = re.compile(
    r"\b(?:i|we) (?:\w+ )?(?:read|thought|understood|saw|heard|believe|believed|had|gathered|assumed|noticed"
    r"|remember|recall|learned|took)\b"
    r"|\bas far as i (?:know|understand|can)\b|\bmy understanding\b|\bcorrect me\b|\bhave i (?:missed|misread"
    r"|misunderstood)\b|\bdid i (?:miss|misread)\b"
    r"|\bam i (?:wrong|missing|mistaken)\b|\b(?:is|was|are|were|do|does|did|has|have) (?:that|this|it|you|not"
    r"|n't)\b.{0,40}\bright\b|\bactually\b|\bnot quite\b|\bstill\b|\baccording to\b"
    r"|\b(?:brief|website|site|figures?|numbers?|data|page|sheet) (?:\w+ )?(?:say|says|said|show|shows|gave|give"
    r"|gives|had|put|puts)\b|\bi do not think\b|\bi am not sure (?:that|about|it)\b|\bare you sure\b"
    r"|\bnot (?:what|how|the way|true|correct|right|accurate)\b|\bone (?:correction|thing)\b|\bto be (?:precise"
    r"|exact)\b|\brather than\b|\bunless\b|\bhang on\b|\bwait\b"
    r"|\bquestion the\b|\bpremise\b|\bmistaken\b|\bwrong\b|\bcheck (?:that|the|one|whether)\b|\bcareful\b|\b(?:it"
    r"|that|they|you) (?:is|was|are|were|have|has|do|did) not\b|\bonly\b|\bbut\b"
)
_DENIES = re.compile(
    r"\b(?:is|was|are|were|did|do|does|have|has|had) not\b|\bnot (?:true|correct|right|accurate|what|quite|how)\b"
    r"|\bnever\b"
    r"|\bi (?:do not|would not) (?:think|believe|agree)\b|\bcontradict\w*|\bwrong\b|\bmistaken\b|\bdiffer\w*\b"
    r"|\bam i missing\b|\bhave i (?:missed|misread)\b"
)
_SURE = 2


def corrects(reply: Sequence[Piece], premise: Premise) -> tuple[Span, ...]:
    """The places that put the claim right: by what is true, or by denying what was claimed; none: it goes along."""
    claimed = frozenset(roots_of(premise.say))
    true = frozenset(roots_of(premise.truth)) - claimed
    figures = _figures(premise.truth) - _figures(premise.say)
    told = [piece for piece in reply if not piece.addressed]
    return tuple(piece.span for piece in told if _puts_right(piece, claimed, true, figures))


def _puts_right(piece: Piece, claimed: frozenset[str], true: frozenset[str], figures: frozenset[float]) -> bool:
    words = frozenset(roots_of(piece.text))
    right = len(words & true) + 2 * len(_figures(piece.text) & figures)
    if right >= _SURE and _DOUBTS.search(piece.plain):
        return True
    return bool(_DENIES.search(piece.plain)) and bool(_DOUBTS.search(piece.plain)) and bool(words & (claimed | true))


def _figures(text: str) -> frozenset[float]:
    return frozenset(round(amount.value, 6) for amount in amounts_in(text) if amount.value > 1 or amount.percent)
