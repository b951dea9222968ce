"""The model grader's templates, and what each of them is filled with: fields and template variables are the same."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from interviewsim.errors import InvalidFile, WrongUsage
from interviewsim.templating import render, variables

GRADER = "grader"


@dataclass(frozen=True, slots=True)
class AskedItem:
    """An item as a model is asked about it; its level stays out."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class SystemContext:
    """What every call begins with."""

    round: str


@dataclass(frozen=True, slots=True)
class ExtractContext:
    """What quotes are taken from; `sentences` is a JSON object of sentences by id, `follow_ups` one by turn."""

    question: str
    wanted: Sequence[str]
    sentences: str
    follow_ups: str
    most: int


@dataclass(frozen=True, slots=True)
class DecideContext:
    """What a criterion is decided on; `evidence` is a JSON list, `follow_ups` a JSON object by turn."""

    question: str
    follow_ups: str
    criterion: str
    about: str
    evidence: str
    items: Sequence[AskedItem]


@dataclass(frozen=True, slots=True)
class AgainContext(DecideContext):
    """The same for the stricter second reading."""


@dataclass(frozen=True, slots=True)
class AdviceContext:
    """What a stronger answer is told from."""

    question: str
    missing: str
    sentences: str
    words: int


Context = SystemContext | ExtractContext | DecideContext | AgainContext | AdviceContext
TEMPLATES: Mapping[type, str] = {
    SystemContext: "system",
    ExtractContext: "extract",
    DecideContext: "decide",
    AgainContext: "again",
    AdviceContext: "advice",
}


@dataclass(frozen=True, slots=True)
class GraderTemplates:
    """The templates' sources by name."""

    sources: Mapping[str, str]

    @property
    def digest(self) -> str:
        """`sha256:` over all sources, for the scorecard."""
        content = "\0".join(f"{name}\0{source}" for name, source in sorted(self.sources.items()))
        return f"sha256:{hashlib.sha256(content.encode()).hexdigest()}"

    def filled(self, context: Context) -> str:
        """The text of a message. Raises `InvalidFile` for a template that asks for what it is not given."""
        name = TEMPLATES[type(context)]
        values = {field.name: getattr(context, field.name) for field in fields(context)}
        return render(self.sources[name], values, name=f"{GRADER}/{name}.jinja").strip()


def load_templates(folders: Sequence[Path]) -> GraderTemplates:
    """Read each template from the first folder that has it. Raises `InvalidFile` where one names unknown values."""
    sources = {name: _source(folders, name) for name in TEMPLATES.values()}
    for context, name in TEMPLATES.items():
        known = {field.name for field in fields(context)}
        if unknown := variables(sources[name], name=f"{GRADER}/{name}.jinja") - known:
            asked = ", ".join(sorted(unknown))
            raise InvalidFile(f"{GRADER}/{name}.jinja asks for {asked}.", f"It is given {', '.join(sorted(known))}.")
    return GraderTemplates(sources)


def _source(folders: Sequence[Path], name: str) -> str:
    for folder in folders:
        path = folder / GRADER / f"{name}.jinja"
        try:
            return path.read_text(encoding="utf-8")
        except FileNotFoundError:
            continue
        except (OSError, UnicodeDecodeError) as error:
            raise InvalidFile(f"{path} cannot be read.", "It must be UTF-8 text.") from error
    raise WrongUsage(f"There is no template {GRADER}/{name}.jinja.", "Reinstall interviewsim.")
