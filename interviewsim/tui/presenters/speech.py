"""What was said, as a page of dialogue shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from interviewsim.domain.events import SaidAs
from interviewsim.domain.move import Move
from interviewsim.domain.transcript import Transcript, Utterance
from interviewsim.tui.presenters.plain import clock, one_line, plural, shown

_ASKED_FOR = {
    "situation": "the setting",
    "time_or_place": "when and where it was",
    "stakes": "what hung on it",
    "task": "what you had to achieve",
    "own_goal": "what you had to achieve",
    "action": "what you did yourself",
    "own_step": "what you did yourself",
    "own_steps": "what you did yourself",
    "ordered_steps": "what came first, and what after",
    "reason": "why you did it",
    "obstacle": "what stood in the way",
    "alternative": "what you turned down",
    "cost": "what was given up",
    "disagreement": "who saw it differently",
    "other_view": "how the others saw it",
    "result": "what came of it",
    "outcome": "what came of it",
    "specific_outcome": "what came of it",
    "measure": "a number for it",
    "baseline": "what the number compares with",
    "attribution": "how you know what brought it about",
    "lesson": "what you took from it",
    "changed_habit": "what you do differently since",
    "own_error": "your own mistake",
    "users": "what users had to do with it",
}


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
class Speech:
    """One turn on the page. `text` is as long as what is stored, so offsets hold; `turn` 0: no turn.

    `margin` are remarks beside the words: an offset, the mark's number, and the remark.
    """

    side: Side
    heading: str
    text: str
    turn: int = 0
    passages: tuple[Passage, ...] = ()
    margin: tuple[tuple[int, int, str], ...] = ()


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


def live_speech(interviewer: str, t: float, sentences: Iterable[str]) -> Speech:
    """The turn that the interviewer is in the middle of."""
    return Speech(Side.INTERVIEWER, f"{interviewer} · {clock(t)}", shown(" ".join(sentences)))


def aside(text: str) -> Speech:
    """A row by the program itself, between the turns."""
    return Speech(Side.ASIDE, "", shown(text))


def _remarks(utterance: Utterance) -> list[str]:
    if not utterance.candidate:
        return ["cut short"] if not utterance.complete else []
    said = [plural(utterance.words, "word")]
    if utterance.as_ is SaidAs.QUESTION:
        said.append("you asked")
    if utterance.pasted:
        said.append("pasted")
    if utterance.cut_off:
        said.append("cut off by the clock")
    return said


def probe_of(utterance: Utterance) -> str:
    """What a follow-up asked for: "what came of it"; empty where it is none."""
    if utterance.move is not Move.PROBE or not utterance.target:
        return ""
    return asked_for(utterance.target)


def asked_for(target: str) -> str:
    """A part or a signal in the candidate's own words."""
    return _ASKED_FOR.get(target) or f"the {one_line(target.replace('_', ' '))}"
