"""Text cut into words with their places, the breaks between them, and the cues they carry."""

import re
from dataclasses import dataclass

from interviewsim.reading.cues import LONGER, SINGLE
from interviewsim.reading.folding import JOINER, folded

_WORD = re.compile(
    rf"[$€£]?\d+(?:[.,:/]\d+)*(?:%|k\b|m\b|x\b|st\b|nd\b|rd\b|th\b|\+)?|[^\W_\d]+(?:[-'{JOINER}][^\W_]+)*"
)
_JOINED = str.maketrans("", "", JOINER)
_SPELLED = {
    "didnt": "didn't", "dont": "don't", "doesnt": "doesn't", "wasnt": "wasn't", "werent": "weren't", "couldnt": "couldn't", "wouldnt": "wouldn't",
    "cant": "can't", "wont": "won't", "isnt": "isn't", "hadnt": "hadn't", "havent": "haven't", "hasnt": "hasn't", "shouldnt": "shouldn't",
    "becasue": "because", "cuz": "because", "coz": "because", "becuase": "because", "bc": "because", "ahd": "had", "hte": "the", "teh": "the",
    "thier": "their", "adn": "and", "wiht": "with", "recieved": "received", "realy": "really", "finaly": "finally", "untill": "until",
    "lead": "lead", "choosed": "chose", "teached": "taught", "buyed": "bought", "goed": "went", "maked": "made", "costed": "cost", "thinked": "thought",
    "whit": "with", "bos": "boss", "managr": "manager", "costumer": "customer", "costumers": "customers", "collegue": "colleague", "collegues": "colleagues",
    "co-worker": "coworker", "co-workers": "coworkers", "proffesor": "professor", "team-mate": "teammate", "team-mates": "teammates",
}  # fmt: skip
_SPLIT = {
    "im": ("i", "am"), "i'm": ("i", "am"), "ive": ("i", "have"), "i've": ("i", "have"), "i'd": ("i", "'d"), "i'll": ("i", "will"), "we're": ("we", "are"),
    "we've": ("we", "have"), "weve": ("we", "have"), "we'd": ("we", "'d"), "we'll": ("we", "will"), "he's": ("he", "is"), "she's": ("she", "is"),
    "it's": ("it", "is"), "that's": ("that", "is"), "they're": ("they", "are"), "they've": ("they", "have"), "they'd": ("they", "'d"),
    "you're": ("you", "are"), "you'd": ("you", "'d"), "you'll": ("you", "will"), "there's": ("there", "is"), "he'd": ("he", "'d"), "she'd": ("she", "'d"),
}  # fmt: skip
_ABBREVIATED = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "vs",
        "co",
        "inc",
        "corp",
        "ltd",
        "e.g",
        "i.e",
        "eg",
        "ie",
        "no",
        "approx",
        "etc",
        "p.m",
        "a.m",
    }
)
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
        word = match.group()
        gap = plain[before:start]
        kind = NO_BREAK if gap == " " or not gap else _break(gap, words[-1] if words else "")
        before = end
        if JOINER in word:
            word = word.translate(_JOINED)
        pair = _SPLIT.get(word)
        if pair is not None:
            words += pair
            starts += (start, start)
            ends += (end, end)
            breaks += (kind, NO_BREAK)
            continue
        words.append(_SPELLED.get(word, word))
        starts.append(start)
        ends.append(end)
        breaks.append(kind)
    return Words(plain, words, starts, ends, breaks, _cues(words))


def _break(gap: str, word_before: str) -> int:
    if "\n" in gap or "!" in gap or "?" in gap:
        return HARD
    if "." in gap and len(gap) > 1:
        return SOFT if word_before in _ABBREVIATED else HARD
    return SOFT if gap.strip(" \t'\"") else NO_BREAK


def _cues(words: list[str]) -> list[int]:
    get_single, get_longer = SINGLE.get, LONGER.get
    masks = [get_single(word, 0) for word in words]
    for at, word in enumerate(words):
        longer = get_longer(word)
        if longer is None:
            continue
        following = tuple(words[at + 1 : at + 6])
        for rest, bit in longer:
            if following[: len(rest)] == rest:
                masks[at] |= bit
    return masks
