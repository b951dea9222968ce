"""What a candidate, or the clock, can do to a round."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """Say something. `pasted`: the text came from the clipboard; its seconds say nothing of pace."""

    text: str
    pasted: bool = False


@dataclass(frozen=True, slots=True)
class Clarify:
    """Ask the interviewer something about the question."""

    text: str


@dataclass(frozen=True, slots=True)
class Hint:
    """Ask for a nudge (coach mode)."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave this question for the next one."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop the clock (coach mode)."""


@dataclass(frozen=True, slots=True)
class Unpause:
    """Let the clock go on."""


@dataclass(frozen=True, slots=True)
class End:
    """End the round now; what was answered is graded."""

    script_ended: bool = False


@dataclass(frozen=True, slots=True)
class Again:
    """After a failure: let the interviewer try once more."""


@dataclass(frozen=True, slots=True)
class StandIn:
    """Let the offline interviewer go on from here, in place of a model that fails or is slow."""


Command = Answer | Clarify | Hint | Skip | Pause | Unpause | End
Order = Command | Again | StandIn
"""A command to the round, or what to do about an interviewer who does not answer."""
