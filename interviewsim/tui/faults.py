"""The program's own mistakes, told like any other failure."""

from typing import Any

from textual.worker import Worker

from interviewsim.errors import InterviewSimError


def fault(worker: Worker[Any]) -> InterviewSimError:
    """What to tell of a worker that broke; what was written is on disk in any case."""
    worker.node.log.error(worker.error)
    name = type(worker.error).__name__
    return InterviewSimError(f"The program made a mistake ({name}).", "What you wrote is on disk.")
