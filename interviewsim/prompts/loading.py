"""From a resolved style tree to a checked `Style`, with everything that is wrong found in one go."""

from interviewsim.domain.rubric import Topic
from interviewsim.prompts.spec import StyleSpec
from interviewsim.prompts.style import Style
from interviewsim.prompts.style_checks import style_findings, wording_of
from interviewsim.rubrics.finding import Broken
from interviewsim.rubrics.node import Node, finding, text
from interviewsim.rubrics.shape import shaped


def load_style(tree: Node, file: str) -> Style:
    """The style that stands in `file` (a name without its ending). Raises `Broken`."""
    spec, findings = shaped(StyleSpec, tree)
    found = [*findings, *style_findings(tree)]
    if text(tree, "id") not in {"", file}:
        found.append(finding(tree, ("id",), f'"{text(tree, "id")}" is not the name of the file', file))
    if spec is None or found:
        raise Broken(found)
    topics = tuple(Topic(entry.id, tuple(entry.topics), "") for entry in spec.clarifications)
    return Style(spec.id, spec.name, spec.about, wording_of(tree), topics)
