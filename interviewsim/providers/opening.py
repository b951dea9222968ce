"""The door to models. The vendor's client is loaded here, off the event loop, when a model was chosen."""

import asyncio
from importlib import import_module

from interviewsim.providers.abilities import AbilityMemory
from interviewsim.providers.chat import ChatModel, KeyRefused
from interviewsim.providers.endpoint import Endpoint
from interviewsim.providers.retrying import Sleep


async def open_chat(endpoint: Endpoint, memory: AbilityMemory | None = None, sleep: Sleep = asyncio.sleep) -> ChatModel:
    """The same as `open_now`, off the event loop."""
    return await asyncio.to_thread(open_now, endpoint, memory, sleep)


def open_now(endpoint: Endpoint, memory: AbilityMemory | None = None, sleep: Sleep = asyncio.sleep) -> ChatModel:
    """A model ready to be asked; no request is made yet. Blocks for half a second while the client loads.

    Raises `KeyRefused` where OpenAI itself is meant and there is no key.
    """
    if endpoint.is_openai and not endpoint.key:
        raise KeyRefused(
            "There is no key for api.openai.com.",
            "Set OPENAI_API_KEY, or name another server with --base-url; --offline needs neither.",
        )
    room = import_module("interviewsim.providers.openai_chat")
    chat: ChatModel = room.OpenAIChat(endpoint, memory or AbilityMemory(), sleep)
    return chat


async def first_listed(endpoint: Endpoint) -> str:
    """The first model that the server lists. Raises `ModelFailed` where it lists none."""
    room = await asyncio.to_thread(import_module, "interviewsim.providers.openai_chat")
    name: str = await room.first_listed(endpoint)
    return name
