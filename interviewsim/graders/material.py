"""What a model is shown of an answer, and what of its quotes holds: the candidate's words alone, verified."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from interviewsim.domain.evidence import Evidence
from interviewsim.grading.ports import AnswerToGrade, SaidToGrade
from interviewsim.grading.sentences import Sentence, sentences_in, sentences_of
from interviewsim.grading.verification import LEAST_WORDS, find, normal
from interviewsim.prompts.replies import Quoted
from interviewsim.reading.cleaning import clean
from interviewsim.reading.findings import Said
from interviewsim.reading.heard import Heard
from interviewsim.reading.shown import read
from interviewsim.reading.units import units_of

MOST_QUOTES = 40
NOT_SHOWN = "(left out: tells nothing)"


@dataclass(frozen=True, slots=True)
class Material:
    """An answer's sentences and the places that may be cited, by name (E1, E2); `dropped` quotes did not hold.

    `follow_ups` are the interviewer's words that a turn replies to.
    """

    question: str
    sentences: tuple[Sentence, ...]
    evidence: Mapping[str, Evidence]
    dropped: int = 0
    follow_ups: Mapping[int, str] = field(default_factory=dict)

    @property
    def eligible(self) -> tuple[Sentence, ...]:
        """The sentences that tell something."""
        return tuple(one for one in self.sentences if one.eligible and len(one.text.split()) >= LEAST_WORDS)

    @property
    def shaky(self) -> bool:
        """Whether so many quotes did not hold that a single reading is not to be trusted."""
        return 4 * self.dropped > len(self.evidence) + self.dropped

    def shown(self) -> Mapping[str, str]:
        """The sentences by id as a model reads them; what speaks to a grader never reaches one."""
        return {one.id: clean(one.text) if one.eligible else NOT_SHOWN for one in self.sentences}

    def asked_before(self) -> Mapping[str, str]:
        """The follow-ups by the turn that replies to them."""
        return {f"T{turn}": clean(text) for turn, text in self.follow_ups.items()}

    def cited(self, turned: int = 0) -> Sequence[Mapping[str, object]]:
        """The evidence with the sentences it stands in, begun `turned` entries later."""
        entries = [self._entry(name, place) for name, place in self.evidence.items()]
        at = turned % len(entries) if entries else 0
        return [*entries[at:], *entries[:at]]

    def _entry(self, name: str, place: Evidence) -> Mapping[str, object]:
        around = " ".join(one.text for one in sentences_of(place, self.sentences))
        entry = {"id": name, "turn": f"T{place.turn}", "quote": clean(place.quote)}
        whole = normal(around).text == normal(place.quote).text
        return entry if whole else {**entry, "sentence": clean(around)}


def material_of(answer: AnswerToGrade) -> Material:
    """The answer's sentences, without evidence yet."""
    said = sorted([*answer.said, *answer.requests], key=lambda one: one.turn)
    asked = {one.turn for one in answer.requests}
    heard = [Heard(o.turn, o.text, o.prompted, o.after, o.turn in asked, o.sought) for o in said]
    addressed = read(answer.asked, heard, answer.released).addressed
    follow_ups = {one.turn: one.follow_up for one in said if one.follow_up}
    return Material(answer.asked.ask, sentences_in(answer.asked.ask, said, addressed), {}, follow_ups=follow_ups)


def material_of_questions(asked: Sequence[SaidToGrade]) -> Material:
    """What a candidate asked: each sentence is its own evidence, since there is little to choose from."""
    units = units_of("", [Said(one.turn, one.text) for one in asked])
    addressed = [unit.span for unit in units if unit.addressed]
    found = Material("What would you like to ask us?", sentences_in("", asked, addressed), {})
    places = [Evidence.at(one.span, _text(asked, one)) for one in found.eligible]
    return _with(found, places, 0)


def verified(material: Material, quotes: Sequence[Quoted], texts: Mapping[int, str]) -> Material:
    """The material with the quotes that stand in sentences that may be evidence; the rest is counted."""
    named = {one.id: one.span for one in material.sentences}
    places: list[Evidence] = []
    dropped = max(0, len(quotes) - MOST_QUOTES)
    for quoted in quotes[:MOST_QUOTES]:
        found = find(quoted.quote, texts, [named[one] for one in quoted.sentences if one in named])
        fit = [place for place in found if all(one.eligible for one in sentences_of(place, material.sentences))]
        if not fit or len(fit) < len(found):
            dropped += 1
            continue
        places += [place for place in fit if place not in places]
    return _with(material, places, dropped)


def with_places(material: Material, places: Sequence[Evidence]) -> Material:
    """The material with further places, where they may be evidence and no quote touches them yet."""
    kept = list(material.evidence.values())
    for place in places:
        touched = sentences_of(place, material.sentences)
        known = any(place.turn == one.turn and place.start < one.end and one.start < place.end for one in kept)
        if touched and not known and all(one.eligible for one in touched):
            kept.append(place)
    return _with(material, kept[:MOST_QUOTES], material.dropped)


def _with(material: Material, places: Sequence[Evidence], dropped: int) -> Material:
    named = {f"E{number}": place for number, place in enumerate(places, start=1)}
    return replace(material, evidence=named, dropped=dropped)


def _text(asked: Sequence[SaidToGrade], sentence: Sentence) -> str:
    return next(one.text for one in asked if one.turn == sentence.span.turn)
