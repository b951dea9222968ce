"""The last resort: a defect of ours is written down where a person can find it, and told in a sentence."""

import os
import sys
import tempfile
import traceback
from pathlib import Path
from types import TracebackType

SAFE = "What you said is kept: `interviewsim history` shows it, `resume` goes on, `grade` grades it."


def tell_mishap(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """An exception hook: the person gets a sentence, a file gets the trace. The exit code stays 1."""
    if isinstance(error, KeyboardInterrupt):
        return
    kept = _keep(kind, trace)
    sys.stderr.write(
        f"interviewsim: something went wrong inside interviewsim.\n  It is written down in {kept}. {SAFE}\n"
    )


def _keep(kind: type[BaseException], trace: TracebackType | None) -> Path:
    """Write down places and the kind of error, and no values: answers and keys are in none of them."""
    handle, name = tempfile.mkstemp(prefix="interviewsim-", suffix=".log")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.writelines(traceback.format_tb(trace))
        file.write(f"{kind.__module__}.{kind.__qualname__}\n")
    return Path(name)
