"""What an interviewer was given to say is not held against them; what they add to it is."""

import pytest

from interviewsim.domain.events import Event, InterviewerSaid
from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel, Challenge, Fact, Probe, Question
from interviewsim.domain.terms import Round
from interviewsim.engine.conduct import Check, check_conduct
from interviewsim.engine.cue import Cue
from tests.doubles.begun import begun

ASK = (
    "A ferry line between two towns carries fewer people each spring. "
    + "It has four boats, a ticket office on either side and a cafe on board. " * 4
    + "The owner asks what to do before the summer. Where would you begin?"
)
TIMETABLE = Fact("timetable", ("timetable",), "There are 22 crossings on a weekday.", 22, "crossings", opening=True)
WEATHER = Fact("weather", ("weather",), "It rained on 31 of 92 days last spring.", 31, "days")
FARES = Fact("fares", ("fares", "price"), "A crossing costs $6.50; it was $5 until March.", 6.5, "dollars")
CHALLENGE = Challenge(
    "the harbor master", "I was promised more crossings, and now you take 4 away. Why should I agree?"
)
RISK = Probe("risk", "What would sink this in the first 8 weeks?")
FERRY = Question("ferry", ASK, AnswerModel.CASE, probes=(RISK,), facts=(TIMETABLE, WEATHER, FARES), challenge=CHALLENGE)


def checks(text: str, move: Move, *, tell: str | None = None, after: tuple[Event, ...] = ()) -> set[Check]:
    cue = Cue(move, FERRY.id, tell=tell, seconds_left=900.0)
    return {breach.check for breach in check_conduct(text, cue, begun(FERRY, Round.CASE_STUDY, *after))}


def test_a_long_question_with_a_paragraph_of_facts_may_be_put_as_it_stands() -> None:
    assert "\n\n" in FERRY.opening
    assert checks(FERRY.opening, Move.ASK) == set()
    assert checks(f"Here is the situation. {FERRY.opening}", Move.ASK) == set()


def test_a_question_and_its_facts_may_come_piece_by_piece() -> None:
    assert checks(f"Let's begin. {ASK}\n\nOne more thing.\n\n{TIMETABLE.tell}", Move.ASK) == set()


def test_paragraphs_of_an_interviewers_own_are_markup_still() -> None:
    assert Check.MARKUP in checks("Let's begin.\n\nI have a case.\n\nIt is long. Where do you start?", Move.ASK)


def test_a_figure_told_at_once_or_on_request_may_be_named_later() -> None:
    line = "What do 22 crossings tell you?"
    assert checks(line, Move.PROBE, after=(InterviewerSaid(3, FERRY.opening, Move.ASK, FERRY.id),)) == set()
    told = InterviewerSaid(3, WEATHER.tell, Move.FACT, FERRY.id, target="weather")
    assert checks("What do 31 days of rain change?", Move.PROBE, after=(told,)) == set()


def test_a_figure_that_nobody_has_asked_for_yet_may_not() -> None:
    assert checks("How do the 31 days of rain come in?", Move.PROBE) == {Check.FIGURE}
    assert Check.FIGURE in checks(f"{WEATHER.tell} The fare is $6.50.", Move.FACT, tell=WEATHER.tell)


@pytest.mark.parametrize("lead", ["", "Yes. ", "On the sheet it says: "])
def test_a_fact_is_told_with_its_figures_and_no_question_after_it(lead: str) -> None:
    both = f"{WEATHER.tell} {FARES.tell}"
    assert checks(f"{lead}{both}", Move.FACT, tell=both) == set()
    assert checks(f"{lead}{both} What else?", Move.FACT, tell=both) == {Check.QUESTIONS}


def test_an_objection_is_in_character_and_asks_once() -> None:
    assert checks(f"Let me be {CHALLENGE.role}. {CHALLENGE.say}", Move.CHALLENGE, tell=CHALLENGE.say) == set()
    assert checks("I'll be the customer now. I waited for an hour. Why would I come back?", Move.CHALLENGE) == set()
    twice = f"{CHALLENGE.say} What do you tell my crew?"
    assert Check.QUESTIONS in checks(twice, Move.CHALLENGE, tell=CHALLENGE.say)


def test_in_character_is_not_out_of_the_interview() -> None:
    assert Check.ROLE_BREAK in checks("As an AI, I don't mind ferries. Why should I?", Move.CHALLENGE)
    assert Check.ROLE_BREAK in checks("Okay, I will be the customer now. What do you offer?", Move.PROBE)
    assert Check.ROLE_BREAK in checks("I'll play the candidate. What would you ask me?", Move.CHALLENGE)


def test_a_prepared_question_counts_as_the_one_that_may_be_asked() -> None:
    tell = "Suppose one boat has to be sold. What changes?"
    assert checks(f"Let me change something. {tell}", Move.TWIST, tell=tell) == set()
    assert checks(f"{tell} Which boat would it be?", Move.TWIST, tell=tell) == {Check.QUESTIONS}


def test_a_prepared_follow_up_may_name_a_figure_of_its_own_when_it_is_due() -> None:
    asked = {target: Cue(Move.PROBE, FERRY.id, target=target, seconds_left=900.0) for target in ("risk", "goal")}
    found = {target: check_conduct(RISK.ask, cue, begun(FERRY)) for target, cue in asked.items()}
    assert found["risk"] == ()
    assert [breach.check for breach in found["goal"]] == [Check.FIGURE]


def test_short_orders_ask_for_something_too() -> None:
    assert checks("Shorter.", Move.FOCUS) == set()
    assert checks("I see.", Move.FOCUS) == {Check.QUESTIONS}
