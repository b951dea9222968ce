"""What a command line says of models, and the stage that follows from it."""

from argparse import Namespace
from typing import TYPE_CHECKING

from interviewsim.locations import Home
from interviewsim.wiring.staging import FLAGS, Wanted, stage_for

if TYPE_CHECKING:
    from interviewsim.engine.ports import Clock
    from interviewsim.wiring.offline import OfflineStage


def wanted_of(parsed: Namespace) -> Wanted:
    """What the options say; a command without an option says nothing by it."""
    given = {name: getattr(parsed, name, None) for name in FLAGS}
    return Wanted(
        interviewer=getattr(parsed, "interviewer", "auto"),
        grader=getattr(parsed, "grader", "auto"),
        flags={name: None if value is None else f"{value}" for name, value in given.items()},
        offline=getattr(parsed, "offline", False),  # `interviewsim` alone has no options
    )


def stage_of(
    parsed: Namespace, home: Home, clock: "Clock | None" = None, *, nudges: bool = True, carries: bool = True
) -> "OfflineStage":
    """The stage that options and settings describe. Raises `WrongUsage` for what cannot go together."""
    return stage_for(wanted_of(parsed), home, clock, nudges=nudges, carries=carries)
