"""A session as one JSON value: line 1 of its journal, its turns, its grades, and each grade read at every level."""

from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.transcript import Utterance
from interviewsim.grading.levels import LevelRead
from interviewsim.reports.debrief import ruled
from interviewsim.reports.view import SessionView
from interviewsim.transcripts.codec import json_text, opened_to_json, scorecard_to_json


def session_json(view: SessionView) -> str:
    """`{"session", "turns", "grades", "levels"}`, indented, with a line end. Private notes are not in it."""
    value = {
        "session": opened_to_json(view.transcript.opened),
        "turns": [_turn(said) for said in view.transcript.turns],
        "grades": [scorecard_to_json(grade) for grade in view.grades],
        "levels": [_levels(grade, view) for grade in view.grades],
    }
    return json_text(value, indented=True) + "\n"


def _levels(card: Scorecard, view: SessionView) -> dict[str, object]:
    """A grade at every level; `at` is empty where it has no verdict or its ruler is not the session's own."""
    return {"grade": card.grade, "at": [_at(read) for read in ruled(card, view).levels]}


def _at(read: LevelRead) -> dict[str, object]:
    """`bar` from 1 to 5; `short` names criteria under the least that the level needs; `why` is empty for a hire."""
    return {
        "level": read.level,
        "verdict": read.verdict,
        "bar": read.bar,
        "short": list(read.short),
        "why": read.why,
    }


def _turn(said: Utterance) -> dict[str, object]:
    """Every turn has the same keys; what does not concern its speaker is null. `t` and `seconds` are seconds."""
    return {
        "turn": said.turn,
        "who": "candidate" if said.candidate else "interviewer",
        "t": said.t,
        "text": said.text,
        "question_id": said.question_id,
        "as": said.as_,
        "move": said.move,
        "target": said.target,
        "complete": said.complete,
        "cut_off": said.cut_off if said.candidate else None,
        "pasted": said.pasted if said.candidate else None,
        "seconds": said.seconds if said.candidate else None,
    }
