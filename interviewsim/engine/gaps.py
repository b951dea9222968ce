"""What a story still lacks, in the order in which an interviewer would ask for it."""

import re
from collections.abc import Iterable, Iterator

from interviewsim.domain.evidence import Span
from interviewsim.domain.transcript import Utterance
from interviewsim.reading.findings import AnswerReading, AnswerType, Flaw, Part, Signal

REASON_FIRST = (Signal.ALTERNATIVE, Signal.DISAGREEMENT, Signal.ATTRIBUTION, Signal.CHANGED_HABIT, Signal.OBSTACLE)
"""What a complete story is deepened by: judgment before hindsight."""
WITH_A_NUMBER = (Signal.ATTRIBUTION, Signal.ALTERNATIVE, Signal.DISAGREEMENT, Signal.CHANGED_HABIT, Signal.OBSTACLE)
"""The same where a number was given: a figure is asked for its causes while it is fresh."""

QUOTED_FROM: dict[str, tuple[Part | Signal, ...]] = {
    Signal.MEASURE: (Part.RESULT,),
    Signal.BASELINE: (Signal.MEASURE, Part.RESULT),
    Signal.ATTRIBUTION: (Signal.MEASURE, Part.RESULT),
    Part.ACTION: (Part.TASK,),
}
"""Whose words a probe may carry, by what it asks after."""

DECIDED = frozenset(
    {
        *{"decided", "chose", "picked", "kept", "cut", "dropped", "removed", "stopped", "held", "pulled", "killed"},
        *{"refused", "declined", "rejected", "turned", "said", "postponed", "delayed", "moved", "canceled", "froze"},
        *{"launched", "shipped", "rolled", "replaced", "switched", "split", "merged", "hired", "promised", "insisted"},
    }
)
"""Verbs that tell a decision rather than a step."""

CLAIMED = frozenset(
    {
        *{"well", "better", "best", "worse", "good", "great", "success", "successful", "improved", "worked", "works"},
        *{"grew", "rose", "fell", "dropped", "down", "up", "faster", "slower", "fewer", "less", "more", "lot", "many"},
        *{"happier", "happy", "easier", "smoother", "higher", "lower", "doubled", "halved", "increased", "decreased"},
    }
)
"""Words of a claim that somebody could have measured: only after such a one is "how did you know" natural."""

SHORTEST_QUOTE = 3
LONGEST_QUOTE = 8
"""Words; more would be reading the answer back."""


def gaps(reading: AnswerReading) -> tuple[str, ...]:
    """Parts and signals worth a probe, the most wanted first; nothing that was already told."""
    return (*_missing(reading), *_thin(reading), *_deeper(reading))


def _missing(reading: AnswerReading) -> Iterable[str]:
    """What the story cannot do without."""
    action = reading.parts[Part.ACTION]
    if Flaw.WE_FOR_I in reading.flaws and not reading.shows(Signal.OWN_STEP):
        yield Signal.OWN_STEP
    elif action.strength == 0:
        yield Part.ACTION
    if reading.parts[Part.RESULT].strength == 0:
        yield Part.RESULT


def _thin(reading: AnswerReading) -> Iterable[str]:
    """What is there, and cannot be judged as it stands."""
    result = reading.parts[Part.RESULT]
    if result.strength > 0 and not reading.shows(Signal.MEASURE):
        yield Signal.MEASURE
    if reading.parts[Part.ACTION].strength == 1 and not reading.shows(Signal.OWN_STEP):
        yield Part.ACTION
    if reading.parts[Part.SITUATION].strength == 0 and reading.type is AnswerType.VAGUE:
        yield Part.SITUATION


def _deeper(reading: AnswerReading) -> Iterable[str]:
    order = WITH_A_NUMBER if reading.shows(Signal.MEASURE) else REASON_FIRST
    for signal in order:
        if signal is Signal.CHANGED_HABIT and reading.shows(Signal.LESSON):
            continue
        if not reading.shows(signal):
            yield signal
    if reading.parts[Part.TASK].strength == 0 and not reading.shows(Signal.OWN_GOAL):
        yield Part.TASK


def quote_for(target: str, reading: AnswerReading, turns: Iterable[Utterance]) -> str | None:
    """Up to eight of the candidate's own words that a probe for `target` may carry, if they stand well alone."""
    if target == Signal.ALTERNATIVE:
        return decision_quote(reading, turns)
    spans = [span for source in QUOTED_FROM.get(target, ()) for span in _spans(reading, source)]
    anything = target != Signal.MEASURE
    return next(
        (quote for quote in _quotes(spans, turns) if anything or CLAIMED.intersection(quote.lower().split())), None
    )


def decision_quote(reading: AnswerReading, turns: Iterable[Utterance]) -> str | None:
    """The words of a decision the candidate tells as their own, for contesting it."""
    spans = (*reading.signals.get(Signal.OWN_STEP, ()), *reading.parts[Part.ACTION].spans)
    return next((quote for quote in _quotes(spans, turns) if DECIDED.intersection(quote.lower().split())), None)


def _quotes(spans: Iterable[Span], turns: Iterable[Utterance]) -> Iterator[str]:
    texts = {turn.turn: turn.text for turn in turns}
    for span in spans:
        if quote := quotable(texts.get(span.turn, ""), span):
            yield quote


def quotable(text: str, span: Span) -> str | None:
    """A clause of three to eight whole words out of the span, or None where nothing short stands alone."""
    for clause in _clauses(span.of(text)):
        words = clause.lower().split()
        if SHORTEST_QUOTE <= len(words) <= LONGEST_QUOTE and '"' not in clause and not POINTING.intersection(words):
            return clause
    return None


def quotable_clause(text: str) -> str | None:
    """The same out of a whole message."""
    return quotable(text, Span(0, 0, len(text)))


_CLAUSE_ENDS = re.compile(r"[;!?\n\N{EM DASH}\N{EN DASH}]|[.,:](?!\d)")
"""A point or a comma within a figure ends nothing."""
POINTING = frozenset({"it", "that", "this", "them", "those", "these", "there"})
"""Words that mean nothing once their neighbors are gone."""
LEADS = frozenset({"and", "but", "so", "then", "because", "also", "finally", "first"})
HANGING = frozenset(
    {
        *{"which", "that", "who", "when", "while", "after", "before", "if", "since", "as", "although", "where", "than"},
        *{"would", "could", "should", "was", "were", "is", "are", "had", "have", "has", "been", "be", "did", "not"},
        *{"to", "of", "for", "with", "at", "in", "on", "by", "from", "about", "into", "or", "nor", "being", "having"},
    }
)
"""Words that a quote cannot begin with: they lean on something before them."""


def _clauses(words: str) -> Iterable[str]:
    for clause in _CLAUSE_ENDS.split(words):
        kept = clause.split()
        while kept and kept[0].lower() in LEADS:
            kept = kept[1:]
        if not kept or kept[0].lower() in HANGING:
            continue
        yield " ".join(kept)
        joined = [index for index, word in enumerate(kept) if word.lower() in {"and", "but", "because", "so"}]
        if joined:
            yield " ".join(kept[: joined[0]])


def _spans(reading: AnswerReading, source: Part | Signal) -> tuple[Span, ...]:
    if isinstance(source, Part):
        return reading.parts[source].spans
    return reading.signals.get(source, ())
