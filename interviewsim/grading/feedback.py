"""What a debrief says of a grade, for every front end: verdict, reasons, turning point, one change, costs.

Nothing here is judged, escaped or laid out. Every excerpt is cut from the transcript.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from interviewsim.domain.aspect import Aspect
from interviewsim.domain.evidence import Evidence
from interviewsim.domain.move import Move
from interviewsim.domain.rubric import Rubric
from interviewsim.domain.scorecard import AnswerRecord, CarriedOver, Reason, Scorecard, Seen
from interviewsim.domain.transcript import Transcript, Utterance
from interviewsim.reading.findings import Flaw, Part, Signal

MOST_EXCERPT = 160
"""Code points of a turn that stand for it where no quote does."""
MOST_QUOTES = 3
"""Quotes told under a criterion: enough to be convinced, few enough to be read."""

_COSTS: Mapping[str, str] = {
    Flaw.WE_FOR_I: "“We” stands where your own part was asked for.",
    Flaw.HYPOTHETICAL: "It tells what you would do, not what you did.",
    Flaw.HABIT: "It tells what you usually do, not one time you did it.",
    Flaw.NO_RESULT: "I did not find what came of it.",
    Flaw.NO_NUMBER: "I did not find a number for what came of it.",
    Flaw.LONG_SETUP: "The setup takes up most of the answer.",
    Flaw.RAMBLING: "It runs long before it gets to the point.",
    Flaw.NO_TRADE_OFF: "I did not find what was given up, or what else was weighed.",
    Flaw.BLAME: "Somebody else is blamed where your own part was asked for.",
    "arithmetic_slip": "A calculation does not come out, and you did not notice.",
    Flaw.OFF_QUESTION: "It answers another question than the one that was asked.",
}

_TARGETS: Mapping[str, str] = {
    Part.SITUATION: "the situation",
    Part.TASK: "what was yours to achieve",
    Part.ACTION: "what you did yourself",
    Part.RESULT: "the result",
    Signal.TIME_OR_PLACE: "when or where it was",
    Signal.STAKES: "what hung on it",
    Signal.OWN_GOAL: "your own goal",
    Signal.OWN_STEP: "a step of your own",
    Signal.OWN_STEPS: "your own steps",
    Signal.ORDERED_STEPS: "the order of your steps",
    Signal.REASON: "your reason",
    Signal.OBSTACLE: "what stood in the way",
    Signal.ALTERNATIVE: "what else you weighed",
    Signal.COST: "what it cost, and whom",
    Signal.DISAGREEMENT: "who saw it differently",
    Signal.OTHER_VIEW: "what the others said",
    Signal.OUTCOME: "what came of it",
    Signal.SPECIFIC_OUTCOME: "what exactly came of it",
    Signal.MEASURE: "a number for the outcome",
    Signal.BASELINE: "what that number is measured against",
    Signal.ATTRIBUTION: "what else could explain the outcome",
    Signal.LESSON: "what you learned",
    Signal.CHANGED_HABIT: "what you do differently since",
    Signal.OWN_ERROR: "your own mistake",
    Signal.CREDIT: "whose idea it was",
    Signal.USERS: "the users",
    Aspect.ADMITS_LIMIT: "what you do not know",
    Aspect.NEED_CHOICE: "which need comes first",
    Aspect.USER_EFFECT: "what users get from it",
    Aspect.GIVEN_UP: "what you give up",
    Aspect.TOLD_NO: "who is told no",
    Aspect.SENSITIVITY: "what would change your order",
    Aspect.THRESHOLD: "when you would stop",
    Aspect.QUALITY: "how fast, exact or private it has to be",
    Aspect.FLOW: "the parts, and what passes between them",
    Aspect.FAILURE: "what breaks, and what happens then",
    Aspect.CHECK_MEASURE: "whether the figure can be believed",
    Aspect.SHAPE: "when and where it began",
    Aspect.SPLIT: "how you would cut the figure",
    Aspect.CAUSES: "what could be behind it",
    Aspect.TEST: "how you would tell",
    Aspect.PREVENT: "what keeps it from coming back",
    Aspect.LIMIT: "where it stops being true",
    Aspect.PRESENT: "what you do now",
    Aspect.PAST: "how you came there",
    Aspect.WHY_HERE: "what draws you here",
    Aspect.ACTIONS: "what users do that shows it",
    Aspect.INPUTS: "what moves the measure",
    Aspect.SANITY: "a check of the result",
    Aspect.JOB: "what people use it for",
    Aspect.WORKS: "what it does well",
    Aspect.POSITION: "where to play",
}

_ASKED: Mapping[Move, str] = {
    Move.OCCASION: "asked for one time it really happened",
    Move.CLOSEST: "asked for the closest case",
    Move.FOCUS: "asked for the point",
    Move.PUSH_BACK: "contested the decision",
    Move.CHALLENGE: "objected",
    Move.TWIST: "changed the terms",
    Move.PREMISE: "said something that may be wrong",
}
FOLLOW_UPS = frozenset({Move.PROBE, *_ASKED})
"""Moves that answer an answer."""

_QUOTED = re.compile(r'["“]([^"”]{3,})["”]')
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some words of a turn; `cut` where a sentence was broken off."""

    turn: int
    text: str
    cut: bool = False


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """Where a follow-up changed an answer most: the words before, what was asked for, the words after.

    `why` goes on from the interviewer's name: "asked for the result". `gained` False: it changed no level.
    """

    before: Excerpt
    why: str
    question: Excerpt
    after: Excerpt
    gained: bool


