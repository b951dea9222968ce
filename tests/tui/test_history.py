"""All sessions: find one, open it, mark two, rename and delete."""

from dataclasses import replace

import pytest
from textual.content import Content

from interviewsim.domain.history import HistoryRow
from interviewsim.errors import InterviewSimError
from interviewsim.tui.app import InterviewSimApp
from interviewsim.tui.screens.ask import AskScreen
from interviewsim.tui.screens.compare import CompareScreen
from interviewsim.tui.screens.debrief import DebriefScreen
from interviewsim.tui.screens.decide import DecideScreen
from interviewsim.tui.screens.history import HistoryScreen
from interviewsim.tui.screens.home import HomeScreen
from interviewsim.tui.screens.interview import InterviewScreen
from interviewsim.tui.screens.pick import PickScreen
from interviewsim.tui.screens.transcript import TranscriptScreen
from interviewsim.tui.widgets.roll import Roll
from tests.doubles.stage import LEFT, PLAYED, MemoryStage, history_rows
from tests.tui.driving import Driver, stands_on, typed, until, words_on
from tests.tui.stage_app import on
from tests.tui.test_hostile import HOSTILE, hostile_stage, unharmed

SIZE = (120, 36)


async def listed(pilot: Driver, app: InterviewSimApp) -> HistoryScreen:
    app.history()
    await stands_on(pilot, HistoryScreen)
    await until(pilot, lambda: "sessions ·" in words_on(app) or "session" in words_on(app).splitlines()[1])
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    assert isinstance(app.screen, HistoryScreen)
    return app.screen


async def test_home_leads_to_the_history_by_a_key_and_by_the_palette() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "RECENT" in words_on(app))
        assert "History" in [command.title for command in app.get_system_commands(app.screen)]
        await pilot.press("h")
        await stands_on(pilot, HistoryScreen)
        await pilot.press("escape")
        await stands_on(pilot, HomeScreen)


async def test_every_session_is_listed_with_its_standing() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        await listed(pilot, app)
        words = words_on(app)
        assert "7 sessions · 1 unfinished · 1 damaged" in words
        assert "Today" in words
        assert "2.6" in words


async def test_a_trend_tells_number_spread_and_whether_the_last_stands_out() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        await listed(pilot, app)
        words = words_on(app)
        assert "n = 4 · last 3.3 · spread 2.6 to 3.3" in words
        assert "The last is above all before it" in words


async def test_two_scores_are_no_trend() -> None:
    app = on(MemoryStage([row for row in history_rows() if row.score in {3.3, 3.1}]))
    async with app.run_test(size=SIZE) as pilot:
        await listed(pilot, app)
        assert "Not enough yet: 1 more" in words_on(app)


async def test_enter_opens_a_debrief_and_escape_comes_back_to_the_list() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        await listed(pilot, app)
        await pilot.press("enter")
        await stands_on(pilot, DebriefScreen)
        await until(pilot, lambda: "CRITERIA" in words_on(app))
        await pilot.press("escape")
        await stands_on(pilot, HistoryScreen)


async def test_an_unfinished_session_goes_on() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        await listed(pilot, app)
        await pilot.press("down", "enter")
        await stands_on(pilot, InterviewScreen)


async def test_a_damaged_session_says_what_is_wrong_with_it() -> None:
    rows = [replace(row, problem="line 4 is cut short") if row.state == "damaged" else row for row in history_rows()]
    app = on(MemoryStage(rows))
    async with app.run_test(size=SIZE) as pilot:
        await listed(pilot, app)
        await pilot.press("end", "enter")
        await until(pilot, lambda: "line 4 is cut short" in words_on(app))


async def test_the_words_of_a_session_can_be_read_without_its_debrief() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        await listed(pilot, app)
        await pilot.press("t")
        await stands_on(pilot, TranscriptScreen)
        await until(pilot, lambda: "6 marks" in words_on(app))


async def test_a_filter_leaves_what_was_chosen_and_backspace_shows_everything() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        await listed(pilot, app)
        await pilot.press("f")
        await stands_on(pilot, PickScreen)
        await typed(pilot, "unfinished")
        await pilot.press("enter")
        await until(pilot, lambda: "unfinished · 1 session" in words_on(app))
        await pilot.press("backspace")
        await until(pilot, lambda: "all sessions · 7 sessions" in words_on(app))


async def test_words_that_no_session_has_say_how_to_see_everything_again() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        await listed(pilot, app)
        await pilot.press("slash")
        await stands_on(pilot, AskScreen)
        await typed(pilot, "zebra")
        await pilot.press("enter")
        await until(pilot, lambda: "Nothing for “zebra”. Backspace shows everything." in words_on(app))


