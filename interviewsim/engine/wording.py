"""An interviewer turn cut into what is its own, what it quotes, and what it was given to say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from interviewsim.reading.figures import digits_in

QUOTATION = re.compile(r"[\"\u201c\u201d\u00ab\u00bb]([^\"\u201c\u201d\u00ab\u00bb\n]+)[\"\u201c\u201d\u00ab\u00bb]")
_SENTENCE = re.compile(r"\S[^.!?\n]*(?:[.!?]+(?!\s|$)[^.!?\n]*)*(?:[.!?]+[\"\u201d'\u2019)]*|(?=\n)|$)")
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_REQUEST = re.compile(
    r"^(?:[\w',]+ ){0,6}?(?:tell|take|walk|bring|lead|show|give|describe|share|name|pick|help|set|think of|start|say"
    r"|ask|stay|try)\b(?: (?:me|us|the|one|a|with|at|from|once|more)\b)"
    r"|\b(?:i would|i'd) (?:like|love) (?:to hear|one|you to)\b"
    r"|^(?:shorter|the (?:short version|headline|point))\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\byou(?:'ve| have|'d| had)?(?: just| also| already| only| earlier)* (?:said|wrote|mentioned|told (?:me|us))\b"
    r"(?: earlier| just now| before)?([^.!?,;:\u2026]*)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Turn:
    """A turn's text. `given` are texts it may say as they stand: the question, the pack's reply."""

    text: str
    given: tuple[str, ...] = ()

    @cached_property
    def own(self) -> str:
        """The interviewer's own wording: without what was given and without what stands in quotation marks."""
        return QUOTATION.sub("\u2026", self.without_given)

    @cached_property
    def without_given(self) -> str:
        """The text with each given text left out."""
        left = self.text
        for given in sorted(filter(None, self.given), key=len, reverse=True):
            left = left.replace(given, " ")
        return left.strip()

    @cached_property
    def quotations(self) -> tuple[str, ...]:
        """What stands in quotation marks, without the marks."""
        return tuple(QUOTATION.findall(self.without_given))

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of the own wording, with their marks."""
        return sentences_of(self.own)

    @cached_property
    def questions(self) -> int:
        """Sentences that end with a question mark; a given question counts as one."""
        own = sum(asks(sentence) for sentence in self.sentences)
        return own + any("?" in given for given in self.said_as_given)

    @cached_property
    def said_as_given(self) -> tuple[str, ...]:
        """Those given texts that it does say."""
        return tuple(given for given in self.given if given and given in self.text)

    @cached_property
    def reported(self) -> tuple[str, ...]:
        """What follows "you said", "you wrote", "you mentioned", "you told me", up to the next mark."""
        return tuple(match.group(1).strip() for match in _REPORTED.finditer(self.own) if match.group(1).strip())

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """Figures of its own wording that are written with digits."""
        return digits_in(self.own)

    @property
    def puts_something(self) -> bool:
        """Whether anything is asked for, with or without a question mark."""
        return bool(self.questions or self.said_as_given or any(_REQUEST.search(one) for one in self.sentences))


def sentences_of(text: str) -> tuple[str, ...]:
    """Sentences in order, each with its marks, without blanks around."""
    return tuple(
        match.group().strip()
        for match in _SENTENCE.finditer(text)
        if _WORD.search(match.group()) or "\u2026" in match.group()
    )


def asks(sentence: str) -> bool:
    """Whether a sentence ends with a question mark."""
    return "?" in sentence[-3:]


def words_of(text: str) -> tuple[str, ...]:
    """Lower-case words with plain apostrophes."""
    return tuple(match.group().lower().replace("\u2019", "'") for match in _WORD.finditer(text))


def stands_in(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether the words stand in the whole, one right after the other."""
    size = len(part)
    return any(tuple(whole[at : at + size]) == tuple(part) for at in range(len(whole) - size + 1))
