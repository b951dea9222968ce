"""Whatever is shipped to be said passes the checks that every interviewer turn has to pass."""

from collections.abc import Iterator

import pytest

from interviewsim.domain.events import (
    CandidateSaid,
    Entry,
    Event,
    InterviewerSaid,
    SaidAs,
    SessionConfigured,
    SessionOpened,
)
from interviewsim.domain.loop import Length, Level, Mode, Round
from interviewsim.domain.move import Move
from interviewsim.domain.question import Question
from interviewsim.domain.rubric import CompanyPack, Rubric
from interviewsim.domain.setup import Setup, plan_round
from interviewsim.domain.transcript import Transcript, transcript_of
from interviewsim.engine.conduct import check_conduct
from interviewsim.engine.cue import Cue
from interviewsim.prompts.library import PromptLibrary
from interviewsim.rubrics.library import RubricLibrary
from tests.rubrics.files import PROMPTS, RUBRICS

QUOTE = "I cut the address step"
WITHOUT_QUESTION = frozenset({Move.OPEN, Move.INVITE, Move.ANSWER, Move.WITHHOLD, Move.NOT_KNOWN, Move.CLOSE})
PACK: CompanyPack = RubricLibrary([RUBRICS]).pack("generic")
RUBRIC: Rubric = RubricLibrary([RUBRICS]).rubric("generic", Round.BEHAVIORAL)
BANK: tuple[Question, ...] = PromptLibrary([PROMPTS]).questions(Round.BEHAVIORAL)
WITHHELD = (PACK.private, *(anchor for criterion in RUBRIC.criteria for anchor in criterion.anchors.values()))


def begun(question: Question) -> Transcript:
    """A round in which the question was asked and answered once."""
    loop_round = PACK.loop_round(Round.BEHAVIORAL)
    assert loop_round is not None
    plan = plan_round(loop_round, Setup(Round.BEHAVIORAL))
    opened = SessionOpened(
        "s", Round.BEHAVIORAL, "generic", Level.PM, Mode.REALISTIC, Length.SHORT, "offline", "Behavioral", "2026-11-23"
    )
    events: tuple[Event, ...] = (
        SessionConfigured(1, plan, (question,), PACK, RUBRIC),
        InterviewerSaid(1, "Let us begin.", Move.ASK, question.id),
        CandidateSaid(2, f"{QUOTE}, and completion went up.", SaidAs.ANSWER),
    )
    return transcript_of(opened, [Entry(n, "2026-11-23", float(n), event) for n, event in enumerate(events, 1)])


def breaches(text: str, cue: Cue, transcript: Transcript) -> list[str]:
    return [f"{text}: {breach.check}" for breach in check_conduct(text, cue, transcript, withheld=WITHHELD)]


def said_in(style_id: str) -> Iterator[tuple[str, Cue]]:
    """Every line of the style as it would be said, with its cue."""
    style = PromptLibrary([PROMPTS]).style(style_id)
    told = next(topic.tell for topic in PACK.answers)
    values = {"name": "Ines Marchetti", "first_name": "Ines", "role": "director", "company": PACK.name}
    values |= {"minutes": "25 minutes", "questions": "two questions", "question": BANK[0].ask, "quote": QUOTE}
    for key, lines in style.wording.items():
        name, _, kind = key.partition(".")
        move = Move(name)
        tell = told if move in {Move.ANSWER, Move.WITHHOLD} else None
        for line in lines:
            filled = style.fill(line, values | {"tell": told})
            assert filled is not None
            question_id = None if move in WITHOUT_QUESTION else BANK[0].id
            yield filled, Cue(move, question_id, kind, QUOTE if "{quote}" in line else None, tell)


@pytest.mark.parametrize("style", ["neutral", "skeptical", "warm"])
def test_every_line_of_every_style_may_be_said(style: str) -> None:
    transcript = begun(BANK[0])
    assert [found for text, cue in said_in(style) for found in breaches(text, cue, transcript)] == []


@pytest.mark.parametrize("question", BANK, ids=[question.id for question in BANK])
def test_every_question_and_prepared_follow_up_may_be_asked(question: Question) -> None:
    transcript = begun(question)
    cues = [(question.ask, Cue(Move.ASK, question.id))]
    cues += [(probe.ask, Cue(Move.PROBE, question.id, target=probe.for_)) for probe in question.probes]
    assert [found for text, cue in cues for found in breaches(text, cue, transcript)] == []


def test_every_answer_of_the_pack_may_be_told() -> None:
    transcript = begun(BANK[0])
    for topic in PACK.answers:
        move = Move.WITHHOLD if topic.withheld else Move.ANSWER
        assert breaches(topic.tell, Cue(move, target=topic.id, tell=topic.tell), transcript) == []


def test_the_probe_of_every_flag_may_be_asked() -> None:
    transcript = begun(BANK[0])
    for flag in RUBRIC.flags:
        assert breaches(flag.probe, Cue(Move.PROBE, BANK[0].id, target=flag.id), transcript) == []
