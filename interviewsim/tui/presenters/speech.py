"""What was said, as a page of dialogue shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from interviewsim.domain.events import SaidAs
from interviewsim.domain.transcript import Transcript, Utterance
from interviewsim.grading.feedback import asked
from interviewsim.tui.presenters.plain import clock, one_line, plural, shown

CUT_SHORT = "cut short"


class Side(StrEnum):
    """Who speaks: the two at the table, or the program aside."""

    INTERVIEWER = "interviewer"
    CANDIDATE = "candidate"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Passage:
    """Judged words: offsets into the speech's text, and which mark they belong to."""

    start: int
    end: int
    mark: int


@dataclass(frozen=True, slots=True)
class MarginLine:
    """One line beside the words at `start`, for the marks it stands for."""

    start: int
    marks: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Speech:
    """One turn on the page. `text` is as long as what is stored, so offsets hold; `turn` 0: no turn."""

    side: Side
    heading: str
    text: str
    turn: int = 0
    passages: tuple[Passage, ...] = ()
    margin: tuple[MarginLine, ...] = ()


def interviewer_name(transcript: Transcript) -> str:
    """What the candidate calls the interviewer."""
    if transcript.configured is None:
        return "Interviewer"
    return one_line(transcript.configured.plan.interviewer.first_name)


def speech_of(utterance: Utterance, interviewer: str) -> Speech:
    """One turn with its heading: "You · 05:31 · 148 words"."""
    side = Side.CANDIDATE if utterance.candidate else Side.INTERVIEWER
    who = "You" if utterance.candidate else interviewer
    heading = " · ".join((who, clock(utterance.t), *_remarks(utterance)))
    return Speech(side, heading, shown(utterance.text), utterance.turn)


def speeches_of(transcript: Transcript) -> list[Speech]:
    """All turns, in order."""
    name = interviewer_name(transcript)
    return [speech_of(utterance, name) for utterance in transcript.turns]


def live_speech(interviewer: str, t: float, sentences: Iterable[str], *, cut: bool = False) -> Speech:
    """The turn that the interviewer is in the middle of; `cut`: it broke off."""
    heading = " · ".join((interviewer, clock(t), *([CUT_SHORT] if cut else [])))
    return Speech(Side.INTERVIEWER, heading, shown(" ".join(sentences)))


def aside(text: str) -> Speech:
    """A row by the program itself, between the turns."""
    return Speech(Side.ASIDE, "", shown(text))


def _remarks(utterance: Utterance) -> list[str]:
    if not utterance.candidate:
        return [CUT_SHORT] if not utterance.complete else []
    said = [plural(utterance.words, "word")]
    if utterance.as_ is SaidAs.QUESTION:
        said.append("you asked")
    if utterance.pasted:
        said.append("pasted")
    if utterance.cut_off:
        said.append("cut off by the clock")
    return said


def why_asked(utterance: Utterance) -> str:
    """What a follow-up came back for: "asked for the result"; empty where the turn is none."""
    return one_line(asked(utterance.move, utterance.target))
