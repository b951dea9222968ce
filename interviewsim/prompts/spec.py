"""The raw shape of a style file. What stands under `lines` is checked move by move in `style_checks`."""

from typing import Literal

from pydantic import Field

from interviewsim.rubrics.spec import Id, Spec, Text


class ClarificationSpec(Spec):
    """Words of a question about the question, and by its id the lines of `clarify` that answer it."""

    id: Id
    topics: list[Text]


class StyleSpec(Spec):
    """`prompts/styles/NAME.yaml`, after `extends` and `remove` have been followed."""

    version: Literal[1] = Field(alias="schema")
    id: Id
    name: Text
    about: Text
    lines: dict[str, object]
    clarifications: tuple[ClarificationSpec, ...] = ()
