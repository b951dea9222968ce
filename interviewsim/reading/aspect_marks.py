"""The marks of a piece: what can be named about it, and what the fitted weights are taken over.

A mark is a name. `goal`, `f_if`: a phrase of that section of `aspects.phrases` stands in it. `n:...`: its figures.
`s:night`, `b:start_with`: a root, or two words in a row. Nothing here depends on where in the answer the piece stands,
so sentences in another order, or with padding between them, are read the same.
"""

import re
from functools import cache, lru_cache
from itertools import pairwise

from interviewsim.reading.arithmetic import calculations_in
from interviewsim.reading.phrasebook import PhraseBook, read_book
from interviewsim.reading.pieces import Piece
from interviewsim.reading.topics import root

_FIGURE = re.compile(r"\d")
_PERCENT = re.compile(r"\d\s?%|\bpercent|\bper cent|\bpoints?\b")
_MONEY = re.compile(r"[$\u20ac\u00a3]\s?\d|\bdollars?\b|\beuros?\b")
_WORD = re.compile(r"[a-z][a-z0-9']*")
DENIES = "denies"


@cache
def _book() -> PhraseBook:
    return read_book("interviewsim.reading", "aspects.phrases")


@lru_cache(maxsize=4096)
def sections_in(words: str) -> frozenset[str]:
    """The sections of which a phrase stands in plain words."""
    return _book().sections_in(words)


def marks_of(piece: Piece) -> frozenset[str]:
    """All marks of a piece."""
    return _marks(piece.text, piece.plain, piece.words, piece.figures, labeled=piece.labeled, listed=piece.listed)


@lru_cache(maxsize=4096)
def _marks(text: str, words: str, length: int, figures: int, *, labeled: bool, listed: bool) -> frozenset[str]:
    found = set(sections_in(words))
    found |= _figures(text, figures)
    found |= _form(text, length)
    if labeled:
        found.add("x:labeled")
    if listed:
        found.add("x:listed")
    kept = [word for word in words.split() if _WORD.fullmatch(word)]
    found |= {f"s:{root(word)}" for word in kept}
    found |= {f"b:{one}_{other}" for one, other in pairwise(kept)}
    return frozenset(found)


def _figures(text: str, figures: int) -> set[str]:
    found = set()
    if figures:
        found.add("n:one")
    if figures >= 2:
        found.add("n:two")
    if figures >= 3:
        found.add("n:three")
    if _FIGURE.search(text):
        found.add("n:digit")
        if any(calculations_in(text)):
            found.add("n:sum")
    if _PERCENT.search(text):
        found.add("n:percent")
    if _MONEY.search(text):
        found.add("n:money")
    return found


def _form(text: str, length: int) -> set[str]:
    found = set()
    if text.rstrip().endswith("?"):
        found.add("x:asks")
    if length < 7:
        found.add("x:short")
    if length > 24:
        found.add("x:long")
    if text.count(",") >= 2 or ";" in text:
        found.add("x:list")
    if ":" in text:
        found.add("x:colon")
    if "->" in text or "\u2192" in text:
        found.add("x:arrow")
    return found
