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


def _sections(name: str) -> Iterator[tuple[str, str]]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    section, lines = "", list[str]()
    for line in text.splitlines():
        if line.startswith("["):
            yield section, " ".join(lines)
            section, lines = line.strip("[]"), []
        elif not line.startswith("#"):
            lines.append(line)
    yield section, " ".join(lines)


def _phrases() -> tuple[dict[str, int], dict[str, tuple[Phrase, ...]]]:
    single: dict[str, int] = {}
    longer: dict[str, list[Phrase]] = {}
    for section, body in _sections("cues.txt"):
        if not section:
            continue
        bit = 1 << Cue[section.upper()]
        for phrase in filter(None, (part.strip() for part in body.split(","))):
            head, *rest = phrase.replace("'", " '").split() if phrase.startswith("i'") else phrase.split()
            if rest:
                longer.setdefault(head, []).append((tuple(rest), bit))
            else:
                single[head] = single.get(head, 0) | bit
    return single, {head: tuple(rests) for head, rests in longer.items()}


SINGLE, LONGER = _phrases()
_VERBS: Final = {section: frozenset(body.split()) for section, body in _sections("verbs.txt")}
PAST: Final = _VERBS["past"]
SAME: Final = _VERBS["same"]  # past and present look alike
STATIVE: Final = _VERBS["stative"]
LIGHT: Final = _VERBS["light"]
NOT_PAST: Final = _VERBS["not_past"]
ADVERBS: Final = _VERBS["adverbs"]

STOP: Final = frozenset(
    """a an the this that these those i me my mine myself we us our ours ourselves you your yours he him his she her hers it its they
    them their theirs one ones who whom whose which what when where why how and or but so if then than as because since while until
    though although however also too very really just only even still already again ever never not no nor yes of at by for with
    about against between into through during before after above below to from up down in out on off over under here there all any
    both each few more most other others some such own same can could will would shall should may might must do does did doing done
    be am is are was were been being have has had having get got getting gotten go going went make made making let say said thing
    things something someone everyone everything anything nothing lot lots much many way ways time times order able was'nt didn't
    don't doesn't wasn't weren't couldn't wouldn't can't won't isn't aren't hadn't haven't hasn't it's that's there's etc well kind
    like per within without upon towards toward however therefore thus 'm 've 'd 'll 're 's n't told asked ended felt think thought
    feel know knew want wanted need needed use used using try tried trying help helped always usually often everybody people""".split()
)


def is_past(word: str) -> bool:
    """Whether a word can be a past form by its look: an irregular one, or one in -ed."""
    return word in PAST or (word.endswith("ed") and len(word) > 4 and word not in NOT_PAST)
