"""Home and the lobby as a person meets them."""

import asyncio
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace

import pytest

from interviewsim.backstage import Lobby
from interviewsim.domain.history import HistoryRow
from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Length, Level, Mode, Round
from interviewsim.errors import InterviewSimError, InvalidFile
from interviewsim.preferences import Step, StepKind, Surveyed, Voice, Voices, Went
from interviewsim.tui.app import InterviewSimApp
from interviewsim.tui.screens.ask import AskScreen
from interviewsim.tui.screens.debrief import DebriefScreen
from interviewsim.tui.screens.help import HelpScreen
from interviewsim.tui.screens.home import HomeScreen
from interviewsim.tui.screens.lobby import LobbyScreen
from interviewsim.tui.screens.pick import PickScreen
from interviewsim.tui.screens.settings import SettingsScreen
from interviewsim.tui.widgets.choice import Choice
from tests.doubles.preferences import OLLAMA, MemoryPreferences
from tests.doubles.stage import MemoryStage, history_rows
from tests.tui.driving import Driver, asked, stands_on, typed, until, words_on
from tests.tui.stage_app import AROUND, on

SIZE = (120, 36)


async def read(pilot: Driver) -> None:
    await until(pilot, lambda: "RECENT" in words_on(pilot.app))


async def in_lobby(pilot: Driver) -> LobbyScreen:
    await stands_on(pilot, LobbyScreen)
    await until(pilot, lambda: "GRADED ON" in words_on(pilot.app))
    screen = pilot.app.screen
    assert isinstance(screen, LobbyScreen)
    return screen


async def test_home_shows_scores_and_what_can_be_resumed() -> None:
    async with on(MemoryStage(history_rows())).run_test(size=SIZE) as pilot:
        await read(pilot)
        words = words_on(pilot.app)
        assert "3.3" in words
        assert "RESUME" in words
        assert "left 4 h ago" in words
        assert "1 session could not be read whole" in words


async def test_a_round_that_cannot_be_played_yet_says_so() -> None:
    async with on(MemoryStage(history_rows())).run_test(size=SIZE) as pilot:
        await read(pilot)
        await until(pilot, lambda: "coming" in words_on(pilot.app))
        await pilot.press("1")
        await until(pilot, lambda: "Screening is coming. Today you can play: Behavioral (4)." in words_on(pilot.app))
        assert isinstance(pilot.app.screen, HomeScreen)


@pytest.mark.parametrize("keys", [["4"], ["enter"], ["down", "up", "enter"]])
async def test_a_number_or_enter_leads_to_the_lobby(keys: list[str]) -> None:
    async with on(MemoryStage(history_rows())).run_test(size=SIZE) as pilot:
        await read(pilot)
        await pilot.press(*keys)
        await in_lobby(pilot)


async def test_a_double_click_on_a_round_leads_to_the_lobby() -> None:
    async with on(MemoryStage(history_rows())).run_test(size=SIZE) as pilot:
        await read(pilot)
        await pilot.click("#rounds", offset=(5, 4), times=2)
        await in_lobby(pilot)


async def test_a_warm_up_begins_at_one_key() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage).run_test(size=SIZE) as pilot:
        await read(pilot)
        await pilot.press("w")
        await asked(pilot, stage)
        assert stage.setups[0].length is Length.WARM_UP


async def test_a_first_sitting_tells_who_could_interview_and_begins_a_round_at_one_key() -> None:
    stage = MemoryStage()
    around = replace(AROUND, preferences=MemoryPreferences(Surveyed(key="OPENAI_API_KEY"), [OLLAMA]))
    async with InterviewSimApp(stage, around=around).run_test(size=SIZE) as pilot:
        assert "ready now · no account, no network" in words_on(pilot.app)
        await until(pilot, lambda: "found · 3 models" in words_on(pilot.app))
        assert "in OPENAI_API_KEY" in words_on(pilot.app)
        assert "None of these is used unless" in words_on(pilot.app)
        await pilot.press("g")
        await asked(pilot, stage)
        assert [setup.length for setup in stage.setups] == [Length.SHORT]


async def test_home_says_where_answers_go_once_a_model_was_chosen() -> None:
    voice = Voice("gpt-5-mini", "api.openai.com", here=False)
    around = replace(AROUND, preferences=MemoryPreferences(Surveyed(Voices(voice, voice))))
    async with InterviewSimApp(MemoryStage(history_rows()), around=around).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "your answers go to api.openai.com" in words_on(pilot.app))
        assert "everything stays on this computer" not in words_on(pilot.app)


