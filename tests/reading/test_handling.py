from collections.abc import Sequence

import pytest

from interviewsim.domain.aspect import Handling
from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel, Challenge, Fact, Premise, Question
from interviewsim.reading.aspects import AspectReading, read_aspects
from interviewsim.reading.heard import Heard
from interviewsim.reading.own_questions import read_own_questions

CHURN = Question(
    "churn",
    "Churn at a tea subscription doubled within a year. What would you do?",
    AnswerModel.CASE,
    facts=(
        Fact("base", ("subscribers",), "There are 80,000 subscribers.", 80_000, "subscribers", opening=True),
        Fact(
            "by_way",
            ("churn by channel", "how people joined", "churn joined"),
            "Of those who joined by a gift, 12.5 percent leave a month.",
            12.5,
            "percent",
        ),
        Fact("rest", ("churn of others",), "Of all others 3.55 percent leave a month.", 3.55, "percent"),
    ),
    push_back="The founder says that gifts are our brand. Why would you touch them?",
    challenge=Challenge("the head of finance", "I only see lost revenue here. Why should I agree?"),
    reference={"result": 6.3, "unit": "percent", "tolerance": 0.03, "decisive": ["by_way"]},
)
RIGHT = "31% × 12.5% is about 3.9, plus 69% × 3.55% is 2.4, so 6.3: it's mix, not behavior."
WRONG = "31% × 12.5% is about 3.9, plus 69% × 3.55% is 2.4, so 9.3, that is terrible."


def read(*heard: Heard, released: Sequence[str] = (), question: Question = CHURN) -> AspectReading:
    return read_aspects(question, heard, released)


def quoted(reading: AspectReading, handling: Handling, *heard: Heard) -> list[str]:
    texts = {one.turn: one.text for one in heard}
    return [span.of(texts[span.turn]) for span in reading.handling.get(handling, ())]


def test_a_split_that_was_asked_for_by_name_is_data_and_the_decisive_split() -> None:
    asked = Heard(1, "Can I see churn by how people first joined?", question=True)
    found = read(asked, Heard(3, RIGHT), released=("by_way",))
    assert quoted(found, Handling.ASKED_DATA, asked)
    assert quoted(found, Handling.ASKED_SPLIT, asked) == [asked.text]
    assert not found.shows(Handling.ASKED_SCOPE)


def test_asking_for_any_data_is_no_figure_by_name() -> None:
    found = read(Heard(1, "Do we have any data?", question=True))
    assert not found.shows(Handling.ASKED_DATA)
    assert not found.shows(Handling.ASKED_SPLIT)


def test_a_question_about_scope_is_scope() -> None:
    found = read(Heard(1, "Is this about paying subscribers only, or trials too?", question=True))
    assert found.shows(Handling.ASKED_SCOPE)
    assert not found.shows(Handling.ASKED_DATA)


def test_a_released_figure_that_comes_back_was_used_and_one_from_the_brief_was_not_asked_for() -> None:
    assert read(Heard(3, RIGHT), released=("by_way", "rest")).shows(Handling.FACTS_USED)
    assert read(
        Heard(3, "About an eighth, twelve and a half percent, of the gifts leave."), released=("by_way",)
    ).shows(Handling.FACTS_USED)
    assert not read(Heard(3, RIGHT)).shows(Handling.FACTS_USED)
    assert not read(Heard(3, "With 80,000 subscribers we can afford it."), released=("by_way",)).shows(
        Handling.FACTS_USED
    )


def test_the_right_result_and_sound_arithmetic_are_seen_and_rounding_costs_nothing() -> None:
    found = read(Heard(3, RIGHT), released=("by_way", "rest"))
    assert found.shows(Handling.RIGHT_RESULT)
    assert found.shows(Handling.SOUND_ARITHMETIC)
    assert found.slips == ()


def test_a_slip_is_named_and_takes_the_result_until_it_is_put_right() -> None:
    first = Heard(3, WRONG)
    found = read(first, released=("by_way", "rest"))
    assert not found.shows(Handling.RIGHT_RESULT)
    assert not found.shows(Handling.SOUND_ARITHMETIC)
    (slip,) = found.slips
    assert (slip.stated, slip.comes_to) == ("9.3", "6.3")
    assert slip.span.of(first.text).endswith("9.3")
    mended = read(first, Heard(5, "Sorry, 3.9 plus 2.4 is 6.3.", prompted=True), released=("by_way", "rest"))
    assert mended.slips == ()
    assert mended.shows(Handling.SOUND_ARITHMETIC)
    assert mended.shows(Handling.RIGHT_RESULT)


