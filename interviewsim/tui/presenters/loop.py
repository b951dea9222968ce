"""A loop's rounds as a list, and what the committee waits for."""

from collections.abc import Sequence
from dataclasses import dataclass

from interviewsim.domain.course import Course, Stage, Step
from interviewsim.domain.setup import SHORT_MINUTES
from interviewsim.domain.terms import Length, Mode
from interviewsim.tui.presenters.home import SEALED, verdict_word
from interviewsim.tui.presenters.plain import named, one_line, plural

NUMBERS = ("no", "one", "two", "three", "four", "five", "six")


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One round of the loop: all text, ready to be set in columns. `session` None: not begun."""

    mark: str
    label: str
    score: str
    signal: str
    who: str
    session: str | None
    stage: Stage
    next: bool


@dataclass(frozen=True, slots=True)
class LoopView:
    """Everything the screen shows. `at`: the row that the cursor should stand on."""

    title: str
    lead: str
    rounds: tuple[RoundLine, ...]
    committee: tuple[str, ...]
    at: int
    complete: bool
    sealed: bool


def loop_view(course: Course, *, revealed: bool = False) -> LoopView:
    """A loop as it stands. In realistic mode the read-outs stay sealed until all are in, unless `revealed`."""
    sealed = course.mode == Mode.REALISTIC and not course.complete and not revealed
    coming = course.next
    rounds = tuple(_line(step, coming=step is coming, sealed=sealed) for step in course.steps)
    return LoopView(
        title=f"Full loop · {named(course.company)} · {_level(course.level)}",
        lead=_lead(course),
        rounds=rounds,
        committee=tuple(_committee(course, sealed=sealed)),
        at=next((at for at, line in enumerate(rounds) if line.next), 0),
        complete=course.complete,
        sealed=sealed,
    )


def minutes_of(course: Course, step: Step) -> int:
    """How long a round is planned to take, in minutes."""
    whole = step.place.minutes
    return min(SHORT_MINUTES, whole) if course.length == Length.SHORT else whole


def _lead(course: Course) -> str:
    total = sum(minutes_of(course, step) for step in course.steps)
    hours, minutes = divmod(total, 60)
    time = f"{hours} h {minutes:02}" if hours else f"{minutes} min"
    return (
        f"{plural(len(course.steps), 'round')}, {time} in total. Hold them in one sitting or over several days; "
        "the committee meets when all are in."
    )


def _line(step: Step, *, coming: bool, sealed: bool) -> RoundLine:
    who = step.place.interviewer
    score, signal = _signal(step, sealed=sealed)
    return RoundLine(
        mark={Stage.IN: "✓", Stage.DAMAGED: "!"}.get(step.stage, " "),
        label=step.place.round.label,
        score=score,
        signal="next" if coming and step.stage is Stage.TO_COME else signal,
        who=f"{one_line(who.name)}, {one_line(who.role)}",
        session=step.row.session if step.row else None,
        stage=step.stage,
        next=coming,
    )


def _signal(step: Step, *, sealed: bool) -> tuple[str, str]:
    row = step.row
    match step.stage:
        case Stage.TO_COME:
            return "-", ""
        case Stage.UNDER_WAY:
            return "-", "under way"
        case Stage.DAMAGED:
            return "-", "damaged"
        case Stage.IN if sealed:
            return "-", SEALED
        case Stage.IN:
            score = row.score if row else None
            verdict = verdict_word(row.verdict) if row else ""
            return ("-" if score is None else f"{score:.1f}"), verdict or ("no verdict" if score else "not judged")


def _committee(course: Course, *, sealed: bool) -> Sequence[str]:
    left = len(course.steps) - course.held
    if course.complete:
        return ("All rounds are in.", "The committee has met: press p for its packet.")
    told = [f"{course.held} of {len(course.steps)} in. {_count(left).capitalize()} to go."]
    if sealed and course.held:
        told.append("Read-outs stay sealed until all are in, as they would for the interviewers. c reveals them.")
    return told


def _count(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def _level(level: str) -> str:
    return named(level) if len(level) > len("apm") else level.upper()
