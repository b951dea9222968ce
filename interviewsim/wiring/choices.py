"""What was chosen in the lobby last time, kept in the home for the next."""

import json
from collections.abc import Mapping
from pathlib import Path

from interviewsim.domain.loop import Length, Level, Mode, Round
from interviewsim.domain.setup import Setup
from interviewsim.errors import InterviewSimError
from interviewsim.locations import Home, user_settings
from interviewsim.settings import ALLOWED, DEFAULTS, load_settings
from interviewsim.transcripts.beside import write_whole

FILE = "lobby.json"
LARGEST = 10_000
"""Bytes; a file beyond that was not written here."""
LONGEST = 100
"""Code points of a company's id."""


def last_setup(home: Home, round_: Round) -> Setup:
    """The round as it was chosen last time, over the settings, over the defaults. Blocks on the disk; never raises."""
    chosen = {**DEFAULTS, **_settings(home), **_kept(home.folder / FILE)}
    time = chosen["time"]
    return Setup(
        round_,
        company=chosen["company"],
        level=Level(chosen["level"]),
        mode=Mode(chosen["mode"]),
        length=Length(chosen["length"]),
        time_factor=None if time == "untimed" else float(time),
    )


def keep_choices(home: Home, setup: Setup) -> None:
    """Replace the file whole. Blocks on the disk, and says nothing where it refuses."""
    path = home.folder / FILE
    choices = {
        "company": setup.company,
        "level": setup.level.value,
        "mode": setup.mode.value,
        "length": setup.length.value,
        "time": "untimed" if setup.time_factor is None else f"{setup.time_factor:g}",
    }
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, json.dumps(choices, indent=2) + "\n")
    except OSError:
        return


def _settings(home: Home) -> Mapping[str, str]:
    """The settings' values; a file that cannot be taken is told by the commands that are about it."""
    try:
        settings = load_settings({}, user_settings(), home.settings)
    except InterviewSimError:
        return {}
    return {name: setting.value for name, setting in settings.by_name.items() if name in ALLOWED}


def _kept(path: Path) -> dict[str, str]:
    """Whatever of the file is still a choice."""
    try:
        if path.stat().st_size > LARGEST:
            return {}
        read = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(read, dict):
        return {}
    return {name: value for name, value in read.items() if isinstance(value, str) and _is_choice(name, value)}


def _is_choice(name: str, value: str) -> bool:
    if name not in ALLOWED:
        return False
    allowed = ALLOWED[name]
    return value in allowed if allowed is not None else 0 < len(value) <= LONGEST and value.isprintable()
