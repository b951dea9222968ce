"""One session a day until the interview: what to practice today, by a fixed rule. Pure; dates come from the caller.

The rule, in this order: the last two days are light (a warm-up), two days before comes a rehearsal; until then a round
that was never tried, in the order of a loop; then the weakest criterion, ten minutes; then the round in which a change
is carried over. A drill is not followed by another while there is a change to be tried. There is one session a day:
after it, the day is done. Nothing is counted over days.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from enum import StrEnum

from interviewsim.domain.history import HistoryRow, Standing
from interviewsim.domain.setup import DRILL_MINUTES, SHORT_MINUTES, WARM_UP_MINUTES
from interviewsim.domain.terms import Length, Round

REHEARSAL = 2
"""Days before the interview on which a round is rehearsed as it will be."""
LIGHT = 1
"""Days before the interview from which nothing new is begun."""


class Plan(StrEnum):
    """What a day is for."""

    UNTRIED = "untried"
    DRILL = "drill"
    CHANGE = "change"
    REHEARSAL = "rehearsal"
    LIGHT = "light"
    DONE = "done"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class WeakSpot:
    """The criterion that stands lowest: where, by which name, at which level 1 to 5."""

    round: Round
    company: str
    criterion: str
    name: str
    level: int


@dataclass(frozen=True, slots=True)
class WeakSpots:
    """What earlier grades leave to be worked on: the lowest criterion, and the round of the change asked for last."""

    weakest: WeakSpot | None = None
    change: Round | None = None


@dataclass(frozen=True, slots=True)
class Practice:
    """What was practiced so far. A warm-up is no session, but all that the last day asks for."""

    tried: frozenset[Round] = frozenset()
    done_today: bool = False
    warmed_today: bool = False
    drilled_last: bool = False
    spots: WeakSpots = WeakSpots()

    @property
    def untried(self) -> tuple[Round, ...]:
        """The rounds that were never played to their end, in the order of a loop."""
        return tuple(round_ for round_ in Round if round_ not in self.tried)


@dataclass(frozen=True, slots=True)
class Today:
    """Today's one session. `minutes` 0: nothing is to be done. `spot`: what a drill is about."""

    plan: Plan
    round: Round
    length: Length
    minutes: int
    spot: WeakSpot | None = None


def today_of(days: int, practice: Practice) -> Today:
    """The session of a day that lies `days` before the interview; 0 is the interview's own day."""
    weakest, change = practice.spots.weakest, practice.spots.change
    if days < 0:
        return _nothing(Plan.OVER)
    if practice.done_today or (days <= LIGHT and practice.warmed_today):
        return _nothing(Plan.DONE)
    if days <= LIGHT:
        return Today(Plan.LIGHT, _known_best(practice), Length.WARM_UP, WARM_UP_MINUTES)
    if days == REHEARSAL:
        return _whole(Plan.REHEARSAL, weakest.round if weakest else _first(practice))
    if practice.untried:
        return _whole(Plan.UNTRIED, practice.untried[0])
    if weakest and not (practice.drilled_last and change):
        return Today(Plan.DRILL, weakest.round, Length.DRILL, DRILL_MINUTES, weakest)
    return _whole(Plan.CHANGE, change or _first(practice))


def practice_of(history: Sequence[HistoryRow], today: date, zone: tzinfo | None, spots: WeakSpots) -> Practice:
    """What a history, newest first, says of practice; `zone` is where `today` is. A take two is no session."""
    finished = [row for row in history if row.state == Standing.FINISHED and row.forked_from is None]
    sessions = [row for row in finished if row.length != Length.WARM_UP]
    return Practice(
        tried=frozenset(Round(row.round) for row in sessions if row.length != Length.DRILL and row.round in set(Round)),
        done_today=any(_day(row.at, zone) == today for row in sessions[:1]),
        warmed_today=any(_day(row.at, zone) == today for row in finished[:1]),
        drilled_last=bool(sessions) and sessions[0].length == Length.DRILL,
        spots=spots,
    )


def _day(at: str, zone: tzinfo | None) -> date | None:
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return None
    known = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return known.astimezone(zone).date()


def _first(practice: Practice) -> Round:
    return practice.untried[0] if practice.untried else Round.BEHAVIORAL


def _known_best(practice: Practice) -> Round:
    """A warm-up before the day is no place for a round never met."""
    met = [round_ for round_ in Round if round_ in practice.tried]
    return Round.BEHAVIORAL if Round.BEHAVIORAL in met or not met else met[0]


def _whole(plan: Plan, round_: Round) -> Today:
    return Today(plan, round_, Length.SHORT, SHORT_MINUTES)


def _nothing(plan: Plan) -> Today:
    return Today(plan, Round.BEHAVIORAL, Length.WARM_UP, 0)
