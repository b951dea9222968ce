"""`doctor --connect` from the command line."""

import json
from pathlib import Path

from tests.cli.test_models import told
from tests.doubles.loopback import head, server


async def test_a_connection_that_fails_is_told_step_by_step_with_its_exit_code(tmp_path: Path) -> None:
    code, out, err = await told(tmp_path, "doctor", "--connect", "--model", "m", "--base-url", "http://127.0.0.1:9/v1")
    assert code == 5
    assert out.splitlines()[0].startswith("!!  address     Nothing listens at 127.0.0.1:9. (")
    assert "Start the server" in out
    assert not err


async def test_a_refused_key_is_exit_4_and_never_shown(tmp_path: Path) -> None:
    refusal = [head("401 Unauthorized", "application/json"), b"{}"]
    async with server(refusal) as (url, _):
        code, out, err = await told(tmp_path, "doctor", "--connect", "--json", "--model", "m", "--base-url", url)
    steps = json.loads(out)
    assert code == 4
    assert [(step["what"], step["ok"]) for step in steps] == [("address", True), ("http", True), ("models", False)]
    assert "OPENAI_API_KEY" in steps[-1]["next"]
    assert "sk-never-shown" not in f"{out}{err}"


async def test_without_a_model_nothing_is_asked_and_with_offline_it_is_refused(tmp_path: Path) -> None:
    assert (await told(tmp_path, "doctor", "--connect"))[:2] == (
        0,
        "--  address     No model is chosen: interviewer and grader are offline, and there is nothing to connect to.\n"
        "                Choose a model, or stay offline.\n",
    )
    code, out, _ = await told(tmp_path, "doctor", "--connect", "--offline", "--model", "m")
    assert (code, "With --offline no server is asked." in out) == (2, True)
