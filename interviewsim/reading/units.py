"""Units: the clauses of an answer, each with its cues, its deeds and its content, and whether it may be evidence."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_

from interviewsim.domain.evidence import Span
from interviewsim.reading.addressed import speaks_to_grader, suspected_in
from interviewsim.reading.cues import ADVERBS, FOREIGN, STOP, Cue, stem_of, telling
from interviewsim.reading.cutting import LONG, cuts_of, is_dictated, sentences_of
from interviewsim.reading.findings import Said
from interviewsim.reading.folding import JOINER
from interviewsim.reading.numbers import may_count, quantities_near
from interviewsim.reading.steps import Deed, deeds_of
from interviewsim.reading.words import Words, words_of

_QUOTED = re.compile('["\u201c\u201d][^"\u201c\u201d]{3,300}["\u201c\u201d]')
_LEADS = frozenset({"and", "but", "so", "or", "then", "even"})
_LEFT_OVER = " \n\t*.,;:!?)]}>'\""  # marks that close what stands before a sentence
_STATES = frozenset({Deed.OWN_STATE, Deed.OWN_PASSIVE, Deed.OTHER_STATE, Deed.WE_STATE})
_OWN_STEPS = frozenset({Deed.OWN_STEP, Deed.OWN_LIGHT, Deed.WE_STEP})
_PLACED = 1 << Cue.TIME | 1 << Cue.PLACE | 1 << Cue.WHERE | 1 << Cue.ROLE
_ENDING = 1 << Cue.OUTCOME | 1 << Cue.OUTCOME_STRONG | 1 << Cue.AFTER | 1 << Cue.BECAUSE_OF
_GOES_ON = frozenset(
    {"and", "but", "because", "which", "who", "that", "where", "since", "until", "before", "after", "when"}
)
_LEADING = 4  # words below which what tells nothing leads in what comes after it
_PAST_DEEDS = frozenset(range(Deed.OWN_STEP, Deed.PRESENT))


@dataclass(slots=True)
class Unit:
    """A clause. `cues` is a mask of `Cue` bits, `content` its telling words (stems and figures).

    `fresh` counts those not said before and not in the question, `vivid` the concrete ones among them. `opens`: it
    begins its sentence; `lead` are the cues of a "First," cut off before it; `back`: it belongs to a reply that goes
    back behind all that was told. `own` is how much of the teller's doing it shows; `rules` and `roles` are how much it
    speaks for each part, in the order of `Part`: by rule, and by weights.
    """

    span: Span
    sentence: int
    words: int
    cues: int
    deeds: tuple[int, ...]
    wording: str
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
    supposed: bool = False
    opens: bool = False
    lead: int = 0
    i: int = 0
    we: int = 0
    fresh: int = 0
    vivid: int = 0
    coda: bool = False
    opening: bool = False
    back: bool = False
    past: bool = False
    own: float = 0.0
    rules: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    roles: tuple[float, ...] = (0.0, 0.0, 0.0, 0.0)

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
    wordings: set[str] = set()
    leading = 0
    for unit in units:
        content = unit.content
        unit.lead, leading = 0 if unit.opens else leading, 0
        unit.repeated = unit.wording in wordings or _repeats(content, contents)
        wordings.add(unit.wording)
        if not content or not any(word[-1].isalpha() for word in content):
            unit.solid = bool(unit.cues >> Cue.NO_CASE & 1)
            leading = unit.cues if unit.words < _LEADING else 0
        if unit.addressed or unit.repeated:
            continue
        known = asked | seen
        unit.fresh = len(content - known)
        unit.vivid = len(unit.concrete - known)
        unit.echo = bool(content) and content <= asked
        seen |= content
        if len(content) >= 2:
            contents.append(content)
    _mark_ends([unit for unit in units if unit.counts])
    return units


@lru_cache(maxsize=256)
def _asked(question: str) -> frozenset[str]:
    return frozenset(stem_of(word) for word in words_of(question).words if word not in STOP)


def _mark_ends(units: list[Unit]) -> None:
    """Mark what stands before the teller's first concrete step, and what stands after the last one."""
    steps = [at for at, unit in enumerate(units) if Deed.OWN_STEP in unit.deeds]
    light = [at for at, unit in enumerate(units) if Deed.OWN_LIGHT in unit.deeds]
    first = steps[0] if steps else len(units)
    last = max(steps[-1:] + light[-1:], default=len(units))
    for at, unit in enumerate(units):
        unit.opening = at < first
        unit.coda = at > last
    goes_back = False
    for before, unit in itertools.pairwise(units):
        begins = unit.prompted and unit.span.turn != before.span.turn
        goes_back = (begins or (goes_back and unit.span.turn == before.span.turn)) and _goes_back(unit)
        if goes_back:
            unit.opening, unit.coda, unit.back = True, False, True


