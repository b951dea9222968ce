"""`questions list|show` as their users see them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Sim
from tests.rubrics.files import write

OWN = (
    "- {id: own_one, round: behavioral, ask: Tell me about a lamp., answer_model: star, reference: {result: SECRET}}\n"
)
PACK = "schema: 1\nextends: generic\nid: acme\nname: Acme\n"


def listed(sim: Sim, *options: str) -> list[dict[str, object]]:
    assert sim(["questions", "list", "--json", *options]) == 0
    rows: list[dict[str, object]] = json.loads(sim.told().out)
    return rows


def test_the_banks_questions_are_listed_and_filters_narrow_them(sim: Sim) -> None:
    every = listed(sim)
    assert len(every) >= 110
    assert len({row["id"] for row in every}) == len(every)
    for option, value, kept in (
        ("--round", "technical", lambda row: row["round"] == "technical"),
        ("--level", "vp", lambda row: "vp" in row["levels"]),
        ("--skill", "empathy", lambda row: "empathy" in row["skills"]),
        ("--tag", "judgment", lambda row: "judgment" in row["tags"]),
    ):
        assert listed(sim, option, value) == [row for row in every if kept(row)] != []


def test_a_packs_own_questions_come_with_its_name_and_a_child_pack_asks_them_too(home: Path, sim: Sim) -> None:
    child = "schema: 1\nextends: acme\nid: child\nname: Child\n"
    write(home / "rubrics", {"acme/pack.yaml": PACK, "acme/questions.yaml": OWN, "child/pack.yaml": child})
    for company in ("acme", "child"):
        (row,) = listed(sim, "--company", company)
        assert (row["id"], row["company"]) == ("own_one", company)
    assert [row["company"] for row in listed(sim) if row["id"] == "own_one"] == ["acme"]


def test_a_question_is_shown_without_its_reference_unless_asked_for(home: Path, sim: Sim) -> None:
    write(home / "rubrics", {"acme/pack.yaml": PACK, "acme/questions.yaml": OWN})
    for form in ([], ["--json"]):
        assert sim(["questions", "show", "own_one", *form]) == 0
        out = sim.told().out
        assert "lamp" in out
        assert "SECRET" not in out
        assert sim(["questions", "show", "own_one", "--reference", *form]) == 0
        assert "SECRET" in sim.told().out


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_shipped_case_is_shown_without_what_is_held_back(sim: Sim, form: list[str]) -> None:
    sim(["questions", "list", "--round", "case-study", "--json"])
    case = json.loads(sim.told().out)[0]["id"]
    sim(["questions", "show", case, "--reference", "--json"])
    facts = json.loads(sim.told().out)["facts"]
    assert facts
    sim(["questions", "show", case, *form])
    out = " ".join(sim.told().out.split())
    assert not any(fact["tell"] in out for fact in facts)


def test_an_unknown_question_names_the_nearest(sim: Sim) -> None:
    assert sim(["questions", "show", "bh_uncomfortble_no"]) == 2
    assert 'Did you mean "bh_uncomfortable_no"' in sim.told().err


def test_a_broken_file_is_told_and_the_other_questions_are_listed(home: Path, sim: Sim) -> None:
    write(home / "prompts", {"questions/behavioral.yaml": "- id: x\n"})
    assert sim(["questions", "list", "--json"]) == 3
    out, err = sim.told()
    assert len(json.loads(out)) > 50
    assert "behavioral.yaml" in err
