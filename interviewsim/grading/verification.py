"""Whether a quote that a model gave stands in the candidate's words, and where: what is shown is always sliced there.

First as it is, then as it reads (case, quotes, dashes, white space and what is invisible set aside), then nearly so:
an alignment of at least 92 of 100 by `rapidfuzz`, widened to whole words, which passes only if no figure, negation or
pronoun differs and at most one other content word in twelve. Similarity alone is unsafe: "340 ms" for "140 ms" comes
to 96.7.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from interviewsim.domain.evidence import Evidence, Match, Span

LEAST_WORDS = 3
"""A shorter quote stands everywhere and shows nothing."""
LEAST_SIMILAR = 92.0
WORDS_AROUND = 3
"""Words by which an alignment's ends are tried further out and further in."""
WORDS_PER_SLIP = 12
"""Words of a quote for which one content word may differ; the source's word is the one that is shown."""

_Locate = Callable[[str, int, str, int], Evidence | None]
_ELLIPSIS = re.compile(r"\s*(?:\[\s*)?(?:\.{3,}|\u2026)(?:\s*\])?\s*")
_TOKEN = re.compile(r"[$€£]?\d(?:[\d.,:/]*\d)?[^\W\d_]*%?|[^\W\d_]+(?:'[^\W\d_]+)*")
_INVISIBLE = frozenset({"Cf", "Cc", "Co", "Cn", "Cs"})
_PLAIN = dict(zip("\u2018\u2019\u201a\u201b\u02bc`\u00b4\u2032", "''''''''", strict=True))
_PLAIN |= dict(zip('\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"', "''''''''", strict=True))
_PLAIN |= dict(zip("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-------", strict=True))
_NEGATIONS = frozenset(
    {"no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "hardly", "barely"}
    | {"nowhere", "few", "fewer", "less", "unable", "failed", "refused"}
)
_PRONOUNS = frozenset(
    {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours", "he", "him"}
    | {"his", "she", "her", "hers", "they", "them", "their", "theirs", "it", "its", "who", "whose", "everyone"}
    | {"i'm", "i'd", "i've", "i'll", "we're", "we'd", "we've", "we'll", "they're", "they'd", "he's", "she's"}
)
_NUMBERS = frozenset(
    {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
    | {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand"}
    | {"million", "billion", "half", "double", "twice", "dozen"}
)
_SMALL = frozenset(
    {"a", "an", "the", "and", "or", "but", "so", "to", "of", "in", "on", "at", "by", "for", "with", "from", "as"}
    | {"is", "was", "were", "are", "be", "been", "that", "this", "then", "well", "um", "uh", "like", "just", "really"}
    | {"very", "also", "there", "had", "have", "has", "did", "do", "does"}
)


@dataclass(frozen=True, slots=True)
class Normal:
    """A text as it is compared, and for each of its code points the place in the stored text it came from."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, turn: int, start: int, end: int) -> Span:
        """The stored place of a stretch that is not empty."""
        return Span(turn, self.starts[start], self.ends[end - 1])


@lru_cache(maxsize=256)
def normal(text: str) -> Normal:
    """NFKC and casefold, quotes and dashes folded, white space as one blank, what is invisible dropped."""
    kept: list[tuple[str, int, int]] = []
    for start, end in _clusters(text):
        for char in _folded(text[start:end]):
            if char != " ":
                kept.append((char, start, end))
            elif kept and kept[-1][0] != " ":
                kept.append((" ", start, end))
    if kept and kept[-1][0] == " ":
        kept.pop()
    return Normal("".join(c for c, _, _ in kept), tuple(s for _, s, _ in kept), tuple(e for _, _, e in kept))


def find(quote: str, texts: Mapping[int, str], near: Sequence[Span] = ()) -> tuple[Evidence, ...]:
    """Where a quote stands in the turns of `texts`, by number; nothing where it does not.

    `near` are places that were named for it: of several that match, the first that touches one of them is taken.
    "a ... b" needs both halves, in this order and in one turn, and gives a place for each.
    """
    halves = [half for half in _ELLIPSIS.split(quote.strip().strip("\"'\u201c\u201d")) if half]
    if not halves or any(len(_tokens(half)) < LEAST_WORDS for half in halves):
        return ()
    turns = sorted(texts, key=lambda turn: (all(turn != place.turn for place in near), turn))
    for locate in (_exact, _normalized, _fuzzy):
        found = [places for turn in turns if (places := _in_turn(halves, turn, texts[turn], locate))]
        if found:
            return min(found, key=lambda places: not _touches(places, near))
    return ()


def _in_turn(halves: Sequence[str], turn: int, text: str, locate: _Locate) -> tuple[Evidence, ...]:
    places: list[Evidence] = []
    after = 0
    for half in halves:
        place = locate(half, turn, text, after)
        if place is None:
            return ()
        places.append(place)
        after = place.end
    return tuple(places)


def _exact(quote: str, turn: int, text: str, after: int) -> Evidence | None:
    start = text.find(quote, after)
    while start >= 0:
        if _whole(text, start, start + len(quote)):
            return Evidence.at(Span(turn, start, start + len(quote)), text)
        start = text.find(quote, start + 1)
    return None


def _normalized(quote: str, turn: int, text: str, after: int) -> Evidence | None:
    wanted, stored = normal(quote).text, normal(text)
    start = stored.text.find(wanted)
    while wanted and start >= 0:
        span = stored.span(turn, start, start + len(wanted))
        if span.start >= after and _whole(stored.text, start, start + len(wanted)):
            return Evidence.at(span, text, Match.NORMALIZED)
        start = stored.text.find(wanted, start + 1)
    return None


def _fuzzy(quote: str, turn: int, text: str, after: int) -> Evidence | None:
    wanted, stored = normal(quote).text, normal(text)
    begin = next((at for at, start in enumerate(stored.starts) if start >= after), len(stored.text))
    within = stored.text[begin:]
    if not wanted or len(wanted) > len(within) + WORDS_PER_SLIP:
        return None
    found = fuzz.partial_ratio_alignment(wanted, within, score_cutoff=LEAST_SIMILAR)
    if found is None:
        return None
    starts = _edges(within, found.dest_start, begins=True)
    ends = _edges(within, found.dest_end, begins=False)
    spans = [(start, end) for start in starts for end in ends if start < end and _same(wanted, within[start:end])]
    if not spans:
        return None
    start, end = max(spans, key=lambda span: fuzz.ratio(wanted, within[span[0] : span[1]]))
    return Evidence.at(stored.span(turn, begin + start, begin + end), text, Match.FUZZY)


def _edges(text: str, at: int, *, begins: bool) -> tuple[int, ...]:
    """The edges of the words nearest to a place, some on each side: what was left out of a quote moves its ends."""
    edges = _word_edges(text, begins=begins)
    after = bisect_left(edges, at)
    return edges[max(0, after - WORDS_AROUND) : after + WORDS_AROUND]


@lru_cache(maxsize=64)
def _word_edges(text: str, *, begins: bool) -> tuple[int, ...]:
    """Where words begin, or end with the marks that close them."""
    return tuple(word.start() if begins else word.end() for word in re.finditer(r"\S+", text))


def _same(quote: str, span: str) -> bool:
    """The guard: nothing that turns a sentence differs, and hardly anything else."""
    told, stored = Counter(_tokens(quote)), Counter(_tokens(span))
    missing, added = told - stored, stored - told
    if any(_turns(token) for token in (*missing, *added)):
        return False
    slips = max(sum(_content(missing)), sum(_content(added)))
    return slips <= max(1, sum(told.values()) // WORDS_PER_SLIP)


def _content(tokens: Mapping[str, int]) -> Iterator[int]:
    return (count for token, count in tokens.items() if token not in _SMALL)


def _turns(token: str) -> bool:
    """Whether a word more or less turns what is said: a figure, a negation, a person."""
    if token in _NUMBERS or token in _NEGATIONS or token in _PRONOUNS or any(map(str.isdigit, token)):
        return True
    return token.endswith(("n't", "dnt", "snt")) or token in {"dont", "cant", "wont", "arent", "werent"}


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(normal(text).text)


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends at word edges."""
    opens = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    closes = end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
    return opens and closes


def _touches(places: Sequence[Evidence], near: Sequence[Span]) -> bool:
    return any(p.turn == n.turn and p.start < n.end and n.start < p.end for p in places for n in near)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Each code point with the marks that combine with it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            if start < at:
                yield start, at
            start = at


@lru_cache(maxsize=4096)
def _folded(cluster: str) -> str:
    if cluster.isspace():
        return " "
    seen = "".join(char for char in cluster if unicodedata.category(char) not in _INVISIBLE)
    wide = unicodedata.normalize("NFKC", seen).casefold()
    return "".join(" " if char.isspace() else _PLAIN.get(char, char) for char in wide)
