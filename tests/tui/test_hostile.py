"""Text from outside is text: in every field of every screen, at both sizes, nothing happens but reading."""

from dataclasses import replace
from datetime import date

import pytest

from interviewsim.domain.events import EndReason, Graded, RoundEnded
from interviewsim.domain.loop import Persona
from interviewsim.domain.rubric import Criterion, RedFlag, Rubric
from interviewsim.domain.scorecard import CriterionScore, Reason, Scorecard
from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Level, Round
from interviewsim.domain.today import WeakSpot, WeakSpots
from interviewsim.errors import InterviewSimError
from interviewsim.grading.committee import packet_of
from interviewsim.preferences import Server, Step, StepKind, Surveyed, Voice, Voices, Went
from interviewsim.tui.app import InterviewSimApp
from interviewsim.tui.screens.committee import CommitteeScreen
from interviewsim.tui.screens.debrief import DebriefScreen
from interviewsim.tui.screens.guess import GuessScreen
from interviewsim.tui.screens.home import HomeScreen
from interviewsim.tui.screens.lobby import LobbyScreen
from interviewsim.tui.screens.pick import PickScreen
from interviewsim.tui.screens.takes import TakesScreen
from interviewsim.tui.screens.transcript import TranscriptScreen
from interviewsim.tui.screens.warm_up import WarmUpScreen
from tests.doubles.loops import card as loop_card
from tests.doubles.loops import filed
from tests.doubles.loops import pack as loop_pack
from tests.doubles.preferences import MemoryPreferences
from tests.doubles.stage import LEFT, LOOP_ROUND, PACK, RUBRIC, SAID, MemoryStage, history_rows, scorecard, spoken
from tests.tui.driving import Driver, asked, stands_on, typed, until, words_on
from tests.tui.stage_app import AROUND, on
from tests.tui.stage_loops import stage as loop_stage

HOSTILE = "[/b] [@click=app.quit]x[/] {{x}} \x1b[2J\x1b]0;t\x07 [red \u202e\u200b {% end %} é漢字"
LONG = " ".join(["word"] * 3000)
PLAYED = "hostile"
SIZES = [(120, 36), (80, 24)]


def hostile_rubric() -> Rubric:
    def told(criterion: Criterion) -> Criterion:
        items = tuple(replace(item, text=HOSTILE) for item in criterion.items)
        return replace(criterion, name=HOSTILE, about=HOSTILE, items=items)

    flags = (RedFlag("no_users", HOSTILE, RUBRIC.flags[0].severity),)
    return replace(RUBRIC, pack=HOSTILE, criteria=tuple(told(each) for each in RUBRIC.criteria), flags=flags)


def hostile_card() -> Scorecard:
    card = scorecard()

    def told(criterion: CriterionScore) -> CriterionScore:
        found = tuple(replace(each, quote=HOSTILE) for each in criterion.evidence)
        return replace(criterion, name=HOSTILE, rationale=HOSTILE, next_level=HOSTILE, evidence=found)

    reason = Reason(HOSTILE, card.flags[0].evidence)
    return replace(
        card,
        headline=HOSTILE,
        focus=HOSTILE,
        reason_for=reason,
        reason_against=reason,
        carried_over=replace(card.carried_over, focus=HOSTILE) if card.carried_over else None,
        criteria=tuple(told(each) for each in card.criteria),
        answers=tuple(replace(each, question=HOSTILE, flaws=(HOSTILE,)) for each in card.answers),
        flags=tuple(replace(each, id=HOSTILE) for each in card.flags),
        delivery={HOSTILE: 3},
        grader=replace(card.grader, kind="llm", model=HOSTILE, rubric=HOSTILE),
    )


def hostile_stage() -> MemoryStage:
    rows = [replace(row, title=HOSTILE, company=HOSTILE, verdict=HOSTILE) for row in history_rows()]
    who = Persona(HOSTILE, HOSTILE, HOSTILE)
    scale = dict.fromkeys(PACK.scale, HOSTILE)
    pack = replace(
        PACK, name=HOSTILE, brief=HOSTILE, disclaimer=HOSTILE, scale=scale, loop=(replace(LOOP_ROUND, interviewer=who),)
    )
    stage = MemoryStage([replace(row, session=PLAYED) for row in rows], pack=pack, rubric=hostile_rubric())
    stage.questions = tuple(replace(question, ask=HOSTILE) for question in stage.questions)
    stage.interviewer.prefix = HOSTILE
    stage.card = hostile_card()
    events = spoken([(t, f"{HOSTILE} {text}", move, question, target) for t, text, move, question, target in SAID])
    stage.keep(PLAYED, [*events, (421.0, RoundEnded(EndReason.COMPLETED)), (421.0, Graded(1, stage.card))])
    stage.keep(LEFT, events[:4])
    return stage


