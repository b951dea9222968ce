"""A behavioral round ready to be played: a small pack, two questions and a spare, a virtual clock."""

from interviewsim.domain.events import Entry, Focus, Live, SessionConfigured, SessionOpened
from interviewsim.domain.loop import LoopRound, Persona, PhaseShare
from interviewsim.domain.move import Move
from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.rubric import CompanyPack, Rubric, Topic, Verdict
from interviewsim.domain.setup import Setup, plan_round
from interviewsim.domain.terms import Length, Level, Mode, Round
from interviewsim.engine.commands import Order
from interviewsim.engine.conductor import Conductor
from interviewsim.engine.notice import Notice
from interviewsim.engine.ports import Interviewer
from interviewsim.engine.session import state_of
from interviewsim.system import VirtualClock
from tests.doubles.interviewer import PlainInterviewer
from tests.doubles.journal import MemoryJournal

AT = "2026-11-23T14:05:12.000Z"
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
ONE_QUESTION = LoopRound(
    Round.CASE_STUDY,
    60,
    20,
    1,
    4,
    Persona("Marcus Boateng", "head of analytics", "neutral"),
    (
        PhaseShare("intro", 3),
        PhaseShare("question_1", 50),
        PhaseShare("candidate_questions", 5),
        PhaseShare("close", 2),
    ),
)
"""A round with one long question, as product sense and the case study have it."""
QUESTIONS = (
    Question("first", "Tell me about a time a user made you drop an idea.", AnswerModel.STAR, tags=("users",)),
    Question("second", "When did you say no to someone above you?", AnswerModel.STAR, tags=("conflict",)),
    Question("spare", "Tell me about a promise you did not keep.", AnswerModel.STAR, tags=("failure",)),
)
PACK = CompanyPack(
    id="generic",
    name="Northbridge",
    as_of="2026-11",
    disclaimer="Invented.",
    brief="Northbridge sells rota software.",
    private="A clinic is about to leave.",
    rival="Shiftly",
    scale={verdict: verdict.value for verdict in Verdict},
    bar=dict.fromkeys(Level, 3.0),
    loop=(LOOP_ROUND,),
    answers=(
        Topic("team", ("team", "teammates", "engineers"), "Six engineers, a designer and an analyst."),
        Topic("pay", ("salary", "pay", "compensation"), "The recruiter talks about that.", withheld=True),
    ),
)


class Stagehand:
    """A conductor with everything around it that a test wants to look at."""

    def __init__(
        self,
        *,
        length: Length = Length.FULL,
        mode: Mode = Mode.REALISTIC,
        minutes: int | None = None,
        time_factor: float | None = 1.0,
        interviewer: Interviewer | None = None,
        stand_in: Interviewer | None = None,
        rubric: Rubric | None = None,
        pack: CompanyPack = PACK,
        questions: tuple[Question, ...] = QUESTIONS,
        seed: int = 1,
        focus: Focus | None = None,
        loop_round: LoopRound = LOOP_ROUND,
    ) -> None:
        round_ = loop_round.round
        setup = Setup(round_, mode=mode, length=length, minutes=minutes, time_factor=time_factor)
        plan = plan_round(loop_round, setup, [question.answer_model for question in questions])
        self.opened = SessionOpened(
            f"20261123T140512-{round_}-test", round_, "generic", Level.PM, mode, length, "offline", "A", AT
        )
        rubric = rubric or Rubric("generic", round_, ())
        configured = SessionConfigured(seed, plan, questions, pack, rubric, focus)
        self.clock = VirtualClock()
        self.journal = MemoryJournal()
        self.journal.entries.append(Entry(1, AT, 0.0, configured))
        self.interviewer = interviewer or PlainInterviewer()
        self.stand_in = stand_in
        self.conductor = self.reopened()

    def reopened(self, live: Live | None = None) -> Conductor:
        """A conductor as a new process would make it from what is on disk."""
        state = state_of(self.opened, tuple(self.journal.entries))
        self.conductor = Conductor(state, self.journal, self.interviewer, self.clock, live=live, stand_in=self.stand_in)
        return self.conductor

    async def begin(self) -> list[Notice]:
        return [notice async for notice in self.conductor.begin()]

    async def take(self, order: Order) -> list[Notice]:
        return [notice async for notice in self.conductor.take(order)]

    async def wait(self, seconds: float) -> list[Notice]:
        self.clock.pass_time(seconds)
        return [notice async for notice in self.conductor.due()]

    @property
    def moves(self) -> list[Move]:
        return [turn.move for turn in self.conductor.transcript.turns if turn.move]

    @property
    def last(self) -> tuple[Move | None, str | None]:
        turn = self.conductor.transcript.turns[-1]
        return turn.move, turn.target
