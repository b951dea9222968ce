"""Parse, dispatch, and turn what went wrong into one sentence and an exit code."""

from collections.abc import Sequence
from contextlib import suppress

from interviewsim.cli.parser import build_parser
from interviewsim.cli.streams import open_what_is_closed, silence
from interviewsim.errors import InterviewSimError

INTERRUPTED = 130
FAILED = 1


def run(arguments: Sequence[str]) -> int:
    """Carry out one command line. Returns the contract's exit code; `--help` and wrong usage end in `SystemExit`."""
    open_what_is_closed()
    try:
        return _carried_out(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # nobody reads any more (`| head`): no error of ours
        silence()
        return FAILED


def _carried_out(arguments: Sequence[str]) -> int:
    try:
        parsed = build_parser().parse_args(arguments)
        return int(parsed.command(parsed))
    except InterviewSimError as error:
        tell(error)
        return error.exit_code


def tell(error: InterviewSimError) -> None:
    """Print an error the one way it is printed: a sentence, and what to do next."""
    from interviewsim.cli.output import tell as tell_line  # brings the domain with it, which `--help` does without

    hint = f"\n  {error.hint}" if error.hint else ""
    with suppress(InterviewSimError):  # nowhere to tell it: the exit code has to do
        tell_line(f"interviewsim: {error.message}{hint}")
