"""The round as a candidate meets it, over the real engine."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from textual import events

from interviewsim.domain.events import CandidateSaid, EndReason, NotesKept, RoundEnded, SaidAs
from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Length, Mode, Round
from interviewsim.domain.transcript import Transcript
from interviewsim.engine.cue import Cue
from interviewsim.errors import InterviewSimError
from interviewsim.tui.app import InterviewSimApp
from interviewsim.tui.screens.ask import AskScreen
from interviewsim.tui.screens.debrief import DebriefScreen
from interviewsim.tui.screens.decide import DecideScreen
from interviewsim.tui.screens.guess import GuessScreen
from interviewsim.tui.screens.home import HomeScreen
from interviewsim.tui.screens.interview import InterviewScreen
from interviewsim.tui.widgets.notes_pane import NotesPane
from tests.doubles.stage import LEFT, MemoryStage, TalkativeInterviewer, history_rows
from tests.tui.driving import Driver, asked, stands_on, typed, until, words_on
from tests.tui.stage_app import AROUND, on

SIZE = (120, 36)
BRIEF = (
    "Kelpline rents rowing boats. Trips fell by a tenth since May, and nobody changed a price.\n\n"
    "Lakes      Boats   Trips\n"
    "Northern   12   310\n"
    "Southern   1,140   9,870\n\n"
    "Where would you look first?"
)


def said(stage: MemoryStage, session: str = "") -> list[CandidateSaid]:
    journal = stage.journals[session or list(stage.journals)[-1]]
    return [entry.event for entry in journal.entries if isinstance(entry.event, CandidateSaid)]


async def test_two_keys_lead_from_the_first_start_to_the_first_question() -> None:
    stage = MemoryStage()
    async with on(stage).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "Start with a 5-minute" in words_on(pilot.app))
        await pilot.press("enter")
        screen = await asked(pilot, stage)
        assert stage.setups[0].length is Length.WARM_UP
        assert stage.questions[0].ask in screen.talk.dialogue.speeches[-1].text


async def test_an_answer_leaves_the_box_only_when_it_is_on_disk() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage, resume=LEFT).run_test(size=SIZE) as pilot:
        screen = await asked(pilot, stage)
        await typed(pilot, "I called them")
        await pilot.press("enter")
        await typed(pilot, "twice")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: said(stage, LEFT))
        assert [event.text for event in said(stage, LEFT)] == ["I called them\ntwice"]
        await until(pilot, lambda: not screen.box.text)
        assert "I called them" in words_on(pilot.app)


@pytest.mark.parametrize("key", ["ctrl+j", "ctrl+enter"])
async def test_other_keys_that_terminals_can_send_do_send(key: str) -> None:
    stage = MemoryStage(history_rows())
    async with on(stage, resume=LEFT).run_test(size=SIZE) as pilot:
        await asked(pilot, stage)
        await typed(pilot, "yes")
        await pilot.press(key)
        await until(pilot, lambda: said(stage, LEFT))


async def test_a_click_on_send_sends() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage, resume=LEFT).run_test(size=SIZE) as pilot:
        screen = await asked(pilot, stage)
        await typed(pilot, "yes")
        box = screen.box
        await pilot.click(box, offset=(box.outer_size.width - 6, box.outer_size.height - 1))
        await until(pilot, lambda: said(stage, LEFT))


async def test_nothing_is_sent_from_an_empty_box() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage, resume=LEFT).run_test(size=SIZE) as pilot:
        await asked(pilot, stage)
        await pilot.press("space", "ctrl+s")
        await pilot.pause()
        assert "nothing to send" in words_on(pilot.app)
        assert not said(stage, LEFT)


async def test_where_enter_sends_a_short_answer_asks_once_and_a_line_has_a_key_of_its_own() -> None:
    stage = MemoryStage(history_rows())
    app = InterviewSimApp(stage, resume=LEFT, around=replace(AROUND, enter_sends=True))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await asked(pilot, stage)
        await typed(pilot, "I cut it.")
        await pilot.press("ctrl+j", "x", "enter")
        await until(pilot, lambda: "Enter once more sends it" in words_on(app))
        assert screen.box.text == "I cut it.\nx"
        await pilot.press("enter")
        await until(pilot, lambda: not screen.box.text)
        assert stage.conductor
        assert [turn.text for turn in stage.conductor.transcript.turns if turn.candidate][-1] == "I cut it.\nx"
        await asked(pilot, stage)
        await typed(pilot, "one two three four five six seven eight nine ten eleven twelve")
        await pilot.press("enter")
        await until(pilot, lambda: not screen.box.text)


async def test_a_second_enter_at_the_end_says_how_to_send_once() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage, resume=LEFT).run_test(size=SIZE) as pilot:
        await asked(pilot, stage)
        await typed(pilot, "yes")
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "Ctrl+S sends." in words_on(pilot.app)


async def test_a_draft_and_notes_are_kept_with_every_key() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage, resume=LEFT).run_test(size=SIZE) as pilot:
        await asked(pilot, stage)
        await typed(pilot, "half an ans")
        await pilot.press("f2")
        await typed(pilot, "say no")
        await pilot.press("alt+2")
        await pilot.pause()
        await typed(pilot, "my goal")
        await pilot.pause()
        assert stage.conductor is not None
        assert stage.conductor.live.draft == "half an ans"
        assert stage.conductor.live.notes.startswith("say no")
        assert "S: my goal" in stage.conductor.live.notes


async def test_leaving_and_resuming_brings_draft_and_notes_back() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage, resume=LEFT).run_test(size=SIZE) as pilot:
        await asked(pilot, stage)
        await typed(pilot, "half")
        await pilot.press("f2")
        await typed(pilot, "note")
        await pilot.press("f8")
        await stands_on(pilot, DecideScreen)
        await pilot.press("up", "enter")
        await stands_on(pilot, HomeScreen)
        assert stage.journals[LEFT].closed
        await pilot.press("r")
        screen = await asked(pilot, stage)
        assert screen.box.text == "half"
        assert screen.query_one(NotesPane).text == "note"
        await typed(pilot, " more")
        assert screen.box.text == "half more"


async def test_a_question_to_the_interviewer_is_marked_as_one_and_leaves_the_draft_alone() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage, resume=LEFT).run_test(size=SIZE) as pilot:
        screen = await asked(pilot, stage)
        await typed(pilot, "my draft")
        await pilot.press("f3")
        await stands_on(pilot, AskScreen)
        await typed(pilot, "At work or at home")
        await pilot.press("enter")
        await until(pilot, lambda: said(stage, LEFT))
        assert said(stage, LEFT)[0].as_ is SaidAs.QUESTION
        await until(pilot, lambda: "you asked" in words_on(pilot.app))
        assert screen.box.text == "my draft"


async def test_ending_early_leads_to_the_debrief_and_keeps_the_notes() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage, resume=LEFT).run_test(size=SIZE) as pilot:
        await asked(pilot, stage)
        await pilot.press("f2")
        await typed(pilot, "mine")
        await pilot.press("f8")
        await stands_on(pilot, DecideScreen)
        await pilot.press("up", "up", "enter")
        await stands_on(pilot, DebriefScreen)
        ends = [
            entry.event for entry in stage.journals[LEFT].entries if isinstance(entry.event, RoundEnded | NotesKept)
        ]
        assert RoundEnded(EndReason.ENDED_EARLY) in ends
        await until(pilot, lambda: stage.graded == [LEFT])


async def test_keeping_going_is_the_answer_under_the_cursor() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage, resume=LEFT).run_test(size=SIZE) as pilot:
        screen = await asked(pilot, stage)
        await pilot.press("f8")
        await stands_on(pilot, DecideScreen)
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert not stage.journals[LEFT].closed


async def test_quitting_in_a_round_asks_first_and_lets_go_of_the_journal() -> None:
    stage = MemoryStage(history_rows())
    app = on(stage, resume=LEFT)
    async with app.run_test(size=SIZE) as pilot:
        await asked(pilot, stage)
        await typed(pilot, "half")
        await pilot.press("ctrl+q")
        await stands_on(pilot, DecideScreen)
        await pilot.press("up", "enter")
        await until(pilot, lambda: not app.is_running or app._exit)
    assert stage.journals[LEFT].closed
    assert stage.journals[LEFT].live.draft == "half"


async def test_a_pasted_answer_is_marked_and_a_typed_one_is_not() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage, resume=LEFT).run_test(size=SIZE) as pilot:
        screen = await asked(pilot, stage)
        pilot.app.post_message(events.Paste("I sat with four nurses.\nThen I cut it."))
        await until(pilot, lambda: "four nurses" in screen.box.text)
        assert screen.box.text == "I sat with four nurses.\nThen I cut it."
        await pilot.press("ctrl+s")
        await until(pilot, lambda: said(stage, LEFT))
        await asked(pilot, stage)
        await typed(pilot, "typed")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(said(stage, LEFT)) == 2)
        assert [event.pasted for event in said(stage, LEFT)] == [True, False]


async def test_a_full_disk_keeps_the_answer_and_says_what_to_do() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage, resume=LEFT).run_test(size=SIZE) as pilot:
        screen = await asked(pilot, stage)
        stage.journals[LEFT].refusing = 1
        await typed(pilot, "my words")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "The disk is full." in words_on(pilot.app))
        assert screen.box.text == "my words"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: said(stage, LEFT))


async def test_an_interviewer_that_fails_can_be_tried_again() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage, resume=LEFT).run_test(size=SIZE) as pilot:
        await asked(pilot, stage)
        stage.interviewer.failing = InterviewSimError("The line is dead.", "Look at the cable.")
        await typed(pilot, "my words")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Look at the cable." in words_on(pilot.app))
        stage.interviewer.failing = None
        await pilot.press("ctrl+r")
        await asked(pilot, stage)
        assert stage.conductor is not None
        assert not stage.conductor.transcript.turns[-1].candidate


async def test_somebody_can_stand_in_for_an_interviewer_that_fails() -> None:
    stage = MemoryStage(history_rows())
    stage.stand_in = TalkativeInterviewer(prefix="Offline: ")
    async with on(stage, resume=LEFT).run_test(size=SIZE) as pilot:
        await asked(pilot, stage)
        assert "go on offline" not in words_on(pilot.app)
        stage.interviewer.failing = InterviewSimError("The line is dead.", "Look at the cable.")
        await typed(pilot, "my words")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "ctrl+o to go on with the offline interviewer" in words_on(pilot.app))
        await pilot.press("ctrl+o")
        await until(pilot, lambda: "Offline: This is" in words_on(pilot.app))
        assert "go on offline" not in words_on(pilot.app)


async def test_a_turn_that_breaks_off_stays_to_be_read_and_is_said_anew() -> None:
    stage = MemoryStage(history_rows())
    stage.stand_in = TalkativeInterviewer(prefix="Offline: ")
    async with on(stage, resume=LEFT).run_test(size=SIZE) as pilot:
        await asked(pilot, stage)
        stage.interviewer.breaking_off = InterviewSimError("The line is dead.", "Look at the cable.")
        await typed(pilot, "my words")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "ctrl+o to go on with the offline interviewer" in words_on(pilot.app))
        words = words_on(pilot.app)
        assert "cut short" in words
        assert words.index("Thanks.") < words.index("The line is dead.")
        assert stage.conductor is not None
        assert not stage.conductor.state.candidate_has_the_floor
        await pilot.press("ctrl+o")
        await until(pilot, lambda: "Offline: This is" in words_on(pilot.app))
        assert [turn.text for turn in stage.conductor.transcript.turns if "Thanks." in turn.text] == []
        assert stage.conductor.state.candidate_has_the_floor


async def test_somebody_can_stand_in_for_an_interviewer_that_is_slow() -> None:
    stage, hand = MemoryStage(history_rows()), Hand()
    stage.stand_in = TalkativeInterviewer(prefix="Offline: ")
    app = InterviewSimApp(stage, resume=LEFT, around=replace(AROUND, monotonic=hand))
    async with app.run_test(size=SIZE) as pilot:
        await kept_waiting(pilot, stage)
        hand.at += 12
        await until(pilot, lambda: "slow: ^o goes on offline" in words_on(app))
        await pilot.press("ctrl+o")
        await until(pilot, lambda: "thinking" not in words_on(app))
        assert stage.conductor is not None
        assert stage.conductor.state.candidate_has_the_floor
        assert not stage.conductor.transcript.turns[-1].complete


async def test_hints_and_pauses_are_for_coach_mode_alone() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage, resume=LEFT).run_test(size=SIZE) as pilot:
        await asked(pilot, stage)
        assert "f4" not in words_on(pilot.app)
        await pilot.press("f5")
        await pilot.pause()
        assert stage.conductor is not None
        assert not stage.conductor.state.paused


async def test_a_pause_covers_the_dialogue_and_stops_the_clock() -> None:
    stage = MemoryStage()
    app = on(stage)
    async with app.run_test(size=SIZE) as pilot:
        app.begin(Setup(Round.BEHAVIORAL, mode=Mode.COACH))
        screen = await asked(pilot, stage)
        await pilot.press("f5")
        await until(pilot, lambda: screen.talk.dialogue.covered)
        await pilot.pause()
        assert stage.questions[0].ask not in words_on(app)
        await pilot.press("f5")
        await until(pilot, lambda: not screen.talk.dialogue.covered)


async def test_when_time_is_up_the_draft_is_sent_as_it_is_and_the_round_ends() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage, resume=LEFT).run_test(size=SIZE) as pilot:
        screen = await asked(pilot, stage)
        await typed(pilot, "My last sent")
        stage.clock.pass_time(1501)
        screen.action_pause()  # the engine looks at the clock after every command, refused or not
        await until(pilot, lambda: "Finish this sentence" in words_on(pilot.app))
        stage.clock.pass_time(60)
        screen.action_pause()
        await stands_on(pilot, GuessScreen)
        await pilot.press("escape")
        await stands_on(pilot, DebriefScreen)
        assert [(event.text, event.cut_off) for event in said(stage, LEFT)] == [("My last sent", True)]


async def test_letters_work_outside_the_box_and_all_others_lead_back_to_it() -> None:
    stage = MemoryStage(history_rows())
    async with on(stage, resume=LEFT).run_test(size=SIZE) as pilot:
        screen = await asked(pilot, stage)
        await pilot.press("escape", "c")
        await stands_on(pilot, AskScreen)
        await pilot.press("escape", "w", "e")
        await pilot.pause()
        assert screen.box.text == "we"


async def test_scrolling_up_lets_go_of_the_tail_and_says_when_something_is_new() -> None:
    stage = MemoryStage(history_rows())
    stage.interviewer.prefix = "One more thing about this. " * 40
    async with on(stage, resume=LEFT).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot, stage)
        await typed(pilot, "yes")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(screen.talk.dialogue.speeches) > 3)
        await asked(pilot, stage)
        dialogue = screen.talk.dialogue
        assert dialogue.scroll_y == dialogue.max_scroll_y
        await pilot.press("ctrl+up")
        where = dialogue.scroll_y
        screen.talk.interviewer_begins("One thing before you answer.", 0.0)
        await until(pilot, lambda: "new message" in words_on(pilot.app))
        assert dialogue.scroll_y == where
        dialogue.focus()
        await pilot.press("end")
        await until(pilot, lambda: not dialogue.has_news)
        assert dialogue.scroll_y == dialogue.max_scroll_y


async def test_who_sends_an_answer_sees_the_reply_to_it() -> None:
    stage = MemoryStage(history_rows())
    stage.interviewer.prefix = "One more thing about this. " * 40
    async with on(stage, resume=LEFT).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot, stage)
        await typed(pilot, "yes")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(screen.talk.dialogue.speeches) > 3)
        await asked(pilot, stage)
        dialogue = screen.talk.dialogue
        await pilot.press("ctrl+up")
        assert dialogue.scroll_y < dialogue.max_scroll_y
        await typed(pilot, "no")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: dialogue.scroll_y == dialogue.max_scroll_y and said(stage, LEFT))
        assert not dialogue.has_news


async def test_a_session_that_cannot_be_opened_is_told_and_home_stays() -> None:
    stage = MemoryStage()
    async with on(stage, resume="nowhere").run_test(size=SIZE, notifications=True) as pilot:
        await until(pilot, lambda: "There is no session nowhere." in words_on(pilot.app))
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_a_round_that_ends_under_an_open_question_still_leads_to_the_debrief() -> None:
    stage = MemoryStage(history_rows())
    app = on(stage, resume=LEFT)
    async with app.run_test(size=SIZE) as pilot:
        screen = await asked(pilot, stage)
        await typed(pilot, "half")
        await pilot.press("f3")
        await stands_on(pilot, AskScreen)
        stage.clock.pass_time(1501)
        screen.action_pause()
        await until(pilot, lambda: "Finish this sentence" in str(screen.talk.said.content))
        stage.clock.pass_time(60)
        screen.action_pause()
        await stands_on(pilot, GuessScreen)
        await pilot.press("escape")
        await stands_on(pilot, DebriefScreen)
        assert len(app.screen_stack) == 2


async def test_without_a_terminal_of_its_own_the_editor_says_so_and_the_draft_stays() -> None:
    stage = MemoryStage(history_rows())
    app = InterviewSimApp(stage, resume=LEFT, around=replace(AROUND, editor=("true",)))
    async with app.run_test(size=SIZE) as pilot:
        screen = await asked(pilot, stage)
        await typed(pilot, "mine")
        await pilot.press("ctrl+g")
        await until(pilot, lambda: "cannot be opened from here" in words_on(app))
        assert screen.box.text == "mine"


class SlowInterviewer(TalkativeInterviewer):
    """Says one sentence, and the rest only when `goes_on` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.goes_on = asyncio.Event()

    async def reply(self, transcript: Transcript, cue: Cue) -> AsyncIterator[str]:
        yield "You said you called them."
        await self.goes_on.wait()
        yield "What came of it?"


