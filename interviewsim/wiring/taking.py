"""Take two on a disk: a session forked from another, and both takes graded by one ruler. Blocks on the disk."""

from datetime import UTC, datetime

from interviewsim.domain.forking import Fork, fork, taken_again
from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.transcript import Transcript
from interviewsim.errors import WrongUsage
from interviewsim.grading.debrief import Ruler, grade_session
from interviewsim.grading.ports import Grader
from interviewsim.grading.takes import Take, Takes, side_by_side
from interviewsim.transcripts.record import SessionFile
from interviewsim.transcripts.store import SessionStore, new_session_id


def forked(store: SessionStore, session: str, turn: int, now: datetime, suffix: str) -> Fork:
    """The session that takes the candidate's `turn` again. Raises `WrongUsage`, `InvalidFile`."""
    file = store.read(session)
    at = now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return fork(file.opened, file.entries, turn, new_session_id(now, file.opened.round, suffix), at)


def both(store: SessionStore, session: str) -> tuple[SessionFile, SessionFile, int]:
    """The session that was left, the take two of it, and the turn that is said in both.

    Raises `WrongUsage` where `session` is no take two, its origin is gone, or its answer was not given.
    """
    second = store.read(session)
    point = second.opened.forked_from
    if point is None:
        raise WrongUsage(
            f"{second.opened.session} is no take two.", "`interviewsim resume SESSION --take-two TURN` begins one."
        )
    first = store.read(point.session)
    turn = taken_again(first.entries, point)
    if turn is None or second.transcript.turn(turn) is None:
        raise WrongUsage("The answer was not given again, so there is nothing to compare.")
    return first, second, turn


async def takes_of(first: SessionFile, second: SessionFile, turn: int, grader: Grader) -> Takes:
    """Both takes by their newest grades of one ruler; where there are none, by `grader`, which is asked for both."""
    cards = _alike(first.transcript, second.transcript)
    if cards is None:
        cards = (await _graded(first, grader), await _graded(second, grader))
    return side_by_side(_take(first, cards[0], turn), _take(second, cards[1], turn))


def _alike(first: Transcript, second: Transcript) -> tuple[Scorecard, Scorecard] | None:
    """The newest grades by the same grader and rubric at the same level."""
    for theirs in reversed(second.grades):
        for ours in reversed(first.grades):
            one, other = ours.scorecard, theirs.scorecard
            if (one.grader, one.level) == (other.grader, other.level):
                return one, other
    return None


async def _graded(file: SessionFile, grader: Grader) -> Scorecard:
    configured = file.transcript.configured
    if configured is None:
        raise WrongUsage(f"{file.opened.session} was never begun, so there is nothing to compare.")
    return await grade_session(file.transcript, Ruler(configured.rubric, configured.pack, file.opened.level), grader)


def _take(file: SessionFile, card: Scorecard, turn: int) -> Take:
    said = file.transcript.turn(turn)
    if said is None:
        raise WrongUsage(f"Turn {turn} of {file.opened.session} cannot be read.")
    return Take(file.transcript, card, said)
