"""From a resolved tree to a checked shape, with everything that is wrong found in one go."""

from collections.abc import Iterator

from interviewsim.rubrics.checks import pack_findings, question_findings, rubric_findings
from interviewsim.rubrics.finding import Broken, Finding
from interviewsim.rubrics.node import Node, children, finding, text
from interviewsim.rubrics.shape import shaped
from interviewsim.rubrics.spec import PackSpec, QuestionSpec, RubricSpec


def load_rubric(tree: Node) -> RubricSpec:
    """A rubric's checked shape. Raises `Broken`."""
    spec, findings = shaped(RubricSpec, tree)
    found = [*findings, *rubric_findings(tree)]
    if not children(tree, "criteria"):
        found.append(finding(tree, ("criteria",), "nothing is judged", "at least one criterion"))
    if spec is None or found:
        raise Broken(found)
    return spec


def load_pack(tree: Node, folder: str) -> PackSpec:
    """A pack's checked shape; `folder` is the name of its folder. Raises `Broken`."""
    spec, findings = shaped(PackSpec, tree)
    found = [*findings, *pack_findings(tree, folder)]
    if spec is None or found:
        raise Broken(found)
    return spec


def load_questions(tree: Node, *, of_pack: bool) -> tuple[QuestionSpec, ...]:
    """A list of questions. `of_pack`: each must name its round. Raises `Broken`."""
    if not isinstance(tree.value, tuple):
        raise Broken(
            [Finding(tree.file, tree.line, "", "this is not a list", "questions, each beginning with `- id:`")]
        )
    specs: list[QuestionSpec] = []
    found: list[Finding] = []
    for index in range(len(tree.value)):
        spec, findings = shaped(QuestionSpec, tree, (index,))
        found += [*findings, *question_findings(tree, (index,), of_pack=of_pack)]
        specs += [spec] if spec is not None else []
    found += _doubled(tree.value)
    if found:
        raise Broken(found)
    return tuple(specs)


def _doubled(questions: tuple[Node, ...]) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for question in questions:
        name = text(question, "id")
        if name and name in seen:
            problem = f'"{name}" stands here for the second time'
            yield Finding(question.file, question.line, name, problem, f"it once (first on line {seen[name]})")
        seen.setdefault(name, question.line)
