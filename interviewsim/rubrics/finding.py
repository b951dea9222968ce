"""What is wrong with a file, where, and what would be right; the one way in which data files fail."""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from interviewsim.errors import InvalidFile

LONGEST_GUESSED = 40
"""Characters of a word beyond which nobody mistyped it."""
MOST_FINDINGS = 100
"""Findings of one file; who has more will want to see the first ones first."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a file. `line` counts from 1; `key` is a path such as `criteria.ownership.weight`, or empty."""

    file: str
    line: int
    key: str
    problem: str
    expected: str = ""
    guess: str = ""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: {self.key}: " if self.key else f"{self.file}:{self.line}: "
        expected = f"; expected {self.expected}" if self.expected else ""
        guess = f' (did you mean "{self.guess}"?)' if self.guess else ""
        line = f"{where}{self.problem}{expected}{guess}"
        return "".join(character if character.isprintable() else " " for character in line)


class Broken(Exception):
    """A file cannot be used; everything found in it. Never leaves the libraries."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        super().__init__()
        self.findings = tuple(dict.fromkeys(findings))[:MOST_FINDINGS]


CHECKED_BY = {"rubrics": "rubrics", "prompts": "questions"}


def invalid(broken: Broken, folder: str = "rubrics") -> InvalidFile:
    """The error a person sees: the first finding, and how many more there are. `folder` names what to check."""
    first, *more = broken.findings
    others = f", and {len(more)} more" if more else ""
    return InvalidFile(
        f"{first}{others}.", f"Correct the file; `interviewsim {CHECKED_BY[folder]} check` lists everything at once."
    )


def guess(word: object, known: Iterable[str]) -> str:
    """The known word that was probably meant, or nothing."""
    if not isinstance(word, str) or len(word) > LONGEST_GUESSED:
        return ""
    return next(iter(difflib.get_close_matches(word.strip().lower(), tuple(known), n=1, cutoff=0.6)), "")


def listed(words: Sequence[str]) -> str:
    """Words as a sentence lists them: `a, b or c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} or {words[-1]}"
