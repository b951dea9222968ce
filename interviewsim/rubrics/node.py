"""A file's content as a tree in which every value knows its file and line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from interviewsim.rubrics.finding import Finding

Scalar = str | int | float | bool | None
Step = str | int
NAMED_BY = ("id", "round", "for")
"""What an entry of a list is called by in a key path."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value with its place. The line of a value in a mapping is that of its key."""

    value: "Scalar | Mapping[str, Node] | tuple[Node, ...]"
    file: str
    line: int


def plain(node: Node) -> object:
    """The tree without its places: dictionaries, lists and scalars."""
    match node.value:
        case Mapping():
            return {key: plain(child) for key, child in node.value.items()}
        case tuple():
            return [plain(child) for child in node.value]
        case _:
            return node.value


def keys(node: Node | None) -> Mapping[str, Node]:
    """The entries of a mapping; nothing where it is something else."""
    return node.value if node is not None and isinstance(node.value, Mapping) else {}


def children(node: Node | None, key: str) -> tuple[Node, ...]:
    """The entries of the list under `key`; nothing where it is something else."""
    child = keys(node).get(key)
    return child.value if child is not None and isinstance(child.value, tuple) else ()


def text(node: Node | None, key: str) -> str:
    """The text under `key`, or nothing where it is something else."""
    child = keys(node).get(key)
    return child.value if child is not None and isinstance(child.value, str) else ""


def whole(node: Node | None, key: str) -> int | None:
    """The whole number under `key`, or None where it is something else."""
    child = keys(node).get(key)
    if child is None or isinstance(child.value, bool) or not isinstance(child.value, int):
        return None
    return child.value


def child_at(node: Node, step: Step) -> Node | None:
    """One step down, or None where there is nothing."""
    if isinstance(step, int):
        return node.value[step] if isinstance(node.value, tuple) and step < len(node.value) else None
    return keys(node).get(step)


def walk(root: Node, path: Sequence[Step]) -> tuple[Node, str]:
    """The deepest node on the path, and the path in words: entries of lists go by their id where they have one."""
    node: Node | None = root
    deepest, names = root, []
    for step in path:
        node = child_at(node, step) if node is not None else None
        names.append(_name(node, step))
        deepest = node or deepest
    return deepest, ".".join(names)


def _name(node: Node | None, step: Step) -> str:
    if isinstance(step, str):
        return step
    return next((name for key in NAMED_BY if (name := text(node, key))), str(step + 1))


def finding(root: Node, path: Sequence[Step], problem: str, expected: str = "", guess: str = "") -> Finding:
    """A fault at a place in the tree."""
    node, key = walk(root, path)
    return Finding(node.file, node.line, key, problem, expected, guess)


def leaves(root: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Node]]:
    """Every value that has no parts, with its path in words."""
    if isinstance(root.value, Mapping) and root.value:
        for key, child in root.value.items():
            yield from leaves(child, (*path, key))
        return
    if isinstance(root.value, tuple) and root.value:
        for index, child in enumerate(root.value):
            yield from leaves(child, (*path, _name(child, index)))
        return
    yield ".".join(path), root
