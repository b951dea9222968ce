from collections.abc import Sequence
from dataclasses import replace

from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.scorecard import CriterionScore, Scorecard, Unscored, UnscoredReason
from interviewsim.domain.terms import Round
from interviewsim.grading.calibration import Calibration, GoldAnswer, Push, Read, calibrate, verdict
from interviewsim.grading.ports import AnswerToGrade, SaidToGrade
from tests.golden.samples import SCORECARD

LEVELS = [1, 2, 3, 4, 5] * 6


def gold(quality: float | None, words: int = 50, **changes: object) -> GoldAnswer:
    answer = AnswerToGrade(Question("q", "?", AnswerModel.STAR), (SaidToGrade(2, "word " * words),))
    return replace(GoldAnswer("g", Round.BEHAVIORAL, answer, quality), **changes)  # type: ignore[arg-type]


def card(score: float | None) -> Scorecard:
    return replace(SCORECARD, score=score, dropped_quotes=0)


def measured(scores: Sequence[float], coded: Sequence[float]) -> Calibration:
    return calibrate([Read(gold(quality), card(score)) for score, quality in zip(scores, coded, strict=True)])


def test_few_answers_are_refused_however_well_they_agree() -> None:
    found = measured(LEVELS[:29], LEVELS[:29])
    assert found.kappa.value == 1
    assert verdict(found) == "Too few to say: 29 scored answers, and it takes 30 before agreement means anything."


def test_the_sentence_follows_the_agreement() -> None:
    assert verdict(measured(LEVELS, LEVELS)).startswith("Good agreement")
    assert verdict(measured([6 - level for level in LEVELS], LEVELS)).startswith("Not to be trusted")
    assert verdict(measured([3] * 30, [3] * 30)).startswith("Nothing can be said")
    capped = [min(level, 3) for level in LEVELS]
    assert verdict(measured([1 + (level > 3) for level in LEVELS], LEVELS)).startswith(("A rough signal", "Not to be"))
    assert "harder than the gold set by 0.6 of a level" in verdict(measured(capped, LEVELS))


def test_the_order_of_the_answers_measures_nothing() -> None:
    read = [Read(gold(level, words=10 * at), card(min(level, 3))) for at, level in enumerate(LEVELS)]
    one, other = calibrate(read), calibrate(read[::-1])
    assert (one.kappa.value, one.bias.value, one.length.value) == (
        other.kappa.value,
        other.bias.value,
        other.length.value,
    )
    assert one.levels == other.levels


def test_length_is_compared_among_answers_of_one_level() -> None:
    fair = [Read(gold(level, words=100 * level), card(level - 0.4)) for level in LEVELS]
    assert calibrate(fair).length.value is None
    padded = [Read(gold(3, words=words), card(3 + words / 200)) for words in (50, 100, 150, 200)]
    assert calibrate(padded).length.value == 0.5


def test_what_has_no_score_is_counted_by_its_reason_and_stays_out() -> None:
    lost = CriterionScore("a", "A", 1.0, None, None, Unscored(UnscoredReason.REFUSED, "No."))
    found = calibrate([Read(gold(3), replace(card(None), criteria=(lost,))), Read(gold(3), card(3))])
    assert (found.n, found.scored, dict(found.unscored)) == (2, 1, {"refused": 1})


def test_parts_are_there_or_not() -> None:
    coded = gold(None, parts={"result": 2, "task": 0, "lesson": 1})
    found = {one.part: (one.f1.value, one.there) for one in calibrate([Read(coded, card(3))]).parts}
    assert found == {"result": (1.0, 1), "task": (0.0, 0), "lesson": (0.0, 1)}


def test_a_second_run_is_identical_where_every_level_is() -> None:
    other = replace(card(3), criteria=(replace(SCORECARD.criteria[0], level=1), *SCORECARD.criteria[1:]))
    found = calibrate([Read(gold(3), card(3), card(3)), Read(gold(3), card(3), other), Read(gold(3), card(3))])
    assert (found.repeated, found.identical) == (2, 1)


def test_raters_are_compared_with_one_another_where_all_have_as_many() -> None:
    rated = [Read(gold(level, raters=(level, level)), card(level)) for level in (1.0, 3.0, 5.0)]
    assert calibrate(rated).raters == 1
    assert calibrate([*rated, Read(gold(3), card(3))]).raters is None


def test_a_round_with_a_handful_of_answers_has_no_figure_of_its_own() -> None:
    few = [Read(gold(3, round=Round.FINAL), card(3))] * 4
    many = [Read(gold(3), card(3))] * 5
    found = calibrate([*few, *many])
    assert [(round_, n, within.value) for round_, n, within in found.rounds] == [
        (Round.BEHAVIORAL, 5, 1.0),
        (Round.FINAL, 4, None),
    ]


def test_how_far_a_grader_gives_in_is_told_apart_from_what_honest_words_do() -> None:
    pushes = [
        Push(card(2), card(3), honest=False),
        Push(card(2), card(2), honest=False),
        Push(card(2), card(None), honest=False),
        Push(card(3), card(3), honest=True),
    ]
    found = calibrate([Read(gold(2), card(2))], pushes)
    assert (found.pushed.rose, found.pushed.n, found.pushed.change.value) == (1, 2, 0.5)
    assert (found.honest.rose, found.honest.n, found.honest.change.value) == (0, 1, 0.0)
    assert calibrate([Read(gold(2), card(2))]).pushed.n == 0


def test_quotes_are_counted_by_how_they_were_found() -> None:
    found = calibrate([Read(gold(3), replace(card(3), dropped_quotes=2))])
    assert (found.quotes["exact"], found.quotes["normalized"], found.dropped_quotes) == (2, 1, 2)
