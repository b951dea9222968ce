"""What a person chooses before a round, and the plan that follows from it."""

from dataclasses import dataclass

from interviewsim.domain.loop import Length, Level, LoopRound, Mode, Phase, Round, RoundPlan

CANDIDATE_QUESTIONS = "candidate_questions"
INTRO = "intro"
CLOSE = "close"
QUESTION = "question_"

SHORT_MINUTES = 25
DRILL_MINUTES = 10
WARM_UP_MINUTES = 5
LEAST_SECONDS_FOR_QUESTIONS = 120
WORDS_A_MINUTE = 150
"""Spoken length, everywhere: words / 150 a minute."""


@dataclass(frozen=True, slots=True)
class Setup:
    """The choices for one round. `time_factor` None: no clock. `seed` None: a fresh one."""

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


def spoken_seconds(words: int) -> float:
    """How long so many words take to say, in seconds."""
    return words * 60 / WORDS_A_MINUTE


def plan_round(loop_round: LoopRound, setup: Setup) -> RoundPlan:
    """Cut a company's round to the length, the minutes and the time factor that were chosen.

    Phases scale together; the candidate's own questions never fall under two minutes
    where the length has them at all.
    """
    minutes = setup.minutes or _minutes(loop_round, setup.length)
    factor = 1.0 if setup.time_factor is None else setup.time_factor
    questions, probes = _budget(loop_round, setup)
    phases = _scaled(_phases(loop_round, setup.length, questions), round(minutes * 60 * factor))
    return RoundPlan(
        round=loop_round.round,
        length=setup.length,
        interviewer=loop_round.interviewer,
        phases=phases,
        questions=questions,
        probes=probes,
        time_factor=factor,
        timed=setup.time_factor is not None,
    )


def _minutes(loop_round: LoopRound, length: Length) -> int:
    match length:
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
    match setup.length:
        case Length.FULL:
            return loop_round.questions, loop_round.probes
        case Length.SHORT:
            return loop_round.questions, max(1, loop_round.probes - 1)
        case Length.DRILL:
            return 1, loop_round.probes
        case Length.WARM_UP:
            return 1, min(2, loop_round.probes)


def _phases(loop_round: LoopRound, length: Length, questions: int) -> tuple[tuple[str, int], ...]:
    if length in {Length.FULL, Length.SHORT}:
        return loop_round.phases
    if length is Length.DRILL:
        return ((INTRO, 1), (f"{QUESTION}{questions}", 18), (CLOSE, 1))
    return ((f"{QUESTION}{questions}", 9), (CLOSE, 1))


def _scaled(shares: tuple[tuple[str, int], ...], seconds: int) -> tuple[Phase, ...]:
    """Give every phase its part of `seconds`, keeping the floor under the candidate's questions."""
    total = sum(share for _, share in shares)
    own = next((share for name, share in shares if name == CANDIDATE_QUESTIONS), 0)
    kept = min(max(round(seconds * own / total), LEAST_SECONDS_FOR_QUESTIONS), seconds // 4) if own else 0
    ends: list[int] = [0]
    given = 0
    for name, share in shares:
        given += 0 if name == CANDIDATE_QUESTIONS else share
        reached = round((seconds - kept) * given / (total - own)) if total > own else 0
        ends.append(reached)
    phases = []
    for (name, _), begin, end in zip(shares, ends, ends[1:], strict=False):
        length = kept if name == CANDIDATE_QUESTIONS else end - begin
        phases.append(Phase(name, length, _question_index(name)))
    return tuple(phases)


def _question_index(phase: str) -> int | None:
    if not phase.startswith(QUESTION):
        return None
    return int(phase.removeprefix(QUESTION)) - 1
