"""Which lines of a text are set in columns, so that whoever shows them keeps them aligned."""

import re

_GAP = re.compile(r"\S {2,}\S|\S *\| *\S")
_RULE = re.compile(r"\s*[|+:=-][\s|+:=-]{2,}")
LEAST_ROWS = 2


def tables_in(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the tables: two lines or more in a row that have gaps of two blanks, or bars; without the line end."""
    found: list[tuple[int, int]] = []
    start = at = rows = 0
    for line in text.split("\n"):
        if _GAP.search(line) or _RULE.fullmatch(line):
            start, rows = (start, rows + 1) if rows else (at, 1)
        else:
            found += [(start, at - 1)] if rows >= LEAST_ROWS else []
            rows = 0
        at += len(line) + 1
    found += [(start, at - 1)] if rows >= LEAST_ROWS else []
    return tuple(found)
