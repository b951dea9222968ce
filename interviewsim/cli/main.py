"""Parse, dispatch, and turn what went wrong into one sentence and an exit code."""

import gc
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress

from interviewsim.cli.streams import open_what_is_closed, silence
from interviewsim.errors import Interrupted, InterviewSimError

INTERRUPTED = 130
FAILED = 1


def run(arguments: Sequence[str]) -> int:
    """Carry out one command line. Returns the contract's exit code; `--help` and wrong usage end in `SystemExit`."""
    open_what_is_closed()
    try:
        return _carried_out(arguments)
    except KeyboardInterrupt:
        tell(Interrupted("Stopped."))
        return INTERRUPTED
    except BrokenPipeError:  # nobody reads any more (`| head`): no error of ours
        silence()
        return FAILED


def _carried_out(arguments: Sequence[str]) -> int:
    try:
        return _opened() if not arguments else _commanded(arguments)
    except InterviewSimError as error:
        tell(error)
        return error.exit_code


def _opened() -> int:
    """The app; its first paint does not wait for the options of every command.

    Nor does it for garbage, of which there is none before it: that alone takes a tenth of the time.
    """
    gc.disable()
    try:
        from interviewsim.cli.app import run as open_app

        return open_app(Namespace(round=None))
    finally:
        gc.enable()


def _commanded(arguments: Sequence[str]) -> int:
    from interviewsim.cli.parser import build_parser

    parsed = build_parser().parse_args(arguments)
    return int(parsed.command(parsed))


def tell(error: InterviewSimError) -> None:
    """Print an error the one way it is printed: a sentence, and what to do next."""
    from interviewsim.cli.output import tell as tell_line  # brings the domain with it, which `--help` does without

    hint = f"\n  {error.hint}" if error.hint else ""
    start = "\n" if isinstance(error, Interrupted) and sys.stderr.isatty() else ""  # the terminal shows ^C
    with suppress(InterviewSimError):  # nowhere to tell it: the exit code has to do
        tell_line(f"{start}interviewsim: {error.message}{hint}")
