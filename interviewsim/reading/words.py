"""Text cut into words with their places, the breaks between them, and the cues they carry."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, repeat
from typing import NamedTuple

from interviewsim.reading.cues import LONGER, SINGLE, sections
from interviewsim.reading.folding import JOINER, folded

_WORD = re.compile(
    rf"[$€£]?\d+(?:[.,:/]\d+)*(?:%|k\b|m\b|x\b|st\b|nd\b|rd\b|th\b|\+)?|[^\W_\d]+(?:[-'{JOINER}][^\W_]+)*"
)
_JOINED = str.maketrans("", "", JOINER)
_SECTIONS = dict(sections("spellings.txt"))


def _listed(section: str) -> list[str]:
    return [entry.strip() for entry in _SECTIONS[section].split(",")]


def _pairs(section: str) -> dict[str, str]:
    return {typed: meant for typed, _, meant in (entry.partition(" = ") for entry in _listed(section))}


_MEANT = {typed: tuple(meant.split()) for section in ("spelled", "split") for typed, meant in _pairs(section).items()}
_ABBREVIATED = frozenset(_listed("abbreviated"))
NO_BREAK, SOFT, HARD = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists: each word in plain spelling, its code points, the break before it, its mask of cues."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    breaks: list[int]
    cues: list[int]


class Chunk(NamedTuple):
    """What stands between two blanks: its words with their places in it, and the marks around them.

    `breaks` are those before all words but the first.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    breaks: tuple[int, ...]
    lead: str
    trail: str


def words_of(text: str) -> Words:
    """Cut a text into words. Places are code points of `text` as it was given."""
    plain = folded(text)
    words, starts, ends, breaks = list[str](), list[int](), list[int](), list[int]()
    at, gap = 0, ""
    for piece in plain.split(" "):
        found, chunk_starts, chunk_ends, chunk_breaks, lead, trail = _chunk(piece)
        if not found:
            gap += lead
        else:
            marks = gap + lead
            breaks.append(_break(f" {marks}", words[-1] if words else "") if marks else NO_BREAK)
            if chunk_breaks:
                words += found
                starts += [at + start for start in chunk_starts]
                ends += [at + end for end in chunk_ends]
                breaks += chunk_breaks
            else:
                words.append(found[0])
                starts.append(at + chunk_starts[0])
                ends.append(at + chunk_ends[0])
            gap = trail
        at += len(piece) + 1
    return Words(plain, words, starts, ends, breaks, _cues(words))


@lru_cache(maxsize=1 << 15)
def _chunk(piece: str) -> Chunk:
    """Cut what holds no blank; the same pieces come back in every answer."""
    words, starts, ends, breaks = list[str](), list[int](), list[int](), list[int]()
    matches = list(_WORD.finditer(piece))
    if not matches:
        return Chunk((), (), (), (), piece, "")
    before = matches[0].start()
    for match in matches:
        start, end = match.span()
        if start > before:
            breaks.append(_break(piece[before:start], words[-1]))
        elif words:
            breaks.append(NO_BREAK)
        meant = _meant(match.group())
        words += meant
        starts += [start] * len(meant)
        ends += [end] * len(meant)
        breaks += [NO_BREAK] * (len(meant) - 1)
        before = end
    return Chunk(
        tuple(words), tuple(starts), tuple(ends), tuple(breaks), piece[: matches[0].start()], piece[matches[-1].end() :]
    )


def _meant(word: str) -> tuple[str, ...]:
    if JOINER in word:
        word = word.translate(_JOINED)
    return _MEANT.get(word, (word,))


def _break(gap: str, word_before: str) -> int:
    if "\n" in gap or "!" in gap or "?" in gap:
        return HARD
    if "." in gap and len(gap) > 1:
        return SOFT if word_before in _ABBREVIATED else HARD
    return SOFT if gap.strip(" \t'\"") else NO_BREAK


def _cues(words: list[str]) -> list[int]:
    masks = [*map(SINGLE.get, words, repeat(0))]
    for at, phrases in enumerate(map(LONGER.get, pairwise(words))):
        if phrases is None:
            continue
        following = words[at + 2 : at + 6]
        for rest, mask in phrases:
            if not rest or tuple(following[: len(rest)]) == rest:
                masks[at] |= mask
    return masks
