"""A stretch of practice in one report: what was held, and what its scores can bear.

A trend is of one round by one ruler: company, level and grader are kept apart. Takes, drills, warm-ups, gentle and
unfinished rounds stand in none of them and are counted as left out.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from interviewsim.domain import trend
from interviewsim.domain.history import HistoryRow, Standing
from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.terms import Length, Mode, Round
from interviewsim.reports.debrief import Block, Rated, Section, Words
from interviewsim.reports.wording import PRACTICE_ONLY, bar, named

SCHEMA = 1
LEFT_OUT = {
    "unfinished": "unfinished",
    "damaged": "damaged",
    "take_two": "take two",
    "warm_up": "warm-up",
    "drill": "drill",
    "gentle": "gentle",
    "unscored": "without a score",
}
"""Why a session stands in no trend, in words."""
MOST_LEVELS = 8
"""Newest levels of a criterion that are told."""


@dataclass(frozen=True, slots=True)
class Ruler:
    """By what scores were measured; only those of one ruler are compared."""

    company: str
    level: str
    grader: str


@dataclass(frozen=True, slots=True)
class RoundTrend:
    """The scored sessions of one round by one ruler, oldest first, with the levels of each criterion."""

    round: str
    ruler: Ruler
    rows: tuple[HistoryRow, ...]
    criteria: tuple[tuple[str, tuple[int, ...]], ...]
    focus: str

    @property
    def scores(self) -> tuple[float, ...]:
        """The scores, oldest first."""
        return tuple(row.score for row in self.rows if row.score is not None)


@dataclass(frozen=True, slots=True)
class Period:
    """All sessions of a stretch of time, newest first, and what follows from them."""

    since: datetime
    until: datetime
    rows: tuple[HistoryRow, ...]
    trends: tuple[RoundTrend, ...]
    left_out: Mapping[str, int]
    minutes: float


def period_of(rows: Sequence[HistoryRow], cards: Mapping[str, Scorecard], since: datetime, until: datetime) -> Period:
    """Gather a period. `rows` newest first; `cards`: the grades of those that count, by session."""
    reasons = [(row, why_left_out(row)) for row in rows]
    counted = [row for row, why in reasons if not why]
    return Period(
        since,
        until,
        tuple(rows),
        tuple(_trends(counted, cards)),
        Counter(why for _, why in reasons if why),
        sum(row.minutes or 0.0 for row in rows if row.state == Standing.FINISHED),
    )


def why_left_out(row: HistoryRow) -> str:
    """Why a session stands in no trend, a key of `LEFT_OUT`; empty where it does."""
    if row.state != Standing.FINISHED:
        return "damaged" if row.state == Standing.DAMAGED else "unfinished"
    if row.forked_from is not None:
        return "take_two"
    if row.length in {Length.WARM_UP, Length.DRILL}:
        return "warm_up" if row.length == Length.WARM_UP else "drill"
    if row.mode == Mode.GENTLE:
        return "gentle"
    return "" if row.score is not None else "unscored"


def period_json(period: Period) -> Mapping[str, object]:
    """The period as one value; `sessions` are rows of the history."""
    return {
        "schema": SCHEMA,
        "since": period.since.isoformat(timespec="seconds"),
        "until": period.until.isoformat(timespec="seconds"),
        "minutes": round(period.minutes, 1),
        "counted": sum(len(one.rows) for one in period.trends),
        "left_out": dict(period.left_out),
        "trends": [_trend_value(one) for one in period.trends],
        "sessions": [asdict(row) for row in period.rows],
    }


def period_sections(period: Period) -> tuple[Section, ...]:
    """The period in reading order: the sum, each ruler's rounds, what was asked for last, the sessions."""
    rulers = list(dict.fromkeys(one.ruler for one in period.trends))
    sections = [Section("", tuple(_opening(period)))]
    for ruler in rulers:
        here = [one for one in period.trends if one.ruler == ruler]
        sections.append(Section(_ruler(ruler), tuple(block for one in here for block in _round(one))))
    named_by = ruler_told if len(rulers) > 1 else (lambda one: _label(one.round))
    asked = [Words(f"{named_by(one)}: {one.focus}") for one in period.trends if one.focus]
    listed = [Words(_session(row)) for row in period.rows]
    for heading, blocks in (("The changes asked for last", asked), ("Sessions, newest first, in UTC", listed)):
        sections += [Section(heading, tuple(blocks))] if blocks else []
    return tuple(sections)


def title_of(period: Period) -> str:
    """What the report is called."""
    return f"Practice from {period.since:%Y-%m-%d} to {period.until:%Y-%m-%d}"


