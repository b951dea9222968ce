"""Units: the clauses of an answer, each with its cues, its deeds and its content, and whether it may be evidence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from interviewsim.domain.evidence import Span
from interviewsim.reading.addressed import speaks_to_grader
from interviewsim.reading.cues import ADVERBS, FOREIGN, NO_RESTART, STOP, Cue, is_past
from interviewsim.reading.findings import Said
from interviewsim.reading.folding import JOINER
from interviewsim.reading.numbers import quantities
from interviewsim.reading.steps import Deed, deeds_of
from interviewsim.reading.words import HARD, SOFT, Words, words_of

_SUBJECT_STARTS = frozenset(["i", "we", "he", "she", "they", "it", "this", "that", "there", "my", "our", "the"])
_ALWAYS_CUT = frozenset({"but", "because", "however", "although", "whereas"})
_MAY_CUT = frozenset(
    {"and", "so", "then", "which", "when", "while", "after", "before", "since", "until", "though", "where", "who"}
)
_FINITE = frozenset(
    {
        "was",
        "were",
        "had",
        "did",
        "is",
        "are",
        "have",
        "could",
        "couldn't",
        "didn't",
        "wasn't",
        "will",
        "would",
        "can",
        "am",
    }
)
_LABEL = re.compile(
    r"^\W*(?:situations?|tasks?|actions?|results?|context|background|outcome|impact|learnings?|lessons?|s"
    r"|t|a|r)\s*(?:\([^)]*\)\s*)?[:=-]\s*",
    re.IGNORECASE,
)
_LONG = 34
_BUZZ = 1 << Cue.BUZZ
_ABSTRACT = 1 << Cue.ABSTRACT
_ABSTRACT_ENDINGS = ("tion", "ment", "ness", "ity", "ance", "ence", "ship", "tions", "ments", "ities")


@dataclass(slots=True)
class Unit:
    """A clause. `cues` is a mask of `Cue` bits, `content` its telling words (stems and figures), `weight` its words."""

    span: Span
    sentence: int
    words: int
    cues: int
    deeds: tuple[int, ...]
    content: frozenset[str]
    concrete: frozenset[str]
    figures: tuple[Span, ...] = ()
    prompted: bool = False
    addressed: bool = False
    repeated: bool = False
    echo: bool = False
    alien: bool = False
    foreign: bool = False
    solid: bool = True
    i: int = 0
    we: int = 0
    fresh: int = 0
    vivid: int = 0
    coda: bool = False
    opening: bool = False
    past: bool = False

    @property
    def counts(self) -> bool:
        """Whether it may be evidence."""
        return self.solid and not (self.addressed or self.repeated or self.alien)


def units_of(question: str, said: Sequence[Said]) -> list[Unit]:
    """All units of an answer in order, with echoes of the question and repetitions marked."""
    asked = _asked(question)
    units = [unit for utterance in said for unit in _units(utterance)]
    seen: set[str] = set()
    contents: list[frozenset[str]] = []
    for unit in units:
        unit.repeated = _repeats(unit.content, contents)
        unit.solid = any(word[-1].isalpha() for word in unit.content) or bool(unit.cues >> Cue.NO_CASE & 1)
        if unit.addressed or unit.repeated:
            continue
        unit.fresh = len(unit.content - asked - seen)
        unit.vivid = len(unit.concrete - asked - seen)
        unit.echo = len(unit.content) > 0 and unit.content <= asked
        seen |= unit.content
        if len(unit.content) >= 2:
            contents.append(unit.content)
    _mark_coda([unit for unit in units if unit.counts])
    return units


@lru_cache(maxsize=256)
def _asked(question: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in words_of(question).words if word not in STOP)


def _mark_coda(units: list[Unit]) -> None:
    """Mark what stands before the teller's first concrete step, and what stands after the last one."""
    steps = [at for at, unit in enumerate(units) if Deed.OWN_STEP in unit.deeds]
    light = [at for at, unit in enumerate(units) if Deed.OWN_LIGHT in unit.deeds]
    first = steps[0] if steps else len(units)
    last = max(steps[-1:] + light[-1:], default=len(units))
    for at, unit in enumerate(units):
        unit.opening = at < first
        unit.coda = at > last


def _repeats(content: frozenset[str], earlier: list[frozenset[str]]) -> bool:
    size = len(content)
    if size < 2:
        return False
    return any(2 * len(content & other) * 10 >= (size + len(other)) * 8 for other in earlier)


