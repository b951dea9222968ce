"""`answer`: one answer graded outside any session, or many as JSON lines.

The text is graded as it was sent, without any cleaning: nothing stores it, so its sender cuts the quotes out of it.
"""

import asyncio
import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import BinaryIO

from interviewsim.cli.context import home_of, settings_of
from interviewsim.cli.output import exit_code, say, say_json
from interviewsim.cli.stages import stage_of
from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.terms import Level, Round
from interviewsim.engine.session import TAKEN_AS_QUESTION
from interviewsim.errors import InterviewSimError, InvalidFile, WrongUsage
from interviewsim.grading.debrief import Ruler, grade_answer
from interviewsim.grading.ports import AnswerToGrade, Grader, SaidToGrade
from interviewsim.reading.cleaning import clean
from interviewsim.reading.message import read_message
from interviewsim.reading.objection import contests
from interviewsim.reports.text import scorecard_text
from interviewsim.transcripts.codec import scorecard_to_json
from interviewsim.wiring.choosing import OWN_MODEL, own_question
from interviewsim.wiring.offline import OfflineStage

LARGEST = 2_000_000
"""Bytes of one answer."""
BAD_LINES = 3


def run(parsed: Namespace) -> int:
    """Grade one answer, or with `--lines` many."""
    stage = stage_of(parsed, home_of(parsed))
    settings = settings_of(parsed, home_of(parsed))
    company, level = settings["company"], Level(settings["level"])
    if parsed.lines is not None:
        return asyncio.run(_lines(parsed, stage, company, level))
    round_, question = _question(parsed, stage, company)
    text = _text(parsed.file)
    answer = AnswerToGrade(question, (SaidToGrade(2, text),))
    ruler = stage.ruler(company, level, round_)
    card = asyncio.run(grade_answer(answer, ruler, stage.grader()))
    if parsed.json:
        say_json(scorecard_to_json(card))
    else:
        say(scorecard_text(card))
    return exit_code(card, parsed.fail_under)


def _question(parsed: Namespace, stage: OfflineStage, company: str) -> tuple[Round, Question]:
    """The question, and the round by whose rubric it is graded: its own where it is one of the bank's."""
    if bool(parsed.question) == bool(parsed.ask):
        raise WrongUsage("Which question does it answer?", "Give --question ID or --ask TEXT, one of them.")
    if parsed.question:
        return stage.question(company, parsed.question)
    round_ = Round(parsed.round)
    own = own_question(parsed.ask, round_)
    return round_, replace(own, answer_model=_model(parsed.answer_model) or own.answer_model)


def _model(name: object) -> AnswerModel | None:
    if name is None:
        return None
    if not isinstance(name, str) or name not in set(AnswerModel):
        raise WrongUsage(f"There is no answer model {str(name)[:40]!r}.", f"There are {', '.join(AnswerModel)}.")
    return AnswerModel(name)


def _text(name: str | None) -> str:
    if name in {None, "-"}:
        if sys.stdin.isatty():
            raise WrongUsage("There is no answer to grade.", "Give a file, or send the answer by a pipe.")
        return _decoded(sys.stdin.buffer.read(LARGEST + 1), "Standard input")
    with _opened(str(name)) as file:
        return _decoded(file.read(LARGEST + 1), str(name))


