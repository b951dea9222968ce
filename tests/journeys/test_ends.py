"""How the program ends when what is around it does not hold: an exit code, at most two lines, and nothing lost."""

import json
import os
import pty
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals, limits and terminals of POSIX")

STORY = (
    "In March I owned the rota screen. I cut the second form because nobody read it. Errors fell from 14 to 5 a week."
)
Program = Callable[..., "subprocess.CompletedProcess[bytes]"]


def surroundings(home: Path) -> dict[str, str]:
    return os.environ | {"INTERVIEWSIM_HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")}


@pytest.fixture
def shell(tmp_path: Path) -> Program:
    """Runs a shell's line in which `$SIM` is the program."""
    env = surroundings(tmp_path) | {"SIM": f"{sys.executable} -m interviewsim"}

    def run(line: str, given: str = "", limit: int | None = None) -> "subprocess.CompletedProcess[bytes]":
        def confine() -> None:
            if limit is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        return subprocess.run(
            ["bash", "-c", f"set -o pipefail; {line}"],
            input=given.encode(),
            capture_output=True,
            check=False,
            env=env,
            preexec_fn=confine,
        )

    return run


def session(home: Path) -> Path:
    (path,) = (home / "transcripts").glob("*.jsonl")
    return path


def kinds(path: Path) -> list[str]:
    return [json.loads(line)["kind"] for line in path.read_bytes().splitlines()]


def test_a_reader_that_leaves_early_is_no_trouble_of_ours(shell: Program, tmp_path: Path) -> None:
    assert shell("$SIM run behavioral --script - --quiet --json | head -c 1", STORY).stdout == b"{"
    done = shell("for i in 1 2 3; do $SIM report last -f json; done | head -c 1")
    assert (done.stdout, done.stderr) == (b"{", b"")


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_a_stream_that_was_closed_is_as_good_as_one_that_goes_nowhere(
    shell: Program, tmp_path: Path, closed: str
) -> None:
    (tmp_path / "a.script").write_text(STORY)
    done = shell(f"$SIM run behavioral --script {tmp_path}/a.script --quiet {closed}")
    assert (done.returncode, done.stderr) == (0, b"")
    assert kinds(session(tmp_path))[-2:] == ["round_ended", "graded"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_output_that_cannot_be_written_is_a_sentence_and_exit_1(shell: Program) -> None:
    done = shell("$SIM doctor >/dev/full")
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        "interviewsim: The output cannot be written: No space left on device.",
        "  Check where it goes.",
    ]


def full_disk(done: "subprocess.CompletedProcess[bytes]") -> bool:
    lines = done.stderr.decode().splitlines()
    assert (done.returncode, len(lines), lines[-1]) == (1, 2, "  Make room, then try again.")
    return "disk is full" in lines[0]


@pytest.mark.parametrize("limit", [0, 100, 10_000])
def test_a_disk_without_room_for_the_rounds_plan_is_as_if_it_had_never_begun(
    shell: Program, tmp_path: Path, limit: int
) -> None:
    assert full_disk(shell("$SIM run behavioral --script - --quiet --json", STORY, limit))
    assert not list((tmp_path / "transcripts").glob("*.jsonl"))


def test_a_disk_that_fills_up_in_a_round_loses_nothing_and_the_round_goes_on_when_there_is_room(
    shell: Program, tmp_path: Path
) -> None:
    shell("$SIM run behavioral --seed 8 --script - --quiet --json")
    plan = session(tmp_path).read_bytes().split(b"\n")[:2]
    session(tmp_path).unlink()
    room = sum(map(len, plan)) + 1000
    assert full_disk(shell("$SIM run behavioral --seed 8 --script - --quiet --json", f"{STORY}\n---\n" * 9, room))
    before = session(tmp_path).read_bytes()
    assert shell("$SIM resume --script - --quiet --json", STORY).returncode == 0
    assert session(tmp_path).read_bytes().startswith(before)
    assert kinds(session(tmp_path))[-2:] == ["round_ended", "graded"]


def test_a_home_that_cannot_be_made_is_a_sentence_and_exit_1(shell: Program, tmp_path: Path) -> None:
    (tmp_path / "transcripts").write_text("a file in the folder's place")
    done = shell("$SIM run behavioral --script - --quiet --json", STORY)
    assert done.returncode == 1
    assert len(done.stderr.decode().splitlines()) == 2


def test_an_interrupt_at_the_terminal_is_exit_130_and_the_round_can_be_resumed(shell: Program, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    begun = subprocess.Popen(
        [sys.executable, "-m", "interviewsim", "run", "behavioral", "--seed", "8"],
        stdin=theirs,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=surroundings(tmp_path),
    )
    os.close(theirs)
    assert begun.stderr is not None
    for answer in (b"", STORY.encode() + b"\n\n"):
        os.write(ours, answer)
        while b"left]" not in begun.stderr.readline():  # told whenever the candidate gets the floor
            pass
    begun.send_signal(signal.SIGINT)
    _, err = begun.communicate(timeout=60)
    os.close(ours)
    assert begun.returncode == 130
    assert err.decode().splitlines()[-2:] == [
        "interviewsim: Stopped; everything you sent is kept.",
        "  `interviewsim resume` goes on.",
    ]
    assert STORY in session(tmp_path).read_text()
    assert shell("$SIM resume --script - --quiet --json", "It was my call.").returncode == 0


def test_an_interrupted_pipe_is_exit_130_too(tmp_path: Path) -> None:
    begun = subprocess.Popen(
        [sys.executable, "-m", "interviewsim", "run", "behavioral", "--script", "-", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(tmp_path),
    )
    assert begun.stderr is not None
    while b"Session" not in begun.stderr.readline():
        pass
    begun.send_signal(signal.SIGINT)
    out, err = begun.communicate(timeout=60)
    assert (begun.returncode, out) == (130, b"")
    assert b"Traceback" not in err
