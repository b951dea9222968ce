"""What the settings screen says of values, origins, servers and steps."""

from dataclasses import replace

import pytest

from interviewsim.domain.choosable import BY_NAME, CHOOSABLE, Group, Held, Origin
from interviewsim.preferences import Step, StepKind, Surveyed, Went
from interviewsim.tui.presenters import settings as told
from tests.doubles.preferences import OLLAMA

FILE = "/home/me/.config/interviewsim/interviewsim.toml"
MODEL = Held(BY_NAME["model"], "small", Origin.USER, FILE, 3)


def test_every_setting_has_a_row_in_one_group() -> None:
    held = [Held(one, one.default) for one in CHOOSABLE]
    rows = [row.held.of.name for group in Group for row in told.rows_of(held, group)]
    assert rows == [one.name for one in CHOOSABLE]


def test_of_a_key_only_whether_there_is_one_is_told() -> None:
    key = Held(BY_NAME["api_key"], None, Origin.ENVIRONMENT, "OPENAI_API_KEY")
    assert (told.value_of(key), told.origin_of(key)) == ("set", "OPENAI_API_KEY")
    assert told.value_of(replace(key, origin=None)) == "not set"
    assert "never shown" in told.detail_of(key).about


def test_a_password_in_an_address_is_not_shown() -> None:
    url = "https://me:secret@models.example.com:8443/v1"
    held = Held(BY_NAME["base_url"], url, Origin.ENVIRONMENT, "OPENAI_BASE_URL", None, url)
    assert told.value_of(held) == "https://***@models.example.com:8443/v1"
    assert "secret" not in repr(told.detail_of(held)) + told.kept_told([held])
    assert told.value_of(replace(held, value="http://127.0.0.1:1/v1")) == "http://127.0.0.1:1/v1"


def test_a_value_says_its_origin_and_line() -> None:
    assert told.origin_of(MODEL) == "your settings, line 3"
    assert told.detail_of(MODEL).where == FILE
    assert told.origin_of(Held(BY_NAME["level"], "pm", Origin.DEFAULT)) == "default"
    assert told.origin_of(Held(BY_NAME["model"], None)) == ""


@pytest.mark.parametrize(
    ("origin", "where", "kind"),
    [
        (Origin.ENVIRONMENT, "INTERVIEWSIM_MODEL", "the environment"),
        (Origin.FLAG, "--model", "the command line"),
    ],
)
def test_what_stands_over_ones_own_settings_is_said_with_what_they_say(origin: Origin, where: str, kind: str) -> None:
    covered = replace(MODEL, value="large", origin=origin, where=where, line=None, beneath="small")
    note = f"{where} of {kind} stands over your settings. Your own settings say small."
    assert told.detail_of(covered).note.startswith(note)
    assert told.kept_told([covered]) == f"Kept. {note}"
    assert told.own_value(covered) == "small"


def test_a_change_that_is_felt_says_so() -> None:
    assert told.kept_told([MODEL]) == "Kept: Model is small. It counts from now on."
    assert told.own_value(MODEL) == "small"


@pytest.mark.parametrize(
    ("name", "value", "label"),
    [
        ("level", "apm", "APM"),
        ("level", "senior", "Senior"),
        ("time", "untimed", "no clock"),
        ("timeout", "90", "90 s"),
        ("model", None, "none: offline"),
        ("base_url", None, "OpenAI's own"),
    ],
)
def test_values_are_told_in_words(name: str, value: str | None, label: str) -> None:
    assert told.value_of(Held(BY_NAME[name], value)) == label


def test_a_choice_offers_every_value_and_stands_on_the_one_that_holds() -> None:
    ways, at = told.ways_of(BY_NAME["level"], Held(BY_NAME["level"], "lead", Origin.USER, FILE, 1))
    assert ways[at][0] == "lead"
    assert {value for value, _, _ in ways} == set(BY_NAME["level"].values)


def test_servers_found_are_offered_and_openai_only_where_a_key_lies() -> None:
    assert [offer.name for offer in told.offers_of(Surveyed(), [OLLAMA])] == ["Ollama"]
    here, away = told.offers_of(Surveyed(key="OPENAI_API_KEY"), [OLLAMA])
    assert (here.base_url, here.models, here.note) == (OLLAMA.base_url, OLLAMA.models, "3 models · on this machine")
    assert (away.base_url, away.models, away.note) == (None, (), "key in OPENAI_API_KEY · answers leave this machine")
    assert told.offers_of(Surveyed(key="OPENAI_API_KEY", looks=False), []) == ()


def test_why_there_is_no_server_is_said() -> None:
    assert "looking" in told.nothing_offered(Surveyed(), None)
    assert "none is running" in told.nothing_offered(Surveyed(), ())
    assert "--offline" in told.nothing_offered(Surveyed(looks=False), None)
    assert told.nothing_offered(Surveyed(), [OLLAMA]) == ""


STEPS = (
    Step(StepKind.ADDRESS, Went.OK, "takes connections", 3),
    Step(StepKind.HTTP, Went.FAILED, "no \x1b[2JHTTP", 4, "Check \x1b the port."),
)


def test_steps_are_told_by_mark_with_time_and_what_to_do() -> None:
    first, second = told.step_lines(STEPS, running=False)
    assert (first.mark, first.name, first.took, first.then) == ("✓", "address", "3 ms", "")
    assert (second.mark, second.took) == ("✗", "4 ms")
    assert "\x1b" not in f"{second.found}{second.then}"
    assert told.outcome(STEPS).startswith("It does not work yet.")


def test_what_to_do_names_the_setting_and_not_the_flag() -> None:
    step = Step(StepKind.STREAM, Went.FAILED, "", None, "Check --model, and that --base-url ends with /v1.")
    (line,) = told.step_lines([step], running=False)
    assert line.then == "Check Model, and that Server ends with /v1."


def test_while_it_runs_the_step_that_is_being_tried_stands_last() -> None:
    assert [line.name for line in told.step_lines(STEPS[:1], running=True)] == ["address", "HTTP"]
    assert told.step_lines((), running=True)[0].name == "address"


def test_an_outcome_counts_remarks() -> None:
    fine = Step(StepKind.GRADE, Went.OK, "")
    assert told.outcome([fine]) == "It works."
    assert told.outcome([fine, replace(fine, went=Went.NOTED)]) == "It works, with 1 remark."
    assert told.outcome([replace(fine, went=Went.SKIPPED)]) == ""
    assert told.outcome([]) == ""
