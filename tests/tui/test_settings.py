"""Settings as a person changes them, and a connection as they try it."""

from dataclasses import replace

from interviewsim.errors import InvalidFile
from interviewsim.preferences import Step, StepKind, Surveyed, Went
from interviewsim.tui.app import InterviewSimApp
from interviewsim.tui.screens.ask import AskScreen
from interviewsim.tui.screens.decide import DecideScreen
from interviewsim.tui.screens.home import HomeScreen
from interviewsim.tui.screens.pick import PickScreen
from interviewsim.tui.screens.settings import SettingsScreen
from tests.doubles.preferences import OLLAMA, MemoryPreferences
from tests.doubles.stage import MemoryStage, history_rows
from tests.tui.driving import Driver, stands_on, typed, until, words_on
from tests.tui.stage_app import AROUND

SIZE = (120, 36)


def over(doors: MemoryPreferences) -> InterviewSimApp:
    return InterviewSimApp(MemoryStage(history_rows()), around=replace(AROUND, preferences=doors))


async def opened(pilot: Driver) -> None:
    await until(pilot, lambda: "RECENT" in words_on(pilot.app))
    await pilot.press("s")
    await stands_on(pilot, SettingsScreen)
    await until(pilot, lambda: "Time factor" in words_on(pilot.app))


async def test_a_server_that_was_found_is_chosen_with_its_model_and_taken_back() -> None:
    doors = MemoryPreferences(Surveyed(key="OPENAI_API_KEY"), [OLLAMA])
    async with over(doors).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await until(pilot, lambda: "3 models · on this machine" in words_on(pilot.app))
        assert not doors.kept
        await pilot.press("end", "down", "enter")
        await stands_on(pilot, PickScreen)
        await typed(pilot, "qwen")
        await pilot.press("enter")
        await until(pilot, lambda: "Kept: Model is qwen2.5:14b" in words_on(pilot.app))
        assert doors.kept == [{"model": "qwen2.5:14b", "base_url": OLLAMA.base_url}]
        await pilot.press("u")
        await until(pilot, lambda: "Taken back." in words_on(pilot.app))
        assert doors.own == {}
        await pilot.press("escape")
        await stands_on(pilot, HomeScreen)


async def test_values_are_chosen_typed_checked_and_taken_away() -> None:
    doors = MemoryPreferences()
    async with over(doors).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("down", "enter")
        await stands_on(pilot, AskScreen)
        await typed(pilot, "nowhere")
        await pilot.press("enter")
        await until(pilot, lambda: "It is an address such as" in words_on(pilot.app))
        assert not doors.kept
        await pilot.press("ctrl+u")
        await typed(pilot, "http://127.0.0.1:1234/v1")
        await pilot.press("enter")
        await until(pilot, lambda: doors.own == {"base_url": "http://127.0.0.1:1234/v1"})
        await stands_on(pilot, SettingsScreen)
        await pilot.press("x")
        await until(pilot, lambda: doors.own == {})
        await pilot.press("end", "down", "down", "enter")
        await stands_on(pilot, DecideScreen)
        await pilot.press("down", "enter")
        await until(pilot, lambda: doors.own == {"level": "senior"})


async def test_a_test_tells_each_step_and_escape_stops_it_while_keys_still_work() -> None:
    doors = MemoryPreferences()
    doors.steps = (
        Step(StepKind.ADDRESS, Went.OK, "127.0.0.1:11434 takes connections.", 1),
        Step(StepKind.HTTP, Went.FAILED, "It does not speak HTTP.", 2, "Check the port."),
    )
    doors.held_up.clear()
    async with over(doors).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("t")
        await until(pilot, lambda: "trying" in words_on(pilot.app))
        await pilot.press("down")
        assert "Server" in words_on(pilot.app)
        await pilot.press("escape")
        await until(pilot, lambda: "The test was stopped." in words_on(pilot.app))
        assert isinstance(pilot.app.screen, SettingsScreen)
        doors.held_up.set()
        await pilot.press("t")
        await until(pilot, lambda: "It does not work yet." in words_on(pilot.app))
        assert "→ Check the port." in words_on(pilot.app)


async def test_a_theme_is_worn_at_once_kept_and_taken_back() -> None:
    doors = MemoryPreferences()
    app = over(doors)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        app.theme = "nord"
        await until(pilot, lambda: doors.kept == [{"theme": "nord"}])
        await pilot.press("end", "down", "end", "down", "down", "enter")
        await stands_on(pilot, PickScreen)
        await typed(pilot, "textual-light")
        await pilot.press("enter")
        await until(pilot, lambda: app.theme == "textual-light")
        assert doors.own == {"theme": "textual-light"}
        await pilot.press("u")
        await until(pilot, lambda: "Taken back." in words_on(app))
        assert doors.kept[1:] == [{"theme": "textual-light"}, {"theme": "nord"}]


async def test_the_app_opens_in_the_colors_that_were_chosen_and_does_not_write_them_again() -> None:
    doors = MemoryPreferences()
    for theme, worn in (("textual-light", "textual-light"), ("no-such", "textual-dark")):
        around = replace(AROUND, preferences=doors, theme=theme)
        async with InterviewSimApp(MemoryStage(), around=around).run_test() as pilot:
            await pilot.pause()
            assert pilot.app.theme == worn
    assert not doors.kept


async def test_a_file_that_cannot_be_read_is_told_and_the_screen_can_be_left() -> None:
    doors = MemoryPreferences()
    doors.refuses = InvalidFile("interviewsim.toml is not valid TOML [/b].", "Mend line 3.")
    async with over(doors).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "RECENT" in words_on(pilot.app))
        await pilot.press("s")
        await until(pilot, lambda: "Mend line 3." in words_on(pilot.app))
        await pilot.press("enter", "t", "x", "escape")
        await stands_on(pilot, HomeScreen)
