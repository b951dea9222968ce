"""How many distinct things a piece puts side by side: "a recap, a swap board or a quiet mode" are three."""

import re

from interviewsim.domain.aspect import Aspect

COUNTED = {Aspect.IDEAS: (2, 3), Aspect.CAUSES: (1, 2), Aspect.SPLIT: (1, 2), Aspect.CRITERIA: (1, 2)}
"""How many make the aspect thin and clear. Options need another beside them; one cause is thin."""
_OR = re.compile(r"\bor\b|\beither\b|;|/|\bsecond(?:ly)?\b|\bthird(?:ly)?\b|\banother\b|\balternatively\b|\(?\b[bc]\)")
_AND = re.compile(r"\band\b|,|\bthen\b|\bor\b|;|/|\bsecond\b|\bthird\b|\bplus\b|\bversus\b|\bvs\b")
_MOST = 4
_LEAST_WORDS = 2  # own words that each of the things needs


def things_in(aspect: Aspect, text: str, own: int) -> int:
    """How many things the piece names for an aspect that is counted, at least one, by its `own` telling words."""
    joints = (_OR if aspect is Aspect.IDEAS else _AND).findall(text.lower())
    if aspect is Aspect.IDEAS and joints:
        joints += [","] * max(0, text.count(",") - 1)
    enough = own if aspect is not Aspect.IDEAS else own // _LEAST_WORDS
    return max(1, min(1 + len(joints), enough, _MOST))
