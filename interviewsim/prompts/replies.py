"""The shapes of a model's replies: asked for as a strict schema, and checked whatever was promised."""

from typing import Literal

from pydantic import BaseModel, ConfigDict


class _Strict(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Quoted(_Strict):
    """A stretch of the candidate's words, and the sentences it is said to stand in."""

    sentences: list[str]
    quote: str


class Extracted(_Strict):
    """All quotes of an answer."""

    quotes: list[Quoted]


class ItemRead(_Strict):
    """An item with the evidence first and the decision last."""

    item: str
    evidence: list[str]
    decision: Literal["yes", "no", "unclear"]


class ItemsRead(_Strict):
    """All items of a criterion."""

    items: list[ItemRead]


class Retold(_Strict):
    """An answer told again."""

    answer: str


class Found(_Strict):
    """The line of a sheet that a request is after."""

    label: str | None
