"""Mend a turn that breaks its checks, by leaving words out; nothing is ever added but a question mark."""

import re
from collections.abc import Sequence

from interviewsim.engine.conduct import STACKED, Breach, Check
from interviewsim.engine.cue import Cue
from interviewsim.engine.limits import LIMITS, Limits
from interviewsim.engine.wording import QUOTATION, Turn, asks, sentences_of

_LEFT_OUT = frozenset(
    {
        Check.PRAISE,
        Check.PARROT,
        Check.COACHING,
        Check.LEAK,
        Check.FAREWELL,
        Check.CLOCK,
        Check.ROLE_BREAK,
        Check.LEADING,
        Check.IMPROPER,
        Check.MISQUOTE,
        Check.FIGURE,
    }
)
_BULLET = re.compile(r"^\s*(?:[-*•‣]|\d+[.)]|#{1,6})\s+", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)
_EMPHASIS = re.compile(r"\*\*|__|`+|(?<!\w)\*(?=\w)|(?<=[\w.!?])\*(?!\w)")
_LABEL = re.compile(r"^\s*(?:interviewer|assistant)\s*:\s*", re.IGNORECASE)


def repair(text: str, breaches: Sequence[Breach], cue: Cue) -> str | None:
    """The turn without what was wrong with it, or None where nothing worth saying would be left.

    Markup is stripped, offending sentences are dropped, a stacked question is cut at its joint, and the turn ends with
    its first question. What comes back may still break a check: check it again before it is said.
    """
    limits = LIMITS[cue.move]
    plain = _unmarked(text)
    dropped = tuple(breach.detail for breach in breaches if breach.check in _LEFT_OUT)
    kept = [one for one in sentences_of(plain) if not any(_is_in(detail, one) for detail in dropped)]
    mended = _fitted(_to_first_question([_unstacked(one) for one in kept], limits), limits)
    said = " ".join(mended).strip()
    if not said or (limits.asks and not Turn(said).puts_something):
        return None
    return said


def _unmarked(text: str) -> str:
    lines = _BULLET.sub("", _LINK.sub(r"\1", _LABEL.sub("", text)))
    return " ".join(_EMPHASIS.sub("", _TAG.sub("", lines)).split())


def _is_in(detail: str, sentence: str) -> bool:
    wrong = _unmarked(detail)
    return bool(wrong) and (wrong in sentence or wrong in QUOTATION.sub("\u2026", sentence) or sentence in wrong)


def _unstacked(sentence: str) -> str:
    joint = STACKED.search(sentence) if asks(sentence) else None
    if joint is None:
        return sentence
    cut = re.search(r"(?:,? (?:and|or|as well as|plus)|,) ", sentence[joint.start() :]) or re.match(
        r"(?:and|or|plus) ", joint.group()
    )
    at = joint.start() + (cut.start() if cut else 0)
    return sentence[:at].rstrip(" ,;") + "?" if at > 0 else sentence


def _to_first_question(sentences: Sequence[str], limits: Limits) -> list[str]:
    """Up to the first question where one may be asked; without any where none may."""
    if limits.questions == 0:
        return [one for one in sentences if not asks(one)]
    first = next((at for at, one in enumerate(sentences) if asks(one)), None)
    return list(sentences if first is None else sentences[: first + 1])


def _fitted(sentences: list[str], limits: Limits) -> list[str]:
    """Leave out from the front what leads up to a question, from the end where nothing is asked, until it fits."""
    from_front = bool(sentences) and asks(sentences[-1])
    while len(sentences) > 1 and not _fits(sentences, limits):
        sentences = sentences[1:] if from_front else sentences[:-1]
    return sentences if _fits(sentences, limits) else []


def _fits(sentences: Sequence[str], limits: Limits) -> bool:
    return sum(len(one.split()) for one in sentences) <= limits.words and len(sentences) <= limits.sentences
