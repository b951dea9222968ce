"""What must hold in a style file: every move has lines, each can be filled, and each is something one may say."""

import re
from collections.abc import Iterator, Mapping

from interviewsim.domain.aspect import Aspect
from interviewsim.domain.move import Move
from interviewsim.prompts.style import ANY, PLACE, PROPOSED, places
from interviewsim.reading.findings import Signal
from interviewsim.rubrics import wording
from interviewsim.rubrics.checks import TARGETS
from interviewsim.rubrics.finding import Finding, guess, listed
from interviewsim.rubrics.node import Node, Step, children, finding, keys, text

FEWEST = 3
"""Alternatives of a move or kind: nothing should be heard twice in a round."""
PERSONA = frozenset({"name", "first_name", "role", "company"})
ALLOWED: Mapping[str, frozenset[str]] = {
    Move.OPEN: PERSONA | {"minutes", "questions"},
    Move.ASK: PERSONA | {"question"},
    Move.REPEAT: PERSONA | {"question"},
    Move.ANSWER: PERSONA | {"tell"},
    Move.WITHHOLD: PERSONA | {"tell"},
    Move.PROBE: PERSONA | {"quote", "tell"},
    Move.PUSH_BACK: PERSONA | {"quote", "tell"},
    Move.FACT: PERSONA | {"tell"},
    Move.KEEP: PERSONA | {"quote"},
    Move.TWIST: PERSONA | {"tell", "quote"},
    Move.CHALLENGE: PERSONA | {"tell", "speaker"},
    Move.PREMISE: PERSONA | {"tell"},
    Move.CONCEDE: PERSONA | {"tell"},
    Move.HINT: PERSONA | {"tell"},
}
"""What can be filled in, by move; elsewhere only who the interviewer is."""
SURE: Mapping[str, frozenset[str]] = {
    Move.OPEN: PERSONA | {"questions"},
    Move.ASK: PERSONA | {"question"},
    Move.REPEAT: PERSONA | {"question"},
    Move.ANSWER: PERSONA | {"tell"},
    Move.WITHHOLD: PERSONA | {"tell"},
    Move.FACT: PERSONA | {"tell"},
    Move.PREMISE: PERSONA | {"tell"},
    Move.CONCEDE: PERSONA | {"tell"},
}
"""What is always known when the move is made; the rest is a matter of the question, the answer and the clock."""
FLAG = "flag"
"""The kind of probe that says a flag's own question."""
SHARED = frozenset(Aspect) & frozenset(Signal)
"""What stories and proposals both show: asked after in two tenses."""
KINDS: Mapping[str, tuple[str, ...]] = {
    Move.OPEN: ("own_questions", "case", "one_question"),
    Move.ASK: ("first",),
    Move.DECLINE: ("asks_rubric", "asks_easier", "asks_role"),
    Move.STEADY: ("hostile", "noise", "foreign", "empty"),
    Move.FOCUS: ("shorter", "point"),
    Move.PUSH_BACK: ("proposal",),
    Move.PROBE: (*TARGETS, *(f"{PROPOSED}{name}" for name in TARGETS if name in SHARED), FLAG),
    Move.CLARIFY: ("task",),
    Move.NUDGE: ("last", "own_questions", "task"),
    Move.HINT: ("1", "2", "3", "task"),
    Move.FACT: ("again",),
    Move.WHICH_FIGURE: ("again", "all", "near"),
    Move.DECIDE: ("and_time", "agree", "agree_and_time"),
    Move.CONCEDE: ("record",),
    Move.CLOSE: ("time_up",),
}
"""Kinds a move can have besides `any`: probes one for each thing that can be asked after, and again as proposed."""
FAREWELL = re.compile(r"\b(?:goodbye|bye)\b", re.IGNORECASE)


def kinds_of(root: Node, move: str) -> tuple[str, ...]:
    """The kinds of lines that a move can have in this file."""
    match move:
        case Move.CLARIFY:
            return (ANY, *KINDS[move], *(text(entry, "id") for entry in children(root, "clarifications")))
        case _:
            return (ANY, *KINDS.get(move, ()))


