"""Scripts: what a candidate would type, written down beforehand (docs/commands.md, "Scripts")."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from interviewsim.engine.commands import Again, Answer, Clarify, End, Hint, Order, Skip, StandIn
from interviewsim.errors import InvalidFile

SEPARATOR = "---"
_WAIT = re.compile(r"(\d{1,6}(?:\.\d+)?)\s*(s|m|min)?")


@dataclass(frozen=True, slots=True)
class Wait:
    """Say nothing for so many seconds."""

    seconds: float


Step = Order | Wait


class NoSuchCommand(InvalidFile):
    """A line begins like a command and is none; `line` counts from 1."""

    def __init__(self, message: str, hint: str, line: int) -> None:
        super().__init__(message, hint)
        self.line = line


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """A step and the line of the script it stands on, from 1."""

    step: Step
    line: int


def parse_script(text: str, name: str) -> tuple[ScriptLine, ...]:
    """All steps of a script; raises `InvalidFile` naming the line of a command that does not exist."""
    return tuple(read_script(text.removeprefix("\ufeff").split("\n"), name))


def read_script(lines: Iterable[str], name: str) -> Iterator[ScriptLine]:
    """The steps as the lines come in; each message's steps follow once its last line is read."""
    message: list[str] = []
    begin = 1
    for number, line in enumerate(lines, start=1):
        kept = line.rstrip("\r\n")
        if kept != SEPARATOR:
            message.append(kept)
            continue
        yield from _steps(message, begin, name)
        message, begin = [], number + 1
    yield from _steps(message, begin, name)


def _steps(message: list[str], begin: int, name: str) -> Iterator[ScriptLine]:
    """Commands at the start of a message, each on its line, then what is left as one answer."""
    lines = list(message)
    number = begin
    while lines and (is_command(lines[0]) or not lines[0].strip()):
        line = lines.pop(0)
        if line.strip():
            yield ScriptLine(_command(line, number, name), number)
        number += 1
    text = "\n".join(_literal(line) for line in lines).strip("\n")
    if text.startswith("//"):
        text = text[1:]
    if text.strip():
        yield ScriptLine(Answer(text), number)


def _literal(line: str) -> str:
    return SEPARATOR if line == rf"\{SEPARATOR}" else line


def is_command(line: str) -> bool:
    """Whether a line is meant as a command; a text that begins with a slash is written with two."""
    return line.startswith("/") and not line.startswith("//")


def _command(line: str, number: int, name: str) -> Step:
    word, _, rest = line.strip().partition(" ")
    match word:
        case "/clarify" if rest.strip():
            return Clarify(rest.strip())
        case "/hint":
            return Hint()
        case "/wait":
            return _wait(rest.strip(), number, name)
        case "/skip":
            return Skip()
        case "/end":
            return End()
        case "/again":
            return Again()
        case "/offline":
            return StandIn()
        case _:
            raise NoSuchCommand(
                f"{name}, line {number}: there is no command {line.strip()[:40]!r}.",
                "There are /clarify TEXT, /hint, /wait 90s, /skip, /end, and for a model /again and /offline; "
                "a text that starts with / is written //.",
                number,
            )


def _wait(amount: str, number: int, name: str) -> Wait:
    found = _WAIT.fullmatch(amount)
    if found is None:
        raise NoSuchCommand(f"{name}, line {number}: /wait needs a time.", "Write it as /wait 90s or /wait 2m.", number)
    return Wait(float(found[1]) * (60 if found[2] in {"m", "min"} else 1))