def ruler_told(one: RoundTrend) -> str:
    """A trend's round and ruler on one line."""
    return f"{_label(one.round)}, {_ruler(one.ruler)}"


def _trends(counted: Sequence[HistoryRow], cards: Mapping[str, Scorecard]) -> Iterator[RoundTrend]:
    """In the order of rulers as they were used last, and of rounds in a loop."""
    groups: dict[tuple[Ruler, str], list[HistoryRow]] = {}
    for row in counted:
        groups.setdefault((Ruler(row.company, row.level, row.grader or ""), row.round), []).append(row)
    used = list(dict.fromkeys(ruler for ruler, _ in groups))
    order = {round_.value: at for at, round_ in enumerate(Round)}
    for ruler, round_ in sorted(groups, key=lambda one: (used.index(one[0]), order.get(one[1], len(order)))):
        rows = groups[ruler, round_]
        oldest_first = tuple(reversed(rows))
        graded = [cards[row.session] for row in oldest_first if row.session in cards]
        focus = (graded[-1].focus or "") if graded else ""
        yield RoundTrend(round_, ruler, oldest_first, tuple(_criteria(graded)), focus)


def _criteria(cards: Sequence[Scorecard]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The levels of each criterion of the newest grade over all grades, oldest first."""
    for criterion in cards[-1].criteria if cards else ():
        levels = [one.level for card in cards for one in card.criteria if one.id == criterion.id]
        if found := tuple(level for level in levels if level is not None)[-MOST_LEVELS:]:
            yield criterion.name, found


def _opening(period: Period) -> Iterator[Block]:
    finished = sum(row.state == Standing.FINISHED for row in period.rows)
    counted = sum(len(one.rows) for one in period.trends)
    if not period.rows:
        yield Words("No session in this time.")
        return
    hours, minutes = divmod(round(period.minutes), 60)
    time = f"{hours} h {minutes:02}" if hours else f"{minutes} min"
    yield Words(
        f"{_plural(finished, 'finished session')}, {time} on the clock; {_plural(counted, 'round')} in the trends."
    )
    if period.left_out:
        told = ", ".join(f"{count} {LEFT_OUT[why]}" for why, count in period.left_out.items())
        yield Words(f"Left out of them: {told}.")
    yield Words(PRACTICE_ONLY)


def _round(one: RoundTrend) -> Iterator[Block]:
    count, sentence = trend.told(one.scores)[0], trend.told(one.scores)[-1]
    yield Rated(_label(one.round), bar(one.scores[-1]), count)
    if trend.enough(one.scores):
        yield Words(f"Oldest first: {', '.join(f'{score:.1f}' for score in one.scores)}.", detail=True)
    yield Words(sentence, detail=True)
    if one.criteria and len(one.rows) > 1:
        told = "; ".join(f"{name} {', '.join(map(str, levels))}" for name, levels in one.criteria)
        yield Words(f"By criterion, oldest first: {told}.", detail=True)


def _session(row: HistoryRow) -> str:
    score = "no score" if row.score is None else f"{row.score:.1f}"
    verdict = f", {named(row.verdict)}" if row.verdict else ""
    standing = f"{score}{verdict}" if row.state == Standing.FINISHED else row.state
    why = why_left_out(row)
    kind = f" ({LEFT_OUT[why]})" if why and row.state == Standing.FINISHED and why != "unscored" else ""
    what = " · ".join(filter(None, (row.title or _label(row.round), _level(row.level))))
    return f"{row.at[:16].replace('T', ' ')}  {what}: {standing}{kind}  [{row.session}]"


def _ruler(ruler: Ruler) -> str:
    return " · ".join(filter(None, (named(ruler.company).capitalize(), _level(ruler.level), ruler.grader)))


def _label(round_: str) -> str:
    return Round(round_).label if round_ in set(Round) else named(round_).capitalize()


def _level(level: str) -> str:
    return level.capitalize() if len(level) > len("apm") else level.upper()


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _trend_value(one: RoundTrend) -> Mapping[str, object]:
    scores = one.scores
    return {
        "round": one.round,
        "company": one.ruler.company,
        "level": one.ruler.level,
        "grader": one.ruler.grader,
        "n": len(scores),
        "scores": [
            {"session": row.session, "at": row.at, "score": row.score, "verdict": row.verdict} for row in one.rows
        ],
        "last": scores[-1],
        "spread": [min(scores), max(scores)],
        "enough": trend.enough(scores),
        "told": " ".join(trend.told(scores)[1:]),
        "criteria": [{"name": name, "levels": list(levels)} for name, levels in one.criteria],
        "focus": one.focus,
    }
