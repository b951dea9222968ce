"""`loop`: all rounds of a company's loop, each a session of its own, then the committee's packet."""

import asyncio
import sys
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from interviewsim.cli.closing import tell_grade
from interviewsim.cli.context import home_of, setup_of
from interviewsim.cli.output import BELOW, UNGRADED, hand_over, tell
from interviewsim.cli.rounds import hear_interrupts, hold, script_of, stage_for
from interviewsim.cli.script import ScriptLine
from interviewsim.domain.course import Course, Stage, Step, setup_for
from interviewsim.domain.setup import SHORT_MINUTES, Setup
from interviewsim.domain.terms import Mode, Round
from interviewsim.engine.commands import Answer, Clarify
from interviewsim.engine.conductor import Conductor
from interviewsim.errors import Interrupted, WrongUsage
from interviewsim.grading.committee import Packet
from interviewsim.locations import Home
from interviewsim.reports import FORMS, packet_report
from interviewsim.reports.packet_json import packet_json
from interviewsim.system import fresh_suffix
from interviewsim.transcripts.codec import json_text
from interviewsim.wiring.looping import course_named, courses, new_course, new_loop_id, packet
from interviewsim.wiring.offline import OfflineStage

GOES_ON = "`interviewsim loop` goes on with it."
ENDINGS = (".script", ".txt", "")
"""How a script may be called: screening.script, screening.txt, screening; else the one that begins with its round."""


def run(parsed: Namespace) -> int:
    """Go on with a loop or begin one, to the end of it or as far as somebody wants, then tell the packet."""
    if parsed.format not in FORMS:
        raise WrongUsage(f"There is no packet as {parsed.format[:20]!a}.", f"Choose one of {', '.join(FORMS)}.")
    home = home_of(parsed)
    parsed.round = Round.SCREENING.value  # a setup is of some round; each round of the loop takes its place
    setup = setup_of(parsed, home)
    stage = stage_for(parsed, home, scripted=parsed.scripts is not None)
    course = _course(parsed, stage, setup)
    scripts = _scripts(parsed, course)
    nobody_answers = scripts is None and not sys.stdin.isatty()
    as_it_stands = nobody_answers and parsed.loop is not None
    if nobody_answers and not (course.complete or as_it_stands):
        raise WrongUsage("There is no terminal to answer at.", "Give a folder of scripts with --scripts DIR.")
    tell(stage.about(), quiet=parsed.quiet)
    hear_interrupts()
    try:
        course = course if as_it_stands else _to_the_end(parsed, home, course, setup, scripts)
        if course.complete or as_it_stands:
            asyncio.run(_grade_the_rest(stage, course))
    except KeyboardInterrupt as interruption:
        raise Interrupted("Stopped; everything you sent is kept.", GOES_ON) from interruption
    return _tell_packet(parsed, stage, course, as_it_stands=as_it_stands)


def _course(parsed: Namespace, stage: OfflineStage, setup: Setup) -> Course:
    """The loop that is meant: the one named, else the newest unfinished one that fits the options, else a new one."""
    if parsed.loop is not None:
        return course_named(stage.store, stage.rubrics, parsed.loop)
    known = [] if parsed.new else courses(stage.store, stage.rubrics)
    fitting = (one for one in known if not one.complete and _fits(one, parsed))
    if (found := next(fitting, None)) is not None:
        tell(f"Going on with loop {found.loop}: {found.held} of {len(found.steps)} in.", quiet=parsed.quiet)
        return found
    begun = new_course(stage.rubrics.pack(setup.company), setup, new_loop_id(stage.clock.now(), fresh_suffix()))
    tell(f"Loop {begun.loop}: {_rounds(begun)}.", quiet=parsed.quiet)
    return begun


def _fits(course: Course, parsed: Namespace) -> bool:
    """Whether nothing that was asked for is otherwise in the loop."""
    asked = ((parsed.company, course.company), (parsed.level, course.level))
    return all(wanted in {None, held} for wanted, held in (*asked, (parsed.mode, course.mode)))


def _rounds(course: Course) -> str:
    return ", ".join(step.place.round.label.lower() for step in course.steps)


def _scripts(parsed: Namespace, course: Course) -> Mapping[Round, str] | None:
    """A script for each round still to be held, every one read once before anything is asked."""
    if parsed.scripts is None:
        return None
    folder = Path(parsed.scripts)
    if not folder.is_dir():
        raise WrongUsage(
            f"There is no folder {folder}.", "Give one with a script for each round: screening.script, ..."
        )
    waiting = [step.place.round for step in course.steps if step.stage in {Stage.TO_COME, Stage.UNDER_WAY}]
    found = {round_: str(_script_in(folder, round_)) for round_ in waiting}
    for name in found.values():
        script_of(name)
    return found


