"""Who did what: each finite verb of a text ascribed to the teller, the group or somebody else.

A verb belongs to the subject right before it (adverbs between them are skipped), or, after "and", "then" or a comma,
to the subject of the verb before: in "I ran six visits and cut a step" both are the teller's. What was not done
("I never called"), what only dates another step ("before I answered") and what stands in quotation marks is no step.
"""

import itertools
from enum import IntEnum

from interviewsim.reading.cues import (
    ADVERBS,
    LIGHT,
    NARRATIVE,
    NO_SUBJECT,
    NOT_PAST,
    OBJECTS,
    PARTICIPLES,
    PRESENT_AUX,
    SAME,
    STATIVE,
    SUBORDINATING,
    Cue,
    is_past,
)
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


_I, _WE, _OTHER, _GENERIC, _PEOPLE = 1, 2, 3, 4, 5
_SUBJECTS = (
    {"i": _I, "we": _WE}
    | dict.fromkeys(["he", "she", "they", "it", "this", "that", "there", "who", "which"], _OTHER)
    | dict.fromkeys(("you", "one"), _GENERIC)
    | {"people": _PEOPLE}
)
_BE_PAST = frozenset({"was", "were", "wasn't", "weren't"})
_PAST_AUX = frozenset({"had", "did", "didn't", "couldn't", "could", "wouldn't", "hadn't"}) | _BE_PAST
_MODAL = frozenset({"would", "will", "'d", "won't", "might", "may"})
_LINKS = frozenset({"and", "then", "or", "but"})
_BARE_PRESENT = frozenset({"is", "are", "should", "must"})
_MAY_TELL = _BARE_PRESENT | SAME | _BE_PAST
_STILL_GOING = frozenset({"being", "feeling", "having", "going", "struggling"})
_REGULAR_AFTER_ALL = frozenset({"used", "succeeded", "proceeded", "exceeded"})
_NOT_USING = frozenset({"to", "by", "for", "in", "as", ""})  # "the tool used by us" tells nothing done
_NEVER = frozenset({"never", "not", "n't"})
_THIRD = frozenset({"he", "she"})
_HABITS = 1 << Cue.HABIT | 1 << Cue.BLUR
_STEPS = (Deed.OWN_STEP, Deed.OWN_LIGHT)
_LEAST_SCENES = 2  # verbs of a scene told in the present from which on the present is the tale's past


def deeds_of(text: Words, quoted: frozenset[int] = frozenset()) -> list[int]:
    """The deed at each word of a text; `quoted` are words somebody is quoted with, whose "I" may be anybody."""
    deeds = _Ascribing(text).deeds
    for at in quoted:
        deeds[at] = Deed.OTHER_STATE if 0 < deeds[at] < Deed.OTHER_STEP else deeds[at]
    return deeds


