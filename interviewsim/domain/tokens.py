"""What a round will roughly cost in tokens where a model interviews or grades. An estimate, and never more than that.

The figures were fitted to rounds played by scripts under every length and counted at four characters a token, and held
against two that a thinking mind played and graded: a product-sense round of 25 minutes took 12,800 tokens in and 1,100
out, a grade of two stories 22,600 and 2,200. Answers are taken to be typed at 25 words a minute of the round.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from interviewsim.domain.loop import RoundPlan
from interviewsim.domain.question import Question
from interviewsim.domain.rubric import Rubric

WORDS_A_MINUTE = 25
TOKENS_A_WORD = 1.35
TURN_BEGINS, TURN_ADDS, TURN_SAYS = 1300, 200, 160
"""Tokens of an interviewer's call before the conversation, that each turn adds to it, and that it replies."""
QUOTING, QUOTING_A_WORD, QUOTES = 620, 1.65, 350
DECIDING, DECIDING_A_WORD, DECIDES = 870, 1.75, 105
RETELLING, RETELLING_A_WORD, RETOLD = 400, 1.5, 220
READ_AGAIN = 1.15
"""Criteria at a boundary are read more than once."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens sent and tokens replied."""

    input: int = 0
    output: int = 0

    def __add__(self, other: "Tokens") -> "Tokens":
        """Both together."""
        return Tokens(self.input + other.input, self.output + other.output)


def interviewing(plan: RoundPlan) -> Tokens:
    """What the interviewer's calls come to: each sends the conversation so far, most of it sent before."""
    calls = plan.questions * (1 + plan.probes) + 1
    said = _words(plan) * TOKENS_A_WORD + calls * TURN_ADDS
    return Tokens(round(calls * (TURN_BEGINS + said / 2)), calls * TURN_SAYS)


def grading(plan: RoundPlan, decided: float) -> Tokens:
    """What a grade comes to, with so many criteria decided on in all (`decisions`)."""
    if not plan.questions:
        return Tokens()
    words = _words(plan) / plan.questions
    calls = decided * READ_AGAIN
    sent = (
        plan.questions * (QUOTING + QUOTING_A_WORD * words)
        + calls * (DECIDING + DECIDING_A_WORD * words)
        + (RETELLING + RETELLING_A_WORD * words)
    )
    return Tokens(round(sent), round(plan.questions * QUOTES + calls * DECIDES + RETOLD))


def decisions(rubric: Rubric, questions: Sequence[Question], asked: int) -> float:
    """How many criteria are decided on where `asked` of these questions are asked, on the average."""
    once = sum(bool(one.phase) for one in rubric.criteria)
    if not questions:
        return float(len(rubric.criteria))
    judged = sum(
        not one.phase and one.judges(question.answer_model, question.tags)
        for question in questions
        for one in rubric.criteria
    )
    return judged / len(questions) * asked + once


def _words(plan: RoundPlan) -> float:
    return plan.seconds / 60 * WORDS_A_MINUTE