def _script_in(folder: Path, round_: Round) -> Path:
    named = [folder / f"{round_}{ending}" for ending in ENDINGS]
    exact = next((path for path in named if path.is_file()), None)
    others = [path for path in sorted(folder.glob(f"{round_}[-.]*")) if path.is_file()]
    if exact is None and len(others) != 1:
        many = f"{len(others)} scripts for" if others else "no script for"
        raise WrongUsage(f"{folder} has {many} {round_.label.lower()}.", f"Call the one to play {round_}.script.")
    return exact or others[0]


def _to_the_end(
    parsed: Namespace, home: Home, course: Course, setup: Setup, scripts: Mapping[Round, str] | None
) -> Course:
    """Hold round after round; at a terminal, as long as somebody wants to."""
    while (step := course.next) is not None:
        if scripts is None and not _wanted(step, course):
            return course
        stage = stage_for(parsed, home, scripted=scripts is not None)
        script = None if scripts is None else script_of(scripts[step.place.round])
        asyncio.run(_round(parsed, stage, course, step, setup, script))
        course = course_named(stage.store, stage.rubrics, course.loop)
        tell(f"{step.place.round.label} is in: {course.held} of {len(course.steps)}.", quiet=parsed.quiet)
    return course


def _wanted(step: Step, course: Course) -> bool:
    """Whether the person at the terminal goes on; the end of input says no."""
    place = step.place
    minutes = min(SHORT_MINUTES, place.minutes) if course.length == "short" else place.minutes
    under_way = ", which you began" if step.stage is Stage.UNDER_WAY else f", about {minutes} minutes"
    tell(f"\nNext: {place.round.label} with {place.interviewer.name}, {place.interviewer.role}{under_way}.")
    tell("Enter begins; q and Enter leaves, and `interviewsim loop` goes on another time.")
    line = sys.stdin.readline()
    return bool(line) and not line.strip().casefold().startswith("q")


async def _round(
    parsed: Namespace,
    stage: OfflineStage,
    course: Course,
    step: Step,
    setup: Setup,
    script: Iterable[ScriptLine] | None,
) -> None:
    """One round, held and graded. Read-outs stay sealed until the end where it is realistic."""
    conductor = await _begun(stage, course, step, setup)
    script = None if script is None else _not_said_yet(script, conductor)
    session = conductor.transcript.opened.session
    tell(f"{step.place.round.label}: session {session}", quiet=parsed.quiet)
    out = sys.stdout if script is None and not parsed.json else sys.stderr
    await hold(parsed, stage.clock, conductor, script, out, quiet=parsed.quiet and script is not None)
    card = await stage.grade(session)
    if script is None and not parsed.json and card.mode is not Mode.REALISTIC:
        await tell_grade(stage, card)


def _not_said_yet(script: Iterable[ScriptLine], conductor: Conductor) -> Sequence[ScriptLine]:
    """What a script has left after the messages that the candidate had sent when the round was cut off."""
    lines = list(script)
    said = sum(turn.candidate for turn in conductor.transcript.turns)
    messages = [at for at, line in enumerate(lines, start=1) if isinstance(line.step, Answer | Clarify)]
    return lines[messages[min(said, len(messages)) - 1] :] if said and messages else lines


async def _begun(stage: OfflineStage, course: Course, step: Step, setup: Setup) -> Conductor:
    if step.row is not None:
        return await stage.resume(step.row.session)
    return await stage.start(setup_for(course, step, setup))


async def _grade_the_rest(stage: OfflineStage, course: Course) -> None:
    """Grade what came to its end while nobody was there to grade it."""
    for session in course.ungraded:
        await stage.grade(session)


def _tell_packet(parsed: Namespace, stage: OfflineStage, course: Course, *, as_it_stands: bool) -> int:
    """The packet of a whole loop; of one that goes on, how far it has come, and its packet only `as_it_stands`."""
    if not course.complete:
        left = len(course.steps) - course.held
        tell(f"{course.held} of {len(course.steps)} in, {left} to go. {GOES_ON}", quiet=parsed.quiet)
        if not as_it_stands:
            return 0
    found = packet(stage.store, stage.rubrics, course)
    if parsed.json or parsed.format == "json":
        told = json_text(packet_json(found, course), indented=True)
    else:
        told = packet_report(found, parsed.format)
    hand_over(told, parsed.output, quiet=parsed.quiet)
    return _code(found, parsed.fail_under)


def _code(found: Packet, fail_under: float | None) -> int:
    """0, or what a script should know: something the graders lost, or an average below what was asked for."""
    if any(entry.card is not None and entry.card.lost for entry in found.entries):
        return UNGRADED
    average = found.ruling.average
    if fail_under is not None and not (average is not None and average >= fail_under):
        return BELOW
    return 0
