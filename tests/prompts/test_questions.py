from pathlib import Path

import pytest

from interviewsim.domain.question import AnswerModel
from interviewsim.domain.terms import Level, Round
from interviewsim.errors import InvalidFile, WrongUsage
from interviewsim.prompts.library import PromptLibrary, check
from tests.rubrics.files import write

BANK = """\
- id: a_conflict
  ask: Tell me about a conflict.
  answer_model: star
  levels: [pm, senior]
  skills: [empathy]
  tags: [conflict]
  minutes: 9
  probes:
    - {for: result, ask: How did it end?}
- id: a_no
  ask: What is the hardest no you have given?
  answer_model: star
"""


def bank(folder: Path, text: str = BANK, round_: str = "behavioral") -> Path:
    return write(folder, {f"questions/{round_}.yaml": text})


def test_a_bank_comes_in_the_order_of_its_file(tmp_path: Path) -> None:
    conflict, no = PromptLibrary([bank(tmp_path)]).questions(Round.BEHAVIORAL)
    assert (conflict.id, no.id) == ("a_conflict", "a_no")
    assert (conflict.levels, conflict.minutes) == ((Level.PM, Level.SENIOR), 9)
    assert (no.levels, no.minutes, no.answer_model) == (tuple(Level), 12, AnswerModel.STAR)


def test_a_round_without_a_file_has_no_questions(tmp_path: Path) -> None:
    library = PromptLibrary([bank(tmp_path)])
    assert library.questions(Round.FINAL) == ()
    assert library.rounds() == (Round.BEHAVIORAL,)


def test_a_question_is_found_by_its_id_whatever_its_round(tmp_path: Path) -> None:
    bank(tmp_path)
    bank(tmp_path, BANK.replace("a_", "f_"), "final")
    round_, question = PromptLibrary([tmp_path]).question("f_no")
    assert (round_, question.id) == (Round.FINAL, "f_no")


def test_an_unknown_question_is_wrong_usage_with_a_guess(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage) as caught:
        PromptLibrary([bank(tmp_path)]).question("a_conflcit")
    assert caught.value.message == 'There is no question "a_conflcit".'
    assert caught.value.hint.startswith('Did you mean "a_conflict"?')


def test_a_workspaces_bank_stands_over_the_bundled_one_whole(tmp_path: Path) -> None:
    below, above = bank(tmp_path / "below"), bank(tmp_path / "above", BANK.split("- id: a_no", maxsplit=1)[0])
    library = PromptLibrary([above, below])
    assert [question.id for question in library.questions(Round.BEHAVIORAL)] == ["a_conflict"]
    assert library.winners()["questions/behavioral.yaml"] == above / "questions/behavioral.yaml"


def test_a_broken_bank_is_an_invalid_file(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile) as caught:
        PromptLibrary([bank(tmp_path, BANK.replace("minutes: 9", "minuets: 9"))]).questions(Round.BEHAVIORAL)
    assert "behavioral.yaml:7: a_conflict.minuets: unknown key" in caught.value.message
    assert '(did you mean "minutes"?)' in caught.value.message


def test_check_finds_everything_at_once(tmp_path: Path) -> None:
    bank(tmp_path, BANK.replace("id: a_no", "id: a_conflict").replace("How did it end?", "Did it end well?"))
    bank(tmp_path, BANK, "behavoral")
    write(tmp_path, {"questions/final.yml": BANK, "questions/notes.md": "not ours"})
    told = [str(finding).removeprefix(f"{tmp_path}/questions/").split("; expected")[0] for finding in check(tmp_path)]
    assert told == [
        "behavioral.yaml:9: a_conflict.probes.result.ask: it can be answered with yes or no",
        'behavioral.yaml:10: a_conflict: "a_conflict" stands here for the second time',
        "behavoral.yaml:1: no round has this name",
        "final.yml:1: the name ends in .yml",
    ]
