"""The page on writing a pack, run as a stranger would run it: its commands, its files, what it says will be told."""

import os
import re
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.cli.conftest import Sim

PAGE = Path(__file__).parents[2] / "docs" / "writing-a-pack.md"
BLOCK = re.compile(r"(?P<before>[^\n]*)\n\n```(?P<kind>[a-z ]+)\n(?P<text>.*?)```", re.DOTALL)
NAMED = re.compile(r"`([a-z/-]+\.(?:yaml|script))`")
EXIT = re.compile(r"# exit (\d)")


class Block(NamedTuple):
    """A fenced block, and the line of prose above it."""

    kind: str
    text: str
    before: str


def blocks() -> list[Block]:
    return [Block(found["kind"], found["text"], found["before"]) for found in BLOCK.finditer(PAGE.read_text())]


@contextmanager
def standing_in(folder: Path) -> Iterator[None]:
    """As `cd` does it, put back afterwards."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def flat(text: str) -> str:
    return " ".join(text.split())


def run(sim: Sim, command: str) -> None:
    """A line of a shell block; `cd` is the shell's own."""
    arguments = shlex.split(command, comments=False)[1:]
    expected = int(found[1]) if (found := EXIT.search(command)) else 0
    if "#" in arguments:
        arguments = arguments[: arguments.index("#")]
    if command.startswith("cd "):
        os.chdir(command.split()[1])
        return
    home = [] if arguments[0] == "init" else ["--home", str(Path.cwd())]
    assert sim([*arguments, *home]) == expected, (command, sim.told())


def follow(sim: Sim, block: Block) -> None:
    match block.kind:
        case "sh":
            sim.told()
            for command in block.text.strip().splitlines():
                run(sim, command)
        case "yaml" | "text file":
            (name,) = NAMED.findall(block.before)
            Path(name).write_text(block.text, encoding="utf-8")
        case _:
            out = flat(sim.told().out)
            for line in block.text.strip().splitlines():
                assert flat(line) in out, (line, out)


def test_the_page_takes_a_stranger_from_nothing_to_an_old_round_compared(tmp_path: Path) -> None:
    sim = Sim(tmp_path)
    with standing_in(tmp_path):
        for block in blocks():
            follow(sim, block)
        assert sim(["history", "--home", str(Path.cwd()), "--json"]) == 0
        assert "acme" in (Path.cwd() / "rubrics" / "acme" / "pack.yaml").read_text()


def test_the_page_has_every_kind_of_step_and_stays_one_page() -> None:
    kinds = [block.kind for block in blocks()]
    assert kinds.count("yaml") == 2
    assert {"sh", "text", "text file"} <= set(kinds)
    assert len(PAGE.read_text().splitlines()) < 120
