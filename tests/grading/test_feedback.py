"""What a debrief says of a grade, whoever shows it."""

from dataclasses import replace

import pytest
from hypothesis import given

from interviewsim.domain.aspect import Aspect
from interviewsim.domain.evidence import Evidence
from interviewsim.domain.move import Move
from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.transcript import transcript_of
from interviewsim.grading.feedback import (
    FOLLOW_UPS,
    MOST_EXCERPT,
    MOST_QUOTES,
    asked,
    best_quotes,
    cost,
    costs_of,
    feedback_of,
    turning_point,
)
from interviewsim.reading.findings import Flaw, Part, Signal
from tests.doubles.stage import FIRST, PLAYED, MemoryStage, scorecard
from tests.golden.samples import ANSWERED, OUTCOME, PROBED, SCORECARD
from tests.reports.sessions import GRADED, exchange, graded
from tests.transcripts.values import instances_of


def test_the_turning_point_is_the_follow_up_that_brought_most() -> None:
    point = turning_point(GRADED, SCORECARD)
    assert point is not None
    assert (point.before.text, point.before.turn) == (ANSWERED.rpartition("\n")[2], 3)
    assert (point.why, point.question.text) == ("asked for the result", PROBED)
    assert (point.after.text, point.after.turn, point.gained) == (OUTCOME.quote, 5, True)


def test_the_follow_up_that_brought_most_wins_over_an_earlier_one() -> None:
    told = exchange(
        (Move.ASK, "Tell me.", None),
        (None, "We did it.", None),
        (Move.PROBE, "Your part?", "own_step"),
        (None, "Not much.", None),
        (Move.OCCASION, "Which day was it?", None),
        (None, "I called nine branches.", None),
    )
    place = Evidence(6, 0, 23, "I called nine branches.")
    criteria = (replace(SCORECARD.criteria[0], evidence=(place,)),)
    point = turning_point(told, replace(SCORECARD, criteria=criteria, answers=()))
    assert point is not None
    assert (point.question.turn, point.why, point.gained) == (5, "asked for one time it really happened", True)


def test_a_follow_up_that_brought_nothing_is_told_as_such() -> None:
    told = exchange((None, "We did it.", None), (Move.PROBE, "And you?", "own_step"), (None, "word " * 100, None))
    point = turning_point(told, replace(SCORECARD, criteria=(), answers=()))
    assert point is not None
    assert not point.gained
    assert point.why == "asked for a step of your own"
    assert point.after.cut
    assert len(point.after.text) <= MOST_EXCERPT


def test_without_a_follow_up_there_is_no_turning_point() -> None:
    told = exchange((Move.ASK, "Tell me.", None), (None, "We did it.", None), (Move.CLOSE, "Thanks.", None))
    assert turning_point(told, SCORECARD) is None


def test_before_stands_the_sentence_that_the_interviewer_quoted() -> None:
    told = exchange(
        (None, "We tried it. It went well in the end. Then I left.", None),
        (Move.PROBE, 'You said "it went well". What told you so?', "result"),
        (None, "Nine of ten stayed.", None),
    )
    point = turning_point(told, replace(SCORECARD, criteria=(), answers=()))
    assert point is not None
    assert point.before.text == "It went well in the end."


def test_after_stand_the_words_that_an_item_found_for_what_was_asked() -> None:
    card = replace(scorecard(), answers=())
    stage = MemoryStage()
    played = transcript_of(stage.opened[PLAYED], stage.journals[PLAYED].entries)
    point = turning_point(played, card)
    assert point is not None
    assert point.after.text == "from 61 to 70 percent in a month"
    assert point.before.text == "It went well in the end."


@pytest.mark.parametrize("flaw", Flaw)
def test_every_flaw_is_told_in_a_sentence_of_its_own(flaw: Flaw) -> None:
    assert cost(flaw).endswith(".")
    assert flaw.replace("_", " ") != cost(flaw).rstrip(".").lower()


def test_a_flaw_that_nobody_knows_is_still_told() -> None:
    assert cost("too_shy") == "Too shy."


@pytest.mark.parametrize("target", [*Part, *Signal, *Aspect])
def test_every_part_and_signal_can_be_asked_for_in_plain_words(target: str) -> None:
    assert asked(Move.PROBE, target).startswith("asked for ")
    assert "_" not in asked(Move.PROBE, target)


def test_only_follow_ups_say_why_they_were_asked() -> None:
    assert {move for move in Move if asked(move, None)} == FOLLOW_UPS
    assert asked(Move.PROBE, "north_star") == "asked for the north star"


def test_costs_name_the_answer_they_were_in() -> None:
    costs = costs_of(scorecard().answers)
    assert [one.answer for one in costs] == [1, 1, 2]
    assert costs[2].text == "I did not find a number for what came of it."


def test_the_best_quotes_come_first_and_no_words_come_twice() -> None:
    def at(start: int, end: int) -> Evidence:
        return Evidence(3, start, end, FIRST[start:end])

    places = (at(0, 8), at(9, 20), at(30, 40), at(32, 38), at(50, 60))
    assert best_quotes(places) == (at(50, 60), at(32, 38), at(9, 20))
    assert best_quotes(places, 1) == (at(50, 60),)
    assert best_quotes(()) == ()


@given(instances_of(Scorecard))
def test_whatever_a_grade_holds_excerpts_are_cut_from_the_transcript(card: Scorecard) -> None:
    transcript = graded(card)
    texts = {turn.turn: turn.text for turn in transcript.turns}
    point = feedback_of(card, transcript).turning_point
    assert point is not None
    for excerpt in (point.before, point.question, point.after):
        assert excerpt.text in texts[excerpt.turn]
    assert all(len(best_quotes(criterion.evidence)) <= MOST_QUOTES for criterion in card.criteria)
