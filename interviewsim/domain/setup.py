"""What a person chooses before a round, and the plan that follows from it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from interviewsim.domain.loop import LoopRound, Phase, PhaseShare, RoundPlan
from interviewsim.domain.question import AnswerModel
from interviewsim.domain.stages import STAGES
from interviewsim.domain.terms import Length, Level, Mode, Round

CANDIDATE_QUESTIONS = "candidate_questions"
INTRO = "intro"
CLOSE = "close"
QUESTION = "question_"

SHORT_MINUTES = 25
DRILL_MINUTES = 10
WARM_UP_MINUTES = 5
ALOUD_MINUTES = 6
RECALL_SECONDS = 90
"""How long what was said aloud may be written down from memory."""
LEAST_SECONDS_FOR_QUESTIONS = 120
WORDS_A_MINUTE = 150
"""Spoken length, everywhere: words / 150 a minute."""


@dataclass(frozen=True, slots=True)
class Setup:
    """The choices for one round. `time_factor` None: no clock. `seed` None: a fresh one.

    `drill`: the one criterion, or skill, that the round is about, by its id. `loop`: the loop that it belongs to.
    """

    round: Round
    company: str = "generic"
    level: Level = Level.PM
    mode: Mode = Mode.REALISTIC
    length: Length = Length.SHORT
    minutes: int | None = None
    time_factor: float | None = 1.0
    question_id: str | None = None
    ask: str | None = None
    seed: int | None = None
    drill: str | None = None
    loop: str | None = None


def settled(setup: Setup) -> Setup:
    """The setup with what its mode and its drill decide: gentle has no clock, aloud and a drill have one question."""
    if setup.mode is Mode.GENTLE:
        setup = replace(setup, time_factor=None)
    if setup.mode is Mode.ALOUD or setup.drill is not None:
        setup = replace(setup, length=Length.DRILL)
    return setup


def spoken_seconds(words: int) -> float:
    """How long so many words take to say, in seconds."""
    return words * 60 / WORDS_A_MINUTE


def plan_round(loop_round: LoopRound, setup: Setup, models: Sequence[AnswerModel] = ()) -> RoundPlan:
    """Cut a company's round to the length, the minutes and the time factor that were chosen.

    `models` are the answer models of the main questions, in order: a question's minutes are cut along the
    stages of its model. Phases scale together; the candidate's own questions never fall under two
    minutes where the length has them at all.
    """
    setup = settled(setup)
    minutes = setup.minutes or _minutes(loop_round, setup)
    factor = 1.0 if setup.time_factor is None else setup.time_factor
    questions, probes = _budget(loop_round, setup)
    whole = _scaled(_shares(loop_round, setup, questions), round(minutes * 60 * factor))
    return RoundPlan(
        round=loop_round.round,
        length=setup.length,
        interviewer=loop_round.interviewer,
        phases=tuple(phase for one in whole for phase in _along_stages(one, models, setup)),
        questions=questions,
        probes=probes,
        time_factor=factor,
        timed=setup.time_factor is not None,
    )


def topics_wanted(loop_round: LoopRound, setup: Setup) -> tuple[str, ...]:
    """The tag that each main question must have, in order; an empty one where any will do.

    Where there is room for one question only, it is the one that the round gives most of its minutes.
    """
    setup = settled(setup)
    asked = [share for share in loop_round.phases if share.id.startswith(QUESTION)]
    questions, _ = _budget(loop_round, setup)
    if questions < len(asked):
        asked = sorted(asked, key=lambda share: -share.minutes)[:questions]
    return tuple(share.about for share in asked)


def _minutes(loop_round: LoopRound, setup: Setup) -> int:
    if setup.mode is Mode.ALOUD:
        return ALOUD_MINUTES
    match setup.length:
        case Length.FULL:
            return loop_round.minutes
        case Length.SHORT:
            return min(SHORT_MINUTES, loop_round.minutes)
        case Length.DRILL:
            return DRILL_MINUTES
        case Length.WARM_UP:
            return WARM_UP_MINUTES


def _budget(loop_round: LoopRound, setup: Setup) -> tuple[int, int]:
    """Main questions, and follow-ups for each."""
    if setup.mode is Mode.ALOUD:
        return 1, 0
    match setup.length:
        case Length.FULL:
            return loop_round.questions, loop_round.probes
        case Length.SHORT:
            return loop_round.questions, max(1, loop_round.probes - 1)
        case Length.DRILL:
            return 1, loop_round.probes
        case Length.WARM_UP:
            return 1, min(2, loop_round.probes)


def _in_one_go(setup: Setup) -> bool:
    """Whether the question begins at once and is not gone through in stages."""
    return setup.mode is Mode.ALOUD or setup.length is Length.WARM_UP


def _shares(loop_round: LoopRound, setup: Setup, questions: int) -> tuple[PhaseShare, ...]:
    if setup.length in {Length.FULL, Length.SHORT}:
        return loop_round.phases
    if not _in_one_go(setup):
        return (PhaseShare(INTRO, 1), PhaseShare(f"{QUESTION}{questions}", 18), PhaseShare(CLOSE, 1))
    return (PhaseShare(f"{QUESTION}{questions}", 9), PhaseShare(CLOSE, 1))


def _scaled(shares: tuple[PhaseShare, ...], seconds: int) -> tuple[Phase, ...]:
    """Give every phase its part of `seconds`, keeping the floor under the candidate's questions."""
    total = sum(share.minutes for share in shares)
    own = next((share.minutes for share in shares if share.id == CANDIDATE_QUESTIONS), 0)
    kept = min(max(round(seconds * own / total), LEAST_SECONDS_FOR_QUESTIONS), seconds // 4) if own else 0
    ends: list[int] = [0]
    given = 0
    for share in shares:
        given += 0 if share.id == CANDIDATE_QUESTIONS else share.minutes
        reached = round((seconds - kept) * given / (total - own)) if total > own else 0
        ends.append(reached)
    phases = []
    for share, begin, end in zip(shares, ends, ends[1:], strict=False):
        length = kept if share.id == CANDIDATE_QUESTIONS else end - begin
        phases.append(Phase(share.id, length, _question_index(share.id)))
    return tuple(phases)


def _along_stages(phase: Phase, models: Sequence[AnswerModel], setup: Setup) -> tuple[Phase, ...]:
    """A question's phase, cut along the stages of its answer model; a warm-up has none, and nor has what is spoken."""
    if phase.question is None or phase.question >= len(models) or _in_one_go(setup):
        return (phase,)
    stages = STAGES.get(models[phase.question], ())
    total = sum(stage.share for stage in stages)
    ends = [0]
    for stage in stages:
        ends.append(ends[-1] + stage.share)
    cuts = [round(phase.seconds * end / total) for end in ends] if stages else []
    return tuple(
        Phase(stage.id, end - begin, phase.question, stage.parts, stage.move)
        for stage, begin, end in zip(stages, cuts, cuts[1:], strict=False)
    ) or (phase,)


def _question_index(phase: str) -> int | None:
    if not phase.startswith(QUESTION):
        return None
    return int(phase.removeprefix(QUESTION)) - 1
