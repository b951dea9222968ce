"""Where words go: data to standard output, everything else to standard error; never a control character."""

import json
import shutil
import sys
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TextIO

from interviewsim.domain.events import CandidateSaid, Entry, InterviewerSaid
from interviewsim.domain.scorecard import Scorecard
from interviewsim.engine.notice import Failed, Notice, Recorded, Refused, TimeUp
from interviewsim.errors import InterviewSimError
from interviewsim.reading.cleaning import clean

WIDEST = 100
"""Columns of prose, however wide the terminal."""
UNGRADED = 6
BELOW = 7


def say(text: str) -> None:
    """A line of data."""
    _write(sys.stdout, text)


def tell(text: str, *, quiet: bool = False) -> None:
    """A line of progress."""
    if not quiet:
        _write(sys.stderr, _spoken(sys.stderr, text))


def say_json(value: object, indent: int | None = 2) -> None:
    """A JSON value as data, every character of it kept: what a terminal would act on is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    _write(sys.stdout, text if clean(text) == text else json.dumps(value, indent=indent))


def hand_over(text: str, output: str | None, *, quiet: bool = False) -> None:
    """A whole text as data, or into a file that takes its place; raises `InterviewSimError` where that fails."""
    if output in {None, "-"}:
        if text:
            say(text.rstrip("\n"))
        return
    try:
        Path(str(output)).write_text(text.rstrip("\n") + "\n", encoding="utf-8")
    except OSError as error:
        raise InterviewSimError(f"{output} cannot be written: {error.strerror}.", "Choose another -o.") from error
    tell(f"Written to {output}.", quiet=quiet)


def tell_notice(notice: Notice, persona: str, *, out: TextIO, told_by_script: bool, quiet: bool = False) -> None:
    """What a round says, as plain lines; the candidate's too where nobody typed them here."""
    match notice:
        case Recorded(Entry(event=InterviewerSaid(text=text))) if not quiet:
            _write(out, _spoken(out, f"{persona}: {text}") + "\n")
        case Recorded(Entry(event=CandidateSaid(text=text))) if told_by_script and not quiet:
            _write(out, _spoken(out, f"You: {text}") + "\n")
        case Refused(message):
            tell(f"[{message}]")
        case TimeUp(seconds) if not quiet:
            tell(f"[Time. Finish this sentence: {seconds:.0f} seconds.]")
        case Failed(error):
            tell(f"interviewsim: {error.message}\n  {error.hint}")
        case _:
            pass


def exit_code(card: Scorecard, fail_under: float | None = None) -> int:
    """0, or what a script should know of a grade."""
    if card.lost:
        return UNGRADED
    if fail_under is not None and not (card.score is not None and card.score >= fail_under):
        return BELOW
    return 0


def table(rows: Sequence[Mapping[str, str]], columns: Mapping[str, int]) -> str:
    """Rows as aligned plain text; the columns' least widths in characters."""
    widths = {c: max(least, *(len(row[c]) for row in rows)) if rows else least for c, least in columns.items()}
    lines = ["  ".join(c.upper().ljust(widths[c]) for c in columns)]
    lines += ["  ".join(row[c].ljust(widths[c]) for c in columns) for row in rows]
    return "\n".join(line.rstrip() for line in lines)


def _spoken(stream: TextIO, text: str) -> str:
    """Prose, wrapped at words where a person reads it from a terminal."""
    if not stream.isatty():
        return text
    width = min(WIDEST, shutil.get_terminal_size().columns)
    wrapper = textwrap.TextWrapper(width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(wrapper.fill(line) for line in clean(text).split("\n"))


def _write(stream: TextIO, text: str) -> None:
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(clean(text).encode(encoding, "replace").decode(encoding) + "\n")
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise InterviewSimError(f"The output cannot be written: {error.strerror}.", "Check where it goes.") from error
