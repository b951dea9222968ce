"""One question to a model, with an answer that has its shape or the reason why there is none."""

import asyncio
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from interviewsim.domain.scorecard import Unscored, UnscoredReason, Usage
from interviewsim.prompts.replies import Extracted, ItemsRead, Retold
from interviewsim.providers.chat import ChatModel, KeyRefused, Message, ModelFailed, Use
from interviewsim.providers.structured import Outcome, ask_for, read_again

MOST_AT_ONCE = 4
_Shape = TypeVar("_Shape", Extracted, ItemsRead, Retold)


_FAILED = Unscored(UnscoredReason.GRADER_FAILED, "The model's reply did not have the shape it was asked for.")
_WHY = {
    Outcome.REFUSED: Unscored(UnscoredReason.REFUSED, "The model refused to read this."),
    Outcome.TRUNCATED: Unscored(UnscoredReason.TRUNCATED, "The model's reply was cut off before its end."),
    Outcome.EMPTY: Unscored(UnscoredReason.GRADER_FAILED, "The model said nothing."),
    Outcome.INVALID: _FAILED,
    Outcome.OK: _FAILED,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is kept: what for, every text that came back, how it ended, and the question's digest."""

    purpose: str
    replies: tuple[str, ...]
    outcome: str
    key: str


@dataclass
class Asker:
    """Asks one model, several calls at a time, and keeps what came back and what it used.

    `known` are replies of an earlier grade by the question's digest: the same question is not asked twice.
    """

    chat: ChatModel
    known: Mapping[str, str] = field(default_factory=dict)
    use: Use = field(default_factory=Use)
    asked: list[Asked] = field(default_factory=list)
    _limit: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(MOST_AT_ONCE))

    @property
    def usage(self) -> Usage | None:
        """Tokens so far; None where the server tells nothing."""
        if self.use.input is None and self.use.output is None:
            return None
        return Usage(self.use.input or 0, self.use.cached or 0, self.use.output or 0)

    async def ask(
        self, purpose: str, messages: Sequence[Message], shape: type[_Shape], most_tokens: int
    ) -> _Shape | Unscored:
        """The reply in its shape, or why there is none; a refusal is not asked again.

        Raises `KeyRefused` and nothing else: a wrong key is no finding about an answer.
        """
        key = _key(shape.__name__, messages)
        if key in self.known and (value := read_again(self.known[key], shape)) is not None:
            self.asked.append(Asked(purpose, (self.known[key],), Outcome.OK.value, key))
            return value
        try:
            async with self._limit:
                found = await ask_for(self.chat, messages, shape, most_tokens=most_tokens)
        except KeyRefused:
            raise
        except ModelFailed as failed:
            self.asked.append(Asked(purpose, (), "failed", key))
            return Unscored(UnscoredReason.GRADER_FAILED, failed.message)
        self.use += found.use
        self.asked.append(Asked(purpose, found.replies, found.outcome.value, key))
        return found.value if found.value is not None else _WHY[found.outcome]


def as_data(value: object) -> str:
    """JSON on one line: what a candidate typed cannot end it."""
    return json.dumps(value, ensure_ascii=False)


def _key(shape: str, messages: Sequence[Message]) -> str:
    told = json.dumps([shape, *((one.role.value, one.text) for one in messages)], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:16]
