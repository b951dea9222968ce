"""`calibrate`: how far the chosen grader can be trusted, measured on coded answers."""

import asyncio
from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from interviewsim.cli.context import home_of, settings_of
from interviewsim.cli.output import BELOW, UNGRADED, say, say_json, tell
from interviewsim.cli.stages import stage_of
from interviewsim.domain.scorecard import GraderName, Scorecard
from interviewsim.domain.terms import Level
from interviewsim.errors import InvalidFile, WrongUsage
from interviewsim.graders.gold import LARGEST, GoldSet, read_gold, shipped_gold
from interviewsim.graders.pushes import pushed
from interviewsim.grading.calibration import Calibration, GoldAnswer, Push, Read, calibrate
from interviewsim.grading.debrief import grade_answer
from interviewsim.reports.calibration import calibration_json, calibration_text
from interviewsim.reports.wording import graded_by
from interviewsim.wiring.offline import OfflineStage

AGAIN = 8
"""Answers that a model is asked about a second time, for each costs calls; rules read all of them again."""
PUSHED = 3
"""Answers that each sentence which asks for marks is tried on; with a model, one."""
SAID_EVERY = 10


def run(parsed: Namespace) -> int:
    """Grade the gold set, some of it twice, and tell how the grades agree with its coding."""
    home = home_of(parsed)
    stage, settings = stage_of(parsed, home), settings_of(parsed, home)
    gold = shipped_gold() if parsed.gold is None else _gold(Path(parsed.gold))
    company, level = settings["company"], Level(settings["level"])
    read, pushes = asyncio.run(_all(stage, gold.answers, company, level, quiet=parsed.quiet))
    found = calibrate(read, pushes)
    grader = read[0].card.grader
    if parsed.json:
        say_json(calibration_json(found, gold.name, gold.about, _grader(grader)))
    else:
        by = graded_by(grader).partition(":")[0]
        say(calibration_text(found, gold.name, gold.about, f"The {by}"))
    return _code(read, found, parsed.fail_under)


def _gold(path: Path) -> GoldSet:
    try:
        with path.open("rb") as file:
            return read_gold(file.read(LARGEST + 1), path.name)
    except FileNotFoundError as error:
        raise WrongUsage(f"There is no file {path}.", "Check the name after --gold.") from error
    except OSError as error:
        raise InvalidFile(f"{path} cannot be read: {error.strerror}.", "Check its permissions.") from error


async def _all(
    stage: OfflineStage, answers: Sequence[GoldAnswer], company: str, level: Level, *, quiet: bool
) -> tuple[Sequence[Read], Sequence[Push]]:
    read = await _read(stage, answers, company, level, quiet=quiet)
    cards = {id(one.gold): one.card for one in read}  # ids in somebody's own set may come twice
    each = PUSHED if read[0].card.grader.kind == "offline" else 1
    pushes = [
        Push(cards[id(gold)], await _card(stage, other, company, level), honest)
        for gold, other, honest in pushed(answers, each)
    ]
    return read, pushes


async def _read(
    stage: OfflineStage, answers: Sequence[GoldAnswer], company: str, level: Level, *, quiet: bool
) -> Sequence[Read]:
    """Each answer graded, one after the other; a second run for the first few, or for all where it costs nothing."""
    found: list[Read] = []
    for number, gold in enumerate(answers, start=1):
        card = await _card(stage, gold, company, level)
        twice = card.grader.kind == "offline" or number <= AGAIN
        found.append(Read(gold, card, await _card(stage, gold, company, level) if twice else None))
        if card.grader.kind != "offline" and number % SAID_EVERY == 0:
            tell(f"{number} of {len(answers)} read.", quiet=quiet)
    return found


async def _card(stage: OfflineStage, gold: GoldAnswer, company: str, level: Level) -> Scorecard:
    return await grade_answer(gold.answer, stage.ruler(company, gold.level or level, gold.round), stage.grader())


def _grader(name: GraderName) -> Mapping[str, object]:
    return {"kind": name.kind, "model": name.model, "prompts": name.prompts, "rubric": name.rubric}


def _code(read: Sequence[Read], found: Calibration, least: float | None) -> int:
    """0; 6 where the grader lost something; 7 where the weighted kappa is under what was asked for, or has no value."""
    if any(one.card.lost for one in read):
        return UNGRADED
    if least is not None and not (found.enough and found.kappa.value is not None and found.kappa.value >= least):
        return BELOW
    return 0
