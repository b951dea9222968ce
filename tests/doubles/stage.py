"""A stage in memory: a real conductor, a small talkative interviewer, canned sessions, packs and grades."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from interviewsim.backstage import Lobby
from interviewsim.domain.bank import Asked, Bank, Meeting
from interviewsim.domain.course import Course, Step
from interviewsim.domain.events import (
    CandidateSaid,
    EndReason,
    Entry,
    Event,
    Graded,
    InterviewerSaid,
    Live,
    PhaseStarted,
    RoundEnded,
    SaidAs,
    SelfEstimate,
    SessionConfigured,
    SessionOpened,
)
from interviewsim.domain.evidence import Evidence, Span
from interviewsim.domain.forking import fork, taken_again
from interviewsim.domain.history import FirstLook, HistoryRow
from interviewsim.domain.loop import LoopRound, Persona, PhaseShare
from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.rubric import CompanyPack, Criterion, Item, RedFlag, Rubric, Severity, Verdict
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
)
from interviewsim.domain.setup import Setup, plan_round, settled
from interviewsim.domain.terms import Level, Mode, Round, Skill
from interviewsim.domain.today import WeakSpots
from interviewsim.domain.transcript import Transcript, transcript_of
from interviewsim.engine.conductor import Conductor
from interviewsim.engine.cue import Cue
from interviewsim.engine.session import state_of
from interviewsim.errors import InterviewSimError
from interviewsim.grading.committee import Packet
from interviewsim.grading.compare import Comparison, Side, compare
from interviewsim.grading.guesses import Guess
from interviewsim.grading.rulers import Difference, Differs
from interviewsim.grading.shelf import Fault, PackRow, RubricPage
from interviewsim.grading.takes import Take, Takes, side_by_side
from interviewsim.grading.together import CriterionJudged, Progress
from interviewsim.preferences import Voices
from interviewsim.system import VirtualClock
from tests.doubles.journal import MemoryJournal

AT = "2026-11-23T14:05:12.000Z"
NOW = datetime(2026, 11, 23, 16, 10, tzinfo=UTC)
PLAYED = "20261123T140512-behavioral-demo"
LEFT = "20261123T112000-behavioral-left"

LOOP_ROUND = LoopRound(
    Round.BEHAVIORAL,
    45,
    20,
    2,
    3,
    Persona("Dana Okafor", "director of product", "neutral"),
    (
        PhaseShare("intro", 3),
        PhaseShare("question_1", 17),
        PhaseShare("question_2", 17),
        PhaseShare("candidate_questions", 6),
        PhaseShare("close", 2),
    ),
)
QUESTIONS = (
    Question(
        "drop_idea",
        "Tell me about a time a user made you drop an idea you believed in.",
        AnswerModel.STAR,
        tags=("users",),
    ),
    Question(
        "said_no",
        "When did you last say no to someone above you, and what came of it?",
        AnswerModel.STAR,
        tags=("conflict",),
    ),
    Question(
        "late", "Tell me about a promise to a customer that you could not keep.", AnswerModel.STAR, tags=("failure",)
    ),
)
PACK = CompanyPack(
    id="generic",
    name="Northbridge",
    as_of="2026-11",
    disclaimer="An invented company; no real employer's process.",
    brief="Northbridge sells rota software to clinics: 40 people, 900 clinics, most with fewer than ten nurses.",
    private="A clinic is about to leave.",
    rival="Shiftly",
    scale={
        Verdict.STRONG_NO_HIRE: "Strong no hire",
        Verdict.NO_HIRE: "No hire",
        Verdict.HIRE: "Hire",
        Verdict.STRONG_HIRE: "Strong hire",
    },
    bar=dict.fromkeys(Level, 3.0),
    loop=(LOOP_ROUND,),
)


def _criterion(id_: str, name: str, weight: int, *items: Item) -> Criterion:
    return Criterion(
        id=id_,
        name=name,
        about=f"Whether {name.lower()} can be seen in what was done.",
        weight=weight,
        skills={Skill.COMMUNICATION: 100},
        anchors=dict.fromkeys(range(1, 6), "An anchor."),
        items=items,
        next_level=dict.fromkeys(range(1, 5), "Name your own decision in the first two sentences."),
    )


RUBRIC = Rubric(
    "generic",
    Round.BEHAVIORAL,
    (
        _criterion(
            "specificity",
            "Specificity",
            15,
            Item("one_occasion", 2, "Points at something that happened, not at a habit."),
            Item("setting", 3, "Gives the setting: which product, and what the problem was."),
            Item("when", 4, "Says when or where it happened."),
        ),
        _criterion(
            "ownership",
            "Ownership",
            25,
            Item("own_step", 2, "Names a step that was the candidate's own.", signal="action"),
            Item("concrete", 3, "Tells an own step concretely: what was done, with whom."),
            Item("own_steps", 4, "Names three or more own steps."),
        ),
        _criterion(
            "result",
            "Result",
            25,
            Item("outcome", 2, "Says what came of it.", signal="result"),
            Item("measure", 3, "Gives the outcome as a number."),
            Item("baseline", 4, "Sets the number against a before, a target or a period."),
        ),
        _criterion("judgment", "Judgment", 20, Item("option", 3, "Weighs an option that was not taken.")),
        _criterion("learning", "Learning", 15, Item("lesson", 3, "Says what they do differently since.")),
    ),
    (RedFlag("no_users", "Not talking to users", Severity.CONCERN),),
    "sha256:4fd0c1a7be12",
)
FIRST = (
    "In March our rota editor lost one clinic in five on the second screen. We agreed on a bulk import, and I had "
    "already drawn it. Then I sat with four head nurses at two clinics. One of them turned her screen round and showed "
    "me a sticky note: she copied last week and changed six cells. Nobody wanted an import. It went well in the end."
)
SECOND = (
    "My call was to drop the import and ship copy-last-week instead. I cut the import from the April plan and told the "
    "two engineers why. Clinics that got past the second screen went from 61 to 70 percent in a month."
)
THIRD = (
    "Our VP of Sales wanted single sign-on for one prospect. I said no: two of the last twenty deals had turned on it. "
    "I offered a hand-made bridge for ninety days, and we lost that prospect."
)
SAID: tuple[tuple[float, str, Move | None, str | None, str | None], ...] = (
    (
        0.0,
        "Good afternoon. I'm Dana, director of product here. We have about 25 minutes and two stories.",
        Move.OPEN,
        None,
        None,
    ),
    (0.0, QUESTIONS[0].ask, Move.ASK, "drop_idea", None),
    (184.0, FIRST, None, None, None),
    (184.0, 'You said "it went well in the end". What told you so?', Move.PROBE, "drop_idea", "result"),
    (262.0, SECOND, None, None, None),
    (262.0, QUESTIONS[1].ask, Move.ASK, "said_no", None),
    (421.0, THIRD, None, None, None),
    (421.0, "Thank you, that is all from my side. We will be in touch.", Move.CLOSE, None, None),
)


def history_rows() -> list[HistoryRow]:
    """A month of practice."""

    def row(session: str, at: str, state: str, score: float | None, verdict: str | None) -> HistoryRow:
        return HistoryRow(
            session, "behavioral", "generic", "pm", "realistic", at, 21.0, state, score, verdict, "offline", ""
        )

    return [
        row(PLAYED, AT, "finished", 3.3, "hire"),
        row(LEFT, "2026-11-23T11:20:00.000Z", "unfinished", None, None),
        row("20261122T180000-behavioral-aaaa", "2026-11-22T18:00:00.000Z", "finished", 3.1, "hire"),
        row("20261120T180000-behavioral-bbbb", "2026-11-20T18:00:00.000Z", "finished", 2.6, "no_hire"),
        row("20261118T180000-behavioral-cccc", "2026-11-18T18:00:00.000Z", "finished", 2.8, "no_hire"),
        row("20261102T180000-behavioral-dddd", "2026-11-02T18:00:00.000Z", "finished", None, None),
        row("20261101T180000-behavioral-eeee", "2026-11-01T18:00:00.000Z", "damaged", None, None),
    ]


def evidence(turn: int, text: str, quote: str) -> Evidence:
    """Where a quote stands in a turn's text."""
    start = text.index(quote)
    return Evidence(turn, start, start + len(quote), quote)


