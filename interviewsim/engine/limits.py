"""What each move may take: its words, its sentences, its questions, and whether it may carry the candidate's words."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from interviewsim.domain.move import Move


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one turn, in which the question and the pack's reply do not count where they are said as they stand.

    `asks`: at least one thing must be asked for, by a question or by "tell me", "take me to".
    `open`: its question may not be one for yes or no. `fresh`: it may not say what was said before.
    """

    words: int
    sentences: int
    questions: int
    asks: bool = False
    open: bool = False
    quotes: bool = False
    fresh: bool = False


LIMITS: Mapping[Move, Limits] = MappingProxyType(
    {
        Move.OPEN: Limits(words=80, sentences=6, questions=0),
        Move.ASK: Limits(words=60, sentences=4, questions=1, asks=True, fresh=True),
        Move.PROBE: Limits(words=60, sentences=4, questions=1, asks=True, open=True, quotes=True, fresh=True),
        Move.OCCASION: Limits(words=60, sentences=4, questions=1, asks=True, open=True, quotes=True, fresh=True),
        Move.CLOSEST: Limits(words=60, sentences=4, questions=1, asks=True, open=True, quotes=True, fresh=True),
        Move.FOCUS: Limits(words=40, sentences=3, questions=1, asks=True, open=True, quotes=True, fresh=True),
        Move.PUSH_BACK: Limits(words=60, sentences=4, questions=1, asks=True, open=True, quotes=True, fresh=True),
        Move.CLARIFY: Limits(words=60, sentences=4, questions=1),
        Move.REPEAT: Limits(words=60, sentences=4, questions=1, asks=True),
        Move.GRANT_TIME: Limits(words=25, sentences=3, questions=0),
        Move.DECLINE: Limits(words=45, sentences=4, questions=1),
        Move.STEADY: Limits(words=40, sentences=4, questions=1),
        Move.NUDGE: Limits(words=40, sentences=4, questions=1),
        Move.HINT: Limits(words=60, sentences=4, questions=1, quotes=True),
        Move.MOVE_ON: Limits(words=30, sentences=3, questions=0),
        Move.INVITE: Limits(words=60, sentences=4, questions=1, asks=True),
        Move.ANSWER: Limits(words=80, sentences=6, questions=1),
        Move.WITHHOLD: Limits(words=60, sentences=4, questions=1),
        Move.NOT_KNOWN: Limits(words=50, sentences=4, questions=1),
        Move.FACT: Limits(words=40, sentences=4, questions=0),
        Move.WHICH_FIGURE: Limits(words=40, sentences=3, questions=1, asks=True, open=True),
        Move.ASSUME: Limits(words=40, sentences=3, questions=1, asks=True, open=True),
        Move.KEEP: Limits(words=40, sentences=3, questions=1, quotes=True),
        Move.DECIDE: Limits(words=30, sentences=3, questions=0),
        Move.YOUR_VIEW: Limits(words=40, sentences=3, questions=1),
        Move.TWIST: Limits(words=60, sentences=4, questions=1, asks=True, open=True, quotes=True, fresh=True),
        Move.CHALLENGE: Limits(words=60, sentences=5, questions=1, asks=True, open=True, quotes=True, fresh=True),
        Move.PREMISE: Limits(words=50, sentences=4, questions=1, fresh=True),
        Move.CONCEDE: Limits(words=45, sentences=4, questions=0),
        Move.CLOSE: Limits(words=50, sentences=4, questions=0),
    }
)
"""One row a move. What was given to be said (a question with its brief, a fact, an objection) does not count."""
