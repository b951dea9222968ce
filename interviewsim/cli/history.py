"""`history`: the sessions of a home, newest first. Reads heads and tails of journals, nothing heavier."""

import re
from argparse import Namespace
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

from interviewsim.cli.context import home_of
from interviewsim.cli.output import say, say_json, table, tell
from interviewsim.domain.history import HistoryRow
from interviewsim.domain.loop import Round
from interviewsim.errors import WrongUsage
from interviewsim.system import SystemClock
from interviewsim.transcripts.store import SessionStore

COLUMNS = {"when": 16, "round": 12, "company": 8, "level": 5, "score": 5, "verdict": 8, "min": 3, "session": 20}
_SINCE = re.compile(r"(\d{1,4})\s*([dw])")


def run(parsed: Namespace) -> int:
    """List sessions; `--json` gives the contract's rows."""
    store = SessionStore(home_of(parsed).transcripts)
    round_ = Round(parsed.round) if parsed.round else None
    rows = list(store.rows(round_=round_, company=parsed.company, since=_since(parsed.since)))
    if parsed.json:
        say_json([asdict(row) for row in rows])
        return 0
    if not rows:
        tell("No sessions yet. `interviewsim run behavioral` begins one; `interviewsim demo` shows one.")
        return 0
    say(table([_cells(row) for row in rows], COLUMNS))
    return 0


def _since(text: str | None) -> datetime | None:
    if text is None:
        return None
    found = _SINCE.fullmatch(text.strip())
    if found is None:
        raise WrongUsage(
            f"--since {text[:20]!r} is no stretch of time.", "Write days or weeks: --since 30d, --since 2w."
        )
    days = int(found[1]) * (7 if found[2] == "w" else 1)
    return datetime(1970, 1, 1, tzinfo=UTC) if days > 20_000 else SystemClock().now() - timedelta(days=days)


def _cells(row: HistoryRow) -> dict[str, str]:
    return {
        "when": row.at[:16].replace("T", " "),
        "round": row.round,
        "company": row.company,
        "level": row.level,
        "score": "-" if row.score is None else f"{row.score:.1f}",
        "verdict": (row.verdict or row.state).replace("_", " "),
        "min": "-" if row.minutes is None else f"{row.minutes:.0f}",
        "session": row.session,
    }
