"""What the app is told of the machine around it, so that it need not look by itself."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interviewsim.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The machine, as far as the screens care.

    `now` gives the time of day in the person's zone; None: dates stand as they are written.
    `editor` is the command of the person's own editor, empty where there is none.
    `monotonic` counts seconds that never go back; None: the event loop does.
    `preferences` are the doors to settings and servers; None: there is nothing to be set.
    `exports` is the folder offered for reports. `still` stops animation and the blinking cursor.
    `enter_sends`: Enter sends an answer, in place of beginning a line.
    `theme` names the colors that were chosen; empty, or none that there is: the usual ones.
    `painted` is called once, when the first screen stands.
    """

    now: Callable[[], datetime] | None = None
    editor: tuple[str, ...] = ()
    exports: Path = field(default_factory=Path)
    still: bool = False
    theme: str = ""
    enter_sends: bool = False
    monotonic: Callable[[], float] | None = None
    preferences: "Preferences | None" = None
    painted: Callable[[], None] = lambda: None

    def seconds(self) -> float:
        """Seconds from an arbitrary start, to tell how long something takes."""
        return self.monotonic() if self.monotonic else asyncio.get_running_loop().time()

    def clock(self) -> datetime | None:
        """The time of day, where it is known."""
        return self.now() if self.now else None
