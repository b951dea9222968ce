"""How far a loop has come: its rounds in order, each with the session that was held for it. A fold of history rows.

A loop is nothing but the sessions that carry its id in their first line: there is no file of its own to go stale.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from interviewsim.domain.history import HistoryRow, Standing
from interviewsim.domain.loop import LoopRound
from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Length, Level, Mode


class Stage(StrEnum):
    """Where a round of a loop stands."""

    TO_COME = "to_come"
    UNDER_WAY = "under_way"
    IN = "in"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Step:
    """A round of the loop, with the newest session held for it."""

    place: LoopRound
    row: HistoryRow | None

    @property
    def stage(self) -> Stage:
        """Where it stands. A damaged session holds its place where it came to its end, as far as can be told."""
        if self.row is None:
            return Stage.TO_COME
        match self.row.state:
            case Standing.FINISHED:
                return Stage.IN
            case Standing.UNFINISHED:
                return Stage.UNDER_WAY
            case _:
                return Stage.DAMAGED


@dataclass(frozen=True, slots=True)
class Course:
    """A loop as far as it has come. `company` is a pack's id; `level`, `mode`, `length` are as its sessions say."""

    loop: str
    company: str
    level: str
    mode: str
    length: str
    steps: tuple[Step, ...]

    @property
    def next(self) -> Step | None:
        """The round to go on with: one under way first, else the first to come; None where all are in."""
        under_way = (step for step in self.steps if step.stage is Stage.UNDER_WAY)
        to_come = (step for step in self.steps if step.stage is Stage.TO_COME)
        return next(under_way, None) or next(to_come, None)

    @property
    def held(self) -> int:
        """How many rounds are in."""
        return sum(step.stage in {Stage.IN, Stage.DAMAGED} for step in self.steps)

    @property
    def ungraded(self) -> tuple[str, ...]:
        """Sessions of rounds that came to their end and have no grade yet."""
        rows = (step.row for step in self.steps if step.stage is Stage.IN)
        return tuple(row.session for row in rows if row and row.grader is None)

    @property
    def complete(self) -> bool:
        """Whether no round is left to be held."""
        return self.next is None


def course_of(loop: str, rows: Iterable[HistoryRow], places: Sequence[LoopRound]) -> Course | None:
    """The loop with this id out of rows, newest first; None where no session belongs to it.

    `places`: the rounds of the company's loop, in its order. A take two belongs to no loop.
    """
    mine = [row for row in rows if row.loop == loop and row.forked_from is None]
    if not mine:
        return None
    newest = {row.round: row for row in reversed(mine)}
    first = mine[-1]
    steps = tuple(Step(place, newest.get(place.round.value)) for place in places)
    return Course(loop, first.company, first.level, first.mode, first.length, steps)


def loops_in(rows: Iterable[HistoryRow]) -> tuple[str, ...]:
    """The ids of all loops that have a session, the one taken up last first; rows come newest first."""
    return tuple(dict.fromkeys(row.loop for row in rows if row.loop and row.forked_from is None))


def setup_for(course: Course, step: Step, like: Setup) -> Setup:
    """What the next round of a loop is begun by: the loop's own company, level, mode and length; the rest as `like`."""
    return Setup(
        step.place.round,
        company=course.company,
        level=Level(course.level),
        mode=Mode(course.mode),
        length=Length(course.length),
        time_factor=like.time_factor,
        minutes=like.minutes,
        seed=like.seed,
        loop=course.loop,
    )
