from interviewsim.domain.rubric import Verdict
from interviewsim.domain.terms import Level
from interviewsim.grading.committee import packet_of
from interviewsim.tui.presenters.packet import PacketView, packet_view
from tests.doubles.loops import card, filed, pack, session_of


def view() -> PacketView:
    company = pack()
    low = card(2.9, Verdict.NO_HIRE, skills={})
    return packet_view(packet_of(filed(card(3.6), low, None, company=company), company, Level.PM))


def test_each_interviewer_has_a_line_with_the_words_that_enter_opens() -> None:
    first, _, last = view().filed
    assert (first.number, first.who, first.label, first.vote, first.score) == (1, "Abel", "Screening", "Hire", "3.6")
    assert (first.quote, first.where, first.turn) == ("“Failed syncs went from 14 a week to 2 by July”", "turn 5", 5)
    assert (last.vote, last.says, last.turn) == ("no vote", "It is not graded.", 0)
    assert last.session == session_of(list(pack().loop)[-1].round)


def test_the_decision_leads_and_the_rule_comes_last() -> None:
    found = view()
    assert found.decision.startswith("No hire at PM: average 3.10 against a bar of 3.0.")
    assert [part.heading for part in found.first] == [
        "For",
        "Against",
        "What would change it",
        "One focus for the next loop",
    ]
    assert found.rest[-1].heading == "The rule"
    assert "no prediction" in found.rest[-1].lines[-1].text


def test_skills_stand_as_a_bar_for_each_round_and_a_dash_where_none_saw_it() -> None:
    skills = next(part for part in view().rest if part.heading == "Skills across the rounds")
    assert skills.lines[0].text.split() == ["Empathy", "▅--", "3.0"]