def _units(said: Said) -> Iterator[Unit]:
    text = words_of(said.text)
    deeds = deeds_of(text)
    figures = quantities(text.text)
    sentence = -1
    for first, last in _sentences(text):
        sentence += 1
        cuts = _cuts(text, deeds, first, last)
        whole_addressed = last - first <= _LONG * 2 and _addressed(text, said.text, first, last)
        alien = _alien(text, first, last)
        for start, end in zip(cuts, [*cuts[1:], last], strict=True):
            unit = _unit(text, deeds, figures, (start, end), said, sentence)
            unit.alien = alien
            unit.foreign = alien and _is_foreign(text.words[first:last])
            unit.addressed = whole_addressed or (last - first > _LONG * 2 and _addressed(text, said.text, start, end))
            yield unit


def _sentences(text: Words) -> Iterator[tuple[int, int]]:
    start = 0
    for at in range(1, len(text.words)):
        if text.breaks[at] == HARD:
            yield start, at
            start = at
    if text.words:
        yield start, len(text.words)


def _addressed(text: Words, stored: str, first: int, last: int) -> bool:
    start = text.ends[first - 1] if first else 0
    end = text.starts[last] if last < len(text.words) else len(stored)
    return speaks_to_grader(text.text[start:end].replace(JOINER, "").lstrip(" \n\t*.,;:!?"), stored[start:end])


def _is_foreign(words: list[str]) -> bool:
    return (
        any(not word.isascii() and word[0] > "\u0370" for word in words) or sum(word in FOREIGN for word in words) >= 2
    )


def _alien(text: Words, first: int, last: int) -> bool:
    if last - first < 4:
        return False
    known = sum(word in STOP or word in ADVERBS for word in text.words[first:last])
    return known * 12 < last - first


def _cuts(text: Words, deeds: list[int], first: int, last: int) -> list[int]:
    words, breaks = text.words, text.breaks
    cuts = [first]
    dictated = last - first > _LONG and not any(breaks[at] for at in range(first + 1, last))
    for at in range(first + 1, last):
        if at - cuts[-1] < 2 and words[at] not in ("i", "but", "because"):
            continue
        word, before = words[at], words[at - 1]
        after = words[at + 1] if at + 1 < last else ""
        if word in _ALWAYS_CUT and last - at > 2:
            cuts.append(at)
        elif word in _MAY_CUT or (word in ("so", "then") and dictated):
            starts = (
                after in _SUBJECT_STARTS
                or after in ("then", "so", "when", "after")
                or (word in ("and", "then") and (deeds[at + 1] if at + 1 < last else 0) in (1, 2, 5))
            )
            if starts and at - cuts[-1] >= 2:
                cuts.append(at)
        elif breaks[at] == SOFT and (word in _SUBJECT_STARTS or deeds[at] in (1, 2, 5) or at - cuts[-1] >= 6):
            if word not in ("and", "so", "but") or after in _SUBJECT_STARTS:
                cuts.append(at)
        elif (
            dictated
            and word in ("i", "we", "he", "she", "they", "it")
            and before not in NO_RESTART
            and (is_past(after) or after in _FINITE)
            and at - cuts[-1] >= 4
        ):
            cuts.append(at)
    return cuts


def _unit(
    text: Words, deeds: list[int], figures: list[tuple[int, int]], at: tuple[int, int], said: Said, sentence: int
) -> Unit:
    first, last = at
    words = text.words[first:last]
    mask = 0
    content, concrete = [], []
    for place in range(first, last):
        cue = text.cues[place]
        mask |= cue
        word = text.words[place]
        if word not in STOP and not cue & _BUZZ and (len(word) > 2 or word.isdigit()) and word not in ADVERBS:
            content.append(_stem(word))
            if not cue & _ABSTRACT and not word.endswith(_ABSTRACT_ENDINGS):
                concrete.append(content[-1])
    start, end = text.starts[first], text.ends[last - 1]
    end = _with_mark(text.text, end)
    return Unit(
        span=Span(said.turn, start, end),
        sentence=sentence,
        words=last - first,
        cues=mask,
        deeds=tuple(deed for deed in deeds[first:last] if deed),
        content=frozenset(content),
        concrete=frozenset(concrete),
        figures=tuple(Span(said.turn, a, b) for a, b in figures if start <= a and b <= end),
        prompted=said.prompted,
        past=any(Deed.OWN_STEP <= deed <= Deed.OTHER_STATE for deed in deeds[first:last]),
        i=words.count("i"),
        we=words.count("we"),
    )


def _with_mark(text: str, end: int) -> int:
    return end + 1 if end < len(text) and text[end] in ".!?%" else end


def _stem(word: str) -> str:
    """The word without its commonest endings, enough to see a word come back."""
    for ending in ("ing", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
