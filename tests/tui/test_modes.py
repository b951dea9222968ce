"""Take two, warm-up and the ways of holding a round, as a person meets them."""

from dataclasses import replace
from datetime import date
from functools import partial

from interviewsim.domain.events import SelfEstimate
from interviewsim.domain.setup import ALOUD_MINUTES, RECALL_SECONDS, Setup
from interviewsim.domain.terms import Length, Mode, Round
from interviewsim.domain.today import WeakSpot, WeakSpots
from interviewsim.errors import InterviewSimError
from interviewsim.tui.app import InterviewSimApp
from interviewsim.tui.screens.aloud import AloudScreen
from interviewsim.tui.screens.ask import AskScreen
from interviewsim.tui.screens.debrief import DebriefScreen
from interviewsim.tui.screens.guess import GuessScreen
from interviewsim.tui.screens.home import HomeScreen
from interviewsim.tui.screens.interview import InterviewScreen
from interviewsim.tui.screens.takes import TakesScreen
from interviewsim.tui.screens.transcript import TranscriptScreen
from interviewsim.tui.screens.warm_up import WarmUpScreen
from tests.doubles.stage import FIRST, PLAYED, MemoryStage, history_rows
from tests.tui.driving import Driver, asked, stands_on, typed, until, words_on
from tests.tui.stage_app import on

SIZE = (120, 36)
BETTER = "I cut the import from the April plan, and clinics past the second screen went from 61 to 70 percent."


async def in_debrief(pilot: Driver) -> DebriefScreen:
    await stands_on(pilot, DebriefScreen)
    await until(pilot, lambda: "One change" in words_on(pilot.app))
    screen = pilot.app.screen
    assert isinstance(screen, DebriefScreen)
    return screen


async def answered(pilot: Driver, text: str) -> None:
    await typed(pilot, text)
    await pilot.press("ctrl+s")


async def ended(pilot: Driver, stage: MemoryStage) -> None:
    """End the round with feedback."""
    await asked(pilot, stage)
    await pilot.press("f8", "home", "enter")


async def probed(pilot: Driver, stage: MemoryStage) -> None:
    """Answer whatever is followed up, until the round is over."""
    while True:
        await until(pilot, lambda: over(pilot) or (stage.conductor and stage.conductor.state.candidate_has_the_floor))
        if over(pilot):
            return
        said = turns_of(stage)
        await answered(pilot, "It was my call, and I told the two engineers why.")
        await until(pilot, partial(further, stage, said))


def turns_of(stage: MemoryStage) -> int:
    return len(stage.conductor.transcript.turns) if stage.conductor else 0


def further(stage: MemoryStage, said: int) -> bool:
    return turns_of(stage) > said


def over(pilot: Driver) -> bool:
    return isinstance(pilot.app.screen, WarmUpScreen)


async def test_a_turn_of_the_transcript_is_answered_again_and_stands_beside_the_first() -> None:
    stage = MemoryStage(history_rows())
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        app.debrief(PLAYED)
        await in_debrief(pilot)
        await pilot.press("t")
        await stands_on(pilot, TranscriptScreen)
        await pilot.press("r")
        await asked(pilot, stage)
        assert stage.conductor is not None
        assert stage.conductor.t == 0.0
        assert "Tell me about a time a user made you drop an idea" in words_on(app)
        await answered(pilot, BETTER)
        await until(pilot, lambda: stage.conductor and len(stage.conductor.transcript.turns) > 3)
        await ended(pilot, stage)
        await stands_on(pilot, TakesScreen)
        await until(pilot, lambda: "FIRST TAKE" in words_on(app))
        words = words_on(app)
        assert "TAKE TWO" in words
        assert "I cut the import from the April plan" in words
        assert FIRST[:40] in words
        assert "lost on this answer" in words
        await pilot.press("d")
        await in_debrief(pilot)
        await pilot.press("v")
        await stands_on(pilot, TakesScreen)


async def test_the_clock_of_a_take_two_stands_where_the_answer_began() -> None:
    stage = MemoryStage(history_rows())
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        app.take_two(PLAYED, 5)
        await asked(pilot, stage)
        assert stage.conductor is not None
        assert stage.conductor.t == 184.0
        assert len(stage.conductor.transcript.turns) == 4


async def test_the_weakest_answer_is_taken_again_from_the_debrief() -> None:
    stage = MemoryStage(history_rows())
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        app.debrief(PLAYED)
        await in_debrief(pilot)
        await pilot.press("r")
        await asked(pilot, stage)
        assert stage.conductor is not None
        assert len(stage.conductor.transcript.turns) == 2


async def test_a_take_two_can_be_given_once_more_from_where_both_stand() -> None:
    stage = MemoryStage(history_rows())
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        app.take_two(PLAYED, 5)
        await asked(pilot, stage)
        await answered(pilot, BETTER)
        await until(pilot, lambda: stage.conductor and len(stage.conductor.transcript.turns) > 5)
        await ended(pilot, stage)
        await stands_on(pilot, TakesScreen)
        await until(pilot, lambda: "FIRST TAKE" in words_on(app))
        first = stage.conductor
        await pilot.press("r")
        await until(pilot, lambda: stage.conductor is not first)
        await asked(pilot, stage)
        assert stage.conductor is not None
        assert stage.conductor.t == 184.0
        point = stage.conductor.transcript.opened.forked_from
        assert point is not None
        assert point.session == PLAYED


