"""The program's own mistakes, told like any other failure."""

from typing import Any

from textual.worker import Worker

from interviewsim.errors import InterviewSimError


def fault(worker: Worker[Any]) -> InterviewSimError:
    """What to tell of a worker that broke; what was written is on disk in any case."""
    worker.node.log.error(worker.error)
    return mistake(worker.error)


def mistake(error: BaseException | None) -> InterviewSimError:
    """What to tell of an error that nobody foresaw."""
    return InterviewSimError(f"The program made a mistake ({type(error).__name__}).", "What you wrote is on disk.")
