"""What a request may be after that rules could not match: labels for somebody who reads better, never values.

What is found is recorded like any fact that was asked for, so that the policy goes on reading nothing but the journal.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from interviewsim.domain.move import Move
from interviewsim.domain.question import Question
from interviewsim.domain.rubric import Topic
from interviewsim.domain.transcript import Utterance
from interviewsim.engine.cue import Cue
from interviewsim.engine.cues import cue_for
from interviewsim.engine.session import SessionState

BRIEF = "brief:"
"""What stands before the id of a company's answer where it is recorded as told."""
ABOUT_US = "company"
"""The kind of `clarify` that keeps a question about the employer for the end."""
TASK = "task"
"""The kind of `clarify` that is about the question, and not about the company."""
NEAR = "near"
"""The kind of `which_figure` that asks what exactly is meant, because a line comes close to it."""
_LEAVES_OPEN: Mapping[Move, frozenset[str | None]] = {
    Move.ASSUME: frozenset({None}),
    Move.CLARIFY: frozenset({None, TASK, ABOUT_US}),
    Move.WHICH_FIGURE: frozenset({NEAR}),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A request that nothing was found for: the candidate's turn, its words, and what it may be after by label."""

    turn: int
    question: str
    request: str
    labels: Mapping[str, Sequence[str]]


@runtime_checkable
class Finder(Protocol):
    """An interviewer who can tell what a free request is after."""

    async def find(self, wanted: Wanted) -> str | None:
        """The label that is meant, None where none is. Never raises for a failure: then nothing was found."""
        ...


class Search:
    """One search as it goes on; `drop` ends it, with nothing found."""

    def __init__(self, finder: Finder, wanted: Wanted) -> None:
        self._wanted = wanted
        self._task = asyncio.ensure_future(finder.find(wanted))

    def drop(self) -> None:
        """Give up: somebody else goes on."""
        self._task.cancel()

    async def label(self) -> str | None:
        """One of the labels, or None; whatever else comes back is nothing."""
        try:
            await asyncio.wait({self._task})
        finally:
            self._task.cancel()
        found = None if self._task.cancelled() else self._task.result()
        return found if found in self._wanted.labels else None


def unmatched(state: SessionState, cue: Cue) -> Wanted | None:
    """What the cue leaves unanswered that may yet have an answer; None where nothing was asked for by name."""
    asked = state.last
    if asked is None or not asked.candidate:
        return None
    labels: dict[str, Sequence[str]] = {}
    question = state.question
    match cue.move:
        case Move.NOT_KNOWN:
            labels = _of_brief(state)
        case Move.ASSUME | Move.CLARIFY | Move.WHICH_FIGURE if (
            question and question.facts and cue.target in _LEAVES_OPEN[cue.move]
        ):
            told = state.transcript.released
            labels = {fact.id: fact.topics for fact in question.facts if not fact.opening and fact.id not in told}
            labels |= _of_brief(state) if question.employer else {}
        case _:
            return None
    return Wanted(asked.turn, question.ask if question else "", asked.text, labels) if labels else None


def found_for(state: SessionState, question: Question | None, asked: Utterance) -> Cue | None:
    """What is told because it was found for this turn: a fact of the sheet, or an answer from the brief."""
    found = {label for label, turn in state.transcript.released.items() if turn == asked.turn}
    fact = next((fact for fact in (question.facts if question else ()) if fact.id in found), None)
    if fact is not None:
        return cue_for(state, Move.FACT, tell=fact.tell)
    topic = next((topic for topic in state.configured.pack.answers if BRIEF + topic.id in found), None)
    return told_of(state, topic) if topic is not None else None


def told_of(state: SessionState, topic: Topic) -> Cue:
    """What the company says on a topic, or the polite no."""
    return cue_for(state, Move.WITHHOLD if topic.withheld else Move.ANSWER, target=topic.id, tell=topic.tell)


def _of_brief(state: SessionState) -> dict[str, Sequence[str]]:
    """The company's answers that were not given yet."""
    told = {turn.target for turn in state.transcript.turns if turn.move in {Move.ANSWER, Move.WITHHOLD}}
    return {BRIEF + one.id: one.topics for one in state.configured.pack.answers if one.id not in told}
