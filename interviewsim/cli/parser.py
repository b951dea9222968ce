"""The commands and their options, declared once. Imports nothing heavier than argparse and enumerations."""

import argparse
from collections.abc import Callable
from importlib import import_module
from typing import Any, NoReturn, Protocol, TypeAlias

from interviewsim import __version__
from interviewsim.domain.terms import Length, Level, Mode, Round, Skill
from interviewsim.errors import WrongUsage

EXIT_CODES = """\
exit codes: 0 done, 1 failure, 2 wrong usage or no terminal, 3 a file is invalid,
4 the key is missing or refused, 5 the model server cannot be reached,
6 done but something could not be graded, 7 below --fail-under, 130 interrupted"""

HIGHEST = 5
LONGEST_WAIT = 3600
ALL = "all"
"""In place of a level: every level."""
Parents: TypeAlias = list[argparse.ArgumentParser]


class Commands(Protocol):
    """Where commands are added; argparse's own type for it has no public name."""

    def add_parser(self, name: str, **options: Any) -> argparse.ArgumentParser:
        """Add a command."""
        ...


class Parser(argparse.ArgumentParser):
    """Tells wrong usage as every other error is told. The parsers of commands are of this class too."""

    def error(self, message: str) -> NoReturn:
        """Raises `WrongUsage`."""
        raise WrongUsage(f"{message[:1].upper()}{message[1:]}.", f"See `{self.prog} --help`.")


