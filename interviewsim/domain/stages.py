"""What a full answer of each model consists of, and how an interviewer's minutes go along it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from interviewsim.domain.aspect import Aspect
from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel

_A = Aspect
PARTS: Mapping[AnswerModel, tuple[Aspect, ...]] = MappingProxyType(
    {
        AnswerModel.PITCH: (_A.PRESENT, _A.PAST, _A.ACHIEVEMENT, _A.WHY_HERE, _A.OFFER),
        AnswerModel.EXPLAIN: (_A.AUDIENCE, _A.SHORT_ANSWER, _A.MECHANISM, _A.ANALOGY, _A.LIMIT, _A.USER_EFFECT),
        AnswerModel.SYSTEM: (
            *(_A.REQUIREMENT, _A.QUALITY, _A.SCALE, _A.FLOW, _A.INTERFACE),
            *(_A.FAILURE, _A.TRADE_OFF, _A.USER_EFFECT, _A.ROLLOUT),
        ),
        AnswerModel.DEBUG: (
            *(_A.CHECK_MEASURE, _A.SHAPE, _A.SPLIT, _A.CAUSES, _A.RANKING),
            *(_A.TEST, _A.FIX, _A.PREVENT),
        ),
        AnswerModel.DESIGN: (
            *(_A.GOAL, _A.USERS, _A.SEGMENT, _A.NEED, _A.NEED_CHOICE, _A.IDEAS, _A.CHOICE, _A.GIVEN_UP),
            *(_A.FIRST_VERSION, _A.MEASURE, _A.GUARDRAIL, _A.RISK),
        ),
        AnswerModel.CRITIQUE: (_A.JOB, _A.USERS, _A.WORKS, _A.GAP, _A.EVIDENCE, _A.CHANGE, _A.MEASURE),
        AnswerModel.METRICS: (_A.GOAL, _A.ACTIONS, _A.MEASURE, _A.INPUTS, _A.GUARDRAIL, _A.TRADE_OFF),
        AnswerModel.ESTIMATE: (*(_A.PLAN, _A.EQUATION, _A.ASSUMPTION, _A.ARITHMETIC, _A.SANITY, _A.RANGE, _A.INSIGHT),),
        AnswerModel.PRIORITIZE: (
            *(_A.GOAL, _A.CRITERIA, _A.RANKING, _A.CHOICE, _A.GIVEN_UP, _A.SENSITIVITY, _A.TOLD_NO),
        ),
        AnswerModel.STRATEGY: (
            *(_A.GOAL, _A.POSITION, _A.ADVANTAGE, _A.IDEAS, _A.CHOICE, _A.RISK, _A.SEQUENCE, _A.THRESHOLD),
        ),
        AnswerModel.CASE: (
            *(_A.GOAL, _A.PLAN, _A.SPLIT, _A.ARITHMETIC, _A.INSIGHT, _A.CHOICE, _A.RISK, _A.NEXT_STEP, _A.MEASURE),
        ),
        AnswerModel.EXEC: (_A.HEADLINE, _A.REASON, _A.EVIDENCE, _A.RISK, _A.NEXT_STEP),
    }
)
"""The parts of a full answer by its model, in the order in which they usually come; `star` has its own four."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of a main question: the parts it is for, or the one move that it makes.

    `share` is its part of the question's minutes, against the other stages' shares.
    """

    id: str
    share: int
    parts: tuple[Aspect, ...] = ()
    move: Move | None = None


STAGES: Mapping[AnswerModel, tuple[Stage, ...]] = MappingProxyType(
    {
        AnswerModel.DESIGN: (
            Stage("clarify", 4, (_A.GOAL,)),
            Stage("users", 7, (_A.USERS, _A.SEGMENT)),
            Stage("problems", 7, (_A.NEED, _A.NEED_CHOICE)),
            Stage("solutions", 9, (_A.IDEAS, _A.CHOICE, _A.GIVEN_UP)),
            Stage("twist", 4, move=Move.TWIST),
            Stage("measures", 5, (_A.MEASURE, _A.GUARDRAIL, _A.RISK)),
            Stage("challenge", 3, move=Move.PUSH_BACK),
        ),
        AnswerModel.METRICS: (
            Stage("clarify", 4, (_A.GOAL, _A.ACTIONS)),
            Stage("measures", 8, (_A.MEASURE, _A.INPUTS)),
            Stage("harm", 5, (_A.GUARDRAIL,)),
            Stage("twist", 6, (_A.TRADE_OFF,), move=Move.TWIST),
            Stage("challenge", 3, move=Move.PUSH_BACK),
        ),
        AnswerModel.CRITIQUE: (
            Stage("job", 8, (_A.JOB, _A.USERS)),
            Stage("works", 9, (_A.WORKS, _A.GAP, _A.EVIDENCE)),
            Stage("change", 9, (_A.CHANGE, _A.MEASURE)),
            Stage("twist", 4, move=Move.TWIST),
            Stage("challenge", 3, move=Move.PUSH_BACK),
        ),
        AnswerModel.STRATEGY: (
            Stage("clarify", 4, (_A.GOAL,)),
            Stage("position", 9, (_A.POSITION, _A.ADVANTAGE)),
            Stage("options", 9, (_A.IDEAS, _A.CHOICE)),
            Stage("twist", 4, move=Move.TWIST),
            Stage("risks", 6, (_A.RISK, _A.SEQUENCE, _A.THRESHOLD)),
            Stage("challenge", 3, move=Move.PUSH_BACK),
        ),
        AnswerModel.CASE: (
            Stage("structure", 10, (_A.GOAL, _A.PLAN)),
            Stage("analysis", 18, (_A.SPLIT, _A.ARITHMETIC, _A.INSIGHT)),
            Stage("recommendation", 9, (_A.CHOICE, _A.NEXT_STEP, _A.MEASURE)),
            Stage("challenge", 8, (_A.RISK,), move=Move.CHALLENGE),
        ),
        AnswerModel.ESTIMATE: (
            Stage("structure", 6, (_A.EQUATION,)),
            Stage("analysis", 14, (_A.ASSUMPTION, _A.ARITHMETIC)),
            Stage("check", 6, (_A.SANITY, _A.RANGE)),
            Stage("recommendation", 6, (_A.INSIGHT,)),
            Stage("challenge", 6, move=Move.CHALLENGE),
        ),
        AnswerModel.PRIORITIZE: (
            Stage("structure", 6, (_A.GOAL, _A.CRITERIA)),
            Stage("analysis", 14, (_A.RANKING, _A.CHOICE)),
            Stage("recommendation", 9, (_A.GIVEN_UP, _A.SENSITIVITY)),
            Stage("challenge", 8, (_A.TOLD_NO,), move=Move.CHALLENGE),
        ),
        AnswerModel.SYSTEM: (
            Stage("clarify", 4, (_A.REQUIREMENT, _A.QUALITY, _A.SCALE)),
            Stage("sketch", 8, (_A.FLOW, _A.INTERFACE)),
            Stage("trade_offs", 7, (_A.FAILURE, _A.TRADE_OFF)),
            Stage("twist", 5, move=Move.TWIST),
            Stage("consequence", 4, (_A.USER_EFFECT, _A.ROLLOUT)),
        ),
        AnswerModel.DEBUG: (
            Stage("clarify", 4, (_A.CHECK_MEASURE, _A.SHAPE)),
            Stage("causes", 10, (_A.SPLIT, _A.CAUSES, _A.RANKING)),
            Stage("test", 7, (_A.TEST,)),
            Stage("twist", 4, move=Move.TWIST),
            Stage("consequence", 4, (_A.FIX, _A.PREVENT)),
        ),
    }
)
"""Where a question of this model is led through in steps. A model that is not here has one stage, for all of its parts.

Shares follow what coaches and candidates report of these rounds' minutes.
"""
