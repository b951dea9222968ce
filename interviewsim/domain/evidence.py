"""Where a judgement points: a span of the stored transcript, and how its quote was found."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` to `end` (exclusive) of the stored text of utterance `turn`."""

    turn: int
    start: int
    end: int

    def of(self, text: str) -> str:
        """Slice the span out of the stored text of its turn."""
        return text[self.start : self.end]


class Match(StrEnum):
    """How a quote was found in the candidate's words; what was not found is no evidence."""

    EXACT = "exact"
    NORMALIZED = "normalized"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A candidate's own words with their place; `quote` is always sliced from the transcript."""

    turn: int
    start: int
    end: int
    quote: str
    match: Match = Match.EXACT

    @classmethod
    def at(cls, span: Span, text: str, match: Match = Match.EXACT) -> "Evidence":
        """Cut the evidence out of `text`, the stored text of the span's turn."""
        return cls(span.turn, span.start, span.end, span.of(text), match)
