"""A model server on this machine that behaves as badly as a test wants: raw bytes, written when it is told to."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

Play = Sequence[bytes | None]
"""What is written, one after the other; None: nothing more is written, and the line stays open until the end."""


@dataclass(slots=True)
class Heard:
    """What reached the server."""

    bodies: list[dict[str, object]] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)


def head(status: str = "200 OK", kind: str = "text/event-stream", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\ncontent-type: {kind}\r\nconnection: close\r\n{more}\r\n".encode()


def chunk(text: str | None = None, finish: str | None = None) -> bytes:
    delta = {} if text is None else {"content": text}
    value = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return f"data: {json.dumps(value | {'choices': [choice]})}\n\n".encode()


def whole(text: str) -> bytes:
    message = {"role": "assistant", "content": text}
    value = {"id": "1", "object": "chat.completion", "created": 1, "model": "m"}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return json.dumps(value | {"choices": [choice]}).encode()


DONE = b"data: [DONE]\n\n"


@asynccontextmanager
async def server(*plays: Play | Callable[[dict[str, object]], Play]) -> AsyncIterator[tuple[str, Heard]]:
    """Serve each request by the next play, the last one for all that follow; gives the base URL."""
    heard, held = Heard(), asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        told = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = next(
            (int(line.split(":")[1]) for line in told.splitlines() if line.lower().startswith("content-le")), 0
        )
        body = json.loads(await reader.readexactly(length) or b"{}")
        play = plays[min(len(heard.bodies), len(plays) - 1)]
        heard.heads.append(told)
        heard.bodies.append(body)
        for piece in play(body) if callable(play) else play:
            if piece is None:
                await held.wait()
                break
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(0)
        writer.close()

    serving = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = serving.sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}/v1", heard
    finally:
        held.set()
        serving.close()
        await serving.wait_closed()
