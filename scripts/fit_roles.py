"""Fit which part a clause serves, from stories labelled by sentence and from coded answers that lack some parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from polished_stories import OTHER, PARTS, Story
from sklearn.linear_model import LogisticRegression

from interviewsim.reading.evidence_of_parts import give_rules
from interviewsim.reading.findings import Said
from interviewsim.reading.marks import NAMES, all_marks
from interviewsim.reading.roles import ROLES, RoleWeights
from interviewsim.reading.units import Unit, units_of

PENALTY, ROUNDS, LABELLED_WEIGHT, CODED_WEIGHT = 0.1, 1, 0.2, 0.2
Row = Mapping[str, object]


@dataclass
class Answer:
    """One answer's clauses that may be evidence, and their marks as a table of 0 and 1."""

    units: list[Unit]
    marks: np.ndarray
    labels: list[tuple[str, ...]]


def answer(question: str, text: str, story: Story | None = None) -> Answer:
    """Cut one answer; with a story, each clause has the parts of the sentence it stands in."""
    units = [unit for unit in units_of(question, [Said(2, text)]) if unit.counts]
    give_rules(units)
    labels = _labels(units, story) if story else [()] * len(units)
    table = [[float(marks >> bit & 1) for bit in NAMES.values()] for marks in all_marks(units)] if units else []
    return Answer(units, np.array(table).reshape(len(units), len(NAMES)), labels)


def _labels(units: Sequence[Unit], story: Story) -> list[tuple[str, ...]]:
    """By how far into the text a clause stands, since dictation loses the marks that end sentences."""
    ends = np.cumsum([len(one.text) + 1 for one in story.sentences])
    whole = max(1, units[-1].span.end)
    middles = [(unit.span.start + unit.span.end) / 2 / whole * len(story.text) for unit in units]
    return [story.sentences[min(int(np.searchsorted(ends, at)), len(ends) - 1)].parts for at in middles]


def fit_roles(coded: Sequence[Answer], rows: Sequence[Row], labelled: Sequence[Answer]) -> RoleWeights:
    """Alternate between guessing what the coded answers' clauses serve, among the parts they have, and fitting."""
    lx, ly = np.vstack([one.marks for one in labelled]), np.vstack([_served(one) for one in labelled])
    cx = np.vstack([one.marks for one in coded])
    allowed = np.vstack([np.tile(_allowed(row), (len(one.units), 1)) for one, row in zip(coded, rows, strict=True)])
    model = _fitted(lx, ly, np.full(len(lx), LABELLED_WEIGHT))
    for _ in range(ROUNDS):
        guess = model.predict_proba(cx) * allowed
        guess /= guess.sum(axis=1, keepdims=True)
        weights = np.r_[np.full(len(lx), LABELLED_WEIGHT), np.full(len(cx), CODED_WEIGHT)]
        model = _fitted(np.vstack([lx, cx]), np.vstack([ly, guess]), weights)
    rows_of = {name: tuple(map(float, model.coef_[:, at])) for at, name in enumerate(NAMES)}
    return RoleWeights.named(
        list(map(float, model.intercept_)), {name: row for name, row in rows_of.items() if max(map(abs, row)) > 0.01}
    )


def _served(one: Answer) -> np.ndarray:
    """For each clause its share of every role: a sentence that serves two parts serves each by half."""
    known = [[part for part in labels if part in PARTS] or [OTHER] for labels in one.labels]
    return np.array([[(role in parts) / len(parts) for role in ROLES] for parts in known])


def _allowed(row: Row) -> list[float]:
    return [*(float(int(str(row[part[0].upper()])) > 0) for part in PARTS), 1.0]


def _fitted(x: np.ndarray, shares: np.ndarray, weights: np.ndarray) -> LogisticRegression:
    """A fit to shares: each clause counts for each role by its share of it. Equal clauses are counted together."""
    distinct, at = np.unique(x, axis=0, return_inverse=True)
    mass = np.zeros((len(distinct), len(ROLES)))
    np.add.at(mass, at.ravel(), shares * weights[:, None])
    row, role = np.nonzero(mass > 0.02)
    return LogisticRegression(C=PENALTY, max_iter=200).fit(distinct[row], role, sample_weight=mass[row, role])
