"""How long home takes to stand on the screen and to take a key, against the smallest Textual app with an input.

Each runs in a pseudo-terminal of 120x40, in turns: the smallest app, the program with an empty home, with one session
and with 10,000. `painted` is the time from exec until every word to wait for was written, `answers` until it answered
a key sent then. The aims: painted at most 1.25 of the smallest app, and with 10,000 sessions at most 1.1 of one.

    python benchmarks/home_paint.py [RUNS]
"""

import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from fcntl import ioctl
from pathlib import Path

from history_scale import fill

SMALLEST = """
from textual.app import App
from textual.widgets import Input, Static
class Smallest(App):
    def compose(self):
        yield Static("hello")
        yield Input(placeholder="the-last-word")
Smallest().run()
"""
DOWN = b"\x1b[B"
PATIENCE = 20.0
SESSIONS = 10_000


@dataclass(slots=True)
class Program:
    """What is started, the words that are waited for, a key, and a word of the answer (any, where there is none)."""

    command: Sequence[str]
    words: Sequence[bytes]
    key: bytes
    answer: bytes = b""
    home: Path | None = None
    painted: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)

    def run(self, *, settles: bool = False) -> tuple[float, float]:
        """Milliseconds from exec until it was painted, and until it had answered a key.

        `settles`: it is left to itself until home has written its note.
        """
        ours, theirs = pty.openpty()
        ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        if self.home is not None:
            environment["INTERVIEWSIM_HOME"] = str(self.home)
        started = time.perf_counter()
        program = subprocess.Popen(
            [sys.executable, *self.command],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            process_group=0,
        )
        try:
            painted = _until(ours, self.words, started)
            _drain(ours)
            os.write(ours, self.key)
            answered = _until(ours, [self.answer], started)
            while settles and self.home is not None and not (self.home / "home.json").exists():
                _drain(ours)
                time.sleep(0.05)
            return painted, answered
        finally:
            program.kill()
            program.wait()
            os.close(ours)
            os.close(theirs)


def _drain(terminal: int) -> None:
    """Read what is there, so that what comes next is an answer."""
    while select.select([terminal], [], [], 0)[0]:
        os.read(terminal, 65536)


def _until(terminal: int, words: Sequence[bytes], started: float) -> float:
    written = b""
    while not (written and all(word in written for word in words)):
        ready, _, _ = select.select([terminal], [], [], PATIENCE)
        if not ready:
            raise SystemExit(f"nothing painted in {PATIENCE} s: {written[-400:]!r}")
        written += os.read(terminal, 65536)
    return (time.perf_counter() - started) * 1000


def programs(temporary: Path) -> dict[str, Program]:
    """The four, with their homes made."""
    command = ("-m", "interviewsim")
    told = {"smallest": Program(("-c", SMALLEST), [b"last-word"], "ß".encode(), "ß".encode())}
    for name, sessions, words in (
        ("empty", 0, [b"ROUNDS", b"account", b"quit"]),
        ("one", 1, [b"ROUNDS", b"RECENT", b"3.4", b"quit"]),
        ("many", SESSIONS, [b"ROUNDS", b"RECENT", b"3.4", b"quit"]),
    ):
        home = temporary / name
        home.mkdir()
        fill(home / "transcripts", sessions)
        told[name] = Program(command, words, DOWN, home=home)
    return told


def main() -> None:
    """Print the medians and their ratios."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as temporary:
        cases = programs(Path(temporary))
        for run in range(runs + 1):
            for case in cases.values():
                painted, answered = case.run(settles=not run)
                if run:  # the first of each warms the disk, and leaves home its note
                    case.painted.append(painted)
                    case.answered.append(answered)
    stands = {name: statistics.median(case.painted) for name, case in cases.items()}
    answers = {name: statistics.median(case.answered) for name, case in cases.items()}
    for name, case in cases.items():
        spread = f"{min(case.painted):.0f} to {max(case.painted):.0f}, {runs} runs"
        print(f"{name:9} painted {stands[name]:5.0f} ms, answers {answers[name]:5.0f} ms  ({spread})")
    for over, under in (("empty", "smallest"), ("one", "smallest"), ("many", "one")):
        ratios = stands[over] / stands[under], answers[over] / answers[under]
        print(f"{over} / {under}: painted {ratios[0]:.2f}, answers {ratios[1]:.2f}")


if __name__ == "__main__":
    main()
