"""Every move, worded for every shipped question by the interviewer of its round and by one other in turn."""

from collections.abc import Iterator

import pytest

from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.rubric import RedFlag
from interviewsim.domain.stages import PARTS
from interviewsim.domain.terms import Round
from interviewsim.engine.conduct import check_conduct
from interviewsim.engine.cue import Cue
from interviewsim.interviewers.scripted import GO_ON, ScriptedInterviewer
from interviewsim.locations import bundled
from interviewsim.prompts.library import PromptLibrary
from interviewsim.prompts.style import Style
from interviewsim.rubrics.library import RubricLibrary
from tests.doubles.begun import PACK, QUOTE, begun

LIBRARY, PACKS = PromptLibrary([bundled("prompts")]), RubricLibrary([bundled("rubrics")])
STYLES: tuple[Style, ...] = tuple(LIBRARY.style(style) for style in LIBRARY.styles())
ASKED: tuple[tuple[Round, Question], ...] = tuple(
    (round_, question) for round_ in LIBRARY.rounds() for question in LIBRARY.questions(round_)
)
FLAGS: tuple[RedFlag, ...] = tuple(
    flag
    for round_ in LIBRARY.rounds()
    if (bundled("rubrics") / f"generic/{round_}.yaml").exists()
    for flag in PACKS.rubric("generic", round_).flags
    if flag.probe
)
LEFT = 900.0


def cues(question: Question) -> Iterator[Cue]:
    """What an engine may ask an interviewer to do about this question."""
    yield from (Cue(move, question.id, seconds_left=LEFT) for move in (Move.ASK, Move.REPEAT))
    yield from _at_any_time(question)
    yield from _follow_ups(question)
    yield from _desk(question)
    yield from _once(question)


def _at_any_time(question: Question) -> Iterator[Cue]:
    yield from (Cue(move, seconds_left=LEFT) for move in (Move.OPEN, Move.INVITE, Move.NOT_KNOWN, Move.CLOSE))
    for move in (Move.GRANT_TIME, Move.MOVE_ON, Move.NUDGE, Move.CLARIFY, Move.OCCASION, Move.CLOSEST, Move.FOCUS):
        yield Cue(move, question.id, seconds_left=LEFT)
    yield from (Cue(Move.FOCUS, question.id, kind) for kind in ("shorter", "point"))
    yield from (Cue(Move.DECLINE, question.id, kind) for kind in ("asks_rubric", "asks_easier", "asks_role"))
    yield from (Cue(Move.STEADY, question.id, kind) for kind in ("hostile", "noise", "foreign", "empty"))


def _follow_ups(question: Question) -> Iterator[Cue]:
    parts = question.parts or PARTS.get(question.answer_model, ())
    for target in (*parts, *(probe.for_ for probe in question.probes)):
        yield from (Cue(Move.PROBE, question.id, str(target), quote) for quote in (None, QUOTE))
    yield from (Cue(Move.PROBE, question.id, f"flag:{flag.id}", tell=flag.probe) for flag in FLAGS)
    kind = None if question.answer_model is AnswerModel.STAR else "proposal"
    yield from (Cue(Move.PUSH_BACK, question.id, kind, quote) for quote in (None, QUOTE))


def _desk(question: Question) -> Iterator[Cue]:
    yield from (
        Cue(Move.FACT, question.id, kind, tell=fact.tell) for kind in (None, "again") for fact in question.facts
    )
    yield from (Cue(Move.WHICH_FIGURE, question.id, kind) for kind in (None, "again", "all", "near"))
    yield from (Cue(Move.DECIDE, question.id, kind) for kind in (None, "and_time"))
    yield from (Cue(Move.KEEP, question.id, quote=quote) for quote in (None, QUOTE))
    yield from (Cue(move, question.id) for move in (Move.ASSUME, Move.YOUR_VIEW))


def _once(question: Question) -> Iterator[Cue]:
    yield from (Cue(Move.HINT, question.id, tell=hint or None) for hint in (*question.hints, ""))
    yield from (Cue(Move.TWIST, question.id, tell=question.twist or None, seconds_left=LEFT),)
    if question.push_back:
        yield Cue(Move.PUSH_BACK, question.id, "proposal", tell=question.push_back)
    if question.challenge is not None:
        yield Cue(Move.CHALLENGE, question.id, question.challenge.role, tell=question.challenge.say)
    if question.premise is not None:
        yield Cue(Move.PREMISE, question.id, tell=question.premise.say)
        yield Cue(Move.CONCEDE, question.id, tell=question.premise.concede)


@pytest.mark.parametrize(
    ("at", "round_", "question"), [(n, *asked) for n, asked in enumerate(ASKED)], ids=[q.id for _, q in ASKED]
)
async def test_every_move_about_every_question_is_worded_within_its_limits(
    at: int, round_: Round, question: Question
) -> None:
    loop_round = PACK.loop_round(round_)
    assert loop_round is not None
    own = next(style for style in STYLES if style.id == loop_round.interviewer.style)
    transcript = begun(question, round_)
    for style in {one.id: one for one in (own, STYLES[at % len(STYLES)])}.values():
        interviewer = ScriptedInterviewer(style)
        for cue in cues(question):
            said = " ".join([piece async for piece in interviewer.reply(transcript, cue)])
            assert said != GO_ON, (style.id, cue)
            assert check_conduct(said, cue, transcript, withheld=(PACK.private,)) == (), (style.id, cue, said)
