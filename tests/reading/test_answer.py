from hypothesis import given, settings
from hypothesis import strategies as st

from interviewsim.reading.answer import read_answer
from interviewsim.reading.findings import AnswerReading, AnswerType, Flaw, Part, Said, Signal

ASKED = "Tell me about a time you improved something at work."
FIRST = "We saw drop-off at checkout, we redesigned it and it went well."
REPLY = "I ran six store visits and cut the address step. Completion went from 61 to 70 percent in a month."
STUFFED = (
    "Situation: users. Task: align stakeholders. Action: leveraged data-driven RICE prioritization. "
    "Result: significant impact."
)
TOLD = (
    "Last March our ferry line sold twice as many tickets as there were seats on Sundays. It was my job to stop the "
    "queue at the gate before Easter. I counted boarding passes on three Sundays because the sales "
    "report looked wrong. "
    "I then asked the harbor office for a second gate and moved two clerks to it. As a result the wait fell from forty "
    "minutes to twelve, and the captain thanked us."
)
RANK = [AnswerType.NONE, AnswerType.HYPOTHETICAL, AnswerType.HABIT, AnswerType.VAGUE, AnswerType.STORY]


def reading(*texts: str) -> AnswerReading:
    return read_answer(ASKED, [Said(2 * at, text, prompted=at > 1) for at, text in enumerate(texts, 1)])


def quotes(found: AnswerReading, part: Part, *texts: str) -> list[str]:
    return [span.of(texts[span.turn // 2 - 1]) for span in found.parts[part].spans]


def test_a_story_told_in_two_turns_is_one_story_with_a_prompted_result() -> None:
    found = reading(FIRST, REPLY)
    assert found.type is AnswerType.STORY
    assert any("cut the address step" in quote for quote in quotes(found, Part.ACTION, FIRST, REPLY))
    result = found.parts[Part.RESULT]
    assert result.strength == 2
    assert result.prompted
    assert "from 61 to 70 percent in a month" in quotes(found, Part.RESULT, FIRST, REPLY)[0]
    assert not {Flaw.NO_RESULT, Flaw.NO_NUMBER} & set(found.flaws)
    assert found.shows(Signal.MEASURE)
    assert found.shows(Signal.BASELINE)


def test_a_setting_told_only_when_asked_for_is_found_and_prompted() -> None:
    first = (
        "I was told to get the bridge toll paid by card. I wrote to the bank, I tested two readers on a Sunday and I "
        "taught both guards. They stopped counting coins by April and the queue fell to a minute."
    )
    second = "That was on a river crossing near the border in 2017. The old booth had broken down twice that winter."
    situation = reading(first, second).parts[Part.SITUATION]
    assert situation.present
    assert any(span.turn == 4 for span in situation.spans)


def test_own_steps_are_never_shown_by_a_clause_of_the_group() -> None:
    found = reading(FIRST, REPLY)
    shown = [span.of((FIRST, REPLY)[span.turn // 2 - 1]) for span in found.signals[Signal.OWN_STEP]]
    assert shown
    assert not any("we " in quote for quote in shown)


def test_labels_and_framework_names_tell_no_story() -> None:
    found = reading(STUFFED)
    assert found.type is not AnswerType.STORY
    assert all(not part.present for part in found.parts.values())
    assert found.signals == {}


def test_a_whole_telling_shows_every_part_clearly() -> None:
    found = reading(TOLD)
    assert found.type is AnswerType.STORY
    assert {part: found.parts[part].strength for part in Part} == dict.fromkeys(Part, 2)
    assert found.shows(Signal.TIME_OR_PLACE)
    assert found.shows(Signal.REASON)


def test_steps_of_the_group_alone_are_a_thin_action() -> None:
    found = reading("Last year we rebuilt the bus timetable, we trained the drivers and we printed new maps.")
    assert found.parts[Part.ACTION].strength <= 1
    assert Flaw.WE_FOR_I in found.flaws


def test_what_one_would_do_is_hypothetical() -> None:
    found = reading("I would first call the customer. Then I'd check the logs and I would offer a refund.")
    assert found.type is AnswerType.HYPOTHETICAL
    assert found.flaws == (Flaw.HYPOTHETICAL,)
    assert all(not part.present for part in found.parts.values())


def test_what_one_usually_does_is_a_habit() -> None:
    found = reading("I usually sit down with the engineer and talk it through.")
    assert found.type is AnswerType.HABIT
    assert Flaw.HABIT in found.flaws


def test_never_having_had_the_case_is_no_answer_but_not_off_the_question() -> None:
    found = reading("I can't think of a time when that happened to me.")
    assert found.type is AnswerType.NONE
    assert Flaw.OFF_QUESTION not in found.flaws
    assert found.ungradable == ""


def test_dictation_without_stops_or_capitals_is_read_as_clean_text_is() -> None:
    plain = TOLD.lower().replace(".", " and").replace(",", "")
    found = reading(plain)
    assert found.type is AnswerType.STORY
    assert all(found.parts[part].present for part in (Part.SITUATION, Part.ACTION, Part.RESULT))
    assert max(len(span.of(plain).split()) for part in found.parts.values() for span in part.spans) < 40


def test_dictation_is_cut_where_a_new_subject_finds_its_verb() -> None:
    told = (
        "last autumn i ran the box office of a small opera house and the ticket machine failed before a premiere "
        "i carried the queue lists to the side door and i wrote the seats on cards the singers helped me at the "
        "second door and in the end nobody lost a seat the director thanked me in front of the whole house"
    )
    quotes_ = [span.of(told) for part in Part for span in reading(told).parts[part].spans]
    assert len(quotes_) > 3
    assert max(len(quote.split()) for quote in quotes_) < 25


def test_missing_apostrophes_change_nothing() -> None:
    with_marks = "I didn't wait. I'm the one who called the bakery and I couldn't reach the owner."
    without = with_marks.replace("'", "")
    assert reading(with_marks).type is reading(without).type
    assert reading(with_marks).signals.keys() == reading(without).signals.keys()


def test_nothing_to_grade_is_said_so() -> None:
    assert reading("").ungradable == "empty"
    assert reading("   \n\t ").ungradable == "empty"
    assert reading("asdf kjh qwlekj zxcmn qpwoe asldkj").ungradable == "noise"
    assert reading("Ayer por la mañana fui al mercado con mi hermana y compramos pan").ungradable == "not English"


def test_what_is_said_twice_counts_once() -> None:
    assert reading(TOLD + " " + TOLD).parts == reading(TOLD).parts or all(
        reading(TOLD + " " + TOLD).parts[part].strength <= reading(TOLD).parts[part].strength for part in Part
    )


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*TOLD.split(), "\n", "—", "ﬁ", "😀", "İ", "\u202e", "5/5", ".", "so", "I"]), max_size=60)
)
def test_every_place_lies_in_its_own_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = reading(text)
    spans = [span for part in found.parts.values() for span in part.spans]
    spans += [span for places in found.signals.values() for span in places]
    assert all(0 <= span.start < span.end <= len(text) for span in (*spans, *found.addressed))
    assert all(part.present == bool(part.spans) for part in found.parts.values())
    assert all(0 <= part.share <= 1 for part in found.parts.values())


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert reading(text) == reading(text)
