"""Fit the weights of the offline reading from coded answers, and print how well it reads answers it was not fitted to.

    python scripts/fit_reading.py CODED.jsonl [--write]

Each line of CODED.jsonl has `question`, `answer`, `type` (story, pseudo, self, hypothetical, none), `S` `T` `A` `R`
(0 to 2) and `quality` (1 to 5). The made-up stories beside this script, whole and with a part out, are fitted along at
a low weight, so that long clear tellings are not strange to the reader. Weights keep their sign. Every figure is from
repeated stratified folds, fitted inside the fold.
"""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from polished_stories import variants
from scipy.stats import spearmanr
from sklearn.linear_model import Ridge
from sklearn.metrics import f1_score
from sklearn.model_selection import RepeatedStratifiedKFold

from interviewsim.reading import answer as reading
from interviewsim.reading.features import features_of
from interviewsim.reading.findings import AnswerType, Part, Said
from interviewsim.reading.units import units_of
from interviewsim.reading.weights import Head

PENALTY, POLISHED_WEIGHT = 10.0, 0.3
# What speaks against an event may only lower, everything else only raise: then added text cannot lift by lowering.
AGAINST = frozenset({"general", "present", "would", "habit", "blur", "hypothetical", "no_case"})
PARTS = ("situation", "task", "action", "result")
Row = Mapping[str, object]


def table(pairs: Sequence[tuple[str, str]]) -> tuple[list[str], np.ndarray]:
    """Feature names, and one row of features for each question and answer."""
    rows = [
        features_of([unit for unit in units_of(question, [Said(2, text)]) if unit.counts]) for question, text in pairs
    ]
    names = sorted(rows[0])
    return names, np.array([[row[name] for name in names] for row in rows])


def targets(rows: Sequence[Row]) -> dict[str, np.ndarray]:
    """What each head is fitted to."""
    found = {part: np.array([float(row[part[0].upper()]) for row in rows]) for part in PARTS}  # type: ignore[arg-type]
    found["story"] = np.array([float(row["type"] == "story") for row in rows])
    found["event"] = np.array([float(row["type"] in ("story", "pseudo")) for row in rows])
    return found


def polished_targets() -> dict[str, np.ndarray]:
    """The same for the made-up stories: a part that is in is clear."""
    parts = [present for _, _, present in variants()]
    found = {part: np.array([2.0 * (part in present) for present in parts]) for part in PARTS}
    return found | {"story": np.ones(len(parts)), "event": np.ones(len(parts))}


def best_cut(truth: np.ndarray, scores: np.ndarray, average: str, least: float = 0.1) -> float:
    """The cut with the best F1 on the rows it is chosen from."""
    return float(max(np.arange(least, 1.8, 0.03), key=lambda cut: f1_score(truth, scores > cut, average=average)))


def fit(
    names: list[str], x: np.ndarray, y: Mapping[str, np.ndarray], px: np.ndarray, py: Mapping[str, np.ndarray]
) -> dict[str, Head]:
    """All heads, fitted to coded and polished rows, with their cuts chosen on the coded rows."""
    fitted = {}
    signs = np.array([-1.0 if name in AGAINST else 1.0 for name in names])
    weights = np.r_[np.ones(len(x)), np.full(len(px), POLISHED_WEIGHT)]
    for name, truth in y.items():
        model = Ridge(alpha=PENALTY, positive=True).fit(
            signs * np.vstack([x, px]), np.r_[truth, py[name]], sample_weight=weights
        )
        scores = model.predict(signs * x)
        if name in PARTS:
            low = best_cut(truth > 0, scores, "macro")
            cuts: tuple[float, ...] = (low, best_cut(truth > 1, scores, "macro", low + 0.1))
        else:
            cuts = (best_cut(truth > 0, scores, "binary" if name == "story" else "macro"),)
        fitted[name] = Head(
            float(model.intercept_), dict(zip(names, map(float, signs * model.coef_), strict=True)), cuts
        )
    return fitted


