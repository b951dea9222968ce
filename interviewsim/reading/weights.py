"""The fitted weights, shipped as `weights.json`: what part a clause serves, and how strong an answer's parts are.

Made by `scripts/fit_reading.py`: clauses by multinomial logistic regression over their marks, answers by ridge
regression with fixed signs over `features`, cuts by F1. Plain numbers: every decision can be recomputed by hand.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from operator import mul

from interviewsim.reading.roles import RoleWeights


@dataclass(frozen=True, slots=True)
class Head:
    """One fitted judgement. `cuts` rise: the strength is how many of them the score passes.

    `stated` are the cuts of a full telling, in clauses that serve the part; a head without them has none.
    """

    bias: float
    weights: Mapping[str, float]
    cuts: tuple[float, ...]
    stated: tuple[float, ...] = ()

    def score(self, features: Mapping[str, float]) -> float:
        """The weighted sum."""
        weighed: Iterable[float] = map(mul, self.weights.values(), map(features.__getitem__, self.weights))
        return self.bias + sum(weighed)

    def strength(self, features: Mapping[str, float]) -> int:
        """How many cuts the score passes."""
        score = self.score(features)
        return sum([score > cut for cut in self.cuts])

    def strength_between(self, features: Mapping[str, float], brevity: float, stated: float) -> int:
        """The same between a few sentences, which imply (`brevity` 1), and a full telling, which has to state (0)."""
        score = self.score(features)
        return sum(
            [
                brevity * (score - cut) + (1.0 - brevity) * (stated - needed) > 0
                for cut, needed in zip(self.cuts, self.stated, strict=True)
            ]
        )


@dataclass(frozen=True, slots=True)
class Weights:
    """All that is fitted: the roles of clauses, and the heads `story`, `event` and one for each part."""

    roles: RoleWeights
    heads: Mapping[str, Head]


@cache
def shipped() -> Weights:
    """The weights of this version."""
    body = json.loads(resources.files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    heads = {
        name: Head(head["bias"], head["weights"], tuple(head["cuts"]), tuple(head.get("stated", ())))
        for name, head in body["heads"].items()
    }
    return Weights(RoleWeights.named(body["roles"]["bias"], body["roles"]["weights"]), heads)
