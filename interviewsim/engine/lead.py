"""Leading through a question that is worked on rather than told: its stages, its gaps, its twist and objection."""

from collections.abc import Iterator
from dataclasses import dataclass

from interviewsim.domain.aspect import Aspect, Handling
from interviewsim.domain.loop import Phase
from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel, Challenge, Question
from interviewsim.domain.stages import PARTS
from interviewsim.domain.terms import Length, Round
from interviewsim.domain.transcript import Utterance
from interviewsim.engine.cue import Cue
from interviewsim.engine.cues import asked_after, cue_for, made, made_in_phase, spent
from interviewsim.engine.gaps import quotable
from interviewsim.engine.pitfalls import flag_to_probe
from interviewsim.engine.session import SessionState
from interviewsim.reading.shown import Reading, heard_in, heard_of, read, shown, slips_in

WALL = 220
"""Words of one message that run through the whole question at once."""
MANY_STAGES = 3
"""Stages that such a message has to touch before it is met at its thinnest decision."""
DECISIONS = (
    *(Aspect.GIVEN_UP, Aspect.CHOICE, Aspect.NEED_CHOICE, Aspect.SEGMENT, Aspect.RANKING, Aspect.TRADE_OFF),
    *(Aspect.GUARDRAIL, Aspect.THRESHOLD, Aspect.TEST, Aspect.SENSITIVITY, Aspect.RISK),
)
"""What a long answer is asked for, the most telling first."""
GROUNDWORK = frozenset({Aspect.GOAL, Aspect.PLAN, Aspect.REQUIREMENT, Aspect.AUDIENCE, Aspect.USERS, Aspect.EQUATION})
"""What nobody asks for any more once the candidate has gone past it."""
SHORT_ROOM = {AnswerModel.EXEC: 150, AnswerModel.PITCH: 260}
"""Words of one answer above which the interviewer asks for less of it."""
ENOUGH_TO_RECKON = 3
"""Figures that must have been said before anybody asks how they were put together."""
LATE = 45.0
"""Seconds left of a stage under which nothing further is begun in it."""


@dataclass(frozen=True, slots=True)
class Worked:
    """A question with what was heard on it so far."""

    question: Question
    reading: Reading

    def called_for(self, phase: Phase) -> tuple[Aspect, ...]:
        """The parts that a stage is for, of those that this question calls for."""
        wanted = self.question.parts or PARTS.get(self.question.answer_model, ())
        return tuple(part for part in phase.parts if part in wanted) if phase.parts else ()

    def missing(self, parts: tuple[Aspect, ...]) -> tuple[Aspect, ...]:
        """Those that were not said at all."""
        return tuple(part for part in parts if not heard_of(self.reading, part))


def worked(state: SessionState, question: Question) -> Worked:
    """Read everything that was said to the question."""
    told = (*state.transcript.released, *(fact.id for fact in question.facts if fact.opening))
    return Worked(question, read(question, heard_in(state.transcript, question.id), told))


def lead_on(state: SessionState, question: Question, last: Utterance, left: float) -> Cue | None:
    """The next move in this stage, or None where the stage is over; `left`: seconds of it."""
    on = worked(state, question)
    phase = state.current
    if phase is None:
        return None
    if move := _own_move(state, on, phase, left):
        return move
    if shorter := _shorter(state, question, last):
        return shorter
    if not phase.parts and phase.move is None:
        return _in_one_go(state, on, left) or _put_on_record(state, on)
    return _gap_of_stage(state, on, phase, left)


# --- the moves of a stage -------------------------------------------------------------------------


def _own_move(state: SessionState, on: Worked, phase: Phase, left: float) -> Cue | None:
    """The stage's own move, once; a question without words for it is not twisted."""
    question = on.question
    if phase.move is None or made_in_phase(state, phase.move) or left < LATE:
        return None
    match phase.move:
        case Move.TWIST if question.twist:
            return cue_for(state, Move.TWIST, tell=question.twist)
        case Move.CHALLENGE if question.challenge is not None:
            return _challenge(state, on, question.challenge)
        case Move.PUSH_BACK | Move.CHALLENGE:
            return _contest(state, on)
        case _:
            return None


