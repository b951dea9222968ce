"""Settings and servers behind the app's doors: read anew each time, written into the user's own file."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from interviewsim.errors import InterviewSimError, WrongUsage
from interviewsim.locations import Home, user_settings
from interviewsim.wiring.staging import OFFLINE, Wanted, endpoints, stage_for, voices_of

if TYPE_CHECKING:
    from interviewsim.backstage import Backstage
    from interviewsim.domain.choosable import Held
    from interviewsim.preferences import Server, Step, Surveyed
    from interviewsim.wiring.connecting import Trial


class KeptPreferences:
    """Implements `Preferences`. `wanted` is what the command line said of models, which stands over everything else."""

    def __init__(self, home: Home, wanted: Wanted | None = None) -> None:
        self._home = home
        self._told = self._wanted = wanted or Wanted()
        self._changed: Callable[[], None] = lambda: None

    def when_changed(self, call: Callable[[], None]) -> None:
        """Call this after each change."""
        self._changed = call

    def stage(self) -> "Backstage":
        """The stage that holds now. Blocks; raises as `stage_for` does."""
        return stage_for(self._wanted, self._home)

    async def surveyed(self) -> "Surveyed":
        """Who was chosen and what lies there; asks no server."""
        return await asyncio.to_thread(self._surveyed)

    async def servers(self) -> "Sequence[Server]":
        """Model servers found on this machine."""
        if self._wanted.offline:
            return ()
        from interviewsim.preferences import Server
        from interviewsim.providers.discovery import servers_here, usual_places
        from interviewsim.settings import ollama_host

        found = await servers_here(usual_places(ollama_host()))
        return tuple(Server(one.name, one.base_url, one.models) for one in found)

    async def held(self) -> "Sequence[Held]":
        """Every setting as it stands."""
        return await asyncio.to_thread(self._held)

    async def keep(self, changes: Mapping[str, str | None]) -> None:
        """Write into the user's own settings."""
        if await asyncio.to_thread(self._keep, changes):
            self._changed()

    async def own_file(self) -> Path:
        """The user's own settings file."""
        path = user_settings()
        await asyncio.to_thread(self._begun, path)
        return path

    async def set_aside(self, *, aside: bool) -> None:
        """Play offline for this sitting, or take that back."""
        self._wanted = replace(self._told, interviewer=OFFLINE, grader=OFFLINE) if aside else self._told
        self._changed()

    async def readiness(self) -> "Step":
        """The worst of a connection's first steps."""
        from interviewsim.wiring.connecting import worst

        async with aclosing(self._steps(asks=False)) as steps:
            return worst([step async for step in steps])

    async def connection(self) -> "AsyncGenerator[Step, None]":
        """Try the connection to the chosen model."""
        async with aclosing(self._steps(asks=True)) as steps:
            async for step in steps:
                yield step

    async def _steps(self, *, asks: bool) -> "AsyncGenerator[Step, None]":
        from interviewsim.preferences import Step, StepKind, Went

        try:
            trial = await asyncio.to_thread(self._trial)
        except InterviewSimError as error:
            yield Step(StepKind.ADDRESS, Went.FAILED, error.message, then=error.hint, code=error.exit_code)
            return
        from interviewsim.wiring.connecting import tried

        async with aclosing(tried(trial, asks=asks)) as steps:
            async for step in steps:
                yield step

    def _trial(self) -> "Trial":
        from interviewsim.locations import user_data
        from interviewsim.providers.abilities import AbilityMemory
        from interviewsim.system import SystemClock
        from interviewsim.wiring.connecting import Trial

        if self._wanted.offline:
            raise WrongUsage("With --offline no server is asked.", "Start the program without it.")
        interviewer, grader = endpoints(self._wanted)
        memory = AbilityMemory(user_data() / "servers.json")
        return Trial(interviewer, grader, self._home.layers("prompts"), SystemClock().monotonic, memory)

    def _surveyed(self) -> "Surveyed":
        from interviewsim.preferences import Surveyed, Voices

        try:
            voices, held = voices_of(endpoints(self._wanted)), self._held()
        except InterviewSimError:
            return Surveyed(Voices(), "", not self._wanted.offline)
        key = next((one.where for one in held if one.of.secret and one.origin), "")
        return Surveyed(voices, key, not self._wanted.offline, self._wanted is not self._told)

    def _held(self) -> "Sequence[Held]":
        from interviewsim.settings import settings_held

        return settings_held(self._wanted.flags, user_settings(), self._home.settings)

    def _begun(self, path: Path) -> None:
        from interviewsim.wiring.settings_file import keep_settings

        if not path.exists():
            keep_settings(path, {})

    def _keep(self, changes: Mapping[str, str | None]) -> bool:
        """Whether another stage follows from it."""
        from interviewsim.domain.choosable import BY_NAME, Group, objection
        from interviewsim.wiring.choices import forget_choices
        from interviewsim.wiring.settings_file import keep_settings

        for name, value in changes.items():
            if value is not None and (why := objection(BY_NAME[name], value)):
                raise WrongUsage(f"{BY_NAME[name].title} cannot be {value[:40]!r}.", why)
        self._held()  # a file that cannot be read is told before it is written to
        keep_settings(user_settings(), changes)
        forget_choices(self._home, changes)
        return any(BY_NAME[name].group is Group.MODEL for name in changes)
