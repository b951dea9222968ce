"""What is told when the candidate asks about the case: one fact at a time, and nothing that was not asked for.

Every reply follows from the journal alone: a fact is first recorded as released, then told.
"""

from collections.abc import Iterator, Sequence

from interviewsim.domain.events import FactReleased
from interviewsim.domain.move import Move
from interviewsim.domain.question import Fact, Question
from interviewsim.domain.rubric import Topic
from interviewsim.domain.transcript import Transcript, Utterance
from interviewsim.engine.cue import Cue
from interviewsim.engine.cues import cue_for, made
from interviewsim.engine.deadlines import AND_TIME
from interviewsim.engine.finding import NEAR, TASK, told_of
from interviewsim.engine.gaps import quotable_clause
from interviewsim.engine.session import SessionState
from interviewsim.reading.message import MessageKind, read_message
from interviewsim.reading.request import Request, RequestKind
from interviewsim.reading.sheet import asked_of_sheet, fact_asked_for, fact_wanted, may_be_on_sheet
from interviewsim.reading.topics import match_topic, roots_of

MOST_AT_ONCE = 2
"""Facts told in one breath; who asks for more gets the first two."""
ASIDE = frozenset({"again", "sorry", "mention", "earlier"})
"""Words of a request that name nothing."""
TOO_MANY = 5
"""Requests for data, none of them with a fact behind it, after which one is asked what they are after."""
SETTLES = frozenset({Move.ASSUME, Move.DECIDE})
"""Moves by which something is settled for the rest of the round."""
SAME_SUBJECT = 0.6
"""Share of a request's roots that an earlier one must have for the two to be about the same."""


def wanted_from_desk(text: str, question: Question) -> tuple[Request, ...]:
    """What a message asks of the sheet; a question about a past event has none."""
    return asked_of_sheet(text, question) if has_desk(question) else ()


def has_desk(question: Question) -> bool:
    """Whether the question lays something out about which one may ask."""
    return bool(question.facts)


def facts_wanted(question: Question, requests: Sequence[Request]) -> tuple[Fact, ...]:
    """The facts that the requests are after, the first two."""
    found = [fact for request in requests for fact in _matching(question, request)]
    return tuple(dict.fromkeys(found))[:MOST_AT_ONCE]


def answer_requests(state: SessionState, question: Question, asked: Utterance, requests: Sequence[Request]) -> Cue:
    """What the interviewer replies to requests; where it is a fact, `release` has been asked first."""
    if settled := _settled(state, question, requests):
        return cue_for(state, Move.KEEP, quote=_settled_words(state, settled))
    wanted = facts_wanted(question, requests)
    if wanted:
        again = all(_told_before(state.transcript, fact, asked.turn) for fact in wanted)
        return cue_for(state, Move.FACT, target="again" if again else None, tell=" ".join(f.tell for f in wanted))
    kind = min((request.kind for request in requests), key=tuple(RequestKind).index)
    match kind:
        case RequestKind.YOUR_VIEW:
            return cue_for(state, Move.YOUR_VIEW)
        case RequestKind.CHOICE | RequestKind.PERMISSION:
            return _decide(state, question, asked, kind)
        case RequestKind.MEANING | RequestKind.OTHER | RequestKind.FIGURE if topic := _topic(state, question, asked):
            return told_of(state, topic)
        case RequestKind.MEANING | RequestKind.OTHER:
            return cue_for(state, Move.CLARIFY, target=TASK)
        case RequestKind.VAGUE | RequestKind.ALL_DATA:
            return _which_figure(state, kind)
        case RequestKind.FIGURE if _near_the_sheet(state, question, requests):
            return cue_for(state, Move.WHICH_FIGURE, target=NEAR)
        case RequestKind.FIGURE:
            return cue_for(state, Move.ASSUME)


