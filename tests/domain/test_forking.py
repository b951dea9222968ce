"""A take two begins exactly as the session it was taken from, up to the answer."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewsim.domain.events import (
    CandidateSaid,
    Entry,
    Event,
    FactReleased,
    ForkPoint,
    Graded,
    HintGiven,
    Interrupted,
    InterviewerSaid,
    NotesKept,
    Paused,
    PhaseStarted,
    Resumed,
    SaidAs,
    SelfEstimate,
)
from interviewsim.domain.forking import ABOUT_THE_OTHER, fork, take_at, taken_again
from interviewsim.domain.move import Move
from interviewsim.domain.transcript import Transcript, transcript_of
from interviewsim.engine.session import state_of
from interviewsim.errors import WrongUsage
from tests.golden.samples import ENTRIES, OPENED, SCORECARD, SESSION

AT = "2026-11-24T09:00:00.000Z"
NEW = "20261124T090000-behavioral-2nd0"

HAPPENED: tuple[Callable[[int], Event], ...] = (
    lambda turn: InterviewerSaid(turn, "Go on.", Move.PROBE, "bh_dropped", target="result"),
    lambda turn: CandidateSaid(turn, "I called nine branches.", SaidAs.ANSWER, seconds=4.0),
    lambda turn: CandidateSaid(turn, "How many branches are there?", SaidAs.QUESTION),
    lambda turn: PhaseStarted("question_1", 1),
    lambda turn: FactReleased("branches", turn),
    lambda turn: HintGiven("bh_dropped", 1),
    lambda turn: Paused(),
    lambda turn: Resumed(),
    lambda turn: Interrupted(),
    lambda turn: Graded(1, SCORECARD),
    lambda turn: NotesKept("Ask about the team."),
    lambda turn: SelfEstimate(would_hire=True, weakest="impact"),
)


def journal(made: Sequence[Callable[[int], Event]]) -> tuple[Entry, ...]:
    """A journal in which these things happened one after another, each a few seconds after the one before."""
    entries = [ENTRIES[0]]
    turn = 1
    for n, make in enumerate(made, 2):
        event = make(turn)
        turn += isinstance(event, InterviewerSaid | CandidateSaid)
        entries.append(Entry(n, AT, 3.5 * n, event))
    return tuple(entries)


def without_the_grade(transcript: Transcript) -> Transcript:
    """What was said and done, without what was added about it."""
    return replace(transcript, opened=OPENED, grades=(), notes="", estimate=None, last_n=0, t=0.0)


@given(st.lists(st.sampled_from(HAPPENED), max_size=25), st.data())
def test_a_forks_fold_is_the_originals_up_to_the_answer(
    made: list[Callable[[int], Event]], data: st.DataObject
) -> None:
    entries = journal([*made, HAPPENED[1]])
    turns = [entry.event.turn for entry in entries if isinstance(entry.event, CandidateSaid)]
    turn = data.draw(st.sampled_from(turns))
    taken = fork(OPENED, entries, turn, NEW, AT)
    point = taken.opened.forked_from
    assert point is not None
    kept = tuple(entry for entry in entries if entry.n <= point.n)
    folded = transcript_of(taken.opened, taken.entries)
    assert without_the_grade(folded) == without_the_grade(transcript_of(OPENED, kept))
    assert [entry.n for entry in taken.entries] == list(range(1, len(taken.entries) + 1))
    assert [turn.turn for turn in folded.turns] == list(range(1, turn))
    assert not any(isinstance(entry.event, ABOUT_THE_OTHER) for entry in taken.entries)
    assert taken_again(entries, point) == turn


def test_state_and_clock_are_what_they_were_when_the_answer_was_given() -> None:
    taken = fork(OPENED, ENTRIES, 5, NEW, AT)
    assert taken.opened == replace(OPENED, session=NEW, at=AT, forked_from=ForkPoint(SESSION, 13))
    state = state_of(taken.opened, taken.entries)
    assert state.candidate_has_the_floor
    assert state.transcript.t == 141.0
    assert state.transcript.hints
    assert state.transcript.released == {"branches": 4}
    assert state == replace(
        state_of(OPENED, ENTRIES[:13]),
        transcript=replace(state_of(OPENED, ENTRIES[:13]).transcript, opened=taken.opened),
    )


@pytest.mark.parametrize("turn", [0, 2, 4, 9, -1])
def test_only_a_turn_of_the_candidates_can_be_taken_again(turn: int) -> None:
    with pytest.raises(WrongUsage) as refused:
        fork(OPENED, ENTRIES, turn, NEW, AT)
    assert "3, 5" in refused.value.hint


def test_nothing_is_taken_again_behind_a_line_that_is_missing() -> None:
    with pytest.raises(WrongUsage, match="missing"):
        fork(OPENED, ENTRIES[:5] + ENTRIES[6:], 5, NEW, AT)


def test_a_take_two_can_be_taken_again_too() -> None:
    first = fork(OPENED, ENTRIES, 5, NEW, AT)
    said = Entry(14, AT, 200.0, CandidateSaid(5, "From 14 a week to 2.", SaidAs.ANSWER))
    again = fork(first.opened, (*first.entries, said), 3, f"{NEW}3", AT)
    assert again.opened.forked_from == ForkPoint(NEW, 8)
    assert transcript_of(again.opened, again.entries).t == 44.25


@pytest.mark.parametrize(("in_view", "meant"), [(1, 3), (3, 3), (4, 5), (6, 5)])
def test_the_turn_in_view_is_taken_or_the_next_of_the_candidates(in_view: int, meant: int) -> None:
    found = take_at(transcript_of(OPENED, ENTRIES), in_view)
    assert found is not None
    assert found.turn == meant


def test_where_the_candidate_was_silent_there_is_no_turn_to_take() -> None:
    assert take_at(transcript_of(OPENED, ENTRIES[:5]), 2) is None
