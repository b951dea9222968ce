"""The turning point: thin words, the follow-up they brought about, and what was said then."""

from dataclasses import dataclass

from interviewsim.domain.evidence import Span
from interviewsim.domain.move import Move
from interviewsim.domain.rubric import Rubric
from interviewsim.domain.scorecard import Scorecard, Seen
from interviewsim.domain.transcript import Transcript, Utterance
from interviewsim.tui.presenters.plain import one_line, quoted
from interviewsim.tui.presenters.speech import asked_for

EXCERPT = 110
"""Cells of the thin words that are shown."""


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """Before, why it was asked, after; each with its turn."""

    before: str
    before_turn: int
    why: str
    after: str
    after_turn: int


def turning_point(transcript: Transcript, card: Scorecard, rubric: Rubric | None) -> TurningPoint | None:
    """The first follow-up whose answer repaired what it asked after; None where there was none."""
    for utterance in transcript.turns:
        if utterance.move is not Move.PROBE or not utterance.target:
            continue
        before, after = transcript.turn(utterance.turn - 1), transcript.turn(utterance.turn + 1)
        repaired = _repaired(card, rubric, utterance.target, utterance.turn + 1)
        if before and after and before.candidate and after.candidate and repaired:
            why = f"Still open: {asked_for(utterance.target)}. So that is what was asked for."
            return TurningPoint(
                _last_words(before), before.turn, why, quoted(repaired.of(after.text), EXCERPT), after.turn
            )
    return None


def _repaired(card: Scorecard, rubric: Rubric | None, target: str, turn: int) -> Span | None:
    """Words of `turn` that show what was asked after: a part, or an item that looks for the signal."""
    for answer in card.answers:
        part = answer.parts.get(target)
        if part and part.prompted:
            return next((span for span in part.spans if span.turn == turn), None)
    return _by_item(card, rubric, target, turn)


def _by_item(card: Scorecard, rubric: Rubric | None, target: str, turn: int) -> Span | None:
    looking = {
        (criterion.id, item.id)
        for criterion in (rubric.criteria if rubric else ())
        for item in criterion.items
        if item.signal.partition(":")[0] == target
    }
    for score in card.criteria:
        for item in score.items:
            if (score.id, item.id) in looking and item.seen is Seen.YES:
                for index in item.evidence:
                    found = score.evidence[index]
                    if found.turn == turn:
                        return Span(found.turn, found.start, found.end)
    return None


def _last_words(utterance: Utterance) -> str:
    """The end of an answer, from the last sentence that fits."""
    line = one_line(utterance.text)
    if len(line) <= EXCERPT:
        return quoted(line)
    tail = line[-EXCERPT:]
    _, stop, rest = tail.partition(". ")
    return quoted(rest) if stop else f"“…{tail.partition(' ')[2]}”"
