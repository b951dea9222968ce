"""Fit the weights of the offline reading from coded answers, and print how well it reads answers it was not fitted to.

    python scripts/fit_reading.py CODED.jsonl [--write]

Each line of CODED.jsonl has `question`, `answer`, `type` (story, pseudo, self, hypothetical, none), `S` `T` `A` `R`
(0 to 2) and `quality` (1 to 5). The made-up stories (`polished_stories.py`), whole, moved and with a part out, teach
which part a clause serves and how much of it a full telling needs; a few of them are fitted along with the coded
answers at a low weight. Weights keep their sign. Figures for the coded answers are from repeated stratified folds,
everything fitted inside the fold; figures for stories from stories left out of the fit.
"""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from fit_roles import Answer, answer, fit_roles
from polished_stories import MADE_UP, PARTS, Story, dictated, stories, variants
from scipy.stats import spearmanr
from sklearn.linear_model import Ridge
from sklearn.metrics import f1_score
from sklearn.model_selection import RepeatedStratifiedKFold

from interviewsim.reading import answer as reading
from interviewsim.reading.features import features_of, stated_of
from interviewsim.reading.findings import AnswerType, Part, Said
from interviewsim.reading.marks import NAMES
from interviewsim.reading.roles import RoleWeights, give_roles
from interviewsim.reading.weights import Head, Weights

PENALTY, POLISHED_WEIGHT, GROUPS, CLEARER, NEARLY = 10.0, 0.3, 4, 0.05, 0.01
# What speaks against an event may only lower, everything else only raise: then added text cannot lift by lowering.
AGAINST = frozenset({"general", "present", "would", "habit", "blur", "hypothetical", "no_case"})
Row = Mapping[str, object]
Labelled = Sequence[tuple[Story, Answer]]


def whole(row: Row, key: str) -> int:
    """A coded number."""
    return int(str(row[key]))


def table(answers: Sequence[Answer]) -> tuple[list[str], np.ndarray]:
    """Feature names, and one row of features for each answer."""
    rows = [features_of(one.units) for one in answers]
    names = sorted(rows[0])
    return names, np.array([[row[name] for name in names] for row in rows])


def targets(rows: Sequence[Row], polished: Labelled) -> dict[str, np.ndarray]:
    """What each head is fitted to: the codes, and for a story 2 for a part that is in it."""
    found = {
        part: np.r_[[whole(row, part[0].upper()) for row in rows], [2 * (part in one.present) for one, _ in polished]]
        for part in PARTS
    }
    for name, types in (("story", ("story",)), ("event", ("story", "pseudo"))):
        found[name] = np.r_[[row["type"] in types for row in rows], np.ones(len(polished))]
    return found


def best_cut(truth: np.ndarray, scores: np.ndarray, average: str, cuts: np.ndarray) -> float:
    """The cut with the best F1 on the rows it is chosen from."""
    return float(max(cuts, key=lambda cut: f1_score(truth, scores > cut, average=average)))


def steady_cut(truth: np.ndarray, scores: np.ndarray) -> float:
    """The middle of the cuts that are nearly as good as the best one: what one answer more would move least."""
    cuts = np.arange(0.1, 1.75, 0.02)
    worth = np.array([f1_score(truth, scores > cut, average="macro") for cut in cuts])
    return float(np.median(cuts[worth >= worth.max() - NEARLY]))


def stated_cuts(coded: Sequence[Answer], rows: Sequence[Row], labelled: Labelled) -> dict[str, float]:
    """How plainly a full telling has to say each part; every story is read by roles that never saw it."""
    group = {question: at % GROUPS for at, question in enumerate(sorted({story.question for story, _ in labelled}))}
    truth, masses = [], []
    for at in range(GROUPS):
        roles = fit_roles(coded, rows, [one for story, one in labelled if group[story.question] != at])
        for story, one in labelled:
            if group[story.question] == at and story.as_told:
                give_roles(one.units, roles)
                stated = stated_of(one.units)
                truth.append([part in story.present for part in PARTS])
                masses.append([stated[Part(part)] for part in PARTS])
    found, mass = np.array(truth), np.array(masses)
    return {part: steady_cut(found[:, at], mass[:, at]) for at, part in enumerate(PARTS)}


