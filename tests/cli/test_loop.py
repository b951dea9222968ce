"""A loop from its first round to the packet, cut off and gone on with, from scripts and at a terminal."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from interviewsim.domain.terms import Round
from tests.cli.conftest import Sim

BEFORE = "I worked on the screen that head nurses plan their week with."
STORY = (
    "In March I owned the rota screen. I cut the second form because nobody read it. Errors fell from 14 to 5 a week."
)


MINI = """\
schema: 1
extends: generic
id: mini
name: Mini
as_of: 2026-11
remove: [technical, product-sense, case-study, final]
loop:
  - {round: screening, weight: 40}
  - {round: behavioral, weight: 60}
"""
SHORT = ("--company", "mini")
"""A company with two rounds, for what needs no more of them."""


@pytest.fixture
def scripts(tmp_path: Path, home: Path) -> Path:
    (home / "rubrics" / "mini").mkdir(parents=True)
    (home / "rubrics" / "mini" / "pack.yaml").write_text(MINI)
    folder = tmp_path / "scripts"
    folder.mkdir()
    for round_ in Round:
        (folder / f"{round_}.script").write_text(f"{BEFORE}\n---\n/wait 5s\n{STORY}")
    return folder


def sessions(sim: Sim) -> Sequence[dict[str, str]]:
    sim.told()
    assert sim(["history", "--json"]) == 0
    rows: list[dict[str, str]] = json.loads(sim.told().out)
    return rows


def played(sim: Sim, scripts: Path, *more: str) -> dict[str, object]:
    sim.told()
    assert sim(["loop", "--scripts", str(scripts), "--seed", "3", "--json", "--quiet", *more]) == 0
    packet: dict[str, object] = json.loads(sim.told().out)
    return packet


def journal(home: Path, session: str) -> Path:
    return home / "transcripts" / f"{session}.jsonl"


def cut(path: Path, kept: int) -> None:
    """As if the program had been killed when so many lines were written."""
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:kept]))


def said_in(path: Path) -> list[str]:
    """What the candidate said, by a journal."""
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    return [line["text"] for line in lines if line["kind"] == "candidate_said"]


def line_after(path: Path, text: str) -> int:
    """How many lines there are up to the one in which the candidate says this."""
    return next(number for number, line in enumerate(path.read_text().splitlines(), 1) if text in line)


def test_six_rounds_are_held_as_sessions_of_one_loop_and_put_before_the_committee(sim: Sim, scripts: Path) -> None:
    packet = played(sim, scripts)
    rows = sessions(sim)
    by_round = {row["round"]: row["session"] for row in rows}
    assert set(by_round) == {round_.value for round_ in Round}
    assert {row["loop"] for row in rows} == {packet["loop"]}
    assert {row["state"] for row in rows} == {"finished"}
    filed = packet["rounds"]
    assert isinstance(filed, list)
    assert [(one["round"], one["session"]) for one in filed] == [(name, by_round[name]) for name in Round]
    assert packet["complete"] is True
    assert packet["decision"] is None  # one story each: hardly anything could be judged
    assert all(one["why"] for one in filed if one["score"] is None)


def test_the_same_scripts_and_seed_give_the_same_packet(sim: Sim, scripts: Path) -> None:
    first, second = played(sim, scripts, *SHORT), played(sim, scripts, *SHORT)
    assert first["loop"] != second["loop"]
    ids = {row["session"]: row["round"] for row in sessions(sim)}

    def without_ids(packet: dict[str, object]) -> str:
        text = json.dumps({**packet, "loop": ""})
        for session, round_ in ids.items():
            text = text.replace(session, round_)
        return text

    assert without_ids(first) == without_ids(second)


def test_a_loop_that_was_killed_goes_on_where_it_stood(sim: Sim, scripts: Path, home: Path) -> None:
    whole = played(sim, scripts, *SHORT)
    rows = {row["round"]: row["session"] for row in sessions(sim)}
    assert sim(["sessions", "delete", rows["screening"], "--yes"]) == 0
    whole_words = said_in(journal(home, rows["behavioral"]))
    assert whole_words == [BEFORE, STORY]
    cut(journal(home, rows["behavioral"]), line_after(journal(home, rows["behavioral"]), BEFORE))
    assert said_in(journal(home, rows["behavioral"])) == [BEFORE]
    assert sim(["loop", "--scripts", str(scripts), "--seed", "3"]) == 0
    told = sim.told()
    assert f"Going on with loop {whole['loop']}: 0 of 2 in." in told.err
    assert told.out.startswith("Hiring committee")
    again = {row["round"]: row for row in sessions(sim)}
    assert again["behavioral"]["session"] == rows["behavioral"]
    assert said_in(journal(home, rows["behavioral"])) == whole_words
    assert {row["loop"] for row in again.values()} == {whole["loop"]}
    assert len(again) == 2


def test_a_round_that_ended_without_its_grade_is_graded_before_the_committee_meets(
    sim: Sim, scripts: Path, home: Path
) -> None:
    whole = played(sim, scripts, *SHORT)
    screening = next(row["session"] for row in sessions(sim) if row["round"] == "screening")
    path = journal(home, screening)
    lines = path.read_bytes().splitlines(keepends=True)
    cut(path, len(lines) - 1)
    assert sim(["loop", "last", "--json", "--quiet"]) == 0
    assert json.loads(sim.told().out)["rounds"] == whole["rounds"]


def test_a_finished_loop_is_told_again_by_its_name_and_a_new_one_begins_without(
    sim: Sim, scripts: Path, home: Path
) -> None:
    first = played(sim, scripts, *SHORT)
    assert sim(["loop", str(first["loop"])[:15], "--json", "--quiet"]) == 0
    assert json.loads(sim.told().out) == first
    for form, told in (("md", "# Hiring committee · Mini · PM"), ("html", "<h1>Hiring committee · Mini · PM</h1>")):
        assert sim(["loop", "last", "-f", form, "-o", str(home / form)]) == 0
        assert told in (home / form).read_text()
    assert sim(["loop", "last", "-f", "papyrus"]) == 2
    assert played(sim, scripts, *SHORT, "--level", "vp")["level"] == "vp"
    assert sim(["loop", "nothing"]) == 2
    assert "names no loop" in sim.told().err


@pytest.mark.parametrize(
    ("spoil", "code", "told"),
    [
        (lambda folder: (folder / "behavioral.script").unlink(), 2, "has no script for behavioral"),
        (lambda folder: (folder / "behavioral.script").write_text("/dance\nNo."), 3, "/dance"),
        (lambda folder: (folder / "behavioral.script").write_bytes(b"\xff\xfe"), 3, "not UTF-8"),
    ],
)
def test_scripts_are_checked_before_anything_is_asked(
    sim: Sim, scripts: Path, spoil: object, code: int, told: str
) -> None:
    assert callable(spoil)
    spoil(scripts)
    assert sim(["loop", "--scripts", str(scripts), *SHORT]) == code
    assert told in sim.told().err
    assert sessions(sim) == []


def test_a_script_may_be_called_by_its_round_and_more(sim: Sim, scripts: Path) -> None:
    (scripts / "behavioral.script").rename(scripts / "behavioral-strong.script")
    (scripts / "screening.script").rename(scripts / "screening.txt")
    assert played(sim, scripts, *SHORT)["complete"] is True
    (scripts / "behavioral-weak.script").write_text(STORY)
    assert sim(["loop", "--scripts", str(scripts), *SHORT]) == 2
    assert "2 scripts for behavioral" in sim.told().err


def test_a_loop_under_way_can_be_told_as_it_stands_by_its_name(sim: Sim, scripts: Path) -> None:
    whole = played(sim, scripts, *SHORT)
    screening = next(row["session"] for row in sessions(sim) if row["round"] == "screening")
    assert sim(["sessions", "delete", screening, "--yes"]) == 0
    sim.told()
    assert sim(["loop", str(whole["loop"]), "--json"]) == 0
    out, err = sim.told()
    packet = json.loads(out)
    assert packet["complete"] is False
    assert [one["stage"] for one in packet["rounds"]] == ["to_come", "in"]
    assert "1 of 2 in, 1 to go." in err


def test_without_a_terminal_and_scripts_it_says_what_is_needed(sim: Sim, tmp_path: Path) -> None:
    assert sim(["loop"]) == 2
    assert "--scripts" in sim.told().err
    assert sim(["loop", "--scripts", str(tmp_path / "nowhere")]) == 2


def test_at_a_terminal_one_may_leave_before_any_round(sim: Sim) -> None:
    assert sim.at_a_terminal(["loop"], "q\n") == 0
    told = sim.told()
    assert "Next: Screening with" in told.err
    assert "0 of 6 in, 6 to go." in told.err
    assert sessions(sim) == []


def test_an_average_below_what_was_asked_for_is_exit_7(sim: Sim, scripts: Path) -> None:
    assert sim(["loop", "--scripts", str(scripts), *SHORT, "--quiet", "--fail-under", "4.9"]) == 7
