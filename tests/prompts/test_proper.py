"""Nothing shipped asks a candidate for what no interviewer may ask: who they are, how they live, what they believe."""

import re
from collections.abc import Iterator

import pytest
import yaml

from interviewsim.locations import bundled

IMPROPER = re.compile(
    r"\bhow old are you\b|\byour (?:age|birthday|date of birth|marital|husband|wife|spouse|partner'?s? (?:job|work)"
    r"|children|kids|family (?:plans|status|situation)|religion|faith|church|race|ethnic\w*|nationality|citizenship"
    r"|native language|mother tongue|accent|disabilit\w+|health|illness\w*|medication|weight|height|sexual\w*"
    r"|gender|politic\w*|party|union|arrest\w*|criminal|credit score|debts?|military (?:record|discharge))\b"
    r"|\bare you (?:married|single|pregnant|religious|disabled|a citizen|gay|divorced|in a union)\b"
    r"|\b(?:do|will|would) you (?:have|want|plan (?:on|to have)) (?:any )?(?:children|kids|a family|a baby)\b"
    r"|\bwho (?:looks after|takes care of) your\b|\bwhere (?:were you|are you) (?:born|really from|originally from)\b"
    r"|\b(?:what|how much) (?:do|did) you (?:currently |now )?(?:earn|get paid|make (?:a|per|each|now))\b"
    r"|\byour (?:current|last|previous) (?:salary|pay|compensation)\b|\bhow did you vote\b|\bdo you (?:smoke|drink)\b"
    r"|\bhave you ever been (?:arrested|convicted|ill)\b|\bwhen did you (?:graduate|finish) (?:high )?school\b",
    re.IGNORECASE,
)
ASKED = frozenset({"ask", "say", "probes", "hints", "twist", "push_back", "challenge", "premise", "opening"})


def _texts(node: object, *, asked: bool = False) -> Iterator[str]:
    """Every text that an interviewer says, wherever it stands below."""
    if isinstance(node, str) and asked:
        yield node
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _texts(value, asked=asked or key in ASKED)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value, asked=asked)


def _said() -> Iterator[tuple[str, str]]:
    files = [*bundled("prompts").glob("questions/*.yaml"), *bundled("rubrics").glob("*/questions.yaml")]
    files += [*bundled("rubrics").glob("*/*.yaml")]
    for path in dict.fromkeys(files):
        for text in _texts(yaml.safe_load(path.read_text(encoding="utf-8"))):
            yield f"{path.parent.name}/{path.name}", text
    for path in bundled("prompts").glob("styles/*.yaml"):
        for text in _texts(yaml.safe_load(path.read_text(encoding="utf-8")), asked=True):
            yield path.name, text


def test_nothing_improper_is_asked() -> None:
    said = list(_said())
    assert len(said) > 500
    assert [(place, text) for place, text in said if IMPROPER.search(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "How old are you, if I may ask?",
        "Do you have kids, and who looks after your family when you travel?",
        "What did you earn in your last job?",
        "Where are you originally from?",
        "Are you married?",
        "What is your religion?",
        "Have you ever been arrested?",
        "Do you plan to have children soon?",
    ],
)
def test_the_check_knows_what_is_improper(text: str) -> None:
    assert IMPROPER.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "A health app for people over sixty loses half of them in a week. Why?",
        "How would you price a family plan?",
        "Design a way for nurses to swap shifts around their children's school days.",
        "A union of drivers asks for the data. What do you do?",
        "Tell me about a time you were wrong about your users.",
        "How would you find out whether a feature harms people of one religion more than others?",
        "What would you want to earn the trust of the team?",
    ],
)
def test_honest_product_questions_pass(text: str) -> None:
    assert not IMPROPER.search(text)
