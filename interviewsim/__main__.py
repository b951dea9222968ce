"""The program's door: `interviewsim` and `python -m interviewsim`."""

import sys


def main() -> int:
    """Run the command line and return its exit code."""
    from interviewsim.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
