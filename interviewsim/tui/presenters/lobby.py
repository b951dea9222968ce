"""What the lobby shows of a setup, and the choices it offers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from interviewsim.domain.loop import RoundPlan
from interviewsim.domain.setup import DRILL_MINUTES, SHORT_MINUTES, WARM_UP_MINUTES, Setup
from interviewsim.domain.terms import Length, Level, Mode
from interviewsim.tui.presenters.phases import plan_rows
from interviewsim.tui.presenters.plain import clock, one_line
from interviewsim.tui.presenters.readiness import estimate, who

if TYPE_CHECKING:
    from interviewsim.backstage import Lobby

SURPRISE = "Surprise me"
BRIEF_CHARACTERS = 240
_TIMES: tuple[tuple[float | None, str, str], ...] = (
    (1.0, "normal", "the plan as it is"),
    (1.25, "1.25 times", "a quarter more for every phase"),
    (1.5, "1.5 times", "half as much again for every phase"),
    (None, "untimed", "no clock at all"),
)


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a field: its name, what it means, and the setup that follows from it."""

    name: str
    note: str
    setup: Setup


@dataclass(frozen=True, slots=True)
class Field:
    """A choice of the lobby. `at` is the option that stands."""

    id: str
    label: str
    options: tuple[Option, ...]
    at: int


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """A phase of the plan: when it starts, what it is, how long it lasts. `inner`: a stage of the row above."""

    start: str
    name: str
    length: str
    inner: bool


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion with its share of the score."""

    name: str
    weight: str
    about: str


@dataclass(frozen=True, slots=True)
class LobbyView:
    """Everything the lobby shows."""

    title: str
    fields: tuple[Field, ...]
    persona: str
    length: str
    phases: tuple[PhaseRow, ...]
    criteria: tuple[CriterionRow, ...]
    graded: str
    brief: str
    focus: str
    disclaimer: str
    interviewer: str
    estimate: str


def lobby_view(lobby: "Lobby") -> LobbyView:
    """Turn what awaits a candidate into what the lobby shows."""
    plan = lobby.plan
    warm_up = lobby.setup.length is Length.WARM_UP
    return LobbyView(
        title=f"Set up · {plan.round.label}",
        fields=fields_of(lobby),
        persona=_persona(lobby),
        length=_length(plan),
        phases=tuple(PhaseRow(clock(row.start), row.name, clock(row.seconds), row.inner) for row in plan_rows(plan)),
        criteria=tuple(
            CriterionRow(one_line(criterion.name), f"{criterion.weight}%", one_line(criterion.about))
            for criterion in lobby.rubric.criteria
        ),
        graded="A warm-up has no score: one thing done well, one missing." if warm_up else "",
        brief=_beginning(lobby.pack.brief),
        focus=one_line(lobby.carried_focus or ""),
        disclaimer=one_line(lobby.pack.disclaimer),
        interviewer=who(lobby.voices),
        estimate=estimate(lobby),
    )


def fields_of(lobby: "Lobby") -> tuple[Field, ...]:
    """The choices, each option with the setup it leads to."""
    setup = lobby.setup
    companies = lobby.companies or ((setup.company, setup.company),)
    return (
        _field("company", "Company", [(name, "", replace(setup, company=id_)) for id_, name in companies], setup),
        _field("level", "Level", [(level.label, "", replace(setup, level=level)) for level in Level], setup),
        _field("mode", "Mode", _modes(setup), setup),
        _field("length", "Length", _lengths(setup), setup),
        _field("time", "Time", [(name, note, replace(setup, time_factor=it)) for it, name, note in _TIMES], setup),
        _field("question", "Question", _questions(lobby), setup),
    )


def _field(id_: str, label: str, options: Sequence[tuple[str, str, Setup]], setup: Setup) -> Field:
    made = tuple(Option(one_line(name), one_line(note), leads_to) for name, note, leads_to in options)
    return Field(id_, label, made, next((n for n, option in enumerate(made) if option.setup == setup), 0))


def _modes(setup: Setup) -> list[tuple[str, str, Setup]]:
    return [
        ("realistic", "no hints, the clock never stops", replace(setup, mode=Mode.REALISTIC)),
        ("coach", "hints and pauses, both told in the debrief", replace(setup, mode=Mode.COACH)),
        ("gentle", "no clock, no scores until you ask; hints and pauses", replace(setup, mode=Mode.GENTLE)),
        ("aloud", "say it to the room, then type what you remember", replace(setup, mode=Mode.ALOUD)),
    ]


def _lengths(setup: Setup) -> list[tuple[str, str, Setup]]:
    notes = {
        Length.FULL: ("full", "the round's real minutes"),
        Length.SHORT: (f"{SHORT_MINUTES} min", "the usual practice round"),
        Length.DRILL: (f"{DRILL_MINUTES} min", "a drill: one question"),
        Length.WARM_UP: (f"{WARM_UP_MINUTES} min", "a warm-up: one question, no score"),
    }
    own = () if setup.minutes is None else ((f"{setup.minutes} min", "as you asked", setup),)
    return [*own, *((*notes[length], replace(setup, length=length, minutes=None)) for length in Length)]


def _questions(lobby: "Lobby") -> list[tuple[str, str, Setup]]:
    setup = lobby.setup
    free = replace(setup, question_id=None, ask=None)
    asked = () if setup.ask is None else ((setup.ask, "your own question", setup),)
    bank = ((question.ask, "", replace(free, question_id=question.id)) for question in lobby.questions)
    return [(SURPRISE, "as in a real round", free), *asked, *bank]


def _persona(lobby: "Lobby") -> str:
    who = lobby.plan.interviewer
    return f"{one_line(who.name)}, {one_line(who.role)}. Manner: {one_line(who.style)}."


def _length(plan: RoundPlan) -> str:
    questions = "1 question" if plan.questions == 1 else f"{plan.questions} questions"
    time = f"{_minutes(plan.seconds)} minutes" if plan.timed else "No clock"
    follow_ups = f"up to {plan.probes} follow-ups each" if plan.probes else "no follow-ups"
    return f"{time}, {questions}, {follow_ups}."


def _beginning(brief: str) -> str:
    """The first sentences of a brief; all of it stands beside the answer box."""
    line = one_line(brief)
    if len(line) <= BRIEF_CHARACTERS:
        return line
    kept, stop, _ = line[:BRIEF_CHARACTERS].rpartition(". ")
    return f"{kept}. (All of it is in the Brief tab.)" if stop else f"{line[:BRIEF_CHARACTERS]}…"


def _minutes(seconds: int) -> str:
    return f"{seconds / 60:.1f}".removesuffix(".0")
