"""Outside text made fit for a terminal, and the small words and bars that every screen uses."""

import re
import unicodedata
from datetime import datetime

from rich.cells import cell_len, set_cell_size

_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})
_STAND_IN = "·"
_FULL, _EMPTY = "▰", "▱"
_SPARKS = "▁▂▃▄▅▆▇█"
_WEEK_DAYS = 6


def shown(text: str) -> str:
    """The text with every code point that could steer the terminal replaced by one visible point.

    The length stays, so that offsets into a stored turn hold in what is shown of it.
    """
    if text.isascii():
        return _STEERING.sub(_STAND_IN, text).replace("\t", " ")
    return "".join(_visible(char) for char in text)


def one_line(text: str) -> str:
    """The text as a single line, its blanks run together."""
    return " ".join(shown(text).split())


def clipped(text: str, width: int) -> str:
    """One line of at most `width` cells, with an ellipsis where something was cut."""
    line = one_line(text)
    if cell_len(line) <= width:
        return line
    return set_cell_size(line, max(0, width - 1)).rstrip() + "…"


def column(text: str, width: int, *, right: bool = False) -> str:
    """Exactly `width` cells of the text, filled with blanks on one side."""
    line = clipped(text, width)
    gap = " " * (width - cell_len(line))
    return gap + line if right else line + gap


def clock(seconds: float) -> str:
    """Minutes and seconds: "04:18"; never below zero, whole seconds, an hour is 60 minutes."""
    whole = max(0, int(seconds))
    return f"{whole // 60:02}:{whole % 60:02}"


def level_bar(level: int | None, of: int = 5) -> str:
    """A level as filled and empty marks."""
    filled = min(of, max(0, level or 0))
    return _FULL * filled + _EMPTY * (of - filled)


def share_bar(share: float, width: int = 6) -> str:
    """A share of 1 as filled and empty marks."""
    filled = min(width, max(0, int(share * width)))
    return _FULL * filled + _EMPTY * (width - filled)


def spark(scores: tuple[float, ...]) -> str:
    """Scores from 1 to 5 as a line of small bars, oldest first."""
    top = len(_SPARKS) - 1
    return "".join(_SPARKS[min(top, max(0, round((score - 1) / 4 * top)))] for score in scores)


def plural(count: int, noun: str) -> str:
    """A count with its noun: "1 round", "2 rounds"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def named(id_: str) -> str:
    """An id as a name, where no better one is at hand: `no_result` is "No result"."""
    words = one_line(id_.replace("_", " ").replace("-", " "))
    return words[:1].upper() + words[1:]


def quoted(text: str, width: int | None = None) -> str:
    """A candidate's words in quotation marks, on one line."""
    line = one_line(text) if width is None else clipped(text, width)
    return f"“{line}”"


def moment(at: str, now: datetime | None) -> str:
    """When something happened, as near as it matters: "Today 14:05", "Yesterday", "Sun", "Nov 3".

    `at` is RFC 3339; without `now` the date stands as it is written. Days are those of `now`'s zone.
    """
    then = _parsed(at)
    if then is None:
        return one_line(at)
    if now is None:
        return _dated(then)
    then = then.astimezone(now.tzinfo)
    days = (now.date() - then.date()).days
    match days:
        case 0:
            return f"Today {then:%H:%M}"
        case 1:
            return "Yesterday"
        case _ if 1 < days <= _WEEK_DAYS:
            return f"{then:%a}"
        case _:
            return _dated(then) if then.year == now.year else f"{_dated(then)}, {then.year}"


def ago(at: str, now: datetime | None) -> str:
    """How long ago, in the largest unit that says it: "2 h ago"; a date beyond a week."""
    then = _parsed(at)
    if then is None or now is None:
        return moment(at, now)
    minutes = int((now - then).total_seconds() // 60)
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{minutes} min ago"
    if minutes < 24 * 60:
        return f"{minutes // 60} h ago"
    return f"{minutes // (24 * 60)} d ago" if minutes < 8 * 24 * 60 else moment(at, now)


def _dated(then: datetime) -> str:
    return f"{then:%b} {then.day}"


def _parsed(at: str) -> datetime | None:
    try:
        then = datetime.fromisoformat(at)
    except ValueError:
        return None
    return then if then.tzinfo else None


def _visible(char: str) -> str:
    if char == "\n":
        return char
    if char == "\t":
        return " "
    return _STAND_IN if unicodedata.category(char) in _HIDDEN else char
