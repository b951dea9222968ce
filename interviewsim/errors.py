"""The one family of errors a person may see: a sentence, and what to do next."""


class InterviewSimError(Exception):
    """Root of every error that is told to a person.

    `message` is one sentence; `hint` says what to do next and may be empty.
    `exit_code` is the process's answer when the error ends a command (docs/commands.md).
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class WrongUsage(InterviewSimError):
    """The command line asks for something that does not exist, or needs a terminal."""

    exit_code = 2


class InvalidFile(InterviewSimError):
    """A file cannot be read as what it claims to be."""

    exit_code = 3


class Interrupted(InterviewSimError):
    """The person stopped the program; everything said is on disk."""

    exit_code = 130


class JournalFailed(InterviewSimError):
    """The disk refused; what was written before stays whole and the same entries may be tried again."""


class JournalBusy(InterviewSimError):
    """Another running interviewsim holds the session."""
