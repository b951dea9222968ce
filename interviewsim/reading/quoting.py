"""What is shown for a clause: words that a reader would underline, not a scrap of a sentence.

A clause that hangs on another one ("because nobody had asked her", "and named February") is shown with the clauses of
its sentence up to the one it hangs on; a leading "and" is left out. What is said to a grader is never taken in.
"""

from collections.abc import Mapping, Sequence

from interviewsim.domain.evidence import Span
from interviewsim.reading.cues import Cue
from interviewsim.reading.findings import Said
from interviewsim.reading.steps import Deed
from interviewsim.reading.units import Unit

_SHORT = 6  # words below which a clause is shown with a neighbor
_LONGEST = 32  # words beyond which nothing more is taken in
_BOUND = frozenset({"because", "which", "who", "whom", "whose", "that", "than", "where", "whether", "why", "how"})
_DATING = frozenset(
    {"before", "after", "when", "while", "if", "since", "until", "till", "as", "though", "although", "unless", "once"}
)
_JOINING = ("and ", "but ", "so ", "or ")
_OWN = frozenset({Deed.OWN_STEP, Deed.OWN_LIGHT, Deed.OWN_STATE, Deed.OWN_PASSIVE})


class Quoting:
    """The clauses of an answer, by their places."""

    def __init__(self, units: Sequence[Unit], said: Sequence[Said]) -> None:
        self._units = units
        self._texts: Mapping[int, str] = {one.turn: one.text for one in said}
        self._at = {unit.span: at for at, unit in enumerate(units)}
        self._shown: dict[tuple[Span, bool], Span] = {}

    def of(self, spans: Sequence[Span], *, causes: bool = False) -> tuple[Span, ...]:
        """What to show for these clauses, in their order; what overlaps is shown as one.

        With `causes`, "so I moved the date" is shown with what stands before it.
        """
        kept: list[Span] = []
        for span in spans:
            shown = self._shown.get((span, causes))
            if shown is None:
                shown = self._shown[span, causes] = self._wide(span, causes=causes)
            at = next((at for at, one in enumerate(kept) if _overlap(one, shown)), None)
            if at is None:
                kept.append(shown)
            elif shown != kept[at] and self._fits(both := _together(kept[at], shown)):
                kept[at] = both
        return tuple(kept)

    def _fits(self, span: Span) -> bool:
        return len(span.of(self._texts[span.turn]).split()) <= _LONGEST

    def _wide(self, span: Span, *, causes: bool) -> Span:
        first = last = self._at[span]
        words = self._units[first].words
        if causes and self._units[first].cues >> Cue.SO_STEP & 1 and (more := self._joined(first - 1, first, words)):
            first, words = first - 1, words + more
        while self._hangs(first) and (more := self._joined(first - 1, first, words)):
            first, words = first - 1, words + more
        if (words < _SHORT or self._dates(first, last)) and (more := self._joined(last + 1, last, words)):
            last, words = last + 1, words + more
        if words < _SHORT and (more := self._joined(first - 1, first, words)):
            first -= 1
        start, end = self._units[first].span.start, self._units[last].span.end
        return Span(span.turn, start + _joining(self._texts[span.turn][start:end]), end)

    def _hangs(self, at: int) -> bool:
        """Whether a clause leans on the one before it: by its first word, without a verb, or with "I" left out."""
        unit = self._units[at]
        head = unit.wording.split(" ", 1)[0]
        if head in _BOUND or head in _DATING or not unit.deeds:
            return True
        return not unit.i and not unit.we and not _OWN.isdisjoint(unit.deeds)

    def _dates(self, first: int, last: int) -> bool:
        """Whether a clause only leads on to what comes after it: "Before I answered"."""
        unit = self._units[first]
        return first == last and len(unit.deeds) < 2 and (not unit.deeds or unit.wording.split(" ", 1)[0] in _DATING)

    def _joined(self, at: int, beside: int, words: int) -> int:
        """How many words a neighbor adds; 0 where it cannot be shown with it."""
        if not 0 <= at < len(self._units):
            return 0
        one, other = self._units[at], self._units[beside]
        same = one.span.turn == other.span.turn and one.sentence == other.sentence
        barred = one.addressed or one.alien
        return one.words if same and not barred and words + one.words <= _LONGEST else 0


def _together(one: Span, other: Span) -> Span:
    return Span(one.turn, min(one.start, other.start), max(one.end, other.end))


def _overlap(one: Span, other: Span) -> bool:
    return one.turn == other.turn and one.start < other.end and other.start < one.end


def _joining(shown: str) -> int:
    """How many code points a leading "and" takes."""
    lowered = shown[:4].lower()
    return next((len(lead) for lead in _JOINING if lowered.startswith(lead) and len(shown) > len(lead)), 0)
