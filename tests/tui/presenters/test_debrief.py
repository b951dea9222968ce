from dataclasses import replace

from interviewsim.domain.events import EndReason, RoundEnded
from interviewsim.domain.loop import Length
from interviewsim.domain.setup import Setup
from interviewsim.domain.transcript import Transcript, transcript_of
from interviewsim.tui.presenters.again import again
from interviewsim.tui.presenters.debrief import debrief_view, level_words, verdict_line
from interviewsim.tui.presenters.marks import first_mark, marked_speeches, marks_of
from interviewsim.tui.presenters.turning import turning_point
from tests.doubles.stage import NOW, PLAYED, RUBRIC, SAID, MemoryStage, scorecard, spoken


def played() -> Transcript:
    stage = MemoryStage()
    return transcript_of(stage.opened[PLAYED], stage.journals[PLAYED].entries)


def test_the_verdict_is_in_the_packs_own_words() -> None:
    assert verdict_line(played(), scorecard()) == "HIRE · 3.3 of 5"


def test_a_missing_verdict_or_score_is_said_as_such() -> None:
    assert verdict_line(played(), replace(scorecard(), verdict=None)) == "3.3 of 5 · no verdict"
    unscored = replace(scorecard(), verdict=None, score=None, coverage=0.4)
    assert verdict_line(played(), unscored) == "NOT SCORED · 40% of the rubric could be judged"


def test_a_warm_up_has_no_score_but_one_thing_done_well_and_one_missing() -> None:
    transcript = played()
    warm = replace(transcript, opened=replace(transcript.opened, length=Length.WARM_UP))
    view = debrief_view(warm, replace(scorecard(), carried_over=None), NOW)
    assert view.verdict == "WARM-UP · no score"
    assert [finding.label for finding in view.findings] == ["Done well", "Missing"]


def test_levels_are_words_and_what_has_none_says_why() -> None:
    words = [level_words(criterion) for criterion in scorecard().criteria]
    assert words == ["level 4 of 5", "level 3 of 5", "level 3 of 5", "level 1 of 5", "not scored: not reached"]
    assert level_words(replace(scorecard().criteria[0], spread=(3, 4, 4))) == "level 4 of 5 (3 to 4)"


def test_every_mark_cuts_the_quoted_words_out_of_what_is_shown() -> None:
    marks = marks_of(scorecard(), RUBRIC)
    speeches = {speech.turn: speech for speech in marked_speeches(played(), marks)}
    quotes = {(found.turn, found.quote) for criterion in scorecard().criteria for found in criterion.evidence}
    assert {(mark.turn, speeches[mark.turn].text[mark.start : mark.end]) for mark in marks} == quotes
    assert [(mark.turn, mark.start) for mark in marks] == sorted((mark.turn, mark.start) for mark in marks)
    assert first_mark(marks, "judgment") is None


def test_a_turning_point_needs_a_follow_up_that_repaired_something() -> None:
    found = turning_point(played(), scorecard(), RUBRIC)
    assert found is not None
    assert (found.before_turn, found.after_turn) == (3, 5)
    assert found.after == "“from 61 to 70 percent in a month”"
    unprompted = replace(scorecard(), answers=(), criteria=())
    assert turning_point(played(), unprompted, RUBRIC) is None


def test_a_turning_point_is_also_found_by_an_item_that_looks_for_the_same() -> None:
    card = replace(scorecard(), answers=())
    found = turning_point(played(), card, RUBRIC)
    assert found is not None
    assert found.why == "Still open: what came of it. So that is what was asked for."


def test_costs_name_flags_first_and_the_answer_that_each_flaw_was_in() -> None:
    view = debrief_view(played(), scorecard(), NOW)
    assert view.costs[0].startswith("! Not talking to users (red flag: concern, not asked about)")
    assert "· No number anywhere (answer 2)" in view.costs


def test_coverage_tells_thin_from_clear_and_what_had_to_be_asked_for() -> None:
    rows = debrief_view(played(), scorecard(), NOW).coverage
    assert "R ██*" in rows[0]
    assert "T \N{EN DASH}" in rows[1]
    assert rows[-1].startswith("██ clear")


def test_who_graded_and_by_which_rubric_stands_at_the_end() -> None:
    told = debrief_view(played(), scorecard(), NOW).graded_by
    assert told[0].startswith("Offline grader")
    assert "generic/behavioral, sha256:4fd0c1a7be12" in told[1]
    assert told[2] == "1 quote could not be found in your words and was dropped."


def test_answering_again_takes_the_weakest_answer() -> None:
    card = scorecard()
    first, second = card.answers
    worse = replace(card, answers=(replace(first, levels={"a": 4}), replace(second, levels={"a": 2, "b": 3})))
    assert again(played(), worse).question_id == "said_no"
    assert again(played(), None).question_id == "drop_idea"


def test_a_question_of_ones_own_is_asked_again_in_its_own_words() -> None:
    stage = MemoryStage()
    stage.questions = (replace(stage.questions[0], id="own", ask="My own question?"),)
    stage.keep("own", [*spoken(SAID[:2]), (9.0, RoundEnded(EndReason.ENDED_EARLY))])
    transcript = transcript_of(stage.opened["own"], stage.journals["own"].entries)
    setup = again(transcript, None)
    assert (setup.question_id, setup.ask) == (None, "My own question?")
    assert isinstance(setup, Setup)
