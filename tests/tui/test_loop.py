"""The loop and its committee, driven by keys."""

from dataclasses import replace

from interviewsim.tui.screens.ask import AskScreen
from interviewsim.tui.screens.committee import CommitteeScreen
from interviewsim.tui.screens.debrief import DebriefScreen
from interviewsim.tui.screens.interview import InterviewScreen
from interviewsim.tui.screens.loop import LoopScreen
from interviewsim.tui.screens.pick import PickScreen
from tests.doubles.stage import PLAYED, MemoryStage, history_rows
from tests.tui.driving import stands_on, until, words_on
from tests.tui.stage_app import on
from tests.tui.stage_loops import LOOP, stage


async def test_from_home_the_loop_opens_on_the_next_round_and_enter_begins_it() -> None:
    made = stage()
    made.rows = history_rows()
    app = on(made)
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: "RECENT" in words_on(app))
        await pilot.press("l")
        await stands_on(pilot, LoopScreen)
        await until(pilot, lambda: "Two to go" in words_on(app))
        await pilot.press("enter")
        await stands_on(pilot, InterviewScreen)
        (setup,) = made.setups
        assert (setup.round, setup.loop, setup.company) == ("case-study", LOOP, "generic")


async def test_a_sealed_read_out_opens_only_once_it_is_revealed() -> None:
    app = on(stage())
    async with app.run_test(size=(120, 36)) as pilot:
        app.loop()
        await until(pilot, lambda: "sealed" in words_on(app))
        await pilot.press("home", "enter")
        await until(pilot, lambda: "is sealed until all rounds" in words_on(app))
        await pilot.press("c")
        await until(pilot, lambda: "3.6" in words_on(app))
        await pilot.press("enter")
        await stands_on(pilot, DebriefScreen)
        await pilot.press("escape")
        await stands_on(pilot, LoopScreen)


async def test_with_all_rounds_in_p_shows_the_packet_and_its_keys_lead_to_words_and_debriefs() -> None:
    app = on(stage(6))
    async with app.run_test(size=(120, 36)) as pilot:
        app.loop()
        await until(pilot, lambda: "press p" in words_on(app))
        await pilot.press("p")
        await stands_on(pilot, CommitteeScreen)
        await until(pilot, lambda: "Hire at PM: average" in words_on(app))
        await pilot.press("space", "space")
        await until(pilot, lambda: "THE RULE" in words_on(app))
        await pilot.press("x")
        await stands_on(pilot, AskScreen)
        await pilot.press("escape", "4")
        await until(pilot, lambda: "was not held" in words_on(app))


async def test_without_any_loop_a_new_one_is_shown_and_n_asks_for_company_and_level() -> None:
    made = MemoryStage(history_rows())
    app = on(made)
    async with app.run_test(size=(120, 36)) as pilot:
        app.loop()
        await until(pilot, lambda: "0 of 1 in. One to go." in words_on(app))
        await pilot.press("n")
        await stands_on(pilot, PickScreen)
        await pilot.press(*"vp", "enter")
        await stands_on(pilot, LoopScreen)
        await until(pilot, lambda: "Full loop · Generic · VP" in words_on(app))
        await pilot.press("enter")
        await stands_on(pilot, InterviewScreen)
        assert (made.setups[0].loop, made.setups[0].level) == ("20261123T161000-loop-new0", "vp")


async def test_a_round_of_a_loop_that_is_over_leads_back_to_the_loop_and_not_to_a_debrief() -> None:
    app = on(stage())
    async with app.run_test(size=(120, 36)) as pilot:
        read = await app.stage.read(PLAYED)
        app.round_over(replace(read, opened=replace(read.opened, loop=LOOP)))
        await stands_on(pilot, LoopScreen)
        await until(pilot, lambda: "Two to go" in words_on(app))
