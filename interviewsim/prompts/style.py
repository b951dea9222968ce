"""A manner of speaking: alternative lines for every move, and the one safe way of filling them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from interviewsim.domain.rubric import Topic

PLACE = re.compile(r"\{([a-z_]*)\}")
WORD = re.compile(r"[a-z0-9']+")
CURLY, STRAIGHT = "\u2019", "'"
ANY = "any"
PROPOSED = "proposed_"
"""Before the name of a probe's kind: what is asked after is a proposal and not a past deed."""


@dataclass(frozen=True, slots=True)
class Style:
    """Lines by move and kind. Wording alone: which move is made, and about what, is the engine's affair.

    `wording` maps `move.kind` (`probe.result`, `close.any`) to the alternatives. `clarifications` say which kind of
    the `clarify` lines answers which question about the question.
    """

    id: str
    name: str
    about: str
    wording: Mapping[str, tuple[str, ...]]
    clarifications: tuple[Topic, ...] = field(default=())

    def lines(self, move: str, kind: str = ANY) -> tuple[str, ...]:
        """The lines for a move and kind, unfilled; those of `any` where the kind has none.

        A kind may be narrower than the file: `flag:no_users` is met by the lines of `flag`, and `proposed_goal`,
        where nothing of that name stands, by those of `goal`.
        """
        plain = kind.removeprefix(PROPOSED)
        for wider in (kind, plain, plain.partition(":")[0], ANY):
            if found := self.wording.get(f"{move}.{wider}"):
                return found
        return ()

    def clarification(self, text: str) -> str | None:
        """Which of the foreseen things a question about the question touches; the longest words decide."""
        asked = f" {' '.join(WORD.findall(text.lower().replace(CURLY, STRAIGHT)))} "
        found = [
            (len(word), topic.id) for topic in self.clarifications for word in topic.topics if f" {word} " in asked
        ]
        return max(found, key=lambda match: match[0])[1] if found else None

    def fill(self, line: str, values: Mapping[str, str]) -> str | None:
        """See `fill`."""
        return fill(line, values)


def fill(line: str, values: Mapping[str, str]) -> str | None:
    """The line with its places filled, or None where a value is missing or empty.

    One pass over the line: a value that contains braces stays as it is, since values are a candidate's words or a
    file's, never lines.
    """
    if any(not values.get(name) for name in places(line)):
        return None
    return PLACE.sub(lambda place: values[place.group(1)], line)


def places(line: str) -> frozenset[str]:
    """The names of the places in a line."""
    return frozenset(PLACE.findall(line))
