"""The lobby says who interviews, where answers go, whether the model is ready, and roughly what a round takes."""

from dataclasses import replace

import pytest

from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Round
from interviewsim.preferences import Step, StepKind, Voice, Voices, Went
from interviewsim.tui.presenters.readiness import OFFLINE, estimate, ready, rounded, who
from tests.doubles.stage import MemoryStage

HERE = Voice("llama3.1:8b", "127.0.0.1:11434", here=True)
AWAY = Voice("gpt-5-mini", "api.openai.com", here=False)


@pytest.mark.parametrize(
    ("voices", "told"),
    [
        (Voices(), OFFLINE),
        (
            Voices(HERE, HERE),
            "llama3.1:8b interviews and grades.\nYour answers stay on this machine: 127.0.0.1:11434.",
        ),
        (Voices(AWAY), "gpt-5-mini interviews; the grader is offline.\nYour answers go to api.openai.com."),
        (
            Voices(None, AWAY),
            "gpt-5-mini grades; the interviewer is offline.\nYour answers go to api.openai.com.",
        ),
        (
            Voices(AWAY, replace(AWAY, model="gpt-5")),
            "gpt-5-mini interviews, gpt-5 grades.\nYour answers go to api.openai.com.",
        ),
    ],
)
def test_who_plays_which_role_and_where_answers_go(voices: Voices, told: str) -> None:
    assert who(voices) == told


async def test_an_estimate_is_called_one_and_names_its_parts_where_there_are_two() -> None:
    lobby = await MemoryStage().lobby(Setup(Round.BEHAVIORAL))
    assert estimate(lobby) == ""
    both = estimate(replace(lobby, voices=Voices(HERE, HERE)))
    assert both.startswith("Estimate: about ")
    assert "(interview 17,000 and 1,100; grade " in both
    assert "(" not in estimate(replace(lobby, voices=Voices(HERE)))
    assert estimate(replace(lobby, voices=Voices(HERE))) != estimate(replace(lobby, voices=Voices(None, HERE)))


@pytest.mark.parametrize(
    ("went", "mark", "told"),
    [
        (Went.OK, "●", "ready (12 ms)"),
        (Went.NOTED, "!", "It has no list. Check /v1."),
        (Went.FAILED, "✗", "not ready: It has no list. Check /v1. Or o plays offline, s opens the settings."),
        (Went.SKIPPED, "·", "It has no list. Check /v1."),
    ],
)
def test_readiness_is_told_by_a_mark_and_says_what_to_do(went: Went, mark: str, told: str) -> None:
    line = ready(Step(StepKind.MODELS, went, "It has no list.", 12, "Check /v1."))
    assert (line.mark, line.text) == (mark, told)


def test_until_the_server_has_said_so_it_is_not_called_ready() -> None:
    assert ready(None).text == "asking whether it is ready…"


@pytest.mark.parametrize(("count", "told"), [(39_646, "40,000"), (1_249, "1,200"), (999, "1,000"), (7, "7"), (0, "0")])
def test_figures_are_round(count: int, told: str) -> None:
    assert rounded(count) == told


def test_hostile_names_cannot_steer_the_terminal() -> None:
    hostile = "\x1b[2J[/b]" + "x" * 400
    told = who(Voices(Voice(hostile, hostile, here=False))) + ready(Step(StepKind.HTTP, Went.FAILED, hostile)).text
    assert "\x1b" not in told