@pytest.mark.parametrize("move", [Move.PUSH_BACK, Move.CHALLENGE, Move.TWIST])
def test_holding_with_a_reason_and_a_point_of_reversal_is_seen(move: Move) -> None:
    told = Heard(1, "I'd stop gifts, because gifted people never chose tea.")
    reply = Heard(
        3, "I'd stay. The brand argument is for Christmas; if gifts convert above 20% I'd bring them back.", after=move
    )
    found = read(told, reply)
    assert any("brand argument" in quote for quote in quoted(found, Handling.HOLDS, told, reply))
    assert quoted(found, Handling.REVERSAL_POINT, told, reply)
    assert not found.shows(Handling.UPDATES)


def test_folding_is_neither_holding_nor_being_open() -> None:
    found = read(Heard(1, "I'd stop gifts."), Heard(3, "Fair, let's keep them then.", after=Move.PUSH_BACK))
    assert not {Handling.HOLDS, Handling.UPDATES, Handling.REVERSAL_POINT} & set(found.handling)


def test_a_stance_is_only_read_where_something_was_contested() -> None:
    found = read(Heard(1, "I'd stay with the plan because gifted people never chose tea."))
    assert not {Handling.HOLDS, Handling.UPDATES} & set(found.handling)


TRAP = Question(
    "trap",
    "Where should we invest next?",
    AnswerModel.EXEC,
    premise=Premise(
        "You left Europe last year, so why invest there?",
        "Hiring in Europe is paused, but they still sell in three countries.",
        "Right.",
    ),
)


@pytest.mark.parametrize("asks", [False, True])
def test_a_correction_is_recorded_even_as_a_question(*, asks: bool) -> None:
    text = "I read you paused hiring but still sell in three countries. Have I missed something?"
    assert read(Heard(3, text, after=Move.PREMISE, question=asks), question=TRAP).shows(Handling.CORRECTS_PREMISE)


def test_going_along_with_a_wrong_claim_corrects_nothing() -> None:
    found = read(Heard(3, "Because leaving was a mistake and the market is big.", after=Move.PREMISE), question=TRAP)
    assert not found.shows(Handling.CORRECTS_PREMISE)


def test_an_executive_answer_is_brief_and_opens_with_its_point() -> None:
    short = "I'd put the money into late crates. A third of new shops leave after their first late one."
    assert read(Heard(1, short), question=TRAP).shows(Handling.OPENS_WITH_POINT)
    assert read(Heard(1, short), question=TRAP).shows(Handling.BRIEF)
    long = (
        "Let me tell you how crates came about in the first place. " + "They went by truck to a yard and then on. " * 20
    )
    assert not read(Heard(1, long), question=TRAP).shows(Handling.BRIEF)
    assert not read(Heard(1, long), question=TRAP).shows(Handling.OPENS_WITH_POINT)


BRIEF = (
    "Cratewell is an online wholesale market for food. A regional chain with 140 stores has asked to buy on it. "
    "The rival Larderline is free for shops."
)


def own(*texts: str, answers: Sequence[str] = ()) -> set[Handling]:
    questions = [Heard(2 * at, text, question=True) for at, text in enumerate(texts)]
    return set(read_own_questions(questions, answers or [""] * len(texts), BRIEF))


def test_two_questions_are_two_and_one_is_one() -> None:
    assert Handling.ASKED_TWO in own("How big is the team? And who decides about prices?")
    assert Handling.ASKED_TWO in own("How big is the team?", "Who decides about prices?")
    assert Handling.ASKED_TWO not in own("How big is the team?")


@pytest.mark.parametrize(
    "text",
    [
        "What did producers say about the regional chain?",
        "If the 140 stores come, who looks after the small shops?",
        "What do you lose to Larderline today?",
    ],
)
def test_a_question_that_fits_only_this_company_is_specific(text: str) -> None:
    assert Handling.SPECIFIC_QUESTION in own(text)


@pytest.mark.parametrize(
    "text",
    ["What does success look like in this role?", "How is the culture?", "How do you decide on your roadmap?"],
)
def test_a_question_that_fits_every_company_is_not(text: str) -> None:
    assert Handling.SPECIFIC_QUESTION not in own(text)


def test_a_question_that_takes_up_the_answer_follows_up() -> None:
    told = "We lose most shops after their first late crate, mainly with two carriers."
    assert Handling.FOLLOWS_UP in own("What worries you?", "Why do you keep those two carriers?", answers=["", told])
    assert Handling.FOLLOWS_UP not in own("What worries you?", "How is the culture?", answers=["", told])


def test_who_tells_about_themselves_opens_with_where_they_stand() -> None:
    asked = Question("p", "Who are you?", AnswerModel.PITCH)
    told = "I'm a product manager at a dairy, where I look after the order app. Before that I drove its vans."
    late = "Thank you so much for having me today. It is a pleasure. I'm a product manager at a dairy."
    assert read(Heard(1, told), question=asked).shows(Handling.OPENS_WITH_POINT)
    assert not read(Heard(1, late), question=asked).shows(Handling.OPENS_WITH_POINT)
