from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewsim.domain.move import Move
from interviewsim.errors import InvalidFile, WrongUsage
from interviewsim.prompts.library import PromptLibrary, check
from interviewsim.prompts.style import Style, fill
from tests.rubrics.files import write

FAREWELLS = '["Goodbye.", "Thanks, goodbye.", "Done. Goodbye."]'
PLAIN = '["One.", "Two.", "Three."]'


def style_file(**changed: str) -> str:
    """A style that holds, with a move's lines replaced where given."""
    lines = {move.value: FAREWELLS if move is Move.CLOSE else PLAIN for move in Move} | changed
    body = "".join(f"  {move}: {text}\n" for move, text in lines.items() if text)
    return f"schema: 1\nid: plain\nname: Plain\nabout: Says little.\nlines:\n{body}"


def told(tmp_path: Path, text: str) -> list[str]:
    folder = write(tmp_path, {"styles/plain.yaml": text})
    return [str(finding).removeprefix(f"{folder}/styles/") for finding in check(folder)]


def test_a_style_has_lines_by_move_and_kind(tmp_path: Path) -> None:
    kinds = '{any: ["It went?", "So?", "And?"], result: ["How did it end?", "What came of it?", "And in the end?"]}'
    library = PromptLibrary(
        [write(tmp_path, {"styles/neutral.yaml": style_file(probe=kinds).replace("plain", "neutral")})]
    )
    style = library.style()
    assert style.lines(Move.PROBE, "result")[0] == "How did it end?"
    assert style.lines(Move.PROBE, "task") == style.lines(Move.PROBE) == ("It went?", "So?", "And?")
    assert style.lines(Move.NUDGE) == ("One.", "Two.", "Three.")


def test_a_kind_that_is_narrower_than_the_file_is_met_by_the_wider_one() -> None:
    wording = {
        "probe.any": ("Then?",),
        "probe.flag": ("{tell}",),
        "probe.measure": ("What did it come to?",),
        "probe.proposed_measure": ("What would it come to?",),
        "probe.goal": ("What for?",),
    }
    style = Style("a", "A", "", wording)
    assert style.lines(Move.PROBE, "flag:no_users") == style.lines(Move.PROBE, "proposed_flag:no_users") == ("{tell}",)
    assert style.lines(Move.PROBE, "proposed_measure") == ("What would it come to?",)
    assert style.lines(Move.PROBE, "proposed_goal") == ("What for?",)
    assert style.lines(Move.PROBE, "proposed_choice") == ("Then?",)


def test_a_manner_without_a_file_is_worded_neutrally(tmp_path: Path) -> None:
    folder = write(tmp_path, {"styles/neutral.yaml": style_file().replace("id: plain", "id: neutral")})
    assert PromptLibrary([folder]).style("silent-notetaker").id == "neutral"


def test_without_any_style_there_is_nobody_to_talk(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage):
        PromptLibrary([tmp_path]).style("warm")


