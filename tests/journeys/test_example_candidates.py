"""A weak, a middling and a strong candidate for each round: each plays it out, and they are graded in that order."""

from pathlib import Path

import pytest

from interviewsim.cli.rounds import DEMO_SEEDS
from interviewsim.cli.script import ScriptLine, parse_script
from interviewsim.domain.events import EndReason
from interviewsim.domain.terms import Round
from interviewsim.locations import bundled
from tests.journeys.simulated import play_script

CANDIDATES = ("weak", "middling", "strong")


def steps_of(name: str) -> list[ScriptLine]:
    """The steps of a shipped script."""
    return list(parse_script((bundled("transcripts/examples") / name).read_text(encoding="utf-8"), name))


@pytest.mark.parametrize("round_", list(Round))
async def test_the_example_candidates_are_graded_in_their_order(tmp_path: Path, round_: Round) -> None:
    scores = []
    for candidate in CANDIDATES:
        steps = steps_of(f"{round_}-{candidate}.script")
        transcript, card, left_over = await play_script(tmp_path / candidate, round_, steps, DEMO_SEEDS[round_])
        assert (transcript.ended, left_over) == (EndReason.COMPLETED, []), candidate
        assert card.score is not None
        scores.append(card.score)
    weak, middling, strong = scores
    assert weak + 0.3 <= middling < strong
    assert weak < 2.2
    assert strong > 2.9
