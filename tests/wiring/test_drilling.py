"""A drill is about one criterion, knows where it stood, and asks what calls for it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.terms import Round, Skill
from interviewsim.errors import WrongUsage
from interviewsim.locations import bundled
from interviewsim.prompts.library import PromptLibrary
from interviewsim.rubrics.library import RubricLibrary
from interviewsim.wiring.drilling import drillable, drilled, levels_before, questions_for
from tests.cli.conftest import Sim
from tests.doubles.stage import scorecard
from tests.journeys.test_kill_and_resume import ANSWERS
from tests.rubrics.files import RUBRICS

BANK = PromptLibrary([bundled("prompts")])
GENERIC = RubricLibrary([RUBRICS])
BEHAVIORAL = GENERIC.rubric("generic", Round.BEHAVIORAL)


def card(**levels: int) -> Scorecard:
    kept = scorecard()
    one = kept.criteria[0]
    return replace(kept, criteria=tuple(replace(one, id=name, level=level) for name, level in levels.items()))


def test_the_newest_level_of_each_criterion_stands_before() -> None:
    assert levels_before([card(results=2), card(results=4, judgment=3)]) == {"results": 2, "judgment": 3}


def test_a_drill_knows_what_would_lift_its_criterion_from_where_it_stood() -> None:
    results = next(one for one in BEHAVIORAL.criteria if one.id == "results")
    focus = drilled(BEHAVIORAL, "results", [card(results=2)])
    assert (focus.criterion, focus.level, focus.text) == ("results", 2, results.next_level[2])
    assert drilled(BEHAVIORAL, "results", []).level == 0


def test_a_skill_is_drilled_by_the_criterion_for_it_that_stood_lowest() -> None:
    serving = [one.id for one in BEHAVIORAL.criteria if one.skills.get(Skill.COMMUNICATION)]
    levels = dict.fromkeys(serving, 4) | {serving[-1]: 2}
    assert drilled(BEHAVIORAL, "communication", [card(**levels)]).criterion == serving[-1]


def test_what_cannot_be_drilled_is_told_with_the_nearest_that_can() -> None:
    with pytest.raises(WrongUsage) as refused:
        drilled(BEHAVIORAL, "result", [])
    assert "results" in refused.value.hint


@given(st.sampled_from(list(Round)), st.data())
def test_every_criterion_of_every_round_has_questions_that_call_for_it(round_: Round, data: st.DataObject) -> None:
    criterion = data.draw(st.sampled_from(drillable(GENERIC.rubric("generic", round_))))
    asked = questions_for(criterion, BANK.questions(round_))
    assert asked
    assert all(criterion.judges(question.answer_model, question.tags) for question in asked)


def test_a_drill_is_no_round_in_the_history(sim: Sim, home: Path) -> None:
    script = b"In May I cut the second form, since errors fell from 14 to 5 a week in a test with nine nurses.\n"
    assert sim(["run", "behavioral", "--drill", "results", "--script", "-"], script) == 0
    assert "DRILL\n  Result and measurement: not judged before, level" in sim.told().out
    assert sim(["history", "--json"]) == 0
    (row,) = json.loads(sim.told().out)
    assert row["length"] == "drill"


def test_a_gentle_round_tells_no_score_until_it_is_asked_for(sim: Sim) -> None:
    script = "\n---\n".join(ANSWERS).encode()
    assert sim(["run", "behavioral", "--mode", "gentle", "--script", "-", "--seed", "3"], script) == 0
    told = sim.told()
    assert "DONE WELL" in told.out
    assert " of 5" not in told.out
    assert sim(["report", "last"]) == 0
    assert "of 5" in sim.told().out
