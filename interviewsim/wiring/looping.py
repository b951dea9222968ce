"""Loops of a home: found by the id in their sessions' first lines, gone on with, put before the committee."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from interviewsim.domain.course import Course, Step, course_of, loops_in
from interviewsim.domain.history import HistoryRow
from interviewsim.domain.rubric import CompanyPack
from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Length, Level, Mode, Round
from interviewsim.domain.transcript import Transcript
from interviewsim.errors import InterviewSimError, WrongUsage
from interviewsim.grading.committee import Filed, Packet, packet_of
from interviewsim.reports import packet_report
from interviewsim.rubrics.library import RubricLibrary
from interviewsim.system import fresh_suffix
from interviewsim.transcripts.store import SessionStore
from interviewsim.wiring.choices import last_setup
from interviewsim.wiring.kept import PracticeKept

MOST_ROWS = 400
"""Sessions that are looked through for loops."""


def new_loop_id(at: datetime, suffix: str) -> str:
    """`20261123T140512-loop-7k3f`: sorts by time, in UTC."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%S}-loop-{suffix}"


def new_course(pack: CompanyPack, setup: Setup, loop: str) -> Course:
    """A loop of which no round was held yet; `setup` is for any of its rounds."""
    steps = tuple(Step(place, None) for place in pack.loop)
    return Course(loop, pack.id, setup.level.value, setup.mode.value, setup.length.value, steps)


class LoopsKept(PracticeKept):
    """The doors of `Backstage` that are about loops. Each works off the event loop."""

    @property
    def rubrics(self) -> RubricLibrary:
        """Packs and rubrics; the stage has them."""
        raise NotImplementedError

    async def loops(self) -> Sequence[Course]:
        """All loops, the one taken up last first."""
        return await asyncio.to_thread(courses, self.store, self.rubrics)

    async def new_loop(self, company: str | None = None, level: str | None = None) -> Course:
        """A loop of which nothing was held yet; what is None is as it was chosen last time."""
        return await asyncio.to_thread(self._new_loop, company, level)

    async def packet(self, loop: str) -> Packet:
        """A loop put before the committee, as it stands."""
        return await asyncio.to_thread(self._packet, loop)

    async def packet_report(self, loop: str, form: str) -> str:
        """The packet as `text`, `md` or `html`."""
        return packet_report(await self.packet(loop), form)

    def _new_loop(self, company: str | None, level: str | None) -> Course:
        last = last_setup(self._home, Round.BEHAVIORAL)
        length = last.length if last.length in {Length.SHORT, Length.FULL} else Length.SHORT
        mode = last.mode if last.mode in {Mode.REALISTIC, Mode.COACH} else Mode.REALISTIC
        setup = replace(last, level=Level(level) if level else last.level, length=length, mode=mode)
        pack = self.rubrics.pack(company or last.company)
        return new_course(pack, setup, new_loop_id(self.clock.now(), fresh_suffix()))

    def _packet(self, loop: str) -> Packet:
        return packet(self.store, self.rubrics, course_named(self.store, self.rubrics, loop))


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


def packet(store: SessionStore, rubrics: RubricLibrary, course: Course) -> Packet:
    """The loop put before the committee, as it stands. Blocks on the disk; a round that cannot be read has no vote."""
    held = {step.place.round: _read(store, step.row) for step in course.steps}
    filed = [Filed(step.place, held[step.place.round]) for step in course.steps]
    begun = (transcript.configured for transcript in held.values() if transcript and transcript.configured)
    pack = next((configured.pack for configured in begun), None) or rubrics.pack(course.company)
    return packet_of(filed, pack, Level(course.level))


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
