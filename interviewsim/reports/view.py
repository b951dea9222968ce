"""The one read model of a session, for every format: what was said, with the marks that point into it, and the grades.

What a debrief says of the newest grade comes with it (`grading.feedback`). Nothing here is judged,
escaped or laid out. Every quote is cut from the transcript.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.transcript import Transcript, Utterance
from interviewsim.grading.feedback import Feedback, feedback_of
from interviewsim.reports.wording import ENDINGS, clock

YOU = "You"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a grade saw in a turn: code points `start` to `end` of its text, for a criterion at a level."""

    start: int
    end: int
    criterion: str
    level: int | None
    quote: str


@dataclass(frozen=True, slots=True)
class TurnView:
    """One utterance: who spoke, at `m:ss` of the round's clock, what, and what the newest grade saw in it."""

    turn: int
    speaker: str
    candidate: bool
    time: str
    text: str
    remark: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session as a report tells it. `grades` are in the order they were given; the newest is told in full."""

    transcript: Transcript
    title: str
    facts: tuple[str, ...]
    turns: tuple[TurnView, ...]
    grades: tuple[Scorecard, ...]
    feedback: Feedback | None
    damage: tuple[str, ...]

    @property
    def interviewer(self) -> str:
        """What the candidate calls the interviewer."""
        return _interviewer(self.transcript)

    @property
    def newest(self) -> Scorecard | None:
        """The grade that the report tells in full."""
        return self.grades[-1] if self.grades else None


def view_of(transcript: Transcript, title: str = "", damage: Sequence[str] = ()) -> SessionView:
    """Read a session. `title`: one given later; `damage`: what is wrong with its journal, in sentences."""
    grades = tuple(graded.scorecard for graded in transcript.grades)
    newest = grades[-1] if grades else None
    shown = title or transcript.opened.title
    return SessionView(
        transcript,
        shown,
        tuple(fact for fact in _facts(transcript) if fact not in shown.split(" · ")),
        tuple(_turn(transcript, utterance, newest) for utterance in transcript.turns),
        grades,
        feedback_of(newest, transcript) if newest else None,
        tuple(damage),
    )


def _facts(transcript: Transcript) -> tuple[str, ...]:
    opened, plan = transcript.opened, transcript.configured.plan if transcript.configured else None
    length = f"{clock(transcript.t)} of {clock(plan.seconds)}" if plan and plan.timed else clock(transcript.t)
    return (
        opened.round.label,
        transcript.configured.pack.name if transcript.configured else opened.company,
        opened.level.label,
        f"{opened.length}, {opened.mode}",
        opened.at[:16].replace("T", " ") + " UTC",
        length,
        ENDINGS[transcript.ended] if transcript.ended else "not finished",
    )


def _turn(transcript: Transcript, said: Utterance, grade: Scorecard | None) -> TurnView:
    return TurnView(
        said.turn,
        YOU if said.candidate else _interviewer(transcript),
        said.candidate,
        clock(said.t),
        said.text,
        _remark(said),
        _marks(said, grade) if grade and said.candidate else (),
    )


def _interviewer(transcript: Transcript) -> str:
    return transcript.configured.plan.interviewer.first_name if transcript.configured else "Interviewer"


def _remark(said: Utterance) -> str:
    if said.cut_off:
        return "cut off by the clock"
    if not said.complete:
        return "interrupted"
    return "pasted" if said.pasted else ""


def _marks(said: Utterance, grade: Scorecard) -> tuple[Mark, ...]:
    """Only marks that still fit the stored words: a grade never puts others in their place."""
    found = [
        Mark(place.start, place.end, criterion.name, criterion.level, place.quote)
        for criterion in grade.criteria
        for place in criterion.evidence
        if place.turn == said.turn and said.text[place.start : place.end] == place.quote
    ]
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.end)))
