"""What comes with the program holds, and is what an interviewer would stand behind."""

import re
from collections import defaultdict

import pytest

from interviewsim.domain.rubric import CompanyPack, Rubric
from interviewsim.domain.terms import Level, Round, Skill
from interviewsim.reading.findings import Part, Signal
from interviewsim.rubrics.library import RubricLibrary, check
from tests.rubrics.files import RUBRICS


@pytest.fixture(scope="module")
def library() -> RubricLibrary:
    return RubricLibrary([RUBRICS])


@pytest.fixture(scope="module")
def behavioral(library: RubricLibrary) -> Rubric:
    return library.rubric("generic", Round.BEHAVIORAL)


@pytest.fixture(scope="module")
def generic(library: RubricLibrary) -> CompanyPack:
    return library.pack("generic")


def test_everything_shipped_passes_its_own_check() -> None:
    assert [str(finding) for finding in check(RUBRICS)] == []


def test_the_behavioral_round_judges_six_criteria_of_nearly_equal_weight(behavioral: Rubric) -> None:
    assert {criterion.id: criterion.weight for criterion in behavioral.criteria} == {
        "specificity": 15,
        "ownership": 20,
        "judgment": 20,
        "results": 15,
        "self_awareness": 15,
        "structure": 15,
    }


def test_its_skills_add_up_to_what_a_behavioral_round_looks_for(behavioral: Rubric) -> None:
    total: dict[Skill, float] = defaultdict(float)
    for criterion in behavioral.criteria:
        for skill, share in criterion.skills.items():
            total[skill] += criterion.weight * share / 100
    wanted = {
        "technical": 5,
        "analytical": 10,
        "communication": 30,
        "strategy": 10,
        "empathy": 25,
        "prioritization": 20,
    }
    assert {skill: pytest.approx(points, abs=1) for skill, points in wanted.items()} == total


def test_rules_can_decide_every_item_up_to_level_four(behavioral: Rubric) -> None:
    for criterion in behavioral.criteria:
        undecidable = [item.id for item in criterion.items if not item.signal and item.level < 5]
        assert not undecidable, criterion.id
        assert any(not item.signal for item in criterion.items if item.level == 5), criterion.id


def test_ids_of_items_tell_apart_across_the_whole_rubric(behavioral: Rubric) -> None:
    ids = [item.id for criterion in behavioral.criteria for item in criterion.items]
    assert len(ids) == len(set(ids))


def test_each_level_is_decided_by_one_to_three_items(behavioral: Rubric) -> None:
    for criterion in behavioral.criteria:
        for level in (2, 3, 4, 5):
            assert 1 <= sum(item.level == level for item in criterion.items) <= 3


def test_from_senior_on_a_hire_needs_an_own_step_that_could_be_repeated(behavioral: Rubric) -> None:
    ownership = next(criterion for criterion in behavioral.criteria if criterion.id == "ownership")
    assert [ownership.least.get(level, 1) for level in Level] == [1, 1, 3, 3, 4, 4]


def level_reached(rubric: Rubric, criterion_id: str, shown: set[str]) -> int:
    """The highest level with all items up to it among what was shown."""
    criterion = next(criterion for criterion in rubric.criteria if criterion.id == criterion_id)
    level = 1
    for wanted in (2, 3, 4, 5):
        if not all(item.signal in shown for item in criterion.items if item.level == wanted):
            break
        level = wanted
    return level


def score(rubric: Rubric, *shown: str) -> float:
    clear = {name.removesuffix(":2") for name in shown}
    reached = {c.id: level_reached(rubric, c.id, {*shown, *clear}) for c in rubric.criteria}
    return sum(c.weight * reached[c.id] for c in rubric.criteria) / 100


def test_what_is_heard_in_typical_answers_leads_to_their_levels(behavioral: Rubric) -> None:
    hint = ("situation", "action", Signal.OWN_STEP, Signal.OUTCOME)
    thin = (*hint, "situation:2", "action:2", "result", Signal.SPECIFIC_OUTCOME, Signal.OTHER_VIEW, Signal.REASON)
    full = (
        *thin, "task", Signal.TIME_OR_PLACE, Signal.STAKES, Signal.OWN_STEPS, Signal.ORDERED_STEPS, Signal.OBSTACLE,
        Signal.ALTERNATIVE, Signal.MEASURE, Signal.BASELINE, Signal.LESSON,
    )  # fmt: skip
    assert score(behavioral) == 1.0
    assert score(behavioral, *hint) == pytest.approx(2, abs=0.25)
    assert score(behavioral, *thin) == pytest.approx(3, abs=0.25)
    assert score(behavioral, *full) == pytest.approx(4, abs=0.25)


def test_flags_are_the_six_pitfalls_and_two_manners(behavioral: Rubric) -> None:
    assert [flag.id for flag in behavioral.flags] == [
        "no_users",
        "ignores_data",
        "pleases_everyone",
        "micromanages",
        "no_priorities",
        "feature_no_strategy",
        "blame",
        "breach_of_confidence",
    ]
    for flag in behavioral.flags:
        assert flag.cues and flag.countered_by and flag.probe and flag.not_when
        assert all(cue == cue.lower() for cue in flag.cues)


def test_a_flag_that_a_signal_counters_names_it_as_reading_does(behavioral: Rubric) -> None:
    known = {*Part, *Signal}
    named = [name for flag in behavioral.flags for name in (*flag.absence, *flag.countered_by)]
    for name in named:
        assert name in known or len(name.split()) > 3, name


def test_the_employer_runs_all_six_rounds(generic: CompanyPack) -> None:
    assert [entry.round for entry in generic.loop] == list(Round)
    assert sum(entry.weight for entry in generic.loop) == 100


def test_the_behavioral_round_is_cut_for_typing(generic: CompanyPack) -> None:
    entry = generic.loop_round(Round.BEHAVIORAL)
    assert entry is not None
    assert (entry.minutes, entry.questions, entry.probes) == (45, 2, 3)
    assert [(share.id, share.minutes) for share in entry.phases] == [
        ("intro", 3),
        ("question_1", 17),
        ("question_2", 17),
        ("candidate_questions", 6),
        ("close", 2),
    ]


def test_a_candidate_can_read_the_brief_in_a_minute(generic: CompanyPack) -> None:
    assert 120 <= len(generic.brief.split()) <= 180


def test_the_interviewer_can_answer_what_candidates_ask(generic: CompanyPack) -> None:
    assert len(generic.answers) >= 16
    assert all(len(topic.tell.split()) <= 60 for topic in generic.answers)
    assert {"pay", "finances"} <= {topic.id for topic in generic.answers if topic.withheld}


def test_no_answer_gives_away_what_is_private(generic: CompanyPack) -> None:
    told = " ".join([generic.brief, *(topic.tell for topic in generic.answers)]).lower()
    for secret in ("5.1", "6.8", "nineteen months", "sixty days", "twelve stores", "third of new shops"):
        assert secret in generic.private.lower()
        assert secret not in told


def test_no_word_leads_to_two_answers(generic: CompanyPack) -> None:
    words = [word.lower() for topic in generic.answers for word in topic.topics]
    assert len(words) == len(set(words))


def test_figures_in_answers_stand_in_the_brief_or_are_small(generic: CompanyPack) -> None:
    for topic in generic.answers:
        for figure in re.findall(r"\d[\d,.]*", topic.tell):
            assert figure.strip(".,") in generic.brief, (topic.id, figure)
