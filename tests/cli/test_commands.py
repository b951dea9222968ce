"""Commands as a script sees them: data on standard output, one sentence on standard error, an exit code."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Sim

STORY = (
    "In March at the clinic I owned the rota screen. I interviewed nine nurses, cut the second form because nobody "
    "read it, and argued with sales about it. Errors fell from 14 to 5 a week."
)


def write(tmp_path: Path, content: str | bytes, name: str = "a.script") -> str:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def played(sim: Sim, tmp_path: Path, *options: str) -> None:
    script = write(tmp_path, f"{STORY}\n---\nIt was my call alone.")
    assert sim(["run", "behavioral", "--script", script, "--seed", "3", "--quiet", "--json", *options]) == 0


def test_a_script_is_played_and_graded_with_json_alone_on_standard_output(tmp_path: Path, sim: Sim) -> None:
    played(sim, tmp_path)
    card = json.loads(sim.told().out)
    assert card["score"] > 1
    assert card["grader"]["kind"] == "offline"
    assert card["answers"][0]["type"] == "story"


def test_history_report_and_a_second_grade_tell_of_the_session(tmp_path: Path, sim: Sim) -> None:
    played(sim, tmp_path)
    sim.told()
    assert sim(["history", "--json"]) == 0
    (row,) = json.loads(sim.told().out)
    assert (row["round"], row["state"], row["grader"]) == ("behavioral", "finished", "offline")
    assert sim(["grade", "last", "--level", "vp", "--json"]) == 0
    assert json.loads(sim.told().out)["grade"] == 2
    assert sim(["report", "last", "-f", "json"]) == 0
    assert len(json.loads(sim.told().out)["grades"]) == 2
    for form in ("text", "md", "html"):
        assert sim(["report", row["session"], "-f", form]) == 0
        assert "I interviewed nine nurses" in sim.told().out.replace("\n", " ").replace("  ", " ")


def test_a_session_can_be_renamed_moved_and_deleted(tmp_path: Path, sim: Sim) -> None:
    played(sim, tmp_path)
    assert sim(["sessions", "rename", "last", "The one with the nurses"]) == 0
    sim.told()
    sim(["history", "--json"])
    (row,) = json.loads(sim.told().out)
    assert row["title"] == "The one with the nurses"
    assert sim(["sessions", "delete", row["session"], "--yes"]) == 0
    sim.told()
    sim(["history", "--json"])
    assert json.loads(sim.told().out) == []


def test_a_score_below_the_wanted_one_is_exit_7(sim: Sim, tmp_path: Path) -> None:
    script = write(tmp_path, "I usually talk to people.")
    assert sim(["run", "behavioral", "--script", script, "--quiet", "--json", "--fail-under", "3"]) == 7


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["run", "behavioral"], 2, "terminal"),
        (["run", "behavioral", "--company", "acme", "--script", "{script}"], 2, "acme"),
        (["run", "behavioral", "--question", "bh_nope", "--script", "{script}"], 2, "bh_nope"),
        (["run", "behavioral", "--minutes", "0", "--script", "{script}"], 2, "0 minutes"),
        (["run", "behavioral", "--script", "nowhere.script"], 2, "nowhere.script"),
        (["report", "20990101T000000-behavioral-zzzz"], 2, "no session"),
        (["report", "../../etc/passwd"], 2, "not the name"),
        (["resume"], 2, "no unfinished"),
        (["history", "--since", "tomorrow"], 2, "--since"),
        (["answer"], 2, "Which question"),
        (["answer", "--ask", "Why?", "nowhere.txt"], 2, "nowhere.txt"),
        (["rubrics", "check", "nowhere"], 2, "nowhere"),
        ([], 2, "terminal"),
        (["start", "behavioral"], 2, "terminal"),
        (["start"], 2, "required: ROUND"),
        (["start", "lunch"], 2, "lunch"),
        (["dance"], 2, "dance"),
        (["grade", ""], 2, "not the name"),
        (["sessions"], 2, "required: ACTION"),
        (["answer", "--ask", "Why?", "--fail-under", "nan"], 2, "no score"),
        (["grade", "last"], 2, "no sessions yet"),
        (["report", "last", "-f", "papyrus"], 2, "no sessions yet"),
    ],
)
def test_what_does_not_exist_is_one_sentence_and_exit_2(
    tmp_path: Path, sim: Sim, arguments: list[str], code: int, told: str
) -> None:
    script = write(tmp_path, STORY)
    assert sim([argument.replace("{script}", script) for argument in arguments]) == code
    out, err = sim.told()
    assert out == ""
    assert told in err
    assert err.startswith("interviewsim: ")
    assert len(err.splitlines()) <= 2


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe\x00broken", b"fine\n---\n/nope\n", b"\x00" * 10 + b"\xff", b"x" * 2_100_000],
    ids=["not utf-8", "unknown command", "binary", "huge"],
)
def test_a_script_that_cannot_be_read_is_exit_3_before_anything_is_asked(
    tmp_path: Path, sim: Sim, home: Path, content: bytes
) -> None:
    assert sim(["run", "behavioral", "--script", write(tmp_path, content)]) == 3
    assert sim.told().out == ""
    assert not list(home.glob("transcripts/*.jsonl"))


def test_an_empty_script_ends_the_round_early_with_nothing_graded(tmp_path: Path, sim: Sim) -> None:
    assert sim(["run", "behavioral", "--script", write(tmp_path, ""), "--json", "--quiet"]) == 0
    card = json.loads(sim.told().out)
    assert card["score"] is None
    assert {criterion["unscored"]["reason"] for criterion in card["criteria"]} == {"not_reached"}


@pytest.mark.parametrize(
    "content",
    [b"company = [", b"\xff\xfe", b"nonsense = 1", b"level = 'king'", b"x" * 200_000],
    ids=["half", "not utf-8", "unknown", "no such level", "huge"],
)
def test_a_settings_file_that_cannot_be_taken_is_exit_3(tmp_path: Path, sim: Sim, content: bytes) -> None:
    folder = tmp_path / "config" / "interviewsim"
    folder.mkdir(parents=True)
    (folder / "interviewsim.toml").write_bytes(content)
    assert sim(["run", "behavioral", "--script", write(tmp_path, STORY)]) == 3
    assert "interviewsim.toml" in sim.told().err


def test_a_workspace_may_choose_a_level_but_never_a_server(home: Path, tmp_path: Path, sim: Sim) -> None:
    home.mkdir()
    (home / "interviewsim.toml").write_text("level = 'senior'")
    played(sim, tmp_path)
    assert json.loads(sim.told().out)["level"] == "senior"
    (home / "interviewsim.toml").write_text("base_url = 'http://elsewhere'")
    assert sim(["run", "behavioral", "--script", write(tmp_path, STORY)]) == 3
    assert "base_url" in sim.told().err


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff\x00", b"{}\n", b'{"kind":"session_opened","schema":99}\n', b"hello\n"],
    ids=["empty", "binary", "no kind", "newer", "text"],
)
def test_a_journal_that_cannot_be_read_is_listed_with_the_reason_and_told(home: Path, sim: Sim, content: bytes) -> None:
    folder = home / "transcripts"
    folder.mkdir(parents=True)
    (folder / "20261123T140512-behavioral-7k3f.jsonl").write_bytes(content)
    assert sim(["history", "--json"]) == 0
    (row,) = json.loads(sim.told().out)
    assert row["state"] == ("unfinished" if b"99" in content else "damaged")
    assert row["problem"]
    for command in (["report", "last"], ["grade", "last"], ["resume", "last"]):
        assert sim(command) in {2, 3}
        assert "Traceback" not in sim.told().err


def test_answers_as_lines_come_back_in_order_and_a_bad_one_says_so_in_its_place(tmp_path: Path, sim: Sim) -> None:
    rows = [
        {"id": "a", "round": "behavioral", "question": "Tell me about a hard choice.", "answer": STORY},
        {"id": "b", "question": "Why?"},
        {
            "id": "c",
            "question": "Tell me about a redesign.",
            "messages": [
                {"who": "candidate", "text": "We saw drop-off at checkout, we redesigned it and it went well."},
                {"who": "interviewer", "text": "What did you do yourself?"},
                {
                    "who": "candidate",
                    "text": "I cut the address step. Completion went from 61 to 70 percent in a month.",
                },
            ],
        },
    ]
    content = "\n".join([json.dumps(row) for row in rows] + ["not json"])
    assert sim(["answer", "--lines", write(tmp_path, content), "--json"]) == 3
    out = [json.loads(line) for line in sim.told().out.splitlines()]
    assert [line["id"] for line in out] == ["a", "b", "c", None]
    assert "error" in out[1]
    assert "error" in out[3]
    assert out[0]["verdict"] is None
    assert out[0]["score"] is not None
    assert out[2]["answers"][0]["turns"] == [2, 4]


def test_checks_name_file_line_and_key(home: Path, sim: Sim) -> None:
    folder = home / "rubrics" / "acme"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text("schema: 1\nid: acme\nextends: generic\nnam: Acme\n")
    assert sim(["rubrics", "check"]) == 3
    out = sim.told().out
    assert "pack.yaml:4" in out
    assert "nam" in out
    assert sim(["run", "behavioral", "--company", "acme", "--script", "-"]) == 3


def test_a_home_that_is_a_file_is_refused(tmp_path: Path, sim: Sim) -> None:
    file = write(tmp_path, "x", "file")
    assert sim(["history", "--home", file]) == 2
    assert "not a folder" in sim.told().err
    assert sim(["--home", file, "history"]) == 2


def test_the_demo_tells_two_stories_to_their_debrief_and_leaves_nothing_behind(home: Path, sim: Sim) -> None:
    assert sim(["demo", "--json", "--quiet"]) == 0
    card = json.loads(sim.told().out)
    assert [answer["question_id"] for answer in card["answers"]] == ["bh_uncomfortable_no", "bh_broken_promise"]
    assert [answer["type"] for answer in card["answers"]] == ["story", "story"]
    assert not home.exists()


@pytest.mark.parametrize(
    "row",
    [
        {"round": [1], "question": "Why?", "answer": "x"},
        {"level": {}, "question": "Why?", "answer": "x"},
        {"question": ["Why?"], "answer": "x"},
        {"question": "Why?", "answer": 3},
        {"question": "Why?", "messages": [{"who": [1], "text": "x"}]},
        {"question": "Why?", "messages": ["x"]},
        {"question": "Why?", "answer": "x", "answer_model": []},
    ],
)
def test_a_line_of_the_wrong_shape_never_stops_the_lines_after_it(sim: Sim, tmp_path: Path, row: object) -> None:
    good = {"id": "after", "question": "Tell me about a hard choice.", "answer": STORY}
    assert sim(["answer", "--lines", write(tmp_path, f"{json.dumps(row)}\n{json.dumps(good)}"), "--json"]) == 3
    first, second = [json.loads(line) for line in sim.told().out.splitlines()]
    assert "error" in first
    assert second["score"] > 1


@pytest.mark.parametrize(
    "mark", ["\r\n", "\x00", "\x1b[2J", "\ufeff", "e\u0301", "\u200b", "\ud800", "\u2028", "\u202e"]
)
def test_quotes_are_cut_from_the_very_text_that_was_sent(sim: Sim, tmp_path: Path, mark: str) -> None:
    text = mark.join(f"{sentence}." for sentence in STORY.split(".") if sentence)
    row = {"id": "a", "question": "Tell me about a hard choice.", "answer": text}
    assert sim(["answer", "--lines", write(tmp_path, json.dumps(row)), "--json"]) == 0
    card = json.loads(sim.told().out)
    places = [place for criterion in card["criteria"] for place in criterion["evidence"]]
    assert places
    assert [text[place["start"] : place["end"]] for place in places] == [place["quote"] for place in places]


def test_a_wait_beyond_the_rounds_end_ends_the_round(sim: Sim, tmp_path: Path) -> None:
    assert sim(["run", "behavioral", "--script", write(tmp_path, f"/wait 99999s\n{STORY}"), "--json"]) == 0
    assert "Not said" in sim.told().err


def test_a_message_too_long_to_be_one_is_refused_aloud(sim: Sim, tmp_path: Path) -> None:
    script = write(tmp_path, "word " * 50_000)
    assert sim(["run", "behavioral", "--script", script, "--time", "untimed", "--json"]) == 0
    assert "200,000 characters" in sim.told().err


def test_a_broken_question_file_names_the_command_that_lists_everything(sim: Sim, home: Path, tmp_path: Path) -> None:
    (home / "prompts" / "questions").mkdir(parents=True)
    (home / "prompts" / "questions" / "behavioral.yaml").write_text("- id: x\n")
    assert sim(["run", "behavioral", "--script", write(tmp_path, STORY)]) == 3
    assert "interviewsim questions check" in sim.told().err


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless device")
def test_a_script_without_an_end_is_refused_as_too_large(sim: Sim) -> None:
    assert sim(["run", "behavioral", "--script", "/dev/zero"]) == 3
    assert "too large" in sim.told().err


def test_a_wrong_command_in_a_pipe_is_told_when_it_comes_and_the_round_can_be_resumed(sim: Sim) -> None:
    script = f"{STORY}\n---\n/nope\n".encode()
    assert sim(["run", "behavioral", "--script", "-", "--quiet", "--json"], script) == 3
    assert "line 3" in sim.told().err
    assert sim(["resume", "--script", "-", "--quiet", "--json"], b"It was my call alone.") == 0
    assert json.loads(sim.told().out)["answers"][0]["turns"]


def test_an_empty_list_says_whether_there_is_nothing_or_nothing_that_matches(sim: Sim) -> None:
    assert sim(["history"]) == 0
    assert "No sessions yet" in sim.told().err
    assert sim(["history", "--round", "final"]) == 0
    assert "No session matches" in sim.told().err


def test_a_folder_of_sessions_that_cannot_be_read_is_exit_1_and_seen_by_doctor(sim: Sim, home: Path) -> None:
    home.mkdir()
    (home / "transcripts").symlink_to(home / "transcripts")
    for command in (["history"], ["report", "last"], ["resume", "last", "--script", "-"]):
        assert sim(command) == 1
        assert "cannot be read" in sim.told().err
    assert sim(["doctor"]) == 3
    assert "cannot be read" in sim.told().out
