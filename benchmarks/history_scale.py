"""How the list of sessions grows: the newest 50 of 10,000 journals against a folder of 10, in the same run.

    python benchmarks/history_scale.py [--sessions 10000] [--repeat 15]

Prints the median milliseconds of each and their ratio, which is what to watch: times move with the machine.
Journals are about 30 KB each, graded, in a temporary folder, and read from a warm page cache. `first` listings read
journals whole, once, to see whether they are sound; the others find that remembered.
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from interviewsim.domain.events import (
    CandidateSaid,
    EndReason,
    Entry,
    Event,
    Graded,
    RoundEnded,
    SaidAs,
    SessionOpened,
)
from interviewsim.domain.rubric import Verdict
from interviewsim.domain.scorecard import Basis, CriterionScore, GraderName, Scorecard
from interviewsim.domain.terms import Length, Level, Mode, Round
from interviewsim.transcripts.codec import encode_entry, encode_opened
from interviewsim.transcripts.index import rows
from interviewsim.transcripts.sound import REMEMBERED
from interviewsim.transcripts.store import new_session_id

BEGUN = datetime(2020, 1, 1, tzinfo=UTC)
TURN = "I called the branches one by one and wrote down what each of them would lose. " * 12


def main() -> None:
    """Make the folders, time the listings, print one JSON object."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--sessions", type=int, default=10_000)
    given.add_argument("--repeat", type=int, default=15)
    options = given.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        few, many = Path(temporary) / "few", Path(temporary) / "many"
        fill(few, 10)
        fill(many, options.sessions)
        told = _medians({"first_newest_50_of_many": lambda: _forget_and_list(many, 50)}, 3)
        told |= _medians({"first_all_of_many": lambda: _list(many, options.sessions)}, 0)
        told |= _medians(
            {
                "newest_10_of_10": lambda: _list(few, 10),
                "newest_10_of_many": lambda: _list(many, 10),
                "newest_50_of_many": lambda: _list(many, 50),
            },
            options.repeat,
        )
        told["all_of_many"] = _medians({"all": lambda: _list(many, options.sessions)}, 3)["all"]
    told["ratio_newest_50_of_many_to_10_of_10"] = told["newest_50_of_many"] / told["newest_10_of_10"]
    told["ratio_newest_10_of_many_to_10_of_10"] = told["newest_10_of_many"] / told["newest_10_of_10"]
    print(json.dumps({"sessions": options.sessions, **{name: round(value, 2) for name, value in told.items()}}))


def _forget_and_list(folder: Path, limit: int) -> None:
    (folder / REMEMBERED).unlink(missing_ok=True)
    _list(folder, limit)


def _list(folder: Path, limit: int) -> None:
    taken = [row for row, _ in zip(rows(folder), range(limit), strict=False)]
    if len(taken) != limit or taken[0].score != 3.4 or taken[-1].state != "finished":
        raise SystemExit("the listing is wrong, so its time says nothing")


def _medians(cases: dict[str, Callable[[], None]], repeat: int) -> dict[str, float]:
    """Milliseconds of each case, measured in turns so that a busy machine slows all alike, after one turn unmeasured.

    Where nothing is repeated, that one turn is the measure.
    """
    spent: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(repeat + 1):
        for name, work in cases.items():
            begun = time.perf_counter()
            work()
            spent[name].append(1000 * (time.perf_counter() - begun))
    return {name: statistics.median(times[1:] or times) for name, times in spent.items()}


def fill(folder: Path, sessions: int) -> None:
    """Make a folder with so many finished and graded sessions."""
    folder.mkdir()
    rounds = list(Round)
    for number in range(sessions):
        at = BEGUN + timedelta(hours=number)
        round_ = rounds[number % len(rounds)]
        session = new_session_id(at, round_, f"{number:05}")
        (folder / f"{session}.jsonl").write_bytes(_journal(session, round_, f"{at:%Y-%m-%dT%H:%M:%SZ}"))


def _journal(session: str, round_: Round, at: str) -> bytes:
    opened = SessionOpened(
        session, round_, "generic", Level.PM, Mode.REALISTIC, Length.SHORT, "offline", "Practice", at
    )
    events: list[Event] = [CandidateSaid(turn, TURN, SaidAs.ANSWER) for turn in range(1, 19)]
    events += [RoundEnded(EndReason.COMPLETED), Graded(1, _card(round_))]
    lines = (encode_entry(Entry(n, at, 60.0 * n, event)) for n, event in enumerate(events, start=1))
    return encode_opened(opened) + b"".join(lines)


def _card(round_: Round) -> Scorecard:
    return Scorecard(
        round=round_,
        company="generic",
        level=Level.PM,
        mode=Mode.REALISTIC,
        grader=GraderName("offline", None, None, "generic/behavioral@sha256:0"),
        score=3.4,
        level_range=(3, 4),
        coverage=1.0,
        verdict=Verdict.HIRE,
        headline="",
        reason_for=None,
        reason_against=None,
        focus=None,
        carried_over=None,
        criteria=tuple(CriterionScore(f"c{i}", "C", 0.1, 3, Basis.EVIDENCE, None, (), (), TURN) for i in range(10)),
        answers=(),
        flags=(),
        skills={},
        hints=0,
        delivery={},
        pacing={},
    )


if __name__ == "__main__":
    main()
