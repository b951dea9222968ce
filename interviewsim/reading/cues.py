"""The reader's own lexicon: cue phrases as bits, verb forms, and words that carry no content.

Read once from `cues.txt` and `verbs.txt` beside this file. All word lists are original to this project.
"""

from collections.abc import Iterator
from enum import IntEnum, auto
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


SINGLE, LONGER = _phrases()
_VERBS: Final = {section: frozenset(body.split()) for section, body in sections("verbs.txt")}
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


def is_past(word: str) -> bool:
    """Whether a word can be a past form by its look: an irregular one, or one in -ed."""
    return word in PAST or (word.endswith("ed") and len(word) > 4 and word not in NOT_PAST)
