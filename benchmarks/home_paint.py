"""How long home takes to stand on the screen, against the smallest Textual app with an input.

Both run in a pseudo-terminal of 120x40, in turns; what counts is the time from exec until the last word of the
screen has been written. The baseline is the median of the smallest app; the aim is a ratio of at most 1.15.

    python benchmarks/home_paint.py [RUNS]
"""

import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import termios
import time
from fcntl import ioctl

SMALLEST = """
from textual.app import App
from textual.widgets import Input, Static
class Smallest(App):
    def compose(self):
        yield Static("hello")
        yield Input(placeholder="the-last-word")
Smallest().run()
"""
HOME = """
from interviewsim.tui.app import InterviewSimApp
class Stage:
    async def history(self, limit=None):
        return []
    async def interview_date(self):
        return None
    async def rounds(self):
        return {}
InterviewSimApp(Stage()).run()
"""
PROGRAMS = {"smallest": (SMALLEST, b"last-word"), "home": (HOME, b"account")}
PATIENCE = 20.0


def painted(code: str, last_word: bytes) -> float:
    """Milliseconds from exec to the last word of the screen."""
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    started = time.perf_counter()
    program = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
        start_new_session=True,
    )
    try:
        return _until(ours, last_word, started)
    finally:
        program.kill()
        program.wait()
        os.close(ours)
        os.close(theirs)


def _until(terminal: int, last_word: bytes, started: float) -> float:
    written = b""
    while last_word not in written:
        ready, _, _ = select.select([terminal], [], [], PATIENCE)
        if not ready:
            raise SystemExit(f"nothing painted in {PATIENCE} s: {written[-400:]!r}")
        written += os.read(terminal, 65536)
    return (time.perf_counter() - started) * 1000


def main() -> None:
    """Print the medians and their ratio."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    times: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for run in range(runs + 1):
        for name, (code, last_word) in PROGRAMS.items():
            took = painted(code, last_word)
            if run:  # the first of each only warms the disk
                times[name].append(took)
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    for name, median in medians.items():
        print(f"{name:9} {median:6.0f} ms  ({min(times[name]):.0f} to {max(times[name]):.0f}, {runs} runs)")
    print(f"ratio     {medians['home'] / medians['smallest']:6.2f}")


if __name__ == "__main__":
    main()
