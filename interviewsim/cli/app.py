"""The full-screen app: opened without a command, or by `start` in the lobby of a round."""

import gc
import shlex
import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from interviewsim.cli.context import home_of, settings_of, setup_of
from interviewsim.cli.stages import wanted_of
from interviewsim.errors import InvalidFile, WrongUsage
from interviewsim.locations import Home
from interviewsim.settings import editor_command
from interviewsim.system import SystemClock


def run(parsed: Namespace) -> int:
    """Open the app; needs a terminal on both ends."""
    home = home_of(parsed)
    setup = setup_of(parsed, home) if parsed.round else None
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise WrongUsage("The app needs a terminal.", "Without one, use `interviewsim run behavioral --script FILE`.")
    from interviewsim.tui.app import InterviewSimApp
    from interviewsim.tui.surroundings import Surroundings
    from interviewsim.wiring.curtain import Curtain
    from interviewsim.wiring.preferring import KeptPreferences

    looks = _looks(parsed, home)
    doors = KeptPreferences(home, wanted_of(parsed))
    curtain = Curtain(home, doors.stage)
    doors.when_changed(curtain.renew)
    around = Surroundings(
        now=lambda: SystemClock().now().astimezone(),
        editor=tuple(shlex.split(editor_command() or "")),
        exports=Path.cwd(),
        preferences=doors,
        theme=looks.get("theme", ""),
        still=looks.get("motion") == "none",
        enter_sends=looks.get("enter_sends") == "yes",
        painted=_collect_garbage,
    )
    app = InterviewSimApp(curtain, start_in=setup, around=around)
    app.run()
    return app.return_code or 0


def _collect_garbage() -> None:
    """From now on; what stands by now stays, and is not searched again."""
    gc.freeze()
    gc.enable()


def _looks(parsed: Namespace, home: Home) -> Mapping[str, str]:
    """Settings of the screen by name; a file that cannot be read is told on the screen of settings."""
    try:
        return {name: setting.value for name, setting in settings_of(parsed, home).by_name.items()}
    except InvalidFile:
        return {}
