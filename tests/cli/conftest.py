"""The program as its callers see it: arguments and bytes in, two streams and an exit code out."""

import io
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from interviewsim.cli.main import run


class Told(NamedTuple):
    """What came out since it was last looked at."""

    out: str
    err: str


class Terminal(io.StringIO):
    """A stream with a person at its other end."""

    def isatty(self) -> bool:
        return True


class Sim:
    """Runs commands in this process, with a home and settings of their own. What escapes `run` fails the test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._told = Told("", "")

    def __call__(self, arguments: list[str], given: bytes = b"") -> int:
        """A command in a pipeline; returns its exit code."""
        streams = (io.TextIOWrapper(io.BytesIO(given)), _bytes_out(), _bytes_out())
        return self._run(arguments, *streams)

    def at_a_terminal(self, arguments: list[str], typed: str) -> int:
        """A command with a person in front of it."""
        return self._run(arguments, Terminal(typed), Terminal(), Terminal())

    def told(self) -> Told:
        told, self._told = self._told, Told("", "")
        return told

    def _run(self, arguments: list[str], given: io.TextIOBase, out: io.TextIOBase, err: io.TextIOBase) -> int:
        with _surroundings(self.folder, given), redirect_stdout(out), redirect_stderr(err):
            code = run(arguments)
        self._told = Told(self._told.out + _text(out), self._told.err + _text(err))
        return code


def _bytes_out() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8")


def _text(stream: io.TextIOBase) -> str:
    stream.seek(0)
    return stream.read()


@contextmanager
def _surroundings(folder: Path, given: io.TextIOBase) -> Iterator[None]:
    """Standard input, the folders, a terminal's width and the interrupt's handler, put back afterwards."""
    places = {
        "INTERVIEWSIM_HOME": str(folder / "home"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "COLUMNS": "80",
    }
    before = {name: os.environ.get(name) for name in places}
    stdin, handler = sys.stdin, signal.getsignal(signal.SIGINT)
    os.environ.update(places)
    sys.stdin = given
    try:
        yield
    finally:
        sys.stdin = stdin
        signal.signal(signal.SIGINT, handler)
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def sim(tmp_path: Path) -> Sim:
    return Sim(tmp_path)
