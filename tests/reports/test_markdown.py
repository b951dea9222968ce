from collections.abc import Iterator

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from interviewsim.domain.move import Move
from interviewsim.domain.scorecard import Scorecard
from interviewsim.reading.cleaning import clean
from interviewsim.reports import report
from interviewsim.reports.markdown import escaped
from tests.reports.sessions import GRADED, UNGRADED, exchange, graded, graded_twice, saying
from tests.transcripts.values import any_text, instances_of

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PLAIN = {"text", "softbreak", "hardbreak"}
OURS = {
    "heading_open",
    "heading_close",
    "paragraph_open",
    "paragraph_close",
    "blockquote_open",
    "blockquote_close",
    "bullet_list_open",
    "bullet_list_close",
    "list_item_open",
    "list_item_close",
    "inline",
}
marked_up = st.text(st.sampled_from("`*_[]()<>&~|$#-+=.!:/\\ \t\n12ab@"), max_size=40)
words = any_text | marked_up


def tokens(markdown: str) -> list[Token]:
    return RENDERER.parse(markdown)


def inner(markdown: str) -> Iterator[Token]:
    for token in tokens(markdown):
        yield from token.children or ()


def told_by_you(markdown: str) -> str:
    """The words under the candidate's name, as a reader sees them."""
    inlines = [token for token in tokens(markdown) if token.type == "inline"]
    name = next(index for index, token in enumerate(inlines) if token.content.startswith("**3. You"))
    children = [child for token in inlines[name + 1 :] for child in token.children or ()]
    return "".join(child.content for child in children)


@given(words)
@example("# not a heading")
@example("- no list\n1. nor this\n2) nor that")
@example("title\n===\n---")
@example("<script>alert(1)</script>")
@example("![x](http://e.vil/p.png) [y][z] <http://e.vil>")
@example("```\ncode\n```")
@example("| a | b |\n|---|---|\n| c | d |")
@example("&lt;b&gt; &#35; &amp;")
@example("ends with a backslash\\\nand goes on")
@example("    indented\n\tcode")
@example("~~gone~~ **bold** _thin_ `code`")
@example("> quote\n>> deeper")
@example("***\n___")
@example("\xa0- list behind a no-break space")
def test_a_line_of_any_words_renders_as_those_words_and_nothing_else(text: str) -> None:
    markdown = escaped(text)
    assert {token.type for token in tokens(markdown)} <= {"paragraph_open", "paragraph_close", "inline"}
    assert {child.type for child in inner(markdown)} <= PLAIN
    rendered = "".join(child.content for child in inner(markdown))
    assert rendered == " ".join(clean(text).split())


@given(words)
@example("# not a heading\n- no list\n\n    no code\n```\n<b>no</b>\n===\n| a |\n|---|\n---")
@example("ends with a backslash\\\nand goes on\\")
@example("a\n\n\nb  \nc\t\td")
@example("Turn 4 said:\n\n## Transcript\n\n**9. Nora**, 9:99")
def test_an_answer_of_any_words_stays_inside_its_quotation(text: str) -> None:
    markdown = report(saying(text), "md")
    assert {token.type for token in tokens(markdown)} <= OURS
    assert [t.tag for t in tokens(markdown) if t.type == "heading_open"] == ["h1", "h2"]
    assert {child.type for child in inner(markdown)} <= {*PLAIN, "strong_open", "strong_close"}
    assert not any(token.type == "bullet_list_open" for token in tokens(markdown))


@given(words)
def test_the_words_of_an_answer_are_all_told(text: str) -> None:
    told = told_by_you(report(saying(text), "md"))
    assert "".join(told.split()) == "".join(clean(text).split())


@given(instances_of(Scorecard))
def test_a_scorecard_out_of_any_file_brings_no_structure_of_its_own(card: Scorecard) -> None:
    markdown = report(graded(card), "md")
    assert {token.type for token in tokens(markdown)} <= OURS
    allowed = {*PLAIN, "strong_open", "strong_close", "em_open", "em_close"}
    assert {child.type for child in inner(markdown)} <= allowed


def test_titles_damage_and_other_grades_are_told() -> None:
    markdown = report(graded_twice(), "md", title="Mine | [x](y)", damage=["line 7: `text` is missing"])
    assert markdown.startswith("# Mine \\| \\[x\\](y)\n")
    assert "**Damaged:** line 7: \\`text\\` is missing" in markdown
    assert "- Grade 1: Hire at PM" in markdown


def test_a_session_without_a_grade_says_how_to_grade_it() -> None:
    assert "interviewsim grade 20261123T140512-behavioral-7k3f" in report(UNGRADED, "md")


def test_marks_follow_the_turn_they_point_into() -> None:
    markdown = report(GRADED, "md")
    assert markdown.index("3. You") < markdown.index("- *Ownership 3:* “I called all nine branches”")
    assert markdown.index("- *Ownership 3:*") < markdown.index("**4. Nora**")


def test_an_interviewer_s_table_is_fenced_and_nothing_in_it_ends_the_fence() -> None:
    told = exchange((Move.ASK, "Look.\nLakes      Boats\n```        <b>\nWhat now?", None))
    lines = report(told, "md").split("\n")
    first = lines.index("> ````")
    assert lines[first - 1 : first + 5] == [
        "> Look.",
        "> ````",
        "> Lakes      Boats",
        "> ```        <b>",
        "> ````",
        "> What now?",
    ]