def test_a_style_that_extends_another_replaces_only_its_own_lines(tmp_path: Path) -> None:
    child = 'schema: 1\nid: dry\nextends: plain\nname: Dry\nabout: Drier.\nlines:\n  nudge: ["Well.", "So.", "Yes."]\n'
    neutral = style_file().replace("id: plain", "id: neutral")
    files = {"styles/plain.yaml": style_file(), "styles/dry.yaml": child, "styles/neutral.yaml": neutral}
    folder = write(tmp_path, files)
    assert check(folder) == []
    style = PromptLibrary([folder]).style("dry")
    assert style.lines(Move.NUDGE) == ("Well.", "So.", "Yes.")
    assert style.lines(Move.CLOSE)[0] == "Goodbye."


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"nudge": ""}, 'plain.yaml:5: lines: the move "nudge" has no lines; expected 3 or more'),
        (
            {"nugde": PLAIN},
            "plain.yaml:36: lines.nugde: there is no such move; expected open, ask, probe, occasion, closest, focus,"
            " push_back, clarify, repeat, grant_time, decline, steady, nudge, hint, move_on, invite, answer, withhold,"
            " not_known, fact, which_figure, assume, keep, decide, your_view, twist, challenge, premise, concede or"
            ' close (did you mean "nudge"?)',
        ),
        (
            {"nudge": '["One.", "Two."]'},
            "plain.yaml:18: lines.nudge: 2 lines can be said whatever is known; expected 3 or more",
        ),
        (
            {"probe": '["One.", "Two.", "Three.", "You wrote {qoute}."]'},
            "plain.yaml:8: lines.probe.4: {qoute} cannot be filled in here; expected {company}, {first_name}, {name},"
            ' {quote}, {role} or {tell} (did you mean "quote"?)',
        ),
        (
            {"nudge": '["One.", "Two.", "Three.", "So {tell}"]'},
            "plain.yaml:18: lines.nudge.4: {tell} cannot be filled in here; expected {company}, {first_name}, {name} or"
            " {role}",
        ),
        (
            {"nudge": '["One.", "Two.", "Three.", "So {0.__class__}"]'},
            "plain.yaml:18: lines.nudge.4: a brace stands alone; expected braces only around a name, as in {quote}",
        ),
        (
            {"nudge": '["One.", "Two.", "Three.", "What? Why?"]'},
            "plain.yaml:18: lines.nudge.4: it asks more than one question; expected one",
        ),
        (
            {"move_on": '["One.", "Two.", "Three.", "Great, thanks."]'},
            'plain.yaml:20: lines.move_on.4: it praises ("Great"); expected a neutral word, or none',
        ),
        (
            {"close": '["Goodbye.", "Bye.", "Thank you."]'},
            "plain.yaml:35: lines.close.3: it does not say goodbye; expected a farewell, so that it is clear that the"
            " round is over",
        ),
        (
            {"move_on": '["One.", "Two.", "Three.", "Goodbye."]'},
            "plain.yaml:20: lines.move_on.4: it says goodbye before the end; expected a farewell only in `close`",
        ),
        (
            {"decline": '{any: ["A.", "B.", "C."], asks_rubrik: ["A.", "B.", "C."]}'},
            "plain.yaml:16: lines.decline.asks_rubrik: there is no such kind; expected any, asks_rubric, asks_easier or"
            ' asks_role (did you mean "asks_rubric"?)',
        ),
        (
            {"decline": '{asks_rubric: ["A.", "B.", "C."]}'},
            'plain.yaml:16: lines.decline: there are no lines for "any"; expected lines for when no kind fits',
        ),
        (
            {"decline": "No."},
            'plain.yaml:16: lines.decline: this is not a list of lines; expected `- "a line"`',
        ),
        (
            {"decline": "[1, A., B., C., A.]"},
            "plain.yaml:16: lines.decline.5: this line stands here for the second time; expected another one",
        ),
    ],
)
def test_a_fault_in_a_style_is_told_in_one_line(tmp_path: Path, changed: dict[str, str], expected: str) -> None:
    lines = told(tmp_path, style_file(**changed))
    assert expected in lines, lines


def test_loading_a_broken_style_is_an_invalid_file(tmp_path: Path) -> None:
    folder = write(tmp_path, {"styles/neutral.yaml": style_file(nudge="[]")})
    with pytest.raises(InvalidFile):
        PromptLibrary([folder]).style()


def test_a_style_goes_by_the_name_of_its_file(tmp_path: Path) -> None:
    assert told(tmp_path, style_file().replace("id: plain", "id: other")) == [
        'plain.yaml:2: id: "other" is not the name of the file; expected plain'
    ]


def test_a_line_is_filled_in_one_pass() -> None:
    values = {"quote": "we used {tell} and {quote}", "tell": "secret"}
    assert fill('You wrote "{quote}". Why?', values) == 'You wrote "we used {tell} and {quote}". Why?'


@pytest.mark.parametrize("values", [{}, {"quote": ""}, {"tell": "a"}])
def test_a_line_that_lacks_a_value_is_not_said(values: dict[str, str]) -> None:
    assert fill("{quote}: how?", values) is None


@given(st.text(), st.text())
def test_a_value_is_never_read_as_a_line(before: str, quote: str) -> None:
    line = before.replace("{", "").replace("}", "") + "{quote}"
    assert fill(line, {"quote": quote}) == (line.removesuffix("{quote}") + quote if quote else None)


@given(st.text())
def test_any_question_about_the_question_finds_a_kind_or_none(text: str) -> None:
    assert Style("a", "A", "", {}).clarification(text) is None