async def test_a_take_two_that_was_left_before_its_answer_says_so_and_goes_on_to_the_debrief() -> None:
    stage = MemoryStage(history_rows())
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        app.take_two(PLAYED, 5)
        await ended(pilot, stage)
        await stands_on(pilot, TakesScreen)
        await until(pilot, lambda: "The answer was not given again." in words_on(app))
        await pilot.press("d")
        await in_debrief(pilot)


async def test_a_first_start_leads_through_a_warm_up_and_a_take_two_by_what_the_screen_says() -> None:
    stage = MemoryStage()
    async with on(stage).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "press enter" in words_on(pilot.app).lower())
        await pilot.press("enter")
        await asked(pilot, stage)
        assert "^s send" in words_on(pilot.app)
        await answered(pilot, BETTER)
        await probed(pilot, stage)
        await stands_on(pilot, WarmUpScreen)
        await until(pilot, lambda: "You did this:" in words_on(pilot.app))
        words = words_on(pilot.app)
        assert "Missing:" in words
        assert "press enter and answer it again" in words
        assert "level" not in words
        await pilot.press("enter")
        await stands_on(pilot, InterviewScreen)
        await asked(pilot, stage)
        assert stage.conductor is not None
        assert stage.conductor.transcript.opened.forked_from is not None
        assert stage.conductor.transcript.opened.length is Length.WARM_UP


async def test_a_warm_up_in_the_history_opens_on_its_own_page() -> None:
    stage = MemoryStage()
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        app.begin(Setup(Round.BEHAVIORAL, length=Length.WARM_UP))
        await ended(pilot, stage)
        await stands_on(pilot, WarmUpScreen)
        await pilot.press("escape")
        await stands_on(pilot, HomeScreen)
        assert stage.conductor is not None
        app.debrief(stage.conductor.transcript.opened.session)
        await stands_on(pilot, WarmUpScreen)


async def test_a_day_that_is_set_leads_home_to_its_one_session() -> None:
    stage = MemoryStage(history_rows()[2:])
    async with on(stage).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "RECENT" in words_on(pilot.app))
        assert "TODAY" not in words_on(pilot.app)
        await pilot.press("i")
        await typed(pilot, "10")
        await pilot.press("enter")
        await until(pilot, lambda: "10 days to go" in words_on(pilot.app))
        assert "5 rounds not tried yet" in words_on(pilot.app)
        assert "TODAY  Screening, which you have not tried." in words_on(pilot.app)
        await until(pilot, lambda: stage.day == date(2026, 12, 3))
        await pilot.press("t")
        await asked(pilot, stage)
        assert (stage.setups[0].round, stage.setups[0].length) == (Round.SCREENING, Length.SHORT)


async def test_a_day_that_is_none_is_said_and_the_word_none_takes_it_away() -> None:
    stage = MemoryStage(history_rows()[2:])
    stage.day = date(2026, 11, 30)
    async with on(stage).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "7 days to go" in words_on(pilot.app))
        await pilot.press("i")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        await pilot.press("ctrl+u")
        await typed(pilot, "soon")
        await pilot.press("enter")
        await until(pilot, lambda: "That is no day." in words_on(pilot.app))
        assert stage.day == date(2026, 11, 30)
        await pilot.press("ctrl+u")
        await typed(pilot, "none")
        await pilot.press("enter")
        await until(pilot, lambda: "everything stays" in words_on(pilot.app))
        await until(pilot, lambda: stage.day is None)


async def test_the_weakest_criterion_is_drilled_at_one_key() -> None:
    stage = MemoryStage(history_rows())
    stage.spots = WeakSpots(WeakSpot(Round.BEHAVIORAL, "generic", "judgment", "Judgment", 1))
    async with on(stage).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "d drill" in words_on(pilot.app))
        await pilot.press("d")
        await asked(pilot, stage)
        assert (stage.setups[0].drill, stage.setups[0].length) == ("judgment", Length.DRILL)


async def test_the_weakest_criteria_are_drilled_from_the_debrief() -> None:
    stage = MemoryStage(history_rows())
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        app.debrief(PLAYED)
        await in_debrief(pilot)
        assert "1 Judgment, at level 1" in words_on(app)
        await pilot.press("1")
        await asked(pilot, stage)
        assert (stage.setups[0].drill, stage.setups[0].length) == ("judgment", Length.DRILL)


async def test_the_scores_of_a_gentle_round_wait_until_they_are_asked_for() -> None:
    stage = MemoryStage(history_rows())
    stage.opened[PLAYED] = replace(stage.opened[PLAYED], mode=Mode.GENTLE)
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        app.debrief(PLAYED)
        await in_debrief(pilot)
        words = words_on(app)
        assert "CRITERIA" not in words
        assert "level" not in words
        assert "3.3" not in words
        await pilot.press("s")
        await until(pilot, lambda: "CRITERIA" in words_on(app))
        assert "level 3" in words_on(app)