@dataclass(frozen=True, slots=True)
class Cost:
    """What cost an answer, in a sentence; answers count from 1."""

    answer: int
    text: str


@dataclass(frozen=True, slots=True)
class Feedback:
    """The lines of a debrief in their reading order. `change` is empty where there is nothing to change."""

    verdict: str
    last_time: CarriedOver | None
    reason_for: Reason | None
    reason_against: Reason | None
    turning_point: TurningPoint | None
    change: str


def feedback_of(card: Scorecard, transcript: Transcript | None = None) -> Feedback:
    """What a debrief says of a grade; the turning point needs the transcript."""
    return Feedback(
        verdict=card.headline,
        last_time=card.carried_over,
        reason_for=card.reason_for,
        reason_against=card.reason_against,
        turning_point=turning_point(transcript, card) if transcript else None,
        change=card.focus or "",
    )


def costs_of(answers: Sequence[AnswerRecord]) -> tuple[Cost, ...]:
    """Each answer's flaws as sentences, and the figures that were asked for in vain."""
    return tuple(Cost(number, text) for number, answer in enumerate(answers, 1) for text in _told_against(answer))


def _told_against(answer: AnswerRecord) -> Iterator[str]:
    yield from map(cost, answer.flaws)
    if answer.unused_facts:
        asked_for = ", ".join(_named(fact) for fact in answer.unused_facts)
        yield f"You asked for figures and did not use them: {asked_for}."


def cost(flaw: str) -> str:
    """A flaw in a sentence."""
    return _COSTS.get(flaw, f"{_named(flaw).capitalize()}.")


def asked(move: Move | None, target: str | None) -> str:
    """Why an interviewer came back to an answer: "asked for the result"; empty where the move is no follow-up."""
    if move not in FOLLOW_UPS:
        return ""
    if move in _ASKED:
        return _ASKED[move]
    return f"asked for {_TARGETS.get(target, f'the {_named(target)}')}" if target else "asked a follow-up"


def sought(target: str) -> str:
    """What is looked for, in an interviewer's words ("what else you weighed"); empty for what has no such words."""
    return _TARGETS.get(target, "")


def costs_named(flaw: str) -> str:
    """What a flaw costs, as a sentence; empty for one that is not told."""
    return _COSTS.get(flaw, "")


def best_quotes(evidence: Sequence[Evidence], most: int = MOST_QUOTES) -> tuple[Evidence, ...]:
    """The words that a level rests on most, best first, no words twice.

    Evidence stands in the order of the levels it earned, so the last is the best.
    """
    best: list[Evidence] = []
    for place in reversed(evidence):
        if len(best) < most and not any(_overlap(place, taken) for taken in best):
            best.append(place)
    return tuple(best)


