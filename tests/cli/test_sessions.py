"""Sessions in numbers: listed, told together, graded together, deleted when somebody says so."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Sim

STORY = (
    "In March I owned the rota screen. I cut the second form because nobody read it. Errors fell from 14 to 5 a week."
)


@pytest.fixture
def two(sim: Sim, tmp_path: Path) -> list[str]:
    """The ids of two sessions, newest first."""
    script = tmp_path / "a.script"
    for text in (STORY, "I usually talk to people."):
        script.write_text(text)
        assert sim(["run", "behavioral", "--script", str(script), "--seed", "3", "--quiet", "--json"]) == 0
    sim(["history", "--json"])
    told = sim.told().out
    return [row["session"] for row in json.loads(told[told.index('[\n  {\n    "session"') :])]


def journal(home: Path, session: str) -> Path:
    return home / "transcripts" / f"{session}.jsonl"


def spoil(path: Path, line: int) -> None:
    """Make a line (from 1) unreadable."""
    lines = path.read_bytes().split(b"\n")
    lines[line - 1] = b"?"
    path.write_bytes(b"\n".join(lines))


def test_the_list_tells_verdict_or_standing_and_what_is_damaged_where(sim: Sim, two: list[str], home: Path) -> None:
    spoil(journal(home, two[1]), 6)
    assert sim(["history"]) == 0
    out, err = sim.told()
    assert [line.split()[0] for line in out.splitlines()] == ["SESSION", *two]
    assert "damaged" in out.splitlines()[2]
    assert f"{two[1]}: Line 6 is damaged" in err


def test_a_newer_version_s_session_says_what_to_do(sim: Sim, two: list[str], home: Path) -> None:
    path = journal(home, two[0])
    path.write_bytes(path.read_bytes().replace(b'"schema":1', b'"schema":2', 1))
    assert sim(["history"]) == 0
    out, err = sim.told()
    assert "newer version" in out
    assert "Update interviewsim" in err


def test_a_title_from_a_foreign_journal_stays_on_its_line(sim: Sim, two: list[str], home: Path) -> None:
    path = journal(home, two[0])
    path.write_bytes(path.read_bytes().replace(b'"company":"generic"', b'"company":"a\\nb\\u001b[31m"', 1))
    assert sim(["history"]) == 0
    out = sim.told().out
    assert len(out.splitlines()) == 3
    assert "a b" in out


def test_at_a_narrow_terminal_no_line_wraps_and_a_title_is_still_told(sim: Sim, two: list[str]) -> None:
    sim(["sessions", "rename", two[0], "The rota, once more, and much too long for any terminal of this width at all"])
    sim.told()
    assert sim.at_a_terminal(["history"], "") == 0
    lines = sim.told().out.splitlines()
    assert max(map(len, lines)) <= 80
    assert "The rota, once" in lines[1]


def test_a_period_tells_its_rounds_and_that_two_are_no_trend(sim: Sim, two: list[str], tmp_path: Path) -> None:
    assert sim(["report", "--since", "1d"]) == 0
    out = sim.told().out
    assert "2 finished sessions" in out
    assert "GENERIC · PM · OFFLINE" in out
    assert "Not enough yet: 1 more before this is a trend." in out
    for form, told in (("md", "# Practice from"), ("html", "<h2>Generic · PM · offline</h2>")):
        assert sim(["report", "--since", "1w", "-f", form, "-o", str(tmp_path / form)]) == 0
        assert told in (tmp_path / form).read_text()
    assert sim(["report", "--since", "1d", "-f", "papyrus"]) == 2


def test_a_period_as_json_has_its_trends_and_its_sessions(sim: Sim, two: list[str]) -> None:
    assert sim(["report", "--since", "1w", "--json"]) == 0
    told = json.loads(sim.told().out)
    assert [row["session"] for row in told["sessions"]] == two
    (trend,) = told["trends"]
    assert (trend["round"], trend["company"], trend["level"], trend["n"], trend["enough"]) == (
        "behavioral",
        "generic",
        "pm",
        2,
        False,
    )
    assert sorted(score["session"] for score in trend["scores"]) == sorted(two)


def test_a_period_without_sessions_says_so(sim: Sim) -> None:
    assert sim(["report", "--since", "1d", "--json"]) == 0
    assert json.loads(sim.told().out)["sessions"] == []
    assert sim(["report", "--since", "1d"]) == 0
    assert "No session in this time." in sim.told().out


def test_a_session_that_cannot_be_told_is_named_and_the_others_are_told(sim: Sim, two: list[str], home: Path) -> None:
    spoil(journal(home, two[0]), 1)
    assert sim(["report", "--since", "1d", "--json"]) == 3
    out, err = sim.told()
    told = json.loads(out)
    assert told["left_out"] == {"damaged": 1}
    assert [score["session"] for score in told["trends"][0]["scores"]] == [two[1]]
    assert two[0] in err


@pytest.mark.parametrize("arguments", [["report"], ["report", "last", "--since", "1d"]])
def test_a_report_is_of_one_session_or_of_a_time(sim: Sim, arguments: list[str]) -> None:
    assert sim(arguments) == 2
    assert "--since" in sim.told().err


def test_a_folder_is_graded_whole_each_grade_added_to_those_before(sim: Sim, two: list[str], home: Path) -> None:
    before = {session: journal(home, session).read_bytes() for session in two}
    assert sim(["grade", str(home / "transcripts"), "--level", "vp", "--json"]) == 0
    cards = json.loads(sim.told().out)
    assert [(card["session"], card["grade"], card["level"]) for card in cards] == [
        (session, 2, "vp") for session in sorted(two)
    ]
    for session, content in before.items():
        assert journal(home, session).read_bytes().startswith(content)


def test_a_journal_anywhere_is_graded_by_its_path_under_another_pack(
    sim: Sim, two: list[str], home: Path, tmp_path: Path
) -> None:
    (home / "rubrics" / "acme").mkdir(parents=True)
    (home / "rubrics" / "acme" / "pack.yaml").write_text("schema: 1\nid: acme\nextends: generic\nname: Acme\n")
    elsewhere = tmp_path / "mine.jsonl"
    journal(home, two[0]).rename(elsewhere)
    assert sim(["grade", str(elsewhere), "--company", "acme", "--json"]) in {0, 3}
    out, err = sim.told()
    assert json.loads(out)["company"] == "acme", err
    assert len(elsewhere.read_text().split('"kind":"graded"')) == 3


def test_one_journal_that_fails_stops_none_of_a_folder(sim: Sim, two: list[str], home: Path) -> None:
    spoil(journal(home, min(two)), 1)
    assert sim(["grade", str(home / "transcripts"), "--json"]) == 3
    first, second = json.loads(sim.told().out)
    assert first["session"] == min(two)
    assert "no session" in first["error"]
    assert second["grade"] == 2


@pytest.mark.parametrize(
    ("typed", "gone"), [("y\n", True), ("yes\n", True), ("\n", False), ("no\n", False), ("", False)]
)
def test_deleting_asks_at_a_terminal(sim: Sim, two: list[str], home: Path, typed: str, gone: bool) -> None:
    assert sim.at_a_terminal(["sessions", "delete", two[0]], typed) == 0
    assert "for good?" in sim.told().err
    assert journal(home, two[0]).exists() != gone


def test_deleting_without_a_terminal_needs_a_yes_beforehand(sim: Sim, two: list[str], home: Path) -> None:
    assert sim(["sessions", "delete", two[0]], b"y\n") == 2
    assert "--yes" in sim.told().err
    assert sim(["sessions", "delete", two[0], "--yes"]) == 0
    assert [path.stem for path in (home / "transcripts").glob("*.jsonl")] == [two[1]]


def test_what_cannot_be_read_can_be_deleted(sim: Sim, two: list[str], home: Path) -> None:
    journal(home, two[0]).write_bytes(b"\x00")
    assert sim.at_a_terminal(["sessions", "delete", two[0]], "y\n") == 0
    assert not journal(home, two[0]).exists()


def test_a_session_is_moved_with_its_title_and_read_by_its_path(sim: Sim, two: list[str], tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    sim(["sessions", "rename", "last", "\x1b[31mThe rota\x1b[0m"])
    assert "“The rota”" in sim.told().err
    assert sim(["sessions", "move", "last", str(tmp_path / "kept")]) == 0
    assert sim(["report", str(tmp_path / "kept" / f"{two[0]}.jsonl")]) == 0
    assert "The rota" in sim.told().out
    assert sim(["report", two[0]]) == 2
    assert sim(["sessions", "move", two[1], str(tmp_path / "nowhere")]) == 2
