"""What was chosen, and where each choice comes from: flag, environment, user, workspace, default.

The only room that reads the environment. Standard library alone: the first paint waits for it.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from interviewsim.domain.loop import Length, Level, Mode
from interviewsim.errors import InvalidFile

ALLOWED: dict[str, tuple[str, ...] | None] = {
    "company": None,
    "level": tuple(level.value for level in Level),
    "mode": tuple(mode.value for mode in Mode),
    "length": tuple(length.value for length in Length),
    "time": ("1", "1.25", "1.5", "untimed"),
}
"""Settings and their values; None: any text."""
DEFAULTS = {"company": "generic", "level": "pm", "mode": "realistic", "length": "short", "time": "1"}
USER_ALONE = frozenset({"base_url", "api_key", "headers", "model", "grader_model"})
"""What says where answers go: a workspace from somewhere else must never decide that."""
ENVIRONMENT = {
    "model": "INTERVIEWSIM_MODEL",
    "grader_model": "INTERVIEWSIM_GRADER_MODEL",
    "base_url": "OPENAI_BASE_URL",
    "api_key": "OPENAI_API_KEY",
}
"""What says which model is asked, and where, in the environment."""
LARGEST = 100_000
"""Bytes; a settings file beyond that is none."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A value and its origin, in words."""

    value: str
    origin: str


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
    read = _table(user)
    found = {name: Setting(str(read[name]), str(user)) for name in ENVIRONMENT if read.get(name)}
    for name, variable in ENVIRONMENT.items():
        if value := os.environ.get(variable):
            found[name] = Setting(value, variable)
    found |= {name: Setting(value, f"--{name.replace('_', '-')}") for name, value in flags.items() if value}
    return found


def load_settings(flags: Mapping[str, str | None], user: Path, workspace: Path) -> Settings:
    """All settings with their origins. Raises `InvalidFile` for a settings file that cannot be taken."""
    found = {name: Setting(value, "default") for name, value in DEFAULTS.items()}
    found |= _from_file(workspace, is_workspace=True)
    found |= _from_file(user, is_workspace=False)
    found |= {name: Setting(value, f"--{name}") for name, value in flags.items() if value is not None}
    return Settings(found)


def _from_file(path: Path, *, is_workspace: bool) -> dict[str, Setting]:
    read = _table(path)
    for name in read:
        if is_workspace and name in USER_ALONE:
            raise InvalidFile(f"{path}: a workspace may not set {name!r}.", "Set it in your own settings or by a flag.")
        if name not in ALLOWED and name not in USER_ALONE:
            raise InvalidFile(f"{path}: there is no setting {name!r}.", f"There are {', '.join(ALLOWED)}.")
    return {name: Setting(_value(path, name, read[name]), str(path)) for name in ALLOWED if name in read}


def _table(path: Path) -> dict[str, object]:
    """What stands in a settings file; nothing where there is none."""
    try:
        if path.stat().st_size > LARGEST:
            raise InvalidFile(f"{path} is too large for a settings file.", "Remove what does not belong there.")
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except UnicodeDecodeError as error:
        raise InvalidFile(f"{path} is not UTF-8 text.", "Save it as UTF-8, or remove it.") from error
    except tomllib.TOMLDecodeError as error:
        raise InvalidFile(f"{path} is not valid TOML: {error}.", "Mend that line, or remove the file.") from error
    except OSError as error:
        raise InvalidFile(f"{path} cannot be read: {error.strerror}.", "Check its permissions.") from error


def _value(path: Path, name: str, value: object) -> str:
    text = str(value)
    allowed = ALLOWED[name]
    if isinstance(value, dict | list) or (allowed is not None and text not in allowed):
        raise InvalidFile(f"{path}: {name} cannot be {text[:40]!r}.", f"It is one of {', '.join(allowed or ())}.")
    return text
