"""How the screens look, wide and narrow. The time of day stands still, nothing blinks or moves."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from interviewsim.tui.screens.aloud import AloudScreen
from interviewsim.tui.screens.compare import CompareScreen
from interviewsim.tui.screens.debrief import DebriefScreen
from interviewsim.tui.screens.history import HistoryScreen
from interviewsim.tui.screens.interview import InterviewScreen
from interviewsim.tui.screens.lobby import LobbyScreen
from interviewsim.tui.screens.settings import SettingsScreen
from interviewsim.tui.screens.transcript import TranscriptScreen
from tests.tui import stage_app, stage_loops, stage_takes
from tests.tui.driving import Driver, stands_on, typed, until, words_on

WIDE, NARROW = (120, 36), (80, 24)
Compare = Callable[..., bool]


@pytest.fixture(autouse=True)
def in_color(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)


async def first(pilot: Driver) -> None:
    await until(pilot, lambda: "found · 3 models" in words_on(pilot.app))


async def home(pilot: Driver) -> None:
    await until(pilot, lambda: "RECENT" in words_on(pilot.app))


async def lobby(pilot: Driver) -> None:
    await stands_on(pilot, LobbyScreen)
    await until(pilot, lambda: "Northbridge" in words_on(pilot.app))


async def interview(pilot: Driver) -> None:
    await stands_on(pilot, InterviewScreen)
    await until(pilot, lambda: "Tell me about a time" in words_on(pilot.app))
    await typed(pilot, "My call was to drop the import. ")


async def debrief(pilot: Driver) -> None:
    await stands_on(pilot, DebriefScreen)
    await until(pilot, lambda: "One change" in words_on(pilot.app))


async def transcript(pilot: Driver) -> None:
    await debrief(pilot)
    await pilot.press("down", "enter")
    await stands_on(pilot, TranscriptScreen)
    await until(pilot, lambda: "2 of 2" in words_on(pilot.app))


async def takes(pilot: Driver) -> None:
    await until(pilot, lambda: "TAKE TWO" in words_on(pilot.app))


async def warm_up(pilot: Driver) -> None:
    await until(pilot, lambda: "You did this:" in words_on(pilot.app))


async def ten_days(pilot: Driver) -> None:
    await until(pilot, lambda: "TODAY" in words_on(pilot.app))
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def guess(pilot: Driver) -> None:
    await until(pilot, lambda: "Would they hire you?" in words_on(pilot.app))
    await pilot.press("right", "down", "right", "right")


async def aloud(pilot: Driver) -> None:
    await stands_on(pilot, LobbyScreen)
    await until(pilot, lambda: "Northbridge" in words_on(pilot.app))
    await pilot.press("enter")
    await stands_on(pilot, AloudScreen)
    await until(pilot, lambda: "Say your answer to the room" in words_on(pilot.app))
    await pilot.press("enter")
    await until(pilot, lambda: "90 s to type" in words_on(pilot.app))
    await typed(pilot, "I dropped an import that four head nurses did not need. ")


async def history(pilot: Driver) -> None:
    await stands_on(pilot, HistoryScreen)
    await until(pilot, lambda: "TREND" in words_on(pilot.app))
    await pilot.press("down")


async def no_history(pilot: Driver) -> None:
    await until(pilot, lambda: "No rounds yet" in words_on(pilot.app))


async def bank(pilot: Driver) -> None:
    await until(pilot, lambda: "TESTS" in words_on(pilot.app))


async def shelf(pilot: Driver) -> None:
    await until(pilot, lambda: "BAR FOR A HIRE" in words_on(pilot.app))
    await pilot.press("down", "right")
    await until(pilot, lambda: "◂ Behavioral ▸" in words_on(pilot.app) and "criteria ·" in words_on(pilot.app))


async def torn_pack(pilot: Driver) -> None:
    await until(pilot, lambda: "BAR FOR A HIRE" in words_on(pilot.app))
    await pilot.press("end")
    await until(pilot, lambda: "line 14" in words_on(pilot.app))


async def compare(pilot: Driver) -> None:
    await stands_on(pilot, CompareScreen)
    await until(pilot, lambda: "CRITERIA" in words_on(pilot.app))


async def settings(pilot: Driver) -> None:
    await stands_on(pilot, SettingsScreen)
    await until(pilot, lambda: "on this machine" in words_on(pilot.app))


async def connection(pilot: Driver) -> None:
    await settings(pilot)
    await pilot.press("t")
    await until(pilot, lambda: "It does not work yet." in words_on(pilot.app))


async def loop(pilot: Driver) -> None:
    await until(pilot, lambda: "Two to go" in words_on(pilot.app))


async def committee(pilot: Driver) -> None:
    await until(pilot, lambda: "WHAT WOULD CHANGE IT" in words_on(pilot.app))


SCREENS: dict[str, tuple[Callable[[], object], Callable[[Pilot[None]], Any]]] = {
    "first": (stage_app.first_start, first),
    "home": (stage_app.home, home),
    "lobby": (stage_app.lobby, lobby),
    "interview": (stage_app.interview, interview),
    "debrief": (stage_app.debrief, debrief),
    "transcript": (stage_app.debrief, transcript),
    "takes": (stage_takes.takes, takes),
    "guess": (stage_takes.guess, guess),
    "aloud": (stage_takes.aloud, aloud),
    "ten_days": (stage_takes.ten_days, ten_days),
    "warm_up": (stage_takes.warm_up, warm_up),
    "history": (stage_app.history, history),
    "bank": (stage_app.bank, bank),
    "shelf": (stage_app.shelf, shelf),
    "torn_pack": (stage_app.shelf, torn_pack),
    "no_history": (stage_app.no_history, no_history),
    "compare": (stage_app.compare, compare),
    "loop": (stage_loops.loop, loop),
    "committee": (stage_loops.committee, committee),
    "settings": (stage_app.settings, settings),
    "connection": (stage_app.settings, connection),
}


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_looks_as_it_did(snap_compare: Compare, name: str, size: tuple[int, int]) -> None:
    factory, steps = SCREENS[name]
    assert snap_compare(factory(), terminal_size=size, run_before=steps)
