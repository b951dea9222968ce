"""Driving the app as a person does, without waiting for the clock."""

from collections.abc import Callable
from typing import Any

from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from interviewsim.tui.screens.interview import InterviewScreen
from tests.doubles.stage import MemoryStage

Driver = Pilot[None]
LOOK = 0.004
"""Seconds between two looks at what should come about."""


async def typed(pilot: Driver, text: str) -> None:
    """Press the keys of a text one after the other, as fast as a paste, and let the app catch up once."""
    driver = pilot.app._driver
    assert driver is not None
    for char in text:
        event = events.Key("space" if char == " " else char, char)
        event.set_sender(pilot.app)
        driver.send_message(event)
    await pilot.pause()


async def until(pilot: Driver, true: Callable[[], object]) -> None:
    """Let the app work until something is so."""
    for _ in range(2000):
        if true():
            return
        await pilot.pause(LOOK)
    raise AssertionError("It never came about.")


async def stands_on(pilot: Driver, kind: type[Screen[Any]]) -> None:
    """Let the app work until such a screen is the top one and has been painted."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await pilot.pause()


async def asked(pilot: Driver, stage: MemoryStage) -> InterviewScreen:
    """Let the app work until the candidate has the floor in a round."""
    await stands_on(pilot, InterviewScreen)
    await until(pilot, lambda: stage.conductor and stage.conductor.state.candidate_has_the_floor)
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, InterviewScreen)
    return screen


def words_on(app: App[None]) -> str:
    """Everything that can be read on the screen, row by row."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)
