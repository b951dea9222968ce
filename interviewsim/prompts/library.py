"""Questions and styles by name: from a workspace's folder first, then from the bundled one.

Importing this module is light; the shapes (and `pydantic` with them) are loaded with the first file.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from interviewsim.domain.question import Question
from interviewsim.domain.terms import Round
from interviewsim.errors import WrongUsage
from interviewsim.prompts.style import Style
from interviewsim.rubrics.finding import Broken, Finding, guess, invalid, listed
from interviewsim.rubrics.inheritance import Layers
from interviewsim.rubrics.yaml_source import read_yaml

NEUTRAL = "neutral"
PROMPTS, QUESTIONS, STYLES = "prompts", "questions", "styles"
KNOWN_QUESTIONS = tuple(f"{round_}.yaml" for round_ in Round)


class PromptLibrary:
    """Question banks and styles in several folders; a file in an earlier folder stands over one of the same name.

    Every method reads from disk. `InvalidFile` is raised for a file that does not hold, `WrongUsage` for a name that
    does not exist.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)
        self._layers = Layers(self.folders, lambda name: f"{STYLES}/{name.rpartition('/')[2]}.yaml")

    def rounds(self) -> tuple[Round, ...]:
        """The rounds that have a bank of questions."""
        return tuple(round_ for round_ in Round if self._layers.find(f"{QUESTIONS}/{round_}.yaml"))

    def questions(self, round_: Round) -> tuple[Question, ...]:
        """The bank's questions for a round, in the order of the file; none where there is no file."""
        try:
            return self._bank(round_)
        except Broken as broken:
            raise invalid(broken, PROMPTS) from broken

    def question(self, question_id: str) -> tuple[Round, Question]:
        """A question of any round by its id."""
        banks = [(round_, question) for round_ in self.rounds() for question in self.questions(round_)]
        found = next(((round_, question) for round_, question in banks if question.id == question_id), None)
        if found is not None:
            return found
        meant = guess(question_id, [question.id for _, question in banks])
        hint = f'Did you mean "{meant}"? ' if meant else ""
        raise WrongUsage(
            f'There is no question "{question_id}".', f"{hint}`interviewsim questions list` shows them all."
        )

    def styles(self) -> tuple[str, ...]:
        """The ids of all styles, `neutral` first."""
        ids = [Path(name).stem for name in self._layers.names(f"{STYLES}/*.yaml")]
        return tuple(sorted(ids, key=lambda style: (style != NEUTRAL, style)))

    def style(self, style: str = NEUTRAL) -> Style:
        """How a persona talks; a manner that has no file is worded neutrally."""
        known = self.styles()
        name = style if style in known else NEUTRAL
        if name not in known:
            raise WrongUsage('There is no style "neutral" in any folder of prompts.', "Reinstall interviewsim.")
        try:
            return self._style(name)
        except Broken as broken:
            raise invalid(broken, PROMPTS) from broken

    def winners(self) -> Mapping[str, Path]:
        """Every file's name below a folder, and the one that wins."""
        found = {name: self._layers.find(name) for name in self._layers.names("*/*.yaml")}
        return {name: place[1] for name, place in found.items() if place is not None}

    def check_file(self, relative: str) -> None:
        """Load the file that wins under this name, for its faults alone. Raises `Broken`."""
        kind, _, name = relative.removesuffix(".yaml").partition("/")
        if kind == STYLES:
            self._style(name)
        else:
            self._bank(Round(name))

    def _style(self, name: str) -> Style:
        from interviewsim.prompts.loading import load_style

        tree = self._layers.resolved(f"{STYLES}/{name}.yaml")
        if tree is None:
            raise WrongUsage(f'There is no style "{name}".', f"There is {listed(self.styles())}.")
        return load_style(tree, name)

    def _bank(self, round_: Round) -> tuple[Question, ...]:
        from interviewsim.rubrics.building import question_of
        from interviewsim.rubrics.loading import load_questions

        found = self._layers.find(f"{QUESTIONS}/{round_}.yaml")
        if found is None:
            return ()
        return tuple(question_of(spec) for spec in load_questions(read_yaml(found[1]), of_pack=False))


def check(folder: Path, below: Sequence[Path] = ()) -> list[Finding]:
    """Everything that is wrong with the questions and styles in `folder`; `below` are the folders it stands over."""
    library = PromptLibrary((folder, *below))
    paths = [*sorted((folder / QUESTIONS).glob("*")), *sorted((folder / STYLES).glob("*"))]
    found = [finding for path in paths for finding in _file_findings(library, path)]
    return list(dict.fromkeys(found))


def _file_findings(library: PromptLibrary, path: Path) -> Iterator[Finding]:
    if path.suffix not in {".yaml", ".yml"}:
        return
    if path.suffix == ".yml":
        yield Finding(str(path), 1, "", "the name ends in .yml", f"{path.stem}.yaml")
        return
    if path.parent.name == QUESTIONS and path.name not in KNOWN_QUESTIONS:
        meant = guess(path.name, KNOWN_QUESTIONS)
        yield Finding(str(path), 1, "", "no round has this name", listed(KNOWN_QUESTIONS), meant)
        return
    try:
        library.check_file(f"{path.parent.name}/{path.name}")
    except Broken as broken:
        yield from broken.findings
