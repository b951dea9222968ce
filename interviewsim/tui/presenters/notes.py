"""Private notes as one text for the journal: free lines first, then the STAR scratchpad."""

from dataclasses import dataclass

_HEADING = "STAR:"
_MORE = "   "
LETTERS = "STAR"


@dataclass(frozen=True, slots=True)
class Notes:
    """What a candidate wrote beside the answer; `star` are the four parts in their order."""

    free: str = ""
    star: tuple[str, str, str, str] = ("", "", "", "")


def joined(notes: Notes) -> str:
    """As one text that `parted` takes apart again."""
    if not any(notes.star):
        return notes.free
    parts = [
        f"{letter}: {text.replace(chr(10), chr(10) + _MORE)}" for letter, text in zip(LETTERS, notes.star, strict=True)
    ]
    return "\n".join((notes.free, _HEADING, *parts))


def parted(text: str) -> Notes:
    """Notes out of their text; a text of any other making is all free."""
    free, heading, scratch = text.rpartition(f"\n{_HEADING}\n")
    parts = _parts(scratch) if heading else None
    return Notes(text) if parts is None else Notes(free, parts)


def _parts(scratch: str) -> tuple[str, str, str, str] | None:
    found: list[str] = []
    for line in scratch.split("\n"):
        expected = f"{LETTERS[len(found)]}: " if len(found) < len(LETTERS) else None
        if expected and line.startswith(expected):
            found.append(line.removeprefix(expected))
        elif found and line.startswith(_MORE):
            found[-1] += "\n" + line.removeprefix(_MORE)
        else:
            return None
    return (found[0], found[1], found[2], found[3]) if len(found) == len(LETTERS) else None
