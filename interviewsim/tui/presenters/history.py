"""All sessions as a list that can be narrowed, and what their scores say when they are few or scattered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from interviewsim.domain import trend
from interviewsim.domain.history import HistoryRow, Standing
from interviewsim.domain.terms import Round
from interviewsim.tui.presenters.home import MOST_POINTS, NONE_YET, verdict_word
from interviewsim.tui.presenters.plain import moment, named, one_line, plural, spark

STATES = {Standing.FINISHED: "finished", Standing.UNFINISHED: "unfinished", Standing.DAMAGED: "damaged"}
LEAST_PART = 3
"""Letters from which a search finds parts of words."""
MOST_MARKED = 2
"""A comparison has two sides."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list is narrowed to; empty: everything. `words` must all be in what the row shows."""

    round: str = ""
    company: str = ""
    state: str = ""
    words: str = ""

    @property
    def empty(self) -> bool:
        """Whether everything is shown."""
        return self == Filter()

    @property
    def told(self) -> str:
        """The filter in words."""
        parts = [named(self.round), named(self.company), self.state, f"“{one_line(self.words)}”" if self.words else ""]
        return " · ".join(filter(None, parts)) or "all sessions"


@dataclass(frozen=True, slots=True)
class FilterOption:
    """One line of the list of filters, and the filter that it leads to."""

    name: str
    filter: Filter


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session in the list: all text, ready to be set in columns."""

    session: str
    when: str
    what: str
    company: str
    level: str
    score: str
    verdict: str
    minutes: str
    row: HistoryRow


@dataclass(frozen=True, slots=True)
class Trend:
    """The scores of one round by one ruler (company, level, grader), oldest first."""

    title: str
    ruler: str
    scores: tuple[float, ...]

    @property
    def enough(self) -> bool:
        """Whether a trend may be spoken of."""
        return trend.enough(self.scores)

    @property
    def spread(self) -> str:
        """Lowest to highest."""
        return trend.spread_of(self.scores) or NONE_YET

    @property
    def bars(self) -> str:
        """The newest scores as small bars, where there are enough."""
        return spark(self.scores[-MOST_POINTS:]) if self.enough else ""

    @property
    def told(self) -> tuple[str, ...]:
        """What the scores say, and no more: their number, spread, and whether the last stands out."""
        return trend.told(self.scores)


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The list as it is narrowed."""

    lines: tuple[SessionLine, ...]
    count: str
    empty: str


def history_view(rows: Sequence[HistoryRow], narrowed: Filter, now: datetime | None) -> HistoryView:
    """The rows that pass a filter, newest first as they come."""
    lines = tuple(line for line in (_line(row, now) for row in rows) if _passes(line, narrowed))
    unfinished = sum(line.row.state == Standing.UNFINISHED for line in lines)
    damaged = sum(line.row.state == Standing.DAMAGED for line in lines)
    parts = [plural(len(lines), "session")]
    parts += [f"{unfinished} unfinished"] if unfinished else []
    parts += [f"{damaged} damaged"] if damaged else []
    return HistoryView(lines, " · ".join(parts), _nothing(rows, narrowed) if not lines else "")


def filter_options(rows: Sequence[HistoryRow], now: Filter) -> tuple[FilterOption, ...]:
    """Every filter that would leave something, with how much; the first line clears them all."""
    rounds = [round_.value for round_ in Round if any(row.round == round_.value for row in rows)]
    companies = sorted({row.company for row in rows if row.company})
    states = [state for state in STATES if any(row.state == state for row in rows)]
    options = [FilterOption(f"Everything ({len(rows)})", Filter())]
    for value in rounds:
        count = sum(row.round == value for row in rows)
        options.append(FilterOption(f"Round · {Round(value).label} ({count})", replace(now, round=value)))
    for value in companies:
        count = sum(row.company == value for row in rows)
        options.append(FilterOption(f"Company · {named(value)} ({count})", replace(now, company=value)))
    for state in states:
        count = sum(row.state == state for row in rows)
        options.append(FilterOption(f"State · {STATES[state]} ({count})", replace(now, state=state.value)))
    return tuple(options)


def trend_of(rows: Sequence[HistoryRow], like: HistoryRow) -> Trend:
    """The scores that were measured as this session's is or would be; of an ungraded one, by its round's newest."""
    scored = [row for row in rows if row.round == like.round and row.counts and _scored(row)]
    ruler = like if _scored(like) else next((row for row in scored if row.company == like.company), like)
    alike = [row.score for row in scored if _ruler(row) == _ruler(ruler) and row.score is not None]
    by = " · ".join(filter(None, (named(ruler.company), _level(ruler.level), one_line(ruler.grader or ""))))
    return Trend(named(like.round), by, tuple(reversed(alike)))


def trends(rows: Sequence[HistoryRow]) -> Mapping[Round, Trend]:
    """For each round that has a score, the trend by the ruler of its newest score."""
    found: dict[Round, Trend] = {}
    for round_ in Round:
        newest = next((row for row in rows if row.round == round_.value and row.counts and _scored(row)), None)
        if newest is not None:
            found[round_] = trend_of(rows, newest)
    return found


def toggled(marked: Sequence[str], session: str) -> tuple[str, ...]:
    """Mark a session or take its mark away; a third mark takes the oldest's place."""
    if session in marked:
        return tuple(other for other in marked if other != session)
    return (*marked, session)[-MOST_MARKED:]


def oldest_first(rows: Iterable[HistoryRow], marked: Sequence[str]) -> tuple[str, ...]:
    """The marked sessions that are there, as time went; rows come newest first."""
    return tuple(reversed([row.session for row in rows if row.session in marked]))


def _scored(row: HistoryRow) -> bool:
    return row.score is not None


def _ruler(row: HistoryRow) -> tuple[str, str, str | None]:
    return row.company, row.level, row.grader


def _line(row: HistoryRow, now: datetime | None) -> SessionLine:
    finished = row.state == Standing.FINISHED
    verdict = (verdict_word(row.verdict) or ("no verdict" if finished else row.state)) if row.state else ""
    title = one_line(row.title)
    return SessionLine(
        session=row.session,
        when=moment(row.at, now) if row.at else NONE_YET,
        what=title or named(row.round) or one_line(row.session),
        company=named(row.company),
        level=_level(row.level),
        score=NONE_YET if row.score is None else f"{row.score:.1f}",
        verdict=verdict,
        minutes=NONE_YET if row.minutes is None else f"{row.minutes:.0f}",
        row=row,
    )


def _level(level: str) -> str:
    return named(level) if len(level) > len("apm") else level.upper()


def _passes(line: SessionLine, narrowed: Filter) -> bool:
    row = line.row
    asked = ((narrowed.round, row.round), (narrowed.company, row.company), (narrowed.state, row.state))
    if any(wanted and wanted != value for wanted, value in asked):
        return False
    if not narrowed.words:
        return True
    text = " ".join((line.what, line.when, named(row.round), line.company, line.level, line.verdict, row.session))
    shown = text.casefold()
    return all(_stands_in(word, shown) for word in narrowed.words.casefold().split())


def _stands_in(word: str, text: str) -> bool:
    """A short word stands for itself: "no" is not the beginning of November."""
    return word in text.split() if len(word) < LEAST_PART else word in text


def _nothing(rows: Sequence[HistoryRow], narrowed: Filter) -> str:
    if not rows:
        return "No rounds yet. Go home and press w for a 5-minute warm-up."
    return f"Nothing for {narrowed.told}. Backspace shows everything."
