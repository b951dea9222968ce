from collections.abc import Callable
from pathlib import Path

import pytest

from interviewsim.domain.loop import PhaseShare
from interviewsim.domain.question import AnswerModel
from interviewsim.domain.rubric import CommitteeRule, Severity, Verdict
from interviewsim.domain.terms import Level, Round, Skill
from interviewsim.errors import InvalidFile, WrongUsage
from interviewsim.rubrics.library import RubricLibrary, check
from tests.rubrics.files import PACK, RUBRIC, acme, write

QUESTION = """\
- id: why_us
  round: screening
  ask: Why this company?
  answer_model: pitch
- id: a_conflict
  round: behavioral
  ask: Tell me about a conflict.
  answer_model: star
  levels: [pm]
  probes: [{for: result, ask: How did it end?}]
  facts: [{id: size, topics: [size], tell: It has ten people., value: 10, unit: people}]
"""


def test_a_rubric_comes_whole_and_typed(tmp_path: Path) -> None:
    rubric = RubricLibrary([acme(tmp_path)]).rubric("acme", Round.BEHAVIORAL)
    ownership, results = rubric.criteria
    assert (ownership.id, ownership.weight, results.weight) == ("ownership", 60, 40)
    assert ownership.skills == {Skill.COMMUNICATION: 50, Skill.PRIORITIZATION: 50}
    assert ownership.anchors[5] == "five" and ownership.next_level[4] == "d"
    assert [(item.level, item.signal) for item in ownership.items] == [
        (2, "own_step"),
        (3, "action:2"),
        (4, "own_steps"),
        (5, ""),
    ]
    assert ownership.judges(AnswerModel.CASE)
    assert rubric.flags[0].severity is Severity.NOTE
    assert rubric.name.startswith("acme/behavioral@sha256:")


def test_a_pack_comes_whole_and_typed(tmp_path: Path) -> None:
    pack = RubricLibrary([acme(tmp_path)]).pack("acme")
    assert pack.bar[Level.SENIOR] == 3.3 and pack.scale[Verdict.HIRE] == "C"
    entry = pack.loop_round(Round.BEHAVIORAL)
    assert entry is not None
    assert entry.interviewer.first_name == "Ada" and entry.interviewer.style == "neutral"
    assert entry.phases == (PhaseShare("intro", 2), PhaseShare("question_1", 16), PhaseShare("close", 2))
    assert pack.committee.rule is CommitteeRule.MEAN


def test_a_packs_questions_are_told_apart_by_round(tmp_path: Path) -> None:
    library = RubricLibrary([acme(tmp_path, questions=QUESTION)])
    (conflict,) = library.questions("acme", Round.BEHAVIORAL)
    assert conflict.id == "a_conflict" and conflict.levels == (Level.PM,)
    probe = conflict.probe_for("result")
    assert probe is not None and probe.ask == "How did it end?"
    assert conflict.facts[0].value == 10
    assert len(library.questions("acme")) == 2
    assert RubricLibrary([acme(tmp_path / "other")]).questions("acme", Round.FINAL) == ()


def test_the_digest_follows_what_is_judged_and_nothing_else(tmp_path: Path) -> None:
    def digest(folder: str, rubric: str, pack: str = PACK) -> str:
        library = RubricLibrary([acme(tmp_path / folder, behavioral=rubric, pack=pack)])
        return library.rubric("acme", Round.BEHAVIORAL).digest

    same = digest("a", RUBRIC)
    assert same == digest("b", RUBRIC.replace("schema: 1", "# a comment\nschema: 1"))
    assert same == digest("c", RUBRIC, PACK.replace("Invented.", "Made up."))
    assert same != digest("d", RUBRIC.replace("three", "drei", 1))
    assert same != digest("e", RUBRIC.replace("their fault", "your fault"))
    assert len(same) == len("sha256:") + 64


def test_the_first_folder_stands_over_the_next_file_by_file(tmp_path: Path) -> None:
    below = acme(tmp_path / "bundled")
    above = write(tmp_path / "home", {"acme/behavioral.yaml": RUBRIC.replace("name: Blame", "name: Fault")})
    library = RubricLibrary([above, below])
    assert library.rubric("acme", Round.BEHAVIORAL).flags[0].name == "Fault"
    assert library.pack("acme").name == "Acme"
    assert library.winners()["acme/behavioral.yaml"] == above / "acme/behavioral.yaml"
    assert library.winners()["acme/pack.yaml"] == below / "acme/pack.yaml"


def test_packs_are_listed_with_generic_first_and_broken_ones_by_id(tmp_path: Path) -> None:
    acme(tmp_path)
    write(tmp_path, {"generic/pack.yaml": PACK.replace("id: acme", "id: generic"), "aa/pack.yaml": "{"})
    library = RubricLibrary([tmp_path, tmp_path / "not there"])
    assert library.packs() == ("generic", "aa", "acme")
    assert library.companies() == (("generic", "Acme"), ("aa", "aa"), ("acme", "Acme"))


