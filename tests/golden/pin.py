"""Write the pinned files anew: `python -m tests.golden.pin`. Read the difference before you commit it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from interviewsim.domain.forking import fork
from interviewsim.domain.transcript import transcript_of
from interviewsim.reports import report
from interviewsim.reports.text import scorecard_text
from interviewsim.transcripts.codec import encode_entry, encode_opened, json_text, scorecard_to_json
from tests.golden import prompted
from tests.golden.samples import ENTRIES, OPENED, SCORECARD

FOLDER = Path(__file__).parent
FORK = "20261124T090000-behavioral-2nd0"


def journal() -> bytes:
    """One line of every kind."""
    return encode_opened(OPENED) + b"".join(encode_entry(entry) for entry in ENTRIES)


def forked() -> bytes:
    """The sample taken up again from the candidate's second turn."""
    taken = fork(OPENED, ENTRIES, 5, FORK, "2026-11-24T09:00:00.000Z")
    return encode_opened(taken.opened) + b"".join(encode_entry(entry) for entry in taken.entries)


def scorecard() -> bytes:
    """The contract's shape, indented."""
    return json_text(scorecard_to_json(SCORECARD), indented=True).encode() + b"\n"


def session(form: str) -> bytes:
    """The sample's report."""
    return report(transcript_of(OPENED, ENTRIES), form).encode()


MADE: Mapping[str, Callable[[], bytes]] = {
    "journal.jsonl": journal,
    "fork.jsonl": forked,
    "scorecard.json": scorecard,
    "scorecard.txt": lambda: scorecard_text(SCORECARD).encode() + b"\n",
    "report.txt": lambda: session("text"),
    "report.md": lambda: session("md"),
    "report.html": lambda: session("html"),
    "report.json": lambda: session("json"),
    **prompted.MADE,
}


def pinned(name: str) -> bytes:
    """The bytes a file is pinned to."""
    return (FOLDER / name).read_bytes()


if __name__ == "__main__":
    for file, make in MADE.items():
        (FOLDER / file).write_bytes(make())
