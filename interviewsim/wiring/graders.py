"""Which grader grades: a model where one is chosen, else the offline one."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from interviewsim.graders.offline import OfflineGrader
from interviewsim.grading.ports import Completing, Grader
from interviewsim.providers.chat import ChatModel


def grader_of(chat: ChatModel | None, prompts: Sequence[Path]) -> Grader:
    """A fresh grader for one grade; `prompts` are the folders of templates, the one that wins first.

    Raises `InvalidFile` for a template that does not hold. The model's side is imported only where it is used.
    """
    if chat is None:
        return OfflineGrader()
    from interviewsim.graders.llm import ModelGrader
    from interviewsim.prompts.grading_context import load_templates

    return ModelGrader(chat, load_templates(prompts))


def kept_of(grader: Grader) -> Mapping[str, object] | None:
    """What is kept in the journal beside a grade; nothing of the offline grader, which can be asked again."""
    return grader.kept() if isinstance(grader, Completing) else None
