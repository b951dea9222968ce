"""What must hold across the values of a file, beyond their shapes. Works on trees, so that one run finds everything."""

from collections.abc import Iterator, Sequence

from interviewsim.domain.aspect import Aspect, Handling
from interviewsim.domain.question import AnswerModel
from interviewsim.domain.rubric import Verdict
from interviewsim.domain.setup import CANDIDATE_QUESTIONS, CLOSE, INTRO, QUESTION
from interviewsim.domain.terms import Level
from interviewsim.reading.findings import Part, Signal
from interviewsim.rubrics import wording
from interviewsim.rubrics.finding import Finding, guess, listed
from interviewsim.rubrics.node import Node, Step, children, finding, keys, text, walk, whole

LEVELS = (1, 2, 3, 4, 5)
ITEM_LEVELS = (2, 3, 4, 5)
CASES = frozenset(
    {AnswerModel.CASE, AnswerModel.ESTIMATE, AnswerModel.SYSTEM, AnswerModel.DEBUG, AnswerModel.PRIORITIZE}
)
"""Answer models whose question first lays something out."""


ASPECTS = tuple(aspect.value for aspect in Aspect)
TARGETS = tuple(dict.fromkeys((*Part, *Signal, *ASPECTS, *(handling.value for handling in Handling))))
"""What an item's signal or a probe may name."""
GRADED = frozenset((*(part.value for part in Part), *ASPECTS))
"""What is found thin or clear, so that an item may ask for it to be clear."""


def rubric_findings(root: Node) -> Iterator[Finding]:
    """Everything that does not hold in a resolved rubric."""
    yield from _unique(root, ("criteria",), "id")
    yield from _unique(root, ("flags",), "id")
    yield from _hundred(
        root, ("criteria",), [whole(entry, "weight") for entry in children(root, "criteria")], "weights"
    )
    for index, criterion in enumerate(children(root, "criteria")):
        yield from _criterion(root, criterion, ("criteria", index))
    for index, flag in enumerate(children(root, "flags")):
        if probe := text(flag, "probe"):
            yield from _worded(root, ("flags", index, "probe"), wording.in_probe(probe))


def _criterion(root: Node, criterion: Node, path: tuple[Step, ...]) -> Iterator[Finding]:
    skills = keys(criterion).get("skills")
    shares = [whole(skills, skill) for skill in keys(skills)]
    yield from _hundred(root, (*path, "skills"), shares, "shares")
    yield from _complete(root, criterion, path, "anchors", LEVELS)
    yield from _complete(root, criterion, path, "next_level", LEVELS[:-1])
    yield from _unique(root, (*path, "items"), "id")
    items = children(criterion, "items")
    reached = {whole(item, "level") for item in items}
    if lacking := [str(level) for level in ITEM_LEVELS if level not in reached]:
        yield finding(
            root, (*path, "items"), f"no item decides on level {listed(lacking)}", "one for each level 2 to 5"
        )
    for index, item in enumerate(items):
        for signal in text(item, "signal").split("|"):
            yield from _signal(root, (*path, "items", index, "signal"), signal)


def _signal(root: Node, path: tuple[Step, ...], signal: str) -> Iterator[Finding]:
    if not signal:
        return
    name, colon, strength = signal.partition(":")
    if name not in TARGETS:
        yield finding(
            root, path, f'"{name}" is not something that is looked for', listed(TARGETS), guess(name, TARGETS)
        )
    elif colon and name not in GRADED:
        yield finding(root, path, f'"{signal}" asks for a strength', f"a strength only behind {listed(sorted(GRADED))}")
    elif colon and strength != "2":
        yield finding(root, path, f'"{signal}" asks for an unknown strength', f"{name} or {name}:2")


def _complete(
    root: Node, criterion: Node, path: tuple[Step, ...], key: str, levels: Sequence[int]
) -> Iterator[Finding]:
    texts = keys(criterion).get(key)
    if texts is None:
        return
    written = set(keys(texts))
    if lacking := [str(level) for level in levels if str(level) not in written]:
        yield finding(root, (*path, key), f"level {listed(lacking)} is missing", f"levels {levels[0]} to {levels[-1]}")
    for extra in keys(texts):
        if extra not in {str(level) for level in levels}:
            yield finding(root, (*path, key, extra), "there is no such level", f"levels {levels[0]} to {levels[-1]}")


def pack_findings(root: Node, folder: str) -> Iterator[Finding]:
    """Everything that does not hold in a resolved pack; `folder` is the name of the folder it stands in."""
    if text(root, "id") and text(root, "id") != folder:
        yield finding(root, ("id",), f'"{text(root, "id")}" is not the name of the folder', folder)
    yield from _all_of(root, "bar", [level.value for level in Level])
    yield from _all_of(root, "scale", [verdict.value for verdict in Verdict])
    yield from _unique(root, ("loop",), "round")
    yield from _unique(root, ("answers",), "id")
    for index, entry in enumerate(children(root, "loop")):
        yield from _loop_round(root, entry, ("loop", index))
    for index, topic in enumerate(children(root, "answers")):
        yield from _worded(root, ("answers", index, "tell"), _told(text(topic, "tell")))
        if not children(topic, "topics"):
            yield finding(
                root, ("answers", index, "topics"), "nothing leads to this answer", "words a candidate would use"
            )


