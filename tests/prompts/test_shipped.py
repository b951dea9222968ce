"""The shipped questions and styles hold, never repeat within a round, and say what an interviewer would say."""

import re
from collections import Counter

import pytest

from interviewsim.domain.aspect import Aspect
from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.terms import Level, Round
from interviewsim.engine.conduct import SAME_AGAIN
from interviewsim.engine.gaps import QUOTED_FROM, REASON_FIRST
from interviewsim.prompts.library import PromptLibrary, check
from interviewsim.prompts.style import PROPOSED, Style, places
from interviewsim.prompts.style_checks import SHARED
from interviewsim.reading.findings import Part, Signal
from interviewsim.rubrics.library import RubricLibrary
from tests.rubrics.files import PROMPTS, RUBRICS

STYLES = ("neutral", "brisk", "engineer", "executive", "quiet", "skeptical", "stakeholder", "warm")
PERSON = {"name": "Ada Moss", "first_name": "Ada", "role": "director", "company": "Acme"}


@pytest.fixture(scope="module")
def library() -> PromptLibrary:
    return PromptLibrary([PROMPTS])


@pytest.fixture(scope="module")
def bank(library: PromptLibrary) -> tuple[Question, ...]:
    return library.questions(Round.BEHAVIORAL)


@pytest.fixture(scope="module", params=STYLES)
def style(library: PromptLibrary, request: pytest.FixtureRequest) -> Style:
    return library.style(request.param)


def test_everything_shipped_passes_its_own_check() -> None:
    assert [str(finding) for finding in check(PROMPTS)] == []


def test_every_style_that_a_persona_asks_for_is_there(library: PromptLibrary) -> None:
    asked = {entry.interviewer.style for entry in RubricLibrary([RUBRICS]).pack("generic").loop}
    assert asked <= set(library.styles()) == set(STYLES)


def test_the_bank_covers_what_behavioral_rounds_ask_about(bank: tuple[Question, ...]) -> None:
    tags = Counter(tag for question in bank for tag in question.tags)
    wanted = {"conflict", "failure", "influence", "prioritize", "users", "data", "delegation", "ambiguity", "people"}
    assert wanted <= set(tags)
    assert len(bank) >= 16


def test_every_level_has_questions_for_several_rounds(bank: tuple[Question, ...]) -> None:
    for level in Level:
        assert sum(level in question.levels for question in bank) >= 12, level


def test_every_question_is_about_the_past(bank: tuple[Question, ...]) -> None:
    assert {question.answer_model for question in bank} == {AnswerModel.STAR}
    assert not [
        question.id for question in bank if re.search(r"\bwould you\b|\bhow do you\b", question.ask, re.IGNORECASE)
    ]


def test_every_question_can_follow_up_on_what_may_be_missing(bank: tuple[Question, ...]) -> None:
    wanted = {*Part, Signal.OWN_STEP, Signal.MEASURE, Signal.BASELINE, *REASON_FIRST, Signal.LESSON}
    for question in bank:
        missing = {target for target in wanted if question.probe_for(target) is None} - {Signal.DISAGREEMENT}
        assert not missing, (question.id, missing)


def test_nothing_that_is_asked_stands_twice_in_the_bank(bank: tuple[Question, ...]) -> None:
    asked = Counter([q.ask for q in bank] + [probe.ask for q in bank for probe in q.probes])
    assert [ask for ask, count in asked.items() if count > 1] == []
    for question in bank:
        assert len({probe.for_ for probe in question.probes}) == len(question.probes)


def test_no_style_repeats_a_prepared_follow_up(style: Style, bank: tuple[Question, ...]) -> None:
    prepared = {probe.ask for question in bank for probe in question.probes}
    assert not prepared & {line for lines in style.wording.values() for line in lines}


def test_a_style_has_three_things_to_say_for_every_move(style: Style) -> None:
    for move in Move:
        assert len(style.lines(move)) >= 3


def test_a_style_can_ask_after_every_part_and_signal(style: Style) -> None:
    for target in (*Part, *Signal, *Aspect, *(f"{PROPOSED}{name}" for name in SHARED)):
        assert style.lines(Move.PROBE, target) != style.lines(Move.PROBE), target


