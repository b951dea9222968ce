"""Which questions come next, given what was met before."""

import asyncio
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Round, Skill
from interviewsim.locations import Home
from interviewsim.wiring.choosing import Past, choose_questions
from interviewsim.wiring.met import past_of
from interviewsim.wiring.offline import OfflineStage
from tests.cli.conftest import Sim
from tests.cli.test_commands import played
from tests.doubles.shipped import questions

SETUP = Setup(Round.BEHAVIORAL)
BANK = questions()
IDS = [question.id for question in BANK]
TOPICS = ("", "")


def ids(past: Past, seed: int = 3, bank: tuple[Question, ...] = BANK) -> list[str]:
    return [question.id for question in choose_questions(bank, SETUP, TOPICS, seed, past)]


@given(seed=st.integers(0, 10_000), met=st.lists(st.sampled_from(IDS), unique=True, max_size=len(IDS) - 12))
def test_no_question_that_was_met_comes_while_one_that_was_not_is_left(seed: int, met: list[str]) -> None:
    fresh = [question for question in BANK if question.id not in met and SETUP.level in question.levels]
    chosen = ids(Past(tuple(met)), seed)
    assert len(set(chosen)) == len(chosen) == 4
    if len(fresh) >= len(chosen):
        assert not set(chosen) & set(met)


@given(seed=st.integers(0, 10_000))
def test_without_a_past_the_seed_alone_decides(seed: int) -> None:
    assert ids(Past(), seed) == [question.id for question in choose_questions(BANK, SETUP, TOPICS, seed)]


def test_when_all_were_met_the_one_met_longest_ago_comes_first() -> None:
    bank = tuple(Question(name, "Tell me.", AnswerModel.STAR) for name in "abcd")
    bank = tuple(Question(q.id, q.ask, q.answer_model, levels=(SETUP.level,)) for q in bank)
    assert ids(Past(("c", "a", "d", "b")), bank=bank) == ["c", "a", "d", "b"]


@pytest.mark.parametrize("seed", range(8))
def test_a_weak_skill_returns_first_and_as_another_question(seed: int) -> None:
    before = ids(Past(), seed)
    after = ids(Past(tuple(before), Skill.EMPATHY), seed)
    first = next(question for question in BANK if question.id == after[0])
    assert Skill.EMPATHY in first.skills
    assert first.id not in before


def rounds_played(folder: Path) -> OfflineStage:
    """A home with one round played in it, and a damaged journal beside it."""
    played(Sim(folder), folder)
    (folder / "home" / "transcripts" / "20990101T000000-behavioral-7k3f.jsonl").write_bytes(b"\xff\n")
    return OfflineStage(Home(folder / "home", "test"))


def test_what_was_asked_is_read_from_the_journals_and_a_damaged_one_stops_nothing(tmp_path: Path) -> None:
    stage = rounds_played(tmp_path)
    past = past_of(stage.store, Round.BEHAVIORAL)
    assert past.met
    assert set(past.met) <= set(IDS)
    assert past_of(stage.store, Round.TECHNICAL) == Past()


def test_a_new_round_asks_something_else_and_a_seed_asks_the_same_again(tmp_path: Path) -> None:
    stage = rounds_played(tmp_path)
    met = set(past_of(stage.store, Round.BEHAVIORAL).met)

    async def asked(setup: Setup) -> set[str]:
        return {question.id for question in (await stage.start(setup)).state.configured.questions}

    assert not asyncio.run(asked(SETUP)) & met
    assert met <= asyncio.run(asked(Setup(Round.BEHAVIORAL, seed=3)))
