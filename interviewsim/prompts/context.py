"""The model interviewer's templates, and what each is filled with: fields and template variables are the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from interviewsim.errors import InvalidFile, WrongUsage
from interviewsim.templating import render, variables

INTERVIEWER = "interviewer"
LARGEST = 100_000
"""Bytes; a template beyond that is none."""


@dataclass(frozen=True, slots=True)
class PersonaContext:
    """What every request begins with, the same all through a round."""

    name: str
    role: str
    company: str
    round: str
    manner: str


@dataclass(frozen=True, slots=True)
class ExamplesContext:
    """How turns sound; the same for everybody."""


@dataclass(frozen=True, slots=True)
class BriefContext:
    """What may be told of the company."""

    company: str
    brief: str


@dataclass(frozen=True, slots=True)
class CueContext:
    """One turn's cue. `candidate` is a JSON string of what was said since the turn before, or empty.

    `question` is the main question where the move leads back to it, else empty.
    """

    candidate: str
    clock: str
    move: str
    task: str
    about: str
    question: str
    plain: str
    words: int
    asks: bool


@dataclass(frozen=True, slots=True)
class WrongContext:
    """Why a turn is asked for again."""

    wrong: str
    words: int
    asks: bool


@dataclass(frozen=True, slots=True)
class FindContext:
    """A request and the labels it may mean; `request` is a JSON string, `labels` a JSON object of lists."""

    question: str
    request: str
    labels: str


Context = FindContext | PersonaContext | ExamplesContext | BriefContext | CueContext | WrongContext
TEMPLATES: Mapping[type, str] = {
    PersonaContext: "system",
    ExamplesContext: "examples",
    BriefContext: "brief",
    CueContext: "cue",
    WrongContext: "again",
    FindContext: "find",
}


@dataclass(frozen=True, slots=True)
class InterviewerTemplates:
    """The templates' sources by name."""

    sources: Mapping[str, str]

    def filled(self, context: Context) -> str:
        """The text of a message. Raises `InvalidFile` for a template that asks for what it is not given."""
        name = TEMPLATES[type(context)]
        values = {field.name: getattr(context, field.name) for field in fields(context)}
        return render(self.sources[name], values, name=f"{INTERVIEWER}/{name}.jinja").strip()


def load_interviewer(folders: Sequence[Path]) -> InterviewerTemplates:
    """Read each template from the first folder that has it. Raises `InvalidFile` where one names unknown values."""
    sources = {name: _source(folders, name) for name in TEMPLATES.values()}
    for context, name in TEMPLATES.items():
        known = {field.name for field in fields(context)}
        if unknown := variables(sources[name], name=f"{INTERVIEWER}/{name}.jinja") - known:
            asked = ", ".join(sorted(unknown))
            raise InvalidFile(
                f"{INTERVIEWER}/{name}.jinja asks for {asked}.", f"It is given {', '.join(sorted(known))}."
            )
    return InterviewerTemplates(sources)


def _source(folders: Sequence[Path], name: str) -> str:
    for folder in folders:
        path = folder / INTERVIEWER / f"{name}.jinja"
        if not path.is_file():
            continue
        try:
            if path.stat().st_size > LARGEST:
                raise InvalidFile(f"{path} is too large for a template.", "Remove what does not belong there.")
            return path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InvalidFile(f"{path} cannot be read.", "It must be UTF-8 text.") from error
    raise WrongUsage(f"There is no template {INTERVIEWER}/{name}.jinja.", "Reinstall interviewsim.")
