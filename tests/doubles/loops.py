"""A made-up loop: the sample session in each of three rounds, graded as a test wants it."""

from collections.abc import Sequence
from dataclasses import replace

from interviewsim.domain.events import Graded, SessionConfigured
from interviewsim.domain.loop import LoopRound, Persona, PhaseShare
from interviewsim.domain.rubric import Committee, CompanyPack, Verdict
from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.terms import Round, Skill
from interviewsim.domain.transcript import Transcript, transcript_of
from interviewsim.grading.committee import Filed
from tests.golden.samples import ENTRIES, OPENED, PACK, PLAN, QUESTION, RUBRIC, SCORECARD, entry

LOOP = "20261123T100000-loop-5xq2"
PEOPLE = {
    Round.SCREENING: Persona("Abel Dunn", "recruiter", "brisk"),
    Round.BEHAVIORAL: Persona("Nora Calder", "group product manager", "neutral"),
    Round.FINAL: Persona("Ottilie Marsh", "chief product officer", "executive"),
}
SKILLS = {Skill.PRIORITIZATION: 3.4, Skill.EMPATHY: 3.0}


def pack(committee: Committee | None = None, weights: Sequence[int] = (20, 50, 30)) -> CompanyPack:
    """The sample's company with a loop of three rounds."""
    rounds = [
        LoopRound(round_, 45, weight, 1, 2, who, (PhaseShare("question_1", 40), PhaseShare("close", 5)))
        for (round_, who), weight in zip(PEOPLE.items(), weights, strict=True)
    ]
    return replace(PACK, loop=tuple(rounds), committee=committee or Committee())


def session_of(round_: Round) -> str:
    """The id of the loop's session for a round."""
    return f"20261123T1{list(Round).index(round_)}0000-{round_}-loop"


def held(
    round_: Round, card: Scorecard | None, company: CompanyPack | None = None, *, ended: bool = True
) -> Transcript:
    """The sample session as this round of the loop, with this grade; `ended` False: cut off in the middle."""
    company, rubric = company or pack(), replace(RUBRIC, round=round_)
    plan = replace(PLAN, round=round_, interviewer=PEOPLE[round_])
    opened = replace(OPENED, session=session_of(round_), round=round_, title=f"{round_.label} · Sample", loop=LOOP)
    configured = entry(1, SessionConfigured(7, plan, (QUESTION,), company, rubric))
    said = ENTRIES[1:20] if ended else ENTRIES[1:14]
    if card is None or not ended:
        return transcript_of(opened, (configured, *said))
    own = replace(card, session=opened.session, round=round_, grader=replace(card.grader, rubric=rubric.name))
    return transcript_of(opened, (configured, *said, entry(21, Graded(1, own), 240.0)))


def card(score: float | None = 3.4, verdict: Verdict | None = Verdict.HIRE, **changes: object) -> Scorecard:
    """The sample's grade with another score."""
    made = {"skills": SKILLS, "flags": (), "disagreements": (), **changes}
    return replace(SCORECARD, score=score, verdict=verdict, **made)  # type: ignore[arg-type]


def filed(*cards: Scorecard | None, company: CompanyPack | None = None) -> list[Filed]:
    """Each round as it was graded, in the order of the loop; None: finished, and not graded."""
    company = company or pack()
    return [Filed(place, held(place.round, one, company)) for place, one in zip(company.loop, cards, strict=True)]