async def test_a_recent_round_opens_its_debrief() -> None:
    async with on(MemoryStage(history_rows())).run_test(size=SIZE) as pilot:
        await read(pilot)
        pilot.app.screen.query_one("#recent").focus()
        await pilot.press("enter")
        await stands_on(pilot, DebriefScreen)


async def test_home_offers_no_key_that_does_nothing() -> None:
    async with on(MemoryStage()).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "Start with" in words_on(pilot.app))
        last = words_on(pilot.app).splitlines()[-2]
        assert "resume" not in last
        assert "history" not in last


async def test_help_tells_the_keys_of_the_screen_below_it() -> None:
    async with on(MemoryStage()).run_test(size=SIZE) as pilot:
        await pilot.press("f1")
        await stands_on(pilot, HelpScreen)
        assert "5-minute warm-up" in words_on(pilot.app)
        await pilot.press("escape")
        await stands_on(pilot, HomeScreen)


async def test_choices_in_the_lobby_shape_the_round_that_starts() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage, Setup(Round.BEHAVIORAL)).run_test(size=SIZE) as pilot:
        screen = await in_lobby(pilot)
        for field, presses in (("level", 1), ("mode", 1), ("length", 1), ("time", 2)):
            screen.query_one(f"#{field}", Choice).focus()
            for _ in range(presses):
                await pilot.press("right")
                await pilot.app.workers.wait_for_complete()
                await pilot.pause()
        await pilot.press("enter")
        await asked(pilot, stage)
        expected = Setup(Round.BEHAVIORAL, level=Level.SENIOR, mode=Mode.COACH, length=Length.DRILL, time_factor=1.5)
        assert stage.setups == [expected]


async def test_a_question_can_be_picked_from_a_list_that_typing_narrows() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage, Setup(Round.BEHAVIORAL)).run_test(size=SIZE) as pilot:
        await in_lobby(pilot)
        await pilot.press("q")
        await stands_on(pilot, PickScreen)
        await typed(pilot, "promise")
        await pilot.press("enter")
        await in_lobby(pilot)
        await until(pilot, lambda: "a promise to a customer" in words_on(pilot.app))
        await pilot.press("enter")
        await asked(pilot, stage)
        assert stage.setups[0].question_id == "late"


async def test_a_pack_that_does_not_load_is_one_line_and_the_last_one_stays() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage, Setup(Round.BEHAVIORAL)).run_test(size=SIZE) as pilot:
        screen = await in_lobby(pilot)
        stage.refuses = InvalidFile("meadow/pack.yaml, line 4: weights total 95.", "They must total 100.")
        screen.query_one("#company", Choice).focus()
        await pilot.press("right")
        await until(pilot, lambda: "They must total 100." in words_on(pilot.app))
        assert "GRADED ON" in words_on(pilot.app)


async def test_a_lobby_whose_pack_never_loads_can_still_be_left() -> None:
    stage = MemoryStage(history_rows())
    stage.refuses = InvalidFile("generic/pack.yaml is not YAML.", "Mend line 3.")
    async with on(stage, Setup(Round.BEHAVIORAL)).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "Mend line 3." in words_on(pilot.app))
        await pilot.press("enter", "escape")
        await stands_on(pilot, HomeScreen)


async def test_a_question_of_ones_own_is_typed_in_the_lobby_and_asked() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage, Setup(Round.BEHAVIORAL, question_id="late")).run_test(size=SIZE) as pilot:
        await in_lobby(pilot)
        await pilot.press("a")
        await stands_on(pilot, AskScreen)
        await typed(pilot, "Why this team?")
        await pilot.press("enter")
        await until(pilot, lambda: "Why this team?" in words_on(pilot.app))
        await in_lobby(pilot)
        await pilot.press("enter")
        await asked(pilot, stage)
        assert (stage.setups[0].ask, stage.setups[0].question_id) == ("Why this team?", None)


