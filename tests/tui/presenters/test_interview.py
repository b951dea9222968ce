import pytest

from interviewsim.domain.loop import Round, RoundPlan
from interviewsim.domain.setup import Setup, plan_round
from interviewsim.errors import InterviewSimError
from interviewsim.tui.presenters.interview import Pressure, clock_view, draft_line, phase_line, trouble_line
from interviewsim.tui.presenters.phases import phase_name
from tests.doubles.stage import LOOP_ROUND


def plan(time_factor: float | None = 1.0) -> RoundPlan:
    return plan_round(LOOP_ROUND, Setup(Round.BEHAVIORAL, time_factor=time_factor))


@pytest.mark.parametrize(
    ("t", "words", "pressure"),
    [
        (0, "◔ 25:00 left", Pressure.CALM),
        (1200, "◑ 05:00 left", Pressure.FIVE),
        (1440, "● 01:00 left", Pressure.ONE),
        (1500, "● Time. Finish this sentence: 60 s", Pressure.OVER),
        (1530, "● Time. Finish this sentence: 30 s", Pressure.OVER),
        (1700, "● Time. Finish this sentence: 0 s", Pressure.OVER),
    ],
)
def test_the_clock_grows_louder_in_words(t: float, words: str, pressure: Pressure) -> None:
    view = clock_view(t, plan(), paused=False)
    assert (view.text, view.pressure) == (words, pressure)


def test_no_clock_and_a_pause_are_said() -> None:
    assert clock_view(75, plan(None), paused=False).text == "untimed · 01:15 so far"
    assert clock_view(75, plan(), paused=True).text == "‖ paused at 01:15"


def test_a_phase_shows_its_part_of_the_time_and_when_it_is_over() -> None:
    story = plan().phases[1]
    assert phase_line(story, plan(), 400, 100) == "story 1 of 2 ▰▰▰▱▱▱ 05:00 / 09:27"
    assert phase_line(story, plan(), 800, 100).endswith("09:27 wrap up")
    assert phase_line(None, plan(), 0, 0) == ""
    assert phase_line(story, plan(None), 400, 100) == "story 1 of 2"


def test_phases_are_named_as_a_candidate_knows_them() -> None:
    assert [phase_name(phase, plan()) for phase in plan().phases] == [
        "intro",
        "story 1 of 2",
        "story 2 of 2",
        "your questions",
        "goodbye",
    ]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (0, ""),
        (1, "1 word · about 0 s spoken"),
        (50, "50 words · about 20 s spoken"),
        (300, "300 words · about 02:00 min spoken"),
    ],
)
def test_a_draft_is_measured_in_words_and_speech(words: int, line: str) -> None:
    assert draft_line(words) == line


def test_trouble_says_what_to_do_and_that_nothing_is_lost() -> None:
    error = InterviewSimError("The disk is full.", "Make room.")
    assert trouble_line(error, can_send=True).endswith("What you wrote is kept. Press ctrl+s to send again.")
    assert "ctrl+r" in trouble_line(error, can_send=False)
