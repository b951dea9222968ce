"""`grade`: sessions graded again, under any pack and level; a grade is added, never replaced."""

import asyncio
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from interviewsim.cli.context import home_of, refuse_models
from interviewsim.cli.output import exit_code, say, say_json, tell
from interviewsim.domain.scorecard import Scorecard
from interviewsim.errors import WrongUsage
from interviewsim.locations import Home
from interviewsim.reports.text import scorecard_text
from interviewsim.transcripts.codec import scorecard_to_json
from interviewsim.wiring.offline import OfflineStage


def run(parsed: Namespace) -> int:
    """Grade one session, a journal file, or every journal of a folder."""
    refuse_models(parsed)
    stage, sessions = _sessions(parsed.session, home_of(parsed))
    cards = asyncio.run(_graded(stage, sessions, parsed))
    if parsed.json:
        values = [scorecard_to_json(card) for card in cards]
        say_json(values if Path(parsed.session).is_dir() else values[0])
    else:
        for card in cards:
            say(scorecard_text(card))
    return max((exit_code(card, parsed.fail_under) for card in cards), default=0)


def _sessions(name: str, home: Home) -> tuple[OfflineStage, Sequence[str]]:
    folder = Path(name)
    if folder.is_dir():
        found = sorted(str(path) for path in folder.glob("*.jsonl"))
        if not found:
            raise WrongUsage(
                f"There are no journals in {folder}.", "Give a session, a .jsonl file, or a folder of them."
            )
        return OfflineStage(home), found
    stage = OfflineStage(home)
    return stage, [str(stage.store.resolve(name))]


async def _graded(stage: OfflineStage, sessions: Sequence[str], parsed: Namespace) -> list[Scorecard]:
    cards = []
    for session in sessions:
        card = await stage.grade_under(session, parsed.company, parsed.level)
        tell(f"{card.session}: grade {card.grade} added.", quiet=parsed.quiet)
        cards.append(card)
    return cards
