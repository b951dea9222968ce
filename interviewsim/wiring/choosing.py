"""Which questions a round asks: pure choices from a bank, the same for the same seed."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Level, Round, Skill
from interviewsim.errors import WrongUsage
from interviewsim.reading.cleaning import clean

SPARES = 2
"""Questions kept ready for one that the candidate cannot answer."""
OWN = "own"
OWN_MODEL = {
    Round.SCREENING: AnswerModel.PITCH,
    Round.TECHNICAL: AnswerModel.SYSTEM,
    Round.PRODUCT_SENSE: AnswerModel.DESIGN,
    Round.BEHAVIORAL: AnswerModel.STAR,
    Round.CASE_STUDY: AnswerModel.CASE,
    Round.FINAL: AnswerModel.EXEC,
}
"""How a question of one's own is taken, by the round it is asked in."""
LONGEST_OWN = 500
"""Code points of a question of one's own."""


@dataclass(frozen=True, slots=True)
class Past:
    """What earlier rounds leave for the choice.

    `met`: ids of questions already met, the one met longest ago first. `weak`: the skill that stood lowest in the
    last round, if it stood low.
    """

    met: tuple[str, ...] = ()
    weak: Skill | None = None


NO_PAST = Past()


def choose_questions(
    bank: Sequence[Question], setup: Setup, topics: Sequence[str], seed: int, past: Past = NO_PAST
) -> tuple[Question, ...]:
    """A main question for each of `topics` (a tag it must have; an empty one: any) and a few spares.

    The one that was asked for takes the place that its tags fit; the others come by the seed, unlike those
    chosen before them. Spares are of the same answer models, so that the plan's stages fit them.
    Questions already met come last, the one met longest ago before the others; among those not met, the ones for a
    weak skill come first, so that it returns as a different question. Without a past: by the seed alone.
    """
    fitting = [question for question in bank if _fits(question, setup.level)]
    left = sorted(fitting, key=lambda question: _order(question, past, seed))
    wanted = _wanted(bank, setup)
    chosen: list[Question] = []
    for at, topic in enumerate(topics):
        own = wanted if wanted is not None and at == _place(wanted, topics) else None
        if found := own or _next(chosen, left, topic, past.met):
            chosen.append(found)
    if not chosen:
        raise WrongUsage(f"There is no question for {setup.round.label} at this level.", "Choose another --level.")
    models = {question.answer_model for question in chosen}
    spares: list[Question] = []
    alike = [question for question in left if question.answer_model in models]
    while len(spares) < SPARES and (spare := _next([*chosen, *spares], alike, "", past.met)):
        spares.append(spare)
    return (*chosen, *spares)


def asked_by(company: str, bank: Sequence[Question]) -> tuple[Question, ...]:
    """What an interviewer of the company (its name, not its id) may ask: nothing that supposes another employer."""
    return tuple(question for question in bank if question.employer in {"", company})


def _place(question: Question, topics: Sequence[str]) -> int:
    return next((at for at, topic in enumerate(topics) if topic in question.tags), 0)


def _order(question: Question, past: Past, seed: int) -> tuple[int, bool, int]:
    met = past.met.index(question.id) + 1 if question.id in past.met else 0
    return met, past.weak not in question.skills, zlib.crc32(f"{seed}:{question.id}".encode())


def _next(chosen: Sequence[Question], left: Sequence[Question], topic: str, met: Sequence[str]) -> Question | None:
    """The next fresh question on a topic, unlike those chosen and not met before if there is one.

    Any fresh one where the topic has none left.
    """
    fresh = [question for question in left if question not in chosen]
    on_topic = [question for question in fresh if not topic or topic in question.tags]
    fitting = on_topic or fresh
    return _unlike(chosen, [question for question in fitting if question.id not in met] or fitting[:1])


def own_question(text: str, round_: Round) -> Question:
    """A question of the candidate's own, as text and nothing else."""
    asked = " ".join(clean(text).split())
    if not asked:
        raise WrongUsage("The question is empty.", "Give its words after --ask.")
    if len(asked) > LONGEST_OWN:
        raise WrongUsage(f"The question has more than {LONGEST_OWN} characters.", "Shorten it.")
    return Question(OWN, asked, OWN_MODEL[round_])


def _wanted(bank: Sequence[Question], setup: Setup) -> Question | None:
    if setup.ask is not None:
        return own_question(setup.ask, setup.round)
    if setup.question_id is None:
        return None
    return find_question(bank, setup.question_id)


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