def scorecard() -> Scorecard:
    """What the canned round earned."""
    call = evidence(5, SECOND, "My call was to drop the import")
    measure = evidence(5, SECOND, "from 61 to 70 percent in a month")
    agreed = evidence(3, FIRST, "We agreed on a bulk import")
    note = evidence(3, FIRST, "she copied last week and changed six cells")
    return Scorecard(
        round=Round.BEHAVIORAL,
        company="generic",
        level=Level.PM,
        mode=Mode.REALISTIC,
        grader=GraderName("offline", None, None, RUBRIC.name),
        score=3.3,
        level_range=(2, 4),
        coverage=0.85,
        verdict=Verdict.HIRE,
        headline="Hire: decisions are yours and measured, but the result came only when it was asked for.",
        reason_for=Reason("The decision is the candidate's own, and so is its price.", (call,)),
        reason_against=Reason("In the first telling the group acts and nothing is measured.", (agreed,)),
        focus="Say what came of it, with its number, in your first two sentences.",
        carried_over=CarriedOver("Name your own decision early.", happened=True, evidence=(call,)),
        criteria=(
            CriterionScore(
                "specificity",
                "Specificity",
                0.15,
                4,
                Basis.EVIDENCE,
                None,
                (
                    ItemFinding("one_occasion", Seen.YES, (0,)),
                    ItemFinding("setting", Seen.YES, (0,)),
                    ItemFinding("when", Seen.YES, (1,)),
                ),
                (note, evidence(3, FIRST, "In March our rota editor lost one clinic in five")),
                "One occasion, with its place and what was wrong there.",
                "Add what hung on it.",
            ),
            CriterionScore(
                "ownership",
                "Ownership",
                0.25,
                3,
                Basis.EVIDENCE,
                None,
                (
                    ItemFinding("own_step", Seen.YES, (1,)),
                    ItemFinding("concrete", Seen.YES, (1,)),
                    ItemFinding("own_steps", Seen.NO),
                ),
                (agreed, call),
                "Own steps are told, though the first telling hides them behind “we”.",
                "Name your own decision in the first two sentences; say what you gave up.",
            ),
            CriterionScore(
                "result",
                "Result",
                0.25,
                3,
                Basis.EVIDENCE,
                None,
                (
                    ItemFinding("outcome", Seen.YES, (0,)),
                    ItemFinding("measure", Seen.YES, (0,)),
                    ItemFinding("baseline", Seen.UNCLEAR),
                ),
                (measure,),
                "The outcome is a number, told after a follow-up.",
                "Say what else changed that month.",
            ),
            CriterionScore(
                "judgment",
                "Judgment",
                0.20,
                1,
                Basis.ABSENCE,
                None,
                (ItemFinding("option", Seen.NO),),
                (),
                "No option that was weighed and dropped was found.",
                "Name the option you turned down and what it would have brought.",
            ),
            CriterionScore(
                "learning",
                "Learning",
                0.15,
                None,
                None,
                Unscored(UnscoredReason.NOT_REACHED, "The round ended before this was asked."),
                (),
                (),
                "",
                "",
            ),
        ),
        answers=(
            AnswerRecord(
                "drop_idea",
                QUESTIONS[0].ask,
                AnswerModel.STAR,
                (3, 5),
                "story",
                {
                    "situation": PartFound(present=True, strength=2, share=0.4, prompted=False),
                    "task": PartFound(present=True, strength=1, share=0.1, prompted=False),
                    "action": PartFound(present=True, strength=2, share=0.3, prompted=False),
                    "result": PartFound(
                        present=True,
                        strength=2,
                        share=0.2,
                        prompted=True,
                        spans=(Span(5, measure.start, measure.end),),
                    ),
                },
                ("we_for_i", "no_trade_off"),
            ),
            AnswerRecord(
                "said_no",
                QUESTIONS[1].ask,
                AnswerModel.STAR,
                (7,),
                "story",
                {
                    "situation": PartFound(present=True, strength=2, share=0.3, prompted=False),
                    "task": PartFound(present=False, strength=0, share=0.0, prompted=False),
                    "action": PartFound(present=True, strength=2, share=0.5, prompted=False),
                    "result": PartFound(present=True, strength=1, share=0.2, prompted=False),
                },
                ("no_number",),
            ),
        ),
        flags=(FlagFound("no_users", Severity.CONCERN, probed=False, evidence=(agreed,)),),
        skills=dict.fromkeys(Skill, 3.0),
        hints=0,
        delivery={"words": 168, "i": 9, "we": 3, "numbers": 8, "talk_share": 0.71, "spoken_seconds": 67},
        pacing={"seconds": 421, "planned_seconds": 1500, "seconds_an_answer": 140},
        dropped_quotes=1,
        session=PLAYED,
    )


