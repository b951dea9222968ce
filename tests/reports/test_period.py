from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from interviewsim.domain.history import HistoryRow, Standing
from interviewsim.domain.scorecard import Scorecard
from interviewsim.errors import WrongUsage
from interviewsim.reports.period import Period, period_json, period_of
from interviewsim.reports.periods import period_report
from tests.golden.samples import SCORECARD
from tests.reports.test_html import OURS, page_of

SINCE, UNTIL = datetime(2026, 10, 25, tzinfo=UTC), datetime(2026, 11, 24, tzinfo=UTC)
DRAWN = {"figure", "figcaption", "br", "svg", "path", "polyline", "circle"}


def row(day: int, score: float | None = 3.0, **changes: object) -> HistoryRow:
    made = HistoryRow(
        f"202611{day:02}T100000-behavioral-aaaa", "behavioral", "generic", "pm", "realistic",
        f"2026-11-{day:02}T10:00:00.000Z", 20.0, Standing.FINISHED, score, "hire" if score else None, "offline",
        "Behavioral · Sample", "", "short",
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def period(*rows: HistoryRow) -> Period:
    newest_first = sorted(rows, key=lambda one: one.session, reverse=True)
    cards: dict[str, Scorecard] = {one.session: SCORECARD for one in rows}
    return period_of(newest_first, cards, SINCE, UNTIL)


def counted(found: Period) -> Sequence[tuple[str, str, str, tuple[float, ...]]]:
    return [(one.round, one.ruler.company, one.ruler.level, one.scores) for one in found.trends]


def test_scores_stand_oldest_first_and_apart_by_company_level_and_grader() -> None:
    found = period(row(1, 2.5), row(2, 3.0), row(3, 3.4, company="amazon"), row(4, 2.0, level="vp"), row(5, 3.1))
    assert counted(found) == [
        ("behavioral", "generic", "pm", (2.5, 3.0, 3.1)),
        ("behavioral", "generic", "vp", (2.0,)),
        ("behavioral", "amazon", "pm", (3.4,)),
    ]
    by_model = period(row(1), row(2, grader="llama"))
    assert [one.ruler.grader for one in by_model.trends] == ["llama", "offline"]


def test_what_stands_in_no_trend_is_counted_by_its_reason() -> None:
    found = period(
        row(1),
        row(2, forked_from="other"),
        row(3, length="warm-up"),
        row(4, length="drill"),
        row(5, mode="gentle"),
        row(6, state=Standing.UNFINISHED, score=None),
        row(7, state=Standing.DAMAGED),
        row(8, score=None),
    )
    assert counted(found) == [("behavioral", "generic", "pm", (3.0,))]
    reasons = ["take_two", "warm_up", "drill", "gentle", "unfinished", "damaged", "unscored"]
    assert found.left_out == dict.fromkeys(reasons, 1)
    text = period_report(found, "text")
    assert "1 take two" in text
    assert "(gentle)" in text


def test_two_scores_are_no_trend_and_three_say_no_more_than_they_can() -> None:
    assert "Not enough yet: 1 more" in period_report(period(row(1), row(2)), "text")
    level = period_report(period(row(1, 2.8), row(2, 3.4), row(3, 3.0)), "text")
    assert "no change can be told" in level
    assert "Oldest first: 2.8, 3.4, 3.0." in level
    assert "n = 3 · last 3.0 · spread 2.8 to 3.4" in level


def test_criteria_are_told_once_there_are_two_grades() -> None:
    assert "By criterion" not in period_report(period(row(1)), "text")
    assert "Ownership 3, 3; Impact 4, 4; Reflection 1, 1." in " ".join(
        period_report(period(row(1), row(2)), "text").split()
    )


def test_the_page_draws_three_scores_and_brings_nothing_foreign() -> None:
    hostile = '</title><script>alert(1)</script>"'
    html = period_report(period(row(1), row(2, 4.0), row(3, title=hostile, company=hostile), row(4, 5.0)), "html")
    page = page_of(html)
    assert {tag for tag, _ in page.elements} <= {*OURS, *DRAWN}
    assert page.of("points") == ["8.0,36.0 160.0,22.0 312.0,8.0 "]
    assert "//" not in html.partition("</style>")[0]
    assert page_of(period_report(period(row(1)), "html")).of("points") == []


def test_json_has_every_session_and_what_the_trends_rest_on() -> None:
    told = period_json(period(row(1, 2.5), row(2, 3.5), row(3, 3.0), row(4, length="drill")))
    assert told["counted"] == 3
    assert told["left_out"] == {"drill": 1}
    trends = told["trends"]
    assert isinstance(trends, list)
    (one,) = trends
    assert (one["n"], one["last"], one["spread"], one["enough"]) == (3, 3.0, [2.5, 3.5], True)
    assert one["told"].startswith("The last lies within the spread")


def test_an_unknown_form_names_the_known_ones() -> None:
    with pytest.raises(WrongUsage):
        period_report(period(), "pdf")
    assert "No session in this time." in period_report(period(), "md")
