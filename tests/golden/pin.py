"""Write the pinned files anew: `python -m tests.golden.pin`. Read the difference before you commit it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from interviewsim.domain.course import Course, course_of
from interviewsim.domain.forking import fork
from interviewsim.domain.history import HistoryRow
from interviewsim.domain.rubric import Verdict
from interviewsim.domain.scorecard import Unscored, UnscoredReason
from interviewsim.domain.terms import Level, Skill
from interviewsim.domain.transcript import transcript_of
from interviewsim.grading.committee import Packet, packet_of
from interviewsim.reports import packet_report, report
from interviewsim.reports.packet import packet_text
from interviewsim.reports.packet_json import packet_json
from interviewsim.reports.text import scorecard_text
from interviewsim.transcripts.codec import encode_entry, encode_opened, json_text, scorecard_to_json
from tests.doubles.loops import LOOP, PEOPLE, card, filed, pack, session_of
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


def committee() -> tuple[Packet, Course]:
    """Three rounds of a made-up loop: a hire, a no hire, and one that could not be graded."""
    low = card(2.9, Verdict.NO_HIRE, skills={Skill.PRIORITIZATION: 2.0, Skill.STRATEGY: 2.5})
    lost = replace(
        SCORECARD.criteria[-1], unscored=Unscored(UnscoredReason.GRADER_FAILED, "The server did not answer.")
    )
    filed_rounds = filed(card(3.6), low, card(None, None, criteria=(lost,)))
    rows = [
        HistoryRow(
            session_of(one), one, "generic", "pm", "coach", "", 4.0, "finished", 3.0, None, "offline", "", loop=LOOP
        )
        for one in PEOPLE
    ]
    course = course_of(LOOP, rows, pack().loop)
    assert course is not None
    return packet_of(filed_rounds, pack(), Level.PM), course


MADE: Mapping[str, Callable[[], bytes]] = {
    "journal.jsonl": journal,
    "fork.jsonl": forked,
    "scorecard.json": scorecard,
    "scorecard.txt": lambda: scorecard_text(SCORECARD).encode() + b"\n",
    "report.txt": lambda: session("text"),
    "report.md": lambda: session("md"),
    "report.html": lambda: session("html"),
    "report.json": lambda: session("json"),
    "packet.txt": lambda: packet_text(committee()[0]).encode() + b"\n",
    "packet.html": lambda: packet_report(committee()[0], "html").encode(),
    "packet.json": lambda: json_text(packet_json(*committee()), indented=True).encode() + b"\n",
    **prompted.MADE,
}


def pinned(name: str) -> bytes:
    """The bytes a file is pinned to."""
    return (FOLDER / name).read_bytes()


if __name__ == "__main__":
    for file, make in MADE.items():
        (FOLDER / file).write_bytes(make())
