"""A pitfall that an answer seems to fall into is asked about once, before anybody writes it down."""

from interviewsim.domain.move import Move
from interviewsim.domain.question import Question
from interviewsim.engine.cue import Cue
from interviewsim.engine.cues import cue_for
from interviewsim.engine.session import SessionState
from interviewsim.reading.shown import Reading, countered, cues_of, heard_in

FLAG = "flag:"
"""What the target of such a probe begins with; the flag's id follows."""


def flag_to_probe(state: SessionState, question: Question, reading: Reading) -> Cue | None:
    """The probe of the first flag that the answer's words raise and nothing in it clears; each once a round."""
    asked = {turn.target for turn in state.transcript.turns}
    heard = [one for one in heard_in(state.transcript, question.id) if not one.question]
    for flag in state.configured.rubric.flags:
        target = f"{FLAG}{flag.id}"
        if not flag.probe or target in asked or countered(flag, reading):
            continue
        if cues_of(flag, heard, reading.addressed):
            return cue_for(state, Move.PROBE, target=target, tell=flag.probe)
    return None
