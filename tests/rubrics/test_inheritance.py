from pathlib import Path

import pytest

from interviewsim.domain.rubric import Rubric
from interviewsim.domain.terms import Round, Skill
from interviewsim.errors import InvalidFile
from interviewsim.rubrics.library import RubricLibrary, check
from tests.rubrics.files import CRITERION, PACK, acme, write

CHILD = PACK.replace("id: acme", "id: child")


def child(folder: Path, rubric: str) -> RubricLibrary:
    acme(folder)
    return RubricLibrary([write(folder, {"child/pack.yaml": CHILD, "child/behavioral.yaml": rubric})])


def resolved(folder: Path, rubric: str) -> Rubric:
    return child(folder, rubric).rubric("child", Round.BEHAVIORAL)


def first_fault(folder: Path, rubric: str) -> str:
    with pytest.raises(InvalidFile) as caught:
        resolved(folder, rubric)
    return caught.value.message.removeprefix(f"{folder}/")


def test_a_child_says_only_what_is_different(tmp_path: Path) -> None:
    rubric = resolved(
        tmp_path,
        "schema: 1\nextends: acme/behavioral\ncriteria:\n  - id: results\n    name: Outcome\n    anchors: {3: drei}\n",
    )
    ownership, results = rubric.criteria
    assert (ownership.name, results.name) == ("Ownership", "Outcome")
    assert results.anchors == {1: "one", 2: "two", 3: "drei", 4: "four", 5: "five"}
    assert rubric.pack == "child"


def test_entries_are_replaced_in_place_and_new_ones_come_last(tmp_path: Path) -> None:
    added = CRITERION.format(id="care", weight=30)
    rubric = resolved(
        tmp_path,
        f"schema: 1\nextends: acme/behavioral\ncriteria:\n{added}  - {{id: ownership, weight: 30}}\n",
    )
    assert [(criterion.id, criterion.weight) for criterion in rubric.criteria] == [
        ("ownership", 30),
        ("results", 40),
        ("care", 30),
    ]


def test_items_are_told_apart_by_id_too(tmp_path: Path) -> None:
    rubric = resolved(
        tmp_path,
        "schema: 1\nextends: acme/behavioral\ncriteria:\n"
        "  - id: ownership\n    remove: [steps]\n    items:\n"
        "      - {id: step, text: Said I once.}\n      - {id: proof, level: 4, text: Shows proof.}\n",
    )
    assert [(item.id, item.text) for item in rubric.criteria[0].items] == [
        ("step", "Said I once."),
        ("clear", "Tells it clearly."),
        ("beyond", "Went beyond the role."),
        ("proof", "Shows proof."),
    ]


def test_shares_of_skills_are_replaced_whole(tmp_path: Path) -> None:
    rubric = resolved(
        tmp_path,
        "schema: 1\nextends: acme/behavioral\ncriteria:\n  - {id: results, skills: {analytical: 100}}\n",
    )
    assert rubric.criteria[1].skills == {Skill.ANALYTICAL: 100}


def test_criteria_and_flags_can_be_removed(tmp_path: Path) -> None:
    rubric = resolved(
        tmp_path,
        "schema: 1\nextends: acme/behavioral\nremove: [results, blame]\ncriteria:\n  - {id: ownership, weight: 100}\n",
    )
    assert [criterion.id for criterion in rubric.criteria] == ["ownership"]
    assert rubric.flags == ()


def test_removing_what_is_not_there_is_a_fault_with_a_guess(tmp_path: Path) -> None:
    assert first_fault(tmp_path, "schema: 1\nextends: acme/behavioral\nremove: [resluts]\n") == (
        'child/behavioral.yaml:3: remove: "resluts" is not there to be removed; expected ownership, results or blame'
        ' (did you mean "results"?).'
    )


def test_extending_what_does_not_exist_is_a_fault_with_a_guess(tmp_path: Path) -> None:
    assert first_fault(tmp_path, "schema: 1\nextends: acme/behaviorall\n") == (
        'child/behavioral.yaml:2: extends: there is no "acme/behaviorall" (did you mean "acme/behavioral"?).'
    )


@pytest.mark.parametrize("name", ["../secret", "/etc/hosts", "a/b/c", "''", "[a]", "acme/Behavioral"])
def test_extending_what_is_no_name_is_a_fault(tmp_path: Path, name: str) -> None:
    assert first_fault(tmp_path, f"schema: 1\nextends: {name}\n").startswith("child/behavioral.yaml:2: extends: this ")


def test_files_that_extend_each_other_are_told_as_a_circle(tmp_path: Path) -> None:
    acme(tmp_path, behavioral="schema: 1\nextends: child/behavioral\n")
    write(tmp_path, {"child/pack.yaml": CHILD, "child/behavioral.yaml": "schema: 1\nextends: acme/behavioral\n"})
    with pytest.raises(InvalidFile) as caught:
        RubricLibrary([tmp_path]).rubric("child", Round.BEHAVIORAL)
    assert "child/behavioral -> acme/behavioral -> child/behavioral" in caught.value.message


def test_a_file_that_extends_itself_with_nothing_below_is_a_fault(tmp_path: Path) -> None:
    folder = acme(tmp_path, behavioral="schema: 1\nextends: acme/behavioral\n")
    with pytest.raises(InvalidFile, match='there is no "acme/behavioral"'):
        RubricLibrary([folder]).rubric("acme", Round.BEHAVIORAL)


def test_a_workspace_file_can_extend_the_one_it_stands_over(tmp_path: Path) -> None:
    below = acme(tmp_path / "bundled")
    above = write(tmp_path / "home", {"acme/behavioral.yaml": "schema: 1\nextends: acme/behavioral\nremove: [blame]\n"})
    assert RubricLibrary([above, below]).rubric("acme", Round.BEHAVIORAL).flags == ()


def test_every_value_keeps_the_file_and_line_it_came_from(tmp_path: Path) -> None:
    library = child(
        tmp_path, "schema: 1\nextends: acme/behavioral\ncriteria:\n  - id: results\n    anchors: {3: drei}\n"
    )
    origins = library.provenance("child", Round.BEHAVIORAL)
    own, inherited = origins["criteria.results.anchors.3"], origins["criteria.results.anchors.4"]
    assert (own.file, own.line, own.value) == (str(tmp_path / "child/behavioral.yaml"), 5, "drei")
    assert (inherited.file, inherited.line, inherited.value) == (str(tmp_path / "acme/behavioral.yaml"), 20, "four")


def test_a_fault_that_only_the_whole_has_is_told_in_the_file_that_made_it(tmp_path: Path) -> None:
    assert first_fault(tmp_path, "schema: 1\nextends: acme/behavioral\ncriteria:\n  - {id: results, weight: 50}\n") == (
        "child/behavioral.yaml:3: criteria: the weights are 110 together; expected 100."
    )


def test_a_pack_that_extends_another_has_its_rounds_and_answers_too(tmp_path: Path) -> None:
    acme(tmp_path)
    write(tmp_path, {"young/pack.yaml": "schema: 1\nextends: acme\nid: young\nname: Young Acme\nbar: {pm: 3.4}\n"})
    library = RubricLibrary([tmp_path])
    assert check(tmp_path) == []
    assert library.pack("young").name == "Young Acme" and library.pack("young").brief == "They make things."
    assert library.rounds("young") == (Round.BEHAVIORAL,)
    rubric = library.rubric("young", Round.BEHAVIORAL)
    assert rubric.pack == "young"
    assert rubric.digest == library.rubric("acme", Round.BEHAVIORAL).digest
