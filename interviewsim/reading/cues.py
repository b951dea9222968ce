"""The reader's own lexicon: cue phrases as bits, verb forms, and words that carry no content.

Read once from `cues.txt` and `verbs.txt` beside this file. All word lists are original to this project.
"""

from collections.abc import Iterator
from enum import IntEnum, auto
from functools import lru_cache
from importlib import resources
from typing import Final


class Cue(IntEnum):
    """What a word or phrase hints at; the value is the number of its bit in a mask."""

    TIME = 0
    PLACE = auto()
    ROLE = auto()
    PERSON = auto()
    SOMEONE = auto()
    OCCASION = auto()
    HABIT = auto()
    BLUR = auto()
    HYPOTHETICAL = auto()
    NO_CASE = auto()
    TASK = auto()
    OWN_GOAL = auto()
    STAKES = auto()
    ORDER = auto()
    REASON = auto()
    OBSTACLE = auto()
    ALTERNATIVE = auto()
    COST = auto()
    DISAGREEMENT = auto()
    OTHER_VIEW = auto()
    OUTCOME = auto()
    OUTCOME_STRONG = auto()
    OUTCOME_WEAK = auto()
    REACTION = auto()
    MEASURE = auto()
    BASELINE = auto()
    ATTRIBUTION = auto()
    LESSON = auto()
    CHANGED_HABIT = auto()
    OWN_ERROR = auto()
    CREDIT = auto()
    USERS = auto()
    USER_CONTACT = auto()
    BLAME = auto()
    HEDGE = auto()
    FEELING = auto()
    BUZZ = auto()
    ABSTRACT = auto()
    AFTER = auto()
    BECAUSE_OF = auto()
    SO_STEP = auto()
    AT_RISK = auto()
    OWN_VIEW = auto()
    WHERE = auto()


Phrase = tuple[tuple[str, ...], int]


def sections(name: str) -> Iterator[tuple[str, str]]:
    """The sections of a word list in this package: each name with its lines joined."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    section, lines = "", list[str]()
    for line in text.splitlines():
        if line.startswith("["):
            yield section, " ".join(lines)
            section, lines = line.strip("[]"), []
        elif not line.startswith("#"):
            lines.append(line)
    yield section, " ".join(lines)


def _phrases() -> tuple[dict[str, int], dict[tuple[str, str], tuple[Phrase, ...]]]:
    single: dict[str, int] = {}
    longer: dict[tuple[str, str], dict[tuple[str, ...], int]] = {}
    for section, body in sections("cues.txt"):
        if not section:
            continue
        bit = 1 << Cue[section.upper()]
        for phrase in filter(None, (part.strip() for part in body.split(","))):
            head, *rest = phrase.replace("'", " '").split() if phrase.startswith("i'") else phrase.split()
            if rest:
                masks = longer.setdefault((head, rest[0]), {})
                masks[tuple(rest[1:])] = masks.get(tuple(rest[1:]), 0) | bit
            else:
                single[head] = single.get(head, 0) | bit
    return single, {opening: tuple(masks.items()) for opening, masks in longer.items()}


_VERBS: Final = {section: frozenset(body.split()) for section, body in sections("verbs.txt")}
SINGLE, LONGER = _phrases()
HINTS: Final = {word: at for at, word in enumerate(sorted(_VERBS["hints"]), 128)}
"""Small words that hint at a clause's part, with the bit each has in a mask, beyond those of the cues."""
SINGLE.update({word: SINGLE.get(word, 0) | 1 << bit for word, bit in HINTS.items()})
PAST: Final = _VERBS["past"]
SAME: Final = _VERBS["same"]  # past and present look alike
STATIVE: Final = _VERBS["stative"]
LIGHT: Final = _VERBS["light"]
NOT_PAST: Final = _VERBS["not_past"]
ADVERBS: Final = _VERBS["adverbs"]

STOP: Final = _VERBS["stop"]
NO_RESTART: Final = _VERBS["no_restart"]  # before these' next subject no new clause begins
PRESENT_AUX: Final = _VERBS["present_aux"]
PARTICIPLES: Final = _VERBS["participles"]  # irregular ones that are no past form
OBJECTS: Final = _VERBS["objects"]  # what can follow a verb that opens a sentence
FOREIGN: Final = _VERBS["foreign"]  # common small words of other languages
NO_SUBJECT: Final = _VERBS["no_subject"]  # a past form after one of these is a participle
NARRATIVE: Final = _VERBS["narrative"]  # present forms in which a scene is told
SUBORDINATING: Final = _VERBS["subordinating"]  # "before I answered" dates a step and is none
_BUZZ, _ABSTRACT = 1 << Cue.BUZZ, 1 << Cue.ABSTRACT
_ABSTRACT_ENDINGS = ("tion", "ment", "ness", "ity", "ance", "ence", "ship", "tions", "ments", "ities")
_ENDLESS: Final = 1 << 15  # words remembered; more than a round has


@lru_cache(maxsize=_ENDLESS)
def is_past(word: str) -> bool:
    """Whether a word can be a past form by its look: an irregular one, or one in -ed."""
    return word in PAST or (word.endswith("ed") and len(word) > 4 and word not in NOT_PAST)


@lru_cache(maxsize=_ENDLESS)
def telling(word: str) -> tuple[str, str]:
    """The stem by which a telling word is known when it comes back, and the same if it is concrete; else empty.

    Words without content and a grader's own words tell nothing, wherever they stand.
    """
    mask = SINGLE.get(word, 0)
    if word in STOP or mask & _BUZZ or (len(word) <= 2 and not word.isdigit()) or word in ADVERBS:
        return "", ""
    stem = stem_of(word)
    return stem, "" if mask & _ABSTRACT or word.endswith(_ABSTRACT_ENDINGS) else stem


def stem_of(word: str) -> str:
    """The word without its commonest endings, enough to see a word come back."""
    for ending in ("ing", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
