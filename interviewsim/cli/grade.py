"""`grade`: sessions graded again, under any pack and level; a grade is added, never replaced."""

import asyncio
from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from interviewsim.cli.context import home_of
from interviewsim.cli.output import exit_code, say, say_json, tell
from interviewsim.cli.parser import ALL
from interviewsim.cli.stages import stage_of
from interviewsim.domain.scorecard import Scorecard
from interviewsim.errors import InterviewSimError, WrongUsage
from interviewsim.grading.compare import Side
from interviewsim.reports.comparison import levels_json
from interviewsim.reports.text import scorecard_text
from interviewsim.transcripts.codec import scorecard_to_json
from interviewsim.wiring.comparing import side_of
from interviewsim.wiring.offline import OfflineStage

Graded = Scorecard | InterviewSimError


def run(parsed: Namespace) -> int:
    """Grade one session, a journal file, or every journal of a folder; of many, one that fails stops no other."""
    stage = stage_of(parsed, home_of(parsed))
    if not (parsed.session and Path(parsed.session).is_dir()):
        path = stage.store.resolve(parsed.session)
        card = asyncio.run(_grade(stage, path, parsed))
        _say(card, parsed, stage)
        return exit_code(card, parsed.fail_under)
    found = asyncio.run(_graded(stage, _journals(Path(parsed.session)), parsed))
    if parsed.json:
        say_json([_value(path, graded, parsed, stage) for path, graded in found])
    return max(_code(graded, parsed) for _, graded in found)


def _journals(folder: Path) -> Sequence[Path]:
    found = sorted(folder.glob("*.jsonl"))
    if not found:
        raise WrongUsage(f"There are no journals in {folder}.", "Give a session, a .jsonl file, or a folder of them.")
    return found


async def _grade(stage: OfflineStage, path: Path, parsed: Namespace) -> Scorecard:
    card = await stage.grade_under(str(path), parsed.company, None if parsed.level == ALL else parsed.level)
    tell(f"{card.session}: grade {card.grade} added.", quiet=parsed.quiet)
    return card


async def _graded(stage: OfflineStage, paths: Sequence[Path], parsed: Namespace) -> Sequence[tuple[Path, Graded]]:
    found: list[tuple[Path, Graded]] = []
    for path in paths:
        try:
            card = await _grade(stage, path, parsed)
        except InterviewSimError as error:
            tell(f"{path.stem}: {error.message}")
            found.append((path, error))
            continue
        found.append((path, card))
        if not parsed.json:
            _say(card, parsed, stage)
    return found


def _say(card: Scorecard, parsed: Namespace, stage: OfflineStage) -> None:
    if parsed.json:
        say_json(_card(card, parsed, stage))
    else:
        say(scorecard_text(card, levels=_read(card, stage) if parsed.level == ALL else None))


def _read(card: Scorecard, stage: OfflineStage) -> Side:
    """The grade with its ruler, to be read at every level."""
    return side_of(stage.store.read(str(card.session)).transcript, card, stage.rubrics)


def _card(card: Scorecard, parsed: Namespace, stage: OfflineStage) -> Mapping[str, object]:
    value = scorecard_to_json(card)
    return {**value, "levels": levels_json(_read(card, stage).levels)} if parsed.level == ALL else value


def _value(path: Path, graded: Graded, parsed: Namespace, stage: OfflineStage) -> Mapping[str, object]:
    """What stands for a journal in the list: its grade, or in its place why there is none."""
    if isinstance(graded, InterviewSimError):
        return {"session": path.stem, "error": graded.message}
    return _card(graded, parsed, stage)


def _code(graded: Graded, parsed: Namespace) -> int:
    if isinstance(graded, InterviewSimError):
        return graded.exit_code
    return exit_code(graded, parsed.fail_under)
