"""The fitted weights of the aspects, shipped as `aspect_weights.json`.

Made by `scripts/fit_aspects.py`: one logistic regression for each aspect over the marks of a piece, and two cuts: from
the first on the aspect is heard, from the second on it is clear. Plain numbers: every decision can be recomputed by
hand, and the marks that spoke for it can be named.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from interviewsim.domain.aspect import Aspect

_ASPECTS = tuple(Aspect)
_PLACES = {aspect: at for at, aspect in enumerate(_ASPECTS)}


@dataclass(frozen=True, slots=True)
class AspectWeights:
    """`bias` in the order of `Aspect`, `cuts` by aspect; `by_mark` holds each mark's weights with their places.

    Scores are log odds. `cuts` are two of them for each aspect, the second not below the first.
    """

    bias: tuple[float, ...]
    cuts: Mapping[Aspect, tuple[float, float]]
    by_mark: Mapping[str, tuple[tuple[int, float], ...]]

    def narrowed(self, aspects: Iterable[Aspect]) -> "AspectWeights":
        """Only what these aspects need, to be read faster."""
        places = {_PLACES[aspect] for aspect in aspects}
        rows = {mark: tuple(row for row in rows if row[0] in places) for mark, rows in self.by_mark.items()}
        return AspectWeights(self.bias, self.cuts, {mark: row for mark, row in rows.items() if row})

    def scores(self, marks: Iterable[str]) -> dict[Aspect, float]:
        """How much the marks speak for each aspect, in log odds."""
        found = list(self.bias)
        known = self.by_mark
        for mark in marks:
            if mark in known:
                for at, weight in known[mark]:
                    found[at] += weight
        return dict(zip(_ASPECTS, found, strict=True))


def weights_from(body: Mapping[str, Mapping[str, object]]) -> AspectWeights:
    """The weights from their shipped form: each aspect with `bias`, `cuts` and `weights` by mark."""
    by_mark: dict[str, list[tuple[int, float]]] = {}
    bias, cuts = [0.0] * len(_ASPECTS), {}
    for name, head in body.items():
        aspect = Aspect(name)
        bias[_PLACES[aspect]] = float(str(head["bias"]))
        first, second = head["cuts"] if isinstance(head["cuts"], list | tuple) else (0.0, 0.0)
        cuts[aspect] = (float(first), float(second))
        weights = head["weights"]
        if isinstance(weights, Mapping):
            for mark, weight in weights.items():
                by_mark.setdefault(mark, []).append((_PLACES[aspect], float(weight)))
    return AspectWeights(tuple(bias), cuts, {mark: tuple(rows) for mark, rows in by_mark.items()})


@cache
def shipped_aspects() -> AspectWeights:
    """The weights of this version."""
    text = resources.files(__package__).joinpath("aspect_weights.json").read_text(encoding="utf-8")
    return weights_from(json.loads(text)["aspects"])
