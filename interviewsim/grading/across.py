"""What several rounds say together: each skill by round, who disagrees, and what was shown or missed more than once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from interviewsim.domain.evidence import Evidence, Span
from interviewsim.domain.loop import Persona
from interviewsim.domain.rubric import Rubric
from interviewsim.domain.scorecard import CriterionScore, PartFound, Scorecard
from interviewsim.domain.terms import Round, Skill
from interviewsim.domain.transcript import Transcript
from interviewsim.grading.feedback import MOST_EXCERPT, best_quotes, costs_named, sought
from interviewsim.grading.scoring import LOWEST

APART = 1.0
"""Levels between two rounds from which they are said to disagree on a skill."""
REPEATED = 2
"""Rounds in which something must have been looked for before it is told as a pattern."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One graded round as it is read beside the others. `weight`: the round's in the loop."""

    round: Round
    interviewer: Persona
    weight: float
    card: Scorecard
    rubric: Rubric
    transcript: Transcript


@dataclass(frozen=True, slots=True)
class Heard:
    """Words of one round: where they stand, and who heard them."""

    round: Round
    session: str
    interviewer: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class SkillSeen:
    """A skill over the loop: level (1 to 5) by round, and their mean by the rounds' weights."""

    skill: Skill
    by_round: Mapping[Round, float]
    mean: float | None

    @property
    def apart(self) -> bool:
        """Whether two rounds stand a level or more apart on it."""
        levels = self.by_round.values()
        return bool(levels) and max(levels) - min(levels) >= APART


@dataclass(frozen=True, slots=True)
class Differing:
    """Two interviewers apart on a skill: who saw least and who most, each with words, and what settles it."""

    skill: Skill
    low: Round
    high: Round
    levels: tuple[float, float]
    low_words: Heard | None
    high_words: Heard | None
    settled: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """Something looked for in several rounds: `name` in plain words, the rounds that found it, and words that show it.

    `missed` are rounds that looked for it and did not find it.
    """

    name: str
    found: tuple[Round, ...]
    missed: tuple[Round, ...]
    words: tuple[Heard, ...]


def skills_seen(rounds: Sequence[Judged]) -> tuple[SkillSeen, ...]:
    """The six skills by round."""
    return tuple(_skill(skill, rounds) for skill in Skill)


def differing(rounds: Sequence[Judged], bar: float) -> tuple[Differing, ...]:
    """Skills on which rounds stand a level or more apart, the widest gap first."""
    seen = [one for one in skills_seen(rounds) if one.apart]
    widest = sorted(seen, key=lambda one: min(one.by_round.values()) - max(one.by_round.values()))
    return tuple(_differing(one, rounds, bar) for one in widest)


def patterns(rounds: Sequence[Judged]) -> tuple[Pattern, ...]:
    """What at least two rounds looked for, in the order in which it first came up."""
    looked: dict[str, list[tuple[Judged, Evidence | None]]] = {}
    for one in rounds:
        for name, words in _looked_for(one):
            looked.setdefault(name, []).append((one, words))
    return tuple(_pattern(name, seen) for name, seen in looked.items() if len(seen) >= REPEATED)


def costs_repeated(rounds: Sequence[Judged]) -> tuple[tuple[str, tuple[Round, ...]], ...]:
    """Flaws that stand in the answers of at least two rounds, in the words of a debrief."""
    where: dict[str, dict[Round, None]] = {}
    for one in rounds:
        for flaw in (flaw for answer in one.card.answers for flaw in answer.flaws):
            where.setdefault(flaw, {})[one.round] = None
    repeated = [(flaw, tuple(seen)) for flaw, seen in where.items() if len(seen) >= REPEATED]
    return tuple((text, seen) for flaw, seen in repeated if (text := costs_named(flaw)))


