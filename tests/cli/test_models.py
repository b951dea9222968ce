"""A round and a grade with a model, from the command line, against a server on this machine."""

import asyncio
import json
import os
import re
import sys
from pathlib import Path

from interviewsim.locations import bundled
from interviewsim.providers.chat import Message, Role
from tests.doubles.judges import obey
from tests.doubles.loopback import DONE, Play, chunk, head, server, whole

SCRIPT = bundled("transcripts/examples") / "behavioral-middling.script"


def proper(body: dict[str, object]) -> Play:
    """Words each cue plainly, after a compliment that nobody must hear."""
    messages = body["messages"]
    assert isinstance(messages, list)
    plain = re.search(r"in plain words: (.*?) \| at most", str(messages[-1]["content"]))
    return [
        head(),
        chunk("Great answer! "),
        chunk(plain[1] if plain else "What came of it?"),
        chunk(finish="stop"),
        DONE,
    ]


def sessions_in(home: Path) -> list[Path]:
    return list(home.glob("transcripts/*.jsonl"))


async def told(home: Path, *words: str, key: str = "sk-never-shown") -> tuple[int, str, str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("OPENAI", "INTERVIEWSIM"))}
    running = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "interviewsim", "--home", str(home), *words),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=environment | {"OPENAI_API_KEY": key},
    )
    out, err = await running.communicate()
    return running.returncode or 0, out.decode(), err.decode()


async def test_a_round_is_played_with_the_models_words_and_graded_offline(tmp_path: Path) -> None:
    async with server(proper) as (url, heard):
        options = ("--interviewer", "llm", "--model", "m", "--grader", "offline", "--base-url", url)
        code, out, err = await told(tmp_path, "run", "behavioral", *options, "--script", str(SCRIPT), "--json")
    assert code == 0
    assert json.loads(out)["grader"]["kind"] == "offline"
    assert err.startswith("The interviewer is m: your answers go to 127.0.0.1")
    assert heard.bodies
    journal = next((tmp_path / "transcripts").glob("*.jsonl")).read_text(encoding="utf-8")
    assert '"conduct":["repaired:praise"]' in journal
    assert "Great answer" not in journal
    assert "sk-never-shown" not in f"{journal}{out}{err}"


async def test_a_server_that_is_not_there_ends_with_its_own_code_and_the_answer_is_kept(tmp_path: Path) -> None:
    options = ("--model", "m", "--base-url", "http://127.0.0.1:9/v1")
    code, _, err = await told(tmp_path, "run", "behavioral", *options, "--script", str(SCRIPT))
    assert code == 5
    assert "Nothing answers at 127.0.0.1:9." in err
    assert "Traceback" not in err
    journal = next((tmp_path / "transcripts").glob("*.jsonl")).read_text(encoding="utf-8")
    assert '"kind":"candidate_said"' in journal
    assert '"kind":"trouble"' in journal


async def test_without_a_chosen_model_a_key_that_is_there_is_not_used(tmp_path: Path) -> None:
    code, _, err = await told(tmp_path, "run", "behavioral", "--script", str(SCRIPT))
    assert code == 0
    assert err.startswith("Offline interviewer and grader")


async def test_offline_and_a_model_do_not_go_together(tmp_path: Path) -> None:
    code, _, err = await told(
        tmp_path, "run", "behavioral", "--offline", "--interviewer", "llm", "--script", str(SCRIPT)
    )
    assert code == 2
    assert "cannot go together" in err


async def test_doctor_says_that_a_key_is_there_and_never_which(tmp_path: Path) -> None:
    _, out, err = await told(tmp_path, "doctor")
    assert "OPENAI_API_KEY" in out
    assert "none chosen" in out
    assert "sk-never-shown" not in out + err


