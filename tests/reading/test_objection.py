"""An interviewer's message argues against a candidate, or asks for more."""

import pytest

from interviewsim.reading.objection import contests


@pytest.mark.parametrize(
    "text",
    [
        "I'm not convinced. Why not launch to everyone?",
        "I would have gone the other way. Why am I wrong?",
        "Sales wants it for all customers tomorrow.",
        "That sounds too narrow to me.",
        "Let me push back on that.",
        "But you lose the big accounts.",
        "Suppose I think that was the wrong call. What would you tell me?",
    ],
)
def test_an_objection_is_heard_as_one(text: str) -> None:
    assert contests(text)


@pytest.mark.parametrize(
    "text",
    [
        "How did you measure that?",
        "What did you do yourself?",
        "Which segment would you pick first?",
        "Walk me through that calculation.",
        "Who else was involved?",
        "And how did it end?",
    ],
)
def test_asking_for_more_is_no_objection(text: str) -> None:
    assert not contests(text)
