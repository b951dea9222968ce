"""The closed vocabularies: rounds, levels, modes, lengths, skills. Home paints with nothing else of the domain."""

from enum import StrEnum


class Round(StrEnum):
    """The six rounds of a product-management loop, in the order they are usually met."""

    SCREENING = "screening"
    TECHNICAL = "technical"
    PRODUCT_SENSE = "product-sense"
    BEHAVIORAL = "behavioral"
    CASE_STUDY = "case-study"
    FINAL = "final"

    @property
    def label(self) -> str:
        """The round's name on a screen: "Product sense"."""
        return self.value.replace("-", " ").capitalize()


class Level(StrEnum):
    """The level a candidate interviews for."""

    APM = "apm"
    PM = "pm"
    SENIOR = "senior"
    LEAD = "lead"
    DIRECTOR = "director"
    VP = "vp"

    @property
    def label(self) -> str:
        """The level's name on a screen."""
        return {"apm": "APM", "pm": "PM", "vp": "VP"}.get(self.value, self.value.capitalize())


class Mode(StrEnum):
    """How a round is held.

    Realistic: no hints, no pause. Coach: both allowed, and told in the debrief. Gentle: as coach, without a clock and
    without scores until they are asked for. Aloud: answers are spoken to the room, and what is then written down from
    memory is graded.
    """

    REALISTIC = "realistic"
    COACH = "coach"
    GENTLE = "gentle"
    ALOUD = "aloud"

    @property
    def helps(self) -> bool:
        """Whether hints and pauses can be had."""
        return self in {Mode.COACH, Mode.GENTLE}


class Length(StrEnum):
    """How much of the real round is played."""

    FULL = "full"
    SHORT = "short"
    DRILL = "drill"
    WARM_UP = "warm-up"


class Skill(StrEnum):
    """The six skills a loop looks for; criteria share their weight among them."""

    TECHNICAL = "technical"
    ANALYTICAL = "analytical"
    COMMUNICATION = "communication"
    STRATEGY = "strategy"
    EMPATHY = "empathy"
    PRIORITIZATION = "prioritization"

    @property
    def label(self) -> str:
        """The skill's name on a screen."""
        return self.value.capitalize()
