"""The question bank as it is narrowed, and what is shown of a question."""

from datetime import UTC, datetime

import pytest

from interviewsim.domain.bank import Asked, Bank, Meeting
from interviewsim.domain.question import AnswerModel, Fact, Probe, Question
from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Level, Round, Skill
from interviewsim.tui.presenters.bank import Narrowed, about_lines, bank_view, narrowings, practice

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ROTA = Question(
    "rota",
    "Nurses swap shifts by text message. What would you build?",
    AnswerModel.DESIGN,
    levels=(Level.PM, Level.SENIOR),
    skills=(Skill.STRATEGY,),
    tags=("users",),
    probes=(Probe("metric", "How would you know that it worked?"),),
    facts=(Fact("swaps", ("swaps",), "There are 4,100 swaps a week."),),
    twist="The hospital bans phones.",
    reference={"result": 42},
)
NO = Question("no", "When did you last say no?", AnswerModel.STAR)
WHY = Question("why", "Why us?", AnswerModel.PITCH)
BANK = Bank(
    (
        Asked(Round.BEHAVIORAL, "generic", NO),
        Asked(Round.PRODUCT_SENSE, "amazon", ROTA),
        Asked(Round.SCREENING, None, WHY),
    ),
    {"no": (Meeting("b", "2026-11-23T10:00:00Z", 3.4), Meeting("a", "2026-11-02T10:00:00Z"))},
    ("Left out: one file.",),
)


def ids(narrowed: Narrowed) -> list[str]:
    return [line.asked.question.id for line in bank_view(BANK, narrowed).lines]


def test_all_questions_stand_round_by_round_with_how_often_they_were_met() -> None:
    view = bank_view(BANK, Narrowed())
    assert ids(Narrowed()) == ["why", "rota", "no"]
    assert [line.seen for line in view.lines] == ["-", "-", "2 x"]
    assert view.count == "3 questions · 1 file left out"


@pytest.mark.parametrize(
    ("narrowed", "left"),
    [
        (Narrowed(round=Round.BEHAVIORAL), ["no"]),
        (Narrowed(level=Level.VP), ["why", "no"]),
        (Narrowed(company="amazon"), ["rota"]),
        (Narrowed(skill=Skill.STRATEGY), ["rota"]),
        (Narrowed(unseen=True), ["why", "rota"]),
        (Narrowed(words="SHIFTS nurses"), ["rota"]),
        (Narrowed(words="users"), ["rota"]),
    ],
)
def test_each_filter_leaves_what_it_names(narrowed: Narrowed, left: list[str]) -> None:
    assert ids(narrowed) == left
    assert not narrowed.empty


def test_a_filter_that_leaves_nothing_says_the_way_back() -> None:
    view = bank_view(BANK, Narrowed(words="zebra"))
    assert view.lines == ()
    assert "Backspace" in view.empty
    assert view.count.startswith("0 of 3")


def test_only_filters_that_leave_something_are_offered_and_they_say_how_much() -> None:
    names = [option.name for option in narrowings(BANK, Narrowed())]
    assert names[0] == "Everything (3)"
    assert "Company · Amazon (1)" in names
    assert not any("Technical" in name for name in names)
    assert "Only what you have not met (2)" in names


def test_what_an_interviewer_holds_back_is_never_shown_and_follow_ups_only_when_asked_for() -> None:
    asked = BANK.questions[1]
    hidden = "\n".join(about_lines(asked, (), NOW, probes=False))
    shown = "\n".join(about_lines(asked, (), NOW, probes=True))
    assert "1 follow-up, hidden" in hidden
    assert "How would you know" not in hidden
    assert "metric: How would you know that it worked?" in shown
    for secret in ("4,100", "bans phones", "42"):
        assert secret not in shown
    assert "PM to Senior" in hidden


def test_the_rounds_that_asked_it_are_told_with_how_the_answer_went() -> None:
    lines = about_lines(BANK.questions[0], BANK.met["no"], NOW, probes=False)
    you = [line for line in lines if line.startswith("YOU")]
    assert you[0].endswith("3.4 of 5")
    assert "not met yet" in "\n".join(about_lines(BANK.questions[1], (), NOW, probes=False))


def test_practice_asks_it_first_at_a_level_it_is_for_and_at_its_company() -> None:
    last = Setup(Round.BEHAVIORAL, company="stripe", level=Level.VP, ask="my own")
    setup = practice(BANK.questions[1], last)
    assert (setup.round, setup.company, setup.level) == (Round.PRODUCT_SENSE, "amazon", Level.PM)
    assert (setup.question_id, setup.ask) == ("rota", None)
    assert practice(BANK.questions[2], last).company == "stripe"
    assert practice(BANK.questions[2], last).level is Level.VP
