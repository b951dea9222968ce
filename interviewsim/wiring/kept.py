"""What a home keeps of practice from one sitting to the next: sessions, choices, the day, guesses, weak spots."""

import asyncio
from collections.abc import Sequence
from datetime import date

from interviewsim.domain.events import SelfEstimate
from interviewsim.domain.history import FirstLook, HistoryRow
from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Round
from interviewsim.domain.today import WeakSpots
from interviewsim.engine.ports import Clock
from interviewsim.grading.guesses import Guess
from interviewsim.locations import Home
from interviewsim.preferences import Voices
from interviewsim.transcripts.store import SessionStore
from interviewsim.wiring.choices import interview_date, keep_choices, keep_interview_date, last_setup
from interviewsim.wiring.guessing import guesses, keep_guess
from interviewsim.wiring.looking import first_look, keep_note
from interviewsim.wiring.practicing import weak_spots


class PracticeKept:
    """The doors of `Backstage` that need a disk and nothing of a round. Each works off the event loop."""

    def __init__(self, home: Home, clock: Clock) -> None:
        self._home = home
        self.clock = self._clock = clock
        self.store = SessionStore(home.transcripts)

    @property
    def voices(self) -> Voices:
        """Who plays the roles that a model can play: nobody but the rules."""
        return Voices()

    def first_look(self) -> FirstLook:
        """What is known at a glance."""
        return first_look(self._home)

    async def keep_note(self, note: str) -> None:
        """Keep what home shows."""
        await asyncio.to_thread(keep_note, self._home, note)

    async def history(self, limit: int | None = None) -> Sequence[HistoryRow]:
        """Sessions, newest first."""
        return await asyncio.to_thread(lambda: list(self.store.rows(limit)))

    async def last_setup(self, round_: Round) -> Setup:
        """A round as it was chosen last time."""
        return await asyncio.to_thread(last_setup, self._home, round_)

    async def keep_choices(self, setup: Setup) -> None:
        """Remember what was chosen, for the next time."""
        await asyncio.to_thread(keep_choices, self._home, setup)

    async def interview_date(self) -> date | None:
        """The day of the interview that is prepared for."""
        return await asyncio.to_thread(interview_date, self._home)

    async def keep_interview_date(self, day: date | None) -> None:
        """Set the day, or take it away."""
        await asyncio.to_thread(keep_interview_date, self._home, day)

    async def keep_guess(self, session: str, estimate: SelfEstimate) -> None:
        """Keep the candidate's own guess with a finished round."""
        await asyncio.to_thread(keep_guess, self.store, session, estimate, self._clock.now())

    async def guesses(self) -> Sequence[Guess]:
        """Earlier guesses with the grades that followed."""
        return await asyncio.to_thread(guesses, self.store)

    async def weak_spots(self) -> WeakSpots:
        """What earlier grades leave to be worked on."""
        return await asyncio.to_thread(weak_spots, self.store)
