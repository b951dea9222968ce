"""Text cut into words with their places, the breaks between them, and the cues they carry."""

import re
from dataclasses import dataclass
from itertools import pairwise, repeat

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


def words_of(text: str) -> Words:
    """Cut a text into words. Places are code points of `text` as it was given."""
    plain = folded(text)
    words, starts, ends, breaks = list[str](), list[int](), list[int](), list[int]()
    before = 0
    for match in _WORD.finditer(plain):
        start, end = match.span()
        word = plain[start:end]
        if start - before == 1 and plain[before] == " ":
            kind = NO_BREAK
        else:
            kind = _break(plain[before:start], words[-1] if words else "") if start > before else NO_BREAK
        before = end
        if JOINER in word:
            word = word.translate(_JOINED)
        meant = _MEANT.get(word)
        if meant is None:
            words.append(word)
            starts.append(start)
            ends.append(end)
            breaks.append(kind)
        else:
            words += meant
            starts += [start] * len(meant)
            ends += [end] * len(meant)
            breaks += [kind, NO_BREAK][: len(meant)]
    return Words(plain, words, starts, ends, breaks, _cues(words))


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
