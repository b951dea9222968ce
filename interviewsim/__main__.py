"""The program's door: `interviewsim` and `python -m interviewsim`."""

import sys


def main() -> int:
    """Run the command line and return its exit code."""
    from interviewsim.cli.main import run
    from interviewsim.cli.mishap import tell_mishap

    sys.excepthook = tell_mishap
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
