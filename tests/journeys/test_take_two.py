"""An answer is given again in a session of its own: killed, resumed, and put beside the first."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from interviewsim.domain.terms import Round
from interviewsim.transcripts.store import SessionStore
from interviewsim.wiring.met import focus_of, past_of
from tests.cli.conftest import Sim
from tests.journeys.test_kill_and_resume import ANSWERS, begin

BETTER = (
    "Sales hours fell from 30 to 12 a week by June, against a target of 15. I track that number every Monday since."
)


def said(journal: Path) -> list[dict[str, object]]:
    lines = [json.loads(line) for line in journal.read_bytes().split(b"\n")[:-1]]
    return [line for line in lines if line["kind"] == "candidate_said"]


def played(sim: Sim) -> str:
    script = "\n---\n".join(ANSWERS).encode()
    assert sim(["run", "behavioral", "--seed", "8", "--script", "-", "--json"], script) == 0
    return str(json.loads(sim.told().out)["session"])


def test_a_take_two_is_a_session_of_its_own_and_stands_beside_the_first(sim: Sim, home: Path) -> None:
    session = played(sim)
    first = home / "transcripts" / f"{session}.jsonl"
    before = first.read_bytes()
    turn = said(first)[2]["turn"]
    rest = "\n---\n".join([BETTER, *ANSWERS[4:]]).encode()
    assert sim(["resume", session, "--take-two", str(turn), "--script", "-"], rest) == 0
    told = sim.told().out
    assert "FIRST TAKE" in told
    assert BETTER.split(".", maxsplit=1)[0] in " ".join(told.split())
    assert "GAINED\n" in told
    assert first.read_bytes() == before
    (second,) = set((home / "transcripts").glob("*.jsonl")) - {first}
    opened = json.loads(second.read_bytes().split(b"\n")[0])
    assert opened["forked_from"]["session"] == session
    assert [one["text"] for one in said(second)][:3] == [*ANSWERS[:2], BETTER]
    assert b'"kind":"interrupted"' not in second.read_bytes()


def test_a_take_two_changes_no_trend_no_focus_and_no_choice_of_questions(sim: Sim, home: Path) -> None:
    session = played(sim)
    store = SessionStore(home / "transcripts")
    (row,) = store.rows()
    past, focus = past_of(store, Round.BEHAVIORAL), focus_of(store, Round.BEHAVIORAL, "generic")
    turn = said(home / "transcripts" / f"{session}.jsonl")[0]["turn"]
    assert sim(["resume", "last", "--take-two", str(turn), "--script", "-"], b"I called them.\n---\n/skip\n") == 0
    (fork,) = (one for one in store.rows() if one.session != session)
    assert fork.forked_from == session
    assert row.counts
    assert not fork.counts
    assert past_of(store, Round.BEHAVIORAL) == past
    assert focus_of(store, Round.BEHAVIORAL, "generic") == focus


def test_a_take_two_that_is_killed_goes_on_with_every_word(sim: Sim, home: Path) -> None:
    session = played(sim)
    turn = said(home / "transcripts" / f"{session}.jsonl")[2]["turn"]
    process = begin(home, "resume", session, "--take-two", str(turn))
    assert process.stdin is not None
    assert process.stderr is not None
    process.stdin.write(f"{BETTER}\n---\n".encode())
    process.stdin.flush()
    while BETTER[:30].encode() not in process.stderr.readline():
        assert process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.communicate()
    rest = "\n---\n".join(ANSWERS[4:])
    command = [sys.executable, "-m", "interviewsim", "resume", "--script", "-", "--json"]
    env = os.environ | {"INTERVIEWSIM_HOME": str(home)}
    done = subprocess.run(command, input=rest.encode(), capture_output=True, env=env, check=True)
    second = home / "transcripts" / f"{json.loads(done.stdout)['session']}.jsonl"
    assert second.stem != session
    assert [one["text"] for one in said(second)][:4] == [*ANSWERS[:2], BETTER, ANSWERS[4]]
    lines = [json.loads(line) for line in second.read_bytes().split(b"\n")[1:-1]]
    assert [line["n"] for line in lines] == list(range(1, len(lines) + 1))
    assert [line["t"] for line in lines] == sorted(line["t"] for line in lines)
    assert [line["kind"] for line in lines].count("interrupted") == 1


def test_what_cannot_be_taken_again_is_said_in_a_sentence(sim: Sim) -> None:
    session = played(sim)
    assert sim(["resume", session, "--take-two", "1", "--script", "-"], b"") == 2
    assert "Turn 1 is not one of the candidate's." in sim.told().err
    assert sim(["resume", "--take-two", "3", "--script", "-"], b"") == 2
    assert "needs a session" in sim.told().err
