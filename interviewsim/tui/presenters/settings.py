"""What the settings screen shows: settings with values and origins, servers that were found, a connection's steps."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from interviewsim.domain.choosable import CHOOSABLE, Choosable, Form, Group, Held, Origin, public
from interviewsim.preferences import Server, Step, StepKind, Surveyed, Went
from interviewsim.tui.presenters.plain import clipped, one_line, plural

Taking = Callable[[str | None], None]
"""What takes a value that was chosen; None: nothing was."""
UNSET = {
    "model": "none: offline",
    "base_url": "OpenAI's own",
    "grader_model": "the same as the model",
    "timeout": "as usual",
    "api_key": "not set",
    "theme": "the usual one",
}
"""What it means that a setting is set nowhere."""
TIMES = {"1": "as planned", "1.25": "1.25 times", "1.5": "1.5 times", "untimed": "no clock"}
LEVELS = {"apm": "APM", "pm": "PM", "vp": "VP"}
STEPS = {
    StepKind.ADDRESS: "address",
    StepKind.HTTP: "HTTP",
    StepKind.MODELS: "list of models",
    StepKind.MODEL: "the model",
    StepKind.STREAM: "a streamed sentence",
    StepKind.GRADE: "a small grade",
}
MARKS = {Went.OK: "✓", Went.NOTED: "!", Went.FAILED: "✗", Went.SKIPPED: "·"}
USUAL = "gpt-5-mini"
"""What is offered as a model of OpenAI's; any other can be typed."""


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A setting as a line: all text, ready to be set in columns."""

    held: Held
    title: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A server that can be chosen. `base_url` None: OpenAI's own. `models`: those it lists; none: a name is typed."""

    name: str
    base_url: str | None
    note: str
    models: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Detail:
    """All that there is to say of a setting."""

    title: str
    about: str
    value: str
    origin: str
    where: str
    note: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step of a connection: a mark that tells by shape, what it is, what was found, the time, what to do."""

    mark: str
    went: Went | None
    name: str
    found: str
    took: str
    then: str


def rows_of(held: Sequence[Held], group: Group) -> tuple[SettingRow, ...]:
    """The settings of a group, in their order."""
    return tuple(SettingRow(one, one.of.title, value_of(one), _briefly(one)) for one in held if one.of.group is group)


def offers_of(surveyed: Surveyed, found: Sequence[Server]) -> tuple[Offer, ...]:
    """Servers to choose from: those found on this machine, and OpenAI where a key lies there."""
    here = [
        Offer(one_line(one.name), one.base_url, f"{plural(len(one.models), 'model')} · on this machine", one.models)
        for one in found
    ]
    if surveyed.key and surveyed.looks:
        here.append(Offer("OpenAI", None, f"key in {one_line(surveyed.key)} · answers leave this machine"))
    return tuple(here)


def nothing_offered(surveyed: Surveyed | None, found: Sequence[Server] | None) -> str:
    """Why there is no server to choose; empty where the looking is over and found one."""
    if surveyed is not None and not surveyed.looks:
        return "Model servers are not looked for: the program was started with --offline."
    if found is None:
        return "Model servers: looking on this machine…"
    return "" if found else "Model servers: none is running on this machine."


def value_of(held: Held) -> str:
    """A value as a person reads it; of a key only whether there is one."""
    if held.of.secret:
        return "set" if held.origin else UNSET["api_key"]
    if held.value is None:
        return UNSET.get(held.of.name, "not set")
    return label_of(held.of, held.value)


def label_of(of: Choosable, value: str) -> str:
    """A value by its name, where it has one."""
    match of.name:
        case "level":
            return LEVELS.get(value, value.capitalize())
        case "timeout":
            return f"{one_line(value)} s"
        case "base_url":
            return one_line(public(of, value))
        case "time":
            return TIMES.get(value, value)
        case _:
            return one_line(value)


def origin_of(held: Held) -> str:
    """Where a value comes from, shortly."""
    if held.origin is None:
        return ""
    line = f", line {held.line}" if held.line else ""
    if held.origin in {Origin.FLAG, Origin.ENVIRONMENT}:
        return one_line(held.where)
    return f"{held.origin}{line}"


def detail_of(held: Held) -> Detail:
    """All that there is to say of a setting: what it is, its value, where from, and what a change would meet."""
    of = held.of
    ways = [of.flag] if not of.secret and of.group is not Group.SCREEN else []
    ways += [of.variable] if of.variable else []
    note = f"Also set by {' or '.join(ways)}." if ways else ""
    return Detail(
        of.title,
        of.about,
        value_of(held),
        origin_of(held),
        one_line(held.where),
        " ".join(filter(None, (_covered(held), note))),
    )


def kept_told(changed: Sequence[Held]) -> str:
    """What to say once a change was kept; where something stronger covers it, that alone."""
    covered = " ".join(filter(None, (_covered(one) for one in changed)))
    values = "; ".join(f"{one.of.title} is {value_of(one)}" for one in changed)
    return f"Kept. {covered}" if covered else f"Kept: {values}. It counts from now on."


def ways_of(of: Choosable, held: Held) -> tuple[tuple[tuple[str, str, str], ...], int]:
    """The values of a setting that has few: value, name, note; and which of them stands."""
    ways = tuple((value, label_of(of, value), "the default" if value == of.default else "") for value in of.values)
    return ways, next((at for at, (value, _, _) in enumerate(ways) if value == held.value), 0)


def prompt_of(of: Choosable) -> str:
    """What the line for typing says beneath it."""
    match of.form:
        case Form.URL:
            return "An OpenAI-compatible address, such as http://127.0.0.1:11434/v1."
        case Form.SECONDS:
            return "A number of seconds."
        case _:
            return of.about


def own_value(held: Held) -> str | None:
    """What stands in the user's own settings, covered or not."""
    return held.value if held.origin is Origin.USER else held.beneath


