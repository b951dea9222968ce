"""What was chosen, and where each choice comes from: flag, environment, user, workspace, default.

The only room that reads the environment. Standard library alone: the first paint waits for it.
"""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from interviewsim.domain.choosable import CHOOSABLE, Choosable, Form, Group, Held, Origin
from interviewsim.errors import InvalidFile

ALLOWED: dict[str, tuple[str, ...] | None] = {
    one.name: one.values or None for one in CHOOSABLE if one.group is not Group.MODEL
}
"""Settings of rounds and screens, and their values; None: any text."""
DEFAULTS = {one.name: one.default for one in CHOOSABLE if one.default is not None}
USER_ALONE = frozenset({*(one.name for one in CHOOSABLE if one.user_alone), "headers"})
"""What says where answers go: a workspace from somewhere else must never decide that."""
ENVIRONMENT = {one.name: one.variable for one in CHOOSABLE if one.variable is not None}
"""What says which model is asked, and where, in the environment."""
LARGEST = 100_000
"""Bytes; a settings file beyond that is none."""


class Setting(NamedTuple):
    """A value and its origin, in words; `line` counts from 1 where it stands in a file."""

    value: str
    origin: str
    kind: Origin = Origin.DEFAULT
    line: int | None = None

    @property
    def place(self) -> str:
        """The origin with its line, where there is one."""
        return self.origin if self.line is None else f"{self.origin}, line {self.line}"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings by name."""

    by_name: Mapping[str, Setting]

    def __getitem__(self, name: str) -> str:
        """The value of a setting."""
        return self.by_name[name].value


def home_variable() -> str | None:
    """`INTERVIEWSIM_HOME`, where set."""
    return os.environ.get("INTERVIEWSIM_HOME") or None


def ollama_host() -> str | None:
    """`OLLAMA_HOST`, where set: where that server listens."""
    return os.environ.get("OLLAMA_HOST") or None


def editor_command() -> str | None:
    """`EDITOR` (or `VISUAL`), where set."""
    return os.environ.get("VISUAL") or os.environ.get("EDITOR") or None


def load_model_settings(flags: Mapping[str, str | None], user: Path) -> Mapping[str, Setting]:
    """Which models were chosen, at which server, with which key: by flag, environment or the user's own settings.

    A workspace has no say in it. What was chosen nowhere is not there. Raises `InvalidFile`.
    """
    names = [one.name for one in CHOOSABLE if one.group is Group.MODEL]
    return _in_file(user, names, Origin.USER) | _in_environment(names) | _by_flag(flags, names)


def load_settings(flags: Mapping[str, str | None], user: Path, workspace: Path) -> Settings:
    """All settings with their origins. Raises `InvalidFile` for a settings file that cannot be taken."""
    found = {name: Setting(value, Origin.DEFAULT.value) for name, value in DEFAULTS.items()}
    found |= _from_file(workspace, Origin.WORKSPACE)
    found |= _from_file(user, Origin.USER)
    return Settings(found | _in_environment(list(ALLOWED)) | _by_flag(flags, list(ALLOWED)))


def settings_held(flags: Mapping[str, str | None], user: Path, workspace: Path) -> tuple[Held, ...]:
    """Every setting as it stands, in the order of `CHOOSABLE`; of a key only where it lies. Raises `InvalidFile`."""
    found = {**load_settings(flags, user, workspace).by_name, **load_model_settings(flags, user)}
    own = {**_from_file(user, Origin.USER), **_in_file(user, list(USER_ALONE), Origin.USER)}
    return tuple(_held(one, found.get(one.name), own.get(one.name)) for one in CHOOSABLE)


def line_of(text: str, name: str) -> int | None:
    """The line, from 1, on which a settings file's text sets a name; None where it does not."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.lstrip().startswith("["):
            return None
        if re.match(rf"""\s*(["']?){re.escape(name)}\1\s*=""", line):
            return number
    return None


def _held(of: Choosable, found: Setting | None, own: Setting | None) -> Held:
    if found is None:
        return Held(of, None)
    where = "" if found.kind is Origin.DEFAULT else found.origin
    beneath = own.value if own is not None and found.kind is not Origin.USER and not of.secret else None
    return Held(of, None if of.form is Form.KEY else found.value, found.kind, where, found.line, beneath)


def _by_flag(flags: Mapping[str, str | None], names: Sequence[str]) -> dict[str, Setting]:
    told = {name: flags.get(name) for name in names}
    return {name: Setting(value, f"--{name.replace('_', '-')}", Origin.FLAG) for name, value in told.items() if value}


def _in_environment(names: Sequence[str]) -> dict[str, Setting]:
    told = {name: (variable, os.environ.get(variable)) for name, variable in ENVIRONMENT.items() if name in names}
    return {name: Setting(value, variable, Origin.ENVIRONMENT) for name, (variable, value) in told.items() if value}


def _in_file(path: Path, names: Sequence[str], kind: Origin) -> dict[str, Setting]:
    read, text = _table(path)
    return {name: Setting(str(read[name]), str(path), kind, line_of(text, name)) for name in names if read.get(name)}


def _from_file(path: Path, kind: Origin) -> dict[str, Setting]:
    read, text = _table(path)
    for name in read:
        if kind is Origin.WORKSPACE and name in USER_ALONE:
            raise InvalidFile(f"{path}: a workspace may not set {name!r}.", "Set it in your own settings or by a flag.")
        if name not in ALLOWED and name not in USER_ALONE:
            raise InvalidFile(f"{path}: there is no setting {name!r}.", f"There are {', '.join(ALLOWED)}.")
    return {
        name: Setting(_value(path, name, read[name]), str(path), kind, line_of(text, name))
        for name in ALLOWED
        if name in read
    }


def _table(path: Path) -> tuple[dict[str, object], str]:
    """What stands in a settings file, and its text; nothing where there is none."""
    try:
        if path.stat().st_size > LARGEST:
            raise InvalidFile(f"{path} is too large for a settings file.", "Remove what does not belong there.")
        text = path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return {}, ""
    except UnicodeDecodeError as error:
        raise InvalidFile(f"{path} is not UTF-8 text.", "Save it as UTF-8, or remove it.") from error
    except OSError as error:
        raise InvalidFile(f"{path} cannot be read: {error.strerror}.", "Check its permissions.") from error
    return _parsed(text, path), text


def _parsed(text: str, path: Path) -> dict[str, object]:
    import tomllib  # where there is no such file, the first paint does without

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidFile(f"{path} is not valid TOML: {error}.", "Mend that line, or remove the file.") from error


def _value(path: Path, name: str, value: object) -> str:
    text = str(value)
    allowed = ALLOWED[name]
    if isinstance(value, dict | list) or (allowed is not None and text not in allowed):
        raise InvalidFile(f"{path}: {name} cannot be {text[:40]!r}.", f"It is one of {', '.join(allowed or ())}.")
    return text
