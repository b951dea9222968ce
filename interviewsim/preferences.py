"""What a front end is handed of settings and servers: another small set of doors, beside `backstage`."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from interviewsim.domain.choosable import Held


@dataclass(frozen=True, slots=True)
class Server:
    """A model server that was found on this machine; its name and its models' names are its own and only data."""

    name: str
    base_url: str
    models: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A model that was chosen for a role, and where answers go; `here`: they stay on this machine."""

    model: str
    place: str
    here: bool


@dataclass(frozen=True, slots=True)
class Voices:
    """Who plays the two roles that a model can play; None: offline, by rules."""

    interviewer: Voice | None = None
    grader: Voice | None = None

    @property
    def offline(self) -> bool:
        """Whether nothing is sent anywhere."""
        return self.interviewer is None and self.grader is None


@dataclass(frozen=True, slots=True)
class Surveyed:
    """What is at hand for interviewing: who was chosen, and a key that lies there, by the variable's name.

    `looks` is False where no network may be used at all, this machine's own included. `set_aside`: models were chosen,
    and are not asked in this sitting.
    """

    voices: Voices = Voices()
    key: str = ""
    looks: bool = True
    set_aside: bool = False


class StepKind(StrEnum):
    """The steps of a connection, in their order; most need the one before."""

    ADDRESS = "address"
    HTTP = "http"
    MODELS = "models"
    MODEL = "model"
    STREAM = "stream"
    GRADE = "grade"


class Went(StrEnum):
    """How a step went. `noted`: not as it should be, and the next step is tried all the same."""

    OK = "ok"
    NOTED = "noted"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Step:
    """A step that was tried: what was found, how long it took in milliseconds, and what to do `then`.

    `code` is the process's answer where a failed step ends a command.
    """

    kind: StepKind
    went: Went
    found: str
    ms: int | None = None
    then: str = ""
    code: int = 0


class Preferences(Protocol):
    """The doors. What touches disk or network is async and works off the event loop."""

    async def surveyed(self) -> Surveyed:
        """Who was chosen and what lies there; asks no server. Never raises: what cannot be read is as not chosen."""
        ...

    async def servers(self) -> Sequence[Server]:
        """Model servers found on this machine, each time anew; none where no network may be used. Never raises."""
        ...

    async def held(self) -> "Sequence[Held]":
        """Every setting as it stands. Raises `InterviewSimError` for a settings file that cannot be taken."""
        ...

    async def keep(self, changes: Mapping[str, str | None]) -> None:
        """Write into the user's own settings, all or nothing; None takes a setting away. Counts from the next round on.

        Raises `InterviewSimError` for a value that cannot be taken or a file that cannot be changed.
        """
        ...

    async def own_file(self) -> Path:
        """The user's own settings file, begun where there was none. Raises `InterviewSimError`."""
        ...

    async def set_aside(self, *, aside: bool) -> None:
        """Play offline for this sitting whatever was chosen, or take that back. Counts from the next round on."""
        ...

    async def readiness(self) -> Step:
        """Whether the chosen model can be asked: the worst of a connection's first steps. Asks it for no word.

        Never raises.
        """
        ...

    def connection(self) -> AsyncGenerator[Step, None]:
        """Try the connection to the chosen model, a step at a time; ends after the first that failed.

        Sends nothing of the person's own. Never raises: what went wrong is a step.
        """
        ...
