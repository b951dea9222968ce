import asyncio
import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from interviewsim.domain.events import Entry, Live, SessionOpened
from interviewsim.domain.history import Standing
from interviewsim.domain.terms import Round
from interviewsim.errors import InvalidFile, JournalBusy, WrongUsage
from interviewsim.transcripts.store import SessionStore, new_session_id
from tests.golden.samples import ENTRIES, OPENED

OTHER = "20261121T090000-technical-aaaa"


@pytest.fixture
def store(tmp_path: Path) -> SessionStore:
    return SessionStore(tmp_path / "home" / "transcripts")


def begun(store: SessionStore, session: str = OPENED.session, entries: tuple[Entry, ...] = ENTRIES[:5]) -> str:
    opened: SessionOpened = replace(OPENED, session=session)
    journal = store.create(opened)
    journal.append_now(entries)
    asyncio.run(journal.keep_live(Live("In May", "notes", 41.5)))
    journal.close_now()
    return session


def files(store: SessionStore) -> list[str]:
    return sorted(file.name for file in store.folder.iterdir())


def test_an_id_sorts_by_time_whatever_the_zone() -> None:
    at = datetime(2026, 11, 23, 16, 5, 12, tzinfo=timezone(timedelta(hours=2)))
    assert new_session_id(at, Round.CASE_STUDY, "7k3f") == "20261123T140512-case-study-7k3f"
    assert new_session_id(at.astimezone(UTC), Round.CASE_STUDY, "7k3f") == "20261123T140512-case-study-7k3f"


def test_a_session_is_opened_again_where_it_stood(store: SessionStore) -> None:
    journal, session, live = store.open(begun(store))
    journal.close_now()
    assert session.entries == ENTRIES[:5]
    assert session.cannot_resume == ""
    assert live == Live("In May", "notes", 41.5)


def test_the_folder_is_made_for_its_owner_alone(store: SessionStore) -> None:
    begun(store)
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("name", [OPENED.session, OPENED.session[:20], "last", "20261123"])
def test_a_session_is_found_by_id_by_its_beginning_and_as_the_last(store: SessionStore, name: str) -> None:
    begun(store, OTHER)
    begun(store)
    assert store.resolve(name) == store.folder / f"{OPENED.session}.jsonl"


def test_a_session_is_found_by_the_path_of_its_file(store: SessionStore, tmp_path: Path) -> None:
    begun(store)
    elsewhere = (store.folder / f"{OPENED.session}.jsonl").rename(tmp_path / "mine.jsonl")
    found = store.resolve(str(elsewhere))
    assert store.read(found).entries == ENTRIES[:5]
    assert store.read(str(found)).entries == ENTRIES[:5]
    with pytest.raises(WrongUsage, match="no file"):
        store.resolve(str(tmp_path / "missing.jsonl"))


def test_a_beginning_that_two_sessions_share_names_them(store: SessionStore) -> None:
    begun(store, OTHER)
    begun(store)
    with pytest.raises(WrongUsage, match=f"could mean 2 sessions: {OPENED.session}, {OTHER}"):
        store.resolve("2026")


def test_an_unknown_name_brings_the_nearest_and_where_to_look(store: SessionStore) -> None:
    begun(store, OTHER)
    begun(store)
    with pytest.raises(WrongUsage, match=f"The nearest is {OPENED.session}") as caught:
        store.resolve("20261123T140512-behavioral-7k3g")
    assert "interviewsim history" in caught.value.hint


def test_last_of_nothing_says_how_to_begin(store: SessionStore) -> None:
    with pytest.raises(WrongUsage, match="no sessions yet") as caught:
        store.resolve("last")
    assert "interviewsim start" in caught.value.hint


@pytest.mark.parametrize("name", ["../secrets", "a/b", "a\\b", ".hidden", "", "C:x", "a\0b", "a\nb", ".", ".."])
def test_a_name_that_reads_like_a_path_is_refused(store: SessionStore, name: str) -> None:
    begun(store)
    for take in (store.resolve, store.read, store.open, store.delete):
        with pytest.raises(WrongUsage, match="not the name of a session"):
            take(name)


