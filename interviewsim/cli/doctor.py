"""`doctor`: what this program sees of terminal, folders, settings and packs, and where each comes from."""

import asyncio
import os
import platform
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from interviewsim import __version__
from interviewsim.cli.context import home_of, settings_of
from interviewsim.cli.output import say, say_json
from interviewsim.cli.stages import wanted_of
from interviewsim.domain.choosable import BY_NAME, public
from interviewsim.domain.history import Standing
from interviewsim.errors import InterviewSimError
from interviewsim.locations import Home, user_settings
from interviewsim.providers.discovery import servers_here, usual_places
from interviewsim.settings import load_model_settings, ollama_host
from interviewsim.transcripts.store import SessionStore
from interviewsim.wiring.checking import check_questions, check_rubrics, overriding
from interviewsim.wiring.staging import Wanted

INVALID = 3
KEY = "api_key"
NAMED = 5
"""Models of a server that are told by name."""
Line = tuple[str, bool, str]
"""What was looked at, whether it is well, and what was found."""


def run(parsed: Namespace) -> int:
    """Look at everything; exit 3 where something needs mending."""
    if parsed.connect:
        from interviewsim.cli.connect import run as connect

        return connect(parsed)
    lines = list(_lines(parsed))
    if parsed.json:
        say_json([{"what": what, "ok": well, "found": found} for what, well, found in lines])
    else:
        for what, well, found in lines:
            say(f"{'ok' if well else '!!'}  {what:<10}  {found}")
    return 0 if all(well for _, well, _ in lines) else INVALID


def _lines(parsed: Namespace) -> Iterator[Line]:
    home = home_of(parsed)
    yield "version", True, f"interviewsim {__version__}, Python {platform.python_version()}"
    yield "terminal", True, _terminal()
    yield _home(home)
    yield from _settings(parsed, home)
    yield from _content(home)
    yield _sessions(home)
    yield from _model(wanted_of(parsed))
    yield from _servers(offline=parsed.offline)


def _terminal() -> str:
    if not sys.stdout.isatty():
        return "none: the full-screen app needs one; `run --script` does not"
    size = shutil.get_terminal_size()
    return f"{size.columns}x{size.lines}, {sys.stdout.encoding}"


def _home(home: Home) -> Line:
    place: Path = next(folder for folder in (home.folder, *home.folder.parents) if folder.exists())
    well = os.access(place, os.W_OK)
    return "home", well, f"{home.folder} (by {home.chosen_by}){'' if well else ': cannot be written'}"


def _settings(parsed: Namespace, home: Home) -> Iterator[Line]:
    try:
        settings = settings_of(parsed, home)
    except InterviewSimError as error:
        yield "settings", False, f"{error.message} {error.hint}"
        return
    for name, setting in settings.by_name.items():
        yield name, True, f"{setting.value} (by {setting.place})"


def _content(home: Home) -> Iterator[Line]:
    for name, check in (("rubrics", check_rubrics), ("prompts", check_questions)):
        findings = check(home.layers(name))
        told = f"{len(findings)} findings; the first: {findings[0]}" if findings else "no findings"
        yield name, not findings, f"{', '.join(str(layer) for layer in home.layers(name))}: {told}"
        for won in overriding(home.layers(name)):
            yield name, True, f"{won} stands over the bundled one"


def _model(wanted: Wanted) -> Iterator[Line]:
    """Which model was chosen, and by what; of a key only where it lies."""
    try:
        told = load_model_settings(wanted.flags, user_settings())
    except InterviewSimError as error:
        yield "model", False, f"{error.message} {error.hint}"
        return
    if "model" not in told:
        yield "model", True, "none chosen: offline interviewer and grader; nothing leaves this machine"
    for name, setting in told.items():
        known = "there is one, used only where a model is chosen"
        shown = known if name == KEY else public(BY_NAME[name], setting.value)
        yield name.replace("_", " "), True, f"{shown} (by {setting.place})"


def _servers(*, offline: bool) -> Iterator[Line]:
    """Model servers on this machine, found and not used; --offline looks for none."""
    if offline:
        yield "servers", True, "not looked for: --offline uses no network, this machine's own included"
        return
    found = asyncio.run(servers_here(usual_places(ollama_host())))
    if not found:
        yield "servers", True, "none found on this machine"
    for server in found:
        names = ", ".join(server.models[:NAMED]) or "none"
        more = f" and {len(server.models) - NAMED} more" if len(server.models) > NAMED else ""
        yield (
            "server",
            True,
            f"{server.name} at {server.base_url}, models: {names}{more}; used only when chosen",
        )


def _sessions(home: Home) -> Line:
    try:
        rows = list(SessionStore(home.transcripts).rows())
    except InterviewSimError as error:
        return "sessions", False, error.message
    damaged = sum(row.state == Standing.DAMAGED for row in rows)
    waiting = sum(row.state == Standing.UNFINISHED for row in rows)
    return "sessions", not damaged, f"{len(rows)} in {home.transcripts}; {waiting} unfinished, {damaged} damaged"
