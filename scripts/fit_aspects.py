"""Fit the weights of the aspects from labeled answers, and print how well they read answers they were not fitted to.

    python scripts/fit_aspects.py [--write]

Reads every `calibration/aspects/*.jsonl` but the `*_heldout` ones. The text of an answer is cut into pieces as the
reading does it; a piece carries the labels of the sentences that it covers. One logistic regression for each aspect,
over the marks of a piece, on the answers of the models that know the aspect. Figures are from grouped folds: an answer
is read by weights that never saw it, and all answers to one question stay in one fold. The labels were written by
language models.
"""

import argparse
import json
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from interviewsim.domain.aspect import Aspect
from interviewsim.domain.question import AnswerModel
from interviewsim.reading.aspect_marks import marks_of
from interviewsim.reading.aspect_weights import AspectWeights, weights_from
from interviewsim.reading.aspects import aspects_of
from interviewsim.reading.findings import Said
from interviewsim.reading.pieces import pieces_of

ROOT = Path(__file__).resolve().parent.parent
FOLDS = 5
FEWEST = 6  # labeled pieces below which an aspect is read by its phrases alone
OFTEN = 4  # answers in which a word or pair of words has to stand to be a mark
BY_RULE = {"bias": -2.2, "phrase": 2.6}
RULE_CUTS = (0.0, 0.3)
PRIOR = 2.2  # log odds that an aspect's own phrases are held to be worth before anything is seen
PENALTY = 2.0  # how strongly weights are held to what they were thought to be
WORDS = 0.5  # how far a single word's weight is held down against that of a phrase
SMALLEST = 0.08  # weights below it are not shipped
BETA_HEARD, BETA_CLEAR = 2.0, 0.7  # how much recall weighs against precision for either cut


@dataclass(frozen=True)
class Row:
    """A piece with its labels."""

    answer: str
    group: int
    model: AnswerModel
    marks: frozenset[str]
    labels: frozenset[Aspect]


def answers(*, heldout: bool) -> list[dict[str, object]]:
    """All labeled answers, of the fit or of those that are kept out of it."""
    found = []
    for path in sorted((ROOT / "calibration/aspects").glob("*.jsonl")):
        if path.stem.endswith("_heldout") == heldout:
            found += [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return found


def text_of(answer: Mapping[str, object]) -> tuple[str, list[tuple[int, int, frozenset[Aspect]]]]:
    """The answer's text, and the code points and labels of its sentences."""
    text, places = "", []
    for sentence in answer["sentences"]:  # type: ignore[attr-defined]
        start = len(text) + bool(text)
        text = f"{text} {sentence['text']}" if text else sentence["text"]
        places.append((start, len(text), frozenset(map(Aspect, sentence["aspects"]))))
    return text, places


def labels_at(places: Sequence[tuple[int, int, frozenset[Aspect]]], start: int, end: int) -> frozenset[Aspect]:
    """The labels of the sentences that share most of the piece, or have most of themselves in it."""
    found: set[Aspect] = set()
    for first, last, labels in places:
        shared = min(last, end) - max(first, start)
        if shared > 0 and (shared >= 0.5 * (end - start) or shared >= 0.6 * (last - first)):
            found |= labels
    return frozenset(found)


def rows_of(answer: Mapping[str, object]) -> Iterator[Row]:
    """The pieces of an answer that may be evidence."""
    text, places = text_of(answer)
    group = zlib.crc32(str(answer["question"]).encode()) % 997
    for piece in pieces_of(str(answer["question"]), [Said(1, text)]):
        if piece.counts:
            labels = labels_at(places, piece.span.start, piece.span.end)
            yield Row(str(answer["id"]), group, AnswerModel(str(answer["model"])), marks_of(piece), labels)


def known_marks(rows: Sequence[Row]) -> list[str]:
    """The marks that are weighed: all phrases and forms, and the words that stand in enough answers."""
    seen: dict[str, set[str]] = {}
    for row in rows:
        for mark in row.marks:
            seen.setdefault(mark, set()).add(row.answer)
    return sorted(mark for mark, where in seen.items() if len(where) >= OFTEN or not mark.startswith(("s:", "b:")))


def table(rows: Sequence[Row], marks: Sequence[str]) -> csr_matrix:
    """One row of marks for each piece; words weigh less."""
    place = {mark: at for at, mark in enumerate(marks)}
    data, columns, ends = [], [], [0]
    for row in rows:
        for mark in sorted(row.marks & place.keys()):
            columns.append(place[mark])
            data.append(WORDS if mark.startswith(("s:", "b:")) else 1.0)
        ends.append(len(columns))
    return csr_matrix((data, columns, ends), shape=(len(rows), len(marks)))


def rows_for(aspect: Aspect, rows: Sequence[Row]) -> list[int]:
    """The rows that were labeled with this aspect in mind."""
    return [at for at, row in enumerate(rows) if aspect in aspects_of(row.model)]


def f_beta(truth: np.ndarray, found: np.ndarray, beta: float) -> float:
    """F with recall weighing `beta` times as much as precision."""
    hits = float((truth & found).sum())
    return (
        (1 + beta**2)
        * hits
        / max((1 + beta**2) * hits + beta**2 * (truth & ~found).sum() + (~truth & found).sum(), 1e-9)
    )


def cuts_for(truth: np.ndarray, scores: np.ndarray) -> tuple[float, float]:
    """Log odds from which on it is heard (recall counts more) and clear (precision does)."""
    tried = np.arange(-4.0, 3.0, 0.1)
    heard = _steady(tried, [f_beta(truth, scores >= cut, BETA_HEARD) for cut in tried])
    clear = _steady(tried, [f_beta(truth, scores >= cut, BETA_CLEAR) for cut in tried])
    return heard, max(heard, clear)


def _steady(tried: np.ndarray, worth: Sequence[float]) -> float:
    """The middle of the cuts that are nearly as good as the best one."""
    values = np.array(worth)
    return float(np.median(tried[values >= values.max() - 0.01]))


def fit(rows: Sequence[Row]) -> dict[str, dict[str, object]]:
    """All aspects, in the form in which they are shipped."""
    marks = known_marks(rows)
    x = table(rows, marks)
    return {aspect.value: _head(aspect, rows, marks, x) for aspect in Aspect}


def _head(aspect: Aspect, rows: Sequence[Row], marks: Sequence[str], x: csr_matrix) -> dict[str, object]:
    own = rows_for(aspect, rows)
    truth = np.array([aspect in rows[at].labels for at in own])
    if truth.sum() < FEWEST:
        return {"bias": BY_RULE["bias"], "cuts": list(RULE_CUTS), "weights": {aspect.value: BY_RULE["phrase"]}}
    part = x[own]
    groups = np.array([rows[at].group for at in own])
    inner = np.zeros(len(own))
    expected = np.array([PRIOR if mark == aspect.value else 0.0 for mark in marks])
    for fold in range(FOLDS):
        held = groups % FOLDS == fold
        if held.any():
            weights, bias = regression(part[~held], truth[~held], expected)
            inner[held] = part[held] @ weights + bias
    weights, bias = regression(part, truth, expected)
    shipped = {
        mark: round(float(weight) * (WORDS if mark.startswith(("s:", "b:")) else 1.0), 3)
        for mark, weight in zip(marks, weights, strict=True)
    }
    kept = {mark: weight for mark, weight in shipped.items() if abs(weight) >= SMALLEST}
    return {"bias": round(bias, 3), "cuts": [round(cut, 2) for cut in cuts_for(truth, inner)], "weights": kept}


def regression(x: csr_matrix, truth: np.ndarray, expected: np.ndarray) -> tuple[np.ndarray, float]:
    """Logistic regression whose weights are drawn to what is expected of them instead of to zero."""
    sign = np.where(truth, 1.0, -1.0)

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        weights, bias = values[:-1], values[-1]
        margin = sign * (x @ weights + bias)
        pull = -sign / (1.0 + np.exp(np.clip(margin, -30, 30)))
        away = weights - expected
        value = np.logaddexp(0.0, -margin).sum() + PENALTY * (away @ away) / 2
        return value, np.r_[x.T @ pull + PENALTY * away, pull.sum()]

    start = np.r_[expected, -2.5]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 120}).x
    return found[:-1], float(found[-1])


