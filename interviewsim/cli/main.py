"""Parse, dispatch, and turn what went wrong into one sentence and an exit code."""

import os
import sys
from collections.abc import Sequence

from interviewsim.cli.parser import build_parser
from interviewsim.errors import InterviewSimError

INTERRUPTED = 130
FAILED = 1


def run(arguments: Sequence[str]) -> int:
    """Carry out one command line. Returns the contract's exit code; argparse itself exits with 2 on wrong usage."""
    parsed = build_parser().parse_args(arguments)
    try:
        return int(parsed.command(parsed))
    except InterviewSimError as error:
        tell(error)
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Nobody reads any more (`| head`): no error of ours. The flush at exit must not complain either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def tell(error: InterviewSimError) -> None:
    """Print an error the one way it is printed: a sentence, and what to do next."""
    sys.stderr.write(f"interviewsim: {error.message}\n")
    if error.hint:
        sys.stderr.write(f"  {error.hint}\n")
