import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewsim.domain.rubric import Topic
from interviewsim.reading.topics import match_topic, root

TOPICS = (
    Topic("crew", ("crew", "who would I work with", "size of the crew", "report to", "engineers"), "Nine people."),
    Topic("rivals", ("rival", "competitor", "competition", "market share"), "Two others."),
    Topic("pay", ("pay", "salary", "compensation", "pay raise"), "Later.", withheld=True),
    Topic("growth", ("promotion", "career path", "grow in the role", "mentoring"), "Slowly."),
    Topic("engineering", ("work with engineering", "technical debt", "release process"), "Weekly."),
    Topic("place", ("remote", "work from home", "office", "travel"), "Two days."),
    Topic("success", ("first ninety days", "success look like", "expectations"), "Ship one thing."),
    Topic("open", ("why is the role open", "predecessor", "last person"), "She moved."),
)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("How big is the crew?", "crew"),
        ("who do i report to", "crew"),
        ("Who would I work with?", "crew"),
        ("Who are your competitors?", "rivals"),
        ("How do you see the competition?", "rivals"),
        ("what's your market share", "rivals"),
        ("What does the job pay?", "pay"),
        ("What salaries do you offer?", "pay"),
        ("How do people get promoted?", "growth"),
        ("Is there a career path for PMs?", "growth"),
        ("how do you handle technical debt", "engineering"),
        ("What does your release process look like?", "engineering"),
        ("Can I work from home?", "place"),
        ("Would I travel a lot?", "place"),
        ("What would success look like?", "success"),
        ("What are your expectations for the first ninety days?", "success"),
        ("Why is the role open?", "open"),
        ("What did the last person do?", "open"),
    ],
)
def test_a_question_finds_its_topic(question: str, topic: str) -> None:
    found = match_topic(question, TOPICS)
    assert found is not None
    assert found.id == topic


@pytest.mark.parametrize(
    "question",
    [
        "",
        "???",
        "Do you have a dog?",
        "What time is it?",
        "What do you think of the weather?",
        "How do you make money?",
        "Is the path to the station lit?",
        "What is your rule about dogs sleeping in the office?",
        "When is your first meeting of the day?",
    ],
)
def test_a_question_about_nothing_in_the_brief_finds_none(question: str) -> None:
    assert match_topic(question, TOPICS) is None


def test_without_topics_nothing_is_found() -> None:
    assert match_topic("How big is the crew?", ()) is None


def test_of_two_topics_named_alike_the_first_in_the_question_wins() -> None:
    first = match_topic("Tell me about travel and salary", TOPICS)
    second = match_topic("Tell me about salary and travel", TOPICS)
    assert first is not None
    assert second is not None
    assert (first.id, second.id) == ("place", "pay")


def test_a_rare_word_beats_one_that_many_topics_share() -> None:
    topics = (Topic("a", ("team size",), "A."), Topic("b", ("team budget",), "B."), Topic("c", ("team lunch",), "C."))
    found = match_topic("What is the budget of a team?", topics)
    assert found is not None
    assert found.id == "b"


def test_half_of_a_phrase_is_not_the_topic() -> None:
    assert match_topic("What is the budget?", (Topic("a", ("team building trip",), "A."),)) is None


def test_forms_of_a_word_share_a_root() -> None:
    assert len({root(word) for word in ("hire", "hires", "hired", "hiring")}) == 1
    assert len({root(word) for word in ("engineer", "engineers", "engineering")}) == 1
    assert len({root(word) for word in ("promote", "promoted", "promotion", "promotions")}) == 1


@given(st.text(max_size=60))
def test_no_question_makes_it_fail(question: str) -> None:
    assert match_topic(question, TOPICS) in (None, *TOPICS)


@given(st.text(st.characters(categories=["Ll"]), min_size=1, max_size=20))
def test_a_root_is_never_empty_and_never_longer(word: str) -> None:
    assert 0 < len(root(word)) <= len(word)
