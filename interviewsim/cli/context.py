"""What every command needs first: the home, the settings, and the setup its options describe."""

import re
from argparse import Namespace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from interviewsim.errors import WrongUsage
from interviewsim.locations import Home, find_home, user_settings
from interviewsim.settings import ALLOWED, Settings, home_variable, load_settings

if TYPE_CHECKING:
    from interviewsim.domain.setup import Setup

MOST_MINUTES = 240
_SINCE = re.compile(r"(\d{1,4})\s*([dw])", re.ASCII)


def home_of(parsed: Namespace) -> Home:
    """The home a command works in; refuses one that is a file."""
    home = find_home(getattr(parsed, "home", None), home_variable(), Path.cwd())
    if home.folder.exists() and not home.folder.is_dir():
        raise WrongUsage(f"{home.folder} is not a folder.", "Give another one to --home.")
    return home


def settings_of(parsed: Namespace, home: Home) -> Settings:
    """The settings, with the command's own flags above all."""
    flags = {name: getattr(parsed, name, None) for name in ALLOWED}
    return load_settings(flags, user_settings(), home.settings)


def setup_of(parsed: Namespace, home: Home) -> "Setup":
    """The setup that flags and settings describe. Raises `WrongUsage` for what cannot be."""
    from interviewsim.domain.setup import Setup
    from interviewsim.domain.terms import Length, Level, Mode, Round  # the app opens without them

    settings = settings_of(parsed, home)
    minutes = getattr(parsed, "minutes", None)
    if minutes is not None and not 2 <= minutes <= MOST_MINUTES:
        raise WrongUsage(f"A round cannot last {minutes} minutes.", f"Give --minutes between 2 and {MOST_MINUTES}.")
    if getattr(parsed, "question", None) and getattr(parsed, "ask", None):
        raise WrongUsage("--question and --ask cannot go together.", "Use one of them.")
    time = settings["time"]
    return Setup(
        round=Round(parsed.round),
        company=settings["company"],
        level=Level(settings["level"]),
        mode=Mode(settings["mode"]),
        length=Length(settings["length"]),
        minutes=minutes,
        time_factor=None if time == "untimed" else float(time),
        question_id=getattr(parsed, "question", None),
        ask=getattr(parsed, "ask", None),
        seed=getattr(parsed, "seed", None),
        drill=getattr(parsed, "drill", None),
    )


def since_of(text: str | None) -> datetime | None:
    """The moment that `30d` or `2w` lies back; none where nothing is given. Raises `WrongUsage`."""
    if text is None:
        return None
    found = _SINCE.fullmatch(text.strip())
    if found is None:
        raise WrongUsage(
            f"--since {text[:20]!r} is no stretch of time.", "Write days or weeks: --since 30d, --since 2w."
        )
    from interviewsim.system import SystemClock

    days = int(found[1]) * (7 if found[2] == "w" else 1)
    return datetime(1970, 1, 1, tzinfo=UTC) if days > 20_000 else SystemClock().now() - timedelta(days=days)
