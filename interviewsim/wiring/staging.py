"""Which stage a round plays on: the offline one, or one with the models that were chosen."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from interviewsim.errors import WrongUsage
from interviewsim.locations import Home, user_data, user_settings
from interviewsim.settings import Setting, load_model_settings

if TYPE_CHECKING:
    from interviewsim.engine.ports import Clock
    from interviewsim.preferences import Voice, Voices
    from interviewsim.providers.endpoint import Endpoint
    from interviewsim.wiring.offline import OfflineStage

AUTO, OFFLINE, LLM = "auto", "offline", "llm"
DEFAULT_MODEL = "gpt-5-mini"
"""Taken on OpenAI where a model is asked for and none is named."""
FLAGS = ("model", "grader_model", "base_url", "timeout")
"""What a command line may say of models, over the environment and the settings."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line says of models: who plays each role (`auto`, `offline`, `llm`), and the flags' values.

    `offline`: no network at all, this machine's own included.
    """

    interviewer: str = AUTO
    grader: str = AUTO
    flags: Mapping[str, str | None] = field(default_factory=dict)
    offline: bool = False


Endpoints = tuple["Endpoint | None", "Endpoint | None"]


def stage_for(
    wanted: Wanted, home: Home, clock: "Clock | None" = None, *, nudges: bool = True, carries: bool = True
) -> "OfflineStage":
    """The stage that command line and settings describe. Raises `WrongUsage` for what cannot go together.

    Blocks; asks the server for its first model where one is wanted and none is named.
    """
    interviewer, grader = (None if one is None else _with_model(one) for one in endpoints(wanted))
    if interviewer is None and grader is None:
        from interviewsim.wiring.offline import OfflineStage

        return OfflineStage(home, clock, nudges=nudges, carries=carries)
    from interviewsim.wiring.live import LiveStage

    memory = user_data() / "servers.json"
    return LiveStage(home, clock, interviewer=interviewer, grader=grader, memory=memory, nudges=nudges, carries=carries)


def endpoints(wanted: Wanted) -> Endpoints:
    """The models for interviewer and grader, none where the role is played offline; no server is asked.

    A model that is wanted and not named has an empty name. Raises `WrongUsage` and `InvalidFile`.
    """
    if wanted.offline:
        for role, choice in (("interviewer", wanted.interviewer), ("grader", wanted.grader)):
            if choice == LLM:
                raise WrongUsage(f"--offline and --{role} llm cannot go together.", "Leave one of them out.")
        return None, None
    told = load_model_settings(wanted.flags, user_settings())
    grades_by = told.get("grader_model") or told.get("model")
    return _endpoint(told, wanted.interviewer, told.get("model")), _endpoint(told, wanted.grader, grades_by)


def voices_of(chosen: Endpoints) -> "Voices":
    """Who plays the roles, as a person is told."""
    from interviewsim.preferences import Voices

    interviewer, grader = (None if one is None else _voice(one) for one in chosen)
    return Voices(interviewer, grader)


def _voice(endpoint: "Endpoint") -> "Voice":
    from interviewsim.preferences import Voice

    named = endpoint.model or (DEFAULT_MODEL if endpoint.is_openai else "the first model listed")
    return Voice(named, endpoint.place, endpoint.is_loopback)


def _endpoint(told: Mapping[str, Setting], choice: str, model: Setting | None) -> "Endpoint | None":
    if choice == OFFLINE or (choice == AUTO and model is None):
        return None
    from interviewsim.providers.endpoint import OPENAI, Endpoint, Patience

    url, key, wait = told.get("base_url"), told.get("api_key"), told.get("timeout")
    return Endpoint(
        model.value if model else "",
        url.value if url else OPENAI,
        key.value if key else None,
        Patience.of(_seconds(wait) if wait else None),
    )


def _seconds(wait: Setting) -> float:
    from interviewsim.domain.choosable import BY_NAME, objection

    if why := objection(BY_NAME["timeout"], wait.value):
        raise WrongUsage(f"{wait.place}: timeout cannot be {wait.value[:20]!r}.", why)
    return float(wait.value)


def _with_model(endpoint: "Endpoint") -> "Endpoint":
    """The usual one on OpenAI where none was named, elsewhere the first that the server lists."""
    from dataclasses import replace

    if endpoint.model:
        return endpoint
    if endpoint.is_openai:
        return replace(endpoint, model=DEFAULT_MODEL)
    from interviewsim.providers.opening import first_listed

    return replace(endpoint, model=asyncio.run(first_listed(endpoint)))
