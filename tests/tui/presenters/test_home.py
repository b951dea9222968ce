from dataclasses import replace

from interviewsim.domain.history import HistoryRow
from interviewsim.domain.terms import Round
from interviewsim.tui.presenters.home import HomeView, RoundRow, coming, home_view
from tests.doubles.stage import NOW, history_rows

BEHAVIORAL = {Round.BEHAVIORAL: 25}


def behavioral(view: HomeView) -> RoundRow:
    return next(row for row in view.rounds if row.round is Round.BEHAVIORAL)


def scored(*scores: float | None, level: str = "pm", grader: str = "offline") -> list[HistoryRow]:
    return [replace(history_rows()[0], score=score, verdict=None, level=level, grader=grader) for score in scores]


def test_last_and_best_are_those_of_scored_rounds() -> None:
    row = behavioral(home_view(scored(None, 2.8, 3.4), NOW, BEHAVIORAL))
    assert (row.last, row.best) == ("2.8", "3.4")


def test_a_trend_needs_three_rounds_and_says_how_many_are_missing() -> None:
    assert behavioral(home_view([], NOW, BEHAVIORAL)).trend == "not tried"
    assert behavioral(home_view(scored(3.0), NOW, BEHAVIORAL)).trend == "2 more for a trend"
    assert behavioral(home_view(scored(5.0, 3.0, 1.0), NOW, BEHAVIORAL)).trend == "▁▅█"


def test_a_trend_never_mixes_rulers() -> None:
    row = behavioral(
        home_view([*scored(3.0), *scored(5.0, level="senior"), *scored(4.0, grader="a-model")], NOW, BEHAVIORAL)
    )
    assert (row.last, row.best, row.trend) == ("3.0", "3.0", "2 more for a trend")


def test_rounds_that_are_still_to_come_are_marked() -> None:
    rows = {row.round: row for row in home_view([], NOW, BEHAVIORAL).rounds}
    assert [round_ for round_, row in rows.items() if row.playable] == [Round.BEHAVIORAL]
    assert rows[Round.FINAL].trend == "coming"
    assert coming(Round.FINAL, BEHAVIORAL) == "Final is coming. Today you can play: Behavioral (4)."


def test_while_nobody_has_said_which_rounds_there_are_none_is_ruled_out() -> None:
    rows = home_view([], NOW, None).rounds
    assert all(row.playable for row in rows)
    assert {row.length for row in rows} == {""}
    assert home_view([], NOW, dict.fromkeys(Round, 20)).rounds[0].length == "20 min"


def test_sessions_are_sorted_by_how_they_stand() -> None:
    view = home_view(history_rows(), NOW, BEHAVIORAL)
    assert [row.what for row in view.unfinished] == ["Behavioral · Generic"]
    assert view.unfinished[0].detail == "left 4 h ago · 21 min in"
    assert len(view.recent) == 5
    assert view.damaged.startswith("1 session could not be read")


def test_a_round_without_a_score_is_not_called_a_bad_one() -> None:
    assert home_view(scored(None), NOW, BEHAVIORAL).recent[0].detail.endswith("no score")


def test_a_take_two_and_a_drill_are_told_as_such_and_stand_in_no_column() -> None:
    whole, *_ = history_rows()
    fork = replace(whole, session="fork", score=4.9, forked_from=whole.session)
    drill = replace(whole, session="drill", score=4.8, length="drill")
    view = home_view([fork, drill, whole], NOW, None)
    behavioral = next(row for row in view.rounds if row.round is Round.BEHAVIORAL)
    assert (behavioral.last, behavioral.best) == ("3.3", "3.3")
    assert view.headline == "1 round"
    gentle = replace(whole, mode="gentle")
    assert "3.3" not in home_view([gentle], NOW, None).recent[0].detail
    assert [row.what.partition(" · ")[0] for row in view.recent] == ["Take two", "Drill", "Behavioral"]


def test_a_loop_under_way_is_told_until_all_six_rounds_are_in() -> None:
    def held(*rounds: Round, state: str = "finished") -> list[HistoryRow]:
        return [replace(history_rows()[0], round=round_, loop="l1", state=state) for round_ in rounds]

    two = held(Round.SCREENING, Round.FINAL)
    assert home_view(two, NOW, None).loop == "Your loop: 2 rounds in. Press l to open it."
    assert home_view(held(Round.FINAL, state="unfinished"), NOW, None).loop.startswith("Your loop: 0 rounds in")
    assert home_view(held(*Round), NOW, None).loop == ""
    assert home_view([replace(row, forked_from="other") for row in two], NOW, None).loop == ""
    assert home_view(history_rows(), NOW, None).loop == ""


def test_what_a_realistic_loop_keeps_back_stays_sealed_until_all_its_rounds_are_in() -> None:
    row = replace(history_rows()[0], loop="l1", score=3.4, verdict="hire")
    for complete in (None, frozenset({"other"})):
        sealed = home_view([row], NOW, BEHAVIORAL, complete=complete)
        assert sealed.recent[0].detail.split() == ["-", "Sealed"]
        assert (behavioral(sealed).last, behavioral(sealed).trend) == ("-", "sealed")
    opened = home_view([row], NOW, BEHAVIORAL, complete={"l1"})
    assert opened.recent[0].detail.split() == ["3.4", "Hire"]
    assert home_view([replace(row, mode="coach")], NOW, BEHAVIORAL).recent[0].detail.split() == ["3.4", "Hire"]
