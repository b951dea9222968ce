"""One made-up session in every shape that is pinned: its journal, its scorecard, its reports."""

from interviewsim.domain.events import (
    CandidateSaid,
    EndReason,
    Entry,
    Event,
    FactReleased,
    Focus,
    Graded,
    HintGiven,
    Interrupted,
    InterviewerSaid,
    NotesKept,
    Paused,
    PhaseStarted,
    Resumed,
    RoundEnded,
    SaidAs,
    SelfEstimate,
    SessionConfigured,
    SessionOpened,
    Skipped,
    Trouble,
)
from interviewsim.domain.evidence import Evidence, Match, Span
from interviewsim.domain.loop import LoopRound, Persona, Phase, PhaseShare, RoundPlan
from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel, Fact, Probe, Question
from interviewsim.domain.rubric import CompanyPack, Criterion, Item, RedFlag, Rubric, Severity, Topic, Verdict
from interviewsim.domain.scorecard import (
    AnswerRecord,
    Basis,
    CarriedOver,
    CriterionScore,
    FlagFound,
    GraderName,
    ItemFinding,
    PartFound,
    Reason,
    Scorecard,
    Seen,
    Unscored,
    UnscoredReason,
    Usage,
)
from interviewsim.domain.terms import Length, Level, Mode, Round, Skill

SESSION = "20261123T140512-behavioral-7k3f"
ASKED = "Tell me about a time you had to drop something that people were counting on."
ANSWERED = (
    "In May our <b>night sync</b> for branch libraries kept failing, and I owned the roadmap.\n"
    "I called all nine branches, listed what each lost, and I cut the new catalog theme from the release."
)
PROBED = "You cut the theme. What came of that?"
FOLLOWED = "Failed syncs went from 14 a week to 2 by July. Two branches stayed unhappy about the theme | and said so."
TEXTS = {2: ASKED, 3: ANSWERED, 4: PROBED, 5: FOLLOWED}

PERSONA = Persona("Nora Calder", "Group product manager", "neutral")
QUESTION = Question(
    id="bh_dropped",
    ask=ASKED,
    answer_model=AnswerModel.STAR,
    levels=(Level.PM, Level.SENIOR),
    skills=(Skill.PRIORITIZATION,),
    tags=("growth",),
    probes=(Probe("result", PROBED),),
    facts=(Fact("branches", ("branch", "library"), "There are nine branches.", 9, "branches"),),
    reference={"path": ["name the loss", "say who bore it"], "result": {"bar": 3.0, "seen": True, "by": None}},
)
RUBRIC = Rubric(
    pack="generic",
    round=Round.BEHAVIORAL,
    criteria=(
        Criterion(
            id="ownership",
            name="Ownership",
            about="Whose step it was.",
            weight=60,
            skills={Skill.PRIORITIZATION: 60, Skill.COMMUNICATION: 40},
            anchors={1: "Nobody acts.", 2: "A step.", 3: "A concrete step.", 4: "Three steps.", 5: "Beyond the role."},
            items=(Item("own_step", 2, "Names an own step.", 1, "own_step"),),
            next_level={3: "Name three steps of your own."},
            applies_to=(AnswerModel.STAR,),
            must_have=True,
        ),
    ),
    flags=(
        RedFlag("no_users", "Not talking to users", Severity.CONCERN, cues=("users would",), probe="Whom did you ask?"),
    ),
    digest="sha256:4be1c0ffee",
)
PACK = CompanyPack(
    id="generic",
    name="Generic product loop",
    as_of="2026-11",
    disclaimer="No company's own process.",
    brief="A library network.",
    private="The network loses money.",
    rival="Bookhall",
    scale={
        Verdict.STRONG_NO_HIRE: "Strong no",
        Verdict.NO_HIRE: "No hire",
        Verdict.HIRE: "Hire",
        Verdict.STRONG_HIRE: "Strong hire",
    },
    bar={Level.PM: 3.0, Level.SENIOR: 3.3},
    loop=(
        LoopRound(
            Round.BEHAVIORAL,
            45,
            20,
            2,
            3,
            PERSONA,
            (PhaseShare("intro", 3), PhaseShare("question_1", 40), PhaseShare("close", 2)),
        ),
    ),
    answers=(Topic("team", ("team", "size"), "Six people.", withheld=False),),
    confidence={"process": "inferred"},
    sources=("Made up.",),
)
PLAN = RoundPlan(
    Round.BEHAVIORAL,
    Length.SHORT,
    PERSONA,
    (Phase("intro", 60), Phase("question_1", 1380, 0), Phase("close", 60)),
    questions=1,
    probes=2,
)
OPENED = SessionOpened(
    session=SESSION,
    round=Round.BEHAVIORAL,
    company="generic",
    level=Level.PM,
    mode=Mode.COACH,
    length=Length.SHORT,
    interviewer="offline",
    title="Behavioral at Generic",
    at="2026-11-23T14:05:12.000Z",
)


def quoted(turn: int, quote: str, match: Match = Match.EXACT) -> Evidence:
    """The first place of a quote in the sample's turn."""
    start = TEXTS[turn].index(quote)
    return Evidence(turn, start, start + len(quote), quote, match)


def span(turn: int, words: str) -> Span:
    """The same place without its words."""
    start = TEXTS[turn].index(words)
    return Span(turn, start, start + len(words))


OWN_STEPS = quoted(3, "I called all nine branches")
CUT = quoted(3, "I cut the new catalog theme", Match.NORMALIZED)
OUTCOME = quoted(5, "Failed syncs went from 14 a week to 2 by July")

