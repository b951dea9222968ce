"""`extends`: a file that says only what is different, laid over the file it names.

Keys are taken one by one; entries of the lists in `NAMED_LISTS` by their id, in the order of the file below, new
ones at the end; every other list, and the shares of `skills`, are replaced whole. `remove: [id]` takes entries away.
Every value keeps the file and line it came from.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from interviewsim.rubrics.finding import Broken, Finding, guess, listed
from interviewsim.rubrics.node import Node, children, keys, plain, text
from interviewsim.rubrics.yaml_source import read_yaml

NAMED_LISTS = {
    "criteria": "id",
    "items": "id",
    "flags": "id",
    "answers": "id",
    "clarifications": "id",
    "loop": "round",
}
"""Lists whose entries are told apart, and by which key."""
WHOLE = frozenset({"skills"})
"""Mappings that are one value: shares of a whole cannot be mixed."""
EXTENDS, REMOVE = "extends", "remove"
REFERENCE = re.compile(r"[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)?")


class Layers:
    """Files in several folders, the first folder standing over the next, file by file.

    `place` turns what stands behind `extends` into a path below a folder.
    """

    def __init__(self, folders: Sequence[Path], place: Callable[[str], str]) -> None:
        self.folders = tuple(folders)
        self.place = place

    def find(self, relative: str, below: int = 0) -> tuple[int, Path] | None:
        """The file that wins from folder number `below` on, with its folder's number."""
        for index, folder in enumerate(self.folders[below:], start=below):
            if (path := folder / relative).exists():
                return index, path
        return None

    def names(self, pattern: str) -> tuple[str, ...]:
        """Relative paths of all files that match, each once, sorted."""
        found = {path.relative_to(folder).as_posix() for folder in self.folders for path in folder.glob(pattern)}
        return tuple(sorted(found))

    def resolved(self, relative: str) -> Node | None:
        """A file with all that it extends, or None where there is none. Raises `Broken`."""
        found = self.find(relative)
        return None if found is None else self._resolved(*found, chain=())

    def _resolved(self, index: int, path: Path, chain: tuple[Path, ...]) -> Node:
        child = read_yaml(path)
        reference = keys(child).get(EXTENDS)
        if reference is None:
            return child
        found = self._extended(reference, index, path)
        if found[1] in (*chain, path):
            names = " -> ".join(_short(step) for step in (*chain, path, found[1]))
            raise Broken([Finding(str(path), reference.line, EXTENDS, f"files extend each other: {names}")])
        parent = self._resolved(*found, chain=(*chain, path))
        merged, findings = laid_over(child, parent)
        if findings:
            raise Broken(findings)
        return merged

    def _extended(self, reference: Node, index: int, path: Path) -> tuple[int, Path]:
        """The file that is meant; a file that extends its own name means the one it stands over."""
        if not isinstance(reference.value, str) or not reference.value.strip():
            raise Broken([Finding(str(path), reference.line, EXTENDS, "this names no file", "a name")])
        if not REFERENCE.fullmatch(reference.value.strip()):
            raise Broken(
                [Finding(str(path), reference.line, EXTENDS, "this is not a name", "one such as generic/behavioral")]
            )
        relative = self.place(reference.value.strip())
        own = path == self.folders[index] / relative
        found = self.find(relative, index + 1 if own else 0)
        if found is None:
            raise Broken([self._nothing_to_extend(reference, path)])
        return found

    def _nothing_to_extend(self, reference: Node, path: Path) -> Finding:
        name = str(reference.value).strip()
        suffix = Path(self.place(name)).suffix
        files = self.names(f"**/*{suffix}")
        whole = [file.removesuffix(suffix) for file in files]
        parts = [part for file in whole for part in (file.partition("/")[0], file.rpartition("/")[2])]
        here = whole if "/" in name else [part for part in dict.fromkeys(parts) if self.place(part) in files]
        return Finding(str(path), reference.line, EXTENDS, f'there is no "{name}"', "", guess(name, here))


def _short(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def laid_over(child: Node, parent: Node) -> tuple[Node, tuple[Finding, ...]]:
    """The child's values over the parent's, and what could not be removed."""
    findings: list[Finding] = []
    return _over(child, parent, "", findings), tuple(findings)


def _over(child: Node, parent: Node, key: str, findings: list[Finding]) -> Node:
    match child.value, parent.value:
        case Mapping(), Mapping() if key not in WHOLE:
            return _mapping_over(child, parent, findings)
        case tuple(), tuple() if key in NAMED_LISTS:
            return _list_over(child, parent, NAMED_LISTS[key], findings)
        case _:
            return child


def _mapping_over(child: Node, parent: Node, findings: list[Finding]) -> Node:
    inherited = dict(keys(parent))
    _remove(child, inherited, findings)
    for key, value in keys(child).items():
        if key not in {EXTENDS, REMOVE}:
            inherited[key] = _over(value, inherited[key], key, findings) if key in inherited else value
    return Node(inherited, child.file, child.line)


def _list_over(child: Node, parent: Node, name: str, findings: list[Finding]) -> Node:
    entries = list(parent.value) if isinstance(parent.value, tuple) else []
    places = {text(entry, name): index for index, entry in enumerate(entries) if text(entry, name)}
    for entry in child.value if isinstance(child.value, tuple) else ():
        place = places.pop(text(entry, name), None)
        if place is None:
            entries.append(entry)
        else:
            entries[place] = _over(entry, entries[place], "", findings)
    return Node(tuple(entries), child.file, child.line)


def _remove(child: Node, inherited: dict[str, Node], findings: list[Finding]) -> None:
    """Take away what `remove` names, from whichever of the named lists has it."""
    removal = keys(child).get(REMOVE)
    if removal is None:
        return
    if not isinstance(removal.value, tuple):
        findings.append(Finding(child.file, removal.line, REMOVE, "this is not a list", "ids, as in `remove: [blame]`"))
        return
    lists = {key: name for key, name in NAMED_LISTS.items() if key in inherited}
    known = [text(entry, name) for key, name in lists.items() for entry in children(Node(inherited, "", 0), key)]
    for unwanted in removal.value:
        word = plain(unwanted)
        if word not in known:
            problem = f'"{word}" is not there to be removed'
            findings.append(Finding(unwanted.file, unwanted.line, REMOVE, problem, listed(known), guess(word, known)))
    gone = {plain(unwanted) for unwanted in removal.value if isinstance(unwanted.value, str)}
    for key, name in lists.items():
        kept = tuple(entry for entry in children(Node(inherited, "", 0), key) if text(entry, name) not in gone)
        inherited[key] = Node(kept, inherited[key].file, inherited[key].line)
