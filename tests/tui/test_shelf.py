"""Packs and rubrics: browse, compare, switch, begin and edit one."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from interviewsim.domain.terms import Round
from interviewsim.errors import InterviewSimError
from interviewsim.grading.rulers import Difference, Differs
from interviewsim.grading.shelf import Fault, PackRow
from interviewsim.tui.app import InterviewSimApp
from interviewsim.tui.screens.home import HomeScreen
from interviewsim.tui.screens.shelf import ShelfScreen
from tests.doubles.stage import MemoryStage, history_rows
from tests.tui.driving import Driver, stands_on, typed, until, words_on
from tests.tui.stage_app import AROUND, on
from tests.tui.test_hostile import HOSTILE, SIZES, hostile_stage, unharmed

SIZE = (120, 36)


async def opened(pilot: Driver, app: InterviewSimApp) -> ShelfScreen:
    app.shelf()
    await stands_on(pilot, ShelfScreen)
    await until(pilot, lambda: "BAR FOR A HIRE" in words_on(app))
    assert isinstance(app.screen, ShelfScreen)
    return app.screen


async def test_a_pack_and_each_of_its_rounds_are_a_key_apart() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "RECENT" in words_on(app))
        await pilot.press("p")
        await stands_on(pilot, ShelfScreen)
        await until(pilot, lambda: "came with the program" in words_on(app))
        await pilot.press("right")
        await until(pilot, lambda: "criteria · weights" in words_on(app))
        assert "Ownership  25%" in words_on(app)
        await pilot.press("left")
        await until(pilot, lambda: "BAR FOR A HIRE" in words_on(app))
        await pilot.press("escape")
        await stands_on(pilot, HomeScreen)


async def test_what_a_pack_says_otherwise_stands_beside_what_it_extends() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, app)
        await pilot.press("down", "right")
        await until(pilot, lambda: "from acme, generic" in words_on(app))
        await pilot.press("f")
        await until(pilot, lambda: "weight: 25 → 40" in words_on(app))
        assert "item baseline + Gives the figure" in words_on(app)


async def test_the_company_under_the_cursor_is_that_of_the_next_rounds() -> None:
    stage = MemoryStage(history_rows())
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, app)
        await pilot.press("down", "enter")
        await until(pilot, lambda: "Your next rounds are at Acme Rail" in words_on(app))
        assert [(setup.company, setup.round) for setup in stage.kept] == [("acme", Round.BEHAVIORAL)]
        assert "● Acme Rail" in words_on(app)


async def test_a_pack_of_ones_own_is_begun_from_the_one_under_the_cursor() -> None:
    stage = MemoryStage(history_rows())
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, app)
        await pilot.press("n")
        await typed(pilot, "my-firm")
        await pilot.press("enter")
        await until(pilot, lambda: "my-firm · as of" in words_on(app))
        assert stage.begun == ["my-firm"]
        stage.refuses = InterviewSimError("It is taken.", "Choose another name.")
        await pilot.press("n")
        await typed(pilot, "my-firm")
        await pilot.press("enter")
        await until(pilot, lambda: "Choose another name." in words_on(app))


async def test_a_torn_pack_shows_its_findings_and_cannot_be_practiced_with() -> None:
    stage = MemoryStage(history_rows())
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, app)
        await pilot.press("end")
        await until(pilot, lambda: "behavioral.yaml, line 14" in words_on(app))
        assert "✗ 1 finding" in words_on(app)
        assert not screen.check_action("choose", ())
        await pilot.press("enter")
        await pilot.pause()
        assert stage.kept == []


async def test_an_editor_that_knows_lines_is_opened_at_the_finding(tmp_path: Path) -> None:
    told = tmp_path / "told"
    editor = tmp_path / "vim"
    editor.write_text(f'#!/bin/sh\necho "$@" > {told}\n')
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    stage = MemoryStage(history_rows())
    app = InterviewSimApp(stage, around=replace(AROUND, editor=(str(editor),)))
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, app)
        await pilot.press("end")
        await until(pilot, lambda: "line 14" in words_on(app))
        assert screen.check_action("edit", ())
        await pilot.press("e")  # a test has no terminal to lend
        await until(pilot, lambda: "needs a terminal" in words_on(app) or told.exists())


async def test_what_came_with_the_program_is_not_edited() -> None:
    app = InterviewSimApp(MemoryStage(history_rows()), around=replace(AROUND, editor=("vim",)))
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, app)
        assert not screen.check_action("edit", ())
        await pilot.press("down")
        await until(pilot, lambda: screen.check_action("edit", ()))


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_packs_are_shown_as_they_are(size: tuple[int, int]) -> None:
    stage = hostile_stage()
    fault = Fault(HOSTILE, 1, HOSTILE, HOSTILE)
    pack = replace(stage.pack, id=HOSTILE, confidence={HOSTILE: HOSTILE}, sources=(HOSTILE,), disclaimer=HOSTILE)
    rounds = (Round.BEHAVIORAL,)
    stage.packs = [PackRow(HOSTILE, True, pack, HOSTILE, rounds), PackRow("x", True, None, faults=(fault,))]
    stage.differ = (Difference(Differs.WEIGHT, HOSTILE, HOSTILE, HOSTILE, HOSTILE),)
    app = on(stage)
    async with app.run_test(size=size) as pilot:
        await opened(pilot, app)
        assert "[/b]" in unharmed(pilot)
        await pilot.press("right")
        await until(pilot, lambda: "criteria ·" in words_on(app))
        unharmed(pilot)
        await pilot.press("f")
        await until(pilot, lambda: "otherwise than" in words_on(app))
        unharmed(pilot)
        await pilot.press("down")
        await until(pilot, lambda: "1 finding" in words_on(app))
        assert "[/b]" in unharmed(pilot)
