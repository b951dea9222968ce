"""The offline grader: items decided by what `reading` finds. Rules, a practice signal, and it says so."""

from collections.abc import Mapping, Sequence

from interviewsim.domain.evidence import Evidence, Span
from interviewsim.domain.question import AnswerModel
from interviewsim.domain.rubric import Criterion, Item, RedFlag, Rubric, Severity
from interviewsim.domain.scorecard import FlagFound, GraderName, PartFound, Seen, Unscored, UnscoredReason
from interviewsim.grading.ports import AnswerFindings, AnswerToGrade, Decision, ItemSeen
from interviewsim.reading.answer import read_answer
from interviewsim.reading.findings import AnswerReading, AnswerType, Part, PartReading, Said, Signal

TOP = 4
"""Rules cannot tell a 4 from a 5."""
MEASURED = frozenset({AnswerModel.STAR})
"""Answer models on which this grader's accuracy has been measured (docs/offline-grader.md)."""
NO_STORY = frozenset({AnswerType.HABIT, AnswerType.HYPOTHETICAL, AnswerType.NONE})
"""Types without one past event: no behavioral item can be seen in them."""
WITHOUT_OCCASION = 2
"""The level up to which an answer can show something although no one occasion can be pictured."""
MOST_PLACES = 3
"""Quotes kept for one item."""


class OfflineGrader:
    """Reads each answer once and decides its items by part and signal. Deterministic; touches nothing outside."""

    def __init__(self) -> None:
        self._read: dict[AnswerToGrade, AnswerReading] = {}

    @property
    def top(self) -> int:
        """The highest level this grader can tell apart."""
        return TOP

    def measured_for(self, model: AnswerModel) -> bool:
        """Whether its accuracy on this answer model is known."""
        return model in MEASURED

    def name(self, rubric: Rubric) -> GraderName:
        """Who grades by what, for the scorecard."""
        return GraderName("offline", None, None, rubric.name)

    async def read(self, answer: AnswerToGrade) -> AnswerFindings:
        """The answer's type, parts and flaws."""
        reading = self._reading(answer)
        parts = {part.value: _part(found) for part, found in reading.parts.items()}
        unscored = Unscored(UnscoredReason.UNGRADABLE, _why(reading.ungradable)) if reading.ungradable else None
        return AnswerFindings(reading.type.value, parts, tuple(flaw.value for flaw in reading.flaws), unscored)

    async def decide(self, criterion: Criterion, answer: AnswerToGrade) -> Decision:
        """Each item by the part or signal it names; items that name none are unclear."""
        if not any(item.signal for item in criterion.items if item.level == min(i.level for i in criterion.items)):
            return Unscored(UnscoredReason.GRADER_FAILED, "Rules cannot judge this; grade it with a model.")
        reading = self._reading(answer)
        texts = {said.turn: said.text for said in answer.said}
        return {item.id: _decide(item, reading, texts) for item in criterion.items}

    async def suspect(self, flag: RedFlag, answers: Sequence[AnswerToGrade]) -> FlagFound | None:
        """Two of its cues in the candidate's words, or one with all it lists as absent missing too; and no counter."""
        found: list[Evidence] = []
        for answer in answers:
            reading = self._reading(answer)
            cues = _cues(flag, reading, answer)
            absent = not any(_spans(name, reading) for name in flag.absence)
            countered = any(_spans(name, reading) for name in flag.countered_by)
            if not countered and (len(cues) > 1 or (cues and absent)):
                found += cues
        if not found:
            return None
        probed = any(flag.probe and name in answer.probed for answer in answers for name in flag.countered_by)
        return FlagFound(flag.id, Severity(flag.severity), probed, tuple(found[:MOST_PLACES]))

    def _reading(self, answer: AnswerToGrade) -> AnswerReading:
        if answer not in self._read:
            said = [Said(one.turn, one.text, one.prompted) for one in answer.said]
            self._read = {answer: read_answer(answer.question, said)}
        return self._read[answer]


def _decide(item: Item, reading: AnswerReading, texts: Mapping[int, str]) -> ItemSeen:
    if not item.signal:
        return ItemSeen(Seen.UNCLEAR)
    capped = reading.type is AnswerType.VAGUE and item.level > WITHOUT_OCCASION
    if reading.type in NO_STORY or capped:
        return ItemSeen(Seen.NO)
    spans = _spans(item.signal, reading)
    if len(spans) < item.quotes:
        return ItemSeen(Seen.NO)
    return ItemSeen(Seen.YES, tuple(Evidence.at(span, texts[span.turn]) for span in spans[:MOST_PLACES]))


def _spans(name: str, reading: AnswerReading) -> tuple[Span, ...]:
    """Where a part (`result`, or `result:2` for a clear one) or a signal shows; nowhere for any other name."""
    wanted, _, strength = name.partition(":")
    if wanted in set(Part):
        part = reading.parts[Part(wanted)]
        return part.spans if part.strength >= int(strength or 1) else ()
    if wanted in set(Signal):
        return reading.signals.get(Signal(wanted), ())
    return ()


def _cues(flag: RedFlag, reading: AnswerReading, answer: AnswerToGrade) -> list[Evidence]:
    """Where the flag's cues stand in the candidate's words, outside what was addressed to a grader."""
    found = []
    for said in answer.said:
        lowered = said.text.lower()
        for cue in flag.cues:
            start = lowered.find(cue.lower())
            span = Span(said.turn, start, start + len(cue))
            if start >= 0 and len(lowered) == len(said.text) and not _inside(span, reading.addressed):
                found.append(Evidence.at(span, said.text))
    return found


def _inside(span: Span, others: Sequence[Span]) -> bool:
    return any(other.turn == span.turn and other.start <= span.start < other.end for other in others)


def _part(found: PartReading) -> PartFound:
    return PartFound(found.present, found.strength, round(found.share, 2), found.prompted, found.spans)


def _why(ungradable: str) -> str:
    return f"There is nothing to judge in this answer: {ungradable}."