async def ended_with_an_answer(pilot: Driver, stage: MemoryStage) -> None:
    """A whole round, ended after one answer."""
    await asked(pilot, stage)
    await answered(pilot, BETTER)
    await until(pilot, lambda: turns_of(stage) > 3)
    await ended(pilot, stage)
    await stands_on(pilot, GuessScreen)


async def test_one_guess_is_asked_before_the_debrief_and_stands_beside_the_grade() -> None:
    stage = MemoryStage()
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        app.begin(Setup(Round.BEHAVIORAL))
        await ended_with_an_answer(pilot, stage)
        assert stage.graded == []
        assert "3.3" not in words_on(app)
        await pilot.press("right", "down", "right", "right", "enter")
        await in_debrief(pilot)
        assert "You said they would hire you" in words_on(app)
        assert "You named Ownership as weakest" in words_on(app)
        assert stage.conductor is not None
        kept = (await stage.read(stage.conductor.transcript.opened.session)).estimate
        assert kept == SelfEstimate(would_hire=True, weakest="ownership")


async def test_a_guess_can_be_skipped_at_one_key_and_leaves_nothing() -> None:
    for key in ("escape", "enter"):
        stage = MemoryStage()
        app = on(stage)
        async with app.run_test(size=SIZE) as pilot:
            app.begin(Setup(Round.BEHAVIORAL))
            await ended_with_an_answer(pilot, stage)
            await pilot.press(key)
            await in_debrief(pilot)
            assert "Your guess" not in words_on(app)
            assert stage.conductor is not None
            assert (await stage.read(stage.conductor.transcript.opened.session)).estimate is None


async def test_a_guess_that_cannot_be_kept_keeps_nobody_from_the_debrief() -> None:
    stage = MemoryStage()
    app = on(stage)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        app.begin(Setup(Round.BEHAVIORAL))
        await ended_with_an_answer(pilot, stage)
        stage.refuses = InterviewSimError("The disk is full.", "Make room.")
        await pilot.press("right", "enter")
        await stands_on(pilot, DebriefScreen)
        await until(pilot, lambda: "The disk is full." in words_on(app))


async def speaking(pilot: Driver, stage: MemoryStage, app: InterviewSimApp) -> AloudScreen:
    app.begin(Setup(Round.BEHAVIORAL, mode=Mode.ALOUD))
    await asked(pilot, stage)
    await until(pilot, lambda: "Say your answer to the room" in words_on(app))
    screen = app.screen
    assert isinstance(screen, AloudScreen)
    return screen


async def test_aloud_the_box_opens_only_when_the_answer_was_said() -> None:
    stage = MemoryStage()
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        screen = await speaking(pilot, stage, app)
        await typed(pilot, "too early")
        assert screen.box.text == ""
        stage.clock.pass_time(120)
        await pilot.press("enter")
        await until(pilot, lambda: "90 s to type" in words_on(app))
        await answered(pilot, BETTER)
        await stands_on(pilot, DebriefScreen)
        await until(pilot, lambda: f"graded on what survived: {len(BETTER.split())} words" in words_on(app))


async def test_aloud_what_was_typed_is_sent_when_its_ninety_seconds_are_over() -> None:
    stage = MemoryStage()
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        screen = await speaking(pilot, stage, app)
        await pilot.press("ctrl+s")
        await typed(pilot, "I cut the import")
        stage.clock.pass_time(89)
        screen._tick()
        assert stage.conductor is not None
        assert turns_of(stage) == 1
        stage.clock.pass_time(2)
        screen._tick()
        await until(pilot, lambda: turns_of(stage) > 1)
        assert stage.conductor.transcript.turns[1].text == "I cut the import"
        await until(pilot, lambda: app.screen is not screen)  # what comes next is not to be torn down half made
        await pilot.pause()


async def test_aloud_nobody_speaks_into_the_time_for_typing() -> None:
    stage = MemoryStage()
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        screen = await speaking(pilot, stage, app)
        stage.clock.pass_time(60 * ALOUD_MINUTES - RECALL_SECONDS)
        screen._tick()
        assert not screen.box.read_only
        assert "90 s to type" in str(screen.talk.said.content)


async def test_aloud_who_typed_nothing_in_time_may_still_write_a_line() -> None:
    stage = MemoryStage()
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        screen = await speaking(pilot, stage, app)
        await pilot.press("enter")
        stage.clock.pass_time(95)
        screen._tick()
        await until(pilot, lambda: "One line still counts" in words_on(app))
        assert turns_of(stage) == 1


async def test_hints_are_offered_in_gentle_rounds_and_not_aloud() -> None:
    for mode, offered in ((Mode.GENTLE, True), (Mode.ALOUD, False)):
        stage = MemoryStage()
        app = on(stage)
        async with app.run_test(size=SIZE) as pilot:
            app.begin(Setup(Round.BEHAVIORAL, mode=mode))
            screen = await asked(pilot, stage)
            assert screen.check_action("hint", ()) is offered
