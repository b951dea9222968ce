"""The words that reports use for the engine's and the graders' names."""

from collections.abc import Mapping

from interviewsim.domain.events import EndReason
from interviewsim.domain.move import Move
from interviewsim.domain.scorecard import GraderName, UnscoredReason
from interviewsim.reading.findings import Flaw, Part, Signal

PRACTICE_ONLY = "Practice only: not for judging real applicants. Company packs are unofficial."
NOT_SCORED = "never part of a score"

COSTS: Mapping[str, str] = {
    Flaw.WE_FOR_I: "“We” stands where your own part was asked for.",
    Flaw.HYPOTHETICAL: "It tells what you would do, not what you did.",
    Flaw.HABIT: "It tells what you usually do, not one time you did it.",
    Flaw.NO_RESULT: "I did not find what came of it.",
    Flaw.NO_NUMBER: "I did not find a number for what came of it.",
    Flaw.LONG_SETUP: "The setup takes up most of the answer.",
    Flaw.RAMBLING: "It runs long before it gets to the point.",
    Flaw.NO_TRADE_OFF: "I did not find what was given up, or what else was weighed.",
    Flaw.BLAME: "Somebody else is blamed where your own part was asked for.",
    Flaw.OFF_QUESTION: "It answers another question than the one that was asked.",
}

TARGETS: Mapping[str, str] = {
    Part.SITUATION: "the situation",
    Part.TASK: "what was yours to achieve",
    Part.ACTION: "what you did yourself",
    Part.RESULT: "the result",
    Signal.TIME_OR_PLACE: "when or where it was",
    Signal.STAKES: "what hung on it",
    Signal.OWN_GOAL: "your own goal",
    Signal.OWN_STEP: "a step of your own",
    Signal.OWN_STEPS: "your own steps",
    Signal.ORDERED_STEPS: "the order of your steps",
    Signal.REASON: "your reason",
    Signal.OBSTACLE: "what stood in the way",
    Signal.ALTERNATIVE: "what else you weighed",
    Signal.COST: "what it cost, and whom",
    Signal.DISAGREEMENT: "who saw it differently",
    Signal.OTHER_VIEW: "what the others said",
    Signal.OUTCOME: "what came of it",
    Signal.SPECIFIC_OUTCOME: "what exactly came of it",
    Signal.MEASURE: "a number for the outcome",
    Signal.BASELINE: "what that number is measured against",
    Signal.ATTRIBUTION: "what else could explain the outcome",
    Signal.LESSON: "what you learned",
    Signal.CHANGED_HABIT: "what you do differently since",
    Signal.OWN_ERROR: "your own mistake",
    Signal.CREDIT: "whose idea it was",
    Signal.USERS: "the users",
}

_ASKED: Mapping[Move, str] = {
    Move.OCCASION: "asked for one time it really happened",
    Move.CLOSEST: "asked for the closest case",
    Move.FOCUS: "asked for the point",
    Move.PUSH_BACK: "contested the decision",
}
FOLLOW_UPS = frozenset({Move.PROBE, *_ASKED})
"""Moves that answer an answer."""

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


def asked(move: Move | None, target: str | None) -> str:
    """Why an interviewer came back to an answer: "asked for the result"."""
    if move is not None and move in _ASKED:
        return _ASKED[move]
    return f"asked for {TARGETS.get(target, named(target))}" if target else "asked a follow-up"


def cost(flaw: str) -> str:
    """A flaw in a sentence."""
    return COSTS.get(flaw, f"{named(flaw).capitalize()}.")


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
