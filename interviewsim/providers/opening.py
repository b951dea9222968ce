"""The door to models. The vendor's client is loaded here, off the event loop, when a model was chosen."""

import asyncio
from importlib import import_module

from interviewsim.providers.abilities import AbilityMemory
from interviewsim.providers.chat import ChatModel, KeyRefused, ModelFailed
from interviewsim.providers.endpoint import Endpoint
from interviewsim.providers.retrying import Sleep

_CLIENT = "interviewsim.providers.openai_chat"


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
    room = import_module(_CLIENT)
    chat: ChatModel = room.OpenAIChat(endpoint, memory or AbilityMemory(), sleep)
    return chat


async def load_client() -> None:
    """Load the vendor's client off the event loop, for those who must not wait for it later."""
    await asyncio.to_thread(import_module, _CLIENT)


async def models_listed(endpoint: Endpoint) -> tuple[str, ...]:
    """The models that the server lists, in its order. Raises `ModelFailed` where it does not answer with a list."""
    room = await asyncio.to_thread(import_module, _CLIENT)
    names: tuple[str, ...] = await room.models_listed(endpoint)
    return names


async def first_listed(endpoint: Endpoint) -> str:
    """The first model that the server lists. Raises `ModelFailed` where it lists none."""
    names = await models_listed(endpoint)
    if not names:
        raise ModelFailed(f"{endpoint.place} lists no model.", "Name one with --model.")
    return names[0]