async def test_the_lobby_says_whether_the_model_is_ready_and_can_do_without_it() -> None:
    stage = MemoryStage(history_rows())
    voice = Voice("llama3.1:8b", "127.0.0.1:11434", here=True)
    stage.voices = Voices(voice, voice)
    doors = MemoryPreferences()
    doors.ready = Step(StepKind.ADDRESS, Went.FAILED, "Nothing listens at 127.0.0.1:11434.", 1, "Start the server.")
    app = InterviewSimApp(stage, Setup(Round.BEHAVIORAL), around=replace(AROUND, preferences=doors))
    async with app.run_test(size=SIZE) as pilot:
        await in_lobby(pilot)
        await until(pilot, lambda: "✗ not ready: Nothing listens" in words_on(app))
        assert "Your answers stay on this machine" in words_on(app)
        assert "Estimate: about" in words_on(app)
        stage.voices = Voices()
        await pilot.press("o")
        await until(pilot, lambda: "Offline for this sitting" in words_on(app))
        assert doors.aside == [True]
        stage.voices = Voices(voice, voice)
        doors.ready = Step(StepKind.MODEL, Went.OK, "there", 12)
        await pilot.press("o")
        await until(pilot, lambda: "● ready (12 ms)" in words_on(app))
        assert doors.aside == [True, False]
        await pilot.press("s")
        await stands_on(pilot, SettingsScreen)
        await pilot.press("escape")
        await in_lobby(pilot)


async def test_a_round_that_cannot_begin_is_told() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage, Setup(Round.BEHAVIORAL)).run_test(size=SIZE, notifications=True) as pilot:
        await in_lobby(pilot)
        stage.refuses = InterviewSimError("The folder is read-only.", "Choose another with --home.")
        await pilot.press("enter")
        await until(pilot, lambda: "The folder is read-only." in words_on(pilot.app))


async def test_a_window_that_is_too_small_says_how_large_it_should_be() -> None:
    async with on(MemoryStage()).run_test(size=SIZE) as pilot:
        await pilot.resize_terminal(50, 12)
        await until(pilot, lambda: "Make the window a bit larger (60x18)." in words_on(pilot.app))


async def test_the_palette_offers_the_screens_own_commands() -> None:
    async with on(MemoryStage(history_rows())).run_test(size=SIZE) as pilot:
        await read(pilot)
        titles = [command.title for command in pilot.app.get_system_commands(pilot.app.screen)]
        assert titles[:2] == ["5-minute warm-up", "Resume"]
        assert "Behavioral" in titles
        assert "Screening" in titles


class SlowToRead(MemoryStage):
    """A stage whose history comes only when it is let."""

    def __init__(self, rows: Sequence[HistoryRow] = ()) -> None:
        super().__init__(rows)
        self.goes_on = asyncio.Event()

    async def history(self, limit: int | None = None) -> Sequence[HistoryRow]:
        await self.goes_on.wait()
        return await super().history(limit)


class SlowToReadAll(SlowToRead):
    """A stage that tells the newest sessions at once, and all of them only when it is let."""

    async def history(self, limit: int | None = None) -> Sequence[HistoryRow]:
        return self.rows[:limit] if limit else await super().history()


async def test_enter_before_the_history_was_read_counts_as_soon_as_it_is() -> None:
    stage = SlowToRead(history_rows())
    async with on(stage).run_test(size=SIZE) as pilot:
        await pilot.press("enter", "enter")
        assert isinstance(pilot.app.screen, HomeScreen)
        stage.goes_on.set()
        await in_lobby(pilot)


async def test_a_first_sitting_need_not_wait_to_be_told_that_nothing_was_practiced() -> None:
    stage = SlowToRead()
    async with on(stage).run_test(size=SIZE) as pilot:
        assert "Start with a 5-minute warm-up." in words_on(pilot.app)
        await pilot.press("enter")
        await asked(pilot, stage)
        assert [setup.length for setup in stage.setups] == [Length.WARM_UP]


async def test_home_shows_what_it_showed_last_until_the_sessions_were_read() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: bool(stage.note))
        shown = words_on(pilot.app)
    again = SlowToRead(history_rows())
    again.note = stage.note
    async with on(again).run_test(size=SIZE) as pilot:
        assert rounds_and_sessions(words_on(pilot.app)) == rounds_and_sessions(shown)
        await pilot.press("4")
        await in_lobby(pilot)


class Counting(MemoryStage):
    """A stage that counts how often home leaves a note."""

    notes = 0

    async def keep_note(self, note: str) -> None:
        self.notes += 1
        await super().keep_note(note)


