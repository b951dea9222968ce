"""The question bank: page, narrow, and practice one."""

from dataclasses import replace

import pytest

from interviewsim.domain.bank import Meeting
from interviewsim.tui.app import InterviewSimApp
from interviewsim.tui.screens.bank import BankScreen
from interviewsim.tui.screens.home import HomeScreen
from interviewsim.tui.screens.lobby import LobbyScreen
from interviewsim.tui.widgets.roll import Roll
from tests.doubles.stage import QUESTIONS, MemoryStage, history_rows
from tests.tui.driving import Driver, stands_on, typed, until, words_on
from tests.tui.stage_app import on
from tests.tui.test_hostile import HOSTILE, LONG, SIZES, unharmed

SIZE = (120, 36)


async def opened(pilot: Driver, app: InterviewSimApp) -> BankScreen:
    await until(pilot, lambda: "questions" in words_on(app))
    await pilot.press("b")
    await stands_on(pilot, BankScreen)
    await until(pilot, lambda: "TESTS" in words_on(app))
    assert isinstance(app.screen, BankScreen)
    return app.screen


async def test_a_question_under_the_cursor_is_practiced_at_one_key() -> None:
    stage = MemoryStage(history_rows())
    stage.met = {QUESTIONS[1].id: (Meeting("s", "2026-11-20T10:00:00Z", 3.4),)}
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, app)
        await pilot.press("down")
        await until(pilot, lambda: "3.4 of 5" in words_on(app))
        await pilot.press("enter")
        await stands_on(pilot, LobbyScreen)
        await until(pilot, lambda: "When did you last say no" in words_on(app))
        await pilot.press("escape")
        await stands_on(pilot, HomeScreen)


async def test_the_list_is_narrowed_by_a_choice_by_words_and_by_what_was_met() -> None:
    stage = MemoryStage(history_rows())
    stage.met = {QUESTIONS[0].id: (Meeting("s", "2026-11-20T10:00:00Z"),)}
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, app)
        await pilot.press("u")
        await until(pilot, lambda: "not met yet · 2 of 3" in words_on(app))
        await pilot.press("slash")
        await typed(pilot, "promise")
        await pilot.press("enter")
        await until(pilot, lambda: "1 of 3" in words_on(app))
        await pilot.press("backspace")
        await until(pilot, lambda: "all questions · 3 questions" in words_on(app))
        await pilot.press("f")
        await typed(pilot, "generic")
        await pilot.press("enter")
        await until(pilot, lambda: "Generic · 3 questions" in words_on(app))


async def test_ten_thousand_questions_are_paged_like_ten() -> None:
    stage = MemoryStage(history_rows())
    stage.questions = tuple(
        replace(QUESTIONS[0], id=f"q{number}", ask=f"Question {number}?") for number in range(10_000)
    )
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, app)
        await pilot.press("end")
        await until(pilot, lambda: "Question 9999?" in words_on(app))
        assert screen.query_one(Roll).count == 10_000


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_questions_are_shown_as_they_are(size: tuple[int, int]) -> None:
    stage = MemoryStage(history_rows())
    stage.questions = (replace(QUESTIONS[0], id=HOSTILE, ask=f"{HOSTILE} {LONG}", tags=(HOSTILE,)),)
    stage.left_out = (HOSTILE,)
    app = on(stage)
    async with app.run_test(size=size) as pilot:
        await pilot.press("b")
        await stands_on(pilot, BankScreen)
        await until(pilot, lambda: "[/b] [@click" in words_on(app))
        unharmed(pilot)
        await pilot.press("p", "f")
        await pilot.pause()
        unharmed(pilot)


async def test_a_bank_without_questions_says_what_was_left_out() -> None:
    stage = MemoryStage(history_rows())
    stage.questions, stage.left_out = (), ("Left out: bank.yaml cannot be read.",)
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "questions" in words_on(app))
        await pilot.press("b")
        await until(pilot, lambda: "bank.yaml cannot be read" in words_on(app))
