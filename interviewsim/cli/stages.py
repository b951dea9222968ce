"""Which stage a command plays on: the offline one, or one with the models that were chosen."""

import asyncio
from argparse import Namespace
from typing import TYPE_CHECKING

from interviewsim.engine.ports import Clock
from interviewsim.errors import WrongUsage
from interviewsim.locations import Home, user_data, user_settings
from interviewsim.settings import Setting, load_model_settings
from interviewsim.wiring.offline import OfflineStage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interviewsim.providers.endpoint import Endpoint

DEFAULT_MODEL = "gpt-5-mini"
"""Taken on OpenAI where a model is asked for and none is named."""
FLAGS = ("model", "grader_model", "base_url")


def stage_of(
    parsed: Namespace, home: Home, clock: Clock | None = None, *, nudges: bool = True, carries: bool = True
) -> OfflineStage:
    """The stage that options and settings describe. Raises `WrongUsage` for what cannot go together."""
    interviewer, grader = _chosen(parsed)
    if interviewer is None and grader is None:
        return OfflineStage(home, clock, nudges=nudges, carries=carries)
    from interviewsim.wiring.live import LiveStage

    memory = user_data() / "servers.json"
    return LiveStage(home, clock, interviewer=interviewer, grader=grader, memory=memory, nudges=nudges, carries=carries)


def _chosen(parsed: Namespace) -> "tuple[Endpoint | None, Endpoint | None]":
    """The models for both roles; none where the role is played offline."""
    by = {role: getattr(parsed, role, "auto") for role in ("interviewer", "grader")}
    if getattr(parsed, "offline", False):  # `interviewsim` alone has no options
        for role, choice in by.items():
            if choice == "llm":
                raise WrongUsage(f"--offline and --{role} llm cannot go together.", "Leave one of them out.")
        return None, None
    told = load_model_settings({name: getattr(parsed, name, None) for name in FLAGS}, user_settings())
    grades_by = told.get("grader_model") or told.get("model")
    return _endpoint(parsed, told, by["interviewer"], told.get("model")), _endpoint(
        parsed, told, by["grader"], grades_by
    )


def _endpoint(
    parsed: Namespace, told: "Mapping[str, Setting]", choice: str, model: Setting | None
) -> "Endpoint | None":
    if choice == "offline" or (choice == "auto" and model is None):
        return None
    from interviewsim.providers.endpoint import OPENAI, Endpoint, Patience

    url, key = told.get("base_url"), told.get("api_key")
    patience = Patience.of(getattr(parsed, "timeout", None))
    endpoint = Endpoint(
        model.value if model else "", url.value if url else OPENAI, key.value if key else None, patience
    )
    if endpoint.model:
        return endpoint
    return Endpoint(_unnamed(endpoint), endpoint.base_url, endpoint.key, patience)


def _unnamed(endpoint: "Endpoint") -> str:
    """The model where none was named: the usual one on OpenAI, elsewhere the first that the server lists."""
    if endpoint.is_openai:
        return DEFAULT_MODEL
    from interviewsim.providers.opening import first_listed

    return asyncio.run(first_listed(endpoint))
