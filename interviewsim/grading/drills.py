"""What became of the one criterion that a drill was about."""

from dataclasses import dataclass

from interviewsim.domain.scorecard import CriterionScore, Scorecard
from interviewsim.domain.terms import Length
from interviewsim.domain.transcript import Transcript


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """A criterion's level before the drill and in it, 1 to 5; None where it was not judged."""

    criterion: CriterionScore
    before: int | None
    after: int | None

    @property
    def text(self) -> str:
        """Both in a sentence: "Result: level 2 before, level 3 now."."""
        before = f"level {self.before} before" if self.before else "not judged before"
        after = f"level {self.after} now" if self.after else "not judged now"
        return f"{self.criterion.name}: {before}, {after}."


def before_and_after(transcript: Transcript, card: Scorecard) -> BeforeAfter | None:
    """How the drilled criterion stood and stands; None for what was no drill."""
    focus = transcript.configured.focus if transcript.configured else None
    if focus is None or transcript.opened.length is not Length.DRILL:
        return None
    now = next((one for one in card.criteria if one.id == focus.criterion), None)
    return BeforeAfter(now, focus.level or None, now.level) if now else None
