"""Which model servers run on this machine. They are found, never used unasked; nothing beyond loopback is looked at."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from interviewsim.providers.chat import ModelFailed
from interviewsim.providers.endpoint import Endpoint, Patience
from interviewsim.providers.opening import load_client, models_listed

CONNECTS = 0.3
"""Seconds within which something on this machine takes a connection, or is not there."""
ANSWERS = 1.0
"""Seconds within which it says which models it has."""
OLLAMA_PORT = 11434
MOST_NAMES = 50
"""Models of one server that are told by name."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a kind of server usually listens."""

    name: str
    base_url: str


@dataclass(frozen=True, slots=True)
class FoundServer:
    """A server that answers, with the models it lists; the names are its own and only data."""

    name: str
    base_url: str
    models: tuple[str, ...]


def usual_places(ollama_host: str | None = None) -> tuple[Place, ...]:
    """The places to look at. `OLLAMA_HOST` counts only where it means this machine."""
    own = _loopback(ollama_host) if ollama_host else None
    return (
        Place("Ollama", own or f"http://127.0.0.1:{OLLAMA_PORT}/v1"),
        Place("LM Studio", "http://127.0.0.1:1234/v1"),
        Place("llama.cpp", "http://127.0.0.1:8080/v1"),
        Place("vLLM or another", "http://127.0.0.1:8000/v1"),
    )


async def servers_here(places: Sequence[Place]) -> tuple[FoundServer, ...]:
    """The servers that answer, in the order of the places, all asked at once. Never raises for one that does not."""
    listening = [place for place, there in zip(places, await _all(places), strict=True) if there]
    if not listening:
        return ()
    await load_client()  # half a second, and only where something listens
    found = await asyncio.gather(*(_listed(place) for place in listening))
    return tuple(server for server in found if server is not None)


async def _all(places: Sequence[Place]) -> list[bool]:
    return list(await asyncio.gather(*(_listens(place) for place in places)))


async def _listens(place: Place) -> bool:
    parts = urlsplit(place.base_url)
    try:
        async with asyncio.timeout(CONNECTS):
            _, writer = await asyncio.open_connection(parts.hostname, parts.port)
    except (OSError, TimeoutError):
        return False
    writer.close()
    return True


async def _listed(place: Place) -> FoundServer | None:
    endpoint = Endpoint("", place.base_url, None, Patience.of(ANSWERS))
    try:
        async with asyncio.timeout(ANSWERS):
            names = await models_listed(endpoint)
    except (ModelFailed, TimeoutError):
        return None
    return FoundServer(place.name, place.base_url, tuple(names[:MOST_NAMES]))


def _loopback(told: str) -> str | None:
    """A base URL from what `OLLAMA_HOST` says, where that is on this machine."""
    try:
        parts = urlsplit(told if "//" in told else f"http://{told}")
        url = f"http://{parts.hostname}:{parts.port or OLLAMA_PORT}/v1"
    except ValueError:
        return None
    return url if Endpoint("", url).is_loopback else None
