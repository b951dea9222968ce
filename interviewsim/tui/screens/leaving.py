"""How a round can be left, and the question that asks."""

from enum import StrEnum

from interviewsim.tui.screens.decide import DecideScreen


class Ending(StrEnum):
    """How a candidate may leave a round."""

    GRADE = "grade"
    LEAVE = "leave"
    STAY = "stay"


def quit_screen() -> DecideScreen[Ending]:
    """Asked before the program is left in the middle of a round; the safe answer has the cursor."""
    ways = [
        (Ending.LEAVE, "Pause and quit", "The clock stops here; resume goes on from this very second."),
        (Ending.STAY, "Keep going", "Back to the round."),
    ]
    return DecideScreen("Quit now?", ways, 1)


def end_screen(graded: str) -> DecideScreen[Ending]:
    """Asked before a round is ended; `graded` says on what there would be feedback."""
    ways = [
        (Ending.GRADE, "End now and get feedback", f"The round is over then: {graded}."),
        (Ending.LEAVE, "Leave without grading", "Nothing is lost; home offers to resume."),
        (Ending.STAY, "Keep going", "Back to the round."),
    ]
    return DecideScreen("End this round?", ways, 2)
