"""Who did what: each finite verb of a text ascribed to the teller, the group or somebody else.

A verb belongs to the subject right before it (adverbs between them are skipped), or, after "and", "then" or a comma,
to the subject of the verb before: in "I ran six visits and cut a step" both are the teller's.
"""

from enum import IntEnum

from interviewsim.reading.cues import ADVERBS, LIGHT, NOT_PAST, SAME, STATIVE, is_past
from interviewsim.reading.words import HARD, SOFT, Words


class Deed(IntEnum):
    """What a word is as a verb; 0 for the many that are none."""

    NO = 0
    OWN_STEP = 1  # "I called"
    OWN_LIGHT = 2  # "I decided", "I had to": a step whose content stands elsewhere
    OWN_STATE = 3  # "I was", "I knew"
    OWN_PASSIVE = 4  # "I was asked"
    WE_STEP = 5
    WE_STATE = 6
    OTHER_STEP = 7  # "she agreed", "the coach told me"
    OTHER_STATE = 8  # "it was"
    PRESENT = 9  # "I like", "you should", "it is"
    WOULD = 10  # "I would", "we will"


_I, _WE, _OTHER, _GENERIC = 1, 2, 3, 4
_SUBJECTS = {
    "i": _I, "we": _WE, "he": _OTHER, "she": _OTHER, "they": _OTHER, "it": _OTHER, "this": _OTHER, "that": _OTHER, "there": _OTHER, "who": _OTHER,
    "which": _OTHER, "you": _GENERIC, "one": _GENERIC, "people": _GENERIC,
}  # fmt: skip
_BE_PAST = frozenset({"was", "were", "wasn't", "weren't"})
_PAST_AUX = frozenset({"had", "did", "didn't", "couldn't", "could", "wouldn't", "hadn't"}) | _BE_PAST
_PRESENT_AUX = frozenset(
    {
        "am",
        "is",
        "are",
        "do",
        "does",
        "don't",
        "doesn't",
        "isn't",
        "aren't",
        "can",
        "can't",
        "cannot",
        "has",
        "hasn't",
        "haven't",
        "should",
        "must",
        "need",
    }
)
_MODAL = frozenset({"would", "will", "'d", "won't", "might", "may"})
_LINKS = frozenset({"and", "then", "or", "but"})
_NO_SUBJECT = frozenset(
    "the a an this that these those my our his her their its your was were is are be been being get got have has had very more most to of by with for in on at as well so".split()
)
_TO_WORK = frozenset({"to", "up", "on", "by"})
_PARTICIPLE_AFTER = frozenset({"been", "being", "got", "get"})


def deeds_of(text: Words) -> list[int]:
    """The deed at each word of a text."""
    words, breaks = text.words, text.breaks
    deeds = [0] * len(words)
    clear_past = any(is_past(word) for word in words)
    subject = carried = 0
    waiting = False
    for at, word in enumerate(words):
        if breaks[at] == HARD:
            carried, waiting = 0, False
        who = _SUBJECTS.get(word)
        if who is not None and not (who == _OTHER and waiting):
            subject, waiting = who, True
            continue
        if waiting:
            if (word in ADVERBS or word.endswith("ly")) and not _stands_alone(words, at):
                continue
            deeds[at] = _deed(words, at, subject, clear_past)
            carried, waiting = subject, False
        elif at and (
            words[at - 1] in _LINKS or breaks[at] == SOFT or (words[at - 1] in ADVERBS and words[at - 2] in _LINKS)
        ):
            if carried and (is_past(word) or (clear_past and carried == _I and word in SAME)):
                deeds[at] = _deed(words, at, carried, clear_past)
            elif not carried and breaks[at] == HARD and is_past(word):
                deeds[at] = Deed.OWN_LIGHT
        elif (
            is_past(word)
            and at
            and words[at - 1] not in _NO_SUBJECT
            and not words[at - 1].endswith("ly")
            and breaks[at] != HARD
        ):
            deeds[at] = Deed.OTHER_STATE if word in STATIVE else Deed.OTHER_STEP
            carried = _OTHER
        elif word in _BE_PAST:
            deeds[at] = Deed.OTHER_STATE
            carried = _OTHER
        elif word in ("is", "are", "should", "must") and deeds[at] == 0:
            deeds[at] = Deed.PRESENT
    return deeds


def _stands_alone(words: list[str], at: int) -> bool:
    """Whether "had", "did" or "have" is the verb itself rather than an auxiliary before a past form."""
    if words[at] not in ("had", "did", "have"):
        return False
    after = next((word for word in words[at + 1 : at + 4] if word not in ADVERBS), "")
    return not (
        is_past(after)
        or after in SAME
        or after
        in (
            "been",
            "done",
            "gone",
            "taken",
            "given",
            "seen",
            "written",
            "chosen",
            "known",
            "shown",
            "become",
            "begun",
            "run",
            "grown",
        )
        or words[at] == "did"
    )


def _deed(words: list[str], at: int, subject: int, clear_past: bool) -> int:
    word = words[at]
    if word in _MODAL:
        return Deed.OWN_STATE if subject == _OTHER else Deed.WOULD
    if subject == _GENERIC:
        return Deed.PRESENT
    if not (
        is_past(word)
        or word in _PAST_AUX
        or (clear_past and word in SAME)
        or word in ("used", "succeeded", "proceeded", "exceeded")
    ):
        if subject == _OTHER and word not in _PRESENT_AUX:
            return Deed.NO
        return Deed.PRESENT
    match subject:
        case 1:
            return _own(words, at)
        case 2:
            return Deed.WE_STATE if word in STATIVE or word in _PAST_AUX else Deed.WE_STEP
        case _:
            return Deed.OTHER_STATE if word in STATIVE or word in _PAST_AUX else Deed.OTHER_STEP


def _own(words: list[str], at: int) -> int:
    word = words[at]
    after = next((other for other in words[at + 1 : at + 4] if other not in ADVERBS), "")
    if word in _BE_PAST:
        if after.endswith("ing") and after not in ("being", "feeling", "having", "going", "struggling"):
            return Deed.OWN_LIGHT
        return Deed.OWN_PASSIVE if is_past(after) and after not in NOT_PAST else Deed.OWN_STATE
    if word == "had" and after == "to":
        return Deed.OWN_LIGHT
    if word in LIGHT:
        return Deed.OWN_LIGHT
    if word in STATIVE or word in _PAST_AUX:
        return Deed.OWN_STATE
    return Deed.OWN_STEP
