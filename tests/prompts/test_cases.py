"""The sheets behind the questions: sums that hold, figures that can be had, and words that lead to one fact each."""

import ast
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from interviewsim.domain.aspect import Aspect
from interviewsim.domain.question import AnswerModel, Fact, Question
from interviewsim.domain.rubric import Topic
from interviewsim.domain.stages import PARTS
from interviewsim.domain.terms import Level, Round
from interviewsim.engine.desk import facts_wanted, wanted_from_desk
from interviewsim.prompts.library import PromptLibrary
from interviewsim.reading.topics import match_topic
from interviewsim.rubrics.library import RubricLibrary
from tests.rubrics.files import PROMPTS, RUBRICS

LIBRARY, PACKS = PromptLibrary([PROMPTS]), RubricLibrary([RUBRICS])
OF_PACKS = tuple(question for pack in PACKS.packs() for question in PACKS.questions(pack))
ALL = (*(question for round_ in Round for question in LIBRARY.questions(round_)), *OF_PACKS)
WORKED = tuple(question for question in ALL if question.reference.get("path"))
BANK = LIBRARY.questions(Round.CASE_STUDY)
CASES = {question.id: question for question in BANK}
REQUESTS = Path(__file__).with_name("requests.txt")
EVERY_CASE = "*"
NO_FACT = "-"
PLAIN = frozenset({0.0, 1.0, 2.0, 12.0, 52.0, 60.0, 100.0})
"""What needs no source: nothing, a whole, twice, months and weeks of a year, minutes of an hour, percent."""
_WORDS = "zero one two three four five six seven eight nine ten eleven twelve"
IN_WORDS = {"half": 50.0, "fifth": 20.0, **{word: float(size) for size, word in enumerate(_WORDS.split())}}
EXACT = 0.005
"""How far a line's result may be off, of itself: they are written rounded."""
SIGNS: Mapping[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def worth(node: ast.expr) -> float:
    """What an expression of plain arithmetic comes to."""
    match node:
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -worth(operand)
        case ast.BinOp(left=left, op=op, right=right):
            return SIGNS[type(op)](worth(left), worth(right))
        case _:
            raise ValueError(f"not arithmetic: {ast.unparse(node)}")


def lines_of(question: Question) -> Iterator[tuple[str, float, float]]:
    """The lines of a path: what is worked out, what it comes to, and what stands there."""
    path = question.reference.get("path")
    assert isinstance(path, list | tuple)
    for line in path:
        left, _, right = str(line).rpartition("=")
        yield left.strip(), worth(ast.parse(left.strip(), mode="eval").body), float(right)


def figures(text: str) -> set[float]:
    return {float(found.replace(",", "")) for found in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", text)}


def in_words(text: str) -> set[float]:
    return {IN_WORDS[word] for word in re.findall(r"[a-z]+", text.lower()) if word in IN_WORDS}


def said_as(known: set[float]) -> set[float]:
    """The figures in every form in which a sum may use them: as a share, and as what is left of the whole."""
    shares = known | {one / 100 for one in known}
    return shares | {1 - one for one in shares if one < 1} | {100 - one for one in known if one < 100} | PLAIN


def told(question: Question) -> set[float]:
    said = " ".join([question.ask, *(fact.tell for fact in question.facts)])
    return figures(said) | in_words(said) | {fact.value for fact in question.facts if fact.value is not None}


def same(one: float, other: float, within: float = 1e-9) -> bool:
    return abs(one - other) <= within * max(abs(one), abs(other), 1e-12) + 1e-12


def listed(question: Question, key: str) -> list[str]:
    found = question.reference.get(key, [])
    assert isinstance(found, list | tuple)
    return [str(one) for one in found]


def settling(question: Question) -> list[float]:
    """The figures by which the question counts as solved."""
    result = question.reference.get("result")
    return [float(one) for one in ([] if result is None else [str(result)]) + listed(question, "also")]


def requests() -> list[tuple[str, str, str]]:
    """Question, fact and words of every request of the list."""
    found, case = [], ""
    for line in REQUESTS.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            case = line.strip("[]")
        elif line.strip() and not line.startswith("#"):
            fact, _, asked = line.partition(":")
            found += [(case, fact, one.strip()) for one in asked.split("|")]
    return found


ASKED = [one for one in requests() if one[0] != EVERY_CASE]
VAGUE = [asked for case, _, asked in requests() if case == EVERY_CASE]


def sheet(question: Question) -> tuple[Topic, ...]:
    return tuple(Topic(fact.id, fact.topics, fact.tell) for fact in question.facts)


def led_to(question: Question, asked: str) -> str:
    found = match_topic(asked, sheet(question))
    return found.id if found else NO_FACT


# --- sums


@pytest.mark.parametrize("question", WORKED, ids=lambda question: question.id)
def test_every_line_of_a_path_holds(question: Question) -> None:
    for line, comes_to, stated in lines_of(question):
        assert same(comes_to, stated, EXACT), (line, comes_to, stated)


@pytest.mark.parametrize("question", WORKED, ids=lambda question: question.id)
def test_every_figure_of_a_path_was_told_or_worked_out_before(question: Question) -> None:
    known = said_as(told(question))
    for line, comes_to, stated in lines_of(question):
        for figure in figures(line):
            assert any(same(figure, one) for one in known), (figure, line)
        known |= said_as({abs(stated), abs(comes_to)})


@pytest.mark.parametrize("question", [q for q in WORKED if settling(q)], ids=lambda question: question.id)
def test_the_result_is_reached_by_the_path_and_by_nothing_shorter(question: Question) -> None:
    reached = [stated for _, _, stated in lines_of(question)]
    tolerance = float(str(question.reference.get("tolerance", 0.03)))
    for result in settling(question):
        assert any(same(abs(one), result, EXACT) for one in reached), result
        for figure in told(question):
            assert not same(result, figure, tolerance), (result, figure, "can be had without working it out")


@pytest.mark.parametrize("text", ["__import__('os')", "a + 1", "2 ** 9", "[1]", "(1).real"])
def test_a_line_that_is_no_plain_arithmetic_is_not_evaluated(text: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        worth(ast.parse(text, mode="eval").body)


# --- sheets


@pytest.mark.parametrize("question", [q for q in ALL if q.reference and q.facts], ids=lambda question: question.id)
def test_what_a_reference_names_is_on_the_sheet_and_kept_apart(question: Question) -> None:
    known = {fact.id for fact in question.facts}
    decisive, irrelevant = set(listed(question, "decisive")), set(listed(question, "irrelevant"))
    assert decisive | irrelevant <= known
    assert not decisive & irrelevant
    opening = {fact.id for fact in question.facts if fact.opening}
    assert not opening & decisive


@pytest.mark.parametrize("question", BANK, ids=lambda question: question.id)
def test_a_case_has_facts_that_decide_and_facts_that_lead_nowhere(question: Question) -> None:
    assert 6 <= len(question.facts) <= 12
    assert 1 <= len(listed(question, "irrelevant")) <= 3
    assert 2 <= len(listed(question, "decisive")) <= 3
    assert str(question.reference.get("insight", "")).strip()


@pytest.mark.parametrize("question", BANK, ids=lambda question: question.id)
def test_what_leads_nowhere_is_in_no_sum(question: Question) -> None:
    away = set(listed(question, "irrelevant"))
    kept = [fact.tell for fact in question.facts if fact.id not in away]
    said = " ".join([question.ask, *kept])
    known = said_as(figures(said) | in_words(said))
    for line, comes_to, stated in lines_of(question):
        assert all(any(same(figure, one) for one in known) for figure in figures(line)), line
        known |= said_as({abs(stated), abs(comes_to)})


def facts() -> list[tuple[str, Fact]]:
    return [(question.id, fact) for question in BANK for fact in question.facts]


@pytest.mark.parametrize(("case", "fact"), facts(), ids=lambda one: one.id if isinstance(one, Fact) else one)
def test_a_fact_is_one_sentence_that_holds_its_value_and_does_not_comment(case: str, fact: Fact) -> None:
    assert re.search(r"\.$", fact.tell) and not re.search(r"[.?!]\s+[A-Z]", fact.tell), fact.tell
    assert not re.search(r"\b(?:only|surprising\w*|interesting\w*|note|unfortunately|important\w*)\b", fact.tell)
    assert (fact.value is None) == (fact.unit == "")
    if fact.value is not None:
        assert {fact.value, fact.value / 1e6} & (figures(fact.tell) | in_words(fact.tell)), fact.tell


# --- asking


def test_there_are_three_ways_or_more_to_ask_for_every_fact() -> None:
    listed_for = {(case, fact) for case, fact, _ in ASKED}
    assert listed_for == {(case, fact.id) for case, fact in facts()}
    for wanted in listed_for:
        assert len({asked for case, fact, asked in ASKED if (case, fact) == wanted}) >= 3, wanted


@pytest.mark.parametrize("question", BANK, ids=lambda question: question.id)
def test_a_natural_request_leads_to_its_fact_and_to_no_other(question: Question) -> None:
    astray = [
        (asked, fact, led)
        for case, fact, asked in ASKED
        if case == question.id and (led := led_to(question, asked)) != fact
    ]
    assert astray == []


@pytest.mark.parametrize("question", BANK, ids=lambda question: question.id)
def test_asking_for_data_as_such_leads_to_no_fact(question: Question) -> None:
    assert [asked for asked in VAGUE if led_to(question, asked) != NO_FACT] == []
    assert [asked for asked in VAGUE if facts_wanted(question, wanted_from_desk(asked, question))] == []


@pytest.mark.parametrize("question", BANK, ids=lambda question: question.id)
def test_at_the_desk_what_decides_can_be_had_in_two_ways_or_more(question: Question) -> None:
    for decisive in listed(question, "decisive"):
        ways = [asked for case, fact, asked in ASKED if (case, fact) == (question.id, decisive)]
        had = [
            one for one in ways if decisive in {f.id for f in facts_wanted(question, wanted_from_desk(one, question))}
        ]
        assert len(had) >= 2, (decisive, ways)


def test_at_the_desk_hardly_a_request_gets_a_fact_that_it_did_not_ask_for() -> None:
    astray = []
    for case, wanted, asked in ASKED:
        got = {fact.id for fact in facts_wanted(CASES[case], wanted_from_desk(asked, CASES[case]))}
        if got and wanted not in got:
            astray.append((case, wanted, asked, got))
    assert len(astray) <= len(ASKED) / 100, astray


def test_the_churn_case_gives_the_split_to_who_asks_for_it_and_nothing_with_it() -> None:
    question = CASES["cs_fish_box_churn"]
    asked = "Can I see churn by how people first joined?"
    got = facts_wanted(question, wanted_from_desk(asked, question))
    assert [fact.id for fact in got] == ["churn_by_joining"]
    assert not re.search(r"margin|cost|\$|mix", got[0].tell)


# --- questions


def test_the_bank_has_every_kind_of_case() -> None:
    models = [question.answer_model for question in BANK]
    assert models.count(AnswerModel.CASE) >= 6
    assert {models.count(model) for model in (AnswerModel.DEBUG, AnswerModel.ESTIMATE)} == {2}
    assert models.count(AnswerModel.PRIORITIZE) == models.count(AnswerModel.STRATEGY) == 2
    tags = {tag for question in BANK for tag in question.tags}
    assert {"churn", "funnel", "pricing", "kill", "market_entry", "trust", "unit_economics", "growth", "ai"} <= tags


@pytest.mark.parametrize("level", Level)
def test_every_level_has_cases_for_several_rounds(level: Level) -> None:
    assert sum(level in question.levels for question in BANK) >= 6


@pytest.mark.parametrize("question", BANK, ids=lambda question: question.id)
def test_a_case_lays_out_its_matter_and_ends_in_one_question(question: Question) -> None:
    laid_out = question.opening.split()
    assert 40 <= len(laid_out) <= 120
    assert question.ask.endswith("?") and question.ask.count("?") == 1


@pytest.mark.parametrize("question", BANK, ids=lambda question: question.id)
def test_a_case_can_follow_up_on_every_part_and_be_contested(question: Question) -> None:
    parts: tuple[Aspect, ...] = PARTS[question.answer_model]
    assert [part for part in parts if question.probe_for(part) is None] == []
    assert len(question.hints) == 3
    contested = {
        AnswerModel.DEBUG: question.twist and question.push_back,
        AnswerModel.STRATEGY: question.twist and question.push_back,
    }.get(question.answer_model, question.challenge and question.challenge.say)
    assert contested and str(question.challenge.say if question.challenge else question.push_back).endswith("?")


def test_nothing_that_is_asked_stands_twice_among_the_cases() -> None:
    asked = [probe.ask for question in BANK for probe in question.probes]
    assert sorted({one for one in asked if asked.count(one) > 1}) == []


@pytest.mark.parametrize("question", BANK, ids=lambda question: question.id)
def test_what_is_asked_gives_no_figure_away(question: Question) -> None:
    known = figures(question.opening) | {0.0, 1.0}
    for line in (*(probe.ask for probe in question.probes), question.hints[0], question.hints[1]):
        assert figures(line) <= known, line
    for line in (*question.hints, question.twist, question.push_back):
        assert not any(same(figure, result, 0.03) for figure in figures(line) for result in settling(question)), line
