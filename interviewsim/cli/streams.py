"""The three standard streams, as they may come: closed, full, or with nobody at their other end."""

import os
import sys


def open_what_is_closed() -> None:
    """Put the null device in the place of a standard stream that was closed (`>&-`).

    Its number would else go to the next file that is opened, which may be a journal.
    """
    while (fd := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(fd)
    if sys.stdin is None:
        sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    if sys.stdout is None:
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    if sys.stderr is None:
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)


def silence() -> None:
    """Send what is still to be written nowhere: nobody reads it, and the flush at the end must not complain."""
    fd = os.open(os.devnull, os.O_WRONLY)
    for number in (1, 2):
        os.dup2(fd, number)
    os.close(fd)