def _goes_back(unit: Unit) -> bool:
    """Whether a reply begins with how things stood before all that was told: where it was, or what had happened."""
    if _STATES.isdisjoint(unit.deeds) or not _OWN_STEPS.isdisjoint(unit.deeds) or unit.cues & _ENDING:
        return False
    had = " had " in unit.wording
    return had or (bool(unit.cues & _PLACED) and not unit.figures)


def _repeats(content: frozenset[str], earlier: list[frozenset[str]]) -> bool:
    size = len(content)
    if size < 2:
        return False
    return any(20 * len(content & other) >= (size + len(other)) * 8 for other in earlier)


def _units(said: Said) -> Iterator[Unit]:
    text = words_of(said.text)
    deeds = deeds_of(text, _quoted(said.text, text))
    counting = [(text.starts[at], text.ends[at]) for at, word in enumerate(text.words) if may_count(word)]
    figures = quantities_near(text.text, counting) if counting else []
    suspected = suspected_in(text)
    sentence = -1
    for first, last in sentences_of(text):
        sentence += 1
        cuts = cuts_of(text, deeds, first, last)
        long = last - first > LONG * 2
        suspect = suspected(first, last)
        addressed = suspect and not long and _addressed(text, said.text, first, last)
        alien = _alien(text, first, last)
        foreign = alien and _is_foreign(text.words[first:last])
        dictated = is_dictated(text, first, last)
        for start, end in zip(cuts, [*cuts[1:], last], strict=True):
            if dictated and start > first and text.words[start] not in _GOES_ON:
                sentence += 1
            unit = _unit(text, deeds, figures, (start, end), said, sentence)
            unit.alien, unit.foreign, unit.opens = alien, foreign, start == first
            unit.addressed = addressed or (suspect and long and _addressed(text, said.text, start, end))
            yield unit


def _quoted(stored: str, text: Words) -> frozenset[int]:
    if '"' not in stored and "\u201c" not in stored:
        return frozenset()
    spans = [match.span() for match in _QUOTED.finditer(stored)]
    return frozenset(at for at, start in enumerate(text.starts) if any(a < start < b for a, b in spans))


def _addressed(text: Words, stored: str, first: int, last: int) -> bool:
    start = text.ends[first - 1] if first else 0
    end = text.starts[last] if last < len(text.words) else len(stored)
    return speaks_to_grader(text.text[start:end].replace(JOINER, "").lstrip(_LEFT_OVER), stored[start:end])


def _is_foreign(words: list[str]) -> bool:
    return (
        any(not word.isascii() and word[0] > "\u0370" for word in words) or sum(word in FOREIGN for word in words) >= 2
    )


def _alien(text: Words, first: int, last: int) -> bool:
    if last - first < 4:
        return False
    known, enough = 0, (last - first) / 12
    for at in range(first, last):
        word = text.words[at]
        known += word in STOP or word in ADVERBS
        if known >= enough:
            return False
    return True


def _unit(
    text: Words, deeds: list[int], figures: list[tuple[int, int]], at: tuple[int, int], said: Said, sentence: int
) -> Unit:
    first, last = at
    words = text.words[first:last]
    stems, concrete = zip(*map(telling, words), strict=True)
    own_deeds = tuple(filter(None, deeds[first:last]))
    start, end = text.starts[first], _with_mark(text.text, text.ends[last - 1])
    return Unit(
        span=Span(said.turn, start, end),
        sentence=sentence,
        words=last - first,
        cues=reduce(or_, text.cues[first:last]),
        deeds=own_deeds,
        wording=" ".join(words[1:] if words[0] in _LEADS else words),
        content=frozenset(filter(None, stems)),
        concrete=frozenset(filter(None, concrete)),
        figures=tuple([Span(said.turn, a, b) for a, b in figures if start <= a and b <= end]) if figures else (),
        prompted=said.prompted,
        past=not _PAST_DEEDS.isdisjoint(own_deeds),
        supposed=_supposed(words),
        i=words.count("i"),
        we=words.count("we"),
    )


def _supposed(words: list[str]) -> bool:
    """Whether the clause only supposes: "if she had said no", "had I known", "I would have moved"."""
    opens = 1 if words[0] in _LEADS and len(words) > 1 else 0
    if words[opens] in ("if", "unless") or words[opens : opens + 2] == ["had", "i"]:
        return True
    return "have" in words and any(a in ("would", "'d", "might") and b == "have" for a, b in itertools.pairwise(words))


def _with_mark(text: str, end: int) -> int:
    return end + 1 if end < len(text) and text[end] in ".!?%" else end
