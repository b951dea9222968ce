"""Take two: a round taken up again from one of the candidate's turns. Pure: entries in, entries out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from interviewsim.domain.events import CandidateSaid, Entry, ForkPoint, Graded, NotesKept, SelfEstimate, SessionOpened
from interviewsim.domain.transcript import Transcript, Utterance
from interviewsim.errors import WrongUsage

ABOUT_THE_OTHER = (Graded, SelfEstimate, NotesKept)
"""What belongs to the session that is left, and not to what was said in it."""


@dataclass(frozen=True, slots=True)
class Fork:
    """A session that begins as another one did: its first line, and the entries it takes over."""

    opened: SessionOpened
    entries: tuple[Entry, ...]


def fork(opened: SessionOpened, entries: Sequence[Entry], turn: int, session: str, at: str) -> Fork:
    """The session `session`, begun `at`, that stands where the other stood when the candidate's `turn` was to come.

    What is taken over keeps its clock and its time of day, so interviewer, state and clock are what they were.
    Raises `WrongUsage` where the candidate did not say that turn, or something before it is missing.
    """
    taken = before(entries, turn)
    point = ForkPoint(opened.session, taken[-1].n)
    about_what_was_said = [entry for entry in taken if not isinstance(entry.event, ABOUT_THE_OTHER)]
    numbered = tuple(replace(entry, n=n) for n, entry in enumerate(about_what_was_said, 1))
    return Fork(replace(opened, session=session, at=at, forked_from=point, loop=None, imported_from=None), numbered)


def before(entries: Sequence[Entry], turn: int) -> tuple[Entry, ...]:
    """All that happened before the candidate's `turn`."""
    at = next((i for i, entry in enumerate(entries) if _says(entry, turn)), None)
    if not at:
        raise WrongUsage(f"Turn {turn} is not one of the candidate's.", told(_turns(entries)))
    taken = tuple(entries[:at])
    if [entry.n for entry in taken] != list(range(1, at + 1)):
        raise WrongUsage(f"Something before turn {turn} is missing.", "Take another session, or an earlier turn.")
    return taken


def take_at(transcript: Transcript, turn: int) -> Utterance | None:
    """The candidate's turn that is meant where `turn` is in view: itself, else the next one, else the last."""
    said = [one for one in transcript.turns if one.candidate]
    return next((one for one in said if one.turn >= turn), said[-1] if said else None)


def taken_again(entries: Sequence[Entry], point: ForkPoint) -> int | None:
    """The turn of the session that was left, by its entries, which the one with this fork point says anew."""
    said = (entry.event for entry in entries if entry.n > point.n)
    return next((event.turn for event in said if isinstance(event, CandidateSaid)), None)


def told(turns: Iterable[int]) -> str:
    """Which turns can be taken again, as a hint."""
    listed = ", ".join(map(str, turns))
    return f"The candidate's turns are {listed}." if listed else "The candidate has not spoken in it."


def _says(entry: Entry, turn: int) -> bool:
    return isinstance(entry.event, CandidateSaid) and entry.event.turn == turn


def _turns(entries: Sequence[Entry]) -> list[int]:
    return [entry.event.turn for entry in entries if isinstance(entry.event, CandidateSaid)]
