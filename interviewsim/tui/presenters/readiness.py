"""Who interviews and grades, where answers go, whether the model can be asked, and roughly what a round takes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from interviewsim.domain.tokens import Tokens, decisions, grading, interviewing
from interviewsim.preferences import Went
from interviewsim.tui.presenters.plain import clipped, one_line

if TYPE_CHECKING:
    from interviewsim.backstage import Lobby
    from interviewsim.preferences import Step, Voice, Voices

OFFLINE = "Offline interviewer and grader: rules, no model. Nothing leaves this computer."
SET_ASIDE = "Offline for this sitting; the model you chose is not asked."
LONGEST = 40
"""Cells of a model's or server's name."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A mark that tells by shape, and a sentence. `went` None: it is still being asked."""

    mark: str
    text: str
    went: Went | None = None


def who(voices: "Voices") -> str:
    """Who plays the roles, and where answers go."""
    asks, grades = voices.interviewer, voices.grader
    if asks is None and grades is None:
        return OFFLINE
    if asks is None or grades is None:
        one = asks or grades
        role = "interviews; the grader is offline" if grades is None else "grades; the interviewer is offline"
        return f"{_name(one)} {role}.\n{_where(one)}" if one else OFFLINE
    if asks.model == grades.model:
        return f"{_name(asks)} interviews and grades.\n{_where(asks)}"
    return f"{_name(asks)} interviews, {_name(grades)} grades.\n{_where(asks)}"


def estimate(lobby: "Lobby") -> str:
    """The tokens of a round and its grade, in round figures; empty where no model is asked."""
    voices, plan = lobby.voices, lobby.plan
    played = interviewing(plan) if voices.interviewer else Tokens()
    decided = decisions(lobby.rubric, lobby.questions, plan.questions)
    graded = grading(plan, decided) if voices.grader else Tokens()
    if voices.offline:
        return ""
    whole = played + graded
    parts = f" (interview {_in_out(played)}; grade {_in_out(graded)})" if played.input and graded.input else ""
    return f"Estimate: about {rounded(whole.input)} tokens in, {rounded(whole.output)} out{parts}."


def ready(step: "Step | None") -> Ready:
    """Whether the model can be asked, and what to do where it cannot."""
    if step is None:
        return Ready("○", "asking whether it is ready…")
    took = f" ({step.ms} ms)" if step.ms is not None else ""
    told = one_line(f"{step.found} {step.then}")
    match step.went:
        case Went.OK:
            return Ready("●", f"ready{took}", step.went)
        case Went.NOTED:
            return Ready("!", told, step.went)
        case Went.FAILED:
            return Ready("✗", f"not ready: {told} Or o plays offline, s opens the settings.", step.went)
        case Went.SKIPPED:
            return Ready("·", told, step.went)


def rounded(count: int) -> str:
    """A count to two figures: "17,000"."""
    size = max(0, len(str(count)) - 2)
    return f"{round(count, -size):,}"


def _in_out(tokens: Tokens) -> str:
    return f"{rounded(tokens.input)} and {rounded(tokens.output)}"


def _name(voice: "Voice | None") -> str:
    return clipped(voice.model, LONGEST) if voice else ""


def _where(voice: "Voice") -> str:
    place = clipped(voice.place, LONGEST)
    return f"Your answers stay on this machine: {place}." if voice.here else f"Your answers go to {place}."
