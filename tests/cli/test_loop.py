"""A loop from its first round to the packet, cut off and gone on with, from scripts and at a terminal."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from interviewsim.domain.loop import Round
from tests.cli.conftest import Sim

STORY = (
    "In March I owned the rota screen. I cut the second form because nobody read it. Errors fell from 14 to 5 a week."
)


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    folder = tmp_path / "scripts"
    folder.mkdir()
    for round_ in Round:
        (folder / f"{round_}.script").write_text(STORY)
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
    first, second = played(sim, scripts), played(sim, scripts)
    assert first["loop"] != second["loop"]
    ids = {row["session"]: row["round"] for row in sessions(sim)}

    def without_ids(packet: dict[str, object]) -> str:
        text = json.dumps({**packet, "loop": ""})
        for session, round_ in ids.items():
            text = text.replace(session, round_)
        return text

    assert without_ids(first) == without_ids(second)


def test_a_loop_that_was_killed_goes_on_where_it_stood(sim: Sim, scripts: Path, home: Path) -> None:
    whole = played(sim, scripts)
    rows = {row["round"]: row["session"] for row in sessions(sim)}
    for round_ in ("case-study", "final"):
        assert sim(["sessions", "delete", rows[round_], "--yes"]) == 0
    cut(journal(home, rows["behavioral"]), 5)
    assert sim(["loop", "--scripts", str(scripts), "--seed", "3"]) == 0
    told = sim.told()
    assert f"Going on with loop {whole['loop']}: 3 of 6 in." in told.err
    assert told.out.startswith("Hiring committee")
    again = {row["round"]: row for row in sessions(sim)}
    assert again["behavioral"]["session"] == rows["behavioral"]
    assert {row["loop"] for row in again.values()} == {whole["loop"]}
    assert len(again) == 6


def test_a_round_that_ended_without_its_grade_is_graded_before_the_committee_meets(
    sim: Sim, scripts: Path, home: Path
) -> None:
    whole = played(sim, scripts)
    final = next(row["session"] for row in sessions(sim) if row["round"] == "final")
    path = journal(home, final)
    lines = path.read_bytes().splitlines(keepends=True)
    cut(path, len(lines) - 1)
    assert sim(["loop", "last", "--json", "--quiet"]) == 0
    assert json.loads(sim.told().out)["rounds"] == whole["rounds"]


def test_a_finished_loop_is_told_again_by_its_name_and_a_new_one_begins_without(sim: Sim, scripts: Path) -> None:
    first = played(sim, scripts)
    assert sim(["loop", str(first["loop"])[:15], "--json", "--quiet"]) == 0
    assert json.loads(sim.told().out) == first
    assert played(sim, scripts, "--company", "amazon")["company"] == "amazon"
    assert sim(["loop", "nothing"]) == 2
    assert "names no loop" in sim.told().err


@pytest.mark.parametrize(
    ("spoil", "code", "told"),
    [
        (lambda folder: (folder / "final.script").unlink(), 2, "has no script for final"),
        (lambda folder: (folder / "final.script").write_text("/dance\nNo."), 3, "/dance"),
        (lambda folder: (folder / "final.script").write_bytes(b"\xff\xfe"), 3, "not UTF-8"),
    ],
)
def test_scripts_are_checked_before_anything_is_asked(
    sim: Sim, scripts: Path, spoil: object, code: int, told: str
) -> None:
    assert callable(spoil)
    spoil(scripts)
    assert sim(["loop", "--scripts", str(scripts)]) == code
    assert told in sim.told().err
    assert sessions(sim) == []


def test_a_script_may_be_called_by_its_round_and_more(sim: Sim, scripts: Path) -> None:
    (scripts / "final.script").rename(scripts / "final-strong.script")
    (scripts / "screening.script").rename(scripts / "screening.txt")
    assert played(sim, scripts)["complete"] is True
    (scripts / "final-weak.script").write_text(STORY)
    assert sim(["loop", "--scripts", str(scripts)]) == 2
    assert "2 scripts for final" in sim.told().err


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
    assert sim(["loop", "--scripts", str(scripts), "--quiet", "--fail-under", "4.9"]) == 7
