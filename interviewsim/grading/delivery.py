"""How it was said and where the time went: counts and clock alone, never part of a score."""

from collections.abc import Sequence

from interviewsim.domain.events import SaidAs
from interviewsim.domain.setup import spoken_seconds
from interviewsim.domain.transcript import Transcript, Utterance
from interviewsim.reading.answer import counts_of
from interviewsim.reading.findings import Said


def delivery_of(transcript: Transcript) -> dict[str, float | int | None]:
    """Words, agency and hedging over the candidate's answers, and their share of the talk (0 to 1)."""
    answers = [turn.text for turn in transcript.turns if turn.candidate and turn.as_ is SaidAs.ANSWER]
    said = sum(turn.words for turn in transcript.turns)
    theirs = sum(turn.words for turn in transcript.turns if turn.candidate)
    return delivery_of_texts(answers) | {"talk_share": round(theirs / said, 2) if said else None}


def delivery_of_texts(answers: Sequence[str]) -> dict[str, float | int | None]:
    """The same counts where there is no transcript; without a share of the talk."""
    counts = [counts_of((Said(turn, text),)) for turn, text in enumerate(answers, start=1)]
    words = sum(count.words for count in counts)
    sentences = sum(count.sentences for count in counts)
    return {
        "words": words,
        "answers": len(answers),
        "longest_answer_words": max((count.words for count in counts), default=0),
        "words_a_sentence": round(words / sentences, 1) if sentences else None,
        "i": sum(count.i for count in counts),
        "we": sum(count.we for count in counts),
        "numbers": sum(count.numbers for count in counts),
        "hedges_per_100_words": round(100 * sum(count.hedges for count in counts) / words, 1) if words else None,
        "spoken_seconds": round(spoken_seconds(words)),
    }


def pacing_of(transcript: Transcript) -> dict[str, float | int | None]:
    """Seconds used and planned, for the round and for each phase; pasted answers are left out of the pace."""
    if transcript.configured is None:
        return {}
    plan = transcript.configured.plan
    told: dict[str, float | int | None] = {"seconds": round(transcript.t), "planned_seconds": plan.seconds}
    starts = [(started.phase, t) for started, t in transcript.phases]
    ends = [t for _, t in starts[1:]] + [transcript.t]
    for (phase, begin), end in zip(starts, ends, strict=True):
        told[f"{phase}_seconds"] = round(end - begin)
    told["seconds_an_answer"] = _pace([turn for turn in transcript.turns if turn.candidate and not turn.pasted])
    return told


def _pace(turns: Sequence[Utterance]) -> int | None:
    answers = [turn.seconds for turn in turns if turn.as_ is SaidAs.ANSWER]
    return round(sum(answers) / len(answers)) if answers else None