async def test_two_marked_sessions_are_compared_the_older_first() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        await listed(pilot, app)
        await pilot.press("space", "down", "down", "space")
        await until(pilot, lambda: "2 marked, c compares" in words_on(app))
        await pilot.press("c")
        await stands_on(pilot, CompareScreen)
        await until(pilot, lambda: "2.6 of 5" in words_on(app))
        words = words_on(app)
        assert words.index("2.6 of 5") < words.index("3.3 of 5")
        assert "Two rounds: other words were judged" in words
        await pilot.press("s")
        await until(pilot, lambda: words_on(app).index("3.3 of 5") < words_on(app).index("2.6 of 5"))


async def test_what_has_no_grade_cannot_be_marked() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        await listed(pilot, app)
        await pilot.press("down", "space")
        await until(pilot, lambda: "Only a graded session can be compared" in words_on(app))


async def test_a_comparison_that_fails_is_one_line() -> None:
    stage = MemoryStage(history_rows())
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        stage.refuses = InterviewSimError("It is not graded yet.", "Grade it first.")
        app.push_screen(CompareScreen("one", "other"))
        await until(pilot, lambda: "It is not graded yet. Grade it first." in words_on(app))


async def test_a_session_is_renamed() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        await listed(pilot, app)
        await pilot.press("n")
        await stands_on(pilot, AskScreen)
        await typed(pilot, " second try")
        await pilot.press("enter")
        await until(pilot, lambda: "It is now called" in words_on(app))
        assert "second try" in words_on(app)


@pytest.mark.parametrize(("keys", "left"), [(["enter"], 7), (["escape"], 7), (["down", "enter"], 6)])
async def test_a_session_is_deleted_only_where_somebody_goes_to_the_answer(keys: list[str], left: int) -> None:
    stage = MemoryStage(history_rows())
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        await listed(pilot, app)
        await pilot.press("delete")
        await stands_on(pilot, DecideScreen)
        await pilot.press(*keys)
        await stands_on(pilot, HistoryScreen)
        await until(pilot, lambda: f"{left} sessions" in words_on(app))
        assert len(stage.rows) == left
        assert (PLAYED in [row.session for row in stage.rows]) == (left == 7)


async def test_a_deletion_that_is_refused_is_told() -> None:
    stage = MemoryStage(history_rows())
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        await listed(pilot, app)
        stage.refuses = InterviewSimError("Another window holds it.", "Close that one.")
        await pilot.press("delete", "down", "enter")
        await until(pilot, lambda: "Another window holds it. Close that one." in words_on(app))
        assert any(row.session == PLAYED for row in stage.rows)


async def test_ten_thousand_sessions_draw_only_the_rows_in_view() -> None:
    row = history_rows()[0]
    rows = [replace(row, session=f"{number:05}", title=f"Round {number}") for number in range(10_000)]
    app = on(MemoryStage(rows))
    async with app.run_test(size=SIZE) as pilot:
        screen = await listed(pilot, app)
        roll = screen.query_one(Roll)
        drawn: list[int] = []
        was = roll._draw

        def draw(index: int) -> Content:
            drawn.append(index)
            return was(index)

        roll.show(10_000, draw)
        await pilot.press("end")
        await until(pilot, lambda: "Round 9999" in words_on(app))
        assert len(set(drawn)) < 200


async def test_a_click_goes_to_a_row_and_a_second_one_opens_it() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        screen = await listed(pilot, app)
        await pilot.click("#sessions", offset=(5, 3))
        assert screen.query_one(Roll).cursor == 2
        await pilot.click("#sessions", offset=(5, 1), times=2)
        await stands_on(pilot, DebriefScreen)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 18)])
async def test_hostile_text_is_text_in_the_history_and_in_a_comparison(size: tuple[int, int]) -> None:
    stage = hostile_stage()
    odd = HistoryRow(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, 1, HOSTILE, 2.0, HOSTILE, HOSTILE, "")
    stage.rows.append(replace(odd, problem=HOSTILE))
    app = on(stage)
    async with app.run_test(size=size) as pilot:
        await listed(pilot, app)
        assert "[/b] [@click" in unharmed(pilot)
        await pilot.press("end", "enter")
        unharmed(pilot)
        await pilot.press("f")
        await stands_on(pilot, PickScreen)
        unharmed(pilot)
        await pilot.press("escape")
        await pilot.press("delete")
        await stands_on(pilot, DecideScreen)
        unharmed(pilot)
        await pilot.press("escape")
        app.push_screen(CompareScreen("hostile", HOSTILE))
        await until(pilot, lambda: "A  3.3 of 5" in words_on(app))
        await pilot.press("down", "down")
        await until(pilot, lambda: "WHY" in words_on(app))
        assert "[/b]" in unharmed(pilot)


async def test_a_session_left_unfinished_is_not_offered_for_comparison() -> None:
    app = on(MemoryStage([row for row in history_rows() if row.session == LEFT]))
    async with app.run_test(size=SIZE) as pilot:
        screen = await listed(pilot, app)
        assert screen.check_action("compare", ()) is False