def step_lines(steps: Sequence[Step], *, running: bool) -> tuple[StepLine, ...]:
    """The steps that were taken, and while it runs the one that is being tried."""
    lines = [
        StepLine(
            MARKS[step.went],
            step.went,
            STEPS[step.kind],
            one_line(step.found),
            "" if step.ms is None else f"{step.ms} ms",
            _here(one_line(step.then)),
        )
        for step in steps
    ]
    tried = {step.kind for step in steps}
    left = [kind for kind in StepKind if kind not in tried]
    if running and left:
        lines.append(StepLine("…", None, STEPS[left[0]], "trying", "", ""))
    return tuple(lines)


def outcome(steps: Sequence[Step]) -> str:
    """What a connection came to, once it was tried."""
    if not steps:
        return ""
    if any(step.went is Went.FAILED for step in steps):
        return "It does not work yet. Rounds can be played offline all the same."
    if all(step.went is Went.SKIPPED for step in steps):
        return ""
    noted = sum(step.went is Went.NOTED for step in steps)
    return f"It works, with {plural(noted, 'remark')}." if noted else "It works."


def short_names(models: Sequence[str]) -> list[str]:
    """Models' names as lines of a list."""
    return [clipped(name, 80) for name in models]


def _briefly(held: Held) -> str:
    """An origin for a narrow column."""
    return origin_of(held).replace(Origin.WORKSPACE.value, "workspace").replace(Origin.USER.value, "yours")


def _here(hint: str) -> str:
    """A hint that names the command line's flags, for somebody who looks at the settings."""
    for one in CHOOSABLE:
        hint = hint.replace(f"{one.flag} ", f"{one.title} ").replace(f"{one.flag},", f"{one.title},")
        hint = hint.replace(f"{one.flag}.", f"{one.title}.")
    return hint


def _covered(held: Held) -> str:
    if not held.covered:
        return ""
    kind = "the command line" if held.origin is Origin.FLAG else "the environment"
    own = f" Your own settings say {clipped(public(held.of, held.beneath), 40)}." if held.beneath else ""
    return f"{one_line(held.where)} of {kind} stands over your settings.{own}"
