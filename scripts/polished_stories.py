"""STAR answers whose sentences are labelled by part, so that a part can be taken out, moved or dictated."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

PARTS = ("situation", "task", "action", "result")
OTHER = "other"
HERE = Path(__file__).resolve().parent
MADE_UP = (
    HERE / "polished_stories.jsonl",
    HERE.parent / "calibration/stories_train.jsonl",
    HERE / "short_stories.jsonl",
)


@dataclass(frozen=True)
class Sentence:
    """One sentence and the part it serves; one that serves two says the first."""

    text: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Story:
    """One answer, sentence by sentence."""

    question: str
    sentences: tuple[Sentence, ...]
    as_told: bool = True

    def without(self, part: str) -> "Story":
        """The answer with every sentence of one part left out; an empty name leaves out none."""
        return Story(self.question, tuple(one for one in self.sentences if part not in one.parts))

    def moved(self) -> "Story":
        """The answer that begins with its end."""
        order = {name: at for at, name in enumerate(("result", "situation", "action", "task", OTHER))}
        return Story(
            self.question, tuple(sorted(self.sentences, key=lambda one: order.get(one.parts[0], 9))), as_told=False
        )

    @property
    def text(self) -> str:
        """As it would be typed."""
        return " ".join(one.text for one in self.sentences)

    @property
    def present(self) -> frozenset[str]:
        """The parts that are in it."""
        return frozenset(part for one in self.sentences for part in one.parts if part in PARTS)


def stories(paths: Iterable[Path] = MADE_UP) -> list[Story]:
    """All stories of the files, in either layout: a text for each part, or a list of labelled sentences."""
    lines = [line for path in paths if path.exists() for line in path.read_text(encoding="utf-8").splitlines()]
    return [_story(json.loads(line)) for line in lines if line.strip()]


def _story(row: dict[str, object]) -> Story:
    listed = row.get("sentences")
    if isinstance(listed, list):
        sentences = [Sentence(one["text"], tuple(one["parts"]) or (OTHER,)) for one in listed]
    else:
        sentences = [
            Sentence(text, (part,)) for part in PARTS for text in re.split(r"(?<=[.!?]) ", str(row[part])) if text
        ]
    return Story(str(row["question"]), tuple(sentences))


def variants(told: Iterable[Story]) -> Iterator[Story]:
    """Each story whole, out of order, and with each part out."""
    for story in told:
        yield story
        yield story.moved()
        yield from (story.without(part) for part in PARTS)


def dictated(text: str) -> str:
    """The same as a recognizer without punctuation writes it."""
    return re.sub(r"[^\w\s'%$-]", "", text).lower()
