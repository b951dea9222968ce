"""`history`: the sessions of a home, newest first. Reads heads and tails of journals, and whole what has changed."""

import shutil
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime

from interviewsim.cli.context import home_of, since_of
from interviewsim.cli.output import say, say_json, table, tell
from interviewsim.domain.history import HistoryRow, Standing
from interviewsim.domain.terms import Round
from interviewsim.reading.cleaning import clean
from interviewsim.transcripts.store import SessionStore

COLUMNS = {"session": 20, "when": 16, "score": 5, "verdict": 8, "min": 3, "level": 5, "company": 7, "title": 5}
"""The round and the day are in a session's name too."""
DROPPED = ("company", "level", "when")
"""Left out in this order where a terminal is too narrow for all and for the beginning of a title."""
LEAST_TITLE = 18
NONE_YET = "No sessions yet. `interviewsim run behavioral` begins one; `interviewsim demo` shows one."
NONE_MATCH = "No session matches. `interviewsim history` lists all there are."
LONGEST_CELL = 60
MOST_PROBLEMS = 5


def run(parsed: Namespace) -> int:
    """List sessions; `--json` gives the contract's rows."""
    store = SessionStore(home_of(parsed).transcripts)
    round_ = Round(parsed.round) if parsed.round else None
    rows = list(store.rows(round_=round_, company=parsed.company, since=since_of(parsed.since)))
    if parsed.json:
        say_json([asdict(row) for row in rows])
        return 0
    if not rows:
        tell(NONE_MATCH if parsed.round or parsed.company or parsed.since else NONE_YET, quiet=parsed.quiet)
        return 0
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    for line in _fitted([_cells(row) for row in rows], width):
        say(line)
    for problem in _problems(rows):
        tell(problem, quiet=parsed.quiet)
    return 0


def _fitted(rows: Sequence[dict[str, str]], width: int | None) -> Sequence[str]:
    """The table's lines, no wider than a terminal that they go to."""
    columns = dict(COLUMNS)
    if width is None:
        return table(rows, columns).split("\n")
    measured = [row | {"title": row["title"][:LEAST_TITLE]} for row in rows]
    for name in DROPPED:
        if max(map(len, table(measured, columns).split("\n"))) > width:
            del columns[name]
    return [line[:width].rstrip() for line in table(rows, columns).split("\n")]


def _problems(rows: Sequence[HistoryRow]) -> Iterator[str]:
    """What hinders the reading of a session, a line each."""
    found = [row for row in rows if row.problem]
    for row in found[:MOST_PROBLEMS]:
        yield f"{_one_line(row.session)}: {row.problem}"
    if len(found) > MOST_PROBLEMS:
        yield f"{len(found) - MOST_PROBLEMS} more sessions cannot be read whole; `--json` has all of them."


def _cells(row: HistoryRow) -> dict[str, str]:
    return {
        "session": _one_line(row.session),
        "when": _local(row.at),
        "score": "-" if row.score is None else f"{row.score:.1f}",
        "verdict": _standing(row),
        "min": "-" if row.minutes is None else f"{row.minutes:.0f}",
        "level": _one_line(row.level),
        "company": _one_line(row.company),
        "title": _one_line(row.title),
    }


def _standing(row: HistoryRow) -> str:
    """One of: what is wrong with it, the verdict, whether it came to its end."""
    if row.state == Standing.DAMAGED:
        return row.state
    return "newer version" if row.problem else (row.verdict or row.state).replace("_", " ")


def _local(at: str) -> str:
    """A moment as the clock on the wall shows it, to the minute; as it stands where it is no moment."""
    try:
        return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError):
        return _one_line(at)[:16]


def _one_line(text: str) -> str:
    """A foreign file's word for a cell."""
    return " ".join(clean(text).split())[:LONGEST_CELL]
