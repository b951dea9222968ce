"""A round that is killed without warning, again and again, and still comes to its end with every word once."""

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ANSWERS = [
    "That was in May at a dental software company. I ran scheduling and our head of sales wanted a waiting list.",
    "I called the operations lead of the chain and asked two engineers what a thin version would cost. Then I said no.",
    "He wanted both at once. I turned it down, since both would have been late for everybody.",
    "I would do it again, since she told me that they needed it in the autumn only.",
    "We promised our practices text reminders for New Year. I had to tell them in November that they would not come.",
    "I had named the date before asking our supplier. I wrote to the 260 practices myself and named February.",
    "Missed appointments went down from 9 to 6 percent by the end of April.",
    "Since then I put no date into a newsletter before the supplier has confirmed it.",
    "How many people are on the team?",
    "No, that's all from me. Thank you.",
]


def begin(home: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "interviewsim", *arguments, "--script", "-", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"INTERVIEWSIM_HOME": str(home)},
    )


def entries(home: Path) -> list[dict[str, object]]:
    """Whole lines of the only journal, as a reader would take them."""
    (journal,) = (home / "transcripts").glob("*.jsonl")
    lines = journal.read_bytes().split(b"\n")[:-1]
    return [json.loads(line) for line in lines]


def said(home: Path) -> list[object]:
    return [entry["text"] for entry in entries(home) if entry["kind"] == "candidate_said"]


def feed(process: subprocess.Popen[bytes], messages: list[str], dice: random.Random) -> None:
    """Send messages one after another, read what comes, and kill at a random moment."""
    assert process.stdin is not None
    assert process.stderr is not None
    process.stderr.readline()
    for message in messages:
        process.stdin.write(f"{message}\n---\n".encode())
        process.stdin.flush()
        for _ in range(dice.randrange(3)):
            process.stderr.readline()
        if dice.random() < 0.5:
            break
    process.send_signal(signal.SIGKILL)
    process.communicate()


@pytest.mark.parametrize("seed", range(3))
def test_no_answer_is_lost_and_none_comes_twice_however_often_it_is_killed(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    arguments = ["run", "behavioral", "--seed", "8"]
    for _ in range(4):
        kept = said(tmp_path) if arguments[0] == "resume" else []
        feed(begin(tmp_path, *arguments), ANSWERS[len(kept) :], dice)
        if not list((tmp_path / "transcripts").glob("*.jsonl")):
            continue
        assert said(tmp_path)[: len(kept)] == kept
        assert said(tmp_path) == ANSWERS[: len(said(tmp_path))]
        arguments = ["resume"]
    before = entries(tmp_path)[-1].get("t", 0.0)
    rest = "\n---\n".join(ANSWERS[len(said(tmp_path)) :])
    last = begin(tmp_path, *arguments)
    out, err = last.communicate(rest.encode())
    assert last.returncode == 0, err.decode()
    card = json.loads(out)
    assert said(tmp_path) == ANSWERS[: len(said(tmp_path))]
    assert card["score"] is not None
    assert [entry.get("n", 0) for entry in entries(tmp_path)] == list(range(len(entries(tmp_path))))
    assert entries(tmp_path)[-2]["kind"] == "round_ended"
    times = [float(str(entry.get("t", 0.0))) for entry in entries(tmp_path)]
    assert times == sorted(times)
    assert float(str(before)) <= times[-1] <= 1500


def test_two_runs_of_one_script_and_seed_agree_but_for_session_and_time_of_day(tmp_path: Path) -> None:
    script = tmp_path / "a.script"
    script.write_text("\n---\n".join(ANSWERS), encoding="utf-8")
    journals = []
    for home in (tmp_path / "one", tmp_path / "two"):
        command = ["run", "behavioral", "--seed", "8", "--script", str(script), "--json", "--quiet"]
        env = os.environ | {"INTERVIEWSIM_HOME": str(home)}
        subprocess.run([sys.executable, "-m", "interviewsim", *command], check=True, capture_output=True, env=env)
        journals.append([_without_what_differs(entry) for entry in entries(home)])
    assert journals[0] == journals[1]


def _without_what_differs(entry: dict[str, object]) -> str:
    kept = {name: value for name, value in entry.items() if name not in {"at", "session"}}
    if isinstance(card := kept.get("scorecard"), dict):
        kept["scorecard"] = {name: value for name, value in card.items() if name != "session"}
    return json.dumps(kept)
