from dataclasses import replace

import pytest

from interviewsim.domain.loop import Phase, RoundPlan
from interviewsim.domain.move import Move
from interviewsim.domain.setup import Setup, plan_round
from interviewsim.domain.terms import Round
from interviewsim.errors import InterviewSimError
from interviewsim.tui.presenters.interview import (
    Pressure,
    clock_view,
    draft_line,
    phase_line,
    thinking_line,
    trouble_line,
)
from interviewsim.tui.presenters.phases import phase_name, plan_rows
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


def staged(questions: int) -> RoundPlan:
    ids = ("clarify", "users", "trade_offs", "twist")
    stages = tuple(
        Phase(id_, 120, question, move=Move.TWIST if id_ == "twist" else None)
        for question in range(questions)
        for id_ in ids
    )
    phases = (Phase("intro", 60), *stages, Phase("candidate_questions", 180), Phase("close", 60))
    return replace(plan(), round=Round.PRODUCT_SENSE, phases=phases, questions=questions)


def test_a_phase_shows_its_time_left_and_when_it_is_over() -> None:
    story = plan().phases[1]
    assert phase_line(story, plan(), 400, 100) == "Story 1 of 2 ▰▰▰▱▱▱ 04:27 left"
    assert phase_line(story, plan(), 800, 100).endswith("▰▰▰▰▰▰ wrap up")
    assert phase_line(None, plan(), 0, 0) == ""
    assert phase_line(story, plan(None), 400, 100) == "Story 1 of 2"


def test_phases_are_named_as_a_candidate_knows_them() -> None:
    assert [phase_name(phase, plan()) for phase in plan().phases] == [
        "Intro",
        "Story 1 of 2",
        "Story 2 of 2",
        "Your questions",
        "Goodbye",
    ]


def test_stages_of_one_question_are_named_alone_and_give_no_surprise_away() -> None:
    names = [phase_name(phase, staged(1)) for phase in staged(1).phases]
    assert names == ["Intro", "Clarify", "Users", "Trade-offs", "Follow-up", "Your questions", "Goodbye"]


def test_stages_of_several_questions_say_whose_they_are() -> None:
    assert phase_name(staged(2).phases[6], staged(2)) == "Users, question 2 of 2"
    rows = [("  " * row.inner + row.name, row.start, row.seconds) for row in plan_rows(staged(2))]
    assert rows[:3] == [("Intro", 0, 60), ("Question 1 of 2", 60, 480), ("  Clarify", 60, 120)]
    assert ("Question 2 of 2", 540, 480) in rows
    assert sum(seconds for name, _, seconds in rows if not name.startswith("  ")) == staged(2).seconds


def test_the_longest_phase_fits_beside_the_mode_in_a_narrow_window() -> None:
    long = replace(staged(6), phases=(Phase("recommendation", 720, 5),))
    assert len(phase_line(long.phases[0], long, 10, 0)) <= 60


def test_silence_is_explained_after_a_moment_and_a_way_out_is_named() -> None:
    assert thinking_line("Dana", 1.9, stops=False) == ""
    assert thinking_line("Dana", 4.2, stops=False) == "Dana is thinking… 4 s"
    assert thinking_line("Dana", 4.2, stops=True) == "Dana is thinking… 4 s · esc stops"


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