def _told(tell: str) -> Iterator[tuple[str, str]]:
    yield from wording.in_line(tell)
    if "?" in tell:
        yield "an answer asks something", "an answer"


def _loop_round(root: Node, entry: Node, path: tuple[Step, ...]) -> Iterator[Finding]:
    phases = children(entry, "phases")
    minutes = [whole(phase, "minutes") for phase in phases]
    planned = whole(entry, "minutes")
    given = sum(minute or 0 for minute in minutes)
    if planned is not None and None not in minutes and given != planned:
        yield finding(
            root, (*path, "phases"), f"the phases have {given} minutes together", f"{planned}, as the round has"
        )
    named = [text(phase, "id") for phase in phases]
    count = whole(entry, "questions") or 0
    wanted = [INTRO, *(f"{QUESTION}{number}" for number in range(1, count + 1)), CANDIDATE_QUESTIONS, CLOSE]
    for index, name in enumerate(named):
        if name and name not in wanted:
            yield finding(
                root, (*path, "phases", index, "id"), f'there is no phase "{name}"', listed(wanted), guess(name, wanted)
            )
    required = [name for name in wanted if name.startswith(QUESTION) or name == CLOSE]
    if lacking := [name for name in required if name not in named]:
        yield finding(root, (*path, "phases"), f"{listed(lacking)} is missing", listed(wanted))
    in_order = [name for name in wanted if name in named]
    if not lacking and [name for name in named if name in wanted] != in_order:
        yield finding(root, (*path, "phases"), "the phases are out of order or doubled", ", ".join(in_order))


def question_findings(root: Node, path: tuple[Step, ...], *, of_pack: bool) -> Iterator[Finding]:
    """Everything that does not hold in one question of a list."""
    question, _ = walk(root, path)
    if of_pack and not text(question, "round"):
        yield finding(root, path, '"round" is missing', "the round that the question belongs to")
    model = text(question, "answer_model")
    most = wording.LONGEST_BRIEF if model in CASES else wording.LONGEST_QUESTION
    if ask := text(question, "ask"):
        yield from _worded(root, (*path, "ask"), wording.in_main_question(ask, most))
    yield from _unique(root, (*path, "probes"), "ask")
    yield from _unique(root, (*path, "facts"), "id")
    yield from _prepared_lines(root, question, path)
    for index, probe in enumerate(children(question, "probes")):
        where = (*path, "probes", index)
        target = text(probe, "for")
        if target and target not in TARGETS:
            yield finding(
                root, (*where, "for"), f'"{target}" cannot be asked after', listed(TARGETS), guess(target, TARGETS)
            )
        if ask := text(probe, "ask"):
            yield from _worded(root, (*where, "ask"), wording.in_probe(ask))


def _prepared_lines(root: Node, question: Node, path: tuple[Step, ...]) -> Iterator[Finding]:
    """What is wrong with the hints, the twist and the objections of a question."""
    for index, hint in enumerate(children(question, "hints")):
        yield from _worded(root, (*path, "hints", index), wording.in_hint(str(hint.value)))
    for key in ("twist", "push_back"):
        if line := text(question, key):
            yield from _worded(root, (*path, key), wording.in_line(line))
    for key, line_of in (("challenge", "say"), ("premise", "say"), ("premise", "concede")):
        if (told := keys(question).get(key)) is not None and (line := text(told, line_of)):
            yield from _worded(root, (*path, key, line_of), wording.in_line(line))


def _worded(root: Node, path: tuple[Step, ...], faults: Iterator[tuple[str, str]]) -> Iterator[Finding]:
    for problem, expected in faults:
        yield finding(root, path, problem, expected)


def _hundred(root: Node, path: tuple[Step, ...], shares: Sequence[int | None], what: str) -> Iterator[Finding]:
    known = [share for share in shares if share is not None]
    if known and len(known) == len(shares) and sum(known) != 100:
        yield finding(root, path, f"the {what} are {sum(known)} together", "100")


def _all_of(root: Node, key: str, wanted: Sequence[str]) -> Iterator[Finding]:
    node = keys(root).get(key)
    if node is None:
        return
    if lacking := [name for name in wanted if name not in keys(node)]:
        yield finding(root, (key,), f"{listed(lacking)} is missing", listed(wanted))


def _unique(root: Node, path: tuple[Step, ...], name: str) -> Iterator[Finding]:
    node, _ = walk(root, path)
    entries = node.value if isinstance(node.value, tuple) else ()
    seen: dict[str, int] = {}
    for index, entry in enumerate(entries):
        value = text(entry, name)
        if value and value in seen:
            yield finding(
                root,
                (*path, index),
                f'"{value}" stands here for the second time',
                f"it once (first on line {seen[value]})",
            )
        seen.setdefault(value, entry.line)
