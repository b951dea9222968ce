"""Rubrics and packs by name: from a workspace's folder first, then from the bundled one.

Importing this module is light; the shapes (and `pydantic` with them) are loaded with the first file.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from interviewsim.domain.question import Question
from interviewsim.domain.rubric import CompanyPack, Rubric
from interviewsim.domain.terms import Round
from interviewsim.errors import WrongUsage
from interviewsim.rubrics.finding import Broken, Finding, guess, invalid, listed
from interviewsim.rubrics.inheritance import EXTENDS, Layers
from interviewsim.rubrics.node import Node, leaves, text
from interviewsim.rubrics.yaml_source import read_yaml

if TYPE_CHECKING:
    from interviewsim.rubrics.spec import QuestionSpec

PACK, QUESTIONS = "pack", "questions"
KNOWN_FILES = tuple(f"{name}.yaml" for name in (PACK, QUESTIONS, *Round))


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value of a resolved file stands; `value` as it is shown."""

    file: str
    line: int
    value: str


class RubricLibrary:
    """Packs and rubrics in several folders; a file in an earlier folder stands over one of the same name in a later.

    Every method reads from disk. `InvalidFile` is raised for a file that does not hold, `WrongUsage` for a name that
    does not exist.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)
        self._layers = Layers(self.folders, _place)
        self._packs = Layers(self.folders, lambda name: f"{name}/{PACK}.yaml")

    def packs(self) -> tuple[str, ...]:
        """The ids of all packs, `generic` first."""
        ids = {name.partition("/")[0] for name in self._layers.names(f"*/{PACK}.yaml")}
        return tuple(sorted(ids, key=lambda pack: (pack != "generic", pack)))

    def companies(self) -> tuple[tuple[str, str], ...]:
        """Id and name of each pack, for a list; a pack that does not load goes by its id."""
        return tuple((pack, self._company(pack)) for pack in self.packs())

    def pack(self, pack: str) -> CompanyPack:
        """The company's pack."""
        from interviewsim.rubrics.building import pack_of
        from interviewsim.rubrics.loading import load_pack

        try:
            return pack_of(load_pack(self._pack_tree(pack), pack))
        except Broken as broken:
            raise invalid(broken) from broken

    def rounds(self, pack: str) -> tuple[Round, ...]:
        """The rounds that the pack, or a pack it extends, has a rubric for."""
        if pack not in self.packs():
            raise self._no_pack(pack)
        try:
            family = tuple(self._family(pack))
        except Broken as broken:
            raise invalid(broken) from broken
        return tuple(r for r in Round if any(self._layers.find(f"{member}/{r}.yaml") for member in family))

    def rubric(self, pack: str, round_: Round) -> Rubric:
        """The round's rubric as the pack has it, or as the pack it extends has it."""
        from interviewsim.rubrics.building import rubric_of
        from interviewsim.rubrics.loading import load_rubric

        try:
            return rubric_of(load_rubric(self._rubric_tree(pack, round_)), pack, round_)
        except Broken as broken:
            raise invalid(broken) from broken

    def provenance(self, pack: str, round_: Round) -> Mapping[str, Origin]:
        """For every value of the resolved rubric, by its key, the file and line that it comes from."""
        try:
            tree = self._rubric_tree(pack, round_)
        except Broken as broken:
            raise invalid(broken) from broken
        return {key: Origin(node.file, node.line, _as_shown(node)) for key, node in leaves(tree)}

    def pack_provenance(self, pack: str) -> Mapping[str, Origin]:
        """For every value of the resolved `pack.yaml`, by its key, the file and line that it comes from."""
        try:
            tree = self._pack_tree(pack)
        except Broken as broken:
            raise invalid(broken) from broken
        return {key: Origin(node.file, node.line, _as_shown(node)) for key, node in leaves(tree)}

    def family(self, pack: str) -> tuple[str, ...]:
        """The pack and those it extends, nearest first."""
        if pack not in self.packs():
            raise self._no_pack(pack)
        try:
            return tuple(self._family(pack))
        except Broken as broken:
            raise invalid(broken) from broken

    def place(self, pack: str, name: str = PACK) -> Path | None:
        """The file of a pack that wins under this name (`pack`, `questions`, a round), or None where it has none."""
        found = self._layers.find(f"{pack}/{name}.yaml")
        return found[1] if found else None

    def questions(self, pack: str, round_: Round | None = None, *, inherited: bool = True) -> tuple[Question, ...]:
        """The pack's questions for a round, or all of them, and where `inherited` those of the packs it extends.

        Of two with one id the nearer pack's stands. Without any `questions.yaml`: none.
        """
        from interviewsim.rubrics.building import question_of

        found: dict[str, Question] = {}
        for member in self.family(pack)[: None if inherited else 1]:
            for spec in self._question_specs(member):
                if round_ in {None, spec.round}:
                    found.setdefault(spec.id, question_of(spec))
        return tuple(found.values())

    def winners(self) -> Mapping[str, Path]:
        """Every file's name below a folder, and the one that wins."""
        found = {name: self._layers.find(name) for name in self._layers.names("*/*.yaml")}
        return {name: place[1] for name, place in found.items() if place is not None}

    def check_file(self, relative: str) -> None:
        """Load the file that wins under this name, for its faults alone. Raises `Broken`."""
        from interviewsim.rubrics import loading

        pack, _, name = relative.removesuffix(".yaml").partition("/")
        found = self._layers.find(relative)
        if found is None:
            return
        if name == QUESTIONS:
            loading.load_questions(read_yaml(found[1]), of_pack=True)
        elif name == PACK:
            loading.load_pack(self._pack_tree(pack), pack)
        else:
            loading.load_rubric(self._rubric_tree(pack, Round(name)))
        if pack not in self.packs():
            raise Broken([Finding(str(found[1].parent), 1, "", f'the pack "{pack}" has no pack.yaml')])

    def _company(self, pack: str) -> str:
        try:
            return text(self._pack_tree(pack), "name") or pack
        except Broken:
            return pack

    def _pack_tree(self, pack: str) -> Node:
        tree = self._packs.resolved(f"{pack}/{PACK}.yaml") if pack in self.packs() else None
        if tree is None:
            raise self._no_pack(pack)
        return tree

    def _rubric_tree(self, pack: str, round_: Round) -> Node:
        for member in self._family(pack):
            if (tree := self._layers.resolved(f"{member}/{round_}.yaml")) is not None:
                return tree
        if pack not in self.packs():
            raise self._no_pack(pack)
        raise self._no_round(pack, round_)

    def _family(self, pack: str) -> Iterator[str]:
        """The pack and those it extends, nearest first; read no further than is asked for."""
        met: list[str] = []
        while pack and pack not in met:
            yield pack
            met.append(pack)
            found = self._packs.find(f"{pack}/{PACK}.yaml")
            pack = text(read_yaml(found[1]), EXTENDS) if found is not None else ""

    def _question_specs(self, pack: str) -> tuple["QuestionSpec", ...]:
        from interviewsim.rubrics.loading import load_questions

        found = self._layers.find(f"{pack}/{QUESTIONS}.yaml")
        if found is None:
            return ()
        try:
            return load_questions(read_yaml(found[1]), of_pack=True)
        except Broken as broken:
            raise invalid(broken) from broken

    def _no_pack(self, pack: str) -> WrongUsage:
        known = self.packs()
        meant = guess(pack, known)
        hint = f'Did you mean "{meant}"? ' if meant else ""
        return WrongUsage(f'There is no company pack "{pack}".', f"{hint}There is {listed(known) or 'none'}.")

    def _no_round(self, pack: str, round_: Round) -> WrongUsage:
        known = [known.value for known in self.rounds(pack)]
        return WrongUsage(
            f'The pack "{pack}" has no rubric for the round "{round_}".', f"It has {listed(known) or 'none'}."
        )


