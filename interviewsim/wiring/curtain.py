"""The stage as home needs it: sessions at once, everything else brought in behind the first paint."""

import asyncio
from collections.abc import Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from interviewsim.backstage import Backstage, Lobby
    from interviewsim.domain.bank import Bank
    from interviewsim.domain.course import Course
    from interviewsim.domain.events import SelfEstimate
    from interviewsim.domain.history import FirstLook, HistoryRow
    from interviewsim.domain.scorecard import Scorecard
    from interviewsim.domain.setup import Setup
    from interviewsim.domain.terms import Round
    from interviewsim.domain.today import WeakSpots
    from interviewsim.domain.transcript import Transcript
    from interviewsim.engine.conductor import Conductor
    from interviewsim.grading.committee import Packet
    from interviewsim.grading.compare import Comparison
    from interviewsim.grading.guesses import Guess
    from interviewsim.grading.shelf import PackRow, RubricPage
    from interviewsim.grading.takes import Takes
    from interviewsim.grading.together import Progress
    from interviewsim.locations import Home


class Curtain:
    """Implements `Backstage` with a stage that is imported off the event loop when it is first wanted.

    Reading, grading and the data files cost a quarter of a second to import; a home screen needs none of it.
    """

    def __init__(self, home: "Home", make: "Callable[[], Backstage] | None" = None) -> None:
        """`make`: how the stage is made; without it, the offline one."""
        self._home = home
        self._make = make
        self._made: Backstage | None = None
        self._making = Lock()

    def renew(self) -> None:
        """Make the stage anew when it is next wanted, as after a change of settings. A round that runs goes on."""
        with self._making:
            self._made = None

    def first_look(self) -> "FirstLook":
        """What is known at a glance, told without the rest of the stage."""
        from interviewsim.wiring.looking import first_look

        return first_look(self._home)

    async def keep_note(self, note: str) -> None:
        """Keep what home shows."""
        from interviewsim.wiring.looking import keep_note

        await asyncio.to_thread(keep_note, self._home, note)

    async def history(self, limit: int | None = None) -> "Sequence[HistoryRow]":
        """Sessions, newest first, read without the rest of the stage."""
        return await asyncio.to_thread(self._rows, limit)

    async def rounds(self) -> "Mapping[Round, int]":
        """The rounds that can be played. Home asks once it is painted, which brings the stage in."""
        return await (await self._stage()).rounds()

    async def last_setup(self, round_: "Round") -> "Setup":
        """A round as it was chosen last time."""
        return await (await self._stage()).last_setup(round_)

    async def keep_choices(self, setup: "Setup") -> None:
        """Remember what was chosen, for the next time."""
        await (await self._stage()).keep_choices(setup)

    async def interview_date(self) -> "date | None":
        """The day of the interview, read without the rest of the stage."""
        from interviewsim.wiring.choices import interview_date

        return await asyncio.to_thread(interview_date, self._home)

    async def keep_interview_date(self, day: "date | None") -> None:
        """Set the day, or take it away."""
        await (await self._stage()).keep_interview_date(day)

    async def keep_guess(self, session: str, estimate: "SelfEstimate") -> None:
        """Keep the candidate's own guess with a finished round."""
        await (await self._stage()).keep_guess(session, estimate)

    async def guesses(self) -> "Sequence[Guess]":
        """Earlier guesses with the grades that followed."""
        return await (await self._stage()).guesses()

    async def weak_spots(self) -> "WeakSpots":
        """What earlier grades leave to be worked on."""
        return await (await self._stage()).weak_spots()

    async def lobby(self, setup: "Setup") -> "Lobby":
        """What awaits a candidate under a setup."""
        return await (await self._stage()).lobby(setup)

    async def bank(self) -> "Bank":
        """Every question there is."""
        return await (await self._stage()).bank()

    async def shelf(self) -> "Sequence[PackRow]":
        """All packs."""
        return await (await self._stage()).shelf()

    async def rubric_page(self, pack: str, round_: "Round") -> "RubricPage":
        """How a pack judges a round."""
        return await (await self._stage()).rubric_page(pack, round_)

    async def begin_pack(self, pack: str, base: str) -> "Path":
        """Begin a pack of one's own."""
        return await (await self._stage()).begin_pack(pack, base)

    async def start(self, setup: "Setup") -> "Conductor":
        """A new session's conductor."""
        return await (await self._stage()).start(setup)

    async def resume(self, session: str) -> "Conductor":
        """An unfinished session's conductor."""
        return await (await self._stage()).resume(session)

    async def take_two(self, session: str, turn: int) -> "Conductor":
        """A new session in which the candidate's `turn` of another is still to come."""
        return await (await self._stage()).take_two(session, turn)

    async def takes(self, session: str) -> "Takes":
        """Both takes of an answer."""
        return await (await self._stage()).takes(session)

    async def read(self, session: str) -> "Transcript":
        """A session as its journal tells it."""
        return await (await self._stage()).read(session)

    async def report(self, session: str, form: str) -> str:
        """A session's report."""
        return await (await self._stage()).report(session, form)

    async def rename(self, session: str, title: str) -> str:
        """Give a session another title."""
        return await (await self._stage()).rename(session, title)

    async def delete(self, session: str) -> None:
        """Delete a session for good."""
        await (await self._stage()).delete(session)

    async def compare(self, first: str, second: str) -> "Comparison":
        """Two grades side by side."""
        return await (await self._stage()).compare(first, second)

    async def loops(self) -> "Sequence[Course]":
        """All loops."""
        return await (await self._stage()).loops()

    async def new_loop(self, company: str | None = None, level: str | None = None) -> "Course":
        """A loop of which nothing was held yet."""
        return await (await self._stage()).new_loop(company, level)

    async def packet(self, loop: str) -> "Packet":
        """A loop put before the committee."""
        return await (await self._stage()).packet(loop)

    async def packet_report(self, loop: str, form: str) -> str:
        """The packet as text or Markdown."""
        return await (await self._stage()).packet_report(loop, form)

    async def grade_under(
        self, session: str, company: str | None, level: str | None, progress: "Progress | None" = None
    ) -> "Scorecard":
        """Grade under any pack or level; the grade is added."""
        return await (await self._stage()).grade_under(session, company, level, progress)

    def _rows(self, limit: int | None) -> "list[HistoryRow]":
        """Blocks on the disk."""
        from interviewsim.transcripts.store import SessionStore

        return list(SessionStore(self._home.transcripts).rows(limit))

    async def _stage(self) -> "Backstage":
        if (made := self._made) is not None:
            return made
        return await asyncio.to_thread(self._stage_now)

    def _stage_now(self) -> "Backstage":
        """Import and make the stage, once. Blocks."""
        with self._making:
            made = self._made or (self._make or self._offline)()
            self._made = made
            return made

    def _offline(self) -> "Backstage":
        from interviewsim.wiring.offline import OfflineStage

        return OfflineStage(self._home)