async def test_what_would_be_sent_is_what_was_sent(tmp_path: Path) -> None:
    async with server(proper) as (url, heard):
        options = ("--interviewer", "llm", "--model", "m", "--grader", "offline", "--base-url", url)
        await told(tmp_path, "run", "behavioral", *options, "--script", str(SCRIPT), "--quiet")
    code, out, _ = await told(tmp_path, "prompts", "render", "last", "--json")
    assert code == 0
    assert json.loads(out) == heard.bodies[-1]["messages"]


async def test_templates_are_listed_shown_and_checked(tmp_path: Path) -> None:
    _, out, _ = await told(tmp_path, "prompts", "list", "--json")
    names = [row["name"] for row in json.loads(out)]
    assert {"interviewer/system", "interviewer/cue", "grader/decide"} <= set(names)
    assert (await told(tmp_path, "prompts", "show", "interviewer/cue"))[0] == 0
    assert (await told(tmp_path, "prompts", "show", "nothing"))[0] == 2
    assert (await told(tmp_path, "prompts", "check"))[0] == 0


async def test_a_template_of_ones_own_that_asks_for_the_unknown_is_told(tmp_path: Path) -> None:
    own = tmp_path / "prompts/interviewer"
    own.mkdir(parents=True)
    (own / "cue.jinja").write_text("{{ rubric }}", encoding="utf-8")
    code, _, err = await told(tmp_path, "prompts", "check")
    assert code == 3
    assert "rubric" in err
    assert "Traceback" not in err


async def test_openai_without_a_key_is_told_before_there_is_a_session(tmp_path: Path) -> None:
    code, _, err = await told(tmp_path, "run", "behavioral", "--interviewer", "llm", "--script", str(SCRIPT), key="")
    assert code == 4
    assert "OPENAI_API_KEY" in err
    assert not sessions_in(tmp_path)


def whole_reply(text: str) -> Play:
    return [head(kind="application/json"), whole(text)]


def graded(body: dict[str, object]) -> Play:
    """Grades as an obedient model does."""
    messages = body["messages"]
    assert isinstance(messages, list)
    asked = [Message(Role(one["role"]), one["content"]) for one in messages]
    told = asked[1].text
    shape = "extracted" if "copy out the stretches" in told else "itemsread" if "Items:" in told else "retold"
    return whole_reply(obey(shape, asked))


def failing_once(body: dict[str, object]) -> Play:
    """The same, but for one criterion, where the server breaks."""
    if "Criterion: Ownership" in str(body["messages"]):
        return [head("400 Bad Request", "application/json"), b'{"error":{"message":"broken"}}']
    return graded(body)


async def test_a_grade_with_a_gap_is_completed_by_asking_only_for_what_failed(tmp_path: Path) -> None:
    options = ("--interviewer", "offline", "--grader", "llm", "--model", "m")
    async with server(failing_once) as (url, heard):
        code, out, _ = await told(
            tmp_path, "run", "behavioral", *options, "--base-url", url, "--script", str(SCRIPT), "--json"
        )
        asked_first = len(heard.bodies)
    assert code == 6
    lost = [one["id"] for one in json.loads(out)["criteria"] if one["unscored"]]
    assert "ownership" in lost
    async with server(graded) as (url, heard):
        code, out, _ = await told(tmp_path, "grade", "last", *options[2:], "--base-url", url, "--json")
    assert code == 0
    card = json.loads(out)
    assert card["grade"] == 2
    assert card["grader"]["kind"] == "llm"
    assert all("Criterion: Ownership" in str(body["messages"]) or "tell the" in str(body) for body in heard.bodies)
    assert 0 < len(heard.bodies) < asked_first
    journal = next((tmp_path / "transcripts").glob("*.jsonl")).read_text(encoding="utf-8")
    grades = [line for line in map(json.loads, journal.splitlines()) if line["kind"] == "graded"]
    assert [one["grade"] for one in grades] == [1, 2]
    assert all(one["raw"]["model"] == "m" and one["raw"]["prompts"] for one in grades)
    assert "sk-never-shown" not in journal
