"""The user's own settings, changed a line at a time: comments, order and everything else stay as they were."""

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from interviewsim.errors import InterviewSimError, InvalidFile
from interviewsim.settings import line_of
from interviewsim.transcripts.beside import write_whole

BEGINNING = "# Your own settings for interviewsim; `interviewsim doctor` shows where each value comes from.\n"
_VALUE = r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s#"'\[\]{}]+)"""


def keep_settings(path: Path, changes: Mapping[str, str | None]) -> None:
    """Write changes into a settings file, all or none; None takes a name away. Blocks on the disk.

    Raises `InterviewSimError` where the file cannot be changed a line at a time, or the disk refuses.
    """
    path = path.resolve()  # a link into somebody's dotfiles stays one
    try:
        text = path.read_text(encoding="utf-8-sig") if path.exists() else BEGINNING
        changed = with_changes(text, changes)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, changed)
    except UnicodeDecodeError as error:
        raise InvalidFile(f"{path} is not UTF-8 text.", "Save it as UTF-8, or remove it.") from error
    except tomllib.TOMLDecodeError as error:
        raise InvalidFile(f"{path} is not valid TOML: {error}.", "Mend that line, or remove the file.") from error
    except _Unchangeable as error:
        raise InvalidFile(f"{path}: {error} cannot be changed from here.", "Change that line in an editor.") from error
    except OSError as error:
        raise InterviewSimError(f"{path} cannot be written: {error.strerror}.", "Check its permissions.") from error


class _Unchangeable(Exception):
    """A line that is no plain `name = value`."""


def with_changes(text: str, changes: Mapping[str, str | None]) -> str:
    """A settings file's text with other values; what it said otherwise it still says, which is checked."""
    wanted = {**tomllib.loads(text), **{name: value for name, value in changes.items() if value is not None}}
    for name, value in changes.items():
        if value is None:
            wanted.pop(name, None)
        text = _changed(text, name, value)
    if tomllib.loads(text) != wanted:
        raise _Unchangeable(", ".join(changes))
    return text


def _changed(text: str, name: str, value: str | None) -> str:
    lines = text.split("\n")
    number = line_of(text, name)
    if number is None:
        return text if value is None else "\n".join(_with_one_more(lines, f"{name} = {_quoted(value)}"))
    if value is None:
        del lines[number - 1]
        return "\n".join(lines)
    found = re.fullmatch(rf"(\s*[^=]+?\s*=\s*){_VALUE}(\s*(?:#.*)?)", lines[number - 1])
    if found is None:
        raise _Unchangeable(name)
    lines[number - 1] = f"{found[1]}{_quoted(value)}{found[2]}"
    return "\n".join(lines)


def _with_one_more(lines: list[str], line: str) -> list[str]:
    """The line before the first table, else at the end."""
    table = next((at for at, one in enumerate(lines) if one.lstrip().startswith("[")), len(lines))
    if table == len(lines) and lines[-1] == "":
        table -= 1
    return [*lines[:table], line, *(lines[table:] or [""])]


def _quoted(value: str) -> str:
    """A TOML basic string; its escapes are those of JSON."""
    return json.dumps(value, ensure_ascii=False)
