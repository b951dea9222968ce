"""`init` as its users see it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Sim
from tests.cli.test_commands import played


def test_a_workspace_is_a_home_with_its_own_folders_and_keeps_transcripts_out_of_git(sim: Sim, tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    assert sim(["init", str(folder)]) == 0
    names = [".gitignore", "interviewsim.toml", "prompts", "rubrics", "transcripts"]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert "/transcripts/" in (folder / ".gitignore").read_text()
    assert sim(["rubrics", "new", "acme", "--home", str(folder)]) == 0
    assert sim(["doctor", "--home", str(folder)]) == 0
    played(sim, tmp_path, "--home", str(folder), "--company", "acme")
    assert list((folder / "transcripts").glob("*.jsonl"))


def test_an_empty_folder_may_become_one(sim: Sim, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert sim(["init", str(tmp_path / "empty"), "--json"]) == 0
    assert all(Path(file).is_file() for file in json.loads(sim.told().out))


@pytest.mark.parametrize(("name", "told"), [("full", "not empty"), ("file", "is a file"), ("done", "already")])
def test_a_folder_in_which_something_lies_is_refused_and_left_alone(
    sim: Sim, tmp_path: Path, name: str, told: str
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    sim(["init", str(tmp_path / "done")])
    before = sorted(tmp_path.rglob("*"))
    assert sim(["init", str(tmp_path / name)]) == 2
    assert told in sim.told().err
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["", " ", "a\x00b", "x" * 300])
def test_a_name_that_cannot_be_one_is_one_sentence(sim: Sim, tmp_path: Path, name: str) -> None:
    folder = name if not name.strip() else str(tmp_path / name)
    assert sim(["init", folder]) in {1, 2}
    assert "Traceback" not in sim.told().err


def test_a_session_is_read_at_every_level(sim: Sim, tmp_path: Path) -> None:
    played(sim, tmp_path)
    sim.told()
    assert sim(["grade", "last", "--level", "all", "--json", "--quiet"]) == 0
    card = json.loads(sim.told().out)
    assert [read["level"] for read in card["levels"]] == ["apm", "pm", "senior", "lead", "director", "vp"]
    assert {read["level"]: read["verdict"] for read in card["levels"]}[card["level"]] == card["verdict"]
    assert sim(["grade", "last", "--level", "all"]) == 0
    assert "AT EVERY LEVEL" in sim.told().out
    for form in ("text", "md"):
        assert sim(["report", "last", "-f", form]) == 0
        assert "at every level" in sim.told().out.lower()