def unharmed(pilot: Driver) -> str:
    """The words on the screen; nothing was run, nothing steers the terminal."""
    words = words_on(pilot.app)
    assert pilot.app.is_running
    assert "\x1b" not in words
    assert "\u202e" not in words
    return words


@pytest.mark.parametrize("size", SIZES)
async def test_home_and_lobby_show_hostile_text_as_it_is(size: tuple[int, int]) -> None:
    async with on(hostile_stage()).run_test(size=size) as pilot:
        await until(pilot, lambda: "RECENT" in words_on(pilot.app))
        assert "[/b] [@click" in unharmed(pilot)
        await pilot.press("4")
        await stands_on(pilot, LobbyScreen)
        await until(pilot, lambda: "[/b]" in words_on(pilot.app))
        unharmed(pilot)
        await pilot.press("q")
        await stands_on(pilot, PickScreen)
        assert "[/b]" in unharmed(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_round_shows_hostile_text_as_it_is(size: tuple[int, int]) -> None:
    stage = hostile_stage()
    async with on(stage, resume=LEFT).run_test(size=size) as pilot:
        screen = await asked(pilot, stage)
        screen.box.load_text(f"{HOSTILE} {LONG}")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not screen.box.text)
        await asked(pilot, stage)
        unharmed(pilot)
        stage.interviewer.failing = InterviewSimError(HOSTILE, HOSTILE)
        await typed(pilot, "more")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "What you wrote is kept" in screen.talk.dialogue.speeches[-1].text)
        await pilot.press("alt+3")
        await pilot.pause()
        unharmed(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_debrief_and_transcript_show_hostile_text_as_it_is(size: tuple[int, int]) -> None:
    app = on(hostile_stage())
    async with app.run_test(size=size) as pilot:
        app.debrief(PLAYED)
        await stands_on(pilot, DebriefScreen)
        await until(pilot, lambda: "[/b]" in words_on(app))
        await pilot.press("down", "pagedown", "pagedown")
        unharmed(pilot)
        await pilot.press("enter")
        await stands_on(pilot, TranscriptScreen)
        await pilot.press("n", "n")
        assert "[/b]" in unharmed(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_two_takes_a_warm_up_and_a_guess_show_hostile_text_as_it_is(size: tuple[int, int]) -> None:
    stage = hostile_stage()
    app = on(stage)
    async with app.run_test(size=size) as pilot:
        app.take_two(PLAYED, 3)
        screen = await asked(pilot, stage)
        screen.box.load_text(f"{HOSTILE} {LONG}")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: stage.conductor and len(stage.conductor.transcript.turns) > 3)
        await asked(pilot, stage)
        await pilot.press("f8", "home", "enter")
        await stands_on(pilot, TakesScreen)
        await until(pilot, lambda: "FIRST TAKE" in words_on(app))
        unharmed(pilot)
        app.warmed_up(PLAYED)
        await stands_on(pilot, WarmUpScreen)
        await until(pilot, lambda: "You did this" in words_on(app))
        assert "[/b]" in unharmed(pilot)
        whole = await stage.read(PLAYED)
        app.round_over(replace(whole, grades=()))
        await stands_on(pilot, GuessScreen)
        await pilot.press("down", "right")
        await until(pilot, lambda: "[/b]" in words_on(app))
        unharmed(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_todays_session_shows_hostile_text_as_it_is(size: tuple[int, int]) -> None:
    stage = MemoryStage([replace(history_rows()[2], round=round_.value) for round_ in Round])
    stage.day = date(2026, 12, 3)
    stage.spots = WeakSpots(WeakSpot(Round.BEHAVIORAL, HOSTILE, HOSTILE, HOSTILE, 2))
    async with on(stage).run_test(size=size) as pilot:
        await until(pilot, lambda: "A drill on your weakest criterion: [/b]" in words_on(pilot.app))
        unharmed(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_first_sitting_shows_hostile_names_of_servers_and_models_as_they_are(size: tuple[int, int]) -> None:
    voice = Voice(HOSTILE, HOSTILE, here=False)
    doors = MemoryPreferences(Surveyed(Voices(voice, voice), HOSTILE), [Server(HOSTILE, HOSTILE, (HOSTILE,))])
    app = InterviewSimApp(MemoryStage(), around=replace(AROUND, preferences=doors))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "[/b] [@click=app.quit]" in words_on(app) and "found · 1 model" in words_on(app))
        unharmed(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_settings_and_a_connection_show_hostile_text_as_it_is(size: tuple[int, int]) -> None:
    doors = MemoryPreferences(Surveyed(key=HOSTILE), [Server(HOSTILE, HOSTILE, (HOSTILE, LONG))])
    doors.own = dict.fromkeys(("model", "base_url", "grader_model", "timeout", "company", "level", "time"), HOSTILE)
    doors.file = HOSTILE
    doors.steps = [Step(kind, Went.NOTED, HOSTILE, 1, HOSTILE) for kind in StepKind]
    app = InterviewSimApp(MemoryStage(), around=replace(AROUND, preferences=doors))
    async with app.run_test(size=size) as pilot:
        app.settings()
        await until(pilot, lambda: "SERVERS TO CHOOSE FROM" in words_on(app) and "2 models" in words_on(app))
        assert "[/b] [@click" in unharmed(pilot)
        await pilot.press("enter")
        await stands_on(pilot, PickScreen)
        unharmed(pilot)
        await pilot.press("escape", "t")
        await until(pilot, lambda: "It works, with 6 remarks." in words_on(app))
        unharmed(pilot)
        await pilot.press("end", "down", "enter")
        await stands_on(pilot, PickScreen)
        await pilot.press("enter")
        await until(pilot, lambda: doors.kept)
        doors.refuses = InterviewSimError(HOSTILE, HOSTILE)
        await pilot.press("u")
        await until(pilot, lambda: "✗ [/b]" in words_on(app))
        unharmed(pilot)


async def test_a_loop_and_its_packet_show_hostile_text_as_it_is() -> None:
    stage = loop_stage(6)
    company = replace(hostile_stage().pack, loop=loop_pack().loop, committee=loop_pack().committee)
    who = Persona(HOSTILE, HOSTILE, HOSTILE)
    reason = Reason(HOSTILE, loop_card().criteria[0].evidence)
    graded = filed(*[loop_card(reason_for=reason, reason_against=reason, focus=HOSTILE)] * 3, company=company)
    stage.put_before = packet_of(
        [replace(one, place=replace(one.place, interviewer=who)) for one in graded], company, Level.PM
    )
    course = stage.courses[0]
    steps = tuple(replace(step, place=replace(step.place, interviewer=who)) for step in course.steps)
    stage.courses = [replace(course, company=HOSTILE, level=HOSTILE, steps=steps)]
    app = on(stage)
    async with app.run_test(size=(80, 24)) as pilot:
        app.loop()
        await until(pilot, lambda: "press p" in words_on(app))
        assert "[/b]" in unharmed(pilot)
        await pilot.press("p")
        await stands_on(pilot, CommitteeScreen)
        await until(pilot, lambda: "AGAINST" in words_on(app))
        assert "[/b]" in unharmed(pilot)
        await pilot.press("space", "space")
        unharmed(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_lobby_with_a_model_shows_hostile_text_as_it_is(size: tuple[int, int]) -> None:
    stage = hostile_stage()
    voice = Voice(HOSTILE, HOSTILE, here=False)
    stage.voices = Voices(voice, voice)
    doors = MemoryPreferences()
    doors.ready = Step(StepKind.MODEL, Went.FAILED, HOSTILE, 1, HOSTILE)
    app = InterviewSimApp(stage, Setup(Round.BEHAVIORAL, ask=HOSTILE), around=replace(AROUND, preferences=doors))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "✗ not ready: [/b]" in words_on(app))
        unharmed(pilot)
        await pilot.press("a")
        await until(pilot, lambda: "Your own question" in words_on(app))
        unharmed(pilot)


async def test_a_failure_is_told_as_text() -> None:
    stage = MemoryStage(history_rows())
    app = on(stage, Setup(Round.BEHAVIORAL))
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await until(pilot, lambda: "GRADED ON" in words_on(app))
        stage.refuses = InterviewSimError(HOSTILE, HOSTILE)
        await pilot.press("enter")
        await until(pilot, lambda: "[/b]" in words_on(app))
        unharmed(pilot)


async def test_a_damaged_title_leaves_home_standing() -> None:
    async with on(MemoryStage([replace(history_rows()[0], title="\x1b[2J", at="yesterday [/b]")])).run_test() as pilot:
        await until(pilot, lambda: "RECENT" in words_on(pilot.app))
        assert isinstance(pilot.app.screen, HomeScreen)
        unharmed(pilot)
