"""What home shows of a history: the six rounds, what can be gone on with, what was done lately."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from interviewsim.domain.history import HistoryRow, Standing
from interviewsim.domain.terms import Length, Mode, Round
from interviewsim.domain.trend import FOR_A_TREND
from interviewsim.tui.presenters.plain import ago, moment, named, one_line, plural, spark

MOST_POINTS = 10
UNFINISHED = 3
RECENT = 8
NONE_YET = "-"
"""ASCII: a dash of any other kind makes the first paint wait for the table of cell widths."""
TAKE_TWO = "Take two"
SEALED = "sealed"
"""In place of a verdict that its loop keeps back until all rounds are in."""
GENTLE = f"{NONE_YET:<3}  gentle"
"""In place of a score that was not asked for."""
_KINDS = {Length.DRILL.value: "Drill", Length.WARM_UP.value: "Warm-up"}


class RoundRow(NamedTuple):
    """One of the six rounds: all text, ready to be set in columns.

    A tuple, as all that the first paint makes: seven such classes cost it as much as one data class.
    """

    round: Round
    label: str
    length: str
    last: str
    best: str
    trend: str
    playable: bool


class SessionRow(NamedTuple):
    """A session to go on with or to read again."""

    session: str
    what: str
    when: str
    detail: str
    finished: bool


class HomeView(NamedTuple):
    """Everything home shows once the history is known. `loop`: how far the one under way has come."""

    headline: str
    rounds: tuple[RoundRow, ...]
    unfinished: tuple[SessionRow, ...]
    recent: tuple[SessionRow, ...]
    damaged: str
    empty: bool
    loop: str = ""


def home_view(
    history: Sequence[HistoryRow],
    now: datetime | None,
    rounds: Mapping[Round, int] | None,
    grading: Mapping[str, str] | None = None,
    *,
    complete: Collection[str] | None = None,
) -> HomeView:
    """Turn a history, newest first, into what home shows.

    `rounds`: those that can be played, with their minutes; None while nobody has said. `grading` tells of each session
    whose grade is in the making how far it is. `complete`: loops of which all rounds are in, None while nobody has
    said; the read-outs of the others stay sealed.
    """
    history = [_as_sealed(row) if _is_sealed(row, complete) else row for row in history]
    finished = [row for row in history if row.state == Standing.FINISHED]
    counted = [row for row in finished if row.counts]
    unfinished = [row for row in history if row.state == Standing.UNFINISHED]
    return HomeView(
        headline=plural(len(counted), "round") if counted else "",
        rounds=tuple(_round_row(round_, counted, rounds) for round_ in Round),
        unfinished=tuple(_unfinished_row(row, now) for row in unfinished[:UNFINISHED]),
        recent=tuple(_recent_row(row, now, (grading or {}).get(row.session, "")) for row in finished[:RECENT]),
        damaged=_damaged(sum(1 for row in history if row.state == Standing.DAMAGED)),
        empty=not history,
        loop=_loop(history[:RECENT]),
    )


def in_a_sealed_loop(row: HistoryRow) -> bool:
    """Whether it is a round of a loop whose read-outs are sealed until all are in."""
    return row.loop is not None and row.mode == Mode.REALISTIC and row.forked_from is None


def _is_sealed(row: HistoryRow, complete: Collection[str] | None) -> bool:
    return in_a_sealed_loop(row) and row.state == Standing.FINISHED and row.loop not in (complete or ())


def _as_sealed(row: HistoryRow) -> HistoryRow:
    return replace(row, score=None, verdict=SEALED)


def _loop(newest: Sequence[HistoryRow]) -> str:
    """How far the loop has come that was lately taken up; empty where there is none, or all six are in."""
    loop = next((row.loop for row in newest if row.loop and row.forked_from is None), None)
    held = {row.round for row in newest if row.loop == loop and row.state == Standing.FINISHED}
    if loop is None or len(held) == len(Round):
        return ""
    return f"Your loop: {plural(len(held), 'round')} in. Press l to open it."


def coming(round_: Round, rounds: Mapping[Round, int]) -> str:
    """Why a round cannot be started."""
    playable = ", ".join(f"{other.label} ({number})" for number, other in enumerate(Round, 1) if other in rounds)
    return f"{round_.label} is coming. Today you can play: {playable}."


def verdict_word(verdict: str | None) -> str:
    """A verdict's id as words, where no pack is at hand: "No hire"."""
    return named(verdict) if verdict else ""


def _round_row(round_: Round, finished: Sequence[HistoryRow], rounds: Mapping[Round, int] | None) -> RoundRow:
    scores = _comparable(round_, finished)
    playable = rounds is None or round_ in rounds
    return RoundRow(
        round=round_,
        label=round_.label,
        length=f"{rounds[round_]} min" if rounds and round_ in rounds else "",
        last=f"{scores[0]:.1f}" if scores else NONE_YET,
        best=f"{max(scores):.1f}" if scores else NONE_YET,
        trend=_trend(scores, sealed=_has_sealed(round_, finished)) if playable else "coming",
        playable=playable,
    )


def _comparable(round_: Round, finished: Sequence[HistoryRow]) -> list[float]:
    """Scores measured by the newest score's ruler: same company, level and grader. Newest first."""
    scored = [row for row in finished if row.round == round_.value and row.score is not None]
    ruler = {(row.company, row.level, row.grader) for row in scored[:1]}
    return [row.score for row in scored if (row.company, row.level, row.grader) in ruler and row.score is not None]


def _has_sealed(round_: Round, finished: Sequence[HistoryRow]) -> bool:
    return any(row.round == round_.value and row.verdict == SEALED for row in finished)


def _trend(scores: Sequence[float], *, sealed: bool) -> str:
    if not scores:
        return SEALED if sealed else "not tried"
    if len(scores) < FOR_A_TREND:
        return f"{FOR_A_TREND - len(scores)} more for a trend"
    return spark(tuple(reversed(scores[:MOST_POINTS])))


def _unfinished_row(row: HistoryRow, now: datetime | None) -> SessionRow:
    minutes = f" · {row.minutes:.0f} min in" if row.minutes else ""
    return SessionRow(row.session, _what(row), ago(row.at, now), f"left {ago(row.at, now)}{minutes}", finished=False)


def _recent_row(row: HistoryRow, now: datetime | None, grading: str) -> SessionRow:
    if grading:
        return SessionRow(row.session, _what(row), moment(row.at, now), grading, finished=True)
    if row.mode == Mode.GENTLE:
        return SessionRow(row.session, _what(row), moment(row.at, now), GENTLE, finished=True)
    score = NONE_YET if row.score is None else f"{row.score:.1f}"
    verdict = verdict_word(row.verdict) or ("no score" if row.score is None else "no verdict")
    return SessionRow(row.session, _what(row), moment(row.at, now), f"{score:<3}  {verdict}", finished=True)


def _what(row: HistoryRow) -> str:
    what = one_line(row.title) or f"{named(row.round)} · {named(row.company)}"
    kind = TAKE_TWO if row.forked_from else _KINDS.get(row.length, "")
    return f"{kind} · {what}" if kind else what


def _damaged(count: int) -> str:
    return f"{plural(count, 'session')} could not be read whole; the others are not touched." if count else ""