def cross_validated(rows: Sequence[Row]) -> Iterator[tuple[Row, dict[Aspect, int]]]:
    """Every piece with how strongly weights that never saw its question read it, before the gates."""
    for fold in range(FOLDS):
        train = [row for row in rows if row.group // 7 % FOLDS != fold]
        fitted = weights_from(fit(train))
        for row in rows:
            if row.group // 7 % FOLDS == fold:
                yield row, strengths(fitted, row)


def strengths(fitted: AspectWeights, row: Row) -> dict[Aspect, int]:
    """The strength of each aspect of the row's model."""
    scores = fitted.scores(row.marks)
    return {aspect: sum(scores[aspect] >= cut for cut in fitted.cuts[aspect]) for aspect in aspects_of(row.model)}


def figures(read: Sequence[tuple[Row, dict[Aspect, int]]]) -> dict[Aspect, dict[str, float]]:
    """Precision, recall and F1 of pieces at both cuts, by aspect."""
    found = {}
    for aspect in Aspect:
        pairs = [(aspect in row.labels, strength[aspect]) for row, strength in read if aspect in strength]
        truth = sum(label for label, _ in pairs)
        figure: dict[str, float] = {"n": truth}
        for cut in (1, 2):
            hits = sum(label and strength >= cut for label, strength in pairs)
            said = sum(strength >= cut for _, strength in pairs)
            precision, recall = hits / max(said, 1), hits / max(truth, 1)
            figure |= {
                f"p{cut}": precision,
                f"r{cut}": recall,
                f"f{cut}": 2 * precision * recall / max(precision + recall, 1e-9),
            }
        found[aspect] = figure
    return found


def main() -> None:
    """Print the figures; with --write, fit to everything and ship it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="replace interviewsim/reading/aspect_weights.json")
    parser.add_argument("--quick", action="store_true", help="no figures")
    asked = parser.parse_args()
    rows = [row for answer in answers(heldout=False) for row in rows_of(answer)]
    print(f"{len(rows)} pieces of {len({row.answer for row in rows})} answers; labels by language models")
    print(dict(Counter(row.model.value for row in rows)))
    measured = {} if asked.quick else figures(list(cross_validated(rows)))
    for aspect, figure in measured.items():
        print(
            f"  {aspect:16}"
            + "".join(f"{name:>4} {value:5.2f}" if name != "n" else f"{value:5}" for name, value in figure.items())
        )
    if measured:
        for name in ("f1", "r1", "p2"):
            often = [figure[name] for figure in measured.values() if figure["n"] >= FEWEST]
            print(f"  mean {name} {np.mean(often):.3f} over {len(often)} aspects")
    if asked.write:
        body = {"aspects": fit(rows)}
        target = ROOT / "interviewsim/reading/aspect_weights.json"
        target.write_text(json.dumps(body, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
