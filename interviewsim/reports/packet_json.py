"""The committee's packet as one JSON value."""

from collections.abc import Mapping, Sequence

from interviewsim.domain.course import Course
from interviewsim.grading.across import Differing, Heard, Pattern
from interviewsim.grading.committee import Entry, Packet, Said
from interviewsim.grading.deciding import Ruling
from interviewsim.grading.packet_words import decision_of
from interviewsim.grading.retold import Figure, FigureDiffers, Telling, ToldTwice

SCHEMA = 1
Value = Mapping[str, object]


def packet_json(packet: Packet, course: Course) -> Value:
    """`decision` is null where graders' own verdicts do not carry it; `by_scores` is what the scores alone come to."""
    ruling = packet.ruling
    return {
        "schema": SCHEMA,
        "loop": course.loop,
        "company": packet.company.id,
        "level": packet.level,
        "mode": course.mode,
        "length": course.length,
        "complete": course.complete,
        **_ruling(ruling),
        "headline": decision_of(packet),
        "rule": packet.company.committee.rule,
        "floor": packet.company.committee.floor,
        "reason_for": _said(packet.reason_for),
        "reason_against": _said(packet.reason_against),
        "would_change": packet.would_change,
        "turn": {"round": packet.turn.round, "score": packet.turn.score, "to": packet.turn.to} if packet.turn else None,
        "focus": packet.focus,
        "rounds": [_entry(entry, course) for entry in packet.entries],
        "skills": [
            {"skill": one.skill, "mean": one.mean, "rounds": dict(one.by_round), "apart": one.apart}
            for one in packet.skills
        ],
        "disagreements": [_differing(one) for one in packet.differing],
        "patterns": [_pattern(one) for one in packet.patterns],
        "costs": [{"text": text, "rounds": list(rounds)} for text, rounds in packet.costs],
        "told_twice": [_retold(pair) for pair in packet.retold],
        "levels": [{"level": one.level, **_ruling(one.ruling)} for one in packet.levels],
    }


def _ruling(ruling: Ruling) -> Value:
    return {
        "decision": ruling.verdict if ruling.measured else None,
        "by_scores": ruling.verdict,
        "average": ruling.average,
        "bar": ruling.bar,
        "judged": ruling.judged,
        "measured": ruling.filed,
        "objections": [{"against": one.against, "round": one.round, "text": one.text} for one in ruling.objections],
    }


def _entry(entry: Entry, course: Course) -> Value:
    who, vote = entry.place.interviewer, entry.vote
    stage = next((step.stage for step in course.steps if step.place.round is entry.place.round), None)
    return {
        "round": entry.place.round,
        "session": entry.session,
        "stage": stage,
        "interviewer": {"name": who.name, "role": who.role},
        "weight": entry.place.weight,
        "score": entry.card.score if entry.card else None,
        "verdict": entry.card.verdict if entry.card else None,
        "reads_as": vote.verdict if vote else None,
        "grader": (entry.card.grader.model or entry.card.grader.kind) if entry.card else None,
        "why": entry.why,
        "for": entry.shown,
        "against": entry.missing,
        "evidence": [_words(words) for words in (*entry.quotes, *entry.against)],
    }


def _words(words: Heard) -> Value:
    place = words.evidence
    return {
        "round": words.round,
        "session": words.session,
        "turn": place.turn,
        "start": place.start,
        "end": place.end,
        "quote": place.quote,
    }


def _said(said: Said | None) -> Value | None:
    return {"text": said.text, "evidence": [_words(words) for words in said.words]} if said else None


def _differing(one: Differing) -> Value:
    return {
        "skill": one.skill,
        "low": {"round": one.low, "level": one.levels[0], "evidence": _listed(one.low_words)},
        "high": {"round": one.high, "level": one.levels[1], "evidence": _listed(one.high_words)},
        "settled": one.settled,
    }


def _listed(words: Heard | None) -> Sequence[Value]:
    return [_words(words)] if words else []


def _pattern(one: Pattern) -> Value:
    return {
        "name": one.name,
        "found": list(one.found),
        "missed": list(one.missed),
        "evidence": [_words(words) for words in one.words],
    }


def _retold(pair: ToldTwice) -> Value:
    return {
        "first": _telling(pair.first),
        "second": _telling(pair.second),
        "shared": list(pair.shared),
        "share": pair.share,
        "figures": [_figure(figure, pair) for figure in pair.figures],
    }


def _telling(told: Telling) -> Value:
    return {
        "round": told.round,
        "session": told.session,
        "question_id": told.answer.question_id,
        "turns": list(told.answer.turns),
    }


def _figure(figure: FigureDiffers, pair: ToldTwice) -> Value:
    return {"of": figure.of, "first": _told(figure.first, pair.first), "second": _told(figure.second, pair.second)}


def _told(figure: Figure, told: Telling) -> Value:
    words = _words(Heard(told.round, told.session, "", figure.evidence))
    return {"told": figure.told, "value": figure.value, "evidence": words}
