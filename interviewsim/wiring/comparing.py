"""Two grades by their names, each with the ruler it was graded by where that is still at hand."""

import re
from collections.abc import Sequence

from interviewsim.domain.rubric import CompanyPack, Rubric
from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.transcript import Transcript
from interviewsim.errors import InterviewSimError, WrongUsage
from interviewsim.grading.compare import Comparison, Side, compare
from interviewsim.rubrics.library import RubricLibrary
from interviewsim.transcripts.store import SessionStore

NUMBERED = re.compile(r"(.+)#([0-9]{1,6})", re.DOTALL | re.ASCII)


def compare_named(store: SessionStore, library: RubricLibrary, first: str, second: str) -> Comparison:
    """Compare two grades; `SESSION` means its newest, `SESSION#1` its first. Blocks on the disk.

    Raises `WrongUsage` for a session or grade that does not exist, `InvalidFile` for one that cannot be read.
    """
    return compare(_side(store, library, first), _side(store, library, second))


def side_of(transcript: Transcript, card: Scorecard, library: RubricLibrary) -> Side:
    """A grade with its ruler: the session's own, or the library's where that has not changed since."""
    configured = transcript.configured
    if configured is not None and configured.rubric.name == card.grader.rubric:
        return Side(card, configured.rubric, configured.pack)
    rubric, pack = _from_library(library, card)
    return Side(card, rubric, pack)


def _from_library(library: RubricLibrary, card: Scorecard) -> tuple[Rubric | None, CompanyPack | None]:
    try:
        rubric = library.rubric(card.company, card.round)
        return (rubric, library.pack(card.company)) if rubric.name == card.grader.rubric else (None, None)
    except InterviewSimError:  # gone or broken since: the grade still stands
        return None, None


def _side(store: SessionStore, library: RubricLibrary, name: str) -> Side:
    found = NUMBERED.fullmatch(name)
    session, number = (found[1], int(found[2])) if found else (name, None)
    transcript = store.read(store.resolve(session)).transcript
    cards = [graded.scorecard for graded in transcript.grades]
    return side_of(transcript, _numbered(cards, number, transcript.opened.session), library)


def _numbered(cards: Sequence[Scorecard], number: int | None, session: str) -> Scorecard:
    if not cards:
        raise WrongUsage(f"{session} is not graded yet.", f"Grade it: interviewsim grade {session}")
    if number is None:
        return cards[-1]
    if not 1 <= number <= len(cards):
        raise WrongUsage(f"{session} has no grade {number}.", f"It has {len(cards)}, numbered from 1.")
    return cards[number - 1]
