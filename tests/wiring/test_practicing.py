"""What earlier grades leave to be worked on."""

from pathlib import Path

from interviewsim.domain.terms import Round
from interviewsim.domain.today import WeakSpots
from interviewsim.transcripts.store import SessionStore
from interviewsim.wiring.practicing import weak_spots
from tests.cli.conftest import Sim
from tests.journeys.test_kill_and_resume import ANSWERS

SCRIPT = "\n---\n".join(ANSWERS).encode()


def test_without_a_grade_there_is_nothing_to_work_on(home: Path) -> None:
    assert weak_spots(SessionStore(home / "transcripts")) == WeakSpots()


def test_the_lowest_criterion_and_the_round_of_its_change_are_found(sim: Sim, home: Path) -> None:
    assert sim(["run", "behavioral", "--seed", "8", "--script", "-", "--json"], SCRIPT) == 0
    store = SessionStore(home / "transcripts")
    spots = weak_spots(store)
    (row,) = store.rows()
    card = store.read(row.session).transcript.grades[-1].scorecard
    assert spots.weakest is not None
    assert spots.weakest.level == min(one.level for one in card.criteria if one.level is not None)
    assert spots.change is Round.BEHAVIORAL


def test_a_take_two_moves_neither(sim: Sim, home: Path) -> None:
    assert sim(["run", "behavioral", "--seed", "8", "--script", "-", "--json"], SCRIPT) == 0
    store = SessionStore(home / "transcripts")
    before = weak_spots(store)
    (row,) = store.rows()
    turn = next(turn.turn for turn in store.read(row.session).transcript.turns if turn.candidate)
    assert sim(["resume", row.session, "--take-two", str(turn), "--script", "-"], b"No idea.\n---\n/skip\n") == 0
    assert weak_spots(store) == before


def test_a_damaged_journal_stops_nothing(sim: Sim, home: Path) -> None:
    assert sim(["run", "behavioral", "--seed", "8", "--script", "-", "--json"], SCRIPT) == 0
    (home / "transcripts" / "20991231T000000-behavioral-zzzz.jsonl").write_bytes(b"no journal\n")
    assert weak_spots(SessionStore(home / "transcripts")).weakest is not None