def _challenge(state: SessionState, on: Worked, challenge: Challenge) -> Cue:
    """The prepared objection is to a decision; where none was made, the stakeholder objects in general."""
    decided = heard_of(on.reading, Aspect.CHOICE)
    return cue_for(state, Move.CHALLENGE, target=challenge.role, tell=challenge.say if decided else None)


def _contest(state: SessionState, on: Worked) -> Cue | None:
    """The best decision so far is contested, in the question's words or in general; once a round."""
    if any(turn.move in {Move.PUSH_BACK, Move.CHALLENGE} for turn in state.transcript.turns):
        return None
    if not state.plan.contests or state.plan.round is Round.SCREENING:
        return None
    if on.question.push_back:
        return cue_for(state, Move.PUSH_BACK, target="proposal", tell=on.question.push_back)
    decided = (
        *shown(on.reading, Aspect.CHOICE),
        *shown(on.reading, Aspect.HEADLINE),
        *shown(on.reading, Aspect.SEGMENT),
    )
    if not decided:
        return None
    return cue_for(state, Move.PUSH_BACK, target="proposal", quote=_quote(state, on, Aspect.CHOICE))


def _shorter(state: SessionState, question: Question, last: Utterance) -> Cue | None:
    most = SHORT_ROOM.get(question.answer_model)
    if most is None or last.words <= most or made(state, Move.FOCUS):
        return None
    return cue_for(state, Move.FOCUS, target="shorter")


# --- gaps -----------------------------------------------------------------------------------------


def _gap_of_stage(state: SessionState, on: Worked, phase: Phase, left: float) -> Cue | None:
    """The first thing missing in this stage that is still worth asking for."""
    if left < LATE or spent(state.in_phase) >= _budget(state):
        return None
    if _needs_figures(state, on, phase):
        return cue_for(state, Move.WHICH_FIGURE)
    wanted = on.missing(on.called_for(phase))
    if on.reading.counts.numbers < ENOUGH_TO_RECKON:
        wanted = tuple(part for part in wanted if part is not Aspect.ARITHMETIC)
    thinnest = _thinnest(state, on)
    if thinnest is not None:
        wanted = (thinnest,) if thinnest in phase.parts else ()
    elif _further_on(state, on):
        wanted = tuple(part for part in wanted if part not in GROUNDWORK)
    if (slip := _slip(state, on)) is not None:
        return slip
    asked = asked_after(state, on.question)
    for part in wanted:
        if part.value not in asked:
            return _probe(state, on, part)
    return flag_to_probe(state, on.question, on.reading)


def _needs_figures(state: SessionState, on: Worked, phase: Phase) -> bool:
    """Whether the stage is for reckoning, and nobody has asked for a figure yet: then the sheet is offered once."""
    kept_back = any(not fact.opening for fact in on.question.facts)
    reckons = Aspect.ARITHMETIC in on.called_for(phase) and on.question.answer_model is AnswerModel.CASE
    asked = state.transcript.released or made(state, Move.WHICH_FIGURE)
    return kept_back and reckons and not asked


def _in_one_go(state: SessionState, on: Worked, left: float) -> Cue | None:
    """A question without stages: its premise, its missing parts, then the objection."""
    premise = on.question.premise
    if premise is not None and not made(state, Move.PREMISE):
        return cue_for(state, Move.PREMISE, tell=premise.say)
    if premise is not None and _just_corrected(state, on):
        return cue_for(state, Move.CONCEDE, tell=premise.concede)
    if left < LATE or made(state, Move.PUSH_BACK):
        return None
    if spent(state.transcript.of_question(on.question.id)) >= state.plan.probes:
        return _contest(state, on)
    asked = asked_after(state, on.question)
    parts = on.question.parts or PARTS.get(on.question.answer_model, ())
    for part in on.missing(parts):
        if part.value not in asked and part not in GROUNDWORK:
            return _probe(state, on, part)
    return flag_to_probe(state, on.question, on.reading) or _contest(state, on)


