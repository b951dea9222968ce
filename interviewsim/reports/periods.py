"""A period's report in every format."""

from collections.abc import Iterator, Mapping

from interviewsim.domain import trend
from interviewsim.errors import WrongUsage
from interviewsim.reports.period import Period, RoundTrend, period_json, period_sections, ruler_told, title_of

LOW, HIGH = 1.0, 5.0
WIDTH, HEIGHT, EDGE = 320, 72, 8
"""A chart's measures, in the units of its own picture."""


def period_report(period: Period, form: str, width: int = 80) -> str:
    """The report with a line end at its end; `form` as for a session's, else `WrongUsage`."""
    match form:
        case "text":
            from interviewsim.reports.text import WIDEST, sections_text

            return f"{title_of(period)}\n\n{sections_text(period_sections(period), min(width, WIDEST))}\n"
        case "md":
            from interviewsim.reports.markdown import escaped, sections_markdown

            return "\n\n".join((f"# {escaped(title_of(period))}", *sections_markdown(period_sections(period)))) + "\n"
        case "html":
            return _html(period)
        case "json":
            from interviewsim.transcripts.codec import json_text

            return json_text(period_json(period), indented=True) + "\n"
        case _:
            raise WrongUsage(f"There is no report as {form[:20]!a}.", "Choose one of text, md, html, json.")


def _html(period: Period) -> str:
    from interviewsim.reports.html import page, section_values

    return page(
        "period",
        title_of(period),
        {
            "sections": [section_values(section, {}) for section in period_sections(period)],
            "charts": list(_charts(period)),
        },
    )


def _charts(period: Period) -> Iterator[Mapping[str, object]]:
    """A small picture for each round with enough scores to be drawn."""
    for one in period.trends:
        if trend.enough(one.scores):
            yield {"label": ruler_told(one), "says": trend.told(one.scores)[0], "points": list(_points(one))}


def _points(one: RoundTrend) -> Iterator[Mapping[str, object]]:
    """Each score's place in the picture, from left to right in the order of time; level 5 stands on top."""
    step = (WIDTH - 2 * EDGE) / max(1, len(one.scores) - 1)
    for at, score in enumerate(one.scores):
        high = (min(max(score, LOW), HIGH) - LOW) / (HIGH - LOW)
        yield {
            "x": round(EDGE + at * step, 1),
            "y": round(HEIGHT - EDGE - high * (HEIGHT - 2 * EDGE), 1),
            "score": score,
        }
