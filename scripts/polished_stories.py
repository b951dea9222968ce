"""Made-up STAR answers, cut into their parts, so that a part can be taken out or moved."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Story:
    """One polished answer; each field holds the sentences of that part and of no other."""

    question: str
    situation: str
    task: str
    action: str
    result: str

    def without(self, part: str) -> str:
        """The answer with one part left out; an empty name leaves out none."""
        return " ".join(getattr(self, name) for name in ("situation", "task", "action", "result") if name != part)

    def moved(self) -> str:
        """The answer that begins with its end."""
        return " ".join((self.result, self.situation, self.action, self.task))


_LINES = Path(__file__).with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()
STORIES = tuple(Story(**json.loads(line)) for line in _LINES)
PARTS = ("situation", "task", "action", "result")


def variants() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Question, text and the parts that are in it: each story whole, with each part out, and out of order."""
    everything = frozenset(PARTS)
    for story in STORIES:
        yield story.question, story.without(""), everything
        yield story.question, story.moved(), everything
        for part in PARTS:
            yield story.question, story.without(part), everything - {part}