def build_parser() -> argparse.ArgumentParser:
    """The whole command line; each command's module is imported when it is called."""
    parser = Parser(
        prog="interviewsim",
        description="Timed product-management mock interviews, with transcripts graded on your own words.",
        epilog=f"Without a command the full-screen app opens.\n\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"interviewsim {__version__}")
    parser.add_argument("--home", metavar="DIR", help="where sessions and settings lie")
    parser.set_defaults(command=_command("app"), round=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _rounds(commands)
    _grading(commands)
    _sessions(commands)
    _content(commands)
    return parser


def _command(module: str, function: str = "run") -> Callable[[argparse.Namespace], int]:
    """The function of a command module, imported on first use so that `--help` stays quick."""

    def call(parsed: argparse.Namespace) -> int:
        return int(getattr(import_module(f"interviewsim.cli.{module}"), function)(parsed))

    return call


def score(text: str) -> float:
    """A score to compare with, 0 to 5; `nan` compares with nothing."""
    number = float(text)
    if not 0 <= number <= HIGHEST:
        raise argparse.ArgumentTypeError(f"{text!r} is no score: they go from 1 to {HIGHEST}")
    return number


# --- options that several commands share -----------------------------------------------------------


def _everywhere() -> argparse.ArgumentParser:
    parent = argparse.ArgumentParser(add_help=False)
    # SUPPRESS keeps a --home given before the command from being overwritten by a default after it.
    parent.add_argument("--home", metavar="DIR", default=argparse.SUPPRESS, help="where sessions and settings lie")
    parent.add_argument("--offline", action="store_true", help="no network at all, this machine's own included")
    parent.add_argument("--quiet", action="store_true", help="no progress on standard error")
    return parent


def _json() -> argparse.ArgumentParser:
    parent = argparse.ArgumentParser(add_help=False)
    parent.add_argument("--json", action="store_true", help="JSON on standard output")
    return parent


def _ruler(*, every_level: bool = False) -> argparse.ArgumentParser:
    parent = argparse.ArgumentParser(add_help=False)
    parent.add_argument("--company", metavar="PACK", help="company pack (default: generic)")
    levels = [level.value for level in Level]
    if every_level:
        parent.add_argument("--level", choices=[*levels, ALL], help="all: graded once, read at every level")
    else:
        parent.add_argument("--level", choices=levels, help="default: pm")
    parent.add_argument("--grader", choices=["auto", "offline", "llm"], default="auto")
    parent.add_argument("--fail-under", type=score, metavar="X", help="exit 7 where the score is below X")
    _models(parent)
    return parent


def _models(parent: argparse.ArgumentParser) -> None:
    parent.add_argument("--model", metavar="NAME", help="the language model that interviews and grades")
    parent.add_argument("--grader-model", metavar="NAME", help="another one for grading")
    parent.add_argument(
        "--base-url", metavar="URL", help="an OpenAI-compatible server, as in http://127.0.0.1:11434/v1"
    )
    parent.add_argument("--timeout", type=seconds, metavar="S", help="seconds a model is waited for")


def seconds(text: str) -> float:
    """A wait: more than nothing, an hour at most."""
    number = float(text)
    if not 0 < number <= LONGEST_WAIT:
        raise argparse.ArgumentTypeError(f"{text!r} is no wait: give seconds up to {LONGEST_WAIT}")
    return number


def _play() -> argparse.ArgumentParser:
    parent = argparse.ArgumentParser(add_help=False)
    parent.add_argument(
        "--mode", choices=[mode.value for mode in Mode], help="coach and gentle allow hints and a pause"
    )
    parent.add_argument("--length", choices=[length.value for length in Length], help="default: short")
    parent.add_argument("--drill", metavar="NAME", help="ten minutes on one criterion or one skill, by its id")
    parent.add_argument("--minutes", type=int, metavar="N", help="whole round in minutes, in place of the length's own")
    parent.add_argument("--time", choices=["1", "1.25", "1.5", "untimed"], help="more time for every phase")
    parent.add_argument("--question", metavar="ID", help="begin with this question")
    parent.add_argument("--ask", metavar="TEXT", help="a question of your own")
    parent.add_argument("--seed", type=int, metavar="N", help="the same questions and wording again")
    parent.add_argument("--interviewer", choices=["auto", "offline", "llm"], default="auto")
    return parent


def _script(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--script", metavar="FILE", help="play unattended from a script; - reads standard input")
    parser.add_argument("--clock", choices=["real", "virtual"], help="default: virtual with a script, else real")


# --- the commands ----------------------------------------------------------------------------------


def _rounds(commands: Commands) -> None:
    rounds = [entry.value for entry in Round]
    play: Parents = [_everywhere(), _ruler(), _play()]
    start = commands.add_parser("start", parents=play, help="open the app in the lobby of a round")
    start.add_argument("round", choices=rounds, metavar="ROUND", help=", ".join(rounds))
    start.set_defaults(command=_command("app"))
    run = commands.add_parser("run", parents=[*play, _json()], help="one round without the app")
    run.add_argument("round", choices=rounds, metavar="ROUND", help=", ".join(rounds))
    _script(run)
    run.set_defaults(command=_command("rounds"))
    demo = commands.add_parser("demo", parents=[_everywhere(), _json()], help="a whole round and its report, offline")
    demo.add_argument("--round", choices=rounds, default="behavioral", help=f"default: behavioral; {', '.join(rounds)}")
    demo.set_defaults(command=_command("rounds", "demo"))
    resume = commands.add_parser("resume", parents=[_everywhere(), _json()], help="go on with an unfinished round")
    resume.add_argument("session", nargs="?", metavar="SESSION", help="default: the last unfinished one")
    resume.add_argument("--take-two", type=int, metavar="TURN", help="answer this turn again, in a session of its own")
    resume.add_argument("--grader", choices=["auto", "offline", "llm"], default="auto")
    resume.add_argument("--interviewer", choices=["auto", "offline", "llm"], default="auto")
    _models(resume)
    resume.add_argument("--fail-under", type=score, metavar="X", help="exit 7 where the score is below X")
    _script(resume)
    resume.set_defaults(command=_command("rounds", "resume"))
    _loop(commands)


def _loop(commands: Commands) -> None:
    parents: Parents = [_everywhere(), _ruler(), _json()]
    loop = commands.add_parser("loop", parents=parents, help="all rounds of a loop, then the committee's packet")
    loop.add_argument(
        "loop", nargs="?", metavar="LOOP", help="its id, or last; default: the one not finished, or a new one"
    )
    loop.add_argument("--new", action="store_true", help="begin another loop, also where one is not finished")
    loop.add_argument("--mode", choices=[mode.value for mode in Mode], help="coach and gentle allow hints and a pause")
    loop.add_argument("--length", choices=[Length.FULL.value, Length.SHORT.value], help="default: short")
    loop.add_argument("--minutes", type=int, metavar="N", help="each round in minutes, in place of the length's own")
    loop.add_argument("--time", choices=["1", "1.25", "1.5", "untimed"], help="more time for every phase")
    loop.add_argument("--seed", type=int, metavar="N", help="the same questions and wording again")
    loop.add_argument("--interviewer", choices=["auto", "offline", "llm"], default="auto")
    loop.add_argument(
        "--scripts", metavar="DIR", help="play unattended: DIR/screening.script, DIR/technical.script, ..."
    )
    loop.add_argument(
        "-f", "--format", metavar="FORM", default="text", help="the packet as text (default), md, html or json"
    )
    loop.add_argument("-o", "--output", metavar="FILE", help="write the packet there in place of standard output")
    loop.add_argument("--clock", choices=["real", "virtual"], help="default: virtual with scripts, else real")
    loop.set_defaults(command=_command("loop"))


def _grading(commands: Commands) -> None:
    parents: Parents = [_everywhere(), _ruler(), _json()]
    every: Parents = [_everywhere(), _ruler(every_level=True), _json()]
    grade = commands.add_parser("grade", parents=every, help="grade again; a grade is added, never replaced")
    grade.add_argument("session", metavar="SESSION|FILE|DIR")
    grade.set_defaults(command=_command("grade"))
    answer = commands.add_parser("answer", parents=parents, help="grade one answer, no session")
    answer.add_argument("file", nargs="?", metavar="FILE", help="- or nothing: standard input")
    answer.add_argument("--round", choices=[entry.value for entry in Round], default=Round.BEHAVIORAL.value)
    answer.add_argument("--question", metavar="ID", help="the question it answers, from the bank")
    answer.add_argument("--ask", metavar="TEXT", help="the question it answers, in words")
    answer.add_argument("--answer-model", metavar="M", help="the shape of a good answer to --ask")
    answer.add_argument("--lines", metavar="FILE", help="JSON lines in, one scorecard a line out")
    answer.set_defaults(command=_command("answer"))

    _calibrate(commands)


def _calibrate(commands: Commands) -> None:
    calibrate = commands.add_parser(
        "calibrate", parents=[_everywhere(), _ruler(), _json()], help="how far the chosen grader can be trusted"
    )
    calibrate.add_argument("--gold", metavar="FILE", help="coded answers as JSON lines; default: the shipped ones")
    calibrate.set_defaults(command=_command("calibrate"))


def _sessions(commands: Commands) -> None:
    report = commands.add_parser(
        "report", parents=[_everywhere(), _json()], help="a session's report, or that of a period"
    )
    report.add_argument("session", nargs="?", metavar="SESSION")
    report.add_argument(
        "--since", metavar="30d", help="in place of a session: the practice of these days (d) or weeks (w)"
    )
    report.add_argument("-f", "--format", metavar="FORM", default="text", help="text (default), md, html or json")
    report.add_argument("-o", "--output", metavar="FILE", help="write there in place of standard output")
    report.set_defaults(command=_command("report"))
    history = commands.add_parser("history", parents=[_everywhere(), _json()], help="sessions, newest first")
    history.add_argument("--round", choices=[entry.value for entry in Round])
    history.add_argument("--company", metavar="PACK")
    history.add_argument("--since", metavar="30d", help="days (d) or weeks (w) back")
    history.set_defaults(command=_command("history"))
    compare = commands.add_parser("compare", parents=[_everywhere(), _json()], help="two grades, and why they differ")
    compare.add_argument("first", metavar="A", help="a session (its newest grade), or SESSION#1 for its first grade")
    compare.add_argument("second", metavar="B")
    compare.set_defaults(command=_command("compare"))
    sessions = commands.add_parser("sessions", help="rename, move or delete a session")
    actions = sessions.add_subparsers(title="actions", metavar="ACTION", required=True)
    for name, extra, told in (
        ("rename", "TITLE", "give a session a title"),
        ("move", "DIR", "move a session to another folder"),
        ("delete", None, "delete a session for good"),
    ):
        action = actions.add_parser(name, parents=[_everywhere()], help=told)
        action.add_argument("session", metavar="SESSION")
        if extra:
            action.add_argument("to", metavar=extra)
        action.set_defaults(command=_command("sessions", name))
        if name == "delete":
            action.add_argument("--yes", action="store_true", help="do not ask; without a terminal there is no asking")


def _content(commands: Commands) -> None:
    init = commands.add_parser("init", parents=[_everywhere(), _json()], help="a workspace with files of its own")
    init.add_argument("folder", metavar="DIR", help="an empty folder, or a new one")
    init.set_defaults(command=_command("init"))
    doctor = commands.add_parser("doctor", parents=[_everywhere(), _json()], help="terminal, folders, settings, packs")
    doctor.add_argument("--connect", action="store_true", help="try the chosen model's connection, a step at a time")
    _models(doctor)
    doctor.set_defaults(command=_command("doctor"))
    rubrics = _actions(commands, "rubrics", "list, show, check, compare and begin company packs")
    questions = _actions(commands, "questions", "list, show and check questions")
    for name, actions in (("rubrics", rubrics), ("questions", questions)):
        check = actions.add_parser("check", parents=[_everywhere(), _json()], help="findings with file, line and key")
        check.add_argument("path", nargs="?", metavar="PATH", help="a file or folder; default: all that this home sees")
        check.set_defaults(command=_command("check", name))
    _rubrics(rubrics)
    _questions(questions)
    _prompts(_actions(commands, "prompts", "what language models are sent"))


def _actions(commands: Commands, name: str, told: str) -> Commands:
    return commands.add_parser(name, help=told).add_subparsers(title="actions", metavar="ACTION", required=True)


def _rubrics(actions: Commands) -> None:
    parents: Parents = [_everywhere(), _json()]
    listing = actions.add_parser("list", parents=parents, help="company packs, and the rounds they judge")
    listing.set_defaults(command=_command("packs", "listing"))
    show = actions.add_parser("show", parents=parents, help="a pack, or one of its rubrics")
    show.add_argument("name", metavar="PACK[/ROUND]")
    show.add_argument("--resolved", action="store_true", help="every value with the file and line it comes from")
    show.set_defaults(command=_command("packs", "show"))
    diff = actions.add_parser("diff", parents=parents, help="what tells two packs apart")
    diff.add_argument("first", metavar="A")
    diff.add_argument("second", metavar="B")
    diff.add_argument("round", nargs="?", metavar="ROUND", choices=[entry.value for entry in Round])
    diff.set_defaults(command=_command("packs", "diff"))
    new = actions.add_parser("new", parents=parents, help="begin a pack of your own that extends another")
    new.add_argument("id", metavar="ID", help="small letters, digits and hyphens")
    new.add_argument("--from", dest="base", metavar="PACK", default="generic", help="default: generic")
    new.set_defaults(command=_command("packs", "new"))


def _prompts(actions: Commands) -> None:
    parents: Parents = [_everywhere(), _json()]
    listing = actions.add_parser("list", parents=parents, help="the templates, and the file that each comes from")
    listing.set_defaults(command=_command("prompts", "listing"))
    show = actions.add_parser("show", parents=parents, help="a template as it stands in its file")
    show.add_argument("name", metavar="NAME")
    show.set_defaults(command=_command("prompts", "show"))
    render = actions.add_parser(
        "render", parents=parents, help="exactly what the interviewer's model is sent for a turn"
    )
    render.add_argument("session", metavar="SESSION")
    render.add_argument("--turn", type=int, metavar="N", help="default: the last that a model may word")
    render.set_defaults(command=_command("prompts", "render"))
    check = actions.add_parser("check", parents=parents, help="whether every template holds")
    check.set_defaults(command=_command("prompts", "check"))


def _questions(actions: Commands) -> None:
    parents: Parents = [_everywhere(), _json()]
    listing = actions.add_parser("list", parents=parents, help="the bank's questions, and those of company packs")
    listing.add_argument("--round", choices=[entry.value for entry in Round])
    listing.add_argument("--company", metavar="PACK", help="only this pack's own questions")
    listing.add_argument("--tag", metavar="TAG")
    listing.add_argument("--level", choices=[level.value for level in Level])
    listing.add_argument("--skill", choices=[skill.value for skill in Skill])
    listing.set_defaults(command=_command("bank", "listing"))
    show = actions.add_parser("show", parents=parents, help="one question; what is held back only if asked for")
    show.add_argument("id", metavar="ID")
    show.add_argument("--reference", action="store_true", help="with facts, turns and the reference: spoils it")
    show.set_defaults(command=_command("bank", "show"))
