"""The committee's rule: six votes, one decision, by arithmetic that anybody can do again. Explained in docs/loops.md.

Every rule is monotone: a round that goes better, all else the same, never lowers the decision.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from interviewsim.domain.rubric import Committee, CommitteeRule, Verdict
from interviewsim.domain.terms import Round, Skill
from interviewsim.grading.scoring import LEAST_COVERAGE, STRONG_ABOVE_BAR, STRONG_AT_LEAST
from interviewsim.grading.telling import listed

HIRES = frozenset({Verdict.HIRE, Verdict.STRONG_HIRE})
ORDER = tuple(Verdict)
TENTHS = tuple(tenth / 10 for tenth in range(10, 51))
"""Scores that a round is put to, to see what would turn the decision."""
MAJORITY = 0.5
"""Of the weight that votes: more than this carries a vote under `no_averaging`."""


class Against(StrEnum):
    """What speaks against a hire whatever the average."""

    FLOOR = "floor"
    FLAG = "flag"
    STRONG_NO = "strong_no"
    BAR_RAISER = "bar_raiser"
    VOTES = "votes"


@dataclass(frozen=True, slots=True)
class Vote:
    """What one round says: its score (1 to 5), its verdict, the skills it saw, its critical flags by name.

    `weight` is the round's in the loop. `filed`: the grader gave a verdict of its own; else it is read off the score.
    """

    round: Round
    weight: float
    score: float
    verdict: Verdict
    skills: Mapping[Skill, float]
    critical: tuple[str, ...] = ()
    bar_raiser: bool = False
    filed: bool = True


@dataclass(frozen=True, slots=True)
class Objection:
    """One thing that caps the decision at no hire, with the round it comes from (none: from the votes together)."""

    against: Against
    round: Round | None
    text: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the rule says. `average` by the rounds' weights; None for `verdict` where too little could be judged.

    `judged` and `filed` are shares (0 to 1) of the loop's weight: rounds with a score, rounds with a grader's verdict.
    """

    verdict: Verdict | None
    average: float | None
    bar: float
    objections: tuple[Objection, ...]
    judged: float
    filed: float

    @property
    def measured(self) -> bool:
        """Whether graders' own verdicts carry it, and not only scores."""
        return self.filed >= LEAST_COVERAGE


def rule_on(votes: Sequence[Vote], committee: Committee, bar: float, whole: float) -> Ruling:
    """Put the votes together. `whole`: the weight of the entire loop; under 60 percent of it nothing is decided."""
    weight = sum(vote.weight for vote in votes)
    judged = round(weight / whole, 4) if whole else 0.0
    filed = round(sum(vote.weight for vote in votes if vote.filed) / whole, 4) if whole else 0.0
    if not votes or not weight or judged < LEAST_COVERAGE:
        return Ruling(None, average_of(votes), bar, (), judged, filed)
    objections = (*_objections(votes, committee, bar), *_outvoted(votes, committee))
    if committee.rule is CommitteeRule.BAR_RAISER and not any(vote.bar_raiser for vote in votes):
        return Ruling(None, average_of(votes), bar, objections, judged, filed)
    verdict = _by_votes(votes) if committee.rule is CommitteeRule.NO_AVERAGING else _by_average(votes, bar)
    if objections and verdict in HIRES:
        verdict = Verdict.NO_HIRE
    return Ruling(verdict, average_of(votes), bar, objections, judged, filed)


def average_of(votes: Sequence[Vote]) -> float | None:
    """Mean score by the rounds' weights, to two decimals."""
    weight = sum(vote.weight for vote in votes)
    return round(sum(vote.weight * vote.score for vote in votes) / weight, 2) if weight else None


def skill_mean(votes: Sequence[Vote], skill: Skill) -> float | None:
    """A skill over the rounds that saw it, by their weights, to two decimals."""
    seen = [(vote.weight, vote.skills[skill]) for vote in votes if skill in vote.skills]
    weight = sum(share for share, _ in seen)
    return round(sum(share * level for share, level in seen) / weight, 2) if weight else None


@dataclass(frozen=True, slots=True)
class Turn:
    """The one round that would turn the decision with the smallest change: from its score to another."""

    round: Round
    score: float
    to: float


def turning(votes: Sequence[Vote], committee: Committee, bar: float, whole: float) -> Turn | None:
    """The smallest change in one round that makes a hire of no hire, or no hire of a hire; None where none does."""
    now = rule_on(votes, committee, bar, whole)
    if now.verdict is None:
        return None
    hired = now.verdict in HIRES
    found = [turn for at in range(len(votes)) for turn in _turns(votes, at, committee, bar, whole, hired=hired)]
    return min(found, key=lambda turn: abs(turn.to - turn.score), default=None)