def test_a_style_asks_for_a_proposals_measure_in_other_words_than_for_a_deeds(style: Style) -> None:
    for name in SHARED:
        assert not set(style.lines(Move.PROBE, name)) & set(style.lines(Move.PROBE, f"{PROPOSED}{name}")), name


def test_no_two_lines_of_a_style_are_nearly_alike(style: Style) -> None:
    """But for openings, of which one is said; for what another text fills; and for one line with a quote or without."""
    lines = [
        line
        for key, group in style.wording.items()
        for line in group
        if not key.startswith("open.") and not {"quote", "tell", "question"} & places(line)
    ]
    told = [(line, frozenset(re.findall(r"[a-z{}']+", line.lower()))) for line in lines]
    alike = [
        (line, other)
        for at, (line, words) in enumerate(told)
        for other, others in told[at + 1 :]
        if 2 * len(words & others) > SAME_AGAIN * (len(words) + len(others))
    ]
    assert alike == []


def test_a_follow_up_that_may_carry_words_has_lines_with_and_without_them(style: Style) -> None:
    for target in (*QUOTED_FROM, Signal.OWN_STEP, Signal.REASON):
        carrying = ["quote" in places(line) for line in style.lines(Move.PROBE, target)]
        assert sum(carrying) >= 3 and len(carrying) - sum(carrying) >= 3, target


def test_no_two_targets_share_a_line(style: Style) -> None:
    lines = Counter(line for key, group in style.wording.items() if key.startswith("probe.") for line in group)
    assert [line for line, count in lines.items() if count > 1] == []


@pytest.mark.parametrize("questions", ["one question", "two questions"])
@pytest.mark.parametrize("minutes", ["25 minutes", None])
@pytest.mark.parametrize("kind", ["any", "own_questions"])
def test_an_opening_says_who_and_how_much_and_ends_as_a_statement(
    style: Style, kind: str, minutes: str | None, questions: str
) -> None:
    values = PERSON | {"questions": questions} | ({"minutes": minutes} if minutes else {})
    said = [filled for line in style.lines(Move.OPEN, kind) if (filled := style.fill(line, values))]
    assert len(said) >= 3
    for opening in said:
        assert {"Ada Moss", "director", "Acme", questions} <= {
            part for part in (*PERSON.values(), questions) if part in opening
        }
        assert opening.endswith(".")
        assert not re.search(r"\b(?:are one|there are one|one questions|a one)\b", opening)
        if minutes is None:
            assert "minute" not in opening


def test_probes_are_one_open_question_each(style: Style) -> None:
    for key, lines in style.wording.items():
        if not key.startswith("probe."):
            continue
        for line in lines:
            assert (line.endswith("?") and line.count("?") == 1) or (line.endswith("{tell}") and "?" not in line), line
            assert not re.match(r"(?:Did|Was|Were|Is|Are|Can|Could|Do|Does|Have|Has|Would|Will)\b", line), line


def test_no_line_names_a_part_as_a_coach_would(style: Style) -> None:
    for key, lines in style.wording.items():
        for line in lines if not key.startswith("hint.") else ():
            assert not re.search(r"\b(?:STAR|situation, task|be specific|numbers please|score|rubric|hint)\b", line), (
                line
            )


def test_hints_go_from_a_question_back_to_an_order_to_an_opening(style: Style) -> None:
    own = {step: [line for line in style.lines(Move.HINT, step) if "tell" not in places(line)] for step in "123"}
    assert all(line.endswith("?") for line in own["1"])
    assert all("?" not in line for line in own["2"])
    assert all('"' in line for line in own["3"])


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Does it have to be from work?", "setting"),
        ("Can it be a class project, or should it be a job?", "setting"),
        ("How recent should it be?", "age"),
        ("It’s under NDA. Can I leave out the name?", "confidential"),
        ("How much detail do you want?", "length"),
        ("How much time do I have left?", "clock"),
        ("What does your team work on?", "company"),
        ("Is it okay if it didn’t work out?", "outcome"),
        ("Do you mean the first launch?", None),
    ],
)
def test_a_question_about_the_question_finds_its_answer(library: PromptLibrary, asked: str, kind: str | None) -> None:
    assert library.style("warm").clarification(asked) == kind
