"""An answer that is no story, cut into pieces: sentences, or stretches of a sentence that never ends.

A piece is what can show an aspect. It carries what is its own: telling words that are neither the question's, nor a
framework's, nor the words in which any such answer could be given.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from interviewsim.domain.evidence import Span
from interviewsim.reading.bare_words import BARE, GRADERS
from interviewsim.reading.cues import stem_of, telling
from interviewsim.reading.findings import Said
from interviewsim.reading.plain import plain
from interviewsim.reading.topics import root
from interviewsim.reading.units import Unit, units_of
from interviewsim.reading.words import words_of

ENDLESS = 44
"""Words beyond which a sentence is read in stretches."""
STRETCH = 14
"""The least words of a stretch."""
SAME = 0.75
"""The share of common words (Dice) from which on a piece repeats an earlier one."""
_LABEL = re.compile(r"^[\s>*#-]*(?:\d+[.)])?\s*[^\W\d]+(?:[ /&-][^\W\d]+){0,3}\s*:")
_HIDDEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\U000e0000-\U000e007f]")
_HIDES = 4  # invisible letters from which on something is hidden in a text
_CODE = re.compile(r"[{}\[\]<>_\\|]")
_NEAR = 12
_CODED = 5  # marks of code from which on a piece is none of the candidate's sentences
_ITEM = re.compile(r"^[\s>]*(?:[-*\u2022]|\(?\d{1,2}[.)]|[a-d]\))\s")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence or stretch of one. `plain` are its words spelled out; `own` the roots that are its own.

    `counts` says whether it may be evidence at all: it is not said to a grader, no repetition, not in another language.
    """

    span: Span
    text: str
    plain: str
    words: int
    own: frozenset[str]
    figures: int = 0
    prompted: bool = False
    addressed: bool = False
    foreign: bool = False
    counts: bool = True
    sentence: int = 0
    i: int = 0
    we: int = 0
    labeled: bool = False
    listed: bool = False


@dataclass(frozen=True, slots=True)
class _Cut:
    """A piece of one utterance before anything around it is known; code points of that utterance."""

    start: int
    end: int
    text: str
    plain: str
    words: int
    content: frozenset[str]
    figures: int
    addressed: bool
    sound: bool
    foreign: bool
    sentence: int
    i: int
    we: int
    labeled: bool = field(default=False)
    listed: bool = field(default=False)


def pieces_of(asked: str, said: Iterable[Said]) -> list[Piece]:
    """All pieces of an answer in order, with repetitions and echoes of what was asked set aside."""
    question = _roots_asked(asked)
    told: list[frozenset[str]] = []
    found = []
    for one in said:
        for cut in _cuts(one.text):
            own = cut.content - question
            repeated = len(cut.content) >= 2 and any(_alike(cut.content, other) for other in told)
            if not cut.addressed and not repeated:
                told.append(cut.content)
            found.append(_piece(cut, one, own, counts=cut.sound and not (cut.addressed or repeated)))
    return found


def _piece(cut: _Cut, said: Said, own: frozenset[str], *, counts: bool) -> Piece:
    return Piece(
        Span(said.turn, cut.start, cut.end),
        cut.text,
        cut.plain,
        cut.words,
        own,
        cut.figures,
        said.prompted,
        cut.addressed,
        cut.foreign,
        counts,
        cut.sentence,
        cut.i,
        cut.we,
        cut.labeled,
        cut.listed,
    )


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return 2 * len(one & other) >= SAME * (len(one) + len(other))


@lru_cache(maxsize=256)
def _roots_asked(asked: str) -> frozenset[str]:
    return frozenset(root(stem_of(word)) for word in words_of(asked).words)


@lru_cache(maxsize=512)
def _cuts(text: str) -> tuple[_Cut, ...]:
    """The pieces of one utterance: remembered, because an answer is read again whenever it grows."""
    units = units_of("", [Said(0, text)])
    found: list[_Cut] = []
    for _, group in groupby(units, key=lambda unit: unit.sentence):
        found += [_cut(text, stretch) for stretch in _stretches(list(group))]
    return tuple(found)


def _stretches(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    if sum(unit.words for unit in units) <= ENDLESS:
        yield list(units)
        return
    held: list[Unit] = []
    left = sum(unit.words for unit in units)
    for unit in units:
        held.append(unit)
        left -= unit.words
        if left >= STRETCH / 2 and sum(one.words for one in held) >= STRETCH:
            yield held
            held = []
    if held:
        yield held


def _cut(text: str, units: Sequence[Unit]) -> _Cut:
    start, end = units[0].span.start, units[-1].span.end
    start = _with_opening(text, start)
    own = text[start:end]
    content = frozenset(
        stem for unit in units for stem in map(root, unit.content) if stem not in BARE and stem[0].isalpha()
    )
    hidden = len(_HIDDEN.findall(own)) >= _HIDES
    addressed = hidden or (any(unit.addressed for unit in units) and _is_for_a_grader(own))
    return _Cut(
        start,
        end,
        own,
        plain(own),
        sum(unit.words for unit in units),
        content,
        sum(len(unit.figures) for unit in units),
        addressed,
        not any(unit.alien for unit in units) and len(_CODE.findall(text, max(0, start - _NEAR), end + _NEAR)) < _CODED,
        any(unit.foreign for unit in units),
        units[0].sentence,
        sum(unit.i for unit in units),
        sum(unit.we for unit in units),
        bool(_LABEL.match(own)),
        bool(_ITEM.match(text[_line_start(text, start) : end])),
    )


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _with_opening(text: str, start: int) -> int:
    """A figure's sign belongs to it: "$40" begins at the sign."""
    return start - 1 if start and text[start - 1] in "$\u20ac\u00a3(\"'" else start


def _is_for_a_grader(text: str) -> bool:
    """Whether what looks addressed to a grader is: ratings, scores and criteria are also what products are made of.

    It is spared only where nobody is spoken to, no answer, candidate or level is named, and no mark is given.
    """
    if GRADERS.search(text.lower()) or not text.isascii():
        return True
    telling_words = [stem for stem, _ in map(telling, plain(text).split()) if stem]
    return len(telling_words) < 5
