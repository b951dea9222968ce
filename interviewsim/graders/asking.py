"""One question to a model, with an answer that has its shape or the reason why there is none."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from interviewsim.domain.scorecard import Unscored, UnscoredReason, Usage
from interviewsim.prompts.replies import Broken, Extracted, ItemsRead, Retold, parsed, shape_of
from interviewsim.providers.chat import ChatModel, Finish, KeyRefused, Message, ModelFailed, Reply, Role, Use

MOST_AT_ONCE = 4
REPAIRS = 1
_Shape = TypeVar("_Shape", Extracted, ItemsRead, Retold)


@dataclass(frozen=True, slots=True)
class Asked:
    """A call as it is kept: what for, what came back, and how it ended."""

    purpose: str
    reply: str
    outcome: str


@dataclass
class Asker:
    """Asks one model, several calls at a time, and keeps what came back and what it used."""

    chat: ChatModel
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
        """The reply in its shape; a malformed one is asked for once more, a refusal or a cut one is not.

        Raises `KeyRefused` and nothing else: a wrong key is no finding about an answer.
        """
        said = list(messages)
        fault = ""
        for _ in range(REPAIRS + 1):
            try:
                async with self._limit:
                    reply = await self.chat.complete(said, most_tokens=most_tokens, shape=shape_of(shape))
            except KeyRefused:
                raise
            except ModelFailed as failed:
                return self._failed(purpose, "", UnscoredReason.GRADER_FAILED, failed.message)
            self.use += reply.use
            if failure := self._ended_badly(purpose, reply):
                return failure
            try:
                found = parsed(shape, reply.text)
            except Broken as broken:
                fault = str(broken)
                self.asked.append(Asked(purpose, reply.text, "invalid"))
                said = [*messages, Message(Role.ASSISTANT, reply.text or "(empty)"), _repair(fault)]
                continue
            self.asked.append(Asked(purpose, reply.text, "ok"))
            return found
        return Unscored(UnscoredReason.GRADER_FAILED, "The model's reply did not have the shape it was asked for.")

    def _ended_badly(self, purpose: str, reply: Reply) -> Unscored | None:
        match reply.finish:
            case Finish.REFUSED | Finish.FILTERED:
                why = "The model refused to read this."
                return self._failed(purpose, reply.refusal or reply.text, UnscoredReason.REFUSED, why)
            case Finish.LENGTH:
                why = "The model's reply was cut off before its end."
                return self._failed(purpose, reply.text, UnscoredReason.TRUNCATED, why)
            case Finish.STOP if reply.refusal:
                return self._failed(purpose, reply.refusal, UnscoredReason.REFUSED, "The model refused to read this.")
            case Finish.STOP:
                return None

    def _failed(self, purpose: str, text: str, reason: UnscoredReason, detail: str) -> Unscored:
        self.asked.append(Asked(purpose, text, reason.value))
        return Unscored(reason, detail)


def as_data(value: object) -> str:
    """JSON on one line: what a candidate typed cannot end it."""
    return json.dumps(value, ensure_ascii=False)


def _repair(fault: str) -> Message:
    return Message(
        Role.USER, f"That reply does not have the shape: {fault[:300]} Reply again with the JSON object alone."
    )
