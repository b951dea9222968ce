from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewsim.domain.rubric import Committee, CommitteeRule, Verdict
from interviewsim.domain.terms import Round, Skill
from interviewsim.grading.deciding import HIRES, ORDER, Against, Ruling, Vote, rule_on, turning, verdict_at

BAR = 3.0
WEIGHTS = (10, 15, 20, 20, 20, 15)
WHOLE = float(sum(WEIGHTS))
MEAN = Committee()
RULES = tuple(
    Committee(rule, floor, rebut) for rule in CommitteeRule for floor in (0.0, 2.5) for rebut in (True, False)
)

scores = st.integers(10, 50).map(lambda tenths: tenths / 10)
skills = st.dictionaries(st.sampled_from(list(Skill)), scores, max_size=4)
rules = st.sampled_from(RULES)


def vote(round_: Round, score: float, **changes: object) -> Vote:
    weight = WEIGHTS[list(Round).index(round_)]
    made = Vote(round_, weight, score, verdict_at(score, BAR), {}, bar_raiser=round_ is Round.FINAL)
    return replace(made, **changes)  # type: ignore[arg-type]


def loop(*scored: float, **changes: object) -> list[Vote]:
    """One vote for each round in the order of the loop."""
    return [vote(round_, score, **changes) for round_, score in zip(Round, scored, strict=False)]


def ruled(votes: list[Vote], committee: Committee = MEAN, bar: float = BAR) -> Ruling:
    return rule_on(votes, committee, bar, WHOLE)


@st.composite
def votes(draw: st.DrawFn) -> list[Vote]:
    held = draw(st.lists(st.sampled_from(list(Round)), min_size=1, max_size=6, unique=True))
    return [
        vote(
            round_,
            draw(scores),
            verdict=draw(st.sampled_from(list(Verdict))),
            skills=draw(skills),
            critical=draw(st.sampled_from([(), ("Blaming others",)])),
            filed=draw(st.booleans()),
        )
        for round_ in held
    ]


def at_least(level: float) -> st.SearchStrategy[float]:
    return st.integers(round(level * 10), 50).map(lambda tenths: tenths / 10)


@st.composite
def better(draw: st.DrawFn, worse: Vote) -> Vote:
    """The same round gone at least as well in everything."""
    return replace(
        worse,
        score=draw(at_least(worse.score)),
        verdict=draw(st.sampled_from(ORDER[ORDER.index(worse.verdict) :])),
        skills={skill: draw(at_least(level)) for skill, level in worse.skills.items()},
        critical=draw(st.sampled_from([worse.critical, ()])),
    )


@given(votes(), rules, st.data())
@settings(max_examples=300)
def test_a_round_that_goes_better_never_lowers_the_decision(
    given_votes: list[Vote], committee: Committee, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(given_votes) - 1))
    raised = [*given_votes[:at], data.draw(better(given_votes[at])), *given_votes[at + 1 :]]
    before, after = ruled(given_votes, committee), ruled(raised, committee)
    assert (before.verdict is None) == (after.verdict is None)
    if before.verdict is not None and after.verdict is not None:
        assert ORDER.index(after.verdict) >= ORDER.index(before.verdict)


@given(votes(), rules, st.randoms(use_true_random=False))
def test_the_order_of_the_rounds_decides_nothing(given_votes: list[Vote], committee: Committee, random: object) -> None:
    shuffled = list(given_votes)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    before, after = ruled(given_votes, committee), ruled(shuffled, committee)
    assert (before.verdict, before.average) == (after.verdict, after.average)
    assert set(before.objections) == set(after.objections)


@given(votes(), rules)
def test_the_one_round_that_would_turn_it_does_turn_it(given_votes: list[Vote], committee: Committee) -> None:
    turn, now = turning(given_votes, committee, BAR, WHOLE), ruled(given_votes, committee)
    if turn is None or now.verdict is None:
        return
    assert (turn.to < turn.score) == (now.verdict in HIRES)


@pytest.mark.parametrize(
    ("scored", "verdict"),
    [
        ((3, 3, 3, 3, 3, 3), Verdict.HIRE),
        ((3, 3, 3, 3, 3, 2.9), Verdict.NO_HIRE),
        ((4, 4, 4, 4, 4, 3), Verdict.STRONG_HIRE),
        ((2.6, 4.5, 4.5, 4.5, 4.5, 4.5), Verdict.HIRE),
        ((1, 1, 1, 2, 1, 1), Verdict.STRONG_NO_HIRE),
    ],
)
def test_an_average_stands_against_the_bar(scored: tuple[float, ...], verdict: Verdict) -> None:
    assert ruled(loop(*scored)).verdict is verdict


