from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.terms import Round
from interviewsim.grading.ports import AnswerToGrade, SaidToGrade
from interviewsim.grading.retold import Telling, told_twice

TUTORIAL = (
    "In 2022 I ran onboarding at a fleet tracking firm. Drivers did not finish the tutorial: 38 percent reached "
    "the last page. I rode with four drivers for two days and saw that they did it in the cab with gloves on. I "
    "cut the tutorial from eleven pages to three and moved the rest into the first trip. Completion went to 71 "
    "percent within six weeks. The trainer who had written it was hurt; I should have told her before the "
    "meeting."
)
AGAIN = (
    "The hardest feedback I got was from a trainer. I had cut her tutorial for truck drivers from eleven pages to "
    "four without telling her first. It was right for the product, completion rose from 38 to 66 percent, because "
    "drivers do it in the cab with their gloves on, but she heard it in a meeting in front of everyone. I "
    "apologized the same day."
)
MAPS = (
    "Once a designer and I disagreed for weeks on the map colors of the tracking page. I asked three dispatchers "
    "to work a shift with each version, and they were faster with hers. I said so in the review and we shipped "
    "hers in April. Dispatchers needed nine seconds less for each stop, and I learned to test before I argue with "
    "drivers around."
)
TICKETS = (
    "In March last year I owned the reporting module of a product for dental clinics. Our exports failed for one "
    "clinic in five and support got 60 tickets a week. Most came from one date format in the old importer, which "
    "our biggest reseller used. The sales director was against dropping it. We dropped it in May, and tickets "
    "went from 60 to 9."
)
TICKETS_AGAIN = (
    "At a company that makes software for dental clinics, I took over reporting. The exports kept breaking, about "
    "80 tickets a week landed at support. It was a date format in an old importer, and I convinced our sales "
    "director to let go of it although a reseller depended on it. Afterwards tickets fell to 9."
)


def told(round_: Round, *texts: str) -> Telling:
    said = tuple(SaidToGrade(2 * at, text) for at, text in enumerate(texts, start=1))
    return Telling(round_, f"a-{round_}", AnswerToGrade(Question("q", "?", AnswerModel.STAR), said))


def test_a_story_told_in_two_rounds_is_found_among_others() -> None:
    found = told_twice([told(Round.SCREENING, MAPS), told(Round.BEHAVIORAL, TUTORIAL), told(Round.FINAL, AGAIN)])
    assert [(pair.first.round, pair.second.round) for pair in found] == [(Round.BEHAVIORAL, Round.FINAL)]
    assert {"tutorial", "trainer", "gloves"} <= set(found[0].shared)


def test_figures_that_differ_between_the_tellings_are_cut_from_both() -> None:
    (pair,) = told_twice([told(Round.BEHAVIORAL, TUTORIAL), told(Round.FINAL, AGAIN)])
    figures = {figure.of: (figure.first.told, figure.second.told) for figure in pair.figures}
    assert figures == {"pages": ("three", "four"), "completion": ("71 percent", "66 percent")}
    for figure in pair.figures:
        assert figure.first.evidence.quote in TUTORIAL
        assert figure.second.evidence.quote in AGAIN
        assert figure.second.told in figure.second.evidence.quote


def test_a_figure_that_only_one_telling_has_is_no_difference() -> None:
    (pair,) = told_twice([told(Round.SCREENING, TICKETS), told(Round.BEHAVIORAL, TICKETS_AGAIN)])
    assert [(figure.first.told, figure.second.told) for figure in pair.figures] == [("60", "80")]


def test_the_same_telling_twice_differs_in_nothing() -> None:
    (pair,) = told_twice([told(Round.SCREENING, TICKETS), told(Round.BEHAVIORAL, TICKETS)])
    assert pair.share == 1
    assert pair.figures == ()


def test_different_stories_and_two_answers_of_one_round_are_no_repetition() -> None:
    assert told_twice([told(Round.SCREENING, MAPS), told(Round.BEHAVIORAL, TUTORIAL), told(Round.FINAL, TICKETS)]) == ()
    assert told_twice([told(Round.BEHAVIORAL, TUTORIAL), told(Round.BEHAVIORAL, AGAIN)]) == ()
    assert told_twice([told(Round.SCREENING, ""), told(Round.FINAL)]) == ()


def test_a_story_told_over_several_turns_is_one_telling() -> None:
    half = TUTORIAL.index("I rode")
    pairs = told_twice([told(Round.BEHAVIORAL, TUTORIAL[:half], TUTORIAL[half:]), told(Round.FINAL, AGAIN)])
    assert len(pairs) == 1
