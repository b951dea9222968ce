"""What earlier rounds leave for the next: questions met, a weak skill, the change asked for. Blocks on the disk.

Damage never stops a new round.
"""

from collections.abc import Iterator
from itertools import islice

from interviewsim.domain.events import Focus
from interviewsim.domain.history import Standing
from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.terms import Round, Skill
from interviewsim.domain.transcript import Transcript
from interviewsim.errors import InterviewSimError
from interviewsim.transcripts.store import SessionStore
from interviewsim.wiring.choosing import Past

MOST_SESSIONS = 20
"""How many rounds are looked back on; who has played more has forgotten the first."""
LOW = 3.0
"""A skill under this is worth another question."""


def past_of(store: SessionStore, round_: Round) -> Past:
    """Questions met in earlier rounds of this kind, and the skill that stood lowest in the newest graded one."""
    sessions = list(_sessions(store, round_))
    met: dict[str, None] = {}
    for transcript in sessions:  # newest first: the first time a question comes up is its last time
        met |= dict.fromkeys(turn.question_id for turn in transcript.turns if turn.question_id and not turn.candidate)
    cards = [transcript.grades[-1].scorecard for transcript in sessions if transcript.grades]
    return Past(tuple(reversed(met)), _weakest(cards[0]) if cards else None)


def focus_of(store: SessionStore, round_: Round, company: str) -> Focus | None:
    """The change that the last graded session of this round and company asked for; a take two asks for none."""
    rows = (row for row in store.rows(round_=round_, company=company) if row.forked_from is None)
    last = next((row for row in rows if row.state == Standing.FINISHED and row.score is not None), None)
    if last is None:
        return None
    grades = store.read(last.session).transcript.grades
    card = grades[-1].scorecard if grades else None
    lowest = next((one for one in card.criteria if one.next_level == card.focus), None) if card else None
    if lowest is None or lowest.level is None:
        return None
    return Focus(lowest.id, lowest.level, lowest.next_level)


def cards_of(store: SessionStore, round_: Round, company: str) -> Iterator[Scorecard]:
    """The newest grades of the rounds of this kind at this company, newest first; read as they are taken."""
    for transcript in _sessions(store, round_):
        if transcript.opened.company == company and transcript.grades:
            yield transcript.grades[-1].scorecard


def _sessions(store: SessionStore, round_: Round) -> Iterator[Transcript]:
    """The newest rounds of a kind; a take two is no meeting of its question."""
    first_takes = (row for row in store.rows(round_=round_) if row.forked_from is None)
    for row in islice(first_takes, MOST_SESSIONS):
        try:
            yield store.read(row.session).transcript
        except InterviewSimError:
            continue


def _weakest(card: Scorecard) -> Skill | None:
    low = {skill: level for skill, level in card.skills.items() if level is not None and level < LOW}
    return min(low, key=lambda skill: low[skill], default=None)