def _decide(state: SessionState, question: Question, asked: Utterance, kind: RequestKind) -> Cue:
    """A choice is theirs; what may be assumed may be assumed; a minute asked for with it is granted too."""
    takes_time = MessageKind.ASKS_TIME in read_message(asked.text, question.ask).kinds
    if kind is RequestKind.PERMISSION:
        return cue_for(state, Move.DECIDE, target=f"agree_{AND_TIME}" if takes_time else "agree")
    return cue_for(state, Move.DECIDE, target=AND_TIME if takes_time else None)


def release(
    state: SessionState, question: Question, asked: Utterance, requests: Sequence[Request]
) -> FactReleased | None:
    """The next fact to record as released for this message, if one is left."""
    for fact in () if _settled(state, question, requests) else facts_wanted(question, requests):
        if not fact.opening and fact.id not in state.transcript.released:
            return FactReleased(fact.id, asked.turn)
    return None


def knows(state: SessionState, question: Question, requests: Sequence[Request]) -> bool:
    """Whether there is something to say to the requests: a fact, or what was settled before."""
    return bool(facts_wanted(question, requests) or _settled(state, question, requests))


def _matching(question: Question, request: Request) -> Iterator[Fact]:
    """The fact that a request names; a second one where "and" joins two."""
    if request.kind in {RequestKind.YOUR_VIEW, RequestKind.ALL_DATA, RequestKind.VAGUE}:
        return
    pieces = [piece for piece in request.text.replace(",", " and ").split(" and ") if roots_of(piece)]
    found = [fact_asked_for(question, piece) for piece in pieces] if len(pieces) > 1 else []
    known = [fact for fact in found if fact is not None]
    whole = None if known else fact_wanted(question, request)
    yield from known or ([whole] if whole is not None else [])


def _near_the_sheet(state: SessionState, question: Question, requests: Sequence[Request]) -> bool:
    """Whether a line may have been meant. Who was just asked what exactly is meant is not asked again."""
    before = next((turn for turn in reversed(state.transcript.turns) if not turn.candidate), None)
    if before is not None and before.target == NEAR:
        return False
    return any(may_be_on_sheet(question, request.text) for request in requests)


def _topic(state: SessionState, question: Question, asked: Utterance) -> Topic | None:
    """What the brief says to a request that the sheet has nothing for, where the question is about the employer."""
    if not question.employer:
        return None
    topic = match_topic(asked.text, state.configured.pack.answers)
    told = topic is not None and any(turn.target == topic.id for turn in state.transcript.turns)
    return None if told else topic


def _told_before(transcript: Transcript, fact: Fact, turn: int) -> bool:
    return fact.opening or transcript.released.get(fact.id, turn) < turn


def _which_figure(state: SessionState, kind: RequestKind) -> Cue:
    asked_often = sum(1 for turn in state.transcript.turns if turn.move in {Move.WHICH_FIGURE, Move.ASSUME})
    if kind is RequestKind.ALL_DATA or asked_often >= TOO_MANY:
        return cue_for(state, Move.WHICH_FIGURE, target="all")
    return cue_for(state, Move.WHICH_FIGURE, target="again" if made(state, Move.WHICH_FIGURE) else None)


def _settled(state: SessionState, question: Question, requests: Sequence[Request]) -> int | None:
    """The turn by which the subject was settled before, if it was."""
    subject = {root for request in requests for root in roots_of(request.text)} - ASIDE
    turns = state.transcript.turns
    for at in range(1, len(turns)):
        if turns[at].move not in SETTLES or turns[at].question_id != question.id:
            continue
        earlier = set(roots_of(turns[at - 1].text))
        if subject and len(subject & earlier) >= SAME_SUBJECT * len(subject):
            return turns[at].turn
    return None


def _settled_words(state: SessionState, turn: int) -> str | None:
    """What the candidate put there, as a short quote."""
    reply = next((one for one in state.transcript.turns if one.turn > turn and one.candidate), None)
    return quotable_clause(reply.text) if reply is not None else None