@pytest.mark.parametrize(
    "ask",
    [
        lambda library: library.pack("acmee"),
        lambda library: library.rounds("acmee"),
        lambda library: library.questions("acmee", Round.FINAL),
        lambda library: library.rubric("acmee", Round.FINAL),
        lambda library: library.provenance("acmee", Round.FINAL),
    ],
)
def test_an_unknown_pack_is_wrong_usage_with_a_guess(tmp_path: Path, ask: Callable[[RubricLibrary], object]) -> None:
    with pytest.raises(WrongUsage) as caught:
        ask(RubricLibrary([acme(tmp_path)]))
    assert caught.value.message == 'There is no company pack "acmee".'
    assert caught.value.hint == 'Did you mean "acme"? There is acme.'
    assert caught.value.exit_code == 2


def test_a_name_that_leads_out_of_the_folder_is_just_unknown(tmp_path: Path) -> None:
    acme(tmp_path / "outside")
    with pytest.raises(WrongUsage):
        RubricLibrary([tmp_path / "rubrics"]).pack("../outside/acme")


def test_a_round_without_a_rubric_is_wrong_usage_that_lists_the_others(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage) as caught:
        RubricLibrary([acme(tmp_path)]).rubric("acme", Round.CASE_STUDY)
    assert caught.value.message == 'The pack "acme" has no rubric for the round "case-study".'
    assert caught.value.hint == "It has behavioral."


def test_loading_something_broken_tells_the_first_fault_and_how_many_more(tmp_path: Path) -> None:
    rubric = RUBRIC.replace("weight: 60", "wieght: 60").replace("severity: note", "severity: dire")
    with pytest.raises(InvalidFile) as caught:
        RubricLibrary([acme(tmp_path, behavioral=rubric)]).rubric("acme", Round.BEHAVIORAL)
    assert caught.value.exit_code == 3
    assert caught.value.message == (
        f'{tmp_path}/acme/behavioral.yaml:3: criteria.ownership: "weight" is missing, and 2 more.'
    )
    assert "rubrics check" in caught.value.hint


def test_a_folder_in_a_files_place_is_an_invalid_file(tmp_path: Path) -> None:
    folder = write(tmp_path, {"acme/pack.yaml": PACK})
    (folder / "acme/behavioral.yaml").mkdir()
    with pytest.raises(InvalidFile, match="this is a folder"):
        RubricLibrary([folder]).rubric("acme", Round.BEHAVIORAL)


def test_check_finds_everything_in_every_file_at_once(tmp_path: Path) -> None:
    folder = acme(
        tmp_path,
        pack=PACK.replace("vp: 3.8", "vp: 9").replace("minutes: 16", "minutes: 15").replace("id: acme", "id: acne"),
        behavioral=RUBRIC.replace("signal: own_step}", "signal: own_stepp}", 1).replace("level: 5", "level: 4", 1),
        questions=QUESTION.replace("for: result", "for: resutl").replace("  round: screening\n", ""),
        behavoiral=RUBRIC,
    )
    write(folder, {"lonely/final.yaml": RUBRIC, "acme/notes.txt": "not ours"})
    told = [str(finding).removeprefix(f"{folder}/") for finding in check(folder)]
    assert [line.split("; expected")[0] for line in told] == [
        "acme/behavioral.yaml:9: criteria.ownership.items: no item decides on level 5",
        "acme/behavioral.yaml:10: criteria.ownership.items.step.signal: "
        '"own_stepp" is not something that is looked for',
        "acme/behavoiral.yaml:1: no file of a pack has this name",
        "acme/pack.yaml:8: bar.vp: 9 does not fit",
        'acme/pack.yaml:2: id: "acne" is not the name of the folder',
        "acme/pack.yaml:16: loop.behavioral.phases: the phases have 19 minutes together",
        'acme/questions.yaml:1: why_us: "round" is missing',
        'acme/questions.yaml:9: a_conflict.probes.resutl.for: "resutl" cannot be asked after',
        'lonely:1: the pack "lonely" has no pack.yaml',
    ]
    assert told[1].endswith('(did you mean "own_step"?)')
    assert told[2].endswith('(did you mean "behavioral.yaml"?)')


def test_check_of_a_workspace_knows_what_lies_below_it(tmp_path: Path) -> None:
    below = acme(tmp_path / "bundled")
    above = write(tmp_path / "home", {"acme/behavioral.yaml": "schema: 1\nextends: acme/behavioral\nremove: [blame]\n"})
    assert check(above, [below]) == []
    assert check(above) != []
