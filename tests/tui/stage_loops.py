"""Apps that stand on a loop: half held, and before the committee."""

from collections.abc import Sequence
from dataclasses import replace

from interviewsim.domain.course import Course, Step
from interviewsim.domain.history import HistoryRow, Standing
from interviewsim.domain.loop import LoopRound, Persona
from interviewsim.domain.rubric import Verdict
from interviewsim.domain.terms import Level, Round, Skill
from interviewsim.grading.committee import Filed, packet_of
from interviewsim.tui.app import InterviewSimApp
from tests.doubles.loops import card, filed, pack
from tests.doubles.stage import AT, LOOP_ROUND, PLAYED, MemoryStage
from tests.golden.samples import PACK
from tests.tui.stage_app import on

LOOP = "20261123T100000-loop-5xq2"
PEOPLE = {
    Round.SCREENING: Persona("Sam Oyelaran", "recruiter", "brisk"),
    Round.TECHNICAL: Persona("Priya Raman", "engineering manager", "engineer"),
    Round.PRODUCT_SENSE: Persona("Lee Castellan", "group product manager", "skeptical"),
    Round.BEHAVIORAL: Persona("Dana Okafor", "director of product", "neutral"),
    Round.CASE_STUDY: Persona("Jo Lindqvist", "head of analytics", "stakeholder"),
    Round.FINAL: Persona("Ruth Adeyemi", "chief product officer", "executive"),
}
SCORES = (3.6, 3.1, 3.9, 3.4, None, None)


def places() -> Sequence[LoopRound]:
    return [replace(LOOP_ROUND, round=round_, interviewer=who) for round_, who in PEOPLE.items()]


def course(held: int, mode: str = "realistic") -> Course:
    """A loop of which so many rounds are in."""
    rows = [
        HistoryRow(PLAYED, place.round, "generic", "pm", mode, AT, 21.0, Standing.FINISHED, score or 3.2, "hire",
                   "offline", "", loop=LOOP)
        for place, score in zip(places(), SCORES, strict=True)
    ]  # fmt: skip
    steps = tuple(Step(place, rows[at] if at < held else None) for at, place in enumerate(places()))
    return Course(LOOP, "generic", "pm", mode, "short", steps)


def stage(held: int = 4, mode: str = "realistic") -> MemoryStage:
    made = MemoryStage()
    made.courses = [course(held, mode)]
    low = card(2.7, Verdict.NO_HIRE, skills={Skill.PRIORITIZATION: 2.0, Skill.EMPATHY: 3.0})
    unread = Filed(pack().loop[-1], None)
    judged = [replace(one, place=replace(one.place, weight=weight)) for one, weight in zip(
        filed(card(3.6), low, card(3.9, skills={Skill.PRIORITIZATION: 3.6})), (20, 30, 30), strict=True)]  # fmt: skip
    last = replace(unread.place, round=Round.TECHNICAL, weight=20, interviewer=PEOPLE[Round.TECHNICAL])
    made.put_before = packet_of([*judged, Filed(last, None)], replace(pack(), name=PACK.name), Level.PM)
    return made


def loop() -> InterviewSimApp:
    app = on(stage())
    app.call_later(app.loop)
    return app


def committee() -> InterviewSimApp:
    from interviewsim.tui.screens.committee import CommitteeScreen

    app = on(stage(6))
    app.call_later(lambda: app.push_screen(CommitteeScreen(LOOP)))
    return app
