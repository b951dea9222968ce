from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from hypothesis import example, given, settings
from hypothesis import strategies as st

from interviewsim.domain.move import Move
from interviewsim.domain.scorecard import Scorecard
from interviewsim.reading.cleaning import clean
from interviewsim.reports import report
from interviewsim.reports.debrief import sections_of
from interviewsim.reports.view import view_of
from tests.golden.samples import SCORECARD
from tests.reports.sessions import EMPTY, GRADED, UNGRADED, exchange, graded, graded_twice, saying
from tests.transcripts.values import any_text, instances_of

TEXT = {"h1", "h2", "p", "section", "article", "header", "footer", "blockquote", "span", "a", "b", "i", "code", "mark"}
LISTS = {"ol", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}
OURS = {"html", "head", "meta", "title", "style", "body", *TEXT, *LISTS}
HINTS = {"title", "lang", "charset", "name", "content", "http-equiv", "value", "aria-hidden"}
VOID = {"meta", "br"}
marked_up = st.text(st.sampled_from("<>&\"'/!-{}%#=;ab \n"), max_size=40)


@dataclass
class Page(HTMLParser):
    """What a browser would make of a page: elements with their attributes, and the words that are seen."""

    elements: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def of(self, name: str) -> list[str]:
        """All values of an attribute."""
        return [value or "" for _, attributes in self.elements for key, value in attributes.items() if key == name]


def page_of(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    assert page.open == []
    return page


def assert_ours(page: Page) -> None:
    assert {tag for tag, _ in page.elements} <= OURS
    assert all(link.startswith("#") for link in page.of("href"))
    names = {name for _, attributes in page.elements for name in attributes}
    assert names <= {
        "id",
        "class",
        "href",
        "title",
        "lang",
        "charset",
        "name",
        "content",
        "http-equiv",
        "value",
        "aria-hidden",
    }


@given(any_text | marked_up)
@settings(max_examples=60)
@example("</p><script>alert(1)</script>")
@example('" onmouseover="alert(1)')
@example("{{ 7 * 7 }} {% raw %}")
@example("<!-- &lt;b&gt; -->")
def test_an_answer_of_any_words_stays_words(text: str) -> None:
    page = page_of(report(saying(text), "html"))
    assert_ours(page)
    told = "".join("".join(page.words).split())
    assert "".join(clean(text).split()) in told


@given(instances_of(Scorecard))
@settings(max_examples=40)
def test_a_scorecard_out_of_any_file_brings_no_markup_of_its_own(card: Scorecard) -> None:
    assert_ours(page_of(report(graded(card), "html")))


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    html = report(GRADED, "html")
    page = page_of(html)
    assert "default-src 'none'" in html
    assert not {"script", "link", "img", "iframe", "object", "form"} & {tag for tag, _ in page.elements}
    assert "url(" not in html
    assert "@import" not in html
    assert "//" not in html.partition("</style>")[0]


def test_the_page_is_light_or_dark_as_the_system_is_and_prints_on_white() -> None:
    html = report(GRADED, "html")
    assert "prefers-color-scheme: dark" in html
    assert "@media print" in html


def test_every_link_leads_to_a_place_on_the_page() -> None:
    page = page_of(report(GRADED, "html"))
    places = page.of("id")
    assert len(places) == len(set(places))
    assert {link.removeprefix("#") for link in page.of("href")} <= set(places)
    assert {"#turn-3", "#turn-5", "#criterion-1"} <= set(page.of("href"))


def test_sections_stand_in_the_order_of_the_text_report() -> None:
    html = report(graded_twice(), "html")
    text = report(graded_twice(), "text")
    view = view_of(graded_twice())
    assert view.newest is not None
    headings = [*(one.heading for one in sections_of(view.newest, view) if one.heading), "Other grades", "Transcript"]
    found = [html.index(f"<h2>{heading}</h2>".replace("'", "&#39;")) for heading in headings]
    assert found == sorted(found)
    lines = text.split("\n")
    told = [lines.index(heading.upper()) for heading in headings]
    assert told == sorted(told)


def test_judged_words_are_marked_where_they_stand_also_where_marks_overlap() -> None:
    ownership, impact, *rest = SCORECARD.criteria
    both = replace(impact, evidence=(replace(ownership.evidence[0], end=ownership.evidence[0].end),))
    page = page_of(report(graded(replace(SCORECARD, criteria=(ownership, both, *rest))), "html"))
    assert "Ownership 3, Impact 4" in page.of("title")


def test_what_an_interviewer_set_in_columns_stays_in_columns() -> None:
    html = report(exchange((Move.ASK, "Look.\nLakes      Boats\nTen        <b>\nWhat now?", None)), "html")
    assert '<span class="columns">Lakes      Boats\nTen        &lt;b&gt;</span>' in html
    assert "Look." in html
    assert "What now?" in html


def test_a_session_without_a_grade_says_how_to_grade_it_and_an_empty_one_that_nothing_was_said() -> None:
    assert "interviewsim grade 20261123T140512-behavioral-7k3f" in report(UNGRADED, "html")
    assert "Nothing was said." in report(EMPTY, "html")
