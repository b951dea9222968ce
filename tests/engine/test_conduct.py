"""What an interviewer may say: natural lines pass, each kind of slip is caught, and what can be mended is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewsim.domain.events import CandidateSaid, Entry, Event, InterviewerSaid, SaidAs, SessionOpened
from interviewsim.domain.move import Move
from interviewsim.domain.terms import Length, Level, Mode, Round
from interviewsim.domain.transcript import Transcript, transcript_of
from interviewsim.engine.conduct import Check, check_conduct
from interviewsim.engine.cue import Cue
from interviewsim.engine.limits import LIMITS
from interviewsim.engine.repair import repair
from tests.engine.interviewer_lines import ANSWER, ASKED_BEFORE, NATURAL, QUESTION, REPLY
from tests.engine.interviewer_slips import LOOK_ALIKES, SLIPS

OPENED = SessionOpened(
    session="s", round=Round.BEHAVIORAL, company="generic", level=Level.PM, mode=Mode.REALISTIC, length=Length.SHORT,
    interviewer="offline", title="t", at="2026-11-23T14:05:12Z",
)  # fmt: skip


def _transcript(*candidate: str) -> Transcript:
    said: list[Event] = [
        InterviewerSaid(1, QUESTION, Move.ASK, "q"),
        CandidateSaid(2, ANSWER, SaidAs.ANSWER),
        InterviewerSaid(3, ASKED_BEFORE, Move.PROBE, "q"),
        *(CandidateSaid(4 + at, text, SaidAs.ANSWER) for at, text in enumerate(candidate)),
    ]
    return transcript_of(OPENED, (Entry(n, "", float(n), event) for n, event in enumerate(said, 2)))


def _checks(text: str, move: Move, *, withheld: tuple[str, ...] = (), seconds: float | None = 900.0) -> set[Check]:
    tell = QUESTION if move in {Move.ASK, Move.REPEAT} else REPLY
    cue = Cue(move, tell=tell, seconds_left=seconds)
    transcript = transcript_of(OPENED, ()) if move is Move.ASK else _transcript()
    return {breach.check for breach in check_conduct(text, cue, transcript, withheld=withheld)}


def _lines(block: str) -> list[str]:
    return [line.strip() for line in block.strip().splitlines()]


@pytest.mark.parametrize(("move", "line"), [(move, line) for move, block in NATURAL.items() for line in _lines(block)])
def test_a_natural_line_passes(move: Move, line: str) -> None:
    assert _checks(line, move) == set()


@pytest.mark.parametrize(
    ("check", "move", "line"), [(check, *case) for check, cases in SLIPS.items() for case in cases]
)
def test_each_slip_is_caught(check: Check, move: Move, line: str) -> None:
    assert check in _checks(line, move)


@pytest.mark.parametrize(
    ("check", "move", "line"), [(check, *case) for check, cases in LOOK_ALIKES.items() for case in cases]
)
def test_what_only_looks_like_a_slip_passes_its_check(check: Check, move: Move, line: str) -> None:
    assert check not in _checks(line, move)


def test_every_check_and_every_move_has_its_examples() -> None:
    assert set(SLIPS) == set(LOOK_ALIKES) == set(Check)
    assert set(NATURAL) == set(LIMITS) == set(Move)


def test_six_words_in_a_row_from_a_withheld_text_are_a_leak() -> None:
    anchor = "Names the person who lost something by the decision and says what."
    assert Check.LEAK in _checks(
        "Who is the person who lost something by the decision?", Move.PROBE, withheld=(anchor,)
    )
    assert _checks("Who lost something by that?", Move.PROBE, withheld=(anchor,)) == set()


def test_a_term_the_candidate_used_may_be_asked_about() -> None:
    cue = Cue(Move.PROBE, seconds_left=900.0)
    line = "What were the hiring criteria based on?"
    theirs = _transcript("I rewrote the hiring criteria for our interns.")
    assert check_conduct(line, cue, theirs) == ()
    assert {breach.check for breach in check_conduct(line, cue, _transcript())} == {Check.LEAK}


def test_numbers_in_words_and_in_digits_are_the_same_figure() -> None:
    transcript = _transcript("Sign-ups fell by sixty-one percent and we lost half a million.")
    for line in ("Where does the 61 percent come from?", "How was the 61% counted?"):
        assert check_conduct(line, Cue(Move.PROBE), transcript) == ()


def test_a_quotation_must_stand_in_one_turn_of_the_candidate() -> None:
    transcript = _transcript("I stopped", "the rollout")
    found = check_conduct('You wrote "stopped the rollout". Who agreed?', Cue(Move.PROBE), transcript)
    assert [breach.check for breach in found] == [Check.MISQUOTE]


def test_without_a_clock_no_number_of_minutes_may_be_named() -> None:
    assert _checks("We have 15 minutes left.", Move.MOVE_ON, seconds=None) >= {Check.CLOCK}


REPAIRS = [
    (Move.PROBE, "Great answer. What did you do next?", "What did you do next?"),
    (Move.PROBE, "Who disagreed? What did they say?", "Who disagreed?"),
    (Move.PROBE, "What did you do and why did you do it?", "What did you do?"),
    (Move.PROBE, "**What** did *you* do?", "What did you do?"),
    (Move.PROBE, "- What did you do?", "What did you do?"),
    (Move.PROBE, "Interviewer: What did you do?", "What did you do?"),
    (Move.PROBE, "So you stopped the line yourself. What then?", "What then?"),
    (Move.PROBE, "You said the app was shipped. Who wanted it gone?", "Who wanted it gone?"),
    (Move.PROBE, "A new one costs $5,000. Why was that out of the question?", "Why was that out of the question?"),
    (Move.MOVE_ON, "Excellent. Let's go on.", "Let's go on."),
    (Move.CLOSE, "Any last thoughts? Thank you, goodbye.", "Thank you, goodbye."),
    (Move.OPEN, "I'm Ilse. We have forty minutes today. I'll take notes.", "I'm Ilse. I'll take notes."),
    (Move.PROBE, f"{'I have thought about this for a while now. ' * 9}Who was there?", "Who was there?"),
]


@pytest.mark.parametrize(("move", "line", "mended"), REPAIRS)
def test_what_can_be_left_out_is_left_out_and_the_rest_passes(move: Move, line: str, mended: str) -> None:
    cue = Cue(move, seconds_left=900.0)
    found = check_conduct(line, cue, _transcript())
    text = repair(line, found, cue)
    assert text is not None
    assert text.endswith(mended)
    assert check_conduct(text, cue, _transcript()) == ()


@pytest.mark.parametrize(
    ("move", "line"),
    [
        (Move.PROBE, "Great answer!"),
        (Move.PROBE, "Did you talk to them?"),
        (Move.ASK, "How old are you?"),
        (Move.PROBE, ""),
        (Move.PROBE, "What " + "really " * 80 + "happened?"),
    ],
)
def test_what_cannot_be_mended_is_given_up(move: Move, line: str) -> None:
    cue = Cue(move, seconds_left=900.0)
    assert repair(line, check_conduct(line, cue, _transcript()), cue) is None


@given(st.text(max_size=120), st.sampled_from(list(Move)))
def test_no_text_makes_the_checks_or_the_repair_fail(text: str, move: Move) -> None:
    cue = Cue(move, seconds_left=61.0)
    found = check_conduct(text, cue, _transcript(), withheld=(REPLY,))
    mended = repair(text, found, cue)
    assert mended is None or mended.strip()


@given(st.lists(st.sampled_from([case[1] for cases in SLIPS.values() for case in cases]), min_size=1, max_size=4))
def test_a_repair_never_says_a_word_that_was_not_there(lines: list[str]) -> None:
    text = " ".join(lines)
    cue = Cue(Move.PROBE, seconds_left=900.0)
    mended = repair(text, check_conduct(text, cue, _transcript()), cue) or ""
    assert set(re.findall(r"\w+", mended)) <= set(re.findall(r"\w+", text))
