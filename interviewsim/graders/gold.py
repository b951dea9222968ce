"""Gold sets: JSON lines of answers with their coding, the shipped one or somebody's own.

A line is `{"id", "round", "question", "answer" | "messages", "quality": 1-5, "parts": {"result": 0|1|2, ...}}`.
For a story there may be `S`, `T`, `A`, `R` in place of `parts`; `raters` is `{"quality": [...]}` with what each rater
said. A line with `gold` and no answer tells where the set comes from.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import count

from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.terms import Level, Round
from interviewsim.errors import InvalidFile
from interviewsim.grading.calibration import GoldAnswer
from interviewsim.grading.ports import AnswerToGrade, SaidToGrade
from interviewsim.reading.cleaning import clean

LARGEST = 20_000_000
"""Bytes of a gold set."""
MOST = 5_000
"""Answers of one."""
SHIPPED = "gold.jsonl"
LETTERS = {"S": "situation", "T": "task", "A": "action", "R": "result"}
HIGHEST = 5
CLEAR = 2
OWN_MODELS: Mapping[Round, AnswerModel] = {
    Round.SCREENING: AnswerModel.PITCH,
    Round.TECHNICAL: AnswerModel.SYSTEM,
    Round.PRODUCT_SENSE: AnswerModel.DESIGN,
    Round.BEHAVIORAL: AnswerModel.STAR,
    Round.CASE_STUDY: AnswerModel.CASE,
    Round.FINAL: AnswerModel.EXEC,
}


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Coded answers, what the set is called, and what it says of where it comes from."""

    name: str
    about: str
    answers: tuple[GoldAnswer, ...]


def shipped_gold() -> GoldSet:
    """The set that comes with the program."""
    content = files("interviewsim.graders").joinpath(SHIPPED).read_bytes()
    return read_gold(content, SHIPPED)


def read_gold(content: bytes, name: str) -> GoldSet:
    """Read a gold set. Raises `InvalidFile` naming the line that is wrong; a set without any answer is none."""
    if len(content) > LARGEST:
        raise InvalidFile(f"{name} is too large for a gold set.", f"Keep it under {LARGEST:,} bytes.")
    about, called, found = "", name, list[GoldAnswer]()
    for number, line in enumerate(content.split(b"\n"), start=1):
        if not line.strip():
            continue
        row = _row(line, f"{name}, line {number}")
        if "gold" in row and "answer" not in row:
            about, called = _text(row.get("about")), _text(row["gold"]) or name
            continue
        found.append(_answer(row, f"{name}, line {number}", number))
    if not found or len(found) > MOST:
        raise InvalidFile(
            f"{name} has {'too many answers' if found else 'no answers'}.", f"Give 1 to {MOST:,} of them."
        )
    return GoldSet(called, about, tuple(found))


def _row(line: bytes, where: str) -> Mapping[str, object]:
    try:
        row = json.loads(line.decode("utf-8-sig"), parse_constant=_no_number)
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise InvalidFile(f"{where} is not a JSON object in UTF-8.") from error
    if not isinstance(row, dict):
        raise InvalidFile(f"{where} is not a JSON object.")
    return row


def _no_number(word: str) -> None:
    raise ValueError(word)


def _answer(row: Mapping[str, object], where: str, number: int) -> GoldAnswer:
    round_ = Round(_one_of(row, "round", list(Round), Round.BEHAVIORAL.value, where))
    model = AnswerModel(_one_of(row, "answer_model", list(AnswerModel), OWN_MODELS[round_].value, where))
    asked = clean(_text(row.get("question"))).strip()
    if not asked:
        raise InvalidFile(f"{where} has no `question`.", "Give the question that was asked, in words.")
    quality = _number(row, "quality" if "quality" in row else "score", where)
    parts = _parts(row, where)
    if quality is None and not parts:
        raise InvalidFile(f"{where} has no coding.", "Give `quality` (1 to 5), or `parts`, or both.")
    level = row.get("level")
    return GoldAnswer(
        _text(row.get("id")) or f"line {number}",
        round_,
        AnswerToGrade(Question("own", asked, model), tuple(_said(row, where))),
        quality,
        parts,
        _raters(row, where),
        Level(_one_of(row, "level", list(Level), Level.PM.value, where)) if level is not None else None,
    )


def _said(row: Mapping[str, object], where: str) -> Iterator[SaidToGrade]:
    """The candidate's messages; the question is turn 1."""
    if isinstance(row.get("answer"), str):
        yield SaidToGrade(2, _text(row["answer"]))
        return
    messages = row.get("messages")
    if not isinstance(messages, list) or not messages:
        raise InvalidFile(f"{where} has neither `answer` nor `messages`.")
    for turn, message in zip(count(2), messages, strict=False):
        who, text = (message.get("who"), message.get("text")) if isinstance(message, dict) else (None, None)
        if who not in {"candidate", "interviewer"} or not isinstance(text, str):
            raise InvalidFile(f"{where}: a message needs `who` (candidate or interviewer) and `text`.")
        if who == "candidate":
            yield SaidToGrade(turn, text, prompted=turn > 2)


def _parts(row: Mapping[str, object], where: str) -> Mapping[str, int]:
    given = row.get("parts", {})
    if not isinstance(given, dict):
        raise InvalidFile(f"{where}: `parts` is not an object.")
    coded = {**{name: row[letter] for letter, name in LETTERS.items() if letter in row}, **given}
    for name, strength in coded.items():
        if isinstance(strength, bool) or not isinstance(strength, int | float) or not 0 <= strength <= CLEAR:
            raise InvalidFile(f"{where}: `{name}` is not 0, 1 or 2.", "0 absent, 1 thin, 2 clear.")
    return {str(name): round(float(str(strength))) for name, strength in coded.items()}


def _raters(row: Mapping[str, object], where: str) -> tuple[float, ...]:
    given = row.get("raters")
    values = given.get("quality") if isinstance(given, dict) else None
    if values is None:
        return ()
    if not isinstance(values, list):
        raise InvalidFile(f"{where}: `raters` needs a list under `quality`.")
    return tuple(_in_range(value, "raters", where) for value in values)


def _number(row: Mapping[str, object], name: str, where: str) -> float | None:
    return None if row.get(name) is None else _in_range(row[name], name, where)


def _in_range(value: object, name: str, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 1 <= value <= HIGHEST:
        raise InvalidFile(f"{where}: `{name}` is no quality from 1 to {HIGHEST}.")
    return float(value)


def _one_of(row: Mapping[str, object], name: str, known: Sequence[str], default: str, where: str) -> str:
    value = default if row.get(name) is None else row[name]
    if not isinstance(value, str) or value not in set(known):
        raise InvalidFile(
            f"{where}: there is no {name.replace('_', ' ')} {str(value)[:40]!a}.", f"There are {', '.join(known)}."
        )
    return value


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