class TalkativeInterviewer:
    """Implements `engine.ports.Interviewer`: the question's own words, or a sentence that names the move."""

    def __init__(self, *, prefix: str = "") -> None:
        self.prefix = prefix
        self.failing: InterviewSimError | None = None
        self.breaking_off: InterviewSimError | None = None

    async def reply(self, transcript: Transcript, cue: Cue) -> AsyncIterator[str]:
        if self.failing:
            raise self.failing
        if self.breaking_off:
            yield "Thanks."
            raise self.breaking_off
        questions = transcript.configured.questions if transcript.configured else ()
        question = next((question for question in questions if question.id == cue.question_id), None)
        if cue.move is Move.ASK and question:
            yield f"{self.prefix}{question.ask}"
            return
        yield f"{self.prefix}This is a {cue.move.replace('_', ' ')}."
        if cue.target:
            yield f"It is about the {cue.target}."


class MemoryStage:
    """Implements `Backstage` over sessions in memory, on a clock that moves only when told to."""

    def __init__(self, rows: Sequence[HistoryRow] = (), *, pack: CompanyPack = PACK, rubric: Rubric = RUBRIC) -> None:
        self.rows = list(rows)
        self.note = ""
        self.pack = pack
        self.rubric = rubric
        self.questions: tuple[Question, ...] = QUESTIONS
        self.clock = VirtualClock()
        self.interviewer = TalkativeInterviewer()
        self.stand_in: TalkativeInterviewer | None = None
        self.opened: dict[str, SessionOpened] = {}
        self.journals: dict[str, MemoryJournal] = {}
        self.card = scorecard()
        self.conductor: Conductor | None = None
        self.conducts = Conductor
        self.refuses: InterviewSimError | None = None
        self.setups: list[Setup] = []
        self.kept: list[Setup] = []
        self.voices = Voices()
        self.last = Setup(Round.BEHAVIORAL)
        self.playable: Mapping[Round, int] = {Round.BEHAVIORAL: 25}
        self.graded: list[str] = []
        acme = replace(pack, id="acme", name="Acme Rail")
        fault = Fault(
            "rubrics/torn/behavioral.yaml", 14, "criteria.ownership.weight", "weights come to 95; expected 100"
        )
        self.packs = [
            PackRow("generic", False, pack, rounds=(Round.BEHAVIORAL,)),
            PackRow("acme", True, acme, "generic", (Round.BEHAVIORAL,)),
            PackRow("torn", True, None, faults=(fault,)),
        ]
        self.differ: tuple[Difference, ...] = (
            Difference(Differs.WEIGHT, "ownership", "", "25", "40"),
            Difference(
                Differs.ANCHOR, "ownership", "3", "States the own role.", "States the own role and what it cost."
            ),
            Difference(Differs.ITEM, "result", "baseline", "", "Gives the figure before the change."),
        )
        self.begun: list[str] = []
        self.met: Mapping[str, tuple[Meeting, ...]] = {}
        self.left_out: tuple[str, ...] = ()
        self.hesitates_before: int | None = None
        self.decides = asyncio.Event()
        self.day: date | None = None
        self.spots = WeakSpots()
        self.guessed: list[Guess] = []
        self.courses: list[Course] = []
        self.put_before: Packet | None = None
        self._keep_played()

    def first_look(self) -> FirstLook:
        return FirstLook(bool(self.rows), self.note)

    async def keep_note(self, note: str) -> None:
        self.note = note

    async def history(self, limit: int | None = None) -> Sequence[HistoryRow]:
        return self.rows[:limit]

    async def rounds(self) -> Mapping[Round, int]:
        return self.playable

    async def last_setup(self, round_: Round) -> Setup:
        return replace(self.last, round=round_)

    async def keep_choices(self, setup: Setup) -> None:
        self.kept.append(setup)

    async def bank(self) -> Bank:
        asked = tuple(Asked(Round.BEHAVIORAL, "generic", question) for question in self.questions)
        return Bank(asked, self.met, self.left_out)

    async def shelf(self) -> Sequence[PackRow]:
        return [*self.packs, *(PackRow(name, True, replace(self.pack, id=name, name=name)) for name in self.begun)]

    async def rubric_page(self, pack: str, round_: Round) -> RubricPage:
        if self.refuses:
            raise self.refuses
        against = "" if pack == "generic" else "generic"
        return RubricPage(self.rubric, f"{pack}/{round_}.yaml", {"ownership": (pack, "generic")}, against, self.differ)

    async def begin_pack(self, pack: str, base: str) -> Path:
        if self.refuses:
            raise self.refuses
        self.begun.append(pack)
        return Path("rubrics") / pack

    async def interview_date(self) -> date | None:
        return self.day

    async def keep_interview_date(self, day: date | None) -> None:
        self.day = day

    async def keep_guess(self, session: str, estimate: SelfEstimate) -> None:
        if self.refuses:
            raise self.refuses
        journal = self.journals[session]
        journal.entries.append(Entry(journal.entries[-1].n + 1, AT, journal.entries[-1].t, estimate))

    async def guesses(self) -> Sequence[Guess]:
        return self.guessed

    async def weak_spots(self) -> WeakSpots:
        return self.spots

    async def lobby(self, setup: Setup) -> Lobby:
        if self.refuses:
            raise self.refuses
        loop_round = self.pack.loop[0]
        companies = (("generic", self.pack.name), ("meadow", "Meadow Bank"))
        return Lobby(
            setup,
            plan_round(loop_round, setup),
            self.pack,
            self.rubric,
            self.questions,
            companies,
            "Say what came of it, with its number, in your first two sentences.",
            self.voices,
        )

    async def start(self, setup: Setup) -> Conductor:
        if self.refuses:
            raise self.refuses
        self.setups.append(setup)
        setup = settled(setup)
        session = f"20261123T16{len(self.setups):02}00-behavioral-live"
        plan = plan_round(self.pack.loop[0], setup)
        questions = self.questions
        if setup.question_id:
            questions = tuple(question for question in questions if question.id == setup.question_id)
        configured = SessionConfigured(1, plan, questions[: plan.questions], self.pack, self.rubric)
        self.opened[session] = SessionOpened(
            session, setup.round, "generic", setup.level, setup.mode, setup.length, "offline", "", AT
        )
        self.journals[session] = MemoryJournal()
        self.journals[session].entries.append(Entry(1, AT, 0.0, configured))
        return self._conductor(session)

    async def resume(self, session: str) -> Conductor:
        if session not in self.journals:
            raise InterviewSimError(f"There is no session {session}.", "See `interviewsim history`.")
        return self._conductor(session)

    async def take_two(self, session: str, turn: int) -> Conductor:
        if self.refuses:
            raise self.refuses
        new = f"20261123T16{len(self.journals):04}-behavioral-two"
        taken = fork(self.opened[session], self.journals[session].entries, turn, new, AT)
        self.opened[new] = taken.opened
        self.journals[new] = MemoryJournal()
        self.journals[new].entries += taken.entries
        return self._conductor(new, anew=True)

    async def takes(self, session: str) -> Takes:
        point = self.opened[session].forked_from
        assert point is not None
        turn = taken_again(self.journals[point.session].entries, point) or 0
        first, second = await self.read(point.session), await self.read(session)
        if (said := first.turn(turn)) is None or (again := second.turn(turn)) is None:
            raise InterviewSimError("The answer was not given again.", "Nothing to compare.")
        return side_by_side(
            Take(first, first.grades[-1].scorecard, said), Take(second, second.grades[-1].scorecard, again)
        )

    async def read(self, session: str) -> Transcript:
        if session not in self.journals:
            raise InterviewSimError(f"There is no session {session}.", "See `interviewsim history`.")
        return transcript_of(self.opened[session], self.journals[session].entries)

    async def grade(self, session: str) -> Scorecard:
        if self.refuses:
            raise self.refuses
        self.graded.append(session)
        journal = self.journals[session]
        card = replace(self.card, session=session)
        journal.entries.append(Entry(journal.entries[-1].n + 1, AT, journal.entries[-1].t, Graded(1, card)))
        return card

    async def report(self, session: str, form: str) -> str:
        return f"# {session} as {form}\n"

    async def rename(self, session: str, title: str) -> str:
        if self.refuses:
            raise self.refuses
        self.rows = [replace(row, title=title) if row.session == session else row for row in self.rows]
        return title

    async def delete(self, session: str) -> None:
        if self.refuses:
            raise self.refuses
        self.rows = [row for row in self.rows if row.session != session]

    async def loops(self) -> Sequence[Course]:
        return self.courses

    async def new_loop(self, company: str | None = None, level: str | None = None) -> Course:
        if self.refuses:
            raise self.refuses
        steps = tuple(Step(place, None) for place in self.pack.loop)
        return Course("20261123T161000-loop-new0", company or "generic", level or "pm", "realistic", "short", steps)

    async def packet(self, loop: str) -> Packet:
        if self.refuses or self.put_before is None:
            raise self.refuses or InterviewSimError(f"There is no loop {loop}.", "Begin one.")
        return self.put_before

    async def packet_report(self, loop: str, form: str) -> str:
        return f"# {loop} as {form}\n"

    async def compare(self, first: str, second: str) -> Comparison:
        if self.refuses:
            raise self.refuses
        return compare(*(Side(self._graded(name), self.rubric, self.pack) for name in (first, second)))

    async def grade_under(
        self, session: str, company: str | None, level: str | None, progress: Progress | None = None
    ) -> Scorecard:
        for number, criterion in enumerate(self.card.criteria):
            if number == self.hesitates_before:
                await self.decides.wait()
            if progress:
                words = criterion.evidence[0].quote if criterion.evidence else ""
                progress(CriterionJudged(criterion.name, words), len(self.card.criteria))
        card = await self.grade(session)
        graded = replace(
            card,
            grade=len([entry for entry in self.journals[session].entries if isinstance(entry.event, Graded)]),
            company=company or card.company,
            level=Level(level) if level else card.level,
        )
        entries = self.journals[session].entries
        entries[-1] = replace(entries[-1], event=Graded(graded.grade, graded))
        return graded

    def _graded(self, name: str) -> Scorecard:
        """`SESSION` or `SESSION#1`; a session that was never played has the canned grade, under its own name."""
        session, _, number = name.partition("#")
        if session not in self.journals:
            return replace(self.card, session=session, score=2.6)
        events = (entry.event for entry in self.journals[session].entries)
        cards = [event.scorecard for event in events if isinstance(event, Graded)]
        return cards[int(number) - 1 if number else -1]

    def _conductor(self, session: str, *, anew: bool = False) -> Conductor:
        journal = self.journals[session]
        state = state_of(self.opened[session], tuple(journal.entries))
        live = journal.live if journal.live != Live() else None
        self.conductor = self.conducts(
            state, journal, self.interviewer, self.clock, live=live, stand_in=self.stand_in, anew=anew
        )
        return self.conductor

    def keep(self, session: str, events: Sequence[tuple[float, Event]], mode: Mode = Mode.REALISTIC) -> None:
        """Put a session into the memory."""
        setup = Setup(Round.BEHAVIORAL, mode=mode)
        self.opened[session] = SessionOpened(
            session, Round.BEHAVIORAL, "generic", Level.PM, mode, setup.length, "offline", "", AT
        )
        configured = SessionConfigured(1, plan_round(LOOP_ROUND, setup), self.questions[:2], self.pack, self.rubric)
        journal = MemoryJournal()
        journal.entries = [Entry(n, AT, t, event) for n, (t, event) in enumerate([(0.0, configured), *events], 1)]
        self.journals[session] = journal

    def _keep_played(self) -> None:
        events = spoken(SAID)
        self.keep(PLAYED, [*events, (421.0, RoundEnded(EndReason.COMPLETED)), (421.0, Graded(1, self.card))])
        self.keep(LEFT, events[:4])


def spoken(said: Sequence[tuple[float, str, Move | None, str | None, str | None]]) -> list[tuple[float, Event]]:
    """Turns as events, each main question in a phase of its own."""
    events: list[tuple[float, Event]] = [(0.0, PhaseStarted("intro", 0))]
    for turn, (t, text, move, question, target) in enumerate(said, 1):
        if move is None:
            events.append((t, CandidateSaid(turn, text, SaidAs.ANSWER, seconds=60.0)))
            continue
        if move is Move.ASK:
            index = 1 + sum(1 for _, event in events if isinstance(event, PhaseStarted) and event.index > 0)
            events.append((t, PhaseStarted(f"question_{index}", index)))
        events.append((t, InterviewerSaid(turn, text, move, question, target=target)))
    return events
