"""What the interviewer and the grader need of a language model, and nothing of any vendor. Standard library alone."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from interviewsim.errors import InterviewSimError


class Role(StrEnum):
    """Who a message is from, as every server knows it."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation with a model."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Use:
    """Tokens of one or several calls; None where the server does not say. `cached` are part of `input`."""

    input: int | None = None
    cached: int | None = None
    output: int | None = None

    def __add__(self, other: "Use") -> "Use":
        """The use of both; what one of them does not know counts as nothing, and None only where neither knows."""
        return Use(_sum(self.input, other.input), _sum(self.cached, other.cached), _sum(self.output, other.output))


def _sum(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else one + other


class Finish(StrEnum):
    """Why a model stopped. Without any of these a reply is a failure, not a reply."""

    STOP = "stop"
    LENGTH = "length"
    FILTERED = "filtered"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Shape:
    """The JSON that a reply must have: a name for servers that want one, and a strict JSON Schema.

    Every key required, no additional properties, no references, no bounds: what is bounded is checked after.
    """

    name: str
    schema: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole reply: its text without any thinking, why it ended, the model that gave it, and what it used."""

    text: str
    finish: Finish
    model: str
    use: Use = Use()
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text as it comes."""

    text: str


class ChatModel(Protocol):
    """One model on one server. Both calls can be cancelled at every await; both retry what is worth retrying."""

    @property
    def model(self) -> str:
        """The model's name on its server."""
        ...

    @property
    def place(self) -> str:
        """Where answers go, for a person: a host and port, never a key."""
        ...

    async def complete(self, messages: Sequence[Message], *, most_tokens: int, shape: Shape | None = None) -> Reply:
        """One whole reply. `shape` is asked for in the best way the server knows, and never guaranteed.

        Raises `ModelFailed` where no reply with a finish came within the deadline.
        """
        ...

    def stream(self, messages: Sequence[Message], *, most_tokens: int) -> AsyncIterator[Piece | Reply]:
        """Pieces as they come, and at the end, once, the whole as a `Reply`.

        Raises `ModelFailed` where the stream dies, stalls, or ends without a finish; pieces given until then stand.
        Nothing is retried once a piece was given.
        """
        ...

    async def close(self) -> None:
        """Let go of the connections."""
        ...


class ModelFailed(InterviewSimError):
    """A model gave no usable reply; the message says what happened, the hint what to do."""


class KeyRefused(ModelFailed):
    """The key is missing or the server refuses it."""

    exit_code = 4


class ServerUnreachable(ModelFailed):
    """Nothing answers at the server's address, or not in time."""

    exit_code = 5
