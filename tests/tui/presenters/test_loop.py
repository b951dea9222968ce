from interviewsim.domain.course import Stage
from interviewsim.tui.presenters.loop import loop_view
from tests.tui.stage_loops import course


def test_in_realistic_mode_read_outs_are_sealed_until_all_are_in_or_somebody_reveals_them() -> None:
    sealed = loop_view(course(4))
    assert [(line.score, line.signal) for line in sealed.rounds[:2]] == [("-", "sealed")] * 2
    assert "c reveals them" in sealed.committee[1]
    revealed = loop_view(course(4), revealed=True)
    assert [(line.score, line.signal) for line in revealed.rounds[:2]] == [("3.6", "Hire"), ("3.1", "Hire")]
    assert not loop_view(course(4, "coach")).sealed
    assert not loop_view(course(6)).sealed


def test_the_cursor_stands_on_the_round_to_go_on_with() -> None:
    view = loop_view(course(4))
    assert view.at == 4
    assert (view.rounds[4].signal, view.rounds[4].stage, view.rounds[5].signal) == ("next", Stage.TO_COME, "")
    assert view.rounds[4].who == "Jo Lindqvist, head of analytics"


def test_the_committee_says_how_many_it_waits_for() -> None:
    assert loop_view(course(4)).committee[0] == "4 of 6 in. Two to go."
    assert loop_view(course(0)).committee == ("0 of 6 in. Six to go.",)
    assert "p for its packet" in loop_view(course(6)).committee[1]


def test_the_lead_counts_the_minutes_that_are_planned() -> None:
    view = loop_view(course(0))
    assert view.lead.startswith("6 rounds, 2 h 30 in total.")
    assert view.title == "Full loop · Generic · PM"
