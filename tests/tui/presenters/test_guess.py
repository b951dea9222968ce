from dataclasses import replace

from interviewsim.domain.events import ForkPoint, SelfEstimate
from interviewsim.domain.rubric import Verdict
from interviewsim.domain.terms import Length, Mode
from interviewsim.domain.transcript import Transcript, transcript_of
from interviewsim.grading.guesses import Guess
from interviewsim.tui.presenters.guess import asks_first, guess_lines, guess_view
from tests.doubles.stage import PLAYED, MemoryStage, scorecard


def ended() -> Transcript:
    stage = MemoryStage()
    return replace(transcript_of(stage.opened[PLAYED], stage.journals[PLAYED].entries), grades=())


def test_a_guess_is_asked_once_and_of_whole_rounds_with_scores() -> None:
    whole = ended()
    opened = whole.opened
    assert asks_first(whole)
    assert not asks_first(replace(whole, estimate=SelfEstimate(None, "result")))
    assert not asks_first(replace(whole, turns=whole.turns[:2]))
    for other in (
        replace(opened, mode=Mode.GENTLE),
        replace(opened, length=Length.WARM_UP),
        replace(opened, length=Length.DRILL),
        replace(opened, forked_from=ForkPoint("other", 4)),
    ):
        assert not asks_first(replace(whole, opened=other))


def test_every_criterion_can_be_named_and_none_need_be() -> None:
    fields = guess_view(ended()).criteria
    assert fields[0][2] is None
    assert [one[2] for one in fields[1:]] == ["specificity", "ownership", "result", "judgment", "learning"]


def test_the_guess_stands_beside_the_grade() -> None:
    (line,) = guess_lines(SelfEstimate(True, "result"), scorecard(), ())
    assert line == (
        "You said they would hire you, and so says the grade. You named Result as weakest; Judgment stands lowest."
    )
    (line,) = guess_lines(SelfEstimate(False, "judgment"), scorecard(), ())
    assert line == (
        "You said they would not hire you, and not so the grade. You named Judgment as weakest, and it stands lowest."
    )


def test_what_cannot_be_compared_is_said() -> None:
    (line,) = guess_lines(SelfEstimate(True, "learning"), replace(scorecard(), verdict=None), ())
    assert "no verdict to compare" in line
    assert "Learning as weakest, which was not judged" in line


def test_the_gap_comes_after_three() -> None:
    guesses = [Guess(SelfEstimate(True, None), replace(scorecard(), verdict=Verdict.NO_HIRE))] * 3
    assert len(guess_lines(guesses[0].estimate, guesses[0].card, guesses[:2])) == 1
    assert "You guessed 0 of 3 verdicts." in guess_lines(guesses[0].estimate, guesses[0].card, guesses)[1]
