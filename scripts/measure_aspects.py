"""Measure how well answers that are no stories are read: in grouped folds, and on answers kept out of every fit.

    python scripts/measure_aspects.py [--folds]

For each aspect: in how many answers it is labeled, and precision, recall and F1 of answers at strength 1 (heard) and 2
(clear); then how well the share of the model's parts that is clear ranks quality, against the number of words. Held-out
answers are read with the shipped weights. All labels were written by language models, the held-out ones by the one that
also wrote the phrase lists: real answers will be read worse.
"""

import argparse
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from fit_aspects import FOLDS, Row, answers, fit, rows_of, text_of
from scipy.stats import spearmanr

from interviewsim.domain.aspect import Aspect
from interviewsim.domain.question import AnswerModel, Question
from interviewsim.domain.stages import PARTS
from interviewsim.reading.aspect_weights import AspectWeights, shipped_aspects, weights_from
from interviewsim.reading.aspects import AspectReading, aspects_of, read_with
from interviewsim.reading.heard import Heard

Answer = Mapping[str, object]
Pair = tuple[Answer, AspectReading]


def read(fitted: AspectWeights, answer: Answer) -> AspectReading:
    """One answer, told in one go."""
    question = Question("q", str(answer["question"]), AnswerModel(str(answer["model"])))
    return read_with(fitted, question, [Heard(1, text_of(answer)[0])])


def in_folds(every: Sequence[Answer]) -> list[Pair]:
    """Every answer, read by weights that saw neither it nor another answer to its question."""
    rows: dict[str, list[Row]] = {str(answer["id"]): list(rows_of(answer)) for answer in every}
    found = []
    for fold in range(FOLDS):
        held = {name for name, own in rows.items() if own and own[0].group // 7 % FOLDS == fold}
        fitted = weights_from(fit([row for name, own in rows.items() if name not in held for row in own]))
        found += [(answer, read(fitted, answer)) for answer in every if str(answer["id"]) in held]
    return found


def labeled(answer: Answer) -> frozenset[Aspect]:
    """All aspects that any of its sentences is labeled with."""
    return frozenset().union(*(labels for _, _, labels in text_of(answer)[1]))


def by_aspect(pairs: Iterable[Pair]) -> dict[Aspect, list[tuple[bool, int]]]:
    """For each aspect, whether each answer is labeled with it and how strongly it was read."""
    found: dict[Aspect, list[tuple[bool, int]]] = {}
    for answer, reading in pairs:
        labels = labeled(answer)
        for aspect in aspects_of(AnswerModel(str(answer["model"]))):
            found.setdefault(aspect, []).append((aspect in labels, reading.aspects[aspect].strength))
    return found


def scores(pairs: Sequence[tuple[bool, int]], cut: int) -> tuple[float, float, float]:
    """Precision, recall and F1 at a strength."""
    hits = sum(label and strength >= cut for label, strength in pairs)
    said = sum(strength >= cut for _, strength in pairs)
    there = sum(label for label, _ in pairs)
    precision, recall = hits / max(said, 1), hits / max(there, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def rank(pairs: Sequence[Pair]) -> dict[str, float]:
    """How the share of its model's parts that an answer shows ranks its quality; and its number of words."""
    quality = [int(str(answer["quality"])) for answer, _ in pairs]
    parts = [PARTS[AnswerModel(str(answer["model"]))] for answer, _ in pairs]
    clear = [sum(r.strength(part) for part in own) / len(own) for (_, r), own in zip(pairs, parts, strict=True)]
    words = [reading.counts.words for _, reading in pairs]
    return {"parts": float(spearmanr(quality, clear)[0]), "words": float(spearmanr(quality, words)[0])}


def show(title: str, pairs: Sequence[Pair], *, rows: bool = True) -> None:
    """Print the figures of one set."""
    print(f"\n{title}: {len(pairs)} answers")
    means: list[tuple[float, ...]] = []
    pooled: list[tuple[bool, int]] = []
    for aspect, own in by_aspect(pairs).items():
        there = sum(label for label, _ in own)
        pooled += own
        figures = (*scores(own, 1), *scores(own, 2))
        if there >= 5:
            means.append(figures)
        if rows and there:
            line = "  ".join(f"{figure:.2f}" for figure in figures)
            print(f"  {aspect:15}{there:4}   {line}")
    print("  mean of aspects    " + "  ".join(f"{figure:.2f}" for figure in np.mean(means, axis=0)))
    print("  all together       " + "  ".join(f"{figure:.2f}" for figure in (*scores(pooled, 1), *scores(pooled, 2))))
    print(f"  rank agreement with quality: {rank(pairs)}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", action="store_true", help="also the grouped folds, which takes a minute")
    asked = parser.parse_args()
    print("columns: labeled answers; precision, recall, F1 at strength 1; the same at strength 2")
    if asked.folds:
        show("grouped folds", in_folds(answers(heldout=False)))
    held = [(answer, read(shipped_aspects(), answer)) for answer in answers(heldout=True)]
    for model in sorted({str(answer["model"]) for answer, _ in held}):
        show(f"kept out, {model}", [pair for pair in held if pair[0]["model"] == model])
    show("kept out, all", held, rows=False)


if __name__ == "__main__":
    main()
