"""Loops of a home: found by the id in their sessions' first lines, gone on with, put before the committee."""

from collections.abc import Sequence
from datetime import UTC, datetime

from interviewsim.domain.course import Course, Stage, Step, course_of, loops_in
from interviewsim.domain.history import HistoryRow, Standing
from interviewsim.domain.loop import Length, Level, Mode
from interviewsim.domain.rubric import CompanyPack
from interviewsim.domain.setup import Setup
from interviewsim.domain.transcript import Transcript
from interviewsim.errors import InterviewSimError, WrongUsage
from interviewsim.grading.committee import Filed, Packet, packet_of
from interviewsim.rubrics.library import RubricLibrary
from interviewsim.transcripts.store import SessionStore

MOST_ROWS = 400
"""Sessions that are looked through for loops."""


def new_loop_id(at: datetime, suffix: str) -> str:
    """`20261123T140512-loop-7k3f`: sorts by time, in UTC."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%S}-loop-{suffix}"


def new_course(pack: CompanyPack, setup: Setup, loop: str) -> Course:
    """A loop of which no round was held yet; `setup` is for any of its rounds."""
    steps = tuple(Step(place, None) for place in pack.loop)
    return Course(loop, pack.id, setup.level.value, setup.mode.value, setup.length.value, steps)


def courses(store: SessionStore, rubrics: RubricLibrary) -> Sequence[Course]:
    """All loops as far as they have come, the one taken up last first. Blocks on the disk."""
    rows = list(store.rows(MOST_ROWS))
    found = (_course(store, rubrics, loop, rows) for loop in loops_in(rows))
    return [course for course in found if course is not None]


def course_named(store: SessionStore, rubrics: RubricLibrary, name: str) -> Course:
    """A loop by its id, a beginning of it that no other has, or `last`. Raises `WrongUsage`."""
    known = courses(store, rubrics)
    found = known[:1] if name == "last" else [one for one in known if name and one.loop.startswith(name)]
    if len(found) == 1:
        return found[0]
    hint = f"There are {', '.join(one.loop for one in known[:3])}." if known else "`interviewsim loop` begins one."
    raise WrongUsage(f"{name[:60]!a} names {'several loops' if found else 'no loop'}.", hint)


def setup_for(course: Course, step: Step, like: Setup) -> Setup:
    """What the next round of a loop is begun by: the loop's own company, level, mode and length; the rest as `like`."""
    return Setup(
        step.place.round,
        company=course.company,
        level=Level(course.level),
        mode=Mode(course.mode),
        length=Length(course.length),
        time_factor=like.time_factor,
        minutes=like.minutes,
        seed=like.seed,
        loop=course.loop,
    )


def packet(store: SessionStore, rubrics: RubricLibrary, course: Course) -> Packet:
    """The loop put before the committee, as it stands. Blocks on the disk; a round that cannot be read has no vote."""
    held = {step.place.round: _read(store, step.row) for step in course.steps}
    filed = [Filed(step.place, held[step.place.round]) for step in course.steps]
    begun = (transcript.configured for transcript in held.values() if transcript and transcript.configured)
    pack = next((configured.pack for configured in begun), None) or rubrics.pack(course.company)
    return packet_of(filed, pack, Level(course.level))


def ungraded(course: Course) -> Sequence[str]:
    """Sessions of finished rounds that no grade was added to yet."""
    rows = [step.row for step in course.steps if step.stage is Stage.IN]
    return [row.session for row in rows if row and row.state == Standing.FINISHED and row.grader is None]


def _course(store: SessionStore, rubrics: RubricLibrary, loop: str, rows: Sequence[HistoryRow]) -> Course | None:
    """The loop by the pack that its first session began with, so that a changed pack changes no loop under way."""
    mine = [row for row in rows if row.loop == loop]
    transcripts = (_read(store, row) for row in reversed(mine))
    begun = (one.configured.pack for one in transcripts if one and one.configured)
    pack = next(begun, None)
    try:
        places = (pack or rubrics.pack(mine[-1].company)).loop
    except InterviewSimError:
        return None
    return course_of(loop, mine, places)


def _read(store: SessionStore, row: HistoryRow | None) -> Transcript | None:
    try:
        return store.read(row.session).transcript if row else None
    except InterviewSimError:
        return None
