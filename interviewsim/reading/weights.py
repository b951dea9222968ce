"""The fitted heads: a weighted sum of features, and the cuts that turn it into a strength. Shipped as `weights.json`.

Made by `scripts/fit_reading.py` (ridge regression with fixed signs; cuts by F1). Plain numbers: every decision can be
recomputed by hand.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Head:
    """One fitted judgement. `cuts` rise: the strength is how many of them the score passes."""

    bias: float
    weights: Mapping[str, float]
    cuts: tuple[float, ...]

    def score(self, features: Mapping[str, float]) -> float:
        """The weighted sum."""
        return self.bias + sum(weight * features[name] for name, weight in self.weights.items())

    def strength(self, features: Mapping[str, float]) -> int:
        """How many cuts the score passes."""
        score = self.score(features)
        return sum(score > cut for cut in self.cuts)


@cache
def heads() -> Mapping[str, Head]:
    """The shipped heads by name: `story`, `event` and the four parts."""
    text = resources.files(__package__).joinpath("weights.json").read_text(encoding="utf-8")
    return {
        name: Head(head["bias"], head["weights"], tuple(head["cuts"]))
        for name, head in json.loads(text)["heads"].items()
    }
