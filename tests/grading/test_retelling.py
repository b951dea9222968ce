"""A stronger answer holds what the candidate said, and gaps where they said nothing."""

import pytest

from interviewsim.grading.retelling import held_to

SAID = ["In March I cut two fields at Norrvik with Ines. Completion went from 61 to 70 percent."]


@pytest.mark.parametrize(
    ("retold", "held"),
    [
        (
            "In March I cut 2 fields, and completion rose to 70%.",
            "In March I cut 2 fields, and completion rose to 70%.",
        ),
        ("I cut two fields and saved $40,000.", "I cut two fields and saved [your number]."),
        ("Completion rose by twenty percent.", "Completion rose by [your number] percent."),
        ("I asked Priya, and then Ines agreed.", "I asked [your fact], and then Ines agreed."),
        ("It took [your number] weeks.", "It took [your number] weeks."),
        ("I did it [with the CEO].", "I did it [your fact]."),
    ],
)
def test_a_figure_or_a_name_that_nobody_gave_becomes_a_gap(retold: str, held: str) -> None:
    assert held_to(retold, SAID) == held
