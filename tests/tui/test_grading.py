"""A grade in the making: what is told of it, and that nobody has to wait for it."""

from interviewsim.domain.events import EndReason, RoundEnded
from interviewsim.errors import InterviewSimError
from interviewsim.tui.screens.debrief import DebriefScreen
from interviewsim.tui.screens.home import HomeScreen
from tests.doubles.stage import PLAYED, SAID, MemoryStage, history_rows, spoken
from tests.tui.driving import stands_on, until, words_on
from tests.tui.stage_app import on

SIZE = (120, 36)


def slow(before: int) -> MemoryStage:
    """A round nobody has graded, and a grader that thinks before its criterion number `before`, counted from 0."""
    stage = MemoryStage(history_rows())
    stage.keep(PLAYED, [*spoken(SAID), (421.0, RoundEnded(EndReason.COMPLETED))])
    stage.hesitates_before = before
    return stage


async def test_each_criterion_is_told_as_it_is_judged_with_the_words_it_rests_on() -> None:
    stage = slow(2)
    app = on(stage)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        app.debrief(PLAYED)
        await until(pilot, lambda: "▰▰▱▱▱  2 of 5 criteria judged" in words_on(app))
        quote = stage.card.criteria[0].evidence[0].quote
        assert f"✓ {stage.card.criteria[0].name}" in words_on(app)
        assert quote[:40] in words_on(app)
        stage.decides.set()
        await until(pilot, lambda: "CRITERIA" in words_on(app))


async def test_a_grade_goes_on_when_its_screen_is_left_and_home_tells_how_far_it_is() -> None:
    stage = slow(1)
    app = on(stage)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        app.debrief(PLAYED)
        await until(pilot, lambda: "1 of 5" in words_on(app))
        await pilot.press("escape")
        await stands_on(pilot, HomeScreen)
        await until(pilot, lambda: "grading… 1/5" in words_on(app))
        stage.decides.set()
        await until(pilot, lambda: "Your round is graded." in words_on(app))
        await until(pilot, lambda: "grading…" not in words_on(app))
        assert stage.graded == [PLAYED]


async def test_who_comes_back_meets_the_grade_that_is_in_the_making() -> None:
    stage = slow(1)
    app = on(stage)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        app.debrief(PLAYED)
        await until(pilot, lambda: "1 of 5" in words_on(app))
        await pilot.press("escape")
        await stands_on(pilot, HomeScreen)
        app.debrief(PLAYED)
        await stands_on(pilot, DebriefScreen)
        await until(pilot, lambda: "1 of 5 criteria judged" in words_on(app))
        stage.decides.set()
        await until(pilot, lambda: "CRITERIA" in words_on(app))
        assert stage.graded == [PLAYED]


async def test_a_grade_that_fails_after_its_screen_was_left_is_told() -> None:
    stage = slow(1)
    app = on(stage)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        app.debrief(PLAYED)
        await until(pilot, lambda: "1 of 5" in words_on(app))
        await pilot.press("escape")
        await stands_on(pilot, HomeScreen)
        stage.refuses = InterviewSimError("The model does not answer.", "Press g in the debrief to try again.")
        stage.decides.set()
        await until(pilot, lambda: "The model does not answer." in words_on(app))
