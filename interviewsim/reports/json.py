"""A session as one JSON value: line 1 of its journal, its turns, its grades in the contract's shape."""

from interviewsim.domain.transcript import Utterance
from interviewsim.reports.view import SessionView
from interviewsim.transcripts.codec import json_text, opened_to_json, scorecard_to_json


def session_json(view: SessionView) -> str:
    """`{"session", "turns", "grades"}`, indented, with a line end. Private notes are not in it."""
    value = {
        "session": opened_to_json(view.transcript.opened),
        "turns": [_turn(said) for said in view.transcript.turns],
        "grades": [scorecard_to_json(grade) for grade in view.grades],
    }
    return json_text(value, indented=True) + "\n"


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