SCORECARD = Scorecard(
    round=Round.BEHAVIORAL,
    company="generic",
    level=Level.PM,
    mode=Mode.COACH,
    grader=GraderName("offline", None, None, RUBRIC.name),
    score=3.4,
    level_range=(3, 4),
    coverage=0.85,
    verdict=Verdict.HIRE,
    headline="Hire at PM: 3.4 of 5 against a bar of 3.0.",
    reason_for=Reason("Impact: the outcome is a number against a before.", (OUTCOME,)),
    reason_against=Reason("Reflection: looked for a lesson and did not find one."),
    focus="Name the obstacle in your second sentence, and what you did about it.",
    carried_over=CarriedOver("Give the result a number.", happened=True, evidence=(OUTCOME,)),
    criteria=(
        CriterionScore(
            id="ownership",
            name="Ownership",
            weight=0.6,
            level=3,
            basis=Basis.EVIDENCE,
            unscored=None,
            items=(ItemFinding("own_step", Seen.YES, (0, 1)), ItemFinding("obstacle", Seen.NO)),
            evidence=(OWN_STEPS, CUT),
            rationale="Seen: names steps of their own. Not found: something that stood in the way.",
            next_level="Tell what stood in the way, and your step past it.",
            spread=(3, 3, 4),
        ),
        CriterionScore("impact", "Impact", 0.25, 4, Basis.EVIDENCE, None, evidence=(OUTCOME,)),
        CriterionScore(
            "reflection",
            "Reflection",
            0.1,
            1,
            Basis.ABSENCE,
            None,
            items=(ItemFinding("lesson", Seen.UNCLEAR),),
            rationale="Not found: what you learned.",
            next_level="Say what you do differently since.",
        ),
        CriterionScore(
            "empathy",
            "Empathy",
            0.05,
            None,
            None,
            Unscored(UnscoredReason.NOT_REACHED, "Time ran out before this could be told."),
        ),
    ),
    answers=(
        AnswerRecord(
            question_id="bh_dropped",
            question=ASKED,
            answer_model=AnswerModel.STAR,
            turns=(3, 5),
            type="story",
            parts={
                "situation": PartFound(
                    present=True,
                    strength=2,
                    share=0.31,
                    prompted=False,
                    spans=(span(3, "In May our <b>night sync</b> for branch libraries kept failing"),),
                ),
                "task": PartFound(True, 1, 0.1, False, (span(3, "I owned the roadmap"),)),
                "action": PartFound(True, 2, 0.35, False, (span(3, OWN_STEPS.quote), span(3, CUT.quote))),
                "result": PartFound(True, 2, 0.24, True, (span(5, OUTCOME.quote),)),
            },
            flaws=("no_trade_off",),
            levels={"ownership": 3, "impact": 4},
        ),
    ),
    flags=(FlagFound("no_users", Severity.CONCERN, probed=True, evidence=(CUT,)),),
    skills={Skill.PRIORITIZATION: 3.1, Skill.EMPATHY: None},
    hints=1,
    delivery={"words": 51, "i": 3, "we": 0, "talk_share": 0.72, "hedges_per_100_words": None},
    pacing={"seconds": 240, "planned_seconds": 1500, "intro_seconds": 31},
    usage=Usage(1200, 300, 450),
    dropped_quotes=1,
    session=SESSION,
)


def entry(n: int, event: Event, t: float = 0.0) -> Entry:
    """An entry at the sample's day; `n` doubles as the second."""
    return Entry(n, f"2026-11-23T14:05:{n:02}.000Z", t, event)


ENTRIES = (
    entry(1, SessionConfigured(7, PLAN, (QUESTION,), PACK, RUBRIC, Focus("impact", 2, "Give the result a number."))),
    entry(2, PhaseStarted("intro", 0)),
    entry(3, InterviewerSaid(1, "I am Nora. We have 25 minutes.", Move.OPEN, None, conduct=("two_questions:cut",))),
    entry(4, PhaseStarted("question_1", 1), 31.0),
    entry(5, InterviewerSaid(2, ASKED, Move.ASK, "bh_dropped"), 31.0),
    entry(6, Paused(), 40.5),
    entry(7, Resumed(), 40.5),
    entry(8, HintGiven("bh_dropped", 1), 44.25),
    entry(9, CandidateSaid(3, ANSWERED, SaidAs.ANSWER, pasted=True, seconds=101.5), 132.5),
    entry(10, InterviewerSaid(4, PROBED, Move.PROBE, "bh_dropped", target="result"), 132.5),
    entry(11, Interrupted(), 140.0),
    entry(12, Resumed(), 140.0),
    entry(13, FactReleased("branches", 4), 141.0),
    entry(14, CandidateSaid(5, FOLLOWED, SaidAs.ANSWER, cut_off=True, seconds=99.0), 231.5),
    entry(15, Skipped("bh_dropped"), 231.5),
    entry(16, Trouble("The model server did not answer."), 231.5),
    entry(17, InterviewerSaid(6, "Thank you, that was our time.", Move.CLOSE, None, complete=False), 240.0),
    entry(18, NotesKept("ask about the team\nand pay"), 240.0),
    entry(19, RoundEnded(EndReason.ENDED_EARLY), 240.0),
    entry(20, SelfEstimate(would_hire=None, weakest="impact"), 240.0),
    entry(
        21,
        Graded(1, SCORECARD, {"prompt": "p", "replies": [{"tokens": 3, "score": 0.5, "ok": True, "none": None}]}),
        240.0,
    ),
)
