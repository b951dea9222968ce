"""A guess is kept in the journal of its round, and read back with the grade."""

from datetime import UTC, datetime
from pathlib import Path

from interviewsim.domain.events import SelfEstimate
from interviewsim.transcripts.store import SessionStore
from interviewsim.wiring.guessing import guesses, keep_guess
from tests.cli.conftest import Sim
from tests.journeys.test_kill_and_resume import ANSWERS

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SCRIPT = "\n---\n".join(ANSWERS).encode()


def test_a_guess_stands_in_its_journal_and_is_read_back_with_the_grade(sim: Sim, home: Path) -> None:
    assert sim(["run", "behavioral", "--seed", "8", "--script", "-", "--json"], SCRIPT) == 0
    store = SessionStore(home / "transcripts")
    (row,) = store.rows()
    assert guesses(store) == ()
    keep_guess(store, row.session, SelfEstimate(would_hire=True, weakest="results"), NOW)
    (guess,) = guesses(store)
    assert guess.estimate == SelfEstimate(would_hire=True, weakest="results")
    assert guess.card == store.read(row.session).transcript.grades[-1].scorecard
    assert next(store.rows()).state == "finished"
    assert sim(["history", "--json"]) == 0


def test_a_guess_of_a_round_without_a_grade_waits_for_it(sim: Sim, home: Path) -> None:
    assert sim(["run", "behavioral", "--seed", "8", "--script", "-", "--json"], SCRIPT) == 0
    store = SessionStore(home / "transcripts")
    (row,) = store.rows()
    journal = home / "transcripts" / f"{row.session}.jsonl"
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(lines[:-1]))
    keep_guess(store, row.session, SelfEstimate(would_hire=None, weakest="results"), NOW)
    assert guesses(store) == ()
    assert sim(["grade", row.session, "--json"]) == 0
    assert len(guesses(store)) == 1