async def test_a_home_that_shows_what_it_showed_last_writes_nothing() -> None:
    stage, counts = Counting(history_rows()), list[int]()
    for _ in range(2):
        async with on(stage).run_test(size=SIZE) as pilot:
            await until(pilot, lambda: "everything stays" in words_on(pilot.app))
            await pilot.app.workers.wait_for_complete()
        counts.append(stage.notes)
    assert counts[0] == counts[1] > 0


async def test_what_home_showed_last_gives_way_to_what_is_true() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: bool(stage.note))
    emptied = SlowToRead(history_rows()[1:2])
    emptied.note = stage.note
    async with on(emptied).run_test(size=SIZE) as pilot:
        assert "RECENT" in words_on(pilot.app)
        emptied.goes_on.set()
        await until(pilot, lambda: "RECENT" not in words_on(pilot.app))
        assert "RESUME" in words_on(pilot.app)


async def test_of_many_sessions_the_newest_are_shown_before_all_are_read() -> None:
    rows = [row for row in history_rows() for _ in range(20)]
    stage = SlowToReadAll(rows)
    async with on(stage).run_test(size=SIZE) as pilot:
        await read(pilot)
        assert "3.3" not in words_on(pilot.app).split("RECENT")[0]
        stage.goes_on.set()
        await until(pilot, lambda: "3.3" in words_on(pilot.app).split("RECENT")[0])


def rounds_and_sessions(words: str) -> list[str]:
    """What stands between the first line and the keys."""
    return [line.strip() for line in words.splitlines()[3:-3]]


async def test_a_number_before_the_history_was_read_leads_to_the_lobby_and_enter_no_further() -> None:
    stage = SlowToRead(history_rows())
    async with on(stage).run_test(size=SIZE) as pilot:
        await pilot.press("enter", "4")
        lobby = await in_lobby(pilot)
        stage.goes_on.set()
        await pilot.pause()
        assert pilot.app.screen is lobby


async def test_the_lobby_opens_on_last_times_choices_and_keeps_those_it_starts_with() -> None:
    stage = MemoryStage(history_rows())
    stage.last = Setup(Round.BEHAVIORAL, level=Level.LEAD, mode=Mode.COACH)
    async with on(stage).run_test(size=SIZE) as pilot:
        await read(pilot)
        await pilot.press("4")
        screen = await in_lobby(pilot)
        assert "coach" in words_on(pilot.app)
        screen.query_one("#length", Choice).focus()
        await pilot.press("right")
        await until(pilot, lambda: "10 min" in words_on(pilot.app))
        await pilot.press("enter")
        await asked(pilot, stage)
        assert stage.kept == stage.setups == [replace(stage.last, length=Length.DRILL)]


async def test_enter_twice_starts_with_last_times_choices() -> None:
    stage = MemoryStage(history_rows())
    stage.last = Setup(Round.BEHAVIORAL, level=Level.LEAD)
    async with on(stage).run_test(size=SIZE) as pilot:
        await read(pilot)
        await pilot.press("enter", "enter")
        await asked(pilot, stage)
        assert stage.setups == [stage.last]


async def test_choices_that_no_longer_load_give_way_to_the_usual_ones_and_say_so() -> None:
    stage = WithoutMeadow(history_rows())
    stage.last = Setup(Round.BEHAVIORAL, company="meadow")
    async with on(stage).run_test(size=SIZE) as pilot:
        await read(pilot)
        await pilot.press("4")
        await in_lobby(pilot)
        assert "There is no company 'meadow'." in words_on(pilot.app)
        await pilot.press("enter")
        await asked(pilot, stage)
        assert stage.setups[0].company == "generic"


class WithoutMeadow(MemoryStage):
    """A stage on which one company's pack is gone."""

    async def lobby(self, setup: Setup) -> Lobby:
        if setup.company == "meadow":
            raise InvalidFile("There is no company 'meadow'.", "Choose another.")
        return await super().lobby(setup)


def test_what_home_needs_is_loaded_without_the_heavy_libraries() -> None:
    code = (
        "import sys; import interviewsim.tui.app;"
        "late = {'pydantic', 'openai', 'jinja2', 'yaml', 'interviewsim.engine.conductor', 'interviewsim.domain.setup'};"
        "print(sorted(late & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


async def test_a_damaged_row_is_no_row_of_the_lists() -> None:
    rows = [replace(row, title=row.session) for row in history_rows()]
    async with on(MemoryStage(rows)).run_test(size=SIZE) as pilot:
        await read(pilot)
        assert "eeee" not in words_on(pilot.app)
