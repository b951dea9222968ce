"""Every round of a company is played to its end, by its own people, and nobody speaks of another employer."""

import re
from pathlib import Path

import pytest

from interviewsim.domain.question import Question
from interviewsim.domain.terms import Round
from interviewsim.domain.transcript import Transcript
from interviewsim.locations import bundled
from interviewsim.rubrics.library import RubricLibrary
from tests.journeys.simulated import play_script
from tests.journeys.test_example_candidates import steps_of

PACKS = RubricLibrary([bundled("rubrics")])
COMPANIES = tuple(pack for pack in PACKS.packs() if pack != "generic")
OTHER_EMPLOYER = re.compile(r"Cratewell|Larderline|our shops|our producers", re.IGNORECASE)


def asked_in(transcript: Transcript) -> list[Question]:
    """The main questions that were put, in order."""
    assert transcript.configured is not None
    put = [turn.question_id for turn in transcript.turns if turn.question_id]
    return [question for question in transcript.configured.questions if question.id in put]


@pytest.mark.parametrize("round_", Round)
@pytest.mark.parametrize("company", COMPANIES)
async def test_a_round_is_played_and_graded_by_the_company(tmp_path: Path, company: str, round_: Round) -> None:
    pack = PACKS.pack(company)
    entry = pack.loop_round(round_)
    assert entry is not None
    transcript, card, _ = await play_script(tmp_path, round_, steps_of(f"{round_}-middling.script"), 3, company)
    said = " ".join(turn.text for turn in transcript.turns if not turn.candidate)
    assert transcript.finished
    assert card.score is not None
    assert entry.interviewer.name in said and pack.name in said
    assert OTHER_EMPLOYER.findall(said) == []
    assert asked_in(transcript)


@pytest.mark.parametrize("company", COMPANIES)
async def test_the_slots_of_a_company_are_filled_by_its_own_questions(tmp_path: Path, company: str) -> None:
    own = {question.id for question in PACKS.questions(company)}
    for round_ in (Round.BEHAVIORAL, Round.CASE_STUDY, Round.PRODUCT_SENSE):
        transcript, _, _ = await play_script(
            tmp_path / round_, round_, steps_of(f"{round_}-middling.script"), 3, company
        )
        assert asked_in(transcript)[0].id in own
