"""The offline grader: items decided by what `reading` finds. Rules, a practice signal, and it says so."""

from collections.abc import Mapping, Sequence

from interviewsim.domain.evidence import Evidence, Span
from interviewsim.domain.question import AnswerModel
from interviewsim.domain.rubric import Criterion, Item, RedFlag, Rubric, Severity
from interviewsim.domain.scorecard import FlagFound, GraderName, PartFound, Seen, Unscored, UnscoredReason
from interviewsim.domain.stages import PARTS
from interviewsim.grading.ports import AnswerFindings, AnswerToGrade, Decision, ItemSeen, OwnQuestions
from interviewsim.reading.aspects import AspectReading
from interviewsim.reading.findings import AnswerReading, AnswerType, Part, PartReading
from interviewsim.reading.heard import Heard
from interviewsim.reading.own_questions import read_own_questions
from interviewsim.reading.shown import Reading, countered, cues_of, parts_of, read, shown

TOP = 4
"""Rules cannot tell a 4 from a 5."""
MEASURED = frozenset({AnswerModel.STAR})
"""Answer models on which this grader's accuracy has been measured (docs/offline-grader.md)."""
NO_STORY = frozenset({AnswerType.HABIT, AnswerType.HYPOTHETICAL, AnswerType.NONE})
"""Types without one past event: no behavioral item can be seen in them."""
WITHOUT_OCCASION = 2
"""The level up to which an answer can show something although no one occasion can be pictured."""
ARITHMETIC_SLIP = "arithmetic_slip"
BY_A_MODEL = Unscored(UnscoredReason.GRADER_FAILED, "Rules cannot judge this; grade it with a model.")
MOST_PLACES = 3
"""Quotes kept for one item."""


class OfflineGrader:
    """Reads each answer once and decides its items by what was found. Deterministic; touches nothing outside."""

    def __init__(self) -> None:
        self._read: dict[int, tuple[AnswerToGrade, Reading]] = {}

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
        called_for = _called_for(answer)
        found = {name: part for name, part in parts_of(reading).items() if name in called_for}
        parts = {name: _part(found[name]) for name in called_for if name in found}
        unscored = Unscored(UnscoredReason.UNGRADABLE, _why(reading.ungradable)) if reading.ungradable else None
        match reading:
            case AnswerReading():
                flaws = tuple(flaw.value for flaw in reading.flaws)
                return AnswerFindings(reading.type.value, parts, flaws, unscored=unscored)
            case AspectReading():
                slips = (ARITHMETIC_SLIP,) if reading.slips else ()
                return AnswerFindings(None, parts, slips, reading.unused, unscored)

    async def decide(self, criterion: Criterion, answer: AnswerToGrade) -> Decision:
        """Each item by what it names; items that name nothing are unclear."""
        if not _decidable(criterion):
            return BY_A_MODEL
        reading = self._reading(answer)
        texts = {said.turn: said.text for said in (*answer.said, *answer.requests)}
        return {item.id: _decide(item, reading, texts) for item in criterion.items}

    async def decide_questions(self, criterion: Criterion, own: OwnQuestions) -> Decision:
        """The same on what the candidate asked."""
        if not _decidable(criterion):
            return BY_A_MODEL
        heard = [Heard(one.turn, one.text, question=True) for one in own.asked]
        found = read_own_questions(heard, own.told, own.brief)
        texts = {one.turn: one.text for one in own.asked}
        shown_by = {handling.value: spans for handling, spans in found.items()}
        return {item.id: _seen(item, _first(shown_by, item.signal), texts) for item in criterion.items}

    async def suspect(self, flag: RedFlag, answers: Sequence[AnswerToGrade]) -> FlagFound | None:
        """Two of its cues in the candidate's words, or one with all it lists as absent missing too; and no counter."""
        found: list[Evidence] = []
        for answer in answers:
            reading = self._reading(answer)
            cues = cues_of(flag, _heard(answer), reading.addressed)
            absent = not any(shown(reading, name) for name in flag.absence)
            if not countered(flag, reading) and (len(cues) > 1 or (cues and absent)):
                texts = {said.turn: said.text for said in answer.said}
                found += [Evidence.at(span, texts[span.turn]) for span in cues]
        if not found:
            return None
        probed = any(f"flag:{flag.id}" in answer.probed for answer in answers)
        return FlagFound(flag.id, Severity(flag.severity), probed, tuple(found[:MOST_PLACES]))

    def _reading(self, answer: AnswerToGrade) -> Reading:
        """Read once; an answer is known by being the same object, as long as the grader lives."""
        known = self._read.get(id(answer))
        if known is None or known[0] is not answer:
            asked = [Heard(one.turn, one.text, after=one.after, question=True) for one in answer.requests]
            heard = sorted([*_heard(answer), *asked], key=lambda one: one.turn)
            known = (answer, read(answer.asked, heard, answer.released))
            self._read[id(answer)] = known
        return known[1]


def _first(shown_by: Mapping[str, Sequence[Span]], signal: str) -> Sequence[Span]:
    return next((spans for name in signal.split("|") if (spans := shown_by.get(name, ()))), ())


def _heard(answer: AnswerToGrade) -> list[Heard]:
    return [Heard(one.turn, one.text, one.prompted, one.after, sought=one.sought) for one in answer.said]


def _called_for(answer: AnswerToGrade) -> tuple[str, ...]:
    """The parts that the question calls for, in their order."""
    if answer.answer_model is AnswerModel.STAR:
        return tuple(part.value for part in Part)
    return tuple(part.value for part in answer.asked.parts or PARTS[answer.answer_model])


def _decidable(criterion: Criterion) -> bool:
    lowest = min(item.level for item in criterion.items)
    return any(item.signal for item in criterion.items if item.level == lowest)


def _decide(item: Item, reading: Reading, texts: Mapping[int, str]) -> ItemSeen:
    if isinstance(reading, AnswerReading):
        capped = reading.type is AnswerType.VAGUE and item.level > WITHOUT_OCCASION
        if item.signal and (reading.type in NO_STORY or capped):
            return ItemSeen(Seen.NO)
    return _seen(item, shown(reading, item.signal) if item.signal else (), texts)


def _seen(item: Item, spans: Sequence[Span], texts: Mapping[int, str]) -> ItemSeen:
    if not item.signal:
        return ItemSeen(Seen.UNCLEAR)
    if len(spans) < item.quotes:
        return ItemSeen(Seen.NO)
    return ItemSeen(Seen.YES, tuple(Evidence.at(span, texts[span.turn]) for span in spans[:MOST_PLACES]))


def _part(found: PartReading) -> PartFound:
    return PartFound(found.present, found.strength, round(found.share, 2), found.prompted, found.spans)


def _why(ungradable: str) -> str:
    return f"There is nothing to judge in this answer: {ungradable}."
