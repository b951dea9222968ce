import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from interviewsim.domain.events import EndReason, Entry, Graded, NotesKept, RoundEnded, SessionOpened, Trouble
from interviewsim.domain.history import HistoryRow, Standing
from interviewsim.domain.rubric import Verdict
from interviewsim.domain.scorecard import GraderName, Scorecard
from interviewsim.domain.terms import Level, Round
from interviewsim.errors import JournalFailed
from interviewsim.transcripts.codec import encode_entry, encode_opened
from interviewsim.transcripts.ends import BLOCK
from interviewsim.transcripts.index import rows
from interviewsim.transcripts.store import SessionStore, new_session_id
from tests.golden.samples import ENTRIES, OPENED, SCORECARD, entry

BEGUN = datetime(2026, 1, 1, 8, 0, tzinfo=UTC)


def put(folder: Path, entries: Sequence[Entry] = ENTRIES, opened: SessionOpened = OPENED, tail: bytes = b"") -> Path:
    path = folder / f"{opened.session}.jsonl"
    path.write_bytes(encode_opened(opened) + b"".join(encode_entry(one) for one in entries) + tail)
    return path


def only(folder: Path) -> HistoryRow:
    (row,) = rows(folder)
    return row


def graded(n: int, card: Scorecard, raw: dict[str, object] | None = None) -> Entry:
    return entry(n, Graded(n, card, raw), 240.0)


def test_a_row_tells_what_the_first_line_and_the_newest_grade_say(tmp_path: Path) -> None:
    put(tmp_path)
    assert only(tmp_path) == HistoryRow(
        session="20261123T140512-behavioral-7k3f",
        round="behavioral",
        company="generic",
        level="pm",
        mode="coach",
        at="2026-11-23T14:05:12.000Z",
        minutes=4.0,
        state="finished",
        score=3.4,
        verdict="hire",
        grader="offline",
        title="Behavioral at Generic",
        length="short",
    )


def test_the_newest_of_several_grades_counts_and_names_its_model(tmp_path: Path) -> None:
    card = replace(
        SCORECARD, score=2.1, verdict=Verdict.NO_HIRE, grader=GraderName("llm", "small-8b", None, "r"), grade=2
    )
    put(tmp_path, (*ENTRIES, graded(22, card)))
    row = only(tmp_path)
    assert (row.score, row.verdict, row.grader, row.state) == (2.1, "no_hire", "small-8b", "finished")