def _put_on_record(state: SessionState, on: Worked) -> Cue | None:
    """A wrong claim that nobody put right is put right by who made it, before the question is left."""
    premise = on.question.premise
    if premise is None or not made(state, Move.PREMISE) or made(state, Move.CONCEDE):
        return None
    return cue_for(state, Move.CONCEDE, target="record", tell=premise.truth)


def _probe(state: SessionState, on: Worked, part: Aspect) -> Cue:
    return cue_for(state, Move.PROBE, target=part.value, quote=_quote(state, on, part))


def _slip(state: SessionState, on: Worked) -> Cue | None:
    """A calculation that does not come out is asked about once, and not corrected."""
    asked = asked_after(state, on.question)
    if not slips_in(on.reading) or Aspect.ARITHMETIC.value in asked:
        return None
    return cue_for(state, Move.PROBE, target=Aspect.ARITHMETIC.value)


def _budget(state: SessionState) -> int:
    """Follow-ups in one stage."""
    return 2 if state.plan.length is Length.FULL else 1


def _just_corrected(state: SessionState, on: Worked) -> bool:
    before = next((turn for turn in reversed(state.transcript.turns) if not turn.candidate), None)
    replied = before is not None and before.move is Move.PREMISE
    return replied and bool(shown(on.reading, Handling.CORRECTS_PREMISE))


def _thinnest(state: SessionState, on: Worked) -> Aspect | None:
    """After a wall of text: the most telling decision that it does not make."""
    longest = max((turn.words for turn in state.transcript.answers_to(on.question.id)), default=0)
    if longest < WALL or len(list(_touched(state, on))) < MANY_STAGES:
        return None
    ahead = {part for phase in _stages(state) for part in on.called_for(phase)}
    asked = asked_after(state, on.question)
    return next(
        (part for part in DECISIONS if part in ahead and part in on.missing((part,)) and part.value not in asked), None
    )


def _further_on(state: SessionState, on: Worked) -> bool:
    """Whether a later stage was touched already."""
    return any(index > state.phase for index in _touched(state, on))


def _touched(state: SessionState, on: Worked) -> Iterator[int]:
    """Stages of this question of which something was heard."""
    for index, phase in enumerate(state.plan.phases):
        if phase.question == (state.current.question if state.current else None):
            parts = on.called_for(phase)
            if parts and len(on.missing(parts)) < len(parts):
                yield index


def _stages(state: SessionState) -> Iterator[Phase]:
    """This stage and the ones of the same question that follow it."""
    for phase in state.plan.phases[max(state.phase, 0) :]:
        if phase.question == (state.current.question if state.current else None):
            yield phase


def _quote(state: SessionState, on: Worked, part: Aspect) -> str | None:
    """Up to eight of the candidate's words that a probe for the part may carry."""
    texts = {turn.turn: turn.text for turn in state.transcript.answers_to(on.question.id)}
    spans = [span for source in QUOTED_FROM.get(part, ()) for span in shown(on.reading, source)]
    return next((quote for span in spans if (quote := quotable(texts.get(span.turn, ""), span))), None)


QUOTED_FROM: dict[Aspect, tuple[Aspect, ...]] = {
    Aspect.CHOICE: (Aspect.CHOICE, Aspect.HEADLINE, Aspect.SEGMENT),
    Aspect.GIVEN_UP: (Aspect.CHOICE,),
    Aspect.NEED: (Aspect.SEGMENT,),
    Aspect.GUARDRAIL: (Aspect.MEASURE,),
    Aspect.REASON: (Aspect.HEADLINE, Aspect.CHOICE),
    Aspect.EVIDENCE: (Aspect.REASON,),
    Aspect.RISK: (Aspect.CHOICE, Aspect.HEADLINE),
    Aspect.FAILURE: (Aspect.FLOW,),
    Aspect.TEST: (Aspect.CAUSES,),
}
"""Whose words a probe may carry, by what it asks after."""
