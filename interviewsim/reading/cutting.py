"""Where a text is cut into sentences and clauses, with punctuation or, in dictation, without."""

from collections.abc import Iterator

from interviewsim.reading.cues import NO_RESTART, is_past
from interviewsim.reading.steps import Deed
from interviewsim.reading.words import HARD, NO_BREAK, SOFT, Words

LONG = 34
"""Words without a break beyond which a text is taken for dictated."""
_SUBJECT_STARTS = frozenset(["i", "we", "he", "she", "they", "it", "this", "that", "there", "my", "our", "the"])
_ALWAYS_CUT = frozenset({"but", "because", "however", "although", "whereas"})
_MAY_CUT = frozenset(
    {"and", "so", "then", "which", "when", "while", "after", "before", "since", "until", "though", "where", "who"}
)
_LEADS_ON = frozenset({"then", "so", "when", "after"})
_PRONOUNS = frozenset({"i", "we", "he", "she", "they", "it"})
_MAKE_CLAUSES = (Deed.OWN_STEP, Deed.OWN_LIGHT, Deed.WE_STEP)
_OTHERS = (Deed.OTHER_STEP, Deed.OTHER_STATE)
_FINITE = frozenset(
    {
        *{"was", "were", "had", "did", "is", "are", "have", "could", "couldn't", "didn't", "wasn't"},
        *{"will", "would", "can", "am"},
    }
)


def sentences_of(text: Words) -> Iterator[tuple[int, int]]:
    """First and one past the last word of each sentence."""
    start = 0
    for at in range(1, len(text.words)):
        if text.breaks[at] == HARD:
            yield start, at
            start = at
    if text.words:
        yield start, len(text.words)


def cuts_of(text: Words, deeds: list[int], first: int, last: int) -> list[int]:
    """The words at which the clauses of a sentence begin."""
    words, breaks = text.words, text.breaks
    cuts = [first]
    dictated = last - first > LONG and not any(breaks[first + 1 : last])
    for at in range(first + 1, last):
        word = words[at]
        if not (dictated or breaks[at] or word in _MAY_CUT or word in _ALWAYS_CUT):
            continue
        if at - cuts[-1] < 2 and word not in ("i", "but", "because"):
            continue
        if _cuts_at(text, deeds, at, last, at - cuts[-1], dictated=dictated):
            cuts.append(at)
    return cuts


def _cuts_at(text: Words, deeds: list[int], at: int, last: int, since: int, *, dictated: bool) -> bool:
    word = text.words[at]
    after = text.words[at + 1] if at + 1 < last else ""
    if word in _ALWAYS_CUT and last - at > 2:
        return True
    if word in _MAY_CUT:
        starts = after in _SUBJECT_STARTS or after in _LEADS_ON
        acts = word in ("and", "then") and at + 1 < last and deeds[at + 1] in _MAKE_CLAUSES
        if (starts or acts) and since >= 2:
            return True
        return text.breaks[at] == SOFT and since >= 4 and word in ("and", "so") and _acts_anew(deeds, at, last)
    if text.breaks[at] == SOFT and (word in _SUBJECT_STARTS or deeds[at] in _MAKE_CLAUSES or since >= 6):
        return word not in ("and", "so", "but") or after in _SUBJECT_STARTS
    return dictated and text.breaks[at] == NO_BREAK and since >= 4 and _restarts(text, at, after)


def _acts_anew(deeds: list[int], at: int, last: int) -> bool:
    """Whether somebody else acts within a few words after "and": ", and one in five people gave up"."""
    return last - at >= 5 and any(deed in _OTHERS for deed in deeds[at + 2 : at + 7])


def _restarts(text: Words, at: int, after: str) -> bool:
    """Whether dictation begins a new clause at a subject with its verb."""
    if text.words[at - 1] in NO_RESTART:
        return False
    return text.words[at] in _PRONOUNS and (is_past(after) or after in _FINITE)