@pytest.mark.parametrize("size", [BLOCK // 2, BLOCK - 300, BLOCK, 3 * BLOCK, 900_000])
def test_a_grade_of_any_size_is_read_and_so_is_the_end_before_it(tmp_path: Path, size: int) -> None:
    put(tmp_path, (*ENTRIES, graded(22, replace(SCORECARD, score=2.5), {"reply": "x" * size})))
    row = only(tmp_path)
    assert (row.score, row.state, row.minutes) == (2.5, Standing.FINISHED, 4.0)


@pytest.mark.parametrize("count", range(1, len(ENTRIES) + 1))
def test_a_round_is_finished_when_its_end_stands_in_it_and_only_then(tmp_path: Path, count: int) -> None:
    put(tmp_path, ENTRIES[:count])
    ended = any(isinstance(one.event, RoundEnded) for one in ENTRIES[:count])
    assert only(tmp_path).state == (Standing.FINISHED if ended else Standing.UNFINISHED)


def test_an_unfinished_session_that_was_graded_stays_unfinished(tmp_path: Path) -> None:
    put(tmp_path, (*ENTRIES[:14], graded(15, SCORECARD)))
    row = only(tmp_path)
    assert (row.state, row.score) == (Standing.UNFINISHED, 3.4)


def test_what_may_follow_the_end_does_not_hide_it(tmp_path: Path) -> None:
    put(tmp_path, (*ENTRIES, entry(22, NotesKept("later"), 240.0), entry(23, Trouble("The model went away."), 240.0)))
    assert only(tmp_path).state == Standing.FINISHED


def test_a_session_with_its_first_line_alone_is_unfinished(tmp_path: Path) -> None:
    put(tmp_path, ())
    assert (only(tmp_path).state, only(tmp_path).minutes) == (Standing.UNFINISHED, None)


@pytest.mark.parametrize("tail", [b'{"kind":"graded","n":', b"\xff" * 10, b"x" * (BLOCK + 5)])
def test_a_torn_tail_is_not_damage(tmp_path: Path, tail: bytes) -> None:
    put(tmp_path, tail=tail)
    assert only(tmp_path).state == Standing.FINISHED


@pytest.mark.parametrize(
    "tail",
    [
        b"\n",
        b"{}\n",
        b"\x00\xff\n",
        b'{"kind":"graded","n":22,"t":1,"scorecard":[]}\n',
        b'{"kind":"graded"}\n',
        b"[" * 90_000 + b"\n",
    ],
)
def test_a_damaged_newest_line_makes_a_damaged_row_that_still_says_whose(tmp_path: Path, tail: bytes) -> None:
    put(tmp_path, tail=tail)
    row = only(tmp_path)
    assert (row.state, row.title, row.score) == (Standing.DAMAGED, "Behavioral at Generic", None)


@pytest.mark.parametrize(
    "content", [b"", b"x", b"\n", b"{}\n", b"\x00\xff\n" * 9, encode_opened(OPENED)[:-1], b"{" * BLOCK * 2]
)
def test_a_file_that_is_no_session_is_a_damaged_row_by_its_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "20261123T140512-case-study-7k3f.jsonl").write_bytes(content)
    row = only(tmp_path)
    assert (row.state, row.round, row.at, row.title) == (Standing.DAMAGED, "case-study", "2026-11-23T14:05:12Z", "")


def test_a_damaged_line_in_the_middle_makes_a_damaged_row_that_keeps_what_its_end_tells(tmp_path: Path) -> None:
    path = put(tmp_path)
    lines = path.read_bytes().split(b"\n")
    lines[6] = lines[6][:40]
    path.write_bytes(b"\n".join(lines))
    row = only(tmp_path)
    assert (row.state, row.score, row.minutes, row.title) == ("damaged", 3.4, 4.0, "Behavioral at Generic")
    assert row.problem == "Line 7 is damaged: is not JSON."


@pytest.mark.parametrize("lost", range(1, len(ENTRIES) - 1))
def test_a_line_that_went_missing_from_the_middle_is_damage(tmp_path: Path, lost: int) -> None:
    put(tmp_path, (*ENTRIES[:lost], *ENTRIES[lost + 1 :]))
    assert only(tmp_path).state == Standing.DAMAGED


def test_a_journal_of_a_newer_version_says_what_it_can_and_is_not_called_damaged(tmp_path: Path) -> None:
    path = put(tmp_path)
    path.write_bytes(path.read_bytes().replace(b'"schema":1', b'"schema":2', 1).replace(b'"level":"pm"', b'"level":7'))
    row = only(tmp_path)
    assert (row.company, row.level, row.title, row.state) == ("generic", "", "Behavioral at Generic", "finished")
    assert "newer version" in row.problem
    assert "Update interviewsim" in row.problem


def test_a_newer_version_s_lines_may_look_like_nothing_known(tmp_path: Path) -> None:
    path = tmp_path / f"{OPENED.session}.jsonl"
    path.write_bytes(b'{"kind":"session_opened","schema":2,"company":["x"],"title":"Next"}\nnot even JSON\n')
    row = only(tmp_path)
    assert (row.round, row.at, row.title, row.state) == ("behavioral", "2026-11-23T14:05:12Z", "Next", "unfinished")
    assert SessionStore(tmp_path).last_unfinished() is None


def test_a_folder_and_a_huge_file_are_damaged_rows(tmp_path: Path) -> None:
    (tmp_path / "folder.jsonl").mkdir()
    with (tmp_path / "huge.jsonl").open("wb") as file:
        file.truncate(1 << 40)
    assert [(row.session, row.state) for row in rows(tmp_path)] == [("huge", "damaged"), ("folder", "damaged")]
    assert all(row.problem for row in rows(tmp_path))


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are POSIX")
def test_a_pipe_is_a_damaged_row_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jsonl")
    assert only(tmp_path).state == Standing.DAMAGED


def test_what_is_not_a_journal_is_not_listed(tmp_path: Path) -> None:
    put(tmp_path)
    for name in ("notes.txt", f"{OPENED.session}.live.json", f"{OPENED.session}.torn", "x.jsonl.new"):
        (tmp_path / name).write_bytes(b"x")
    assert only(tmp_path).session == OPENED.session


def test_a_folder_that_is_not_there_has_no_sessions(tmp_path: Path) -> None:
    assert list(rows(tmp_path / "missing")) == []
    (tmp_path / "file").write_bytes(b"")
    assert list(rows(tmp_path / "file")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_folder_that_cannot_be_read_is_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to(tmp_path / "round")
    with pytest.raises(JournalFailed, match="cannot be read"):
        list(rows(tmp_path / "round"))


def test_a_session_deleted_while_the_list_is_read_is_left_out(tmp_path: Path) -> None:
    put(tmp_path)
    older = put(tmp_path, opened=replace(OPENED, session="20261120T000000-behavioral-aaaa"))
    listing = rows(tmp_path)
    assert next(listing).session == OPENED.session
    older.unlink()
    assert list(listing) == []


def test_names_of_other_making_come_after_ours(tmp_path: Path) -> None:
    for session in ("zebra", "20261120T000000-behavioral-aaaa", "alpha", OPENED.session):
        put(tmp_path, opened=replace(OPENED, session=session))
    assert [row.session for row in rows(tmp_path)] == [
        OPENED.session,
        "20261120T000000-behavioral-aaaa",
        "zebra",
        "alpha",
    ]


def test_two_thousand_sessions_are_listed_in_order_and_filtered_rightly(tmp_path: Path) -> None:
    rounds, companies = list(Round), ("generic", "northstar", "bookhall")
    expected = []
    for number in range(2000):
        at = BEGUN + timedelta(minutes=37 * number)
        round_, company = rounds[number % 6], companies[number % 3]
        session = new_session_id(at, round_, f"{number:04}")
        opened = replace(OPENED, session=session, round=round_, company=company, at=f"{at:%Y-%m-%dT%H:%M:%SZ}")
        events = [] if number % 5 == 0 else [entry(1, RoundEnded(EndReason.COMPLETED), number * 6.0)]
        put(tmp_path, events, opened)
        expected.append((session, round_, company, at, "finished" if events else "unfinished"))
    expected.reverse()
    store = SessionStore(tmp_path)
    told = [(row.session, row.round, row.company, datetime.fromisoformat(row.at), row.state) for row in store.rows()]
    assert told == expected
    since = BEGUN + timedelta(minutes=37 * 1500)
    wanted = [one[0] for one in expected if one[1] is Round.BEHAVIORAL and one[2] == "generic" and one[3] >= since]
    filtered = store.rows(round_=Round.BEHAVIORAL, company="generic", since=since)
    assert [row.session for row in filtered] == wanted
    assert [row.session for row in store.rows(7, round_=Round.FINAL)] == [o[0] for o in expected if o[1] == "final"][:7]


def test_a_filter_reads_no_session_that_its_name_rules_out(tmp_path: Path) -> None:
    put(tmp_path, opened=replace(OPENED, session="20261120T000000-final-aaaa", round=Round.FINAL))
    (tmp_path / "20261122T000000-behavioral-bbbb.jsonl").write_bytes(b"damaged")
    assert [row.session for row in rows(tmp_path, round_=Round.FINAL)] == ["20261120T000000-final-aaaa"]
    since = datetime(2026, 11, 21, tzinfo=UTC)
    assert [row.session for row in rows(tmp_path, since=since)] == ["20261122T000000-behavioral-bbbb"]


def test_sessions_of_other_names_are_filtered_by_what_their_first_line_says(tmp_path: Path) -> None:
    put(tmp_path, opened=replace(OPENED, session="mine"))
    put(tmp_path, opened=replace(OPENED, session="undated", at="once"))
    assert [row.session for row in rows(tmp_path, since=datetime(2026, 11, 23, 14, 5, 12, tzinfo=UTC))] == ["mine"]
    assert [row.session for row in rows(tmp_path, since=datetime(2026, 11, 23, 14, 5, 13, tzinfo=UTC))] == []
    assert [row.session for row in rows(tmp_path, company="northstar")] == []


def test_a_grade_by_another_company_or_level_is_no_score_of_the_round(tmp_path: Path) -> None:
    elsewhere = replace(SCORECARD, company="amazon", score=1.1)
    higher = replace(SCORECARD, level=Level.VP, score=1.2)
    own = only_score(tmp_path / "own", ENTRIES)
    last = ENTRIES[-1].n
    assert only_score(tmp_path / "more", (*ENTRIES, graded(last + 1, elsewhere), graded(last + 2, higher))) == own


def only_score(folder: Path, entries: Sequence[Entry]) -> float | None:
    folder.mkdir()
    put(folder, entries)
    return only(folder).score
