"""`rubrics list|show|diff|new` as their users see them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Sim
from tests.rubrics.files import write


def broken(home: Path, name: str = "broken") -> None:
    write(home / "rubrics", {f"{name}/pack.yaml": "schema: 1\nextends: nowhere\n"})


def test_packs_are_listed_with_the_rounds_they_judge(sim: Sim) -> None:
    assert sim(["rubrics", "list", "--json"]) == 0
    rows = {row["id"]: row for row in json.loads(sim.told().out)}
    assert rows["generic"]["rounds"][0] == "screening"
    assert rows["generic"]["problem"] == ""
    assert sim(["rubrics", "list"]) == 0
    assert "Cratewell" in sim.told().out


def test_a_broken_pack_is_a_row_that_says_why_and_stops_no_other(home: Path, sim: Sim) -> None:
    broken(home)
    assert sim(["rubrics", "list", "--json"]) == 0
    rows = {row["id"]: row for row in json.loads(sim.told().out)}
    assert "nowhere" in rows["broken"]["problem"]
    assert rows["generic"]["rounds"]


def test_a_new_pack_loads_as_it_stands_and_judges_like_the_one_it_extends(home: Path, sim: Sim) -> None:
    assert sim(["rubrics", "new", "acme", "--from", "generic", "--json"]) == 0
    files = [Path(file) for file in json.loads(sim.told().out)]
    assert {file.parent for file in files} == {home / "rubrics" / "acme"}
    assert sim(["rubrics", "check"]) == 0
    assert sim(["rubrics", "diff", "generic", "acme"]) == 0
    assert "judge alike" in sim.told().err
    assert all("#" in file.read_text() for file in files)


def test_every_shipped_pack_can_be_extended(home: Path, sim: Sim) -> None:
    sim(["rubrics", "list", "--json"])
    for row in json.loads(sim.told().out):
        assert sim(["rubrics", "new", f"own-{row['id']}", "--from", row["id"]]) == 0
    assert sim(["rubrics", "check", str(home / "rubrics")]) == 0


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("generic", "already"),
        ("../evil", "cannot be the name"),
        ("a/b", "cannot be the name"),
        ("/etc", "cannot be the name"),
        (".", "cannot be the name"),
        ("", "cannot be the name"),
        ("Acme", "cannot be the name"),
        ("ács", "cannot be the name"),
        ("a" * 61, "cannot be the name"),
        ("acme\n", "cannot be the name"),
    ],
)
def test_a_name_that_cannot_be_one_or_is_taken_is_refused_and_nothing_is_written(
    home: Path, sim: Sim, name: str, told: str
) -> None:
    assert sim(["rubrics", "new", name]) == 2
    assert told in sim.told().err
    assert not (home / "rubrics").exists()


def test_a_new_pack_from_an_unknown_one_names_the_nearest(sim: Sim) -> None:
    assert sim(["rubrics", "new", "acme", "--from", "genric"]) == 2
    assert 'Did you mean "generic"' in sim.told().err


def test_a_new_pack_never_writes_over_what_lies_there(home: Path, sim: Sim) -> None:
    sim(["rubrics", "new", "acme"])
    (home / "rubrics" / "acme" / "pack.yaml").write_text("mine")
    assert sim(["rubrics", "new", "acme"]) == 2
    assert (home / "rubrics" / "acme" / "pack.yaml").read_text() == "mine"


def test_resolved_values_name_their_file_and_line(home: Path, sim: Sim) -> None:
    sim(["rubrics", "new", "acme"])
    sim.told()
    assert sim(["rubrics", "show", "acme/behavioral", "--resolved", "--json"]) == 0
    rows = {row["key"]: row for row in json.loads(sim.told().out)}
    weight, anchor = rows["criteria.ownership.weight"], rows["criteria.ownership.anchors.3"]
    assert Path(weight["file"]) == home / "rubrics" / "acme" / "behavioral.yaml"
    assert f"weight: {weight['value']}" in Path(weight["file"]).read_text().splitlines()[weight["line"] - 1]
    assert "generic" in anchor["file"]
    assert sim(["rubrics", "show", "acme", "--resolved"]) == 0
    assert "pack.yaml:" in sim.told().out


def test_a_pack_and_a_rubric_are_shown(sim: Sim) -> None:
    assert sim(["rubrics", "show", "generic"]) == 0
    assert "Cratewell" in sim.told().out
    assert sim(["rubrics", "show", "generic/behavioral"]) == 0
    assert "weight" in sim.told().out
    assert sim(["rubrics", "show", "generic/behavioral", "--json"]) == 0
    assert json.loads(sim.told().out)["round"] == "behavioral"
    assert sim(["rubrics", "show", "generic/behavoral"]) == 2
    assert 'Did you mean "behavioral"' in sim.told().err


def test_two_packs_differ_where_one_changes_a_weight_an_anchor_an_item_a_flag_or_a_bar(home: Path, sim: Sim) -> None:
    write(
        home / "rubrics",
        {
            "acme/pack.yaml": "schema: 1\nextends: generic\nid: acme\nname: Acme\nbar: {pm: 3.4}\n"
            "scale: {hire: Inclined}\n",
            "acme/behavioral.yaml": "schema: 1\nextends: generic/behavioral\ncriteria:\n"
            "  - {id: self_awareness, weight: 10, anchors: {3: Other words.}}\n"
            "  - {id: structure, weight: 20, items: [{id: in_order, text: In order.}]}\n"
            "flags:\n  - {id: blame, severity: critical}\n",
        },
    )
    assert sim(["rubrics", "diff", "generic", "acme", "--json"]) == 0
    found = {(one["of"], one["differs"], one["key"]): (one["a"], one["b"]) for one in json.loads(sim.told().out)}
    assert found["self_awareness", "weight", ""] == ("15", "10")
    assert found["blame", "flag", "severity"] == ("note", "critical")
    assert found["", "bar", "pm"] == ("3.0", "3.4")
    assert found["", "scale", "hire"] == ("Hire", "Inclined")
    kinds = ["anchor", "bar", "flag", "item", "scale", "weight", "weight"]
    assert sorted(kind for _, kind, _ in found) == kinds
    assert sim(["rubrics", "diff", "generic", "acme", "behavioral"]) == 0
    assert "self_awareness" in sim.told().out
