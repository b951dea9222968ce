"""Settings as they stand, with where each comes from; changes are felt by the next round."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from interviewsim.domain.choosable import Held, Origin
from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Length, Level, Round
from interviewsim.errors import InvalidFile, WrongUsage
from interviewsim.locations import Home, user_settings
from interviewsim.preferences import Surveyed, Voice, Voices, Went
from interviewsim.wiring.choices import keep_choices, last_setup
from interviewsim.wiring.curtain import Curtain
from interviewsim.wiring.preferring import KeptPreferences
from interviewsim.wiring.staging import Wanted, endpoints
from tests.doubles.loopback import Play, head, server

HERE = "http://127.0.0.1:11434/v1"


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "INTERVIEWSIM_MODEL", "INTERVIEWSIM_GRADER_MODEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return iter([None])


def by_name(held: object) -> dict[str, Held]:
    assert isinstance(held, tuple)
    return {one.of.name: one for one in held}


async def test_each_setting_says_where_it_comes_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Home(tmp_path / "home", "test")
    home.folder.mkdir()
    home.settings.write_text('# ours\nlevel = "senior"\nmode = "coach"\n', encoding="utf-8")
    user_settings().parent.mkdir(parents=True)
    user_settings().write_text('mode = "gentle"\n\nmodel = "small"\n', encoding="utf-8")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-never-shown")
    monkeypatch.setenv("INTERVIEWSIM_MODEL", "large")
    held = by_name(await KeptPreferences(home, Wanted(flags={"base_url": HERE})).held())
    told = {name: (one.value, one.origin, one.where, one.line) for name, one in held.items()}
    assert told["level"] == ("senior", Origin.WORKSPACE, str(home.settings), 2)
    assert told["mode"] == ("gentle", Origin.USER, str(user_settings()), 1)
    assert told["model"] == ("large", Origin.ENVIRONMENT, "INTERVIEWSIM_MODEL", None)
    assert told["base_url"] == (HERE, Origin.FLAG, "--base-url", None)
    assert told["api_key"] == (None, Origin.ENVIRONMENT, "OPENAI_API_KEY", None)
    assert told["time"] == ("1", Origin.DEFAULT, "", None)
    assert told["timeout"] == (None, None, "", None)
    assert held["model"].beneath == "small"
    assert held["model"].covered
    assert "sk-never-shown" not in repr(held)


async def test_a_model_that_is_chosen_is_what_auto_obeys(tmp_path: Path) -> None:
    changes: list[bool] = []
    doors = KeptPreferences(Home(tmp_path, "test"))
    doors.when_changed(lambda: changes.append(True))
    assert endpoints(Wanted()) == (None, None)
    assert await doors.surveyed() == Surveyed()
    await doors.keep({"base_url": HERE, "model": "llama3.1:8b", "timeout": "90"})
    interviewer, grader = endpoints(Wanted())
    assert interviewer is not None
    assert interviewer == grader
    assert (interviewer.model, interviewer.base_url, interviewer.patience.whole) == ("llama3.1:8b", HERE, 90.0)
    voice = Voice("llama3.1:8b", "127.0.0.1:11434", here=True)
    assert await doors.surveyed() == Surveyed(Voices(voice, voice))
    assert changes == [True]
    assert endpoints(Wanted(offline=True)) == (None, None)
    assert endpoints(Wanted(interviewer="offline"))[0] is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("api_key", "sk-1"),
        ("base_url", "127.0.0.1:11434"),
        ("base_url", "http://me:secret@host/v1"),
        ("base_url", "http://host:0/v1"),
        ("base_url", "http://[/v1"),
        ("level", "boss"),
        ("timeout", "0"),
        ("timeout", "nan"),
        ("model", "a\nb"),
        ("model", ""),
        ("model", "x" * 301),
    ],
)
async def test_a_value_that_cannot_be_is_refused_and_nothing_is_written(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(WrongUsage):
        await KeptPreferences(Home(tmp_path, "test")).keep({"mode": "coach", name: value})
    assert not user_settings().exists()


async def test_a_change_stands_over_last_times_choice_and_leaves_the_others(tmp_path: Path) -> None:
    home = Home(tmp_path, "test")
    keep_choices(home, Setup(Round.BEHAVIORAL, level=Level.LEAD, length=Length.DRILL))
    await KeptPreferences(home).keep({"level": "vp"})
    setup = last_setup(home, Round.BEHAVIORAL)
    assert (setup.level, setup.length) == (Level.VP, Length.DRILL)


async def test_the_look_of_the_app_is_a_setting_and_makes_no_other_stage(tmp_path: Path) -> None:
    doors = KeptPreferences(Home(tmp_path, "test"))
    changes: list[bool] = []
    doors.when_changed(lambda: changes.append(True))
    await doors.keep({"theme": "nord", "motion": "none"})
    held = by_name(await doors.held())
    assert (held["theme"].value, held["motion"].value, held["motion"].line) == ("nord", "none", 3)
    assert not changes


async def test_ones_own_file_is_begun_where_there_was_none_and_left_as_it_is(tmp_path: Path) -> None:
    doors = KeptPreferences(Home(tmp_path, "test"))
    path = await doors.own_file()
    assert path.read_text(encoding="utf-8").startswith("# Your own settings")
    path.write_text("# mine\n", encoding="utf-8")
    assert (await doors.own_file()).read_text(encoding="utf-8") == "# mine\n"


async def test_a_broken_file_is_told_and_not_written_over(tmp_path: Path) -> None:
    user_settings().parent.mkdir(parents=True)
    user_settings().write_text("level = 7\n", encoding="utf-8")
    doors = KeptPreferences(Home(tmp_path, "test"))
    with pytest.raises(InvalidFile):
        await doors.held()
    with pytest.raises(InvalidFile):
        await doors.keep({"mode": "coach"})
    assert user_settings().read_text(encoding="utf-8") == "level = 7\n"
    assert await doors.surveyed() == Surveyed()


async def test_where_no_network_may_be_used_no_server_is_looked_for(tmp_path: Path) -> None:
    doors = KeptPreferences(Home(tmp_path, "test"), Wanted(offline=True))
    assert await doors.servers() == ()
    assert not (await doors.surveyed()).looks


def listing(*names: str) -> Play:
    models = [{"id": name, "object": "model", "created": 1, "owned_by": "me"} for name in names]
    return [head(kind="application/json"), json.dumps({"object": "list", "data": models}).encode()]


async def test_a_choice_is_in_the_next_lobby_and_a_model_set_aside_is_not(tmp_path: Path) -> None:
    home = Home(tmp_path / "home", "test")
    doors = KeptPreferences(home)
    curtain = Curtain(home, doors.stage)
    doors.when_changed(curtain.renew)
    setup = Setup(Round.BEHAVIORAL, length=Length.DRILL)
    assert (await curtain.lobby(setup)).voices == Voices()
    await doors.keep({"model": "small", "base_url": HERE})
    voice = Voice("small", "127.0.0.1:11434", here=True)
    assert (await curtain.lobby(setup)).voices == Voices(voice, voice)
    await doors.set_aside(aside=True)
    assert (await curtain.lobby(setup)).voices == Voices()
    assert (await doors.surveyed()).set_aside
    conductor = await curtain.start(setup)
    assert conductor.transcript.opened.interviewer == "offline"
    await conductor.close()
    await doors.set_aside(aside=False)
    assert not (await doors.surveyed()).set_aside
    assert (await curtain.lobby(setup)).voices == Voices(voice, voice)


async def test_readiness_is_the_worst_of_the_first_steps_and_asks_for_no_word(tmp_path: Path) -> None:
    async with server(listing("small")) as (url, heard):
        doors = KeptPreferences(Home(tmp_path, "test"), Wanted(flags={"base_url": url, "model": "small"}))
        ready = await doors.readiness()
        other = KeptPreferences(Home(tmp_path, "test"), Wanted(flags={"base_url": url, "model": "large"}))
        noted = await other.readiness()
    assert (ready.went, noted.went) == (Went.OK, Went.NOTED)
    assert noted.then.startswith("It lists small.")
    assert all(told.startswith("GET ") for told in heard.heads)


async def test_readiness_of_a_server_that_is_not_there_or_may_not_be_asked_is_told(tmp_path: Path) -> None:
    flags = {"base_url": "http://127.0.0.1:9/v1", "model": "m"}
    gone = await KeptPreferences(Home(tmp_path, "test"), Wanted(flags=flags)).readiness()
    assert (gone.went, gone.code) == (Went.FAILED, 5)
    barred = await KeptPreferences(Home(tmp_path, "test"), Wanted(flags=flags, offline=True)).readiness()
    assert (barred.went, barred.code) == (Went.FAILED, 2)


async def test_a_wait_that_is_none_is_told_with_its_line(tmp_path: Path) -> None:
    user_settings().parent.mkdir(parents=True)
    user_settings().write_text('model = "m"\ntimeout = "soon"\n', encoding="utf-8")
    step = await KeptPreferences(Home(tmp_path, "test")).readiness()
    assert step.found == f"{user_settings()}, line 2: timeout cannot be 'soon'."
