"""Grades in the making. They belong to the app, so that leaving a screen stops none."""

import asyncio
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from textual.signal import Signal

from interviewsim.errors import InterviewSimError
from interviewsim.tui.faults import mistake

if TYPE_CHECKING:
    from interviewsim.domain.scorecard import Scorecard
    from interviewsim.domain.transcript import Transcript
    from interviewsim.grading.together import CriterionJudged
    from interviewsim.tui.app import InterviewSimApp


class Underway(NamedTuple):
    """How far a grade is: the criteria that were judged, in the order in which they came, of `most`."""

    session: str
    judged: "tuple[CriterionJudged, ...]" = ()
    most: int = 0


class Gradings:
    """One grade at a time for a session. `moved` tells how far one is, and once more when it is there."""

    def __init__(self, app: "InterviewSimApp") -> None:
        self.moved: Signal[Underway] = Signal(app, "grading")
        self._app = app
        self._tasks: dict[str, asyncio.Task[Scorecard]] = {}
        self._underway: dict[str, Underway] = {}
        self._waiting: Counter[str] = Counter()

    def underway(self) -> "dict[str, Underway]":
        """What is being graded now, by session."""
        return dict(self._underway)

    async def graded(self, session: str) -> "Transcript":
        """The session with a grade; one is added where there is none. Raises `InterviewSimError`."""
        transcript = await self._app.stage.read(session)
        if transcript.grades and session not in self._tasks:
            return transcript
        await self.grade(session)
        return await self._app.stage.read(session)

    async def grade(self, session: str, company: str | None = None, level: str | None = None) -> "Scorecard":
        """Add a grade and wait for it; giving up the wait leaves the grade in the making.

        Where the session is being graded already, that grade is the one. Raises `InterviewSimError`.
        """
        task = self._tasks.get(session) or self._begin(session, company, level)
        self._waiting[session] += 1
        try:
            return await asyncio.shield(task)
        finally:
            self._waiting[session] -= 1

    def _begin(self, session: str, company: str | None, level: str | None) -> "asyncio.Task[Scorecard]":
        self._underway[session] = Underway(session)

        def one_more(judged: "CriterionJudged", most: int) -> None:
            before = self._underway[session]
            self._tell(Underway(session, (*before.judged, judged), most))

        task = asyncio.create_task(self._app.stage.grade_under(session, company, level, one_more))
        task.add_done_callback(lambda done: self._over(session, done))
        self._tasks[session] = task
        return task

    def _over(self, session: str, task: "asyncio.Task[Scorecard]") -> None:
        del self._tasks[session]
        last = self._underway.pop(session)
        if task.cancelled():
            return
        error = task.exception()
        if not self._waiting[session]:
            self._tell_who_left(error)
        self.moved.publish(last)

    def _tell(self, underway: Underway) -> None:
        self._underway[underway.session] = underway
        self.moved.publish(underway)

    def _tell_who_left(self, error: BaseException | None) -> None:
        """To somebody who did not stay to see it."""
        if error is None:
            self._app.notify("Recent and history have it.", title="Your round is graded.", markup=False)
        else:
            self._app.tell(error if isinstance(error, InterviewSimError) else mistake(error))
