import json
from dataclasses import replace

import pytest
from hypothesis import given

from interviewsim.domain.scorecard import Scorecard
from interviewsim.errors import WrongUsage
from interviewsim.grading.levels import level_reads
from interviewsim.reports import report
from interviewsim.transcripts.codec import opened_to_json, scorecard_from_json, scorecard_to_json
from tests.golden.samples import OPENED, PACK, RUBRIC, SCORECARD
from tests.reports.sessions import GRADED, UNGRADED, graded, graded_twice
from tests.transcripts.values import as_stored, instances_of


def test_a_report_is_line_one_the_turns_and_the_grades() -> None:
    told = json.loads(report(graded_twice(), "json"))
    assert list(told) == ["session", "turns", "grades", "levels"]
    assert told["session"] == json.loads(json.dumps(opened_to_json(OPENED)))
    assert [turn["turn"] for turn in told["turns"]] == [1, 2, 3, 4, 5, 6]
    assert [grade["grade"] for grade in told["grades"]] == [1, 2]
    assert told["grades"][0] == json.loads(json.dumps(scorecard_to_json(SCORECARD)))


def test_every_quote_is_found_in_its_turn_by_its_offsets() -> None:
    told = json.loads(report(GRADED, "json"))
    texts = {turn["turn"]: turn["text"] for turn in told["turns"] if turn["who"] == "candidate"}
    places = [place for criterion in told["grades"][0]["criteria"] for place in criterion["evidence"]]
    assert len(places) == 3
    assert all(texts[place["turn"]][place["start"] : place["end"]] == place["quote"] for place in places)


def test_a_session_without_a_grade_has_an_empty_list_of_grades() -> None:
    assert json.loads(report(UNGRADED, "json"))["grades"] == []


def test_each_grade_is_read_at_every_level_that_the_company_has_a_bar_for() -> None:
    told = json.loads(report(GRADED, "json"))
    reads = level_reads(SCORECARD, RUBRIC, PACK)
    assert [entry["grade"] for entry in told["levels"]] == [SCORECARD.grade]
    assert [at["level"] for at in told["levels"][0]["at"]] == [read.level.value for read in reads] != []
    assert [at["verdict"] for at in told["levels"][0]["at"]] == [read.verdict.value for read in reads]
    assert {at["bar"] for at in told["levels"][0]["at"]} == set(PACK.bar.values())


def test_a_grade_by_another_ruler_is_read_at_no_level() -> None:
    card = replace(SCORECARD, grader=replace(SCORECARD.grader, rubric="acme/behavioral@sha256:0"))
    assert json.loads(report(graded(card), "json"))["levels"] == [{"grade": card.grade, "at": []}]


def test_private_notes_are_in_no_report() -> None:
    assert all("ask about the team" not in report(GRADED, form) for form in ("text", "md", "json"))


@given(instances_of(Scorecard))
def test_every_grade_comes_back_out_of_a_report(card: Scorecard) -> None:
    told = json.loads(report(graded(card), "json"))
    assert scorecard_from_json(told["grades"][0]) == as_stored(card)


def test_an_unknown_form_names_the_known_ones() -> None:
    with pytest.raises(WrongUsage) as caught:
        report(GRADED, "pdf\x1b")
    assert caught.value.hint == "Choose one of text, md, html, json."