def test_a_round_under_the_floor_caps_any_average() -> None:
    found = ruled(loop(2.4, 4, 4, 4, 4, 4))
    assert found.verdict is Verdict.NO_HIRE
    assert [one.against for one in found.objections] == [Against.FLOOR]
    assert "2.40" in found.objections[0].text


def test_a_critical_flag_caps_any_average() -> None:
    held = loop(4, 4, 4, 4, 4, 4)
    held[2] = replace(held[2], critical=("Blaming others",))
    found = ruled(held)
    assert found.verdict is Verdict.NO_HIRE
    assert "Product sense: Blaming others" in found.objections[0].text


def test_a_strong_no_stands_until_the_other_rounds_answer_every_skill_of_it() -> None:
    low = {Skill.EMPATHY: 1.5, Skill.STRATEGY: 2.0}
    no = vote(Round.TECHNICAL, 1.9, skills=low)
    others = [vote(round_, 4.0, skills={Skill.EMPATHY: 3.4}) for round_ in Round if round_ is not Round.TECHNICAL]
    lenient = Committee(floor=0.0)
    unanswered = ruled([no, *others], lenient)
    assert unanswered.verdict is Verdict.NO_HIRE
    assert "strategy" in unanswered.objections[0].text
    assert "empathy" not in unanswered.objections[0].text
    answered = [replace(one, skills={Skill.EMPATHY: 3.4, Skill.STRATEGY: 3.0}) for one in others]
    assert ruled([no, *answered], lenient).verdict is Verdict.HIRE
    assert ruled([no, *others], replace(lenient, rebut_strong_no=False)).verdict is Verdict.HIRE


def test_a_bar_raiser_s_no_is_a_veto_and_without_them_nothing_is_decided() -> None:
    committee = Committee(CommitteeRule.BAR_RAISER)
    assert ruled(loop(4, 4, 4, 4, 4, 4), committee).verdict is Verdict.STRONG_HIRE
    vetoed = ruled(loop(4, 4, 4, 4, 4, 2.9), committee)
    assert vetoed.verdict is Verdict.NO_HIRE
    assert vetoed.objections[0].against is Against.BAR_RAISER
    assert ruled(loop(4, 4, 4, 4, 4), committee).verdict is None


def test_without_averaging_more_than_half_of_the_weight_has_to_vote_for_a_hire() -> None:
    committee = Committee(CommitteeRule.NO_AVERAGING)
    assert ruled(loop(2.9, 2.9, 3, 3, 3, 2.9), committee).verdict is Verdict.HIRE
    assert ruled(loop(5, 5, 2.9, 2.9, 2.9, 5), committee).verdict is Verdict.NO_HIRE


def test_an_average_is_no_hire_while_less_than_half_of_the_weight_votes_for_one() -> None:
    found = ruled(loop(5, 5, 2.9, 2.9, 2.9, 5))
    assert found.average == pytest.approx(3.74)
    assert found.verdict is Verdict.NO_HIRE
    assert found.objections[0].against is Against.VOTES


def test_too_little_of_the_loop_decides_nothing() -> None:
    found = ruled(loop(4, 4, 4))
    assert (found.verdict, found.judged) == (None, 0.45)
    assert ruled([]).average is None


def test_a_decision_is_measured_where_graders_own_verdicts_carry_it() -> None:
    assert ruled(loop(4, 4, 4, 4, 4, 4)).measured
    mostly_read = ruled(loop(4, 4, 4, 4, 4, 4, filed=False))
    assert not mostly_read.measured
    assert mostly_read.verdict is Verdict.STRONG_HIRE


def test_the_smallest_change_is_told() -> None:
    turn = turning(loop(3, 3, 3, 3, 3, 2.5), MEAN, BAR, WHOLE)
    assert turn is not None
    assert (turn.round, turn.to) == (Round.PRODUCT_SENSE, 3.4)
    assert turning(loop(1, 1, 1, 1, 1, 1), MEAN, BAR, WHOLE) is None
