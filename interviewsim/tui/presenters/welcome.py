"""Who could interview: what is ready, what was found, and what lies there and is not used unasked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from interviewsim.tui.presenters.plain import clipped, one_line, plural

if TYPE_CHECKING:
    from interviewsim.preferences import Server, Surveyed, Voice, Voices

LONGEST_NAME = 28
"""Cells of a model's or server's name in a line of text."""
SERVERS = "Model servers"
WHAT = "PM interview practice"
STAYS = "everything stays on this computer"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who or what could interview: a mark, a name, what is to be said of it. `ready`: it needs nothing more."""

    name: str
    note: str
    ready: bool = False

    @property
    def mark(self) -> str:
        """Told by shape, not by color."""
        return "✓" if self.ready else "○"


def at_hand(surveyed: "Surveyed", found: "Sequence[Server] | None") -> tuple[Candidate, ...]:
    """Offline first, for it is ready; then what was found. `found` is None while it is looked for."""
    chosen = surveyed.voices.interviewer or surveyed.voices.grader
    lines = [Candidate("Offline interviewer", "ready now · no account, no network", ready=True)]
    if chosen is not None:
        lines.insert(0, Candidate(clipped(chosen.model, LONGEST_NAME), f"chosen by you · {_where(chosen)}", ready=True))
    if surveyed.looks:
        lines += _servers(found)
    if surveyed.key and chosen is None:
        lines.append(Candidate("A key for OpenAI", f"in {one_line(surveyed.key)}"))
    return tuple(lines)


def choices(candidates: Sequence[Candidate]) -> str:
    """How another than the one that is ready comes to interview; empty where there is no other."""
    there = [one for one in candidates if not one.ready and one.name != SERVERS]
    return "None of these is used unless you choose it." if there else ""


def headline(voices: "Voices") -> str:
    """What the program is, and where answers go."""
    away = [voice for voice in (voices.interviewer, voices.grader) if voice is not None and not voice.here]
    if away:
        return f"{WHAT} · your answers go to {clipped(away[0].place, LONGEST_NAME)}"
    if chosen := voices.interviewer or voices.grader:
        return f"{WHAT} · {clipped(chosen.model, LONGEST_NAME)} · {STAYS}"
    return f"{WHAT} · {STAYS}"


def _where(voice: "Voice") -> str:
    place = clipped(voice.place, LONGEST_NAME)
    return f"at {place}, on this machine" if voice.here else f"your answers go to {place}"


def _servers(found: "Sequence[Server] | None") -> list[Candidate]:
    if found is None:
        return [Candidate(SERVERS, "looking on this machine…")]
    if not found:
        return [Candidate(SERVERS, "none is running on this machine")]
    return [Candidate(clipped(one.name, LONGEST_NAME), f"found · {plural(len(one.models), 'model')}") for one in found]
