"""What the interview screen shows around the dialogue: clock, phase, draft, brief."""

from dataclasses import dataclass
from enum import StrEnum

from interviewsim.domain.loop import Phase, RoundPlan
from interviewsim.domain.setup import spoken_seconds
from interviewsim.domain.terms import Mode
from interviewsim.domain.transcript import Transcript
from interviewsim.engine.deadlines import GRACE
from interviewsim.errors import InterviewSimError
from interviewsim.tui.presenters.phases import phase_name, plan_rows
from interviewsim.tui.presenters.plain import clock, one_line, plural, share_bar, shown

FIVE_MINUTES = 300
ONE_MINUTE = 60
A_MOMENT = 2.0
"""Seconds of silence after which one wonders whether something is wrong."""
SLOW = 10.0
"""Seconds of silence after which one would rather go on with somebody else."""


class Pressure(StrEnum):
    """How much the clock should be noticed."""

    CALM = "calm"
    FIVE = "five"
    ONE = "one"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class ClockView:
    """The clock's words and how loud they are."""

    text: str
    pressure: Pressure


def clock_view(t: float, plan: RoundPlan, *, paused: bool) -> ClockView:
    """Time left of the plan at `t` seconds; after its end, the seconds left to finish the sentence."""
    if paused:
        return ClockView(f"‖ paused at {clock(t)}", Pressure.CALM)
    if not plan.timed:
        return ClockView(f"untimed · {clock(t)} so far", Pressure.CALM)
    left = plan.seconds - t
    if left <= 0:
        return ClockView(f"● Time. Finish this sentence: {max(0, int(left + GRACE))} s", Pressure.OVER)
    if left <= ONE_MINUTE:
        return ClockView(f"● {clock(left)} left", Pressure.ONE)
    if left <= FIVE_MINUTES < plan.seconds / 2:
        return ClockView(f"◑ {clock(left)} left", Pressure.FIVE)
    return ClockView(f"◔ {clock(left)} left", Pressure.CALM)


def phase_line(phase: Phase | None, plan: RoundPlan, t: float, since: float) -> str:
    """Where in the plan: name, bar, time left of the phase."""
    if phase is None:
        return ""
    name = phase_name(phase, plan)
    if not plan.timed:
        return name
    used = t - since
    left = f"{clock(phase.seconds - used)} left" if used < phase.seconds else "wrap up"
    return f"{name} {share_bar(used / max(1, phase.seconds))} {left}"


def phase_since(transcript: Transcript) -> float:
    """When the phase under way began, on the round's clock."""
    return transcript.phases[-1][1] if transcript.phases else 0.0


def draft_line(words: int) -> str:
    """What the answer box says of a draft: words, and how long they take to say."""
    if not words:
        return ""
    seconds = round(spoken_seconds(words))
    spoken = f"{seconds} s" if seconds < ONE_MINUTE else f"{clock(seconds)} min"
    return f"{plural(words, 'word')} · about {spoken} spoken"


def title_of(transcript: Transcript) -> str:
    """The round's name: round, company, level."""
    opened = transcript.opened
    company = transcript.configured.pack.name if transcript.configured else opened.company
    return f"{opened.round.label} · {one_line(company)} · {opened.level.label}"


def mode_line(mode: Mode) -> str:
    """The mode in a word."""
    return mode.value


def brief_of(transcript: Transcript) -> str:
    """What the candidate may know, for the side pane."""
    configured = transcript.configured
    if configured is None:
        return ""
    plan = configured.plan
    who = plan.interviewer
    parts = [
        f"{one_line(who.name)}, {one_line(who.role)}",
        shown(configured.pack.brief).strip(),
        "\n".join(f"{clock(row.start)}  {'  ' if row.inner else ''}{row.name}" for row in plan_rows(plan)),
        f"This time: {one_line(configured.focus.text)}" if configured.focus else "",
    ]
    return "\n\n".join(part for part in parts if part)


def trouble_line(error: InterviewSimError, *, can_send: bool, stand_in: bool = False) -> str:
    """A failure with what to do about it; the words are safe in any case."""
    then = "Press ctrl+s to send again." if can_send else "Press ctrl+r to try again."
    if stand_in and not can_send:
        then = "Press ctrl+r to try again, ctrl+o to go on with the offline interviewer."
    return f"{one_line(error.message)} {one_line(error.hint)} What you wrote is kept. {then}"


def thinking_line(who: str, silent: float, *, stops: bool, stand_in: bool = False) -> str:
    """What is said while the interviewer's words are awaited; `silent` seconds since the last of them.

    `stops`: something was said already, and a key cuts the rest off. `stand_in`: somebody else could go on.
    Empty for as long as nobody wonders.
    """
    if silent < A_MOMENT:
        return ""
    slow = " · slow: ^o goes on offline" if stand_in and silent >= SLOW else ""
    return f"{who} is thinking… {silent:.0f} s{' · esc stops' if stops else ''}{slow}"


def time_up_line(seconds: float) -> str:
    """What is said when the time is over."""
    return f"Time. Finish this sentence; in {seconds:.0f} s your draft is sent as it is."


def early_end_note(transcript: Transcript) -> str:
    """What ending now would be feedback on."""
    plan = transcript.configured.plan if transcript.configured else None
    answered = {turn.question_id for turn in transcript.turns if turn.candidate and turn.question_id}
    return f"feedback on {len(answered)} of {plan.questions if plan else len(answered)}"
