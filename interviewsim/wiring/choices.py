"""What was chosen in the lobby last time, and the day of the interview, kept in the home."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Length, Level, Mode, Round
from interviewsim.errors import InterviewSimError
from interviewsim.locations import Home, user_settings
from interviewsim.settings import ALLOWED, DEFAULTS, load_settings
from interviewsim.transcripts.beside import write_whole

FILE = "lobby.json"
INTERVIEW = "interview"
"""The day of the interview stands beside the choices."""
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
    choices = {
        "company": setup.company,
        "level": setup.level.value,
        "mode": setup.mode.value,
        "length": setup.length.value,
        "time": "untimed" if setup.time_factor is None else f"{setup.time_factor:g}",
    }
    _write(home, choices)


def forget_choices(home: Home, names: Iterable[str]) -> None:
    """Take choices of last time away, so that the settings are felt again. Blocks; a disk that refuses is no error."""
    path = home.folder / FILE
    if gone := set(names) & set(_kept(path)):
        day = interview_date(home)
        left = {name: value for name, value in _kept(path).items() if name not in gone}
        with suppress(OSError):
            write_whole(path, _written(left | ({INTERVIEW: day.isoformat()} if day else {})))


def interview_date(home: Home) -> date | None:
    """The day of the interview that is prepared for, if one is set. Blocks on the disk; never raises."""
    kept = _read(home.folder / FILE).get(INTERVIEW)
    try:
        return date.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:
        return None


def keep_interview_date(home: Home, day: date | None) -> None:
    """Set the day, or take it away. Blocks on the disk, and says nothing where it refuses."""
    _write(home, {INTERVIEW: day.isoformat() if day else ""})


def _write(home: Home, changes: Mapping[str, str]) -> None:
    path = home.folder / FILE
    day = interview_date(home)
    kept = _kept(path) | ({INTERVIEW: day.isoformat()} if day else {})
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, _written({**kept, **changes}))
    except OSError:
        return


def _written(choices: Mapping[str, str]) -> str:
    return json.dumps(choices, indent=2) + "\n"


def _settings(home: Home) -> Mapping[str, str]:
    """The settings' values; a file that cannot be taken is told by the commands that are about it."""
    try:
        settings = load_settings({}, user_settings(), home.settings)
    except InterviewSimError:
        return {}
    return {name: setting.value for name, setting in settings.by_name.items() if name in ALLOWED}


def _read(path: Path) -> Mapping[str, object]:
    """What stands in the file; nothing where it is no object."""
    try:
        if path.stat().st_size > LARGEST:
            return {}
        read = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}


def _kept(path: Path) -> dict[str, str]:
    """Whatever of the file is still a choice."""
    read = _read(path)
    return {name: value for name, value in read.items() if isinstance(value, str) and _is_choice(name, value)}


def _is_choice(name: str, value: str) -> bool:
    if name not in ALLOWED:
        return False
    allowed = ALLOWED[name]
    return value in allowed if allowed is not None else 0 < len(value) <= LONGEST and value.isprintable()
