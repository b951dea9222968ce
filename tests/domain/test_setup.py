"""What a mode and a drill make of a plan."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewsim.domain.loop import LoopRound
from interviewsim.domain.question import AnswerModel
from interviewsim.domain.setup import ALOUD_MINUTES, DRILL_MINUTES, Setup, plan_round, settled
from interviewsim.domain.terms import Length, Mode, Round
from tests.doubles.rounds import LOOP_ROUND, ONE_QUESTION

SETUPS = st.builds(
    Setup,
    st.just(Round.BEHAVIORAL),
    mode=st.sampled_from(Mode),
    length=st.sampled_from(Length),
    time_factor=st.sampled_from([None, 1.0, 1.25, 1.5]),
    drill=st.sampled_from([None, "results"]),
)


@given(SETUPS)
def test_what_a_mode_decides_is_decided_once(setup: Setup) -> None:
    once = settled(setup)
    assert settled(once) == once
    assert plan_round(LOOP_ROUND, once) == plan_round(LOOP_ROUND, setup)


@given(SETUPS)
def test_every_plan_closes_and_uses_its_minutes(setup: Setup) -> None:
    plan = plan_round(LOOP_ROUND, setup, [AnswerModel.STAR, AnswerModel.STAR])
    assert plan.phases[-1].id == "close"
    assert all(phase.seconds >= 0 for phase in plan.phases)
    assert plan.seconds >= 60 * ALOUD_MINUTES - 60


@pytest.mark.parametrize("length", Length)
def test_a_gentle_round_has_no_clock(length: Length) -> None:
    assert not plan_round(LOOP_ROUND, Setup(Round.BEHAVIORAL, mode=Mode.GENTLE, length=length)).timed


@pytest.mark.parametrize("loop_round", [LOOP_ROUND, ONE_QUESTION])
def test_what_is_spoken_aloud_is_one_question_in_one_go_and_is_not_followed_up(loop_round: LoopRound) -> None:
    plan = plan_round(loop_round, Setup(loop_round.round, mode=Mode.ALOUD), [AnswerModel.DESIGN])
    assert [phase.id for phase in plan.phases] == ["question_1", "close"]
    assert (plan.questions, plan.probes, plan.length) == (1, 0, Length.DRILL)
    assert plan.seconds == 60 * ALOUD_MINUTES
    assert not plan.contests


def test_a_drill_is_ten_minutes_on_one_question() -> None:
    plan = plan_round(LOOP_ROUND, Setup(Round.BEHAVIORAL, drill="results"))
    assert (plan.questions, plan.seconds, plan.length) == (1, 60 * DRILL_MINUTES, Length.DRILL)


def test_minutes_of_ones_own_are_kept_in_every_mode() -> None:
    for mode in Mode:
        plan = plan_round(LOOP_ROUND, replace(Setup(Round.BEHAVIORAL, mode=mode), minutes=7))
        assert plan.seconds == 420
