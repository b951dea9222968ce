import pytest

from interviewsim.reading.answer import read_answer
from interviewsim.reading.findings import AnswerReading, AnswerType, Said

ASKED = "Tell me about a time you had to say no to somebody."


def read(text: str) -> AnswerReading:
    return read_answer(ASKED, [Said(2, text)])


@pytest.mark.parametrize(
    "text",
    [
        "I do not have one.",
        "It was in June.",
        "No.",
        "Yes",
        "Nothing",
        "I don't know",
        "We did it.",
        "I quit.",
        "In June.",
    ],
)
def test_a_short_real_answer_can_be_judged_and_shows_nothing(text: str) -> None:
    found = read(text)
    assert found.ungradable == ""
    assert not any(part.present for part in found.parts.values())


@pytest.mark.parametrize(
    "text",
    [
        "...",
        "?!?!",
        "\U0001f600\U0001f389",
        "aaaaaaaaaaaaaaaaaaaaaa",
        "asdf qwer zxcv hjkl uiop",
        "lkjsdf sdlkfj sdf",
        "def area(r):\n    return r * r + 1",
        "while (k < 3) { total += rows[k]; k++; }",
        "SELECT name FROM boats WHERE seats = 4;",
        "<table><tr><td>ferry</td></tr></table>",
        "7",
    ],
)
def test_marks_mashed_keys_and_code_are_noise(text: str) -> None:
    found = read(text)
    assert found.ungradable == "noise"
    assert found.type is AnswerType.NONE


@pytest.mark.parametrize(
    "text",
    [
        "L'année dernière, nous avons lancé le produit avec une petite équipe et j'ai dit non à la direction.",
        "Letztes Jahr habe ich mit meinem Team die Fähre umgebaut, und ich habe nicht nachgegeben.",
        "Die Fähre war zu klein, also habe ich mit dem Meeting gewartet.",
        "El año pasado trabajé con mi equipo y lanzamos el nuevo horario de los barcos.",
        "去年我和我的团队改了渡轮的时间表。",
        "Pichle saal maine apni team ke saath naya timetable banaya aur manager bahut khush tha.",
        "J'ai fait un brainstorming avec le marketing",
        "мы сделали проект за deadline",
    ],
)
def test_another_language_is_named_even_with_an_english_word_in_it(text: str) -> None:
    assert read(text).ungradable == "not English"


@pytest.mark.parametrize("text", ["", "   \n", "\t"])
def test_nothing_at_all_is_empty(text: str) -> None:
    assert read(text).ungradable == "empty"


@pytest.mark.parametrize(
    "text",
    [
        "Class project (capstone) in spring; I led it (five people); we won.",
        "I patched it:\n\nif (boat) { sail(); }\n\nand the outage was over because the flag had been wrong.",
        "Last year in Zürich and Málaga I showed the naïve café owners how the old résumé desk did it.",
        "My colleague said 'c'est la vie' and I told him that we still had until Friday.",
    ],
)
def test_an_english_answer_with_odd_marks_or_foreign_words_is_judged(text: str) -> None:
    assert read(text).ungradable == ""


def test_a_real_reply_to_a_probe_makes_up_for_mashed_keys_before_it() -> None:
    said = [Said(2, "asdf asdf"), Said(4, "I told the captain that we would not sail before noon.", prompted=True)]
    assert read_answer(ASKED, said).ungradable == ""