def _turns(
    votes: Sequence[Vote], at: int, committee: Committee, bar: float, whole: float, *, hired: bool
) -> Iterator[Turn]:
    vote = votes[at]
    other = [score for score in TENTHS if (score < vote.score if hired else score > vote.score)]
    for to in sorted(other, reverse=hired):
        ruling = rule_on([*votes[:at], _as_if(vote, to, bar), *votes[at + 1 :]], committee, bar, whole)
        if ruling.verdict is not None and (ruling.verdict in HIRES) != hired:
            yield Turn(vote.round, vote.score, to)
            return


def _as_if(vote: Vote, to: float, bar: float) -> Vote:
    """The round as it would vote at another score; going up, skills rise with it and nothing stands in its way."""
    verdict = verdict_at(to, bar)
    if to < vote.score:
        return replace(vote, score=to, verdict=min(verdict, vote.verdict, key=ORDER.index))
    return replace(
        vote,
        score=to,
        verdict=max(verdict, vote.verdict, key=ORDER.index),
        skills={skill: max(level, to) for skill, level in vote.skills.items()},
        critical=(),
    )


def verdict_at(score: float, bar: float) -> Verdict:
    """A verdict from a score alone, by the thresholds of a round."""
    if score >= min(bar + STRONG_ABOVE_BAR, STRONG_AT_LEAST):
        return Verdict.STRONG_HIRE
    if score >= bar:
        return Verdict.HIRE
    return Verdict.NO_HIRE if score >= bar - 1 else Verdict.STRONG_NO_HIRE


def _by_average(votes: Sequence[Vote], bar: float) -> Verdict:
    """By the average against the bar; strong only where nobody says no."""
    verdict = verdict_at(average_of(votes) or 0.0, bar)
    return Verdict.HIRE if verdict is Verdict.STRONG_HIRE and _share(votes, HIRES) < 1 else verdict


def _by_votes(votes: Sequence[Vote]) -> Verdict:
    """More than half of the weight for a hire makes one; strong where more than half is, and nobody says no."""
    hires = _share(votes, HIRES)
    if hires == 1 and _share(votes, {Verdict.STRONG_HIRE}) > MAJORITY:
        return Verdict.STRONG_HIRE
    if hires > MAJORITY:
        return Verdict.HIRE
    return Verdict.STRONG_NO_HIRE if _share(votes, {Verdict.STRONG_NO_HIRE}) > MAJORITY else Verdict.NO_HIRE


def _share(votes: Sequence[Vote], verdicts: frozenset[Verdict] | set[Verdict]) -> float:
    return sum(vote.weight for vote in votes if vote.verdict in verdicts) / sum(vote.weight for vote in votes)


def _objections(votes: Sequence[Vote], committee: Committee, bar: float) -> Iterator[Objection]:
    for vote in votes:
        name = vote.round.label
        if vote.score < committee.floor:
            text = f"{name} stands at {vote.score:.2f}, under the floor of {committee.floor:.1f}."
            yield Objection(Against.FLOOR, vote.round, text)
        for flag in vote.critical:
            yield Objection(Against.FLAG, vote.round, f"A critical flag in {name}: {flag}.")
        strong_no = committee.rebut_strong_no and vote.verdict is Verdict.STRONG_NO_HIRE
        if strong_no and (unanswered := _unanswered(vote, votes, bar)):
            text = f"{name} is a strong no, and no other round answers it for {listed(unanswered)}."
            yield Objection(Against.STRONG_NO, vote.round, text)
        if committee.rule is CommitteeRule.BAR_RAISER and vote.bar_raiser and vote.verdict not in HIRES:
            text = f"The bar raiser's round, {name}, is no hire, and that vote is a veto."
            yield Objection(Against.BAR_RAISER, vote.round, text)


def _outvoted(votes: Sequence[Vote], committee: Committee) -> Iterator[Objection]:
    """An average is no hire while less than half of the weight votes for one."""
    share = _share(votes, HIRES)
    if committee.rule is not CommitteeRule.NO_AVERAGING and share < MAJORITY:
        text = f"Rounds with {share:.0%} of the weight vote for a hire; it takes half."
        yield Objection(Against.VOTES, None, text)


def _unanswered(no: Vote, votes: Sequence[Vote], bar: float) -> list[str]:
    """Skills under the bar in a strong no that the other rounds together do not show at the bar."""
    others = [vote for vote in votes if vote is not no]
    means = {skill: skill_mean(others, skill) for skill, level in no.skills.items() if level < bar}
    return [skill.value for skill, mean in means.items() if mean is None or mean < bar]
