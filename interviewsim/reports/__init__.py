"""What is told of a session: one read model, and a renderer for each format."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from interviewsim.domain.transcript import Transcript
from interviewsim.errors import WrongUsage

if TYPE_CHECKING:
    from interviewsim.grading.committee import Packet

FORMS = ("text", "md", "html", "json")
WIDTH = 80


def report(
    transcript: Transcript, form: str, *, title: str = "", damage: Sequence[str] = (), width: int = WIDTH
) -> str:
    """A session's report with a line end at its end; `form` is one of `FORMS`, else `WrongUsage`.

    `title`: one given later than line 1. `damage`: what is wrong with the journal, in sentences.
    `width`: columns, for `text` alone.
    """
    from interviewsim.reports.view import view_of

    view = view_of(transcript, title, damage)
    match form:
        case "text":
            from interviewsim.reports.text import session_text

            return session_text(view, width) + "\n"
        case "md":
            from interviewsim.reports.markdown import session_markdown

            return session_markdown(view)
        case "html":
            from interviewsim.reports.html import session_html

            return session_html(view)
        case "json":
            from interviewsim.reports.json import session_json

            return session_json(view)
        case _:
            raise WrongUsage(f"There is no report as {form[:20]!a}.", f"Choose one of {', '.join(FORMS)}.")


def packet_report(packet: "Packet", form: str) -> str:
    """The committee's packet with a line end at its end, as `text`, `md` or `html`; else `WrongUsage`."""
    from interviewsim.reports.packet import packet_html, packet_markdown, packet_text

    match form:
        case "text":
            return packet_text(packet) + "\n"
        case "md":
            return packet_markdown(packet)
        case "html":
            return packet_html(packet)
        case _:
            raise WrongUsage(f"There is no packet as {form[:20]!a}.", f"Choose one of {', '.join(FORMS)}.")
