"""Settings and servers in memory."""

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from interviewsim.domain.choosable import CHOOSABLE, Held, Origin
from interviewsim.errors import InterviewSimError
from interviewsim.preferences import Server, Step, StepKind, Surveyed, Went

OLLAMA = Server("Ollama", "http://127.0.0.1:11434/v1", ("llama3.1:8b", "qwen2.5:14b", "mistral-nemo"))


class MemoryPreferences:
    """Implements `Preferences`."""

    def __init__(self, surveyed: Surveyed | None = None, servers: Sequence[Server] = ()) -> None:
        self.found = surveyed or Surveyed()
        self.here = tuple(servers)
        self.file = "/home/me/.config/interviewsim/interviewsim.toml"
        self.own: dict[str, str] = {}
        self.kept: list[Mapping[str, str | None]] = []
        self.refuses: InterviewSimError | None = None
        self.steps: Sequence[Step] = ()
        self.aside: list[bool] = []
        self.ready = Step(StepKind.MODEL, Went.OK, "there", 12)
        self.held_up = asyncio.Event()
        self.held_up.set()

    async def surveyed(self) -> Surveyed:
        return self.found

    async def servers(self) -> Sequence[Server]:
        return self.here

    async def held(self) -> Sequence[Held]:
        if self.refuses:
            raise self.refuses
        return [
            Held(one, self.own[one.name], Origin.USER, self.file, 2)
            if one.name in self.own
            else Held(one, one.default, Origin.DEFAULT if one.default else None)
            for one in CHOOSABLE
        ]

    async def keep(self, changes: Mapping[str, str | None]) -> None:
        if self.refuses:
            raise self.refuses
        self.kept.append(changes)
        for name, value in changes.items():
            self.own.pop(name, None)
            if value is not None:
                self.own[name] = value

    async def own_file(self) -> Path:
        return Path(self.file)

    async def set_aside(self, *, aside: bool) -> None:
        self.aside.append(aside)
        self.found = replace(self.found, set_aside=aside)

    async def readiness(self) -> Step:
        return self.ready

    async def connection(self) -> AsyncGenerator[Step, None]:
        for step in self.steps:
            yield step
            await self.held_up.wait()
