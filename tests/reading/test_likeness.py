"""How like a request and the lines of a sheet are: by words, by their kin, and by how rare they are."""

import pytest

from interviewsim.domain.question import Fact
from interviewsim.reading.clauses import clauses_of
from interviewsim.reading.likeness import likenesses

FACTS = (
    Fact("price", ("price of a box",), "A box is 24 dollars.", 24, "dollars"),
    Fact("late", ("late deliveries",), "9 percent of boxes come late.", 9, "percent"),
    Fact("rival", ("rival",), "A rival, Beanly, began in March.", None, ""),
)


@pytest.mark.parametrize(
    ("asked", "fact"),
    [("How expensive is it?", "price"), ("Are there delays?", "late"), ("Any competition?", "rival")],
)
def test_a_kindred_word_stands_for_the_word(asked: str, fact: str) -> None:
    first, second, _ = likenesses(asked, FACTS, frozenset())
    assert first.fact.id == fact
    assert first.score > second.score


@pytest.mark.parametrize("asked", ["How many?", "What share?", "Anything else?"])
def test_what_names_nothing_is_covered_by_nothing(asked: str) -> None:
    assert max(like.covers for like in likenesses(asked, FACTS, frozenset())) == 0


def test_a_word_that_no_line_knows_weighs_against_all() -> None:
    (alone, *_), (beside, *_) = (likenesses(asked, FACTS, frozenset()) for asked in ("price", "price of insurance"))
    assert alone.covers > beside.covers


@pytest.mark.parametrize(
    "text", ["What did it cost to win somebody?", "How was it on Tuesday?", "How many of them asked for it?"]
)
def test_a_question_that_nothing_follows_is_put_to_the_reader(text: str) -> None:
    (clause,) = clauses_of(text)
    assert clause.asks
    assert not (clause.self_asked or clause.told)


def test_a_question_that_is_answered_at_once_is_put_to_oneself() -> None:
    first, _ = clauses_of("So what did I do? I called the branches.")
    assert first.self_asked
