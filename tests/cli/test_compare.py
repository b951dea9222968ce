"""`compare` as its users see it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Sim
from tests.cli.test_commands import played
from tests.rubrics.files import write

ACME = {
    "acme/pack.yaml": "schema: 1\nextends: generic\nid: acme\nname: Acme\n",
    "acme/behavioral.yaml": "schema: 1\nextends: generic/behavioral\ncriteria:\n"
    "  - {id: ownership, weight: 30}\n  - {id: structure, weight: 5}\n",
}


def graded_twice(sim: Sim, home: Path, tmp_path: Path) -> None:
    write(home / "rubrics", ACME)
    played(sim, tmp_path)
    assert sim(["grade", "last", "--company", "acme", "--quiet", "--json"]) == 0
    sim.told()


def test_two_grades_of_one_session_are_compared_with_the_weights_as_the_reason(
    sim: Sim, home: Path, tmp_path: Path
) -> None:
    graded_twice(sim, home, tmp_path)
    assert sim(["compare", "last#1", "last", "--json"]) == 0
    found = json.loads(sim.told().out)
    assert (found["a"]["company"], found["b"]["company"], found["same_words"]) == ("generic", "acme", True)
    reasons = {one["id"]: [reason["because"] for reason in one["reasons"]] for one in found["criteria"]}
    assert reasons["ownership"] == reasons["structure"] == ["weight"]
    assert reasons["results"] == []
    assert found["score"]["by_levels"] == 0
    assert found["a"]["levels"][0]["level"] == "apm"
    assert sim(["compare", "last#1", "last#2"]) == 0
    out = sim.told().out
    assert "It weighs 20% in A and 30% in B." in out
    assert "AT EVERY LEVEL" in out
    assert max(map(len, out.splitlines())) <= 80


def test_a_pack_that_is_gone_since_leaves_the_grades_to_be_compared(sim: Sim, home: Path, tmp_path: Path) -> None:
    graded_twice(sim, home, tmp_path)
    (home / "rubrics" / "acme" / "pack.yaml").unlink()
    assert sim(["compare", "last#1", "last#2", "--json"]) == 0
    assert json.loads(sim.told().out)["b"]["bar"] is None


@pytest.mark.parametrize(
    ("first", "told"),
    [
        ("last#0", "no grade 0"),
        ("last#9", "no grade 9"),
        ("last#x", "no session"),
        ("last#", "no session"),
        ("../x#1", "not the name"),
    ],
)
def test_a_grade_that_does_not_exist_is_one_sentence(
    sim: Sim, home: Path, tmp_path: Path, first: str, told: str
) -> None:
    graded_twice(sim, home, tmp_path)
    assert sim(["compare", first, "last"]) == 2
    assert told in sim.told().err