def _decoded(content: bytes, name: str) -> str:
    if len(content) > LARGEST:
        raise InvalidFile(f"{name} is too large for an answer.", f"Keep it under {LARGEST:,} bytes.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidFile(f"{name} is not UTF-8 text.", "Save it as UTF-8.") from error


def _opened(name: str) -> BinaryIO:
    try:
        return Path(name).open("rb")
    except FileNotFoundError as error:
        raise WrongUsage(f"There is no file {name}.", "Check the name.") from error
    except OSError as error:
        raise InvalidFile(
            f"{name} cannot be read: {error.strerror}.", "Check what it is and its permissions."
        ) from error


# --- many answers ------------------------------------------------------------------------------------


async def _lines(parsed: Namespace, stage: OfflineStage, company: str, level: Level) -> int:
    """One line out for each line in, in order; a bad one is an error in its place and exit code 3 at the end.

    All lines are graded by the rubrics as they stand when each is first needed.
    """
    code, ruler_of = 0, cache(partial(stage.ruler, company))
    with _source(parsed.lines) as source:
        for line in source:
            if not line.strip():
                continue
            value, failed = await _graded_line(line, ruler_of, stage.grader(), level)
            code = max(code, BAD_LINES if failed else 0)
            say_json(value, indent=None)
    return code


def _source(name: str) -> BinaryIO:
    return _opened("/dev/stdin") if name == "-" and Path("/dev/stdin").exists() else _opened(name)


async def _graded_line(
    line: bytes, ruler_of: Callable[[Level, Round], Ruler], grader: Grader, level: Level
) -> tuple[Mapping[str, object], bool]:
    identity: object = None
    try:
        row = _row(line)
        identity = row.get("id")
        card = await grade_answer(_answer(row), ruler_of(_level(row, level), _round(row)), grader)
    except InterviewSimError as error:
        return {"id": identity, "error": error.message}, True
    return scorecard_to_json(card, identity), False


def _row(line: bytes) -> Mapping[str, object]:
    if len(line) > LARGEST:
        raise InvalidFile("The line is too large.")
    try:
        row = json.loads(line.decode("utf-8-sig"), parse_constant=_no_number)
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise InvalidFile("The line is not a JSON object in UTF-8.") from error
    if not isinstance(row, dict):
        raise InvalidFile("The line is not a JSON object.")
    return row


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no JSON number")


def _round(row: Mapping[str, object]) -> Round:
    name = Round.BEHAVIORAL.value if row.get("round") is None else row["round"]
    if not isinstance(name, str) or name not in set(Round):
        raise InvalidFile(f"There is no round {str(name)[:40]!r}.")
    return Round(name)


def _level(row: Mapping[str, object], default: Level) -> Level:
    name = default.value if row.get("level") is None else row["level"]
    if not isinstance(name, str) or name not in set(Level):
        raise InvalidFile(f"There is no level {str(name)[:40]!r}.")
    return Level(name)


def _answer(row: Mapping[str, object]) -> AnswerToGrade:
    asked = row.get("question")
    if not isinstance(asked, str) or not asked.strip():
        raise InvalidFile("The line has no `question`.")
    model = _model(row.get("answer_model")) or OWN_MODEL[_round(row)]
    question = Question("own", clean(asked), model)
    said = tuple(_said(row))
    requests = tuple(one for one in said if _asks(one.text, question))
    return AnswerToGrade(question, tuple(one for one in said if one not in requests), requests)


def _asks(text: str, question: Question) -> bool:
    """Whether a message mainly asks the interviewer something; a story is told whatever it asks."""
    return question.answer_model is not AnswerModel.STAR and read_message(text, question.ask).kind in TAKEN_AS_QUESTION


def _said(row: Mapping[str, object]) -> Iterator[SaidToGrade]:
    """The candidate's messages; the question is turn 1, what follows counts on from 2."""
    if isinstance(row.get("answer"), str):
        yield SaidToGrade(2, str(row["answer"]))
        return
    messages = row.get("messages")
    if not isinstance(messages, list) or not messages:
        raise InvalidFile("The line has neither `answer` nor `messages`.")
    before: str | None = None
    for turn, message in enumerate(messages, start=2):
        who, text = _message(message)
        if who == "candidate":
            yield SaidToGrade(turn, text, prompted=turn > 2, after=_move(before))
        else:
            before = text


def _move(before: str | None) -> Move | None:
    """Which move the interviewer's last message was, as far as its words tell."""
    if before is None:
        return None
    return Move.PUSH_BACK if contests(before) else Move.PROBE


def _message(message: object) -> tuple[str, str]:
    if not isinstance(message, dict):
        raise InvalidFile("A message is not an object.")
    who, text = message.get("who"), message.get("text")
    if not isinstance(who, str) or who not in {"candidate", "interviewer"} or not isinstance(text, str):
        raise InvalidFile("A message needs `who` (candidate or interviewer) and `text`.")
    return who, text