def wording_of(root: Node) -> Mapping[str, tuple[str, ...]]:
    """The lines by `move.kind`; what is not a list of texts is left out, and found by `style_findings`."""
    found: dict[str, tuple[str, ...]] = {}
    for move, lines in keys(keys(root).get("lines")).items():
        by_kind = keys(lines) or {ANY: lines}
        for kind, node in by_kind.items():
            found[f"{move}.{kind}"] = tuple(str(line.value) for line in _entries(node))
    return found


def style_findings(root: Node) -> Iterator[Finding]:
    """Everything that does not hold in a resolved style."""
    known = [move.value for move in Move]
    lines = keys(root).get("lines")
    for move in keys(lines):
        if move not in known:
            yield finding(root, ("lines", move), "there is no such move", listed(known), guess(move, known))
    if lines is not None:
        for move in known:
            yield from _move(root, move, keys(lines).get(move))


def _move(root: Node, move: str, node: Node | None) -> Iterator[Finding]:
    if node is None:
        yield finding(root, ("lines",), f'the move "{move}" has no lines', f"{FEWEST} or more")
        return
    if not isinstance(node.value, Mapping):
        yield from _kind(root, move, ("lines", move), node)
        return
    known = kinds_of(root, move)
    if ANY not in node.value:
        yield finding(root, ("lines", move), f'there are no lines for "{ANY}"', "lines for when no kind fits")
    for kind, listed_lines in node.value.items():
        if kind not in known:
            yield finding(root, ("lines", move, kind), "there is no such kind", listed(known), guess(kind, known))
        yield from _kind(root, move, ("lines", move, kind), listed_lines)


def _kind(root: Node, move: str, path: tuple[Step, ...], node: Node) -> Iterator[Finding]:
    if not isinstance(node.value, tuple):
        yield finding(root, path, "this is not a list of lines", '`- "a line"`')
        return
    sure = SURE.get(move, PERSONA) | ({"tell"} if path[-1] == FLAG else set())
    always = [line for line in _entries(node) if places(str(line.value)) <= sure]
    if len(always) < FEWEST:
        problem = (
            f"{len(always)} lines can be said whatever is known" if always else "no line can be said whatever is known"
        )
        unsure = sorted(ALLOWED.get(move, PERSONA) - sure)
        wanted = f" without {listed([f'{{{name}}}' for name in unsure])}" if unsure else ""
        yield finding(root, path, problem, f"{FEWEST} or more{wanted}")
    said: set[str] = set()
    for index, line in enumerate(node.value):
        if not isinstance(line.value, str):
            yield finding(root, (*path, index), "this is not a line", "text in quotes")
            continue
        yield from _line(root, move, (*path, index), line.value)
        if line.value in said:
            yield finding(root, (*path, index), "this line stands here for the second time", "another one")
        said.add(line.value)


def _line(root: Node, move: str, path: tuple[Step, ...], line: str) -> Iterator[Finding]:
    allowed = ALLOWED.get(move, PERSONA)
    for name in sorted(places(line) - allowed):
        problem = f"{{{name}}} cannot be filled in here"
        yield finding(root, path, problem, listed([f"{{{name}}}" for name in sorted(allowed)]), guess(name, allowed))
    if set("{}") & set(PLACE.sub("", line)):
        yield finding(root, path, "a brace stands alone", "braces only around a name, as in {quote}")
    faults = wording.in_line(line) if move != Move.HINT else wording.in_hint(line)
    for problem, expected in faults:
        yield finding(root, path, problem, expected)
    if move == Move.CLOSE and not FAREWELL.search(line):
        yield finding(root, path, "it does not say goodbye", "a farewell, so that it is clear that the round is over")
    if move != Move.CLOSE and FAREWELL.search(line):
        yield finding(root, path, "it says goodbye before the end", "a farewell only in `close`")


def _entries(node: Node) -> tuple[Node, ...]:
    return tuple(entry for entry in node.value if isinstance(entry.value, str)) if isinstance(node.value, tuple) else ()
