from interviewsim.domain.course import Course, Stage, course_of, loops_in
from interviewsim.domain.history import HistoryRow, Standing
from interviewsim.domain.terms import Round
from tests.doubles.loops import LOOP, pack, session_of

PLACES = pack().loop


def row(round_: Round, state: Standing = Standing.FINISHED, loop: str | None = LOOP, **changes: str) -> HistoryRow:
    told = {"session": session_of(round_), "forked_from": None, "length": "short", **changes}
    return HistoryRow(
        told["session"] or "", round_, "generic", "pm", "realistic", "", 20.0, state, 3.0, None, "offline", "", "",
        told["length"] or "", told["forked_from"], loop,
    )  # fmt: skip


def course(*rows: HistoryRow) -> Course:
    found = course_of(LOOP, rows, PLACES)
    assert found is not None
    return found


def test_rounds_stand_in_the_loop_s_order_whatever_was_held_first() -> None:
    found = course(row(Round.FINAL), row(Round.SCREENING))
    assert [step.stage for step in found.steps] == [Stage.IN, Stage.TO_COME, Stage.IN]
    assert found.next is not None
    assert found.next.place.round is Round.BEHAVIORAL
    assert (found.held, found.complete) == (2, False)


def test_a_round_under_way_comes_before_those_to_come() -> None:
    found = course(row(Round.FINAL, Standing.UNFINISHED))
    assert found.next is not None
    assert found.next.place.round is Round.FINAL


def test_a_loop_is_complete_when_no_round_is_left_and_a_damaged_one_holds_its_place() -> None:
    found = course(row(Round.FINAL), row(Round.BEHAVIORAL, Standing.DAMAGED), row(Round.SCREENING))
    assert found.complete
    assert found.held == 3


def test_of_two_sessions_for_a_round_the_newest_counts() -> None:
    newest = row(Round.SCREENING, Standing.UNFINISHED, session="20261124T090000-screening-zzzz")
    assert course(newest, row(Round.SCREENING)).steps[0].row == newest


def test_other_loops_and_takes_do_not_belong() -> None:
    take = row(Round.SCREENING, forked_from=session_of(Round.SCREENING))
    assert course_of(LOOP, [take, row(Round.FINAL, loop="other"), row(Round.FINAL, loop=None)], PLACES) is None


def test_loops_are_listed_by_the_one_taken_up_last() -> None:
    rows = [row(Round.FINAL, loop="b"), row(Round.SCREENING, loop="a"), row(Round.SCREENING, loop="b")]
    assert loops_in([row(Round.FINAL, loop=None), *rows]) == ("b", "a")
