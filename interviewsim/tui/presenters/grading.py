"""What is shown of a grade while it is made."""

from typing import TYPE_CHECKING

from interviewsim.tui.presenters.plain import column, one_line

if TYPE_CHECKING:
    from interviewsim.tui.gradings import Underway

READING = "Reading your round…"
TOGETHER = "Putting the debrief together…"
MAY_LEAVE = "Esc leaves: the grade goes on, and home says when it is there."
NO_WORDS = "nothing in your words to rest on"
NAME = 26
WORDS = 64


def underway_lines(underway: "Underway | None") -> tuple[str, ...]:
    """The bar, then each criterion that was judged with the first of the words it rests on. No levels yet."""
    if underway is None or not underway.judged:
        return (READING, "", MAY_LEAVE)
    done, most = len(underway.judged), underway.most
    head = f"{'▰' * done}{'▱' * (most - done)}  {done} of {most} criteria judged"
    rows = [f"✓ {column(one_line(one.criterion), NAME)} {_quoted(one.words)}" for one in underway.judged]
    last = (TOGETHER,) if done == most else ()
    return (head, "", *rows, *last, "", MAY_LEAVE)


def underway_brief(underway: "Underway") -> str:
    """For a row of a list: "grading… 3/5"."""
    return f"grading… {len(underway.judged)}/{underway.most}" if underway.most else "grading…"


def _quoted(words: str) -> str:
    if not words:
        return NO_WORDS
    line = one_line(words)
    return f"“{line}”" if len(line) <= WORDS else f"“{line[: WORDS - 1].rstrip()}…”"
