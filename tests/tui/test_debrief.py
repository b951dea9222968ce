"""The debrief and the transcript: from a level to the words behind it."""

from dataclasses import replace
from pathlib import Path

from interviewsim.domain.events import EndReason, Graded, RoundEnded
from interviewsim.domain.terms import Level
from interviewsim.errors import InterviewSimError
from interviewsim.tui.app import InterviewSimApp
from interviewsim.tui.screens.ask import AskScreen
from interviewsim.tui.screens.compare import CompareScreen
from interviewsim.tui.screens.debrief import DebriefScreen
from interviewsim.tui.screens.home import HomeScreen
from interviewsim.tui.screens.transcript import TranscriptScreen
from interviewsim.tui.widgets.menu import Menu
from tests.doubles.stage import FIRST, PLAYED, SAID, MemoryStage, history_rows, spoken
from tests.tui.driving import Driver, asked, stands_on, typed, until, words_on
from tests.tui.stage_app import AROUND, on

SIZE = (120, 36)


async def read(pilot: Driver, app: InterviewSimApp, session: str = PLAYED) -> DebriefScreen:
    app.debrief(session)
    await stands_on(pilot, DebriefScreen)
    await until(pilot, lambda: "CRITERIA" in words_on(app))
    assert isinstance(app.screen, DebriefScreen)
    return app.screen


async def test_the_verdict_and_the_reasons_come_before_the_table() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        await read(pilot, app)
        words = words_on(app)
        order = [
            "Hire: decisions are yours",
            "Last time",
            "+ For",
            "- Against",
            "Turning point",
            "One change",
            "CRITERIA",
        ]
        places = [words.index(part) for part in order]
        assert places == sorted(places)


async def test_the_turning_point_shows_the_words_before_and_after_the_follow_up() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        await read(pilot, app)
        words = words_on(app)
        assert "It went well in the end.”  turn 3" in words
        assert "Dana asked for the result. Then you said:" in words
        assert "“from 61 to 70 percent in a month”  turn 5" in words


async def test_enter_on_a_criterion_leads_to_its_quoted_words() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        await read(pilot, app)
        await pilot.press("down", "down", "enter")
        await stands_on(pilot, TranscriptScreen)
        await until(pilot, lambda: "1 of 1 · turn 5 · Result  3" in words_on(app))
        assert "from 61 to 70 percent" in words_on(app)


async def test_enter_on_judged_words_leads_back_to_the_score_they_earned() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        screen = await read(pilot, app)
        await pilot.press("t", "N")
        await until(pilot, lambda: "6 of 6 · turn 5 · Result  3" in words_on(app))
        await pilot.press("enter")
        await stands_on(pilot, DebriefScreen)
        assert screen.query_one("#criteria", Menu).cursor == 2


async def test_marks_of_one_criterion_or_all_are_one_key_apart() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        await read(pilot, app)
        await pilot.press("down", "enter")
        await until(pilot, lambda: "2 of 2 · turn 5 · Ownership  3" in words_on(app))
        assert "Specificity" not in words_on(app)
        await pilot.press("m")
        await until(pilot, lambda: "5 of 6 · turn 5 · Ownership  3" in words_on(app))
        assert "Specificity  4" in words_on(app)


async def test_a_criterion_without_words_says_so_and_shows_what_was_looked_for() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        await read(pilot, app)
        await pilot.press("down", "down", "down", "enter")
        await until(pilot, lambda: "There are no words behind this one" in words_on(app))
        assert "Weighs an option that was not taken." in words_on(app)


async def test_marks_are_walked_through_in_both_directions() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        await read(pilot, app)
        await pilot.press("t", "n")
        await until(pilot, lambda: "1 of 6 · turn 3" in words_on(app))
        await pilot.press("n", "N", "N")
        await until(pilot, lambda: "6 of 6 · turn 5" in words_on(app))


async def test_words_are_found_and_a_turn_is_copied() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot, app)
        await pilot.press("t", "slash")
        await stands_on(pilot, AskScreen)
        await typed(pilot, "Sticky NOTE")
        await pilot.press("enter")
        await until(pilot, lambda: "in turn 3" in words_on(app))
        assert "sticky note" in words_on(app)
        await pilot.press("y")
        await pilot.pause()
        assert app.clipboard == FIRST


async def test_a_session_without_a_grade_is_graded_first() -> None:
    stage = MemoryStage(history_rows())
    stage.keep("ungraded", [*spoken(SAID), (421.0, RoundEnded(EndReason.COMPLETED))])
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        await read(pilot, app, "ungraded")
        assert stage.graded == ["ungraded"]


async def test_a_grader_that_fails_leaves_the_transcript_readable_and_can_be_tried_again() -> None:
    stage = MemoryStage(history_rows())
    stage.keep("ungraded", [*spoken(SAID), (421.0, RoundEnded(EndReason.COMPLETED))])
    stage.refuses = InterviewSimError("The rubric is gone.", "Put it back.")
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        app.debrief("ungraded")
        await until(pilot, lambda: "Put it back." in words_on(app))
        await pilot.press("t")
        await stands_on(pilot, TranscriptScreen)
        await pilot.press("escape")
        await stands_on(pilot, DebriefScreen)
        stage.refuses = None
        await pilot.press("g")
        await until(pilot, lambda: "CRITERIA" in words_on(app))


async def test_answering_again_takes_the_same_setup_and_the_question_that_went_worst() -> None:
    stage = MemoryStage(history_rows())
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        await read(pilot, app)
        await pilot.press("a")
        await asked(pilot, stage)
        assert stage.setups[0].question_id == "drop_idea"


async def test_the_report_is_saved_once_and_never_over_another_file(tmp_path: Path) -> None:
    app = InterviewSimApp(MemoryStage(history_rows()), around=replace(AROUND, exports=tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        await read(pilot, app)
        await pilot.press("x")
        await stands_on(pilot, AskScreen)
        await pilot.press("enter")
        path = tmp_path / f"{PLAYED}.md"
        await until(pilot, lambda: path.exists() and "Saved to" in words_on(app))
        assert path.read_text(encoding="utf-8").startswith("# ")
        await pilot.press("x")
        await stands_on(pilot, AskScreen)
        await pilot.press("enter")
        await until(pilot, lambda: "There is a file" in words_on(app))


async def test_escape_leads_home() -> None:
    app = on(MemoryStage(history_rows()))
    async with app.run_test(size=SIZE) as pilot:
        await read(pilot, app)
        await pilot.press("escape")
        await stands_on(pilot, HomeScreen)


async def test_a_round_is_graded_as_another_level_would_and_both_stand_side_by_side() -> None:
    stage = MemoryStage(history_rows())
    app = on(stage)
    async with app.run_test(size=(120, 36)) as pilot:
        await read(pilot, app)
        await pilot.press("c")
        await until(pilot, lambda: "Graded as by" in words_on(app))
        await pilot.press("enter")
        await stands_on(pilot, CompareScreen)
        await until(pilot, lambda: "AT EVERY LEVEL" in words_on(app))
        grades = [entry.event for entry in stage.journals[PLAYED].entries if isinstance(entry.event, Graded)]
        assert len(grades) == 2
        assert grades[1].scorecard.level is Level.SENIOR
        await pilot.press("escape")
        await stands_on(pilot, DebriefScreen)
