"""A small language for phrases, so that what a request looks like is a table one can read and extend.

A book is lines of text. `@name = a | b c | @other` names a group of choices. `[section]` opens a section, whose
lines are phrases, found anywhere in a clause of plain words:

    word            that word            wor*      a word that begins so
    a|b_c|@name     either; `_` joins the words of one choice, `@name` is any choice of the group
    x?              may be left out      x..       any number of times, or not at all
    ~3              up to three words of any kind
    < ... >         the clause begins or ends here
    -- x | y z      never mind the phrase if one of these stands anywhere in the clause

`# ...` is a comment.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

_COMMON = "i we you it this that is was are be have had do did does can could will would not to of my your"
_EVERYWHERE = frozenset(_COMMON.split())
_EDGE = r"(?:^|(?<= ))"


@dataclass(frozen=True, slots=True)
class _Group:
    """Choices as a regular expression, and words of which one must be there; None: cannot be said.

    `every` are all such sets of a sequence.
    """

    pattern: str
    needs: frozenset[str] | None
    every: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True)
class Phrase:
    """One phrase of a section. Its expressions are compiled when it is first looked for: most never are."""

    section: str
    wanted: str
    unwanted: str
    needs: frozenset[str] | None
    every: tuple[frozenset[str], ...] = ()

    def may_stand_among(self, words: frozenset[str]) -> bool:
        """Whether the words that it cannot do without are there, which is soon seen."""
        return all(map(words.intersection, self.every))

    @cached_property
    def _wanted(self) -> re.Pattern[str]:
        return re.compile(self.wanted)

    @cached_property
    def _unwanted(self) -> re.Pattern[str]:
        return re.compile(self.unwanted)

    def stands_in(self, padded: str) -> bool:
        """Whether the words, each followed by a blank, hold the phrase."""
        if not self._wanted.search(padded):
            return False
        return not (self.unwanted and self._unwanted.search(padded))


class PhraseBook:
    """Phrases by the words without which they cannot stand, so that few are tried on a clause."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.phrases = tuple(phrases)
        self._by_word = _by_word(self.phrases)

    def sections_in(self, words: str) -> frozenset[str]:
        """The sections of which a phrase stands in a clause's words, which are one blank apart."""
        present = frozenset(words.split())
        tried = {at for word in ("", *present) for at in self._by_word.get(word, ())}
        found: set[str] = set()
        padded = f"{words} "
        for phrase in (self.phrases[at] for at in sorted(tried)):
            if phrase.section not in found and phrase.may_stand_among(present) and phrase.stands_in(padded):
                found.add(phrase.section)
        return frozenset(found)


def _by_word(phrases: Sequence[Phrase]) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = {}
    for at, phrase in enumerate(phrases):
        for word in ("",) if phrase.needs is None else phrase.needs:
            found.setdefault(word, []).append(at)
    return found


def read_book(package: str, name: str) -> PhraseBook:
    """The book of that file name in a package of ours, such as `interviewsim.reading`."""
    return PhraseBook(phrases_of(files(package).joinpath(name).read_text("utf-8")))


def phrases_of(book: str) -> Iterator[Phrase]:
    """The phrases of a book's text, in order. Raises `KeyError` for a group that no earlier line named."""
    groups: dict[str, _Group] = {}
    section = ""
    for line in (raw.split("#")[0].strip() for raw in book.splitlines()):
        if line.startswith("@") and " = " in line:
            name, choices = line.split(" = ", 1)
            groups[name.strip()] = _choices(choices, groups)
        elif line.startswith("["):
            section = line.strip("[]")
        elif line:
            yield _phrase(section, line, groups)


def _phrase(section: str, line: str, groups: Mapping[str, _Group]) -> Phrase:
    wanted, _, unwanted = line.partition(" -- ")
    phrase = _sequence(wanted, groups)
    edge = "" if wanted.startswith("<") else _EDGE
    excluded = _EDGE + _choices(unwanted, groups).pattern if unwanted else ""
    return Phrase(section, edge + phrase.pattern, excluded, phrase.needs, phrase.every)


def _choices(line: str, groups: Mapping[str, _Group]) -> _Group:
    choices = [_sequence(choice, groups) for choice in line.split(" | ")]
    return _Group(f"(?:{'|'.join(choice.pattern for choice in choices)})", _all_of(choices))


def _all_of(choices: Iterable[_Group]) -> frozenset[str] | None:
    """What is needed where any choice will do: a word of one of them, unless a choice needs none."""
    needed: set[str] = set()
    for choice in choices:
        if choice.needs is None:
            return None
        needed |= choice.needs
    return frozenset(needed)


def _sequence(words: str, groups: Mapping[str, _Group]) -> _Group:
    parts = [_token(token, groups) for token in words.split()]
    needed = [part.needs for part in parts if part.needs is not None]
    rarest = min(needed, key=_commonness, default=None)
    return _Group("".join(part.pattern for part in parts), rarest, tuple(needed))


def _commonness(words: frozenset[str]) -> int:
    return len(words) + 30 * len(words & _EVERYWHERE)


def _token(mark: str, groups: Mapping[str, _Group]) -> _Group:
    if mark == "<":
        return _Group("^", None)
    if mark == ">":
        return _Group("$", None)
    if mark.startswith("~"):
        return _Group(rf"(?:\S+ ){{0,{int(mark[1:])}}}", None)
    for ending, times in (("..", "*"), ("?", "?")):
        if mark.endswith(ending):
            return _Group(f"(?:{_token(mark.removesuffix(ending), groups).pattern}){times}", None)
    choices = [groups[choice] if choice.startswith("@") else _literal(choice) for choice in mark.split("|")]
    return _Group(f"(?:{'|'.join(choice.pattern for choice in choices)})", _all_of(choices))


def _literal(choice: str) -> _Group:
    first = choice.split("_", 1)[0]
    pattern = re.escape(choice).replace("_", " ").replace(r"\*", r"\w*")
    return _Group(f"{pattern} ", None if "*" in first else frozenset({first}))
