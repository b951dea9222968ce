"""What an aloud round says: speak first, then type from memory against 90 seconds of the round's clock."""

from dataclasses import dataclass

from interviewsim.domain.loop import RoundPlan
from interviewsim.domain.setup import RECALL_SECONDS

SPEAK = "Say your answer to the room, out loud. Enter when you have said it."
CLOSED = "Nothing is typed while you speak."
RECALL = "From memory: the headline, your decision, the result. Enter is a new line."
OVER = "The time for typing is over. One line still counts: write it, then ^s."


@dataclass(frozen=True, slots=True)
class Recall:
    """Where the candidate stands: speaking (`since` None), or typing since that second of the round's clock."""

    since: float | None = None

    @property
    def speaking(self) -> bool:
        """Whether the answer is still being said."""
        return self.since is None

    def must_begin(self, t: float, plan: RoundPlan) -> bool:
        """Whether what is left of the round is what typing takes."""
        return self.speaking and plan.timed and t >= plan.seconds - RECALL_SECONDS

    def left(self, t: float) -> int:
        """Whole seconds left for typing."""
        return RECALL_SECONDS if self.since is None else max(0, int(self.since + RECALL_SECONDS - t))


def recall_line(recall: Recall, t: float) -> str:
    """What stands above the box."""
    if recall.speaking:
        return SPEAK
    left = recall.left(t)
    return f"{left} s to type what you remember: headline, decision, result." if left else OVER
