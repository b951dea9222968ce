"""What a candidate wants of the interviewer when a case lies on the table: a figure, a scope, the answer itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby

from interviewsim.reading.clauses import Clause, clauses_of
from interviewsim.reading.phrasebook import PhraseBook, read_book
from interviewsim.reading.plain import bare, plain


class RequestKind(StrEnum):
    """What is wanted. Where several fit, the one that stands first here."""

    ALL_DATA = "all_data"  # the whole sheet
    PERMISSION = "permission"  # whether something may be assumed or left out
    CHOICE = "choice"  # whether this or that is meant
    YOUR_VIEW = "your_view"  # the cause, the solution, approval
    MEANING = "meaning"  # what a word of the question means
    VAGUE = "vague"  # data, and not which
    FIGURE = "figure"  # a figure or a fact by name
    OTHER = "other"  # something else: a figure only if a fact answers it


LONGEST_REQUEST = 30
"""Words up to which a message that says "I'd like to see ..." is a request and not an answer."""
_WANTS = re.compile(
    r"(?:i would (?:like|love|want|need)|i (?:want|need)) (?:to )?"
    r"(?:see|hear|know|look|understand|learn|get|have|data|figures)\b"
    r"|(?:show|give|tell|share|let) (?:me|us)\b|break\b|(?:could|can|may) (?:i|we|you)\b"
)
_ALTERNATIVES = frozenset({"or", "versus", "vs"})
_LONGEST_ALTERNATIVE = 12


@dataclass(frozen=True, slots=True)
class Request:
    """One thing that is asked for, and the words that ask for it.

    `before`: the sentence before them, to which they may refer back.
    """

    kind: RequestKind
    text: str
    before: str = ""


def wishes_to_know(text: str) -> bool:
    """Whether a message opens as a wish to hear something: "tell me about the team"."""
    return bool(_WANTS.match(bare(plain(text))))


def requests_in(text: str) -> tuple[Request, ...]:
    """Everything that a message asks of the interviewer about the case, in order; nothing where it only tells."""
    short = len(text.split()) <= LONGEST_REQUEST
    found = []
    before = ""
    for sentence, clauses in groupby(clauses_of(text), key=lambda clause: (clause.sentence.start, clause.sentence.end)):
        asked = text[slice(*sentence)]
        stated = asked.rstrip().endswith((".", "!"))
        kind = _kind(bare(plain(asked)), tuple(clauses), short=short, stated=stated)
        if kind is not None:
            found.append(Request(kind, asked, before))
        before = asked
    return tuple(found)


def _kind(words: str, clauses: Sequence[Clause], *, short: bool, stated: bool) -> RequestKind | None:
    """`stated`: a full stop says that nothing is asked, whatever the sentence begins with."""
    asking = [clause for clause in clauses if clause.asks and not (clause.told or clause.self_asked)]
    if stated:
        asking = []
    if not asking and not (short and _WANTS.match(words)):
        return None
    if asking and all(_is_manners(clause) for clause in asking):
        return None
    does = _book().sections_in(words)
    found = next((kind for kind in RequestKind if kind in does), None)
    if found in {RequestKind.ALL_DATA, RequestKind.YOUR_VIEW, RequestKind.MEANING}:
        return found
    if asking and _offers_alternatives(words):
        return RequestKind.CHOICE
    return found or (RequestKind.OTHER if asking else None)


def _is_manners(clause: Clause) -> bool:
    """What asks for nothing about the case: whether one is followed, and for a moment to think."""
    words = bare(clause.plain)
    does = _manners().sections_in(words)
    return "check_in" in does or ("asks_time" in does and not _offers_alternatives(words))


def _offers_alternatives(words: str) -> bool:
    said = words.split()
    return len(said) <= _LONGEST_ALTERNATIVE and not _ALTERNATIVES.isdisjoint(said[1:-1])


@cache
def _book() -> PhraseBook:
    return read_book("interviewsim.reading", "desk.phrases")


@cache
def _manners() -> PhraseBook:
    return read_book("interviewsim.reading", "requests.phrases")
