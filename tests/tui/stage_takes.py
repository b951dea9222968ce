"""Rounds of one answer on the stage: a take two beside its first, and a warm-up that was just played."""

from dataclasses import replace
from datetime import date

from interviewsim.domain.events import (
    CandidateSaid,
    EndReason,
    Entry,
    Event,
    Graded,
    InterviewerSaid,
    RoundEnded,
    SaidAs,
)
from interviewsim.domain.forking import fork
from interviewsim.domain.move import Move
from interviewsim.domain.scorecard import ItemFinding, Scorecard, Seen
from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Length, Mode, Round
from interviewsim.domain.today import WeakSpot, WeakSpots
from interviewsim.domain.transcript import transcript_of
from interviewsim.tui.app import InterviewSimApp
from tests.doubles.journal import MemoryJournal
from tests.doubles.stage import AT, PLAYED, SAID, MemoryStage, evidence, history_rows, scorecard, spoken
from tests.tui.stage_app import on

AGAIN = "20261123T160000-behavioral-two"
WARM = "20261123T155000-behavioral-warm"
SECOND = (
    "I dropped a bulk import that I believed in, and four head nurses made me. I had drawn it; then one of them showed "
    "me the sticky note she copies every week. I weighed a cheaper import against copying last week, cut the import "
    "from the April plan, and told both engineers why. Clinics past the second screen went from 61 to 70 percent."
)


def second_card() -> Scorecard:
    """What the second answer earned: a weighed option more, the setting less."""
    card = scorecard()
    specific, ownership, result, judgment, learning = card.criteria
    weighed = evidence(3, SECOND, "I weighed a cheaper import against copying last week")
    measured = evidence(3, SECOND, "from 61 to 70 percent")
    cut = evidence(3, SECOND, "cut the import from the April plan")
    changed = (
        replace(specific, level=2, items=specific.items[:1], evidence=(evidence(3, SECOND, "four head nurses"),)),
        replace(ownership, evidence=(cut, cut)),
        replace(result, evidence=(measured,)),
        replace(judgment, level=3, items=(ItemFinding("option", Seen.YES, (0,)),), evidence=(weighed,)),
        learning,
    )
    before = replace(card.answers[0], turns=(3,), levels={"specificity": 2, "ownership": 3, "judgment": 3})
    return replace(card, criteria=changed, answers=(before,), session=AGAIN)


def takes() -> InterviewSimApp:
    stage = MemoryStage(history_rows())
    first = replace(stage.card.answers[0], levels={"specificity": 4, "ownership": 3, "judgment": 1})
    graded = Graded(1, replace(stage.card, answers=(first, *stage.card.answers[1:])))
    journal = stage.journals[PLAYED]
    journal.entries[-1] = replace(journal.entries[-1], event=graded)
    taken = fork(stage.opened[PLAYED], journal.entries, 3, AGAIN, AT)
    stage.opened[AGAIN] = taken.opened
    stage.journals[AGAIN] = MemoryJournal()
    stage.journals[AGAIN].entries += [*taken.entries, *_ending(len(taken.entries), second_card())]
    app = on(stage)
    app.call_later(app.round_over, transcript_of(stage.opened[AGAIN], stage.journals[AGAIN].entries))
    return app


def warm_up() -> InterviewSimApp:
    stage = MemoryStage(history_rows())
    ended: list[tuple[float, Event]] = [(262.0, RoundEnded(EndReason.COMPLETED)), (262.0, Graded(1, stage.card))]
    stage.keep(WARM, [*spoken(SAID[1:5]), *ended])
    stage.opened[WARM] = replace(stage.opened[WARM], length=Length.WARM_UP)
    app = on(stage)
    app.call_later(app.warmed_up, WARM)
    return app


def guess() -> InterviewSimApp:
    stage = MemoryStage(history_rows())
    journal = stage.journals[PLAYED]
    del journal.entries[-1]
    app = on(stage)
    app.call_later(app.round_over, transcript_of(stage.opened[PLAYED], journal.entries))
    return app


def aloud() -> InterviewSimApp:
    return on(MemoryStage(history_rows()), Setup(Round.BEHAVIORAL, mode=Mode.ALOUD))


def ten_days() -> InterviewSimApp:
    stage = MemoryStage(history_rows()[2:])
    stage.playable = dict.fromkeys(Round, 25)
    stage.day = date(2026, 12, 3)
    stage.spots = WeakSpots(WeakSpot(Round.BEHAVIORAL, "generic", "judgment", "Judgment", 1))
    return on(stage)


def _ending(n: int, card: Scorecard) -> list[Entry]:
    events: tuple[Event, ...] = (
        CandidateSaid(3, SECOND, SaidAs.ANSWER, seconds=150.0),
        InterviewerSaid(4, "Thank you, that is all from my side.", Move.CLOSE, None),
        RoundEnded(EndReason.COMPLETED),
        Graded(1, card),
    )
    return [Entry(n + at, AT, 150.0, event) for at, event in enumerate(events, 1)]
