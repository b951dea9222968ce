"""Whatever is shipped to be said passes the checks that every interviewer turn has to pass."""

from collections.abc import Iterator, Mapping

import pytest

from interviewsim.domain.move import Move
from interviewsim.domain.question import Question
from interviewsim.domain.rubric import Rubric
from interviewsim.domain.terms import Round
from interviewsim.domain.transcript import Transcript
from interviewsim.engine.conduct import Check, check_conduct
from interviewsim.engine.cue import Cue
from interviewsim.prompts.library import PromptLibrary
from interviewsim.prompts.style import Style, places
from interviewsim.rubrics.library import RubricLibrary
from tests.doubles.begun import PACK, QUOTE, begun
from tests.rubrics.files import PROMPTS, RUBRICS

WITHOUT_QUESTION = frozenset({Move.OPEN, Move.INVITE, Move.ANSWER, Move.WITHHOLD, Move.NOT_KNOWN, Move.CLOSE})
LIBRARY, PACKS = PromptLibrary([PROMPTS]), RubricLibrary([RUBRICS])
RUBRICS_OF: Mapping[Round, Rubric] = {
    round_: PACKS.rubric("generic", round_) for round_ in Round if (RUBRICS / f"generic/{round_}.yaml").exists()
}
BANK: Mapping[str, tuple[Round, Question]] = {
    question.id: (round_, question) for round_ in LIBRARY.rounds() for question in LIBRARY.questions(round_)
}
STYLES: Mapping[str, Style] = {style: LIBRARY.style(style) for style in LIBRARY.styles()}
ANCHORS = [
    anchor for rubric in RUBRICS_OF.values() for criterion in rubric.criteria for anchor in criterion.anchors.values()
]
WITHHELD = (PACK.private, *ANCHORS)
PERSON = {"name": "Ines Marchetti", "first_name": "Ines", "role": "director", "company": PACK.name}
VALUES = PERSON | {
    "minutes": "25 minutes",
    "questions": "two questions",
    "quote": QUOTE,
    "speaker": "the head of sales",
}
OWN_WORDS = frozenset(Check) - {
    *{Check.LENGTH, Check.QUESTIONS, Check.STACKED, Check.FIGURE, Check.MARKUP, Check.CLOCK, Check.REPEATED},
    *{Check.MISQUOTE, Check.PARROT},
}
"""Checks that hold for a prepared text too, though it may be longer and has figures of its own."""


def breaches(text: str, cue: Cue, transcript: Transcript) -> list[str]:
    return [f"{text}: {breach.check}" for breach in check_conduct(text, cue, transcript, withheld=WITHHELD)]


def prepared(question: Question) -> Iterator[tuple[Move, str]]:
    """What a question brings along to be told, with the move that tells it."""
    yield from ((Move.HINT, hint) for hint in question.hints)
    yield from ((Move.FACT, fact.tell) for fact in question.facts)
    yield from (
        (move, text) for move, text in ((Move.TWIST, question.twist), (Move.PUSH_BACK, question.push_back)) if text
    )
    if question.challenge is not None:
        yield Move.CHALLENGE, question.challenge.say
    if question.premise is not None:
        yield from ((Move.PREMISE, question.premise.say), (Move.CONCEDE, question.premise.concede))


def lines_of(style: Style, move: Move, place: str) -> Iterator[tuple[str, str]]:
    """The style's lines for a move that carry a place, each with its kind."""
    for key, lines in style.wording.items():
        if key.partition(".")[0] == move:
            yield from ((key.partition(".")[2], line) for line in lines if place in places(line))


def said_in(style: Style) -> Iterator[tuple[str, Cue]]:
    """Every line of the style as it would be said, with its cue."""
    told = next(topic.tell for topic in PACK.answers)
    question = next(iter(BANK.values()))[1]
    for key, lines in style.wording.items():
        name, _, kind = key.partition(".")
        move = Move(name)
        for line in lines:
            filled = style.fill(line, VALUES | {"tell": told, "question": question.ask})
            assert filled is not None, line
            about = None if move in WITHOUT_QUESTION else question.id
            quote, tell = (
                value if f"{{{place}}}" in line else None for place, value in (("quote", QUOTE), ("tell", told))
            )
            yield filled, Cue(move, about, kind, quote, tell)


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_every_line_of_every_style_may_be_said(style: Style) -> None:
    transcript = begun(next(iter(BANK.values()))[1])
    assert [found for text, cue in said_in(style) for found in breaches(text, cue, transcript)] == []


@pytest.mark.parametrize(("round_", "question"), BANK.values(), ids=BANK)
def test_every_question_may_be_put_and_followed_up_in_every_style(round_: Round, question: Question) -> None:
    transcript = begun(question, round_)
    asked = [
        (style, line, Cue(move, question.id))
        for style in STYLES.values()
        for move in (Move.ASK, Move.REPEAT)
        for _, line in lines_of(style, move, "question")
    ]
    for style, line, cue in asked:
        for text in {question.ask, question.opening}:
            said = style.fill(line, VALUES | {"question": text})
            assert said is not None and breaches(said, cue, transcript) == []
    for probe in question.probes:
        assert breaches(probe.ask, Cue(Move.PROBE, question.id, target=probe.for_), transcript) == []
        own_words = check_conduct(probe.ask, Cue(Move.PROBE), transcript)
        assert {breach.check for breach in own_words} <= {Check.FIGURE}, probe.ask


@pytest.mark.parametrize(("round_", "question"), BANK.values(), ids=BANK)
def test_whatever_a_question_brings_along_may_be_told_in_every_style(round_: Round, question: Question) -> None:
    transcript = begun(question, round_)
    speaker = question.challenge.role if question.challenge else ""
    for move, tell in prepared(question):
        cue = Cue(move, question.id, tell=tell)
        for style in STYLES.values():
            lines = {line for _, line in lines_of(style, move, "tell")}
            assert lines
            for line in lines:
                said = style.fill(line, VALUES | {"tell": tell, "speaker": speaker})
                assert said is not None and breaches(said, cue, transcript) == []


@pytest.mark.parametrize(("round_", "question"), BANK.values(), ids=BANK)
def test_no_prepared_text_says_what_an_interviewer_would_not(round_: Round, question: Question) -> None:
    transcript = begun(question, round_)
    texts = [(Move.ASK, question.opening), *prepared(question), *((Move.PROBE, probe.ask) for probe in question.probes)]
    found = [
        f"{text}: {breach.check} ({breach.detail})"
        for move, text in texts
        for breach in check_conduct(text, Cue(move), transcript)
        if breach.check in OWN_WORDS
    ]
    assert found == []


def test_every_answer_of_the_pack_may_be_told() -> None:
    transcript = begun(next(iter(BANK.values()))[1])
    for topic in PACK.answers:
        move = Move.WITHHOLD if topic.withheld else Move.ANSWER
        assert breaches(topic.tell, Cue(move, target=topic.id, tell=topic.tell), transcript) == []


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_the_probe_of_every_flag_may_be_asked(style: Style) -> None:
    question = next(iter(BANK.values()))[1]
    transcript = begun(question)
    for flag in (flag for rubric in RUBRICS_OF.values() for flag in rubric.flags if flag.probe):
        cue = Cue(Move.PROBE, question.id, target=f"flag:{flag.id}", tell=flag.probe)
        for line in style.lines(Move.PROBE, f"flag:{flag.id}"):
            said = style.fill(line, VALUES | {"tell": flag.probe})
            assert said is not None and breaches(said, cue, transcript) == []
        assert breaches(flag.probe, Cue(Move.PROBE, question.id, target=flag.id), transcript) == []
