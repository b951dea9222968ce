"""The days until the interview: what is due today, the drill that is due any day, and the date they hang on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import work
from textual.content import Content
from textual.widgets import Static

from interviewsim.tui.commands import Command
from interviewsim.tui.presenters.plain import one_line
from interviewsim.tui.screens.floor import Floor
from interviewsim.tui.widgets.ink import ACCENT

if TYPE_CHECKING:
    from datetime import date, datetime

    from interviewsim.domain.history import HistoryRow
    from interviewsim.domain.today import Today, WeakSpots
    from interviewsim.tui.presenters.today import TodayView

TODAY = Command("home.today", "t", "today", "today's session", "Begin the one session that today is for", "t")
DRILL = Command("home.drill", "d", "drill", "drill", "Ten minutes on the criterion that stands lowest", "d")
DATE = Command("home.date", "i", "date", "interview date", "Set the day of your interview", "i", in_line=False)


class DayFloor(Floor):
    """A screen with a line `#today`, that knows the day of the interview and what is weak."""

    def __init__(self) -> None:
        super().__init__()
        self._day: date | None = None
        self._spots: WeakSpots | None = None
        self._today: Today | None = None

    def practiced(self) -> "Sequence[HistoryRow] | None":
        """The history, newest first; None before it was read."""
        return None

    def lead(self, sentence: str) -> None:
        """Show what stands first; empty where no day is waited for."""

    def day_action(self, action: str) -> bool:
        """Whether an action can be taken now; those of other screens can."""
        match action:
            case "today":
                return self._today is not None and self._today.minutes > 0
            case "drill":
                return self._spots is not None and self._spots.weakest is not None
            case _:
                return True

    async def ask_day(self) -> None:
        """Read the day."""
        self._day = await self.house.stage.interview_date()

    @work(exclusive=True, group="spots", exit_on_error=False)
    async def see_spots(self) -> None:
        """Ask again what is to be worked on."""
        await self.ask_spots()

    async def ask_spots(self) -> None:
        """Read what is to be worked on."""
        self._spots = await self.house.stage.weak_spots()
        self.show_day()

    def action_today(self) -> None:
        """Begin what today is for, as such a round was set up last time."""
        if self._today and self._today.minutes:
            self.begin_today(self._today)

    def action_drill(self) -> None:
        """Ten minutes on the criterion that stands lowest."""
        from interviewsim.tui.presenters.today import drill_of

        if self._spots is not None and (weakest := self._spots.weakest):
            self.begin_today(drill_of(weakest))

    def action_date(self) -> None:
        """Ask for the day of the interview."""
        from interviewsim.tui.presenters.today import DATE_NOTE

        self._ask_date(self._day.isoformat() if self._day else "", DATE_NOTE)

    def _ask_date(self, text: str, note: str) -> None:
        from interviewsim.tui.screens.ask import AskScreen

        screen = AskScreen("When is your interview?", text, note=note, verb="set", still=self.house.around.still)
        self.app.push_screen(screen, self._set_date)

    @work(exclusive=True, group="today", exit_on_error=False)
    async def begin_today(self, today: "Today") -> None:
        """Begin a day's session."""
        from interviewsim.tui.presenters.today import setup_for

        self.house.begin(setup_for(today, await self.house.stage.last_setup(today.round)))

    def _set_date(self, text: str | None) -> None:
        from interviewsim.tui.presenters.today import DATE_NOTE, date_in

        now = self.house.around.clock()
        if text is None or now is None:
            return
        try:
            self._day = date_in(text, now.date())
        except ValueError:
            self._ask_date(one_line(text), f"That is no day. {DATE_NOTE}")
            return
        self.run_worker(self.house.stage.keep_interview_date(self._day), group="date", exit_on_error=False)
        self.show_day()

    def show_day(self) -> None:
        """Days left, rounds not tried, today's session; nothing where no day is set."""
        history, now = self.practiced(), self.house.around.clock()
        if history is None:
            return
        view = self._seen(self._day, now, history) if self._day and now else None
        self._today = view.today if view else None
        self.lead(view.lead if view else "")
        shown = self.query_one("#today", Static)
        shown.update(Content.assemble(("TODAY  ", f"bold {ACCENT}"), view.text) if view else "")
        shown.display = view is not None
        self.refresh_bindings()

    def _seen(self, day: "date", now: "datetime", history: "Sequence[HistoryRow]") -> "TodayView":
        """What a day comes to; home without one need not load the rule."""
        from interviewsim.domain.today import WeakSpots
        from interviewsim.tui.presenters.today import today_view

        return today_view(day, now, history, self._spots or WeakSpots())