def turning_point(transcript: Transcript, card: Scorecard) -> TurningPoint | None:
    """The follow-up whose answer holds most of what the grade rests on; where none gained, the first one."""
    best, most = None, -1
    for before, question, after in zip(transcript.turns, transcript.turns[1:], transcript.turns[2:], strict=False):
        if not (before.candidate and question.move in FOLLOW_UPS and after.candidate):
            continue
        gain = _gain(after.turn, card)
        if gain > most:
            best, most = (before, question, after), gain
    if best is None:
        return None
    before, question, after = best
    rubric = transcript.configured.rubric if transcript.configured else None
    return TurningPoint(
        _thin_words(before, question),
        asked(question.move, question.target),
        _beginning(question),
        _answering_words(after, question.target, card, rubric),
        gained=most > 0,
    )


def _gain(turn: int, card: Scorecard) -> int:
    parts = [part for answer in card.answers for part in answer.parts.values() if part.prompted and part.present]
    told = sum(2 for part in parts if any(span.turn == turn for span in part.spans))
    return told + sum(1 for criterion in card.criteria for place in criterion.evidence if place.turn == turn)


def _thin_words(before: Utterance, question: Utterance) -> Excerpt:
    """What the interviewer came back to: the sentence that was quoted to the candidate, else how the answer ended."""
    for quote in _QUOTED.findall(question.text):
        found = re.search(re.escape(quote), before.text, re.IGNORECASE)
        if found:
            return _clipped(before.turn, _sentence_at(before.text, found.start()))
    return _ending(before)


def _answering_words(after: Utterance, target: str | None, card: Scorecard, rubric: Rubric | None) -> Excerpt:
    """The words that show what was asked for, else the longest that the grade rests on, else the beginning."""
    shown = [*_of_part(after, target, card), *_of_items(after, target, card, rubric)]
    if shown:
        return Excerpt(after.turn, shown[0])
    places = [place.quote for criterion in card.criteria for place in criterion.evidence if _stands_in(place, after)]
    return Excerpt(after.turn, max(places, key=len)) if places else _beginning(after)


def _of_part(after: Utterance, target: str | None, card: Scorecard) -> Iterable[str]:
    for answer in card.answers:
        part = answer.parts.get(target or "")
        if part and part.prompted:
            yield from (words for span in part.spans if span.turn == after.turn and (words := span.of(after.text)))


def _of_items(after: Utterance, target: str | None, card: Scorecard, rubric: Rubric | None) -> Iterable[str]:
    """Words of items that look for the signal that was asked for; the rubric tells which those are."""
    looking = {
        (criterion.id, item.id)
        for criterion in (rubric.criteria if rubric else ())
        for item in criterion.items
        if target and item.signal.partition(":")[0] == target
    }
    for score in card.criteria:
        for item in score.items:
            if (score.id, item.id) in looking and item.seen is Seen.YES:
                places = [score.evidence[index] for index in item.evidence if index < len(score.evidence)]
                yield from (place.quote for place in places if _stands_in(place, after))


def _stands_in(place: Evidence, said: Utterance) -> bool:
    return place.turn == said.turn and bool(place.quote) and said.text[place.start : place.end] == place.quote


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.turn == other.turn and one.start < other.end and other.start < one.end


def _sentence_at(text: str, at: int) -> str:
    ends = [end.end() for end in _SENTENCE_END.finditer(text)]
    start = max((end for end in ends if end <= at), default=0)
    end = min((end for end in ends if end > at), default=len(text))
    return text[start:end].strip()


def _ending(said: Utterance) -> Excerpt:
    """The last sentences that fit."""
    text = said.text.strip()
    if len(text) <= MOST_EXCERPT:
        return Excerpt(said.turn, text)
    tail = text[-MOST_EXCERPT:]
    end = _SENTENCE_END.search(tail)
    return Excerpt(said.turn, tail[end.end() :]) if end else _clipped(said.turn, _sentence_at(text, len(text) - 1))


def _beginning(said: Utterance) -> Excerpt:
    return _clipped(said.turn, said.text)


def _clipped(turn: int, text: str) -> Excerpt:
    if len(text) <= MOST_EXCERPT:
        return Excerpt(turn, text)
    beginning = text[:MOST_EXCERPT]
    return Excerpt(turn, beginning[: max(beginning.rfind(" "), MOST_EXCERPT // 2)], cut=True)


def _named(identifier: str) -> str:
    return identifier.replace("_", " ").replace("-", " ")