def fit(
    coded: Sequence[Answer], rows: Sequence[Row], labelled: Labelled, polished: Labelled, stated: Mapping[str, float]
) -> Weights:
    """Everything: the roles of clauses, and all heads with their cuts, chosen on the coded rows."""
    roles = fit_roles(coded, rows, [one for _, one in labelled])
    names, x = table([*coded, *(one for _, one in polished)])
    signs = np.array([-1.0 if name in AGAINST else 1.0 for name in names])
    weights = np.r_[np.ones(len(coded)), np.full(len(polished), POLISHED_WEIGHT)]
    heads = {}
    for name, truth in targets(rows, polished).items():
        model = Ridge(alpha=PENALTY, positive=True).fit(signs * x, truth.astype(float), sample_weight=weights)
        scores, codes = model.predict(signs * x)[: len(coded)], truth[: len(coded)]
        cuts = _cuts(name, codes, scores)
        full = (stated[name], stated[name] + CLEARER) if name in PARTS else ()
        by_name = dict(zip(names, map(float, signs * model.coef_), strict=True))
        heads[name] = Head(float(model.intercept_), by_name, cuts, full)
    return Weights(roles, heads)


def _cuts(name: str, codes: np.ndarray, scores: np.ndarray) -> tuple[float, ...]:
    if name not in PARTS:
        return (best_cut(codes > 0, scores, "binary" if name == "story" else "macro", np.arange(0.1, 1.8, 0.03)),)
    low = best_cut(codes > 0, scores, "macro", np.arange(0.1, 1.8, 0.03))
    return low, best_cut(codes > 1, scores, "macro", np.arange(low + 0.1, 1.8, 0.03))


def measured(rows: Sequence[Row], predict: Callable[[int], tuple[AnswerType, list[int]]]) -> dict[str, float]:
    """The figures of one set of predictions over all rows."""
    types, strengths = zip(*(predict(at) for at in range(len(rows))), strict=True)
    found = {
        "story F1": f1_score([row["type"] == "story" for row in rows], [type_ is AnswerType.STORY for type_ in types])
    }
    for at, part in enumerate(PARTS):
        truth, read = [whole(row, part[0].upper()) for row in rows], [strength[at] for strength in strengths]
        found[f"{part} macro-F1"] = f1_score([t > 0 for t in truth], [r > 0 for r in read], average="macro")
        found[f"{part} rank"] = spearmanr(truth, read)[0]
    found["parts macro-F1"] = float(np.mean([found[f"{part} macro-F1"] for part in PARTS]))
    weight = {AnswerType.STORY: 2.0, AnswerType.VAGUE: 1.0}
    quality = [row["quality"] for row in rows]
    found["quality: parts and type"] = spearmanr(
        quality, [sum(s) + 2 * weight.get(t, 0.0) for t, s in zip(types, strengths, strict=True)]
    )[0]
    found["type accuracy"] = float(
        np.mean([TYPES[str(row["type"])] is type_ for row, type_ in zip(rows, types, strict=True)])
    )
    return found


TYPES = {
    "story": AnswerType.STORY,
    "pseudo": AnswerType.VAGUE,
    "self": AnswerType.HABIT,
    "hypothetical": AnswerType.HYPOTHETICAL,
    "none": AnswerType.NONE,
}


