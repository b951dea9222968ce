"""Whatever lies in a home's rubrics: findings or a refusal, never a traceback, and every other pack goes on."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Sim
from tests.rubrics.files import PACK, RUBRIC

OWN = "schema: 1\nextends: generic\nid: acme\nname: Acme\n"
BEHAVIORAL = "schema: 1\nextends: generic/behavioral\n"
DEEP = "schema: 1\nextends: generic\nid: acme\nname: Acme\nsources: " + "[" * 1_000 + "]" * 1_000 + "\n"
QUESTION = "- {id: one, round: behavioral, ask: Tell me about a lamp., answer_model: star}\n"

BAD: dict[str, tuple[dict[str, str | bytes], str]] = {
    "a tab": ({"acme/pack.yaml": "schema: 1\nbar:\n\tpm: 3\n"}, "a tab stands where spaces are needed"),
    "anchors and aliases": ({"acme/pack.yaml": OWN + "brief: &a x\nrival: *a\n"}, "an alias (*a) stands here"),
    "a tag": ({"acme/pack.yaml": OWN + "brief: !!python/object:os.system x\n"}, "a tag ("),
    "50 MB": ({"acme/pack.yaml": b"#" * 50_000_000}, "larger than 1 MB"),
    "1,000 nested lists": ({"acme/pack.yaml": DEEP}, "nested deeper than"),
    "a cycle": (
        {"acme/pack.yaml": OWN.replace("generic", "beta"), "beta/pack.yaml": "schema: 1\nextends: acme\nid: beta\n"},
        "files extend each other",
    ),
    "weights not 100": (
        {"acme/pack.yaml": OWN, "acme/behavioral.yaml": BEHAVIORAL + "criteria: [{id: ownership, weight: 99}]\n"},
        "expected 100",
    ),
    "a missing level": (
        {"acme/pack.yaml": PACK, "acme/behavioral.yaml": RUBRIC.replace(", 3: three", "", 1)},
        "3 is missing",
    ),
    "a doubled id": (
        {"acme/pack.yaml": PACK, "acme/behavioral.yaml": RUBRIC.replace("id: results", "id: ownership")},
        '"ownership" stands here for the second time',
    ),
    "a doubled question": ({"acme/pack.yaml": OWN, "acme/questions.yaml": QUESTION * 2}, "for the second time"),
    "one pack under two names": ({"acme/pack.yaml": OWN, "beta/pack.yaml": OWN}, '"acme"'),
    "a base that is gone": ({"acme/pack.yaml": OWN.replace("generic", "genric")}, 'did you mean "generic"'),
    "a base that leads out": ({"acme/pack.yaml": OWN.replace("generic", "../../etc")}, "this is not a name"),
    "a name that leads out": ({"acme/pack.yaml": OWN.replace("id: acme", "id: ../acme")}, "digits and hyphens"),
    "a name that is not ASCII": ({"ácme/pack.yaml": OWN.replace("id: acme", "id: ácme")}, "digits and hyphens"),
    "a server in a pack": ({"acme/pack.yaml": OWN + "base_url: http://elsewhere\napi_key: x\n"}, "unknown key"),
    "no text": ({"acme/pack.yaml": b"\x00\xff"}, "not a text file"),
    "nothing": ({"acme/pack.yaml": ""}, "the file is empty"),
    "a folder for a file": ({"acme/pack.yaml/x": ""}, "this is a folder"),
    "only a rubric": ({"acme/behavioral.yaml": BEHAVIORAL}, "has no pack.yaml"),
}


def lay(home: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = home / "rubrics" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize(("files", "told"), BAD.values(), ids=BAD)
def test_what_is_wrong_is_found_and_every_other_pack_goes_on(
    sim: Sim, home: Path, tmp_path: Path, files: dict[str, str | bytes], told: str
) -> None:
    lay(home, files)
    assert sim(["rubrics", "check", "--json"]) == 3
    findings = json.loads(sim.told().out)
    assert any(
        told in f'{one["problem"]}; expected {one["expected"]} (did you mean "{one["guess"]}"' for one in findings
    )
    assert all(one["file"] and one["line"] >= 1 for one in findings)
    assert sim(["rubrics", "list", "--json"]) == 0
    rows = {row["id"]: row for row in json.loads(sim.told().out)}
    assert rows["generic"]["problem"] == rows["amazon"]["problem"] == ""
    assert sim(["questions", "list", "--json"]) in {0, 3}
    assert len(json.loads(sim.told().out)) > 100
    for command in (["rubrics", "show", "acme"], ["rubrics", "show", "acme/behavioral", "--resolved"], ["doctor"]):
        assert sim(command) in {0, 2, 3}
    assert sim(["rubrics", "show", "generic/behavioral"]) == 0
    assert "Traceback" not in sim.told().err


def test_everything_wrong_in_several_packs_is_found_at_once(sim: Sim, home: Path) -> None:
    lay(home, {"acme/pack.yaml": OWN + "nam: x\nbar: {pm: 9}\n", "beta/pack.yaml": "schema: 1\nextends: nowhere\n"})
    assert sim(["rubrics", "check", "--json"]) == 3
    findings = json.loads(sim.told().out)
    assert {one["key"] for one in findings} >= {"nam", "bar.pm", "extends"}


def test_links_that_lead_nowhere_or_in_a_circle_stop_nothing(sim: Sim, home: Path) -> None:
    folder = home / "rubrics"
    folder.mkdir(parents=True)
    (folder / "loop").symlink_to(folder / "loop")
    (folder / "gone").symlink_to(folder / "nowhere")
    lay(home, {"acme/pack.yaml": OWN})
    (folder / "acme" / "behavioral.yaml").symlink_to(folder / "nowhere.yaml")
    assert sim(["rubrics", "list", "--json"]) == 0
    assert {row["id"] for row in json.loads(sim.told().out)} >= {"generic", "acme"}
    assert sim(["rubrics", "check"]) in {0, 3}
    assert "Traceback" not in sim.told().err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is unreadable to a superuser")
def test_a_folder_that_cannot_be_read_stops_nothing(sim: Sim, home: Path) -> None:
    lay(home, {"acme/pack.yaml": OWN, "beta/pack.yaml": OWN.replace("id: acme", "id: beta")})
    (home / "rubrics" / "acme").chmod(0)
    try:
        assert sim(["rubrics", "list", "--json"]) == 0
        assert {row["id"] for row in json.loads(sim.told().out)} >= {"generic", "beta"}
        assert sim(["rubrics", "check"]) == 3
        assert "the folder cannot be read" in sim.told().out
    finally:
        (home / "rubrics" / "acme").chmod(0o700)
    assert "Traceback" not in sim.told().err