class Hand:
    """A clock that stands where it is put."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


async def kept_waiting(pilot: Driver, stage: MemoryStage) -> InterviewScreen:
    """Send an answer to an interviewer who falls silent after one sentence."""
    screen = await asked(pilot, stage)
    stage.interviewer = slow = SlowInterviewer()
    assert stage.conductor is not None
    stage.conductor._interviewer = slow
    await typed(pilot, "I called them.")
    await pilot.press("ctrl+s")
    await until(pilot, lambda: screen.talk.hears)
    return screen


async def test_a_slow_interviewer_is_thinking_and_then_is_not() -> None:
    stage, hand = MemoryStage(history_rows()), Hand()
    app = InterviewSimApp(stage, resume=LEFT, around=replace(AROUND, monotonic=hand))
    async with app.run_test(size=SIZE) as pilot:
        screen = await kept_waiting(pilot, stage)
        assert "thinking" not in words_on(app)
        hand.at += 5
        await until(pilot, lambda: "Dana is thinking… 5 s" in words_on(app))
        await typed(pilot, "meanwhile")
        assert screen.box.text == "meanwhile"
        assert isinstance(stage.interviewer, SlowInterviewer)
        stage.interviewer.goes_on.set()
        await until(pilot, lambda: "What came of it?" in words_on(app) and "thinking" not in words_on(app))


async def test_escape_stops_an_interviewer_while_they_speak_and_what_was_said_stands() -> None:
    stage, hand = MemoryStage(history_rows()), Hand()
    app = InterviewSimApp(stage, resume=LEFT, around=replace(AROUND, monotonic=hand))
    async with app.run_test(size=SIZE) as pilot:
        screen = await kept_waiting(pilot, stage)
        hand.at += 3
        await until(pilot, lambda: "thinking… 3 s · esc stops" in words_on(app))
        await pilot.press("escape")
        await until(pilot, lambda: not screen.talk.hears)
        assert stage.conductor is not None
        cut = stage.conductor.transcript.turns[-1]
        assert (cut.text, cut.complete) == ("You said you called them.", False)
        assert screen.box.has_focus
        await pilot.press("escape")
        assert screen.talk.dialogue.has_focus


async def test_a_brief_with_a_table_is_shown_whole_in_a_small_window() -> None:
    stage = MemoryStage(history_rows())
    stage.questions = (replace(stage.questions[0], ask=BRIEF), *stage.questions[1:])
    app = on(stage)
    async with app.run_test(size=(60, 18)) as pilot:
        app.begin(Setup(Round.BEHAVIORAL))
        screen = await asked(pilot, stage)
        page = screen.talk.dialogue._page
        told = [row for row in page.rows if page.speeches[row.speech].text == BRIEF and row.end > row.start]
        shown = [" " * row.indent + BRIEF[row.start : row.end] for row in told]
        assert all(len(row) <= 57 for row in shown)
        assert "".join(BRIEF.split()) == "".join("".join(shown).split())
        assert "Northern   12   310" in shown
        await until(pilot, lambda: "Southern" in words_on(app))