def measured(rows: Sequence[Row], predict: Callable[[int], tuple[AnswerType, list[int]]]) -> dict[str, float]:
    """The figures of one set of predictions over all rows."""
    types, strengths = zip(*(predict(at) for at in range(len(rows))), strict=True)
    found = {
        "story F1": f1_score([row["type"] == "story" for row in rows], [type_ is AnswerType.STORY for type_ in types])
    }
    for at, part in enumerate(PARTS):
        truth, read = [int(row[part[0].upper()]) for row in rows], [strength[at] for strength in strengths]  # type: ignore[call-overload]
        found[f"{part} macro-F1"] = f1_score([t > 0 for t in truth], [r > 0 for r in read], average="macro")
        found[f"{part} rank"] = spearmanr(truth, read)[0]
    found["parts macro-F1"] = float(np.mean([found[f"{part} macro-F1"] for part in PARTS]))
    weight = {AnswerType.STORY: 2.0, AnswerType.VAGUE: 1.0}
    quality = [row["quality"] for row in rows]
    found["quality: parts and type"] = spearmanr(
        quality, [sum(s) + 2 * weight.get(t, 0.0) for t, s in zip(types, strengths, strict=True)]
    )[0]
    found["type accuracy"] = float(
        np.mean([NAMES[str(row["type"])] is type_ for row, type_ in zip(rows, types, strict=True)])
    )
    return found


NAMES = {
    "story": AnswerType.STORY,
    "pseudo": AnswerType.VAGUE,
    "self": AnswerType.HABIT,
    "hypothetical": AnswerType.HYPOTHETICAL,
    "none": AnswerType.NONE,
}


def cross_validated(
    rows: Sequence[Row], names: list[str], x: np.ndarray, px: np.ndarray, repeats: int
) -> dict[str, float]:
    """Mean figures over `repeats` times five stratified folds; a row is always read by heads that never saw it."""
    y, py = targets(rows), polished_targets()
    quality = np.array([float(row["quality"]) for row in rows])  # type: ignore[arg-type]
    folds = list(RepeatedStratifiedKFold(n_splits=5, n_repeats=repeats, random_state=7).split(x, quality))
    runs, regressed = [], []
    for repeat in range(repeats):
        heads_of: dict[int, dict[str, Head]] = {}
        guesses = np.zeros(len(rows))
        for train, test in folds[repeat * 5 : repeat * 5 + 5]:
            fitted = fit(names, x[train], {name: truth[train] for name, truth in y.items()}, px, py)
            heads_of |= dict.fromkeys(map(int, test), fitted)
            guesses[test] = Ridge(alpha=PENALTY).fit(x[train], quality[train]).predict(x[test])
        runs.append(measured(rows, lambda at, known=heads_of: read(rows[at], known[at])))  # type: ignore[misc]
        regressed.append(spearmanr(quality, guesses)[0])
    found = {name: float(np.mean([run[name] for run in runs])) for name in runs[0]}
    found["quality: ridge over features"] = float(np.mean(regressed))
    found["quality: words alone"] = spearmanr(quality, [len(str(row["answer"]).split()) for row in rows])[0]
    return found


def read(row: Row, heads: Mapping[str, Head]) -> tuple[AnswerType, list[int]]:
    """Type and strengths of one answer under these heads."""
    found = reading.read_with(heads, str(row["question"]), [Said(2, str(row["answer"]))])
    return found.type, [found.parts[Part(part)].strength for part in PARTS]


def main() -> None:
    """Print the figures; with --write, fit to everything and ship it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("coded", type=Path)
    parser.add_argument("--write", action="store_true", help="replace interviewsim/reading/weights.json")
    parser.add_argument("--repeats", type=int, default=3)
    asked = parser.parse_args()
    rows = [json.loads(line) for line in asked.coded.read_text(encoding="utf-8").splitlines() if line.strip()]
    names, x = table([(str(row["question"]), str(row["answer"])) for row in rows])
    _, px = table([(question, text) for question, text, _ in variants()])
    figures = cross_validated(rows, names, x, px, asked.repeats)
    print(f"{len(rows)} coded answers, {asked.repeats} x 5 folds (raters may be models: see the file's own notes)")
    for name, figure in figures.items():
        print(f"  {name:32} {figure:.3f}")
    if asked.write:
        write(fit(names, x, targets(rows), px, polished_targets()), figures)


def write(heads: Mapping[str, Head], figures: Mapping[str, float]) -> None:
    """Ship the heads with the figures they earned."""
    target = Path(__file__).resolve().parent.parent / "interviewsim/reading/weights.json"
    body = {
        "figures": {name: round(figure, 3) for name, figure in figures.items()},
        "heads": {
            name: {
                "bias": round(head.bias, 4),
                "cuts": [round(cut, 3) for cut in head.cuts],
                "weights": {key: round(weight, 4) for key, weight in head.weights.items() if abs(weight) >= 0.005},
            }
            for name, head in heads.items()
        },
    }
    target.write_text(json.dumps(body, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
