"""Which questions a round asks: pure choices from a bank, the same for the same seed."""

import zlib
from collections.abc import Sequence

from interviewsim.domain.loop import Level
from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.setup import Setup
from interviewsim.errors import WrongUsage
from interviewsim.reading.cleaning import clean

SPARES = 2
"""Questions kept ready for one that the candidate cannot answer."""
OWN = "own"
LONGEST_OWN = 500
"""Code points of a question of one's own."""


def choose_questions(bank: Sequence[Question], setup: Setup, count: int, seed: int) -> tuple[Question, ...]:
    """`count` main questions and a few spares: the one asked for first, the others by the seed, unlike it in tags."""
    fitting = [question for question in bank if _fits(question, setup.level)]
    left = sorted(fitting, key=lambda question: zlib.crc32(f"{seed}:{question.id}".encode()))
    chosen = _wanted(bank, setup)
    while left and len(chosen) < count + SPARES:
        following = _unlike(chosen, [question for question in left if question not in chosen])
        if following is None:
            break
        chosen.append(following)
    if not chosen:
        raise WrongUsage(f"There is no question for {setup.round.label} at this level.", "Choose another --level.")
    return tuple(chosen)


def own_question(text: str) -> Question:
    """A question of the candidate's own, as text and nothing else."""
    asked = " ".join(clean(text).split())
    if not asked:
        raise WrongUsage("The question is empty.", "Give its words after --ask.")
    if len(asked) > LONGEST_OWN:
        raise WrongUsage(f"The question has more than {LONGEST_OWN} characters.", "Shorten it.")
    return Question(OWN, asked, AnswerModel.STAR)


def _wanted(bank: Sequence[Question], setup: Setup) -> list[Question]:
    if setup.ask is not None:
        return [own_question(setup.ask)]
    if setup.question_id is None:
        return []
    return [find_question(bank, setup.question_id)]


def find_question(bank: Sequence[Question], question_id: str) -> Question:
    """A question by its id; raises `WrongUsage` naming the nearest."""
    from difflib import get_close_matches

    found = next((question for question in bank if question.id == question_id), None)
    if found is None:
        near = get_close_matches(question_id, [question.id for question in bank], n=1)
        hint = (
            f"Did you mean {near[0]}?" if near else f"There are {', '.join(question.id for question in bank[:8])}, ..."
        )
        raise WrongUsage(f"There is no question {question_id!r}.", hint)
    return found


def _fits(question: Question, level: Level) -> bool:
    return level in question.levels


def _unlike(chosen: Sequence[Question], left: Sequence[Question]) -> Question | None:
    """The first that shares no tag with what is chosen, else the first."""
    tags = {tag for question in chosen for tag in question.tags}
    return next((question for question in left if not tags.intersection(question.tags)), left[0] if left else None)