def cross_validated(
    coded: Sequence[Answer], rows: Sequence[Row], labelled: Labelled, stated: Mapping[str, float], repeats: int
) -> dict[str, float]:
    """Mean figures over `repeats` times five stratified folds; a row is always read by weights that never saw it."""
    polished = of_first_file(labelled)
    quality = np.array([float(whole(row, "quality")) for row in rows])
    folds = list(RepeatedStratifiedKFold(n_splits=5, n_repeats=repeats, random_state=7).split(quality, quality))
    runs = []
    for repeat in range(repeats):
        known: dict[int, Weights] = {}
        for train, test in folds[repeat * 5 : repeat * 5 + 5]:
            fitted = fit([coded[at] for at in train], [rows[at] for at in train], labelled, polished, stated)
            known |= dict.fromkeys(map(int, test), fitted)
        runs.append(measured(rows, lambda at, known=known: read(rows[at], known[at])))  # type: ignore[misc]
    found = {name: float(np.mean([run[name] for run in runs])) for name in runs[0]}
    found["quality: words alone"] = spearmanr(quality, [len(str(row["answer"]).split()) for row in rows])[0]
    return found


def of_first_file(labelled: Labelled) -> list[tuple[Story, Answer]]:
    """The stories, as typed, which the heads are fitted along with."""
    own = {story.text for story in variants(stories(MADE_UP[:1]))}
    return [(story, one) for story, one in labelled if story.text in own]


def read(row: Row, fitted: Weights) -> tuple[AnswerType, list[int]]:
    """Type and strengths of one answer under these weights."""
    found = reading.read_with(fitted, str(row["question"]), [Said(2, str(row["answer"]))])
    return found.type, [found.parts[Part(part)].strength for part in PARTS]


def taught() -> list[tuple[Story, Answer]]:
    """All made-up stories in all variants, as typed and as dictated."""
    told = stories()
    typed = [(story, answer(story.question, story.text, story)) for story in variants(told)]
    return typed + [(story, answer(story.question, dictated(story.text), story)) for story in told]


def main() -> None:
    """Print the figures; with --write, fit to everything and ship it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("coded", type=Path)
    parser.add_argument("--write", action="store_true", help="replace interviewsim/reading/weights.json")
    parser.add_argument("--repeats", type=int, default=3)
    asked = parser.parse_args()
    lines = asked.coded.read_text(encoding="utf-8").splitlines()
    every = [json.loads(line) for line in lines if line.strip()]
    pairs = [(row, answer(str(row["question"]), str(row["answer"]))) for row in every]
    rows, coded = [row for row, one in pairs if one.units], [one for _, one in pairs if one.units]
    labelled = taught()
    stated = stated_cuts(coded, rows, labelled)
    figures = cross_validated(coded, rows, labelled, stated, asked.repeats)
    print(f"{len(rows)} coded answers, {asked.repeats} x 5 folds (raters may be models: see the file's own notes)")
    for name, figure in figures.items():
        print(f"  {name:32} {figure:.3f}")
    if asked.write:
        write(fit(coded, rows, labelled, of_first_file(labelled), stated), figures)


def write(fitted: Weights, figures: Mapping[str, float]) -> None:
    """Ship the weights with the figures they earned."""
    target = Path(__file__).resolve().parent.parent / "interviewsim/reading/weights.json"
    body = {"figures": {name: round(figure, 3) for name, figure in figures.items()}, "roles": _roles(fitted.roles)}
    body["heads"] = {
        name: {
            "bias": round(head.bias, 4),
            "cuts": [round(cut, 3) for cut in head.cuts],
            "stated": [round(cut, 3) for cut in head.stated],
            "weights": {key: round(weight, 4) for key, weight in head.weights.items() if abs(weight) >= 0.005},
        }
        for name, head in fitted.heads.items()
    }
    target.write_text(json.dumps(body, indent=1) + "\n", encoding="utf-8")


def _roles(roles: RoleWeights) -> dict[str, object]:
    names = {1 << bit: name for name, bit in NAMES.items()}
    rows = {names[bit]: [round(weight, 3) for weight in row] for bit, row in roles.by_bit.items()}
    return {"bias": [round(one, 4) for one in roles.bias], "weights": dict(sorted(rows.items()))}


if __name__ == "__main__":
    main()
