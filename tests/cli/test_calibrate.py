"""How far the offline grader can be trusted, as its user asks it."""

import json
from pathlib import Path

from tests.cli.conftest import Sim


def test_the_shipped_answers_are_graded_twice_and_the_figures_have_intervals(sim: Sim) -> None:
    assert sim(["calibrate", "--json"]) == 0
    found = json.loads(sim.told().out)
    assert found["enough"] is True
    assert found["gold"]["scored"] == found["gold"]["n"] >= 30
    assert found["runs"] == {"repeated": found["gold"]["n"], "identical": found["gold"]["n"]}
    assert found["spearman"]["value"] > 0.7
    assert found["kappa"]["low"] < found["kappa"]["value"] < found["kappa"]["high"]
    assert found["grader"]["kind"] == "offline"
    assert found["pushed"]["n"] > 10
    assert found["pushed"]["change"]["value"] < 0.1
    assert found["quotes"]["exact"] > 100


def test_a_set_of_one_s_own_is_measured_and_a_small_one_refused(sim: Sim, tmp_path: Path) -> None:
    gold = tmp_path / "mine.jsonl"
    gold.write_text(json.dumps({"question": "Tell me of a no.", "answer": "I said no in May.", "quality": 2, "A": 1}))
    assert sim(["calibrate", "--gold", str(gold)]) == 0
    out = sim.told().out
    assert out.startswith("Too few to say: 1 scored answer,")
    assert "What this cannot tell" in out
    assert sim(["calibrate", "--gold", str(gold), "--fail-under", "0.1"]) == 7


def test_a_set_that_is_none_is_told_with_its_line(sim: Sim, tmp_path: Path) -> None:
    gold = tmp_path / "mine.jsonl"
    gold.write_text('{"question": "?", "answer": "x", "quality": 9}')
    assert sim(["calibrate", "--gold", str(gold)]) == 3
    assert "line 1" in sim.told().err
    assert sim(["calibrate", "--gold", str(tmp_path / "nothing")]) == 2
