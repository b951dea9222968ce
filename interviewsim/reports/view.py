"""The one read model of a session, for every format: what was said, with the marks that point into it, and the grades.

Nothing here is judged, escaped or laid out. Every quote is cut from the transcript.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from interviewsim.domain.evidence import Evidence
from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.transcript import Transcript, Utterance
from interviewsim.reports.wording import ENDINGS, FOLLOW_UPS, asked, clock

YOU = "You"
MOST_EXCERPT = 160
"""Code points of a turn that stand for it where no quote does."""


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
class Excerpt:
    """Some words of a turn; `cut` where the turn goes on."""

    turn: int
    text: str
    cut: bool = False


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """Where a follow-up changed an answer most: the words before, what was asked for and why, the words after."""

    before: Excerpt
    who: str
    why: str
    question: Excerpt
    after: Excerpt
    gained: bool


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session as a report tells it. `grades` are in the order they were given; the newest is told in full."""

    transcript: Transcript
    title: str
    facts: tuple[str, ...]
    turns: tuple[TurnView, ...]
    grades: tuple[Scorecard, ...]
    turning_point: TurningPoint | None
    damage: tuple[str, ...]

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
        turning_point(transcript, newest) if newest else None,
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


def turning_point(transcript: Transcript, grade: Scorecard) -> TurningPoint | None:
    """The follow-up whose answer holds most of what the grade rests on; where none gained, the first one."""
    best, most = None, -1
    for before, question, after in zip(transcript.turns, transcript.turns[1:], transcript.turns[2:], strict=False):
        if not (before.candidate and question.move in FOLLOW_UPS and after.candidate):
            continue
        gain = _gain(after.turn, grade)
        if gain > most:
            best, most = (before, question, after), gain
    if best is None:
        return None
    before, question, after = best
    return TurningPoint(
        _excerpt(before, grade),
        _interviewer(transcript),
        asked(question.move, question.target),
        _excerpt(question, grade),
        _excerpt(after, grade),
        gained=most > 0,
    )


def _gain(turn: int, grade: Scorecard) -> int:
    parts = [part for answer in grade.answers for part in answer.parts.values() if part.prompted and part.present]
    told = sum(2 for part in parts if any(span.turn == turn for span in part.spans))
    return told + sum(1 for place in _places(grade) if place.turn == turn)


def _places(grade: Scorecard) -> list[Evidence]:
    return [place for criterion in grade.criteria for place in criterion.evidence]


def _excerpt(said: Utterance, grade: Scorecard) -> Excerpt:
    """The longest words of the turn that a grade rests on, else its beginning."""
    places = [one for one in _places(grade) if one.turn == said.turn and said.text[one.start : one.end] == one.quote]
    if said.candidate and places:
        longest = max(places, key=lambda place: place.end - place.start)
        return Excerpt(said.turn, longest.quote)
    if len(said.text) <= MOST_EXCERPT:
        return Excerpt(said.turn, said.text)
    beginning = said.text[:MOST_EXCERPT]
    return Excerpt(said.turn, beginning[: max(beginning.rfind(" "), MOST_EXCERPT // 2)], cut=True)
