"""A model without a server: says what a test gives it, and keeps what it was asked."""

from collections.abc import AsyncIterator, Callable, Sequence

from interviewsim.providers.chat import Finish, Message, ModelFailed, Piece, Reply, Shape, Use

Says = str | Reply | ModelFailed
Mind = Callable[[Sequence[Message]], Says]


class FakeChat:
    """Implements `ChatModel`. `mind` is a list of replies in order, or a function of the messages."""

    model = "fake"
    place = "nowhere"

    def __init__(self, mind: Sequence[Says] | Mind) -> None:
        self._mind = mind
        self.asked: list[tuple[Message, ...]] = []
        self.shapes: list[Shape | None] = []
        self.closed = False

    async def complete(self, messages: Sequence[Message], *, most_tokens: int, shape: Shape | None = None) -> Reply:
        return self._reply(messages, shape)

    async def stream(self, messages: Sequence[Message], *, most_tokens: int) -> AsyncIterator[Piece | Reply]:
        reply = self._reply(messages, None)
        for at in range(0, len(reply.text), 7):
            yield Piece(reply.text[at : at + 7])
        yield reply

    async def close(self) -> None:
        self.closed = True

    def _reply(self, messages: Sequence[Message], shape: Shape | None) -> Reply:
        says = self._mind(messages) if callable(self._mind) else self._mind[len(self.asked)]
        self.asked.append(tuple(messages))
        self.shapes.append(shape)
        if isinstance(says, ModelFailed):
            raise says
        if isinstance(says, Reply):
            return says
        return Reply(says, Finish.STOP, self.model, Use(sum(len(m.text) for m in messages) // 4, None, len(says) // 4))
