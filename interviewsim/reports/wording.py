"""The words that reports use for the engine's and the graders' names."""

from collections.abc import Mapping

from interviewsim.domain.events import EndReason
from interviewsim.domain.scorecard import GraderName, UnscoredReason

PRACTICE_ONLY = "Practice only: not for judging real applicants. Company packs are unofficial."
NOT_SCORED = "never part of a score"

STRENGTHS = ("missing", "thin", "clear")

ENDINGS: Mapping[EndReason, str] = {
    EndReason.COMPLETED: "completed",
    EndReason.TIME_UP: "ended by the clock",
    EndReason.ENDED_EARLY: "ended early",
    EndReason.SCRIPT_ENDED: "ended with its script",
}

UNSCORED: Mapping[UnscoredReason, str] = {
    UnscoredReason.NOT_REACHED: "not reached",
    UnscoredReason.UNGRADABLE: "cannot be judged",
    UnscoredReason.GRADER_FAILED: "the grader failed",
    UnscoredReason.REFUSED: "the grader refused",
    UnscoredReason.TRUNCATED: "the grader was cut off",
}


def named(identifier: str) -> str:
    """An id as words: `hedges_per_100_words` is "hedges per 100 words"."""
    return identifier.replace("_", " ").replace("-", " ")


def graded_by(grader: GraderName) -> str:
    """Who graded, said plainly."""
    if grader.kind == "offline":
        return (
            "rule-based offline grader: it looks for structure and plain signs in your words, not at how good ideas are"
        )
    return f"language model {grader.model}" if grader.model else f"{grader.kind} grader"


def bar(level: float) -> str:
    """A level of 1 to 5 as five cells, rounded."""
    full = round(min(max(level, 0), 5))
    return "▰" * full + "▱" * (5 - full)


def figure(value: float | None) -> str:
    """A number as it is read: no needless decimals, a dash for none."""
    return "-" if value is None else f"{value:g}"


def clock(seconds: float) -> str:
    """Seconds as `m:ss`."""
    whole = max(0, int(seconds))
    return f"{whole // 60}:{whole % 60:02}"


def percent(share: float) -> str:
    """A share of 1 as a whole percentage."""
    return f"{100 * share:.0f}%"
