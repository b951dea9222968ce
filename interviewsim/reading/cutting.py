"""Where a text is cut into sentences and clauses, with punctuation or, in dictation, without."""

from collections.abc import Iterator

from interviewsim.reading.cues import NO_RESTART, STOP, Cue, is_past
from interviewsim.reading.steps import Deed
from interviewsim.reading.words import HARD, SOFT, Words

LONG = 34
"""Words without a break beyond which a text is taken for dictated."""
_SUBJECT_STARTS = frozenset(["i", "we", "he", "she", "they", "it", "this", "that", "there", "my", "our", "the"])
_ALWAYS_CUT = frozenset({"but", "because", "however", "although", "whereas"})
_MAY_CUT = frozenset(
    {"and", "so", "then", "which", "when", "while", "after", "before", "since", "until", "though", "where", "who"}
)
_LEADS_ON = frozenset({"then", "so", "when", "after"})
_VERBLESS = 10  # words up to which a clause may wait for its verb
_APART, _NEAR = 4, 7  # words after which a clause can end, and within which a subject finds its verb
_DATES = 1 << Cue.TIME | 1 << Cue.AFTER | 1 << Cue.WHERE
_PREPOSITIONS = frozenset(
    {
        "in",
        "on",
        "by",
        "after",
        "during",
        "over",
        "within",
        "at",
        "for",
        "from",
        "until",
        "of",
        "with",
        "to",
        "about",
        "into",
    }
)
_DATING = frozenset({"in", "on", "by", "after", "during", "over", "within", "at", "until"})
_ALSO_OBJECTS = frozenset({"it", "this", "that", "there"})
_CLOSING = frozenset(
    {"it", "them", "him", "her", "me", "us", "out", "up", "off", "down", "again", "too", "once", "more", "way"}
)
_NOUN_STARTS = frozenset(
    {
        "the",
        "my",
        "our",
        "his",
        "their",
        "a",
        "an",
        "nobody",
        "somebody",
        "everyone",
        "everybody",
        "people",
        "most",
        "two",
    }
)
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


def is_dictated(text: Words, first: int, last: int) -> bool:
    """Whether a stretch is too long without any mark to have been typed as one sentence."""
    return last - first > LONG and not any(text.breaks[first + 1 : last])


def cuts_of(text: Words, deeds: list[int], first: int, last: int) -> list[int]:
    """The words at which the clauses of a sentence begin."""
    if is_dictated(text, first, last):
        return _cuts_in_dictation(text, deeds, first, last)
    words, breaks = text.words, text.breaks
    cuts = [first]
    for at in range(first + 1, last):
        word = words[at]
        if not (breaks[at] or word in _MAY_CUT or word in _ALWAYS_CUT):
            continue
        if at - cuts[-1] < 2 and word not in ("i", "but", "because"):
            continue
        if _cuts_at(text, deeds, at, last, at - cuts[-1]):
            cuts.append(at)
    return cuts


def _cuts_in_dictation(text: Words, deeds: list[int], first: int, last: int) -> list[int]:
    """The same by words alone: where a new subject with its verb begins, or a time that leads in one.

    A clause without a verb yet is not left: "for about a year i ran it" stays one.
    """
    cuts = [first]
    for at in range(first + 1, last):
        since = at - cuts[-1]
        if since < 2 or not (since > _VERBLESS or any(deeds[cuts[-1] : at])):
            continue
        if text.words[at - 1] in _PRONOUNS - _ALSO_OBJECTS:
            continue
        if _cuts_at(text, deeds, at, last, since) or (since >= _APART and _begins_anew(text, deeds, at, last)):
            cuts.append(at)
    return cuts


def _begins_anew(text: Words, deeds: list[int], at: int, last: int) -> bool:
    """Whether dictation begins a new clause: at a subject with its verb, or at a time or place before one."""
    word, before = text.words[at], text.words[at - 1]
    if before in NO_RESTART or before in _LEADS_ON:
        return False
    after = text.words[at + 1] if at + 1 < last else ""
    if word in _PRONOUNS:
        leans = before in _PREPOSITIONS and word in _ALSO_OBJECTS
        return not leans and (is_past(after) or after in _FINITE)
    if before in _PREPOSITIONS or before in STOP - _CLOSING or deeds[at - 1]:
        return False
    if word in _NOUN_STARTS or word.isdigit():
        return _acts_within(text.words, deeds, at + 1, min(last, at + _NEAR))
    dated = word in _DATING and any(cue & _DATES for cue in text.cues[at : at + 3])
    return dated and _subject_within(text.words, deeds, at + 2, min(last, at + _NEAR))


def _acts_within(words: list[str], deeds: list[int], start: int, end: int) -> bool:
    """Whether what begins before `start` acts before another subject begins."""
    for at in range(start + 1, end):
        if deeds[at] in _OTHERS:
            return True
        if words[at] in _NOUN_STARTS and words[at - 1] not in _PREPOSITIONS:
            return False
    return False


def _subject_within(words: list[str], deeds: list[int], start: int, end: int) -> bool:
    return any(words[at] in _SUBJECT_STARTS and any(deeds[at + 1 : at + _NEAR]) for at in range(start, end))


def _cuts_at(text: Words, deeds: list[int], at: int, last: int, since: int) -> bool:
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
    return False


def _acts_anew(deeds: list[int], at: int, last: int) -> bool:
    """Whether somebody else acts within a few words after "and": ", and one in five people gave up"."""
    return last - at >= 5 and any(deed in _OTHERS for deed in deeds[at + 2 : at + 7])
