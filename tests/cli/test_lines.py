"""What is typed at a plain terminal: messages, drafts, and commands that do not exist."""

import asyncio
import os
import threading
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from queue import SimpleQueue

from interviewsim.cli.lines import Typing, patiently
from interviewsim.engine.commands import Answer, End, Hint, Order
from interviewsim.engine.notice import Notice, Refused
from tests.doubles.rounds import Stagehand


class Typist:
    """Types into a pipe, and hears what becomes of it."""

    def __init__(self, keys: int) -> None:
        self._keys = keys
        self.commands: SimpleQueue[Order] = SimpleQueue()
        self.drafts: SimpleQueue[str] = SimpleQueue()

    def types(self, text: str) -> None:
        os.write(self._keys, text.encode())

    def sent(self) -> Order:
        return self.commands.get(timeout=30)

    def sees_the_draft(self, draft: str) -> None:
        """Wait until this is what is kept."""
        while self.drafts.get(timeout=30) != draft:
            pass


@contextmanager
def typing(draft: str = "") -> Iterator[Typist]:
    source, keys = os.pipe()
    typist = Typist(keys)
    reader = Typing(typist.commands.put, typist.drafts.put, draft, source)
    thread = threading.Thread(target=reader.read_all)
    thread.start()
    yield typist
    os.close(keys)
    thread.join(timeout=30)
    os.close(source)


def test_an_empty_line_sends_what_was_typed() -> None:
    with typing() as typist:
        typist.types("one\ntwo\n\n")
        assert typist.sent() == Answer("one\ntwo")
        typist.types("/hint\n\n")
        assert typist.sent() == Hint()


def test_an_empty_line_in_the_middle_of_a_paste_is_part_of_it() -> None:
    with typing() as typist:
        typist.types("one\n\ntwo\n\n")
        assert typist.sent() == Answer("one\n\ntwo")


def test_the_end_of_the_input_sends_the_draft_and_ends_the_round() -> None:
    with typing("begun before") as typist:
        typist.types("and now\n")
        typist.sees_the_draft("begun before\nand now")
    assert typist.sent() == Answer("begun before\nand now")
    assert typist.sent() == End()


def test_once_the_round_is_over_what_is_typed_is_left_to_whoever_asks_next() -> None:
    source, keys = os.pipe()
    over: threading.Event = threading.Event()
    sent: SimpleQueue[Order] = SimpleQueue()
    drafts: SimpleQueue[str] = SimpleQueue()
    thread = threading.Thread(target=Typing(sent.put, drafts.put, "", source, over).read_all)
    thread.start()
    over.set()
    thread.join(timeout=30)
    assert not thread.is_alive()
    os.write(keys, b"begin\n")
    assert os.read(source, 100) == b"begin\n"
    assert sent.empty()
    os.close(keys)
    os.close(source)


def test_what_stands_below_a_command_that_does_not_exist_is_kept_and_goes_with_the_next_empty_line() -> None:
    with typing() as typist:
        typist.types("/nope\nA long answer.\n\n")
        typist.sees_the_draft("A long answer.")
        typist.types("With its end.\n\n")
        assert typist.sent() == Answer("A long answer.\nWith its end.")


def test_what_stood_above_it_was_carried_out_and_is_not_again() -> None:
    with typing() as typist:
        typist.types("/hint\n/nope\nAn answer.\n\n")
        assert typist.sent() == Hint()
        typist.sees_the_draft("An answer.")
        typist.types("\n")
        assert typist.sent() == Answer("An answer.")


async def test_who_waits_for_the_interviewer_is_told_so_in_the_meantime() -> None:
    told: list[str] = []
    goes_on = asyncio.Event()

    def tells(line: str) -> None:
        told.append(line)
        goes_on.set()

    async def slow() -> AsyncGenerator[Notice, None]:
        await goes_on.wait()
        yield Refused("Now.")

    hand = Stagehand()
    heard = [notice async for notice in patiently(slow(), hand.conductor, moment=0.001, tells=tells)]
    assert heard == [Refused("Now.")]
    assert "is thinking" in told[0]
