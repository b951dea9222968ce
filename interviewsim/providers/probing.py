"""The first steps to a server, told apart: whether it takes a connection, whether it speaks HTTP, what it lists."""

import asyncio
import socket
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from urllib.parse import urlsplit

from interviewsim.providers.chat import ModelFailed, ServerUnreachable
from interviewsim.providers.endpoint import Endpoint

CONNECTS = 5.0
"""Seconds within which an address takes a connection."""
PORTS = {"https": 443, "http": 80}


@dataclass(frozen=True, slots=True)
class Answered:
    """What a server said to the request for its models: the status, and the names where it gave a list.

    `failure` is what the status means, where it means a failure.
    """

    status: int
    models: tuple[str, ...] | None
    failure: ModelFailed | None = None


async def reach(endpoint: Endpoint, seconds: float = CONNECTS) -> None:
    """Open a connection and close it again. Raises `ServerUnreachable` that says which part of it failed."""
    parts = urlsplit(endpoint.base_url)
    try:
        async with asyncio.timeout(seconds):
            _, writer = await asyncio.open_connection(parts.hostname, parts.port or PORTS.get(parts.scheme, 80))
    except socket.gaierror as error:
        raise ServerUnreachable(
            f"There is no host {endpoint.host!r}.", "Check the address, and the network."
        ) from error
    except TimeoutError as error:
        told = f"{endpoint.place} did not take a connection within {seconds:g} s."
        raise ServerUnreachable(told, "Check the address; a firewall may be in the way.") from error
    except (OSError, ValueError) as error:
        start = "Start the server, or check its port." if endpoint.is_loopback else "Check the address and its port."
        raise ServerUnreachable(f"Nothing listens at {endpoint.place}.", start) from error
    writer.close()
    with suppress(OSError):
        await writer.wait_closed()


async def ask_for_models(endpoint: Endpoint) -> Answered:
    """Ask which models there are. Raises `ModelFailed` where what listens there does not answer in HTTP.

    The vendor's client is loaded off the event loop. One request, never made again.
    """
    room = await asyncio.to_thread(import_module, "interviewsim.providers.listing")
    answered: Answered = await room.ask_for_models(endpoint)
    return answered