def heard(one: Judged, evidence: Iterable[Evidence]) -> tuple[Heard, ...]:
    """The words as this round's."""
    session, who = one.card.session or "", one.interviewer.first_name
    return tuple(Heard(one.round, session, who, place) for place in evidence)


def _skill(skill: Skill, rounds: Sequence[Judged]) -> SkillSeen:
    levels = [(one, level) for one in rounds if (level := one.card.skills.get(skill)) is not None]
    weight = sum(one.weight for one, _ in levels)
    mean = round(sum(one.weight * level for one, level in levels) / weight, 2) if weight else None
    return SkillSeen(skill, {one.round: level for one, level in levels}, mean)


def _differing(seen: SkillSeen, rounds: Sequence[Judged], bar: float) -> Differing:
    by_round = {one.round: one for one in rounds}
    low = min(seen.by_round, key=lambda round_: seen.by_round[round_])
    high = max(seen.by_round, key=lambda round_: seen.by_round[round_])
    levels = (seen.by_round[low], seen.by_round[high])
    words = (
        _words_for(seen.skill, by_round[low], lowest=True),
        _words_for(seen.skill, by_round[high], lowest=False),
    )
    return Differing(seen.skill, low, high, levels, *words, _settled(seen, bar))


def _settled(seen: SkillSeen, bar: float) -> str:
    reached = sum(level >= bar for level in seen.by_round.values())
    side = "at the bar" if seen.mean is not None and seen.mean >= bar else "under the bar"
    return (
        f"{reached} of {len(seen.by_round)} rounds saw it at the bar; by weight it stands at {seen.mean:.1f}, {side}."
    )


def _words_for(skill: Skill, one: Judged, *, lowest: bool) -> Heard | None:
    """The best words of the criterion that moves the skill most at its low, or at its high, end."""
    shares = {criterion.id: criterion.skills.get(skill, 0) * criterion.weight for criterion in one.rubric.criteria}
    scored = [score for score in one.card.criteria if score.level is not None and shares.get(score.id)]
    sign = 1 if lowest else -1
    ordered = sorted(scored, key=lambda score: (sign * (score.level or 0), -shares[score.id]))
    words = next((quotes for score in ordered if (quotes := best_quotes(score.evidence, 1))), ())
    return next(iter(heard(one, words)), None)


def _looked_for(one: Judged) -> Iterator[tuple[str, Evidence | None]]:
    """Each part that an answered question of the round called for: its best words, or None where none had it."""
    parts: dict[str, list[PartFound]] = {}
    for answer in one.card.answers:
        for name, part in answer.parts.items() if answer.turns else ():
            parts.setdefault(name, []).append(part)
    for name, found in parts.items():
        best = max((part for part in found if part.present), key=lambda part: part.strength, default=None)
        yield name, _first_words(one, best) if best else None


def _first_words(one: Judged, part: PartFound) -> Evidence | None:
    """The first place of a part, cut at a word where it is long."""
    span = next(iter(part.spans), None)
    said = one.transcript.turn(span.turn) if span else None
    if span is None or said is None:
        return None
    text = span.of(said.text)
    end = len(text) if len(text) <= MOST_EXCERPT else max(text.rfind(" ", 0, MOST_EXCERPT), MOST_EXCERPT // 2)
    return Evidence.at(Span(span.turn, span.start, span.start + end), said.text)


def _pattern(name: str, seen: Sequence[tuple[Judged, Evidence | None]]) -> Pattern:
    found = [one.round for one, words in seen if words is not None]
    missed = [one.round for one, words in seen if words is None]
    words = tuple(place for one, evidence in seen if evidence for place in heard(one, (evidence,)))
    return Pattern(sought(name) or name.replace("_", " "), tuple(found), tuple(missed), words)


def lowest_of(one: Judged) -> CriterionScore | None:
    """The criterion that stands lowest, the heaviest of them."""
    scored = [score for score in one.card.criteria if score.level is not None]
    return min(scored, key=lambda score: (score.level or LOWEST, -score.weight), default=None)
