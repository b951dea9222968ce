"""Collecting every question there is, and the rounds in which each was met. Blocks on the disk."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import islice
from statistics import fmean

from interviewsim.domain.bank import Asked, Bank, Meeting
from interviewsim.domain.terms import Mode, Round
from interviewsim.domain.transcript import Transcript
from interviewsim.errors import InterviewSimError
from interviewsim.prompts.library import PromptLibrary
from interviewsim.rubrics.library import RubricLibrary
from interviewsim.transcripts.store import SessionStore

MOST_SESSIONS = 60
"""How many rounds are looked back on, of all kinds together."""


def bank_of(rubrics: RubricLibrary, prompts: PromptLibrary, store: SessionStore) -> Bank:
    """Every question with the rounds in which it was asked."""
    questions, problems = every_question(rubrics, prompts)
    return Bank(tuple(questions), meetings(store), tuple(problems))


def every_question(rubrics: RubricLibrary, prompts: PromptLibrary) -> tuple[Sequence[Asked], Sequence[str]]:
    """Every question there is, the packs' own first, and a sentence for each file that cannot be read."""
    found: list[Asked] = []
    problems: list[str] = []
    for pack in rubrics.packs():
        _taken(partial(questions_of_pack, rubrics, pack), found, problems)
    for round_ in prompts.rounds():
        _taken(partial(_of_bank, prompts, round_), found, problems)
    return found, problems


def questions_of_pack(rubrics: RubricLibrary, pack: str, *, inherited: bool = False) -> list[Asked]:
    """A pack's own questions, and where `inherited` those of the packs it extends. Raises `InterviewSimError`."""
    found = {round_: rubrics.questions(pack, round_, inherited=inherited) for round_ in Round}
    return [Asked(round_, pack, question) for round_, questions in found.items() for question in questions]


def meetings(store: SessionStore) -> Mapping[str, tuple[Meeting, ...]]:
    """By a question's id the newest rounds that asked it; a damaged session is passed over."""
    found: dict[str, tuple[Meeting, ...]] = {}
    for row in islice((row for row in store.rows() if row.forked_from is None), MOST_SESSIONS):
        try:
            transcript = store.read(row.session).transcript
        except InterviewSimError:
            continue
        levels = _levels(transcript)
        for question in _asked_in(transcript):
            meeting = Meeting(row.session, row.at, levels.get(question))
            found[question] = (*found.get(question, ()), meeting)
    return found


def _asked_in(transcript: Transcript) -> Sequence[str]:
    turns = transcript.turns
    return list(dict.fromkeys(turn.question_id for turn in turns if turn.question_id and not turn.candidate))


def _levels(transcript: Transcript) -> Mapping[str, float]:
    """The mean level of each answer; nothing of a gentle round, or of a loop, whose read-outs may still be sealed."""
    opened = transcript.opened
    if not transcript.grades or opened.mode is Mode.GENTLE or opened.loop is not None:
        return {}
    answers = transcript.grades[-1].scorecard.answers
    return {answer.question_id: fmean(answer.levels.values()) for answer in answers if answer.levels}


def _taken(read: Callable[[], Sequence[Asked]], found: list[Asked], problems: list[str]) -> None:
    try:
        found.extend(read())
    except InterviewSimError as error:
        problems.append(f"Left out: {error.message}")


def _of_bank(prompts: PromptLibrary, round_: Round) -> list[Asked]:
    return [Asked(round_, None, question) for question in prompts.questions(round_)]
