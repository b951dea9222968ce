from dataclasses import replace

from interviewsim.domain.events import EndReason, Focus, RoundEnded
from interviewsim.domain.scorecard import Reason
from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Length, Mode
from interviewsim.domain.transcript import Transcript, transcript_of
from interviewsim.tui.presenters.again import again
from interviewsim.tui.presenters.debrief import debrief_view, level_words, shows_scores
from interviewsim.tui.presenters.marks import best_mark, marked_speeches, marks_of, of_criterion
from tests.doubles.stage import FIRST, NOW, PLAYED, RUBRIC, SAID, MemoryStage, evidence, scorecard, spoken


def played() -> Transcript:
    stage = MemoryStage()
    return transcript_of(stage.opened[PLAYED], stage.journals[PLAYED].entries)


def test_the_verdict_is_one_sentence_and_the_facts_do_not_repeat_it() -> None:
    card = replace(scorecard(), headline="Hire at PM: 3.3 of 5 against a bar of 3.0.")
    view = debrief_view(played(), card, NOW)
    assert view.verdict == "Hire at PM: 3.3 of 5 against a bar of 3.0."
    assert view.facts == "levels 2 to 4 · 85% of the rubric judged · 07:01 of 25:00 · 8 turns"


def test_a_score_that_the_verdict_does_not_name_is_a_fact() -> None:
    assert debrief_view(played(), scorecard(), NOW).facts.startswith("3.3 of 5 · levels 2 to 4")


def test_a_gentle_round_is_told_in_words_until_its_scores_are_asked_for() -> None:
    transcript, card = played(), scorecard()
    gentle = replace(transcript, opened=replace(transcript.opened, mode=Mode.GENTLE))
    assert not shows_scores(gentle)
    levelled = replace(card, reason_for=Reason("Ownership, level 3 of 5. Seen: an own step."))
    view = debrief_view(gentle, levelled, NOW, scored=False)
    assert [finding.label for finding in view.findings] == ["Done well", "Missing"]
    assert view.findings[0].text == "Ownership. Seen: an own step."
    assert (view.facts, view.criteria, view.drills) == ("", (), ())
    assert "3.3" not in view.verdict
    assert debrief_view(gentle, card, NOW).criteria


def test_a_drill_is_told_with_the_level_before_and_now() -> None:
    transcript, card = played(), scorecard()
    assert transcript.configured is not None
    focus = Focus("result", 2, "Give it a number.")
    drill = replace(
        transcript,
        opened=replace(transcript.opened, length=Length.DRILL),
        configured=replace(transcript.configured, focus=focus),
    )
    first, *_ = debrief_view(drill, card, NOW).findings
    assert (first.label, first.text) == ("Drill", "Result: level 2 before, level 3 now.")


def test_the_two_lowest_criteria_that_one_question_can_show_are_offered_as_drills() -> None:
    transcript, card = played(), scorecard()
    assert [(drill.criterion, drill.level) for drill in debrief_view(transcript, card, NOW).drills] == [
        ("judgment", 1),
        ("ownership", 3),
    ]


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


def test_from_a_criterion_one_comes_to_its_best_words_and_to_none_where_it_has_none() -> None:
    specificity, _, _, judgment, _ = scorecard().criteria
    marks = of_criterion(marks_of(scorecard(), RUBRIC), "specificity")
    best = best_mark(marks, specificity)
    assert best is not None
    assert FIRST[marks[best].start : marks[best].end] == "In March our rota editor lost one clinic in five"
    assert best_mark(marks, judgment) is None


def test_the_margin_has_one_short_line_for_each_criterion_of_a_turn() -> None:
    speeches = {speech.turn: speech for speech in marked_speeches(played(), marks_of(scorecard(), RUBRIC))}
    assert [line.text for line in speeches[3].margin] == ["Specificity  4", "! Not talking to users", "Ownership  3"]
    assert [len(line.marks) for line in speeches[3].margin] == [2, 1, 1]
    assert speeches[4].heading.endswith("asked for the result")


def test_under_a_criterion_stand_at_most_three_quotes_the_best_first() -> None:
    card = scorecard()
    places = tuple(evidence(3, FIRST, words) for words in ("In March", "rota editor", "one clinic", "bulk import"))
    many = replace(card, criteria=(replace(card.criteria[0], evidence=places, items=()), *card.criteria[1:]))
    shown = debrief_view(played(), many, NOW).criteria[0]
    assert [quote for quote, _ in shown.quotes] == ["“bulk import”", "“one clinic”", "“rota editor”"]
    assert shown.more == 1


def test_the_turning_point_is_told_in_the_words_before_and_after_the_follow_up() -> None:
    turning = debrief_view(played(), scorecard(), NOW).turning
    assert turning is not None
    assert turning.lines == (
        ("“It went well in the end.”", 3),
        ("Dana asked for the result. Then you said:", 0),
        ("“from 61 to 70 percent in a month”", 5),
    )


def test_costs_name_flags_first_and_the_answer_that_each_flaw_was_in() -> None:
    view = debrief_view(played(), scorecard(), NOW)
    assert view.costs[0].startswith("! Not talking to users (red flag: concern, not asked about)")
    assert "· Answer 2: I did not find a number for what came of it." in view.costs


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
