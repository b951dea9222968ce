"""The judged words of a transcript, with what was judged by them."""

from dataclasses import dataclass, replace

from interviewsim.domain.evidence import Evidence
from interviewsim.domain.rubric import Rubric
from interviewsim.domain.scorecard import CriterionScore, Scorecard, Seen
from interviewsim.domain.transcript import Transcript
from interviewsim.grading.feedback import best_quotes
from interviewsim.tui.presenters.plain import named, one_line
from interviewsim.tui.presenters.speech import MarginLine, Passage, Speech, interviewer_name, speech_of, why_asked


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of one turn and what they earned or cost. `criterion` is empty for a flag, and so may be `level`."""

    turn: int
    start: int
    end: int
    criterion: str
    name: str
    level: str
    remark: str

    @property
    def line(self) -> str:
        """What stands in the margin: "Ownership  3"."""
        return f"{self.name}  {self.level}".rstrip()


def marks_of(card: Scorecard, rubric: Rubric | None) -> tuple[Mark, ...]:
    """All marks in the order of the transcript; the same words under two criteria are two marks."""
    marks = [mark for criterion in card.criteria for mark in _of_criterion(criterion, rubric)]
    names = {flag.id: flag.name for flag in rubric.flags} if rubric else {}
    for flag in card.flags:
        name = f"! {one_line(names.get(flag.id) or named(flag.id))}"
        marks += [_mark(found, "", name, "", f"red flag, {flag.severity}") for found in flag.evidence]
    return tuple(sorted(marks, key=lambda mark: (mark.turn, mark.start, mark.end, mark.criterion)))


def of_criterion(marks: tuple[Mark, ...], criterion: str) -> tuple[Mark, ...]:
    """The marks of one criterion alone."""
    return tuple(mark for mark in marks if mark.criterion == criterion)


def best_mark(marks: tuple[Mark, ...], criterion: CriterionScore) -> int | None:
    """Where among the marks the best words of a criterion are; None where it rests on none."""
    for best in best_quotes(criterion.evidence, 1):
        places = [(mark.criterion, mark.turn, mark.start, mark.end) for mark in marks]
        return places.index((criterion.id, best.turn, best.start, best.end))
    return None


def marked_speeches(transcript: Transcript, marks: tuple[Mark, ...]) -> list[Speech]:
    """The transcript with its marks, each remark beside its words."""
    name = interviewer_name(transcript)
    speeches = []
    for utterance in transcript.turns:
        speech = speech_of(utterance, name)
        if why := why_asked(utterance):
            speech = replace(speech, heading=f"{speech.heading} · {why}")
        speeches.append(_marked(speech, marks))
    return speeches


def _marked(speech: Speech, marks: tuple[Mark, ...]) -> Speech:
    here = [(index, mark) for index, mark in enumerate(marks) if mark.turn == speech.turn]
    return replace(
        speech,
        passages=tuple(Passage(mark.start, mark.end, index) for index, mark in here),
        margin=_margin(here),
    )


def _margin(marks: list[tuple[int, Mark]]) -> tuple[MarginLine, ...]:
    """A line for each criterion, beside the first words of the turn that were judged by it."""
    lines: dict[str, MarginLine] = {}
    for index, mark in marks:
        line = lines.get(mark.line) or MarginLine(mark.start, (), mark.line)
        lines[mark.line] = replace(line, marks=(*line.marks, index))
    return tuple(lines.values())


def _of_criterion(criterion: CriterionScore, rubric: Rubric | None) -> list[Mark]:
    texts = item_texts(criterion.id, rubric)
    marks = []
    for index, found in enumerate(criterion.evidence):
        items = [item.id for item in criterion.items if item.seen is Seen.YES and index in item.evidence]
        remark = " ".join(texts.get(item) or f"{named(item)}." for item in items) or one_line(criterion.rationale)
        marks.append(_mark(found, criterion.id, one_line(criterion.name), str(criterion.level or ""), remark))
    return marks


def item_texts(criterion: str, rubric: Rubric | None) -> dict[str, str]:
    """The items of a criterion in the rubric's words, by id."""
    if rubric is None:
        return {}
    return {item.id: one_line(item.text) for entry in rubric.criteria if entry.id == criterion for item in entry.items}


def _mark(found: Evidence, criterion: str, name: str, level: str, remark: str) -> Mark:
    return Mark(found.turn, found.start, found.end, criterion, name, level, remark)