class _Ascribing:
    """One walk over the words, remembering whose verb is awaited and whose was the last."""

    def __init__(self, text: Words) -> None:
        self._words, self._breaks = text.words, text.breaks
        past = list(map(is_past, text.words))
        self._clear_past = True in past
        self._scene = not any(mask & _HABITS for mask in text.cues) and _is_scene(text.words, past.count(True))
        self._awaited = self._carried = 0
        self._denied = self._dating = False
        self.deeds = [0] * len(text.words)
        breaks = self._breaks
        for at, word in enumerate(text.words):
            if breaks[at] == HARD:
                self._awaited = self._carried = 0
            who = _SUBJECTS.get(word)
            if who is not None and not (who == _OTHER and self._awaited):
                self._awaited, self._denied = who, False
                self._dating = bool(at) and self._words[at - 1] in SUBORDINATING
            elif self._awaited:
                self._meet_awaited(at, word)
            elif past[at] or word in _MAY_TELL or word == "used" or (self._scene and word in NARRATIVE):
                if at and self._linked(at):
                    self._meet_linked(at, word)
                elif past[at] or word in _BARE_PRESENT or word == "used":
                    self._meet_loose(at, word)

    def _meet_awaited(self, at: int, word: str) -> None:
        if (word in ADVERBS or word[-2:] == "ly") and not _stands_alone(self._words, at):
            self._denied = self._denied or word in _NEVER
            return
        self._carried, self._awaited = self._awaited, 0
        deed = self._deed(at, self._carried)
        lessened = self._dating or (self._denied and word not in _PAST_AUX)
        self.deeds[at] = Deed.OWN_STATE if lessened and deed in _STEPS else deed

    def _linked(self, at: int) -> bool:
        before = self._words[at - 1]
        return (
            before in _LINKS
            or self._breaks[at] == SOFT
            or (before in ADVERBS and at > 1 and self._words[at - 2] in _LINKS)
        )

    def _meet_linked(self, at: int, word: str) -> None:
        same = self._clear_past and self._carried == _I and word in SAME
        if self._carried and (same or self._is_told(word)):
            deed = self._deed(at, self._carried)
            self.deeds[at] = Deed.OWN_STATE if self._dating and deed in _STEPS else deed

    def _meet_loose(self, at: int, word: str) -> None:
        opens = at == 0 or self._breaks[at] == HARD
        if opens and is_past(word):
            self._meet_opening(at, word)
        elif word in _BE_PAST:
            self.deeds[at], self._carried = Deed.OTHER_STATE, _OTHER
        elif is_past(word) and not opens and self._words[at - 1] not in NO_SUBJECT and self._words[at - 1][-2:] != "ly":
            self.deeds[at], self._carried = (Deed.OTHER_STATE if word in STATIVE else Deed.OTHER_STEP), _OTHER
        elif word in _BARE_PRESENT:
            self.deeds[at] = Deed.PRESENT
        elif (
            word == "used"
            and not opens
            and _next_word(self._words, at) not in _NOT_USING
            and self._words[at - 1] not in NO_SUBJECT
        ):
            self.deeds[at], self._carried = Deed.OTHER_STEP, _OTHER

    def _meet_opening(self, at: int, word: str) -> None:
        """Take "Ran six visits." for the teller's; "Stressed customers called." is not."""
        after = self._words[at + 1] if at + 1 < len(self._words) else ""
        if word not in STATIVE and (after in OBJECTS or after[:1].isdigit()):
            self.deeds[at], self._carried = Deed.OWN_LIGHT, _I

    def _deed(self, at: int, subject: int) -> int:
        word = self._words[at]
        if word in _MODAL:
            return Deed.OWN_STATE if subject == _OTHER else Deed.WOULD
        if subject == _GENERIC or (subject == _PEOPLE and not self._is_told(word) and word not in _BE_PAST):
            return Deed.PRESENT
        if not self._told_as_past(word):
            return Deed.NO if subject == _OTHER and word not in PRESENT_AUX else Deed.PRESENT
        if subject == _I:
            return _own(self._words, at)
        state = word in STATIVE or word in _PAST_AUX
        if subject == _WE:
            return Deed.WE_STATE if state else Deed.WE_STEP
        return Deed.OTHER_STATE if state else Deed.OTHER_STEP

    def _told_as_past(self, word: str) -> bool:
        return (
            self._is_told(word)
            or word in _PAST_AUX
            or word in _REGULAR_AFTER_ALL
            or (self._clear_past and word in SAME)
        )

    def _is_told(self, word: str) -> bool:
        return is_past(word) or (self._scene and word in NARRATIVE)


def _is_scene(words: list[str], past: int) -> bool:
    """Whether a scene is told in the present: "So I am standing there, and he says"."""
    scenes = persons = 0
    for subject, verb in itertools.pairwise(words):
        if subject == "i" or subject in _THIRD:
            told = verb in NARRATIVE
            scenes += told
            persons += told and subject != "i"
    present = scenes + sum(word.endswith("ing") and words[at - 1] == "am" for at, word in enumerate(words) if at)
    return (
        present >= _LEAST_SCENES and present > past and bool(persons or not _THIRD.isdisjoint(words) or "him" in words)
    )


def _next_word(words: list[str], at: int) -> str:
    return next((word for word in words[at + 1 : at + 4] if word not in ADVERBS), "")


def _stands_alone(words: list[str], at: int) -> bool:
    """Whether "had" or "have" is the verb itself rather than an auxiliary before a past form."""
    if words[at] not in ("had", "have"):
        return False
    after = _next_word(words, at)
    return not (is_past(after) or after in SAME or after in PARTICIPLES)


def _own(words: list[str], at: int) -> int:
    word, after = words[at], _next_word(words, at)
    if word in _BE_PAST:
        if after.endswith("ing") and after not in _STILL_GOING:
            return Deed.OWN_LIGHT
        return Deed.OWN_PASSIVE if is_past(after) and after not in NOT_PAST else Deed.OWN_STATE
    if word in LIGHT or (word == "had" and after == "to"):
        return Deed.OWN_LIGHT
    if word in STATIVE or word in _PAST_AUX:
        return Deed.OWN_STATE
    return Deed.OWN_STEP