def check(folder: Path, below: Sequence[Path] = ()) -> list[Finding]:
    """Everything that is wrong with the packs and rubrics in `folder`; `below` are the folders it stands over."""
    library = RubricLibrary((folder, *below))
    found = list(_unreadable(folder))
    for path in sorted(folder.glob("*/*")):
        found += _file_findings(library, path)
    return list(dict.fromkeys(found))


def _unreadable(folder: Path) -> Iterator[Finding]:
    """The folders that the disk does not open; what lies in them is not there for anybody."""
    for path in (folder, *sorted(folder.glob("*"))):
        try:
            if path.is_dir():
                next(path.iterdir(), None)
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            yield Finding(str(path), 1, "", f"the folder cannot be read: {reason}")


def _file_findings(library: RubricLibrary, path: Path) -> Iterator[Finding]:
    if path.suffix not in {".yaml", ".yml"}:
        return
    if path.name not in KNOWN_FILES:
        expected, meant = listed(KNOWN_FILES), guess(f"{path.stem}.yaml", KNOWN_FILES)
        yield Finding(str(path), 1, "", "no file of a pack has this name", expected, meant)
        return
    try:
        library.check_file(f"{path.parent.name}/{path.name}")
    except Broken as broken:
        yield from broken.findings


def _place(reference: str) -> str:
    return f"{reference}.yaml"


def _as_shown(node: Node) -> str:
    if isinstance(node.value, Mapping | tuple) or node.value is None:
        return ""
    return str(node.value).lower() if isinstance(node.value, bool) else str(node.value)
