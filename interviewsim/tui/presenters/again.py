"""Answering once more: the setup for a question of a finished round, and the turn to take again."""

from dataclasses import replace

from interviewsim.domain.forking import take_at
from interviewsim.domain.scorecard import AnswerRecord, Scorecard
from interviewsim.domain.setup import Setup
from interviewsim.domain.transcript import Transcript

OWN = "own"
"""The id under which a question of the candidate's own is kept."""


def again(transcript: Transcript, card: Scorecard | None) -> Setup:
    """The same setup, on the question that went worst; the first one where nothing tells them apart."""
    opened, configured = transcript.opened, transcript.configured
    setup = Setup(opened.round, opened.company, opened.level, opened.mode, opened.length)
    if configured is None:
        return setup
    asked = {question.id: question.ask for question in configured.questions}
    weakest = min(card.answers, key=_mean_level) if card and card.answers else None
    question = weakest.question_id if weakest else next(iter(asked), None)
    setup = replace(setup, time_factor=configured.plan.time_factor if configured.plan.timed else None)
    return replace(setup, ask=asked.get(OWN)) if question == OWN else replace(setup, question_id=question)


def weakest_turn(transcript: Transcript, card: Scorecard | None) -> int | None:
    """Where to begin a take two: the first words of the answer that went worst, else the candidate's first."""
    weakest = min(card.answers, key=_mean_level) if card and card.answers else None
    first = take_at(transcript, weakest.turns[0] if weakest and weakest.turns else 1)
    return first.turn if first else None


def _mean_level(answer: AnswerRecord) -> float:
    levels = answer.levels.values()
    return sum(levels) / len(levels) if levels else 0.0
