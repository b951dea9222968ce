"""No candidate breaks a round: it ends, every turn of the interviewer may be said, and the grade is fair."""

from pathlib import Path

import pytest

from interviewsim.domain.terms import Round
from tests.doubles.candidates import CANDIDATES
from tests.journeys.simulated import play_round

FAIR = {"chatting": 3.3}
"""What a candidate may reach at most; who chats tells real things, only not about what was asked."""


@pytest.mark.parametrize("round_", list(Round))
@pytest.mark.parametrize("candidate", CANDIDATES)
async def test_a_round_ends_with_every_turn_fit_to_be_said(tmp_path: Path, round_: Round, candidate: str) -> None:
    transcript, watched, card = await play_round(tmp_path, round_, candidate)
    assert transcript.finished
    assert watched.breaches == []
    assert card.score is None or card.score < FAIR.get(candidate, 2.6)
    assert all(evidence.quote for criterion in card.criteria for evidence in criterion.evidence)