def test_a_title_given_later_is_shown_everywhere_and_leaves_line_one_alone(store: SessionStore) -> None:
    session = begun(store)
    before = (store.folder / f"{session}.jsonl").read_bytes()
    assert store.rename(session, "  The library\n\x1b[31m night sync \u2028") == "The library night sync"
    assert store.read(session).title == "The library night sync"
    assert [row.title for row in store.rows()] == ["The library night sync"]
    assert store.read(session).opened.title == OPENED.title
    assert (store.folder / f"{session}.jsonl").read_bytes() == before
    assert len(store.rename(session, "x" * 500)) == 120


def test_an_empty_title_brings_the_first_one_back(store: SessionStore) -> None:
    session = begun(store)
    store.rename(session, "Another")
    assert store.rename(session, " \t") == ""
    assert store.read(session).title == OPENED.title
    assert [row.title for row in store.rows()] == [OPENED.title]


def test_a_session_that_is_being_played_can_be_renamed_and_read(store: SessionStore) -> None:
    session = begun(store)
    journal, _, _ = store.open(session)
    store.rename(session, "Now")
    assert store.read(session).title == "Now"
    journal.close_now()


def test_deleting_takes_everything_that_belongs_to_the_session_and_nothing_else(store: SessionStore) -> None:
    begun(store, OTHER)
    session = begun(store)
    store.rename(session, "Mine")
    (store.folder / f"{session}.torn").write_bytes(b"{\n")
    store.delete(session)
    assert files(store) == [f"{OTHER}.jsonl", f"{OTHER}.live.json"]


def test_a_session_that_is_being_played_is_neither_deleted_nor_moved(store: SessionStore, tmp_path: Path) -> None:
    session = begun(store)
    journal, _, _ = store.open(session)
    with pytest.raises(JournalBusy):
        store.delete(session)
    with pytest.raises(JournalBusy):
        store.move(session, tmp_path)
    journal.close_now()
    assert store.read(session).entries == ENTRIES[:5]


def test_a_damaged_session_can_be_deleted(store: SessionStore) -> None:
    store.folder.mkdir(parents=True)
    (store.folder / "broken.jsonl").write_bytes(b"\x00")
    store.delete("broken")
    assert files(store) == []


def test_a_moved_session_is_whole_in_its_new_place_and_gone_from_the_old(store: SessionStore, tmp_path: Path) -> None:
    session = begun(store)
    store.rename(session, "Mine")
    target = tmp_path / "archive"
    target.mkdir()
    moved = store.move(session, target)
    archive = SessionStore(target)
    assert moved == target / f"{session}.jsonl"
    assert files(store) == []
    journal, read, live = archive.open(session)
    journal.close_now()
    assert (read.title, read.entries, live.draft) == ("Mine", ENTRIES[:5], "In May")
    assert {stat.S_IMODE(file.stat().st_mode) for file in target.iterdir()} == {0o600}


def test_a_session_is_never_moved_over_another_nor_into_nothing(store: SessionStore, tmp_path: Path) -> None:
    session = begun(store)
    (tmp_path / f"{session}.jsonl").write_bytes(b"mine")
    with pytest.raises(WrongUsage, match="exists already"):
        store.move(session, tmp_path)
    with pytest.raises(WrongUsage, match="no folder"):
        store.move(session, tmp_path / "missing")
    assert (tmp_path / f"{session}.jsonl").read_bytes() == b"mine"
    assert store.read(session).entries == ENTRIES[:5]


def test_a_move_that_meets_a_foreign_file_halfway_moves_nothing(store: SessionStore, tmp_path: Path) -> None:
    session = begun(store)
    store.rename(session, "Mine")
    target = tmp_path / "archive"
    target.mkdir()
    (target / f"{session}.title").write_text("somebody else's")
    with pytest.raises(WrongUsage, match="exists already"):
        store.move(session, target)
    assert [file.name for file in target.iterdir()] == [f"{session}.title"]
    assert store.read(session).title == "Mine"


def test_the_last_unfinished_session_is_the_newest_that_has_not_ended(store: SessionStore) -> None:
    assert store.last_unfinished() is None
    begun(store, OTHER)
    begun(store, entries=ENTRIES)
    assert store.last_unfinished() == OTHER
    assert [row.state for row in store.rows()] == [Standing.FINISHED, Standing.UNFINISHED]


def test_opening_what_is_damaged_at_its_head_is_refused_with_its_line(store: SessionStore) -> None:
    store.folder.mkdir(parents=True)
    (store.folder / "broken.jsonl").write_bytes(b"{}\n")
    with pytest.raises(InvalidFile, match="line 1"):
        store.open("broken")
