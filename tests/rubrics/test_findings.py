"""Each thing that can be wrong with a rubric, a pack or a question, and the line that is told."""

from pathlib import Path

import pytest

from interviewsim.rubrics.finding import Finding
from interviewsim.rubrics.library import check
from tests.rubrics.files import PACK, RUBRIC, acme


def told(folder: Path, findings: list[Finding]) -> list[str]:
    return [str(finding).removeprefix(f"{folder}/acme/") for finding in findings]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "about: What",
            "abuot: What",
            "behavioral.yaml:5: criteria.ownership.abuot: unknown key; expected id, name, about, weight, skills,"
            ' anchors, items, next_level, applies_to, phase, tag, least or must_have (did you mean "about"?)',
        ),
        (
            "weight: 60",
            "weight: heavy",
            'behavioral.yaml:6: criteria.ownership.weight: "heavy" does not fit; expected a whole number',
        ),
        (
            "weight: 60",
            "weight: 50",
            "behavioral.yaml:2: criteria: the weights are 90 together; expected 100",
        ),
        (
            "communication: 50",
            "communication: 40",
            "behavioral.yaml:7: criteria.ownership.skills: the shares are 90 together; expected 100",
        ),
        (
            "{communication: 50",
            "{comunication: 50",
            "behavioral.yaml:7: criteria.ownership.skills.comunication: unknown key; expected technical, analytical,"
            ' communication, strategy, empathy or prioritization (did you mean "communication"?)',
        ),
        (
            ", 4: four",
            "",
            "behavioral.yaml:8: criteria.ownership.anchors: level 4 is missing; expected levels 1 to 5",
        ),
        (
            "5: five",
            "5: five, 6: six",
            "behavioral.yaml:8: criteria.ownership.anchors.6: there is no such level; expected levels 1 to 5",
        ),
        (
            "4: d}",
            "4: d, 5: e}",
            "behavioral.yaml:14: criteria.ownership.next_level.5: there is no such level; expected levels 1 to 4",
        ),
        (
            "level: 2",
            "level: 1",
            "behavioral.yaml:10: criteria.ownership.items.step.level: 1 does not fit; expected at least 2",
        ),
        (
            "id: clear",
            "id: step",
            'behavioral.yaml:11: criteria.ownership.items.step: "step" stands here for the second time; expected it'
            " once (first on line 10)",
        ),
        (
            "'action:2'",
            "'action:3'",
            'behavioral.yaml:11: criteria.ownership.items.clear.signal: "action:3" asks for an unknown strength;'
            " expected action or action:2",
        ),
        (
            "signal: own_steps",
            "signal: 'own_steps:2'",
            'behavioral.yaml:12: criteria.ownership.items.steps.signal: "own_steps:2" asks for a strength; expected a'
            " strength only behind achievement, action, actions,",
        ),
        (
            "severity: note",
            "severity: grave",
            'behavioral.yaml:30: flags.blame.severity: "grave" is not known; expected note, concern or critical',
        ),
        (
            "cues: [their fault]",
            "probe: Did you help?",
            "behavioral.yaml:31: flags.blame.probe: it can be answered with yes or no; expected a question that begins"
            " with What, Who, How, Which, Why or Where",
        ),
        (
            "id: ownership",
            "id: Owner ship",
            'behavioral.yaml:3: criteria.Owner ship.id: "Owner ship" does not fit; expected small letters, digits and'
            " underscores",
        ),
        (
            "schema: 1\n",
            "schema: 1\nremove: [blame]\n",
            'behavioral.yaml:2: remove: "remove" stands in a file that extends nothing',
        ),
        ("schema: 1\n", "", 'behavioral.yaml:1: "schema" is missing'),
        ("name: Blame", "name: [a, b]", "behavioral.yaml:29: flags.blame.name: a list does not fit; expected text"),
    ],
)
def test_a_fault_in_a_rubric_is_told_in_one_line(tmp_path: Path, before: str, after: str, expected: str) -> None:
    assert before in RUBRIC
    folder = acme(tmp_path, behavioral=RUBRIC.replace(before, after, 1))
    lines = told(folder, check(folder))
    assert any(line.startswith(expected) for line in lines), lines


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "as_of: 2026-11",
            "as_of: last week",
            'pack.yaml:4: as_of: "last week" does not fit; expected a month such as 2026-11',
        ),
        (", vp: 3.8", "", "pack.yaml:8: bar: vp is missing; expected apm, pm, senior, lead, director or vp"),
        (
            "hire: C, ",
            "",
            "pack.yaml:7: scale: hire is missing; expected strong_no_hire, no_hire, hire or strong_hire",
        ),
        (
            "round: behavioral",
            "round: behavioural",
            'pack.yaml:10: loop.behavioural.round: "behavioural" is not known; expected screening, technical,'
            ' product-sense, behavioral, case-study or final (did you mean "behavioral"?)',
        ),
        (
            "id: question_1",
            "id: question_2",
            'pack.yaml:18: loop.behavioral.phases.question_2.id: there is no phase "question_2"; expected intro,'
            ' question_1, candidate_questions or close (did you mean "question_1"?)',
        ),
        (
            "questions: 1",
            "questions: 2",
            "pack.yaml:16: loop.behavioral.phases: question_2 is missing; expected intro, question_1, question_2,"
            " candidate_questions or close",
        ),
        (
            "      - {id: intro, minutes: 2}\n      - {id: question_1, minutes: 16}\n",
            "      - {id: question_1, minutes: 16}\n      - {id: intro, minutes: 2}\n",
            "pack.yaml:16: loop.behavioral.phases: the phases are out of order or doubled; expected intro, question_1,"
            " close",
        ),
        (
            "loop:",
            "confidence: {process: rumored}\nloop:",
            'pack.yaml:9: confidence.process: "rumored" is not known; expected official, reported or inferred',
        ),
        (
            "loop:",
            "answers: [{id: pay, topics: [], tell: Why do you ask?}]\nloop:",
            "pack.yaml:9: answers.pay.tell: an answer asks something; expected an answer",
        ),
        (
            "loop:",
            "committee: {rule: mean, flor: 2}\nloop:",
            'pack.yaml:9: committee.flor: unknown key; expected rule, floor or rebut_strong_no (did you mean "floor"?)',
        ),
    ],
)
def test_a_fault_in_a_pack_is_told_in_one_line(tmp_path: Path, before: str, after: str, expected: str) -> None:
    assert before in PACK
    folder = acme(tmp_path, pack=PACK.replace(before, after, 1))
    lines = told(folder, check(folder))
    assert expected in lines, lines


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("{id: a, round: final, answer_model: exec, ask: 'Why? And how?'}", "a.ask: it asks 2 questions; expected one"),
        (
            "{id: a, round: final, answer_model: exec, ask: Your plans.}",
            "a.ask: it asks nothing; expected a question, or a sentence that begins with Tell, Describe, Take"
            " or the like",
        ),
        (
            f"{{id: a, round: final, answer_model: exec, ask: Tell me {'more ' * 40}}}",
            "a.ask: it has 42 words; expected at most 40",
        ),
        (
            "{id: a, round: final, answer_model: exec, ask: 'What broke, and who fixed it?'}",
            "a.ask: two questions are joined into one; expected one question",
        ),
        (
            "{id: a, round: final, answer_model: exec, ask: 'Great. What broke?'}",
            'a.ask: it praises ("Great"); expected a neutral word, or none',
        ),
        (
            "{id: a, round: final, answer_model: exec, ask: Tell me about it and remember to give numbers.}",
            'a.ask: it helps the candidate ("remember to"); expected a question that gives nothing away',
        ),
        (
            "{id: a, round: final, answer_model: exex, ask: Tell me.}",
            'a.answer_model: "exex" is not known; expected star, pitch, explain, system, debug, design, critique,'
            ' metrics, estimate, prioritize, strategy, case or exec (did you mean "exec"?)',
        ),
        (
            "{id: a, round: final, answer_model: exec, ask: Tell me., probes: [{for: result, ask: How did it end}]}",
            "a.probes.result.ask: it is not one question; expected one question mark, at the end",
        ),
        (
            "{id: a, round: final, answer_model: exec, ask: Tell me., probes: [{for: result, ask: Was it good?}]}",
            "a.probes.result.ask: it can be answered with yes or no; expected a question that begins with What, Who,"
            " How, Which, Why or Where",
        ),
    ],
)
def test_a_fault_in_a_question_is_told_in_one_line(tmp_path: Path, question: str, expected: str) -> None:
    folder = acme(tmp_path, questions=f"- {question}\n")
    assert f"questions.yaml:1: {expected}" in told(folder, check(folder))


def test_a_question_file_that_is_no_list_is_told_so(tmp_path: Path) -> None:
    folder = acme(tmp_path, questions="id: a\n")
    assert told(folder, check(folder)) == [
        "questions.yaml:1: this is not a list; expected questions, each beginning with `- id:`"
    ]


def test_a_finding_never_carries_what_a_terminal_would_obey() -> None:
    assert str(Finding("a.yaml", 3, "a\x1b[31m", "b\nc")) == "a.yaml:3: a [31m: b c"


def test_an_item_may_be_seen_by_any_of_several_signals(tmp_path: Path) -> None:
    folder = acme(tmp_path, behavioral=RUBRIC.replace("signal: own_steps", "signal: 'holds|updates'"))
    assert check(folder) == []


def test_each_of_several_signals_has_to_be_known(tmp_path: Path) -> None:
    folder = acme(tmp_path, behavioral=RUBRIC.replace("signal: own_steps", "signal: 'holds|updtes'", 1))
    (line,) = told(folder, check(folder))
    assert line.startswith('behavioral.yaml:12: criteria.ownership.items.steps.signal: "updtes" is not something')
