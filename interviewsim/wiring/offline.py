"""The offline stage: everything a front end is handed when no model is chosen. Touches no network."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC
from functools import cached_property

from interviewsim.backstage import Lobby
from interviewsim.domain.bank import Bank
from interviewsim.domain.events import Entry, Focus, Graded, Live, SessionConfigured, SessionOpened
from interviewsim.domain.loop import LoopRound
from interviewsim.domain.question import Question
from interviewsim.domain.rubric import Rubric
from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.setup import SHORT_MINUTES, Setup, plan_round, settled, topics_wanted
from interviewsim.domain.terms import Level, Mode, Round
from interviewsim.domain.transcript import Transcript
from interviewsim.engine.conductor import Conductor
from interviewsim.engine.ports import Clock, Interviewer, Journal
from interviewsim.engine.session import SessionState, state_of
from interviewsim.errors import InterviewSimError, JournalFailed, WrongUsage
from interviewsim.grading.compare import Comparison
from interviewsim.grading.debrief import Ruler, grade_session
from interviewsim.grading.ports import Grader
from interviewsim.grading.takes import Takes
from interviewsim.grading.together import Progress
from interviewsim.interviewers.scripted import ScriptedInterviewer
from interviewsim.locations import Home
from interviewsim.prompts.library import PromptLibrary
from interviewsim.reports import report
from interviewsim.rubrics.library import RubricLibrary
from interviewsim.system import SystemClock, fresh_seed, fresh_suffix
from interviewsim.transcripts.record import SessionFile
from interviewsim.transcripts.store import new_session_id
from interviewsim.wiring.banking import bank_of
from interviewsim.wiring.choosing import NO_PAST, Past, asked_by, choose_questions, find_question, own_question
from interviewsim.wiring.comparing import compare_named
from interviewsim.wiring.drilling import drilled, questions_for
from interviewsim.wiring.graders import grader_of, incomplete, kept_of
from interviewsim.wiring.met import cards_of, focus_of, past_of
from interviewsim.wiring.shelving import ShelfKept
from interviewsim.wiring.taking import both, forked, takes_of

INTERVIEWER = "offline"


class OfflineStage(ShelfKept):
    """Implements `Backstage` over a home. `clock` is the machine's, or a virtual one for scripts."""

    def __init__(self, home: Home, clock: Clock | None = None, *, nudges: bool = True, carries: bool = True) -> None:
        """`nudges` False where drafts cannot be seen; `carries` False where a run must not depend on earlier ones."""
        super().__init__(home, clock or SystemClock())
        self._nudges = nudges
        self._carries = carries

    @cached_property
    def rubrics(self) -> RubricLibrary:
        """Packs and rubrics: the home's over the bundled ones. Made when first asked for."""
        return RubricLibrary(self._home.layers("rubrics"))

    @cached_property
    def prompts(self) -> PromptLibrary:
        """Questions and styles: the home's over the bundled ones."""
        return PromptLibrary(self._home.layers("prompts"))

    @property
    def kind(self) -> str:
        """Who interviews, as the journal's first line says it."""
        return INTERVIEWER

    def about(self) -> str:
        """Who interviews and grades, and where answers go."""
        return "Offline interviewer and grader: rules, a practice signal. Nothing leaves this machine."

    async def rounds(self) -> Mapping[Round, int]:
        """The rounds that can be played, with the minutes of the usual practice round."""
        return dict.fromkeys(Round, SHORT_MINUTES)

    async def bank(self) -> Bank:
        """Every question there is, with the rounds that asked it."""
        return await asyncio.to_thread(bank_of, self.rubrics, self.prompts, self.store)

    async def lobby(self, setup: Setup) -> Lobby:
        """What awaits a candidate under a setup."""
        return await asyncio.to_thread(self._lobby, setup)

    async def start(self, setup: Setup) -> Conductor:
        """Create the session and hand over its conductor, not yet begun."""
        opened, configured = await asyncio.to_thread(self._configured, setup)
        return await self._begin(opened, (Entry(1, opened.at, 0.0, configured),))

    async def take_two(self, session: str, turn: int) -> Conductor:
        """A new session in which the candidate's `turn` of another is still to come."""
        fork = await asyncio.to_thread(forked, self.store, session, turn, self._clock.now(), fresh_suffix())
        return await self._begin(replace(fork.opened, interviewer=self.kind), fork.entries)

    async def takes(self, session: str) -> Takes:
        """Both takes of the answer that the session gives anew."""
        first, second, turn = await asyncio.to_thread(both, self.store, session)
        return await takes_of(first, second, turn, grader_of(None, ()))

    async def _begin(self, opened: SessionOpened, entries: tuple[Entry, ...]) -> Conductor:
        """Put a new session on disk, all of it or nothing."""
        state = state_of(opened, entries)
        voices = await asyncio.to_thread(self._voices, state.plan.interviewer.style)
        journal = await asyncio.to_thread(self.store.create, opened)
        try:
            await journal.append(entries)
        except JournalFailed:
            await journal.close()
            await asyncio.to_thread(self.store.delete, opened.session)
            raise
        return self._conductor(state, journal, voices, anew=True)

    def interviewer(self, style: str) -> Interviewer:
        """Who words the moves, in a persona's style."""
        return ScriptedInterviewer(self.prompts.style(style))

    def stand_in(self, style: str) -> Interviewer | None:
        """Who goes on where the interviewer fails; the offline one does not."""
        del style
        return None

    async def resume(self, session: str) -> Conductor:
        """Open an unfinished session where it stood."""
        journal, file, live = await asyncio.to_thread(self.store.open, session)
        if why := file.cannot_resume:
            await journal.close()
            raise WrongUsage(f"{file.opened.session} cannot be resumed: {why}", "See `interviewsim history`.")
        state = state_of(file.opened, file.entries)
        try:
            voices = await asyncio.to_thread(self._voices, state.plan.interviewer.style)
        except InterviewSimError:
            await journal.close()
            raise
        return self._conductor(state, journal, voices, live)

    def _voices(self, style: str) -> tuple[Interviewer, Interviewer | None]:
        return self.interviewer(style), self.stand_in(style)

    def _conductor(
        self,
        state: SessionState,
        journal: Journal,
        voices: tuple[Interviewer, Interviewer | None],
        live: Live | None = None,
        *,
        anew: bool = False,
    ) -> Conductor:
        interviewer, stand_in = voices
        nudges = self._nudges and state.transcript.opened.mode is not Mode.ALOUD  # an empty box is no silence there
        return Conductor(
            state, journal, interviewer, self._clock, live=live, nudges=nudges, stand_in=stand_in, anew=anew
        )

    async def read(self, session: str) -> Transcript:
        """A session as its journal tells it."""
        return (await asyncio.to_thread(self.store.read, session)).transcript

    async def grade(self, session: str) -> Scorecard:
        """Grade a session under the rubric it began with; the grade is added to its journal."""
        return await self.grade_under(session, None, None)

    async def grade_under(
        self, session: str, company: str | None, level: str | None, progress: Progress | None = None
    ) -> Scorecard:
        """Grade under any pack and level; None keeps the session's own. The grade is added, never replaced.

        `progress` is told after each criterion. What a model replied is kept beside the grade; where the last grade
        lacks something that the grader lost, only that is asked for.
        """
        journal, file, _ = await asyncio.to_thread(self.store.open, session)
        try:
            ruler = await asyncio.to_thread(self._ruler, file, company, level)
            grader = await asyncio.to_thread(self.grader, incomplete(file.transcript, ruler))
            card = await grade_session(file.transcript, ruler, grader, progress)
            at = self._clock.now().astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
            await journal.append(
                (Entry(file.last_n + 1, at, file.transcript.t, Graded(card.grade, card, kept_of(grader))),)
            )
        finally:
            await journal.close()
        return card

    def grader(self, earlier: Mapping[str, object] | None = None) -> Grader:
        """Who grades: a fresh one for each grade. A stage with a model hands its own over here.

        `earlier` is what was kept with a grade that is to be completed.
        """
        del earlier
        return grader_of(None, ())

    async def report(self, session: str, form: str) -> str:
        """A session's report as `text`, `md`, `html` or `json`."""
        file = await asyncio.to_thread(self.store.read, session)
        return report(file.transcript, form, title=file.title, damage=file.problems)

    async def rename(self, session: str, title: str) -> str:
        """Give a session another title and return it as kept."""
        return await asyncio.to_thread(self.store.rename, session, title)

    async def delete(self, session: str) -> None:
        """Delete a session for good."""
        await asyncio.to_thread(self.store.delete, session)

    async def compare(self, first: str, second: str) -> Comparison:
        """Two grades side by side, each by its own ruler where that is at hand."""
        return await asyncio.to_thread(compare_named, self.store, self.rubrics, first, second)

    def questions(self, company: str, round_: Round) -> tuple[Question, ...]:
        """The pack's own questions before the bank's; of the bank's, those that suppose no other employer."""
        own = self.rubrics.questions(company, round_)
        known = {question.id for question in own}
        bank = asked_by(self.rubrics.pack(company).name, self.prompts.questions(round_))
        return (*own, *(question for question in bank if question.id not in known))

    def question(self, company: str, question_id: str) -> tuple[Round, Question]:
        """A question of any round by its id, with its round."""
        every = {question.id: (round_, question) for round_ in Round for question in self.questions(company, round_)}
        found = find_question([question for _, question in every.values()], question_id)
        return every[found.id]

    def ruler(self, company: str, level: Level, round_: Round) -> Ruler:
        """What an answer outside any session is graded by."""
        return Ruler(self.rubrics.rubric(company, round_), self.rubrics.pack(company), level)

    def loop_round(self, company: str, round_: Round) -> LoopRound:
        """How a company runs a round; raises `WrongUsage` where it does not."""
        pack = self.rubrics.pack(company)
        found = pack.loop_round(round_)
        if found is None:
            held = ", ".join(entry.round.value for entry in pack.loop)
            raise WrongUsage(f"{pack.name} has no {round_.label.lower()} round.", f"It has {held}.")
        return found

    def _lobby(self, setup: Setup) -> Lobby:
        if setup.ask is not None:
            own_question(setup.ask, setup.round)
        plan = plan_round(self.loop_round(setup.company, setup.round), setup)
        focus = self._focus(setup)
        return Lobby(
            setup=setup,
            plan=plan,
            pack=self.rubrics.pack(setup.company),
            rubric=self.rubrics.rubric(setup.company, setup.round),
            questions=self.questions(setup.company, setup.round),
            companies=self.rubrics.companies(),
            carried_focus=focus.text if focus else None,
            voices=self.voices,
        )

    def _configured(self, setup: Setup) -> tuple[SessionOpened, SessionConfigured]:
        """Line 1 and 2 of a new session."""
        setup = settled(setup)
        rubric, focus = self.rubrics.rubric(setup.company, setup.round), self._focus(setup)
        seed = fresh_seed() if setup.seed is None else setup.seed
        loop_round = self.loop_round(setup.company, setup.round)
        bank = self._asked_in(setup, rubric, focus)
        topics = ("",) if setup.drill else topics_wanted(loop_round, setup)
        questions = choose_questions(bank, setup, topics, seed, self._past(setup))
        plan = plan_round(loop_round, setup, [question.answer_model for question in questions])
        pack = self.rubrics.pack(setup.company)
        now = self._clock.now()
        opened = SessionOpened(
            session=new_session_id(now, setup.round, fresh_suffix()),
            round=setup.round,
            company=setup.company,
            level=setup.level,
            mode=setup.mode,
            length=setup.length,
            interviewer=self.kind,
            title=f"{setup.round.label} · {pack.name}",
            at=now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            loop=setup.loop,
        )
        return opened, SessionConfigured(seed, plan, questions, pack, rubric, focus)

    def _asked_in(self, setup: Setup, rubric: Rubric, focus: Focus | None) -> Sequence[Question]:
        """What the round may ask; a drill asks what calls for its criterion."""
        bank = self.questions(setup.company, setup.round)
        about = next((one for one in rubric.criteria if setup.drill and focus and one.id == focus.criterion), None)
        chosen = setup.question_id is not None or setup.ask is not None
        return bank if about is None or chosen else questions_for(about, bank)

    def _past(self, setup: Setup) -> Past:
        """What earlier rounds leave for the choice; nothing where the same questions are wanted again."""
        return past_of(self.store, setup.round) if self._carries and setup.seed is None else NO_PAST

    def _focus(self, setup: Setup) -> Focus | None:
        """What a drill is about, else the change that the last graded session of this round and company asked for."""
        if setup.drill:
            cards = cards_of(self.store, setup.round, setup.company) if self._carries else ()
            return drilled(self.rubrics.rubric(setup.company, setup.round), setup.drill, cards)
        return focus_of(self.store, setup.round, setup.company) if self._carries else None

    def _ruler(self, file: SessionFile, company: str | None, level: str | None) -> Ruler:
        configured = file.transcript.configured
        if configured is None:
            raise WrongUsage(f"{file.opened.session} was never begun, so there is nothing to grade.")
        graded_as = Level(level) if level else file.opened.level
        if company is None or company == file.opened.company:
            return Ruler(configured.rubric, configured.pack, graded_as)
        return self.ruler(company, graded_as, file.opened.round)
